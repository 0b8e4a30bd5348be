// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme_sizes.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>

namespace je::model {

namespace {

constexpr std::size_t most_factors = 500;
constexpr std::size_t most_rules = 1000;       // of each kind
constexpr std::size_t most_conditions = 2000;  // of all constraints, and of all band rules

void too_many(std::size_t count, std::size_t most, std::string_view what, const base::SourcePosition& at,
              base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S68",
                       .at = at,
                       .message = fmt::format("the scheme has {} {}", count, what),
                       .expected = fmt::format("at most {} {}", most, what),
                       .fix = "use fewer; docs/limits.md has all bounds"});
}

template <class Item>
void check_list(const std::vector<Item>& list, std::size_t most, std::string_view what, base::Diagnostics& diagnostics) {
    if (list.size() > most) too_many(list.size(), most, what, list[most].id.at, diagnostics);
}

template <class Rule, class Count>
void check_conditions(const std::vector<Rule>& rules, const Count& count, std::string_view what,
                      base::Diagnostics& diagnostics) {
    std::size_t all = 0;
    for (const Rule& rule : rules) all += count(rule);
    if (all > most_conditions) too_many(all, most_conditions, what, rules.front().id.at, diagnostics);
}

}  // namespace

void check_sizes(const SchemeDraft& draft, base::Diagnostics& diagnostics) {
    check_list(draft.factors, most_factors, "factors", diagnostics);
    check_list(draft.matrices, most_factors, "matrices", diagnostics);
    check_list(draft.facts, most_rules, "facts", diagnostics);
    check_list(draft.derived, most_rules, "derived entries", diagnostics);
    check_list(draft.modifiers, most_rules, "modifiers", diagnostics);
    check_list(draft.constraints, most_rules, "constraints", diagnostics);
    check_list(draft.band_rules, most_rules, "band rules", diagnostics);
    check_conditions(
        draft.constraints, [](const auto& rule) { return rule.when.size() + rule.require.size(); },
        "conditions in its constraints", diagnostics);
    check_conditions(
        draft.band_rules, [](const auto& rule) { return rule.when.size() + rule.unless.size(); },
        "conditions in its band rules", diagnostics);
}

}  // namespace je::model
