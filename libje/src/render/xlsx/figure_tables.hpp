// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/report/document.hpp"

namespace je::render::xlsx {

/// The bands of a ladder with a column for each of its totals, filled where the total is. `strong`: rows that have one.
[[nodiscard]] report::Table ladder_table(const report::Figure& figure, std::vector<bool>& strong);

/// The bands that marks of a strip name, and what is in none of them, each with room for how many there are.
[[nodiscard]] report::Table count_table(const report::Figure& figure, const std::vector<std::string>& bands);

/// What a chart needs in cells that the table of the figure has in words: of a dot plot the ranks of levels, of a time line the
/// events by number. Nothing for other figures.
[[nodiscard]] std::optional<report::Table> chart_table(const report::Figure& figure, const report::Table& numbers);

/// The column of a table that has bands; nothing where none has.
[[nodiscard]] std::optional<std::size_t> band_column(const report::Table& table);

}  // namespace je::render::xlsx
