// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <variant>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// Whether a condition holds, as far as what is known decides it. Ordered, so that "all hold" is the smallest and "one
/// holds" the largest.
enum class Truth { no, unknown, yes };

/// The values of the facts that are given; one entry per fact of the scheme, or none at all when no fact is given.
using KnownFacts = std::span<const std::optional<model::FactValue>>;

template <class Value>
[[nodiscard]] bool passes(const Value& value, model::Test test, const std::vector<Value>& against) {
    const auto found = [&] { return std::find(against.begin(), against.end(), value) != against.end(); };
    switch (test) {
        case model::Test::is:
        case model::Test::one_of:
            return found();
        case model::Test::is_not:
            return !found();
        case model::Test::at_least:
            return value >= against.front();
        case model::Test::at_most:
            return value <= against.front();
    }
    return false;
}

/// `level_of(FactorIndex)` gives the factor's level after all rules, or nothing when it is not known.
template <class LevelOf>
[[nodiscard]] Truth truth_of(const model::Condition& condition, const LevelOf& level_of, KnownFacts facts) {
    const auto decided = [](bool holds) { return holds ? Truth::yes : Truth::no; };
    if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what)) {
        const std::optional<model::LevelIndex> level = level_of(on_factor->factor);
        return level ? decided(passes(*level, on_factor->test, on_factor->levels)) : Truth::unknown;
    }
    const auto& on_fact = std::get<model::FactCondition>(condition.what);
    if (on_fact.fact.value() >= facts.size() || !facts[on_fact.fact.value()]) {
        return Truth::unknown;
    }
    return decided(passes(*facts[on_fact.fact.value()], on_fact.test, on_fact.values));
}

/// Whether all conditions hold; yes for none.
template <class LevelOf>
[[nodiscard]] Truth all_hold(std::span<const model::Condition> conditions, const LevelOf& level_of, KnownFacts facts) {
    Truth truth = Truth::yes;
    for (const model::Condition& condition : conditions) {
        truth = std::min(truth, truth_of(condition, level_of, facts));
    }
    return truth;
}

/// Whether at least one condition holds; no for none.
template <class LevelOf>
[[nodiscard]] Truth one_holds(std::span<const model::Condition> conditions, const LevelOf& level_of, KnownFacts facts) {
    Truth truth = Truth::no;
    for (const model::Condition& condition : conditions) {
        truth = std::max(truth, truth_of(condition, level_of, facts));
    }
    return truth;
}

/// Whether the constraint is broken whatever the levels and facts that are not known turn out to be.
template <class LevelOf>
[[nodiscard]] bool is_broken(const model::Constraint& constraint, const LevelOf& level_of, KnownFacts facts) {
    return all_hold(constraint.when, level_of, facts) == Truth::yes &&
           all_hold(constraint.require, level_of, facts) == Truth::no;
}

/// Whether one of the scheme's constraints of severity error is broken.
template <class LevelOf>
[[nodiscard]] bool breaks_a_rule(const model::Scheme& scheme, const LevelOf& level_of, KnownFacts facts) {
    const auto constraints = scheme.constraints();
    return std::any_of(constraints.begin(), constraints.end(), [&](const model::Constraint& constraint) {
        return constraint.is_error && is_broken(constraint, level_of, facts);
    });
}

}  // namespace je::scoring
