// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/level_chances.hpp"

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

std::optional<std::vector<PointsChance>> points_chances(const model::ScoredUnit& unit, const LevelsOf& levels_of) {
    struct Combination {
        std::size_t option = 0;
        double chance = 1;
    };
    std::vector<Combination> combinations{{}};
    for (const model::ScoredUnit::Side& side : unit.sides()) {
        std::vector<Combination> longer;
        for (const Combination& before : combinations) {
            for (const LevelChance& level : levels_of(side.factor))
                longer.push_back({before.option + level.level.value() * side.stride, before.chance * level.chance});
        }
        combinations = std::move(longer);
    }
    std::vector<PointsChance> result;
    for (const auto& [option, chance] : combinations) {
        if (!unit[option].allowed) return std::nullopt;
        result.push_back({unit[option].points, chance});
    }
    return result;
}

}  // namespace je::scoring
