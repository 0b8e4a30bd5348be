// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/derived_levels.hpp"

#include <algorithm>
#include <variant>

namespace je::model {

namespace {

Derived by_table(const Derivation& derivation, KnownFacts facts) {
    const std::size_t fact = derivation.facts.front().value();
    const auto* choice = fact < facts.size() && facts[fact] ? std::get_if<std::size_t>(&*facts[fact]) : nullptr;
    if (choice == nullptr) return {};
    const auto& level = derivation.level_of_choice[*choice];
    return level ? Derived{Derived::Is::level, *level} : Derived{Derived::Is::none};
}

}  // namespace

Derived derived(const Derivation& derivation, KnownFacts facts) {
    if (derivation.is_table()) return by_table(derivation, facts);
    Derived found{Derived::Is::none};
    visit_open_rows(derivation, facts, [&](const DerivedRow& row) {
        const bool other = found.is != Derived::Is::none && row.level != found.level;
        found = {other || found.is == Derived::Is::several ? Derived::Is::several : Derived::Is::level, row.level};
    });
    return found;
}

std::vector<LevelIndex> derived_levels(const Derivation& derivation, KnownFacts facts) {
    std::vector<LevelIndex> levels;
    if (derivation.is_table()) {
        const Derived one = by_table(derivation, facts);
        if (one.is == Derived::Is::level) levels.push_back(one.level);
        return levels;
    }
    visit_open_rows(derivation, facts, [&](const DerivedRow& row) { levels.push_back(row.level); });
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

const Derivation* derivation_of(const Scheme& scheme, FactorIndex factor) {
    const auto all = scheme.derivations();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.factor == factor; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace je::model
