// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/derived.hpp"

#include <algorithm>
#include <array>

#include "je/scoring/trees.hpp"
#include "scoring/rules.hpp"

namespace je::scoring {

using model::LevelIndex;

namespace {

/// The level that answers to questions leave, where it is one.
std::optional<LevelIndex> only_level(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor) {
    const auto levels = levels_by_answers(scheme, answers, factor);
    return levels.size() == 1 ? std::optional{levels.front()} : std::nullopt;
}

}  // namespace

std::vector<std::size_t> rows_giving(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor,
                                     LevelIndex level) {
    std::vector<std::size_t> numbers;
    const model::Derivation* derivation = derivation_of(scheme, factor);
    for (std::size_t row = 0; derivation != nullptr && row < derivation->rows.size(); ++row) {
        const std::array before{derivation->rows[row].level};
        if (PossibleLevels{scheme, answers, factor, before}.contains(level.value())) numbers.push_back(row);
    }
    return numbers;
}

std::optional<LevelIndex> level_before_modifiers(const model::Scheme& scheme, const model::Answers& answers,
                                                 model::FactorIndex factor, const std::optional<LevelIndex>& stated) {
    const model::Derivation* derivation = derivation_of(scheme, factor);
    if (derivation == nullptr) return stated || scheme[factor].tree == nullptr ? stated : only_level(scheme, answers, factor);
    const Derived found = derived(*derivation, answers.facts);
    if (found.is == Derived::Is::level) return found.level;
    if (found.is != Derived::Is::several || !stated) return stated;
    const auto levels = derived_levels(*derivation, answers.facts);
    return std::find(levels.begin(), levels.end(), *stated) == levels.end() ? std::nullopt : stated;
}

std::optional<LevelIndex> level_of_options(const model::Scheme& scheme, const model::Answers& answers,
                                           model::FactorIndex factor) {
    const auto& stated = answers.levels[factor.value()];
    if (stated) return stated;
    if (scheme[factor].tree != nullptr) return only_level(scheme, answers, factor);
    const model::Derivation* derivation = derivation_of(scheme, factor);
    if (derivation == nullptr) return std::nullopt;
    const Derived found = derived(*derivation, answers.facts);
    return found.is == Derived::Is::level ? std::optional{found.level} : std::nullopt;
}

}  // namespace je::scoring
