// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/level_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "je/base/text.hpp"
#include "je/model/job.hpp"

namespace je::model {

namespace {

bool are_letters(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The letters of "(b)(c)": one in each pair of brackets.
std::optional<std::string> letters_in_brackets(std::string_view text) {
    std::string letters;
    for (; !text.empty(); text.remove_prefix(3)) {
        if (text.size() < 3 || text[0] != '(' || text[2] != ')' || !are_letters(text.substr(1, 1))) return std::nullopt;
        letters += text[1];
    }
    return letters.empty() ? std::nullopt : std::optional{letters};
}

/// Whether some level of the factor has options: else letters behind a level's code say nothing.
bool has_options(const Factor& factor) {
    return std::any_of(factor.levels.begin(), factor.levels.end(), [](const Level& level) { return !level.options.empty(); });
}

}  // namespace

std::optional<std::string> option_letters(std::string_view text) {
    if (are_letters(text)) return std::string{text};
    if (text.size() > 2 && text.front() == '(' && text.back() == ')' && are_letters(text.substr(1, text.size() - 2)))
        return std::string{text.substr(1, text.size() - 2)};
    return letters_in_brackets(text);
}

std::optional<LevelText> parse_level(const Factor& factor, std::string_view text) {
    if (const auto exact = factor.find_level(text)) return LevelText{*exact, {}};
    if (!has_options(factor)) return std::nullopt;
    std::optional<LevelText> found;
    for (LevelIndex level{0}; level.value() < factor.levels.size(); ++level) {
        const std::string_view code = factor[level].id.text();
        if (!text.starts_with(code) || (found && factor[found->level].id.text().size() >= code.size())) continue;
        if (auto letters = option_letters(text.substr(code.size()))) found = LevelText{level, *std::move(letters)};
    }
    return found;
}

std::optional<OptionMistake> option_mistake(const Level& level, std::string_view letters) {
    OptionSet seen;
    for (const char letter : letters) {
        const auto place = level.find_option(letter);
        if (!place) return OptionMistake{OptionFault::unknown, {letter}};
        if (seen.contains(*place)) return OptionMistake{OptionFault::twice, {letter}};
        seen.add(*place);
    }
    if (level.one_option && seen.size() > 1) return OptionMistake{OptionFault::one_only, {letters.front()}};
    return std::nullopt;
}

OptionSet options_of(const Level& level, std::string_view letters) {
    OptionSet options;
    for (const char letter : letters) options.add(level.find_option(letter).value());
    return options;
}

OptionWords words_of(const OptionMistake& mistake, const Factor& factor, const Level& level) {
    const auto whose = fmt::format("level '{}' of factor '{}'", level.id.text(), factor.id.text());
    std::vector<std::string> letters;
    for (const LevelOption& option : level.options) letters.emplace_back(1, option.id);
    switch (mistake.fault) {
        case OptionFault::unknown:
            return {
                "JE-O05", fmt::format("{} has no option '{}'", whose, mistake.option),
                letters.empty() ? "the level alone: it has no options"
                                : fmt::format("the level alone, or with options of it: {}", base::quoted_list(letters, "or")),
                "name an option that the scheme has for this level; if it is not known which is met, state the level alone"};
        case OptionFault::twice:
            return {"JE-O06", fmt::format("option '{}' of {} is stated twice", mistake.option, whose), "each option once",
                    fmt::format("write '{}' once", mistake.option)};
        case OptionFault::one_only:
            break;
    }
    return {"JE-O07", fmt::format("more than one option of {} is stated", whose),
            fmt::format("one of {} at most: the scheme says 'choose: one'", base::quoted_list(letters, "or")),
            "state the one that is met, and say what speaks for the other in a note; if it is not known which, state the level "
            "alone"};
}

bool is_range_of_levels(const Factor& factor, std::string_view text) {
    for (const std::string_view sign : {"-", " to ", "\u2013"}) {
        const std::size_t at = text.find(sign, 1);
        if (at == std::string_view::npos) continue;
        if (parse_level(factor, text.substr(0, at)) && parse_level(factor, text.substr(at + sign.size()))) return true;
    }
    return false;
}

// Of model/scheme.hpp and model/job.hpp.

std::optional<std::size_t> Level::find_option(char letter) const {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const LevelOption& option) { return option.id == letter; });
    return found == options.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - options.begin())};
}

std::string Level::letters(OptionSet some) const {
    std::string letters;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (some.contains(i)) letters += options[i].id;
    return letters;
}

void Answers::state(FactorIndex factor, const StatedLevel& stated) {
    levels[factor.value()] = stated.level;
    state_options(factor, stated.options);
}

void Answers::state_options(FactorIndex factor, OptionSet stated) {
    if (stated.empty() && options.empty()) return;
    options.resize(levels.size());
    options[factor.value()] = stated;
}

void QuestionAnswers::set(FactorIndex factor, TreeStep answer) {
    if (options_.size() <= factor.value()) options_.resize(factor.value() + 1);
    auto& of_factor = options_[factor.value()];
    if (of_factor.size() <= answer.question.value()) of_factor.resize(answer.question.value() + 1);
    of_factor[answer.question.value()] = answer.option;
}

}  // namespace je::model
