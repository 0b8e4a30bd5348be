// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "io/yaml/bytes.hpp"
#include "je/base/text.hpp"
#include "je/io/file.hpp"

namespace je::io {

namespace {

using base::Diagnostic;
using base::Diagnostics;

bool only_line_ends(std::string_view text) { return text.find_first_not_of("\r\n") == std::string_view::npos; }

std::string_view bytes_of(const CsvRow& row) { return {row.begin, static_cast<std::size_t>(row.end - row.begin)}; }

bool check_utf8(const CsvRow& row, CsvPlaces& places, Diagnostics& diagnostics) {
    const auto bad = base::first_invalid_utf8(bytes_of(row));
    if (!bad) return true;
    const char* const at = row.begin + *bad;
    if (diagnostics.only_counts_error()) return false;
    diagnostics.error(
        {"JE-C02", places.of(row, at), fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(*at)),
         "text in UTF-8",
         "save the file again as UTF-8, which spreadsheets call \"CSV UTF-8\"; if all of it is Windows-1252, give "
         "--encoding windows-1252"});
    return false;
}

bool check_controls(const CsvRow& row, CsvPlaces& places, Diagnostics& diagnostics) {
    const auto bad = first_control(bytes_of(row));
    if (!bad) return true;
    const char* const at = row.begin + *bad;
    const auto first = static_cast<unsigned char>(at[0]);
    const bool two_bytes = first == 0xC2;
    const unsigned code = two_bytes ? static_cast<unsigned char>(at[1]) : first;
    if (diagnostics.only_counts_error()) return false;
    diagnostics.error({"JE-C03", places.of(row, at, two_bytes ? 2 : 1), fmt::format("control character U+{:04X}", code),
                       "text without control characters other than tab and line ends",
                       "remove the character, which most editors do not show, and see that the word it is in is still right"});
    return false;
}

bool check_line_ends(const CsvRow& row, CsvPlaces& places, Diagnostics& diagnostics) {
    const char* at = std::find(row.begin, row.end, '\r');
    while (at != row.end && at + 1 != row.end && at[1] == '\n') at = std::find(at + 1, row.end, '\r');
    if (at == row.end) return true;
    if (diagnostics.only_counts_error()) return false;
    diagnostics.error({"JE-C04", places.of(row, at), "a carriage return without a line feed",
                       "lines that end with LF, or with CR and LF",
                       "save the file with Unix (LF) or Windows (CRLF) line ends"});
    return false;
}

Diagnostic explain(const CsvRow& row, const CsvFault& fault, CsvPlaces& places) {
    const base::SourcePosition at = places.of(
        row, fault.at, fault.kind == CsvFaultKind::text_after_quote ? static_cast<std::size_t>(fault.until - fault.at) : 1);
    const std::string where_quotes_go = "a quoted cell, \"like this\", with each quote within it doubled";
    switch (fault.kind) {
        case CsvFaultKind::unclosed_quote:
            return {"JE-C05", at, "the quote that opens this cell is never closed", where_quotes_go,
                    "close the quote, or remove it; rows are read on from the next line"};
        case CsvFaultKind::runaway_quote: {
            const std::uint32_t line = places.of(row, fault.until).line;
            return {"JE-C06", at,
                    fmt::format("the quote that opens this cell is closed on line {}, where text follows it", line),
                    where_quotes_go, "close the quote where the cell ends, or remove it; rows are read on from the next line"};
        }
        case CsvFaultKind::text_after_quote:
            return {"JE-C07", at,
                    fmt::format("'{}' stands after the quote that closes the cell",
                                shown({fault.at, static_cast<std::size_t>(fault.until - fault.at)})),
                    "a separator or the end of the line after a closing quote",
                    "put the text within the quotes, and double each quote there"};
        case CsvFaultKind::quote_in_cell:
            break;
    }
    return {"JE-C08", at, "a quote within a cell that is not quoted", where_quotes_go,
            "put the whole cell in quotes and double the quotes within it"};
}

}  // namespace

std::optional<std::size_t> check_start(const base::SourceTextPtr& source, Diagnostics& diagnostics) {
    const std::string_view text = source->text;
    const base::SourcePosition at{source, 1, 1, 1};
    if (!is_for_text_readers(source, diagnostics)) return std::nullopt;
    if (const auto encoding = foreign_encoding(text); !encoding.empty()) {
        diagnostics.error(
            {"JE-C10", at, fmt::format("the file is in {}", encoding), "text in UTF-8", fix_of_foreign(encoding)});
        return std::nullopt;
    }
    const std::size_t mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (only_line_ends(text.substr(mark))) {
        diagnostics.error({"JE-C01", at, "the file is empty", "a first row that names the columns, then one job a row",
                           "begin the file with a row such as: id,title, and the ids of the scheme's factors"});
        return std::nullopt;
    }
    return mark;
}

bool check_characters(const CsvRow& row, CsvPlaces& places, Diagnostics& diagnostics) {
    if (!row.unusual) return true;
    const bool line_ends_fine = check_line_ends(row, places, diagnostics);
    return check_utf8(row, places, diagnostics) && check_controls(row, places, diagnostics) && line_ends_fine;
}

bool check_quotes(const CsvRow& row, CsvPlaces& places, Diagnostics& diagnostics) {
    for (const CsvFault& fault : row.faults) {
        if (!diagnostics.only_counts_error()) diagnostics.error(explain(row, fault, places));
    }
    return row.faults.empty();
}

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
            {"JE-C37", at,
             fmt::format("the quote that opens here closes on line {}: {} are read as one cell, and '{}' looks "
                         "like a row of its own",
                         at.line + found.lines - 1, base::counted(found.lines, "line", "lines"), shown(found.like_a_row)),
             "a quote that closes where its cell ends",
             "look for the end of this cell: if the lines after its first are jobs, close the quote before them"});
        return;
    }
}

}  // namespace je::io
