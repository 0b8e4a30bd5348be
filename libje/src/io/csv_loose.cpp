// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv_loose.hpp"

#include <algorithm>
#include <array>

#include "je/base/text.hpp"

namespace je::io {

namespace {

constexpr std::size_t longest = 200;  // a longer cell says nothing in another way

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// How many bytes of a blank `text` begins with, or ends with.
std::size_t blank_in_front(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() == ' ' || text.front() == '\t' || text.front() == '\r' || text.front() == '\n') return 1;
    return text.starts_with("\xC2\xA0") ? 2 : text.starts_with("\xE2\x80\xAF") ? 3 : 0;  // no-break, and its narrow form
}

std::size_t blank_behind(std::string_view text) {
    if (text.empty()) return 0;
    if (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n') return 1;
    return text.ends_with("\xC2\xA0") ? 2 : text.ends_with("\xE2\x80\xAF") ? 3 : 0;
}

std::string_view without_blanks(std::string_view text) {
    while (const std::size_t bytes = blank_in_front(text)) text.remove_prefix(bytes);
    while (const std::size_t bytes = blank_behind(text)) text.remove_suffix(bytes);
    return text;
}

// What follows the word "level", "Lvl." or an L that a digit follows; all of the text when it begins otherwise.
std::string_view after_level_word(std::string_view text) {
    for (const std::string_view word : {"level", "lvl", "lev", "l"}) {
        if (!text.starts_with(word)) continue;
        std::string_view rest = text.substr(word.size());
        const bool parted = !rest.empty() && !is_letter(rest.front()) && !is_digit(rest.front());
        if (rest.empty() || !(is_digit(rest.front()) || (parted && word.size() > 1))) continue;
        while (!rest.empty() && (rest.front() == '.' || rest.front() == ':' || blank_in_front(rest) > 0))
            rest.remove_prefix(std::max<std::size_t>(blank_in_front(rest), 1));
        return rest.empty() ? text : rest;
    }
    return text;
}

// Texts that mean the same level have the same form.
std::string form_of(std::string_view text) {
    const std::string small = in_small_letters(trimmed(text));
    const std::string_view rest = after_level_word(small);
    return plain_number(rest).value_or(std::string{rest});
}

Loosely how_written(std::string_view text, std::string_view code) {
    if (plain_number(text)) return Loosely::number;
    return in_small_letters(text) == in_small_letters(code) ? Loosely::capitals : Loosely::word;
}

std::optional<model::FactValue> loose_yes_no(std::string_view text) {
    const std::string small = in_small_letters(text);
    if (small == "yes" || small == "true" || small == "y") return true;
    if (small == "no" || small == "false" || small == "n") return false;
    return std::nullopt;
}

std::optional<model::FactValue> loose_choice(std::string_view text, const std::vector<std::string>& choices) {
    const std::string form = form_of(text);
    std::optional<model::FactValue> found;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (form_of(choices[i]) != form) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
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

std::string in_small_letters(std::string_view text) {
    std::string small{text};
    for (char& c : small) c = base::ascii_lower(c);
    return small;
}

std::string_view trimmed(std::string_view text) {
    text = without_blanks(text);
    if (text.size() >= 3 && text.starts_with("=\"") && text.back() == '"')
        return without_blanks(text.substr(2, text.size() - 3));
    return text;
}

std::optional<std::string> plain_number(std::string_view text) {
    const std::size_t mark = std::min(text.find_first_of(".,"), text.size());
    std::string_view whole = text.substr(0, mark);
    std::string_view part = text.substr(std::min(mark + 1, text.size()));
    if (text.size() > 30 || !all_digits(whole) || (mark < text.size() && !all_digits(part))) return std::nullopt;
    if (mark < text.size() && text[mark] == ',' && part.size() == 3) return std::nullopt;
    while (whole.size() > 1 && whole.front() == '0') whole.remove_prefix(1);
    while (!part.empty() && part.back() == '0') part.remove_suffix(1);
    return part.empty() ? std::string{whole} : std::string{whole}.append(".").append(part);
}

std::vector<LooseLevel> loose_levels(std::string_view text, const model::Factor& factor) {
    if (text.size() > longest) return {};
    const std::string_view inner = trimmed(text);
    if (const auto exact = factor.find_level(inner)) return {{exact->value(), Loosely::blanks}};
    const std::string form = form_of(inner);
    std::vector<LooseLevel> found;
    for (std::size_t i = 0; i < factor.levels.size(); ++i) {
        const std::string& code = factor.levels[i].id.text();
        if (form_of(code) == form) found.push_back({i, how_written(inner, code)});
    }
    return found;
}

std::optional<LooseFact> loose_fact(std::string_view text, const model::FactDefinition& fact) {
    if (text.size() > longest) return std::nullopt;
    const std::string_view inner = trimmed(text);
    if (auto exact = model::parse_fact(fact, inner)) return LooseFact{*exact, Loosely::blanks};
    std::optional<model::FactValue> value;
    if (fact.kind == model::FactKindOf::yes_no) value = loose_yes_no(inner);
    if (fact.kind == model::FactKindOf::choice) value = loose_choice(inner, fact.choices);
    const auto number = plain_number(inner);
    if (fact.kind == model::FactKindOf::number && number) value = model::parse_fact(fact, *number);
    if (!value) return std::nullopt;
    return LooseFact{*value, number ? Loosely::number : Loosely::capitals};
}

bool says_not_known(std::string_view text) {
    static constexpr std::array<std::string_view, 23> words{
        "n/a", "na", "n.a.", "n.a", "n/k", "nk", "tbc", "tba", "tbd", "unknown", "not known", "none",
        "nil", "null", "nan", "-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "?", "??", ".", "..."};
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
    static constexpr std::array<std::string_view, 9> words{"total", "totals", "grand total", "subtotal", "sum",
                                                           "average", "mean", "total jobs", "number of jobs"};
    std::string_view inner = trimmed(text);
    constexpr std::size_t longest_word = 16;
    if (inner.size() > longest_word || inner.find_first_of("tTgGsSaAmMnN") != 0) return false;  // as most ids: asked of each
    while (!inner.empty() && (inner.back() == ':' || inner.back() == '.')) inner.remove_suffix(1);
    const std::string small = in_small_letters(inner);
    return std::find(words.begin(), words.end(), small) != words.end();
}

}  // namespace je::io
