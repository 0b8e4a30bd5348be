// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What spreadsheets and people make of a value, undone where only one thing can be meant. Used where a cell does not say exactly
// what is looked for, so that files written plainly are read as quickly as before.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::io {

/// `text` without blanks at its ends (spaces, tabs, line ends, no-break spaces) and out of ="...", a spreadsheet's way of writing a
/// text.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] inline bool is_blank(std::string_view text) { return trimmed(text).empty(); }
/// `text` with small letters for A to Z.
[[nodiscard]] std::string in_small_letters(std::string_view text);
/// "3" for 3.0, 3,0 and 03; "2.5" for 2,50. Nothing when it is no such number, or when a comma may part thousands.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view text);

/// In which way a cell says what it says.
enum class Loosely : std::uint8_t { blanks, number, word, capitals };

struct LooseLevel {
    std::size_t level;  // its place among the factor's
    Loosely how;
};
/// The levels that a text can mean which is not exactly a level: one that stands there between blanks, else all that equal it as
/// numbers, in other capitals, or after the word "level".
[[nodiscard]] std::vector<LooseLevel> loose_levels(std::string_view text, const model::Factor& factor);

struct LooseFact {
    model::FactValue value;
    Loosely how;
};
[[nodiscard]] std::optional<LooseFact> loose_fact(std::string_view text, const model::FactDefinition& fact);

/// N/A, -, ?, #REF!: what people and spreadsheets put where nothing is known.
[[nodiscard]] bool says_not_known(std::string_view text);
/// 7-Jan, 07/01/2026, or the number of a day such as 45720: what a spreadsheet makes of a code such as 1-7.
[[nodiscard]] bool looks_like_a_date(std::string_view text);
/// The words that a row of totals begins with: total, sum, average ...
[[nodiscard]] bool begins_as_totals(std::string_view text);

}  // namespace je::io
