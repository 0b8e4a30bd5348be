// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "je/base/text.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

// A hostile list must not cost minutes where rules look its words up.
constexpr std::size_t most_choices = 1000;

void too_many_choices(const SchemeDraft::Fact& draft, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-S68", draft.choices[most_choices].at,
                       fmt::format("fact '{}' has {} choices", draft.id.value, draft.choices.size()),
                       fmt::format("at most {} choices of a fact", most_choices), "use fewer choices"});
}

void check_choices_differ(const SchemeDraft::Fact& draft, base::Diagnostics& diagnostics) {
    Names seen{{"choice", "choices", "", "JE-S51"}};
    for (const auto& choice : draft.choices) {
        const auto first = seen.find(choice.value);
        seen.look_at(choice, diagnostics);
        seen.add_quietly(choice);
        if (!first) continue;
        diagnostics.error(
            {"JE-S51", choice.at,
             fmt::format("fact '{}' has choice '{}' twice{}", draft.id.value, choice.value, first_at(seen.first_place(*first))),
             "choices that differ", "correct one of the two; where both are the same choice, one is enough"});
    }
}

/// The kind, when it is known and its choices (one or more, or none for another kind) fit it.
std::optional<FactKindOf> usable_kind(const SchemeDraft::Fact& draft, base::Diagnostics& diagnostics) {
    const auto kind = resolve_word(
        words::fact_kinds,
        {.id = "JE-S49",
         .word = draft.kind,
         .message = fmt::format("fact '{}' is of kind '{}', which does not exist", draft.id.value, draft.kind.value),
         .what = "the kinds of fact"},
        diagnostics);
    if (!kind) return std::nullopt;
    if (*kind != FactKindOf::choice) {
        if (!draft.choices.empty()) {
            diagnostics.error({"JE-S50", draft.choices.front().at,
                               fmt::format("fact '{}' has choices, but its kind is '{}'", draft.id.value, draft.kind.value),
                               "choices only in a fact of kind 'choice'",
                               "write 'kind: choice', or keep the choices as comments, with '#' in front"});
        }
        return draft.choices.empty() ? kind : std::nullopt;
    }
    check_choices_differ(draft, diagnostics);
    if (draft.choices.empty()) {
        diagnostics.error({"JE-S50", draft.kind.at, fmt::format("fact '{}' is a choice, but has no choices", draft.id.value),
                           "the list of choices in a fact of kind 'choice'", "add 'choices', or another kind"});
    }
    if (draft.choices.size() > most_choices) too_many_choices(draft, diagnostics);
    return draft.choices.empty() || draft.choices.size() > most_choices ? std::nullopt : kind;
}

}  // namespace

Facts::Facts(const std::vector<SchemeDraft::Fact>& drafts, base::Diagnostics& diagnostics) {
    for (const auto& draft : drafts) add(draft, diagnostics);
}

void Facts::add(const SchemeDraft::Fact& draft, base::Diagnostics& diagnostics) {
    names_.add(draft.id, diagnostics);
    look_at_name(called_, "fact", draft.name, draft.id.at, diagnostics);
    const auto kind = usable_kind(draft, diagnostics);
    FactDefinition definition{FactId{draft.id.value}, draft.name, kind.value_or(FactKindOf::number), {}};
    for (const auto& choice : draft.choices) definition.choices.push_back(choice.value);
    definitions_.push_back(std::move(definition));
    usable_.push_back(kind.has_value());
}

std::optional<FactIndex> Facts::resolve(const Text& reference, std::string_view user, base::Diagnostics& diagnostics) const {
    const auto found = names_.resolve(reference, user, diagnostics);
    if (!found || !usable_[*found]) return std::nullopt;
    return FactIndex{*found};
}

std::optional<FactIndex> Facts::resolve_kind(const Text& reference, FactKindOf kind, std::string_view user,
                                             base::Diagnostics& diagnostics) const {
    const auto found = resolve(reference, user, diagnostics);
    if (!found || definitions_[found->value()].kind == kind) return found;
    diagnostics.error({"JE-S52", reference.at,
                       fmt::format("{} uses fact '{}', whose kind is '{}'", user, reference.value,
                                   to_text(definitions_[found->value()].kind)),
                       fmt::format("a fact of kind '{}'", to_text(kind)),
                       fmt::format("name another fact, or declare this one with 'kind: {}'{}", to_text(kind),
                                   kind == FactKindOf::choice ? " and, as its 'choices', what the rule lists" : "")});
    return std::nullopt;
}

namespace {

std::string fix_of_number(std::string_view value) {
    const auto parsed = base::WideDecimal::parse(value);
    const auto* error = std::get_if<base::DecimalError>(&parsed);
    if (error != nullptr && *error == base::DecimalError::out_of_range)
        return "no larger number can be held: count in a larger unit throughout, such as thousands, and say so in the fact's "
               "name";
    return "write digits, with at most four after a point";
}

}  // namespace

std::string expected_of(const FactDefinition& fact) {
    switch (fact.kind) {
        case FactKindOf::number:
            return fmt::format("a number: digits, at most one point with one to four digits after it, at most {}",
                               base::WideDecimal::largest);
        case FactKindOf::yes_no:
            return "'yes' or 'no'";
        case FactKindOf::choice:
            return fmt::format("one of the choices of fact '{}': {}", fact.id.text(), short_list(fact.choices));
    }
    return {};
}

std::string fix_of(const FactDefinition& fact, std::string_view value) {
    if (fact.kind == FactKindOf::number) return fix_of_number(value);
    if (fact.kind == FactKindOf::yes_no) return "write 'yes' or 'no'";
    const auto near = base::nearest(value, fact.choices);
    return near ? fmt::format("write '{}'", *near) : "use one of these";
}

std::vector<const Text*> rows_by_choice(const std::vector<std::pair<Text, Text>>& table, const FactDefinition& fact,
                                        const Text& rule, const std::string& user, base::Diagnostics& diagnostics) {
    std::vector<const Text*> rows(fact.choices.size(), nullptr);
    if (table.empty()) report_empty(rule, user, "entries", diagnostics);
    for (const auto& [key, value] : table) {
        const auto choice = std::find(fact.choices.begin(), fact.choices.end(), key.value);
        if (choice == fact.choices.end()) {
            diagnostics.error(
                {"JE-S53", key.at,
                 fmt::format("{} has an entry for '{}', which is not a choice of fact '{}'", user, key.value, fact.id.text()),
                 expected_of(fact), fix_of(fact, key.value)});
            continue;
        }
        auto& row = rows[static_cast<std::size_t>(choice - fact.choices.begin())];
        if (row != nullptr) {
            diagnostics.error({"JE-S54", key.at, fmt::format("{} has two entries for '{}'", user, key.value),
                               "one entry for each choice",
                               "correct the choice of one of the two; where both say the same, one is enough"});
        }
        if (row == nullptr) row = &value;
    }
    return rows;
}

void report_empty(const Text& rule, const std::string& user, std::string_view key, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-S45", rule.at, fmt::format("{} has no {}, so it can never have an effect", user, key),
                       fmt::format("at least one of its {}", key),
                       "say what the rule does, or keep it as a comment, with '#' in front"});
}

}  // namespace je::model
