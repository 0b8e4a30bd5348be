// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "scoring/change_targets.hpp"

namespace je::scoring {

using Levels = std::vector<model::LevelIndex>;

/// A factor moved by a number of levels in the direction of travel.
struct Move {
    std::size_t factor = 0;
    std::size_t steps = 0;

    friend bool operator==(const Move&, const Move&) = default;
};

/// A factor whose levels add points whatever the other levels are, and that no rule looks at.
struct PlainFactor {
    std::size_t factor = 0;
    std::vector<Way> gains;  // by one step, two, ...: rising; the last is the most it can give
};

/// What moves of linked factors come to.
struct LinkedEffect {
    bool allowed = true;  // no rule of severity error broken, no cell that is not allowed
    Way gain = 0;
    std::optional<model::BandIndex> lowest_band;  // that band rules certainly ask for
};

/// The factors of one job as they can move one way: the plain ones apart from those linked by matrices and rules. A step leads
/// to the next level that a stated level can give: where modifiers apply, those that no stated level gives are passed over.
class ChangeSpace {
public:
    ChangeSpace(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers, Levels levels,
                Direction direction, const std::vector<model::FactorIndex>& only = {});

    // Of those that may move (`only`; empty: all).
    /// By the most they can give, largest first.
    [[nodiscard]] const std::vector<PlainFactor>& plain() const { return plain_; }
    /// Factors, in the scheme's order.
    [[nodiscard]] const std::vector<std::size_t>& linked() const { return linked_; }
    [[nodiscard]] const Levels& levels() const { return levels_; }

    [[nodiscard]] std::size_t steps_of(std::size_t factor) const;
    [[nodiscard]] model::LevelIndex level_after(const Move& move) const;
    /// What these moves of linked factors come to.
    [[nodiscard]] LinkedEffect effect(const std::vector<Move>& moves) const;
    /// How many single things `effect` looks at.
    [[nodiscard]] std::size_t effort() const { return effort_; }
    /// A common divisor of everything the total can move by, in units; 0 when it cannot move.
    [[nodiscard]] std::int64_t grid() const { return grid_; }

private:
    void find_linked();
    void find_ahead();
    void add_plain(std::size_t factor);
    void find_grid();
    [[nodiscard]] Way linked_points(const Levels& levels, bool& allowed) const;

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const model::Answers& answers_;
    Levels levels_;
    Direction direction_;
    std::vector<std::vector<model::LevelIndex>> ahead_;  // of each factor, the levels in the direction of travel, nearest first
    std::vector<bool> is_linked_;
    std::vector<std::size_t> linked_;
    std::vector<PlainFactor> plain_;
    Way linked_now_ = 0;
    std::int64_t grid_ = 0;
    std::size_t effort_ = 0;
};

}  // namespace je::scoring
