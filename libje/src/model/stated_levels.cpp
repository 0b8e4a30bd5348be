// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/stated_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "je/base/characters.hpp"
#include "je/base/text.hpp"

namespace je::model {

namespace {

/// The same for all ways to write a level that leave no doubt: in small letters, without the word "level" in front of a number, and
/// without zeros in front of it or after its point.
std::string plain_form(std::string_view text) {
    std::string form;
    for (const char c : text) {
        if (c != ' ') form.push_back(base::ascii_lower(c));
    }
    for (const std::string_view word : {"level", "lvl", "lev", "l"}) {
        const bool counts = form.starts_with(word) && form.size() > word.size() && form[word.size()] >= '0' && form[word.size()] <= '9';
        if (counts) form.erase(0, word.size());
    }
    const bool digits = form.find_first_not_of("0123456789.") == std::string::npos;
    while (digits && form.size() > 1 && form[0] == '0' && form[1] != '.') form.erase(0, 1);
    if (digits && form.ends_with(".0")) form.resize(form.size() - 2);
    return form;
}

/// Another level is another grade, so none is named because it is spelt alike: only where one is meant without a doubt.
std::string fix_of_level(std::string_view written, const std::vector<std::string>& levels) {
    constexpr std::size_t longest = 40;
    const std::string form = plain_form(written.substr(0, longest + 1));
    const auto same = [&](const std::string& level) { return plain_form(level) == form; };
    if (written.size() > longest || std::count_if(levels.begin(), levels.end(), same) != 1)
        return "write one of these, or leave the level out if it is not known";
    return base::fix_of_spelling(written, *std::find_if(levels.begin(), levels.end(), same));
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

std::optional<LevelIndex> stated_level(const Factor& factor, const Text& level, std::string_view id,
                                       base::Diagnostics& diagnostics) {
    if (const auto found = factor.find_level(level.value)) return found;
    std::vector<std::string> levels;
    for (const Level& one : factor.levels) levels.push_back(one.id.text());
    report({.id = id,
            .word = level,
            .message = fmt::format("factor '{}' has no level '{}'", factor.id.text(), level.value),
            .what = fmt::format("the levels of factor '{}'", factor.id.text()),
            .allowed = levels,
            .otherwise = fix_of_level(level.value, levels),
            .by_spelling = false},
           diagnostics);
    return std::nullopt;
}

}  // namespace je::model
