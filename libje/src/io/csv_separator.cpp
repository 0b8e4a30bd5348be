// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv_separator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "io/csv_scan.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

struct Split {
    char separator;
    std::string_view name;
    std::size_t known = 0;  // cells that are column names
    bool splits = false;    // more than one cell
};

void try_split(Split& split, std::string_view text, const CsvColumnNames& names, CsvRow& row) {
    CsvScanner scanner{text, split.separator};
    if (!scanner.next(row)) return;
    std::string scratch;
    for (const CsvCell& cell : row.cells) split.known += names.find(value_of(cell, scratch)) != nullptr ? 1 : 0;
    split.splits = row.cells.size() > 1;
}

void report_none(const CsvRow& row, const CsvColumnNames& names, CsvPlaces& places, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-C11",
                       .at = places.of(row),
                       .message = "the first row has no comma, semicolon or tab to tell columns apart",
                       .expected = "a first row that names the columns: " + names.described(),
                       .fix = "name the columns in the first row, with commas between them"});
}

void report_several(const CsvRow& row, const std::string& separators, const CsvColumnNames& names, CsvPlaces& places,
                    base::Diagnostics& diagnostics) {
    diagnostics.error(
        {.id = "JE-C12",
         .at = places.of(row),
         .message = fmt::format("the first row can be split at {}: none of them gives the most known names", separators),
         .expected = "a first row that names the columns: " + names.described(),
         .fix = "put the names that hold a separator in quotes, and use one separator throughout"});
}

}  // namespace

std::optional<char> find_separator(std::string_view text, const CsvColumnNames& names, CsvPlaces& places,
                                   base::Diagnostics& diagnostics) {
    std::array<Split, 3> splits{{{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}}};
    CsvRow row;
    std::size_t most = 0;
    for (Split& split : splits) {
        try_split(split, text, names, row);
        most = std::max(most, split.known);
    }
    std::string names_of_best;
    std::size_t best = 0;
    char separator = ',';
    for (const Split& split : splits) {
        if (split.known != most || !split.splits) continue;
        if (++best == 1) separator = split.separator;
        names_of_best += fmt::format("{}{}", best == 1 ? "" : " or ", split.name);
    }
    if (best == 1 || (best == 0 && most > 0)) return separator;
    if (best == 0) {
        report_none(row, names, places, diagnostics);
    } else {
        report_several(row, names_of_best, names, places, diagnostics);
    }
    return std::nullopt;
}

}  // namespace je::io
