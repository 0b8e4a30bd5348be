// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "io/csv_columns.hpp"
#include "io/csv_places.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

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
