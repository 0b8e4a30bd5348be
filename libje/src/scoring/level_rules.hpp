// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <variant>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "scoring/conditions.hpp"

namespace je::scoring {

/// Whether the count that a modifier asks for is reached.
[[nodiscard]] inline Truth is_reached(const model::Modifier& modifier, const model::Answers& answers) {
    const auto& fact = answers.facts[modifier.fact.value()];
    const auto* count = fact ? std::get_if<base::Decimal>(&*fact) : nullptr;
    if (count == nullptr) {
        return Truth::unknown;
    }
    return *count >= modifier.at_least ? Truth::yes : Truth::no;
}

/// `level` after a modifier whose count is reached. Never below `level`, even when that lies above the ceiling.
[[nodiscard]] inline model::LevelIndex raised(const model::Modifier& modifier, model::LevelIndex level) {
    if (std::find(modifier.from_levels.begin(), modifier.from_levels.end(), level) == modifier.from_levels.end()) {
        return level;
    }
    const std::size_t target = std::min(level.value() + modifier.raise, modifier.ceiling.value());
    return model::LevelIndex{std::max(level.value(), target)};
}

/// Calls `visit` with every level that `level` of `factor` may become under the scheme's modifiers from number `first` on,
/// each seeing the level that the one before left. More than one only where a modifier's fact is not known.
template <class Visit>
void visit_modified(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor,
                    model::LevelIndex level, std::size_t first, const Visit& visit) {
    const auto modifiers = scheme.modifiers();
    for (std::size_t i = first; i < modifiers.size(); ++i) {
        const model::LevelIndex higher = modifiers[i].factor == factor ? raised(modifiers[i], level) : level;
        if (higher == level) {
            continue;
        }
        const Truth reached = is_reached(modifiers[i], answers);
        if (reached == Truth::unknown) {
            visit_modified(scheme, answers, factor, higher, i + 1, visit);
        } else if (reached == Truth::yes) {
            level = higher;
        }
    }
    visit(level);
}

/// Calls `visit` with every level that `factor` may have after modifiers, when it has `before` without them (nothing: any
/// level). A level may be visited more than once.
template <class Visit>
void visit_possible_levels(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor,
                           const std::optional<model::LevelIndex>& before, const Visit& visit) {
    if (before) {
        visit_modified(scheme, answers, factor, *before, 0, visit);
        return;
    }
    for (std::size_t i = 0; i < scheme[factor].levels.size(); ++i) {
        visit_modified(scheme, answers, factor, model::LevelIndex{i}, 0, visit);
    }
}

}  // namespace je::scoring
