// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/derived.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "scoring/rules.hpp"

namespace je::scoring {

using model::LevelIndex;

namespace {

Derived by_table(const model::Derivation& derivation, KnownFacts facts) {
    const std::size_t fact = derivation.facts.front().value();
    const auto* choice = fact < facts.size() && facts[fact] ? std::get_if<std::size_t>(&*facts[fact]) : nullptr;
    if (choice == nullptr) return {};
    const auto& level = derivation.level_of_choice[*choice];
    return level ? Derived{Derived::Is::level, *level} : Derived{Derived::Is::none};
}

}  // namespace

Derived derived(const model::Derivation& derivation, KnownFacts facts) {
    if (derivation.is_table()) return by_table(derivation, facts);
    Derived found{Derived::Is::none};
    visit_open_rows(derivation, facts, [&](const model::DerivedRow& row) {
        const bool other = found.is != Derived::Is::none && row.level != found.level;
        found = {other || found.is == Derived::Is::several ? Derived::Is::several : Derived::Is::level, row.level};
    });
    return found;
}

std::vector<LevelIndex> derived_levels(const model::Derivation& derivation, KnownFacts facts) {
    std::vector<LevelIndex> levels;
    if (derivation.is_table()) {
        const Derived one = by_table(derivation, facts);
        if (one.is == Derived::Is::level) levels.push_back(one.level);
        return levels;
    }
    visit_open_rows(derivation, facts, [&](const model::DerivedRow& row) { levels.push_back(row.level); });
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

const model::Derivation* derivation_of(const model::Scheme& scheme, model::FactorIndex factor) {
    const auto all = scheme.derivations();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.factor == factor; });
    return found == all.end() ? nullptr : &*found;
}

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
    if (derivation == nullptr) return stated;
    const Derived found = derived(*derivation, answers.facts);
    if (found.is == Derived::Is::level) return found.level;
    if (found.is != Derived::Is::several || !stated) return stated;
    const auto levels = derived_levels(*derivation, answers.facts);
    return std::find(levels.begin(), levels.end(), *stated) == levels.end() ? std::nullopt : stated;
}

}  // namespace je::scoring
