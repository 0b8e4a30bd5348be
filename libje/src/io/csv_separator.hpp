// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "io/csv_columns.hpp"
#include "io/csv_places.hpp"
#include "je/base/diagnostic.hpp"

namespace je::io {

/// Finds the separator from the first row of `text` (which must not be empty): of comma, semicolon and tab the one that splits
/// it into most known column names. Where none gives a known name, the only one that splits it at all. Reports when none or
/// several do.
[[nodiscard]] std::optional<char> find_separator(std::string_view text, const CsvColumnNames& names, CsvPlaces& places,
                                                 base::Diagnostics& diagnostics);

}  // namespace je::io
