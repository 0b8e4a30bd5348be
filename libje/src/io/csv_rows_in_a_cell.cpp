// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "io/csv_form.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

// Whether a line has so many separators, none with a blank behind it as in prose.
bool is_like_a_row(std::string_view line, char separator, std::size_t separators) {
    std::size_t found = 0;
    for (std::size_t at = line.find(separator); at != std::string_view::npos; at = line.find(separator, at + 1)) {
        if (++found > separators || line.substr(at + 1).starts_with(' ')) return false;
    }
    return found == separators;
}

std::string_view without_return(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// A cell over several lines, and whether those after its first look like rows of their own.
struct LongCell {
    std::size_t lines = 0;
    std::string_view like_a_row{};  // the first such line; empty when there is none
};

// `columns`: 0 where they are not known, as in the row of headings, whose names may go over lines; of its cells only whole
// lines count.
LongCell look_into(const CsvRow& row, std::size_t number, char separator, std::size_t columns) {
    const CsvCell& cell = row.cells[number];
    const std::string_view from_quote{cell.begin, static_cast<std::size_t>(row.end - cell.begin)};
    const std::string_view first = from_quote.substr(0, from_quote.find('\n'));
    const std::size_t separators = number + static_cast<std::size_t>(std::count(first.begin(), first.end(), separator));
    LongCell found{.lines = 1 + static_cast<std::size_t>(std::count(cell.begin, cell.end, '\n'))};
    if (separators == 0 || (columns > 0 && separators + 1 != columns) ||
        first.find(std::string{separator} + ' ') != std::string_view::npos)
        return found;
    const char* at = std::find(cell.begin, cell.end, '\n');
    while (at != cell.end && found.like_a_row.empty()) {
        const char* const begin = at + 1;
        at = std::find(begin, cell.end, '\n');
        if (at == cell.end && columns == 0) break;
        const std::string_view line{begin, static_cast<std::size_t>(std::find(begin, row.end, '\n') - begin)};
        if (is_like_a_row(without_return(line), separator, separators)) found.like_a_row = without_return(line);
    }
    return found;
}

}  // namespace

void warn_of_rows_in_a_cell(const CsvRow& row, char separator, std::size_t columns, CsvPlaces& places,
                            base::Diagnostics& diagnostics) {
    if (row.lines == 1) return;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const CsvCell& cell = row.cells[i];
        if (std::find(cell.begin, cell.end, '\n') == cell.end) continue;
        const LongCell found = look_into(row, i, separator, columns);
        if (found.like_a_row.empty()) continue;
        const auto at = places.of(row, cell.begin - 1);
        diagnostics.warning(
            {.id = "JE-C37",
             .at = at,
             .message =
                 fmt::format("the quote that opens here closes on line {}: {} are read as one cell, and '{}' looks "
                             "like a row of its own",
                             at.line + found.lines - 1, base::counted(found.lines, "line", "lines"), shown(found.like_a_row)),
             .expected = "a quote that closes where its cell ends",
             .fix = "look for the end of this cell: if the lines after its first are jobs, close the quote before them"});
        return;
    }
}

}  // namespace je::io
