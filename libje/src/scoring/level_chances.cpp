// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/level_chances.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "scoring/rules.hpp"

namespace je::scoring {

using model::LevelIndex;

std::optional<LevelIndex> level_after_rules(const model::Scheme& scheme, const model::Answers& answers,
                                            model::FactorIndex factor, LevelIndex stated) {
    const auto before = level_before_modifiers(scheme, answers, factor, stated);
    if (!before) return std::nullopt;
    const PossibleLevels after{scheme, answers, factor, std::span{&*before, 1}};
    return after.is_one() ? std::optional{after.lowest()} : std::nullopt;
}

namespace {

struct OptionChance {
    std::size_t option = 0;
    double chance = 1;
};

/// Every option that may come up; nothing when one is not allowed.
std::optional<std::vector<OptionChance>> option_chances(const model::ScoredUnit& unit, const LevelsOf& levels_of) {
    std::vector<OptionChance> options{{}};
    for (const model::ScoredUnit::Side& side : unit.sides()) {
        std::vector<OptionChance> longer;
        for (const OptionChance& before : options) {
            for (const LevelChance& level : levels_of(side.factor))
                longer.push_back({before.option + level.level.value() * side.stride, before.chance * level.chance});
        }
        options = std::move(longer);
    }
    const bool allowed = std::all_of(options.begin(), options.end(), [&](const auto& one) { return unit[one.option].allowed; });
    return allowed ? std::optional{std::move(options)} : std::nullopt;
}

/// Chances by points, so that what depends on several options with the same points is looked at once.
using ByPoints = std::map<model::Points, double>;

/// Of a unit beside the points of its base, with all that depend on it.
std::optional<ByPoints> group_chances(const model::Scheme& scheme, const model::ScoredUnit& unit, model::Points of_base,
                                      const LevelsOf& levels_of) {
    const auto options = option_chances(unit, levels_of);
    if (!options) return std::nullopt;
    ByPoints own;
    for (const OptionChance& one : *options) own[unit.points_of(one.option, of_base)] += one.chance;
    ByPoints sums;
    for (const auto& [points, chance] : own) {
        ByPoints together{{points, chance}};
        for (const model::UnitIndex dependent : unit.dependents()) {
            const auto more = group_chances(scheme, scheme[dependent], points, levels_of);
            if (!more) return std::nullopt;
            ByPoints next;
            for (const auto& [sum, likely] : together) {
                for (const auto& [added, times] : *more) next[sum + added] += likely * times;
            }
            together = std::move(next);
        }
        for (const auto& [sum, likely] : together) sums[sum] += likely;
    }
    return sums;
}

}  // namespace

std::optional<std::vector<PointsChance>> points_chances(const model::Scheme& scheme, const model::ScoredUnit& unit,
                                                        const LevelsOf& levels_of) {
    std::vector<PointsChance> result;
    if (unit.is_grouped()) {
        const auto sums = group_chances(scheme, unit, {}, levels_of);
        if (!sums) return std::nullopt;
        for (const auto& [points, chance] : *sums) result.push_back({points, chance});
        return result;
    }
    const auto options = option_chances(unit, levels_of);
    if (!options) return std::nullopt;
    for (const auto& [option, chance] : *options) result.push_back({unit[option].points, chance});
    return result;
}

}  // namespace je::scoring
