// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/loose.hpp"

#include <algorithm>
#include <array>

#include "model/job/stated_answers.hpp"
#include "model/scheme/facts.hpp"

namespace je::io {

namespace {

using base::is_digit;
using base::is_letter;
using model::all_digits;

std::optional<model::FactValue> loose_yes_no(std::string_view text) {
    const std::string small = in_small_letters(text);
    if (small == "yes" || small == "true" || small == "y") return true;
    if (small == "no" || small == "false" || small == "n") return false;
    return std::nullopt;
}

std::optional<model::FactValue> loose_choice(std::string_view text, const LooseForms& forms) {
    const auto like = forms.like(text);
    return like.size() == 1 ? std::optional<model::FactValue>{like.front()} : std::nullopt;
}

std::optional<model::FactValue> loose_several(std::string_view text, const LooseForms& forms) {
    model::ChoiceSet set;
    for (const std::string& word : model::words_of_several(text)) {
        const auto like = forms.like(word);
        if (like.size() != 1 || set.contains(like.front())) return std::nullopt;
        set.bits |= 1U << like.front();
    }
    return set;
}

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

bool names_a_month(std::string_view text) {
    const std::string small = in_small_letters(text);
    const auto first = std::find_if(small.begin(), small.end(), is_letter);
    const std::string_view word = std::string_view{small}.substr(static_cast<std::size_t>(first - small.begin()));
    return std::any_of(months.begin(), months.end(), [&](std::string_view month) { return word.starts_with(month); });
}

}  // namespace

std::optional<LooseFact> loose_fact(std::string_view text, const model::FactDefinition& fact, const LooseForms& forms) {
    if (text.size() > model::longest_loose) return std::nullopt;
    const std::string_view inner = trimmed(text);
    if (auto exact = model::parse_fact(fact, inner)) return LooseFact{*exact, Loosely::blanks};
    std::optional<model::FactValue> value;
    if (fact.kind == model::FactKindOf::yes_no) value = loose_yes_no(inner);
    if (fact.kind == model::FactKindOf::choice) value = loose_choice(inner, forms);
    if (fact.kind == model::FactKindOf::several) value = loose_several(inner, forms);
    const auto number = plain_number(inner);
    if (fact.kind == model::FactKindOf::number && number) value = model::parse_fact(fact, *number);
    if (!value) return std::nullopt;
    return LooseFact{*value, number ? Loosely::number : Loosely::capitals};
}

std::optional<LooseOption> loose_option(std::string_view text, const model::Question& question, const LooseForms& forms) {
    if (text.size() > model::longest_loose) return std::nullopt;
    const std::string_view inner = trimmed(text);
    if (const auto exact = question.find_option(inner)) return LooseOption{*exact, Loosely::blanks};
    const auto how = plain_number(inner) ? Loosely::number : Loosely::capitals;
    const auto like = forms.like(inner);
    if (like.size() == 1) return LooseOption{like.front(), how};
    const auto word = question.find_option(model::other_word_for(question, inner));
    return word ? std::optional{LooseOption{*word, how}} : std::nullopt;
}

bool says_not_known(std::string_view text) {
    static constexpr std::array<std::string_view, 23> words{
        "n/a", "na",   "n.a.", "n.a", "n/k", "nk",           "tbc",          "tba", "tbd", "unknown", "not known", "none",
        "nil", "null", "nan",  "-",   "--",  "\xE2\x80\x93", "\xE2\x80\x94", "?",   "??",  ".",       "..."};
    const std::string small = in_small_letters(trimmed(text));
    return small.starts_with("#") || std::find(words.begin(), words.end(), small) != words.end();
}

bool looks_like_a_date(std::string_view text) {
    text = trimmed(text);
    if (text.size() == 5 && all_digits(text)) return text >= "29000" && text <= "73050";  // 1979 to 2099
    const auto letters = std::count_if(text.begin(), text.end(), is_letter);
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const auto marks = static_cast<std::ptrdiff_t>(text.size()) - letters - digits;
    if (text.size() > 19 || digits == 0 || text.find_first_of("-/. ") == std::string_view::npos) return false;
    const bool month_name = marks >= 1 && letters <= 9 && (letters == 3 || (letters > 3 && names_a_month(text)));
    const bool all_numbers = letters == 0 && (marks == 2 || marks == 5) && digits >= 4;  // 5: with the time of day
    return (month_name && text.size() <= 15) || all_numbers;
}

bool begins_as_totals(std::string_view text) {
    static constexpr std::array<std::string_view, 9> words{"total",   "totals", "grand total", "subtotal",      "sum",
                                                           "average", "mean",   "total jobs",  "number of jobs"};
    std::string_view inner = trimmed(text);
    constexpr std::size_t longest_word = 16;
    if (inner.empty() || inner.size() > longest_word ||
        std::string_view{"tTgGsSaAmMnN"}.find(inner.front()) == std::string_view::npos)
        return false;  // as most ids: asked of each
    while (!inner.empty() && (inner.back() == ':' || inner.back() == '.')) inner.remove_suffix(1);
    const std::string small = in_small_letters(inner);
    return std::find(words.begin(), words.end(), small) != words.end();
}

bool begins_as_footnote(std::string_view text) {
    static constexpr std::array<std::string_view, 18> words{
        "source:", "sources:", "source -", "note:",        "notes:",      "nb:",          "n.b.",   "n =",      "n=",
        "total:",  "total (",  "totals (", "grand total ", "prepared by", "last updated", "as at ", "see note", "footnote"};
    text = trimmed(text);
    constexpr std::size_t longest_word = 16;
    if (text.empty() || std::string_view{"sSnNtTgGpPlLaAfF*"}.find(text.front()) == std::string_view::npos)
        return false;  // as most ids: asked of each
    if (text.front() == '*') return true;
    const std::string small = in_small_letters(text.substr(0, longest_word));
    return small == "notes" ||
           std::any_of(words.begin(), words.end(), [&](std::string_view word) { return small.starts_with(word); });
}

std::string fact_text(const model::FactDefinition& fact, const model::FactValue& value) {
    if (const auto* number = std::get_if<base::WideDecimal>(&value)) return number->to_string();
    if (const auto* choice = std::get_if<std::size_t>(&value)) return fact.choices[*choice];
    if (const auto* applying = std::get_if<model::ChoiceSet>(&value)) return model::text_of(*applying, fact.choices);
    return std::get<bool>(value) ? "yes" : "no";
}

bool may_part_thousands(std::string_view text) {
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && point >= 1 && point <= 3 && text.size() == point + 4 && text.front() != '0' &&
           text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace je::io
