// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include "je/model/band_table.hpp"
#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/level_changes.hpp"

namespace je::scoring {

/// A total seen in the direction of travel: its units when raising, their negative when lowering, so that every change of a
/// plain factor moves it up.
using Directed = std::int64_t;

[[nodiscard]] inline Directed directed(model::Points total, Direction direction) {
    const std::int64_t units = total.value().units();
    return direction == Direction::lower ? -units : units;
}

/// Both ends included.
struct DirectedRange {
    Directed from = 0;
    Directed to = 0;
};

/// Of several bands the one that a job now in `now` is taken to arrive in: that band itself where it is among them, else the
/// nearest.
[[nodiscard]] model::BandOrNone nearest_of(const model::BandRange& bands, const model::BandOrNone& now);

/// The totals at which the band counts as moved, as ranges in the direction of travel: ascending and apart from each other.
class TargetTotals {
public:
    /// Where a job now in `now` with `total` moves, given the band that band rules ask for at least. With `reach` only bands
    /// from that one on count as higher. Ranges between which no total `total` + n x `grid` lies are taken together (grid 0:
    /// the total cannot move).
    TargetTotals(const model::BandTable& table, const model::BandOrNone& now, model::Points total,
                 std::optional<model::BandIndex> lowest_band, Direction direction, std::int64_t grid,
                 std::optional<model::BandIndex> reach = {});

    [[nodiscard]] bool holds(Directed total) const;
    /// The first range that ends at or after `total`; null when there is none.
    [[nodiscard]] const DirectedRange* next_range(Directed total) const;
    /// Whether `range`, one of these, is the last.
    [[nodiscard]] bool is_last(const DirectedRange* range) const { return range == &ranges_.back(); }

private:
    std::vector<DirectedRange> ranges_;
};

using Levels = std::vector<model::LevelIndex>;

/// The level of a factor among `levels`, as scored units ask for it.
[[nodiscard]] inline auto levels_in(const Levels& levels) {
    return [&levels](model::FactorIndex factor) { return levels[factor.value()]; };
}

/// A factor moved by a number of levels in the direction of travel.
struct Move {
    std::size_t factor = 0;
    std::size_t steps = 0;

    friend bool operator==(const Move&, const Move&) = default;
};

/// A factor whose levels add points whatever the other levels are, and that no rule looks at.
struct PlainFactor {
    std::size_t factor = 0;
    std::vector<Directed> gains;  // by one step, two, ...: rising; the last is the most it can give
};

/// What moves of linked factors come to.
struct LinkedEffect {
    bool allowed = true;  // no rule of severity error broken, no cell that is not allowed
    Directed gain = 0;
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
    [[nodiscard]] Directed linked_points(const Levels& levels, bool& allowed) const;

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const model::Answers& answers_;
    Levels levels_;
    Direction direction_;
    std::vector<std::vector<model::LevelIndex>> ahead_;  // of each factor, the levels in the direction of travel, nearest first
    std::vector<bool> is_linked_;
    std::vector<std::size_t> linked_;
    std::vector<PlainFactor> plain_;
    Directed linked_now_ = 0;
    std::int64_t grid_ = 0;
    std::size_t effort_ = 0;
};

/// Moves that together move the band, with what they are ordered by.
struct MoveSet {
    std::size_t steps = 0;
    std::size_t factors = 0;
    Directed moved = 0;                     // points, without sign
    std::vector<std::size_t> id_ranks;      // place of each factor's id among all ids
    std::vector<model::LevelIndex> levels;  // moved to
    std::vector<Move> moves;                // in the scheme's order of factors

    [[nodiscard]] auto key() const { return std::tie(steps, factors, moved, id_ranks, levels); }
};

/// Keeps the best sets offered: all of them, or as many as asked for.
class BestMoves {
public:
    /// `keep` 0: all.
    BestMoves(const model::Scheme& scheme, const ChangeSpace& space, std::size_t keep);

    /// `moves` in any order, moving the total by `gain`.
    void offer(const std::vector<Move>& moves, Directed gain);

    /// How many were offered, and how many of these move each factor by a single level.
    [[nodiscard]] std::size_t found() const { return found_; }
    [[nodiscard]] std::size_t one_step_each() const { return one_step_each_; }
    /// Everything kept, best first.
    [[nodiscard]] std::vector<MoveSet> take() &&;

private:
    [[nodiscard]] bool full() const { return keep_ != 0 && kept_.size() == keep_; }
    void complete(MoveSet& set, const std::vector<Move>& moves) const;

    const ChangeSpace* space_;  // never null; a copy can take the place of another
    std::size_t keep_;
    std::size_t found_ = 0;
    std::size_t one_step_each_ = 0;
    std::vector<std::size_t> id_rank_;
    std::vector<MoveSet> kept_;  // a heap, the worst on top, unless all are kept
};

}  // namespace je::scoring
