// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv_places.hpp"

#include <algorithm>
#include <limits>

#include "je/base/text.hpp"

namespace je::io {

namespace {

std::uint32_t clamped(std::size_t n) {
    return static_cast<std::uint32_t>(std::min<std::size_t>(n, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

base::SourcePosition CsvPlaces::of(const CsvRow& row, const char* at, std::size_t length) {
    if (row_ != row.begin || at < seen_) {
        // Before the first row there may be a byte order mark, which is part of its line.
        line_start_ = row.line == 1 ? source_->text.data() : row.begin;
        row_ = seen_ = row.begin;
        line_ = row.line;
    }
    for (; seen_ != at; ++seen_) {
        if (*seen_ != '\n') continue;
        ++line_;
        line_start_ = seen_ + 1;
    }
    const auto on_line = static_cast<std::size_t>(std::find(at, at + length, '\n') - at);
    return {source_, line_, clamped(static_cast<std::size_t>(at - line_start_) + 1),
            clamped(std::max<std::size_t>(on_line, 1))};
}

base::SourcePosition CsvPlaces::of(const CsvRow& row, const CsvCell& cell) { return of(row, cell.begin, cell.text().size()); }

base::SourcePosition CsvPlaces::of(const CsvRow& row) {
    return of(row, row.begin, static_cast<std::size_t>(row.end - row.begin));
}

std::string shown(std::string_view text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) return base::without_controls(text);
    std::size_t length = most;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;  // not within a character
    return base::without_controls(text.substr(0, length)) + "...";
}

}  // namespace je::io
