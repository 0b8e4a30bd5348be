// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme_choice_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/scheme_facts.hpp"

namespace je::model {

namespace {

void not_a_choice(const Text& key, const FactDefinition& fact, const std::string& user, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S53",
                       .at = key.at,
                       .message = fmt::format("{} has an entry for '{}', which is not a choice of fact '{}'", user, key.value,
                                              fact.id.text()),
                       .expected = expected_of(fact),
                       .fix = fix_of(fact, key.value)});
}

void twice(const Text& key, const std::string& user, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S54",
                       .at = key.at,
                       .message = fmt::format("{} has two entries for '{}'", user, key.value),
                       .expected = "one entry for each choice",
                       .fix = "correct the choice of one of the two; where both say the same, one is enough"});
}

}  // namespace

std::vector<const Text*> rows_by_choice(const std::vector<std::pair<Text, Text>>& table, const FactDefinition& fact,
                                        const Text& rule, const std::string& user, base::Diagnostics& diagnostics) {
    std::vector<const Text*> rows(fact.choices.size(), nullptr);
    if (table.empty()) report_empty(rule, user, "entries", diagnostics);
    for (const auto& [key, value] : table) {
        const auto choice = std::find(fact.choices.begin(), fact.choices.end(), key.value);
        if (choice == fact.choices.end()) {
            not_a_choice(key, fact, user, diagnostics);
            continue;
        }
        auto& row = rows[static_cast<std::size_t>(choice - fact.choices.begin())];
        if (row != nullptr) twice(key, user, diagnostics);
        if (row == nullptr) row = &value;
    }
    return rows;
}

void report_empty(const Text& rule, const std::string& user, std::string_view key, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S45",
                       .at = rule.at,
                       .message = fmt::format("{} has no {}, so it can never have an effect", user, key),
                       .expected = fmt::format("at least one of its {}", key),
                       .fix = "say what the rule does, or keep it as a comment, with '#' in front"});
}

}  // namespace je::model
