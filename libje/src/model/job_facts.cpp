// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "je/model/job.hpp"

namespace je::model {

namespace {

std::optional<FactValue> parse_number(std::string_view text) {
    const auto parsed = base::WideDecimal::parse(text);
    if (const auto* value = std::get_if<base::WideDecimal>(&parsed)) return *value;
    return std::nullopt;
}

std::optional<FactValue> parse_choice(const std::vector<std::string>& choices, std::string_view text) {
    const auto found = std::find(choices.begin(), choices.end(), text);
    if (found == choices.end()) return std::nullopt;
    return static_cast<std::size_t>(found - choices.begin());
}

std::optional<FactValue> parse_yes_no(std::string_view text) {
    if (text == "yes" || text == "true") return true;
    if (text == "no" || text == "false") return false;
    return std::nullopt;
}

}  // namespace

std::optional<FactValue> parse_fact(const FactDefinition& fact, std::string_view text) {
    switch (fact.kind) {
        case FactKindOf::number:
            return parse_number(text);
        case FactKindOf::choice:
            return parse_choice(fact.choices, text);
        case FactKindOf::yes_no:
            return parse_yes_no(text);
    }
    return std::nullopt;
}

}  // namespace je::model
