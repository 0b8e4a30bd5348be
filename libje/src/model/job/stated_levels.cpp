// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/stated_levels.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

#include "je/base/text.hpp"

namespace je::model {

namespace {

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
        const bool parted = !rest.empty() && !base::is_letter(rest.front()) && !base::is_digit(rest.front());
        if (rest.empty() || !(base::is_digit(rest.front()) || (parted && word.size() > 1))) continue;
        while (!rest.empty() && (rest.front() == '.' || rest.front() == ':' || blank_in_front(rest) > 0))
            rest.remove_prefix(std::max<std::size_t>(blank_in_front(rest), 1));
        return rest.empty() ? text : rest;
    }
    return text;
}

Loosely how_written(std::string_view text, std::string_view code) {
    if (plain_number(text)) return Loosely::number;
    return in_small_letters(text) == in_small_letters(code) ? Loosely::capitals : Loosely::word;
}

}  // namespace

std::string_view trimmed_slowly(std::string_view text) {
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

std::string form_of(std::string_view text) {
    const std::string small = in_small_letters(trimmed(text));
    const std::string_view rest = after_level_word(small);
    return plain_number(rest).value_or(std::string{rest});
}

LooseForms::LooseForms(const Factor& factor) {
    for (std::size_t i = 0; i < factor.levels.size(); ++i) places_[form_of(factor.levels[i].id.text())].push_back(i);
}

LooseForms::LooseForms(const std::vector<std::string>& codes) {
    for (std::size_t i = 0; i < codes.size(); ++i) places_[form_of(codes[i])].push_back(i);
}

std::span<const std::size_t> LooseForms::like(std::string_view text) const {
    const auto found = places_.find(form_of(text));
    return found == places_.end() ? std::span<const std::size_t>{} : found->second;
}

std::vector<LooseLevel> loose_levels(std::string_view text, const Factor& factor) {
    return text.size() > longest_loose ? std::vector<LooseLevel>{} : loose_levels(text, factor, LooseForms{factor});
}

std::vector<LooseLevel> loose_levels(std::string_view text, const Factor& factor, const LooseForms& forms) {
    if (text.size() > longest_loose) return {};
    const std::string_view inner = trimmed(text);
    if (const auto exact = factor.find_level(inner)) return {{exact->value(), Loosely::blanks}};
    std::vector<LooseLevel> found;
    for (const std::size_t i : forms.like(inner)) found.push_back({i, how_written(inner, factor.levels[i].id.text())});
    return found;
}

namespace {

/// Another level is another grade, so none is named because it is spelt alike: only where one is meant without a doubt.
std::string fix_of_level(std::string_view written, const Factor& factor) {
    if (is_range_of_levels(factor, written))
        return "state the one level that holds: a range of levels belongs in a profile; if it is not known which, leave the "
               "level out, and keep what stands here in a note";
    const auto possible = loose_levels(written, factor);
    if (possible.size() != 1)
        return "write one of these; if it is not known which, leave the level out, and keep what stands here in a note";
    return base::fix_of_spelling(written, factor.levels[possible[0].level].id.text());
}

void report_unknown(const Factor& factor, const Text& level, std::string_view id, base::Diagnostics& diagnostics) {
    std::vector<std::string> levels;
    for (const Level& one : factor.levels) levels.push_back(one.id.text());
    report({.id = id,
            .word = level,
            .message = fmt::format("factor '{}' has no level '{}'", factor.id.text(), level.value),
            .what = fmt::format("the levels of factor '{}'", factor.id.text()),
            .allowed = levels,
            .otherwise = fix_of_level(level.value, factor),
            .by_spelling = false},
           diagnostics);
}

/// What is wrong when an option is stated after `letters`, to which it is added.
std::optional<OptionMistake> mistake_with(const Level& level, std::string& letters, const std::string& option) {
    if (option.size() != 1) return OptionMistake{OptionFault::unknown, option};
    letters += option;
    return option_mistake(level, letters);
}

}  // namespace

std::optional<FactorIndex> stated_factor(const Scheme& scheme, const Text& factor, std::string_view id,
                                         base::Diagnostics& diagnostics) {
    if (const auto found = scheme.find_factor(factor.value)) return found;
    std::vector<std::string> factors;
    for (const Factor& one : scheme.factors()) factors.push_back(one.id.text());
    report({.id = id,
            .word = factor,
            .message = fmt::format("'{}' is not a factor of scheme '{}'", factor.value, scheme.id().text()),
            .what = fmt::format("the factors of scheme '{}'", scheme.id().text()),
            .allowed = factors},
           diagnostics);
    return std::nullopt;
}

std::optional<LevelIndex> plain_level(const Factor& factor, const Text& level, std::string_view id,
                                      base::Diagnostics& diagnostics) {
    const auto found = factor.find_level(level.value);
    if (!found) report_unknown(factor, level, id, diagnostics);
    return found;
}

std::optional<StatedLevel> stated_level(const Factor& factor, const StatedText& stated, std::string_view id,
                                        base::Diagnostics& diagnostics) {
    const auto parsed = parse_level(factor, stated.value);
    if (!parsed) {
        report_unknown(factor, stated, id, diagnostics);
        return std::nullopt;
    }
    const auto options = stated_options(factor, parsed->level, parsed->letters, stated.options, stated.at, diagnostics);
    return options ? std::optional{StatedLevel{parsed->level, *options}} : std::nullopt;
}

std::optional<OptionSet> stated_options(const Factor& factor, LevelIndex level, std::string letters,
                                        const std::vector<Text>& beside, const base::SourcePosition& at,
                                        base::Diagnostics& diagnostics) {
    const base::SourcePosition* place = &at;  // of the last letter
    std::optional<OptionMistake> mistake = option_mistake(factor[level], letters);
    for (const Text& option : beside) {
        if (mistake) break;
        place = &option.at;
        mistake = mistake_with(factor[level], letters, option.value);
    }
    if (mistake) {
        const OptionWords words = words_of(*mistake, factor, factor[level]);
        diagnostics.error({std::string{words.id}, *place, words.message, words.expected, words.fix});
        return std::nullopt;
    }
    return options_of(factor[level], letters);
}

bool are_options_of(const Level& level, const std::vector<Text>& options) {
    std::string letters;
    return std::all_of(options.begin(), options.end(),
                       [&](const Text& option) { return !mistake_with(level, letters, option.value); });
}

}  // namespace je::model
