// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace je::render::xlsx {

// Texts as a workbook can hold them.

inline constexpr std::size_t longest_text = 32767;  // of a cell, in UTF-16 units
inline constexpr std::size_t longest_name = 31;     // of a sheet

/// How many UTF-16 units a text of valid UTF-8 takes, by which Excel counts.
[[nodiscard]] std::size_t utf16_units(std::string_view text);
/// The beginning of a text that takes no more than so many UTF-16 units; no character is cut.
[[nodiscard]] std::string_view beginning(std::string_view text, std::size_t units);

/// A text for a cell: one line of valid XML without control characters, in which what shows nothing is shown. "_x0041_", which
/// a workbook would read as "A", is escaped. What is longer than a cell holds ends with words that say so.
[[nodiscard]] std::string cell_text(std::string_view text);

/// A text for the head or foot of printed pages, where & has a meaning; at most 200 characters, as there is room for 255.
[[nodiscard]] std::string margin_text(std::string_view text);

/// Names of sheets: none is empty, longer than 31 characters, has a character that Excel refuses, or is another's but for
/// capitals.
class SheetNames {
public:
    [[nodiscard]] std::string name_for(std::string_view wished);

private:
    std::set<std::string> taken_;
};

}  // namespace je::render::xlsx
