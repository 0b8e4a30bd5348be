// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "je/model/scheme.hpp"

namespace je::model {

/// The letters of a text that names options, in its order: `bc`, `(bc)` or `(b)(c)`. Nothing for any other text, an empty one
/// among them.
[[nodiscard]] std::optional<std::string> option_letters(std::string_view text);

/// How a text falls apart that stands for a level: its level, and the letters behind it.
struct LevelText {
    LevelIndex level;
    std::string letters{};
};
/// A text that is a level's code is that level; any other is the longest code that begins it and leaves letters. Nothing where
/// the factor has no such level.
[[nodiscard]] std::optional<LevelText> parse_level(const Factor& factor, std::string_view text);

/// What is wrong with letters stated of a level.
enum class OptionFault { unknown, twice, one_only };
struct OptionMistake {
    OptionFault fault;
    std::string option;  // the first it is about
};
/// The first mistake in `letters`, options of `level`; nothing when there is none.
[[nodiscard]] std::optional<OptionMistake> option_mistake(const Level& level, std::string_view letters);
/// The options that letters without a mistake stand for.
[[nodiscard]] OptionSet options_of(const Level& level, std::string_view letters);

/// What messages say of a mistake: what was found, what was expected, and how to mend it. `id` is of the catalogue.
struct OptionWords {
    std::string_view id;
    std::string message;
    std::string expected;
    std::string fix;
};
[[nodiscard]] OptionWords words_of(const OptionMistake& mistake, const Factor& factor, const Level& level);

/// Whether a text states a range of levels, as profiles do: "2-3ab", "3ab-4b", "1 to 3".
[[nodiscard]] bool is_range_of_levels(const Factor& factor, std::string_view text);

}  // namespace je::model
