// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"

namespace je::scoring {

/// One factor moved from one level to another.
struct LevelChange {
    model::FactorIndex factor;
    model::LevelIndex from;
    model::LevelIndex to;
    model::Points points{};   // how much the total moves; of two sides of one matrix, applied in the scheme's order
};

/// Level changes that together move the band.
struct ChangeSet {
    std::vector<LevelChange> changes;   // in the scheme's order of factors
    std::size_t steps = 0;              // levels moved, over all changes
    model::Points points{};             // the total moves by this much (negative when lowering)
    std::optional<model::BandIndex> to_band;
};

enum class Direction { raise, lower };

struct ChangeOptions {
    std::size_t max_factors = 3;
    std::size_t keep = 20;              // 0: all
};

/// The smallest level changes that put a complete job into a higher band than now (raise), or into a lower one or none (lower).
///
/// A set counts when all its changes go one way, it moves the band, no change breaks a rule of severity error or uses a
/// matrix cell that is not allowed, and it is *minimal*: taking any one change back by one level no longer moves the band.
/// Levels are those after derived and modifiers. Every minimal set of at most `max_factors` factors is found, exactly;
/// the best `keep` are returned, by fewest steps, then fewest factors, then least points moved, then factor ids, then levels.
/// Empty when there is none (the highest or lowest band, or out of reach).
[[nodiscard]] std::vector<ChangeSet> smallest_changes(const model::Scheme& scheme, const model::BandTable& table,
                                                      const model::Answers& answers, const Score& score, Direction direction,
                                                      const ChangeOptions& options = {});

}  // namespace je::scoring
