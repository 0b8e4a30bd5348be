// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "io/csv/columns.hpp"
#include "io/csv/scan.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// Looks at the first bytes of a text that should be CSV: a workbook, another encoding, nothing at all. Gives how many bytes a
/// byte order mark takes; nothing when it had to report something.
[[nodiscard]] std::optional<std::size_t> check_start(const base::SourceTextPtr& source, base::Diagnostics& diagnostics);

/// Reports bytes of the row that are not valid UTF-8, control characters and lone carriage returns, the first of each kind.
/// True when there are none: only then may its cells be shown.
[[nodiscard]] bool check_characters(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics);

/// Reports the faults the scanner found; true when there are none.
[[nodiscard]] bool check_quotes(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics);

/// Warns (JE-C37) of a cell whose quote takes in lines that look like rows: they have as many separators as the line it opens
/// on, and that as many as there are `columns` (0: not known yet). Of a row without faults.
void warn_of_rows_in_a_cell(const CsvRow& row, char separator, std::size_t columns, CsvPlaces& places,
                            base::Diagnostics& diagnostics);

struct CsvStart {
    char separator = ',';
    std::size_t rows_above = 0;  // the headings: titles, and a spreadsheet's note about its separator
};

/// Finds the row of headings among the first rows of `text` (which must not be empty), and the separator: the first row that
/// names the id and a factor or fact when split at comma, semicolon or tab; else the one with most known names, the separator
/// being the one that gives most of them. Where no row has a known name it is the first, and the separator the only one that
/// splits it. A first line such as sep=; decides the separator, unless the headings are surely parted by another one, which is
/// said (JE-C38). Reports when none or several will do.
[[nodiscard]] std::optional<CsvStart> find_start(std::string_view text, const CsvColumnNames& names, CsvPlaces& places,
                                                 base::Diagnostics& diagnostics);

}  // namespace je::io
