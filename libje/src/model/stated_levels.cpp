// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/stated_levels.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "je/base/characters.hpp"
#include "model/loosely.hpp"

namespace je::model {

namespace {

/// Another level is another grade, so none is named because it is spelt alike: only where one is meant without a doubt.
std::string fix_of_level(std::string_view written, const Factor& factor) {
    const auto possible = loose_levels(written, factor);
    if (possible.size() != 1)
        return "write one of these; if it is not known which, leave the level out, and keep what stands here in a note";
    return base::fix_of_spelling(written, factor.levels[possible[0].level].id.text());
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
            .otherwise = fix_of_level(level.value, factor),
            .by_spelling = false},
           diagnostics);
    return std::nullopt;
}

}  // namespace je::model
