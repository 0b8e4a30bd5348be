// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// SLOW AND PLAIN, FOR TESTS ONLY. Levels of one job step by step, and every way to complete an incomplete one.

#include <algorithm>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include "oracle/slow_rules.hpp"

namespace je::slow {

/// The levels of a job that states everything, after derived levels and modifiers; nothing when a level is missing or a
/// derivation is at odds with it.
inline std::optional<Levels> levels_after_rules(const model::Scheme& scheme, const model::Answers& answers) {
    auto levels = answers.levels;
    for (const auto& d : scheme.derivations()) {
        if (d.is_table() && !answers.facts.at(d.facts.at(0).value())) continue;
        const auto left = levels_left(scheme, d, answers.facts);
        auto& level = levels.at(d.factor.value());
        if (left.size() != 1 || (level && *level != left.at(0))) return std::nullopt;
        level = left.at(0);
    }
    for (const auto& m : scheme.modifiers()) {
        const auto& fact = answers.facts.at(m.fact.value());
        auto& level = levels.at(m.factor.value());
        if (!fact || !level || std::get<base::WideDecimal>(*fact) < m.at_least) continue;
        const bool listed = std::find(m.from_levels.begin(), m.from_levels.end(), *level) != m.from_levels.end();
        for (std::size_t i = 0; listed && i < m.raise && *level < m.ceiling; ++i) ++*level;
    }
    Levels result;
    for (const auto& level : levels) {
        if (!level) return std::nullopt;
        result.push_back(*level);
    }
    return result;
}

/// Whether a derivation by rows uses a fact.
inline bool is_in_rows(const model::Scheme& scheme, std::size_t fact) {
    for (const auto& rule : scheme.derivations()) {
        for (const auto one : rule.facts) {
            if (!rule.is_table() && one.value() == fact) return true;
        }
    }
    return false;
}

/// The values that matter of a fact not given: every choice, yes and no, or each number that a modifier or condition names and
/// one below and above all of them.
inline std::vector<model::FactValue> values_of(const model::Scheme& scheme, std::size_t fact) {
    std::vector<model::FactValue> values;
    const auto& definition = scheme.facts()[fact];
    if (definition.kind == model::FactKindOf::yes_no) return {model::FactValue{true}, model::FactValue{false}};
    if (definition.kind == model::FactKindOf::choice) {
        for (std::size_t i = 0; i < definition.choices.size(); ++i) values.emplace_back(i);
        return values;
    }
    if (is_in_rows(scheme, fact)) return values_in_rows(scheme, model::FactIndex{fact});
    values = {model::FactValue{base::Decimal::from_whole(-1000)}, model::FactValue{base::Decimal::from_whole(1000)}};
    for (const auto& m : scheme.modifiers()) {
        if (m.fact.value() == fact) values.emplace_back(m.at_least);
    }
    return values;
}

/// Calls `visit` with every job that has all levels, says what `answers` says, and is not at odds with a derivation. Facts not
/// given are left out as well as filled in, except those that count something or decide a level by rows.
inline void every_completion(const model::Scheme& scheme, const model::Answers& answers,
                             const std::function<void(const model::Answers&, const Levels&)>& visit) {
    std::vector<std::size_t> limits;
    for (std::size_t f = 0; f < answers.levels.size(); ++f) {
        limits.push_back(answers.levels[f] ? 1 : scheme.factors()[f].levels.size());
    }
    std::vector<std::vector<std::optional<model::FactValue>>> values;
    for (std::size_t f = 0; f < answers.facts.size(); ++f) {
        values.push_back({answers.facts[f]});
        if (!answers.facts[f]) {
            if (scheme.facts()[f].kind == model::FactKindOf::number || is_in_rows(scheme, f)) values.back().clear();
            for (const auto& v : values_of(scheme, f)) values.back().emplace_back(v);
        }
        limits.push_back(values.back().size());
    }
    every_combination(limits, [&](const std::vector<std::size_t>& chosen) {
        model::Answers full = answers;
        for (std::size_t f = 0; f < full.levels.size(); ++f) {
            if (!full.levels[f]) full.levels[f] = model::LevelIndex{chosen[f]};
        }
        for (std::size_t f = 0; f < full.facts.size(); ++f) full.facts[f] = values[f][chosen[full.levels.size() + f]];
        if (const auto levels = levels_after_rules(scheme, full)) visit(full, *levels);
    });
}

}  // namespace je::slow
