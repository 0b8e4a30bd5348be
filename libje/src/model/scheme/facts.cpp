// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <string>

#include "je/base/text.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

// A hostile list must not cost minutes where rules look its words up.
constexpr std::size_t most_choices = 1000;

void too_many_choices(const SchemeDraft::Fact& draft, std::size_t most, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-S68", draft.choices[most].at,
                       fmt::format("fact '{}' has {} choices", draft.id.value, draft.choices.size()),
                       fmt::format("at most {} choices of a fact{}", most, most < most_choices ? " of kind 'several'" : ""),
                       "use fewer choices"});
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

[[nodiscard]] bool has_choices(FactKindOf kind) { return kind == FactKindOf::choice || kind == FactKindOf::several; }

/// Reports keys that only numbers have; true when there is none, or the fact is a number.
bool check_number_keys(const SchemeDraft::Fact& draft, FactKindOf kind, base::Diagnostics& diagnostics) {
    if (kind == FactKindOf::number) return true;
    std::string key;
    base::SourcePosition at;
    const auto look = [&](std::string_view name, const auto& value) {
        if (!value || !key.empty()) return;
        key = name;
        at = value->at;
    };
    look("min", draft.min);
    look("max", draft.max);
    look("whole", draft.whole);
    if (kind != FactKindOf::several) look("unit", draft.unit);
    if (key.empty()) return true;
    diagnostics.error({"JE-I01", at,
                       fmt::format("fact '{}' has '{}', but its kind is '{}'", draft.id.value, key, draft.kind.value),
                       fmt::format("'{}' only in a fact of kind 'number'{}", key, key == "unit" ? " or 'several'" : ""),
                       fmt::format("write 'kind: number', or keep '{}' as a comment, with '#' in front", key)});
    return false;
}

/// Reports a smallest and a largest number between which the fact can have none; true when it can have one.
bool check_domain(const SchemeDraft::Fact& draft, const FactDefinition& fact, base::Diagnostics& diagnostics) {
    if (fact.kind != FactKindOf::number || !fact.max || first_value(fact) <= *fact.max) return true;
    const auto least = fact.min.value_or(base::WideDecimal{}).to_string();
    diagnostics.error({"JE-I02", draft.max->at,
                       fmt::format("fact '{}' can have no value: its smallest is {}{} and its largest {}", draft.id.value,
                                   least, draft.min ? "" : ", since it states no 'min',", draft.max->value.to_string()),
                       fmt::format("a 'max' that is not below 'min' (0 without it){}",
                                   fact.whole ? ", with a whole number between them" : ""),
                       "correct 'min' or 'max'"});
    return false;
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
    if (!check_number_keys(draft, *kind, diagnostics)) return std::nullopt;
    if (!has_choices(*kind)) {
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
        const bool one = *kind == FactKindOf::choice;
        diagnostics.error({"JE-S50", draft.kind.at,
                           one ? fmt::format("fact '{}' is a choice, but has no choices", draft.id.value)
                               : fmt::format("fact '{}' is of kind 'several', but has no choices", draft.id.value),
                           fmt::format("the list of choices in a fact of kind '{}'", draft.kind.value),
                           "add 'choices', or another kind"});
    }
    const std::size_t most = *kind == FactKindOf::choice ? most_choices : most_of_several;
    if (draft.choices.size() > most) too_many_choices(draft, most, diagnostics);
    return draft.choices.empty() || draft.choices.size() > most ? std::nullopt : kind;
}

}  // namespace

std::string text_of(const ChoiceSet& set, const std::vector<std::string>& choices) {
    std::string list;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (set.contains(i)) list += (list.empty() ? "" : ";") + choices[i];
    }
    return list.empty() ? "-" : list;
}

bool FactTest::holds(const FactValue& value) const {
    if (const auto* choice = std::get_if<std::size_t>(&value)) return std::find(is.begin(), is.end(), *choice) != is.end();
    if (const auto* yes = std::get_if<bool>(&value)) return std::find(is.begin(), is.end(), *yes ? 1U : 0U) != is.end();
    const auto* applying = std::get_if<ChoiceSet>(&value);
    const base::WideDecimal number = applying == nullptr ? std::get<base::WideDecimal>(value)
                                                         : base::Decimal::from_whole(std::popcount(applying->bits & of.bits));
    return (!from || number >= *from) && (!below || number < *below);
}

