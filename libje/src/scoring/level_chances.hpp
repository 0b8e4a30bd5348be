// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::scoring {

/// How likely a factor has a level.
struct LevelChance {
    model::LevelIndex level;
    double chance = 0;
};

/// How likely a scored unit gives these points.
struct PointsChance {
    model::Points points{};
    double chance = 0;
};

/// What a stated level of a factor becomes under derived levels and modifiers; nothing when a fact not given decides it.
[[nodiscard]] std::optional<model::LevelIndex> level_after_rules(const model::Scheme& scheme, const model::Answers& answers,
                                                                 model::FactorIndex factor, model::LevelIndex stated);

/// The levels that a factor may have, each once, with their chances.
using LevelsOf = std::function<std::span<const LevelChance>(model::FactorIndex)>;

/// Points of a unit that depends on none, together with all that depend on it, whose factors have their levels independently.
/// Where nothing depends on it there is an entry for each combination, else for each number of points. Nothing when a
/// combination is not allowed.
[[nodiscard]] std::optional<std::vector<PointsChance>> points_chances(const model::Scheme& scheme,
                                                                      const model::ScoredUnit& unit, const LevelsOf& levels_of);

}  // namespace je::scoring
