// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/model/fact.hpp"
#include "je/model/ids.hpp"

namespace je::model {

enum class Test { is, is_not, at_least, at_most, one_of };

/// A test of one factor's level.
struct FactorCondition {
    FactorIndex factor;
    Test test;
    std::vector<LevelIndex> levels;
};
/// A test of one fact.
struct FactCondition {
    FactIndex fact;
    Test test;
    std::vector<FactValue> values;
};
struct Condition;
/// So many of several conditions hold.
struct CountCondition {
    Test test;  // at_least or at_most
    std::size_t count = 0;
    std::vector<Condition> of;
};
struct Condition {
    std::variant<FactorCondition, FactCondition, CountCondition> what;
    base::SourcePosition at;
};

/// Calls `on_factor(FactorCondition)` or `on_fact(FactCondition)` for each test in a condition.
template <class OnFactor, class OnFact>
void visit_tests(const Condition& condition, const OnFactor& on_factor, const OnFact& on_fact) {
    if (const auto* factor = std::get_if<FactorCondition>(&condition.what)) return on_factor(*factor);
    if (const auto* fact = std::get_if<FactCondition>(&condition.what)) return on_fact(*fact);
    for (const Condition& one : std::get<CountCondition>(condition.what).of) visit_tests(one, on_factor, on_fact);
}

/// What every rule states of itself.
struct RuleHead {
    RuleId id;
    std::string summary;  // in the scheme's words; of a constraint, the message for who breaks it
    std::string source;   // id; empty when none is stated
    base::SourcePosition at;
};

}  // namespace je::model