std::vector<std::string> words_of_several(std::string_view text) {
    std::vector<std::string> words;
    if (text == "-" || text == "[]") return words;
    const bool listed = text.starts_with('[') && text.ends_with(']');
    if (listed) text = text.substr(1, text.size() - 2);
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(listed ? ',' : ';', from), text.size());
        std::string_view word = text.substr(from, end - from);
        while (word.starts_with(' ')) word.remove_prefix(1);
        while (word.ends_with(' ')) word.remove_suffix(1);
        words.emplace_back(word);
        from = end + 1;
    }
    return words;
}

base::WideDecimal first_value(const FactDefinition& fact) {
    const auto least = fact.min.value_or(base::WideDecimal{});
    return fact.whole ? least.rounded_up() : least;
}

Facts::Facts(const std::vector<SchemeDraft::Fact>& drafts, base::Diagnostics& diagnostics) {
    for (const auto& draft : drafts) add(draft, diagnostics);
}

void Facts::add(const SchemeDraft::Fact& draft, base::Diagnostics& diagnostics) {
    names_.add(draft.id, diagnostics);
    look_at_name(called_, "fact", draft.name, draft.id.at, diagnostics);
    const auto kind = usable_kind(draft, diagnostics);
    FactDefinition definition{FactId{draft.id.value}, draft.name, kind.value_or(FactKindOf::number), {}};
    for (const auto& choice : draft.choices) definition.choices.push_back(choice.value);
    if (draft.min) definition.min = draft.min->value;
    if (draft.max) definition.max = draft.max->value;
    definition.whole = draft.whole && draft.whole->value;
    if (draft.unit) definition.unit = draft.unit->value;
    definition.ask = draft.ask;
    definition.help = draft.help;
    definition.choice_texts = draft.choice_texts;
    usable_.push_back(kind.has_value() && check_domain(draft, definition, diagnostics));
    definitions_.push_back(std::move(definition));
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

std::string fix_of_number(const FactDefinition& fact, std::string_view value) {
    const auto parsed = base::WideDecimal::parse(value);
    const auto* error = std::get_if<base::DecimalError>(&parsed);
    if (error == nullptr) return "correct the number, or the fact's 'min', 'max' and 'whole' in the scheme";
    if (*error == base::DecimalError::out_of_range)
        return "no larger number can be held: count in a larger unit throughout, such as thousands, and say so in the fact's "
               "name";
    return fact.whole ? "write digits" : "write digits, with at most four after a point";
}

std::string expected_number(const FactDefinition& fact) {
    if (!fact.min && !fact.max && !fact.whole)
        return fmt::format("a number of 0 or more: digits, at most one point with one to four digits after it, at most {}",
                           base::WideDecimal::largest);
    const auto least = fact.min.value_or(base::WideDecimal{}).to_string();
    return fmt::format("a {} {}{}", fact.whole ? "whole number" : "number",
                       fact.max ? fmt::format("from {} to {}", least, fact.max->to_string())
                                : fmt::format("of {} or more, at most {}", least, base::WideDecimal::largest),
                       fact.whole ? "" : ", with at most four digits after a point");
}

/// The first word of the list that is no choice, or stands in it twice.
std::string fix_of_several(const FactDefinition& fact, std::string_view value) {
    std::vector<std::string> seen;
    for (const std::string& one : words_of_several(value)) {
        if (std::find(fact.choices.begin(), fact.choices.end(), one) == fact.choices.end()) {
            const auto near = base::nearest(one, fact.choices);
            return near ? fmt::format("write '{}' for '{}'", *near, one)
                        : fmt::format("move '{}' to where notes are kept: it is none of the choices", one);
        }
        if (std::find(seen.begin(), seen.end(), one) != seen.end()) return fmt::format("write '{}' once", one);
        seen.push_back(one);
    }
    return "list those that apply";
}

}  // namespace

std::string expected_of(const FactDefinition& fact) {
    switch (fact.kind) {
        case FactKindOf::number:
            return expected_number(fact);
        case FactKindOf::yes_no:
            return "'yes' or 'no'";
        case FactKindOf::choice:
            return fmt::format("one of the choices of fact '{}': {}", fact.id.text(), short_list(fact.choices));
        case FactKindOf::several:
            return fmt::format("a list of choices of fact '{}', each once, [] for none: {}", fact.id.text(),
                               short_list(fact.choices));
    }
    return {};
}

std::string fix_of(const FactDefinition& fact, std::string_view value) {
    if (fact.kind == FactKindOf::number) return fix_of_number(fact, value);
    if (fact.kind == FactKindOf::yes_no) return "write 'yes' or 'no'";
    if (fact.kind == FactKindOf::several) return fix_of_several(fact, value);
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
