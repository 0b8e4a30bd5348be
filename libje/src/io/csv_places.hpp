// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "io/csv_scan.hpp"
#include "je/base/source.hpp"

namespace je::io {

/// Turns places in a row's bytes into lines and columns. Asked from left to right it looks at each byte once.
class CsvPlaces {
public:
    explicit CsvPlaces(base::SourceTextPtr source) : source_{std::move(source)} {}

    /// `length` bytes from `at`, as far as they are on one line.
    [[nodiscard]] base::SourcePosition of(const CsvRow& row, const char* at, std::size_t length = 1);
    [[nodiscard]] base::SourcePosition of(const CsvRow& row, const CsvCell& cell);
    /// The row itself, as far as it is on one line.
    [[nodiscard]] base::SourcePosition of(const CsvRow& row);
    [[nodiscard]] const base::SourceTextPtr& source() const { return source_; }

private:
    base::SourceTextPtr source_;
    const char* row_ = nullptr;   // the row last asked about
    const char* seen_ = nullptr;  // how far into it the lines are counted
    const char* line_start_ = nullptr;
    std::uint32_t line_ = 0;
};

/// `text` as a message shows it: on one line, cut where it is long.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace je::io
