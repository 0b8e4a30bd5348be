// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/level_chances.hpp"

#include <variant>

#include "scoring/rules.hpp"

namespace je::scoring {

using model::LevelIndex;

namespace {

/// The level that a fact gives a factor, of several the last; nothing when none does.
std::optional<LevelIndex> derived_level(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor) {
    std::optional<LevelIndex> level;
    for (const model::Derivation& derivation : scheme.derivations()) {
        if (derivation.factor != factor) continue;
        const auto& fact = answers.facts[derivation.fact.value()];
        const auto* choice = fact ? std::get_if<std::size_t>(&*fact) : nullptr;
        if (choice != nullptr && derivation.level_of_choice[*choice]) level = derivation.level_of_choice[*choice];
    }
    return level;
}

}  // namespace

std::optional<LevelIndex> level_after_rules(const model::Scheme& scheme, const model::Answers& answers,
                                            model::FactorIndex factor, LevelIndex stated) {
    const LevelIndex before = derived_level(scheme, answers, factor).value_or(stated);
    const PossibleLevels after{scheme, answers, factor, before};
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
