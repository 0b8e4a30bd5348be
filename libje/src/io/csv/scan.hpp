// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// One cell as it lies in the text.
struct CsvCell {
    const char* begin = nullptr;  // for a quoted cell, what lies between its quotes
    const char* end = nullptr;
    bool doubled = false;  // holds doubled quotes, so the text is not yet what the cell says

    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

/// The cell's text with doubled quotes undone, kept in `scratch`.
[[nodiscard]] std::string_view undoubled(const CsvCell& cell, std::string& scratch);

/// What a cell says. Points into the text, or into `scratch` where doubled quotes had to be undone.
[[nodiscard]] inline std::string_view value_of(const CsvCell& cell, std::string& scratch) {
    return cell.doubled ? undoubled(cell, scratch) : cell.text();
}

enum class CsvFaultKind {
    unclosed_quote,    // at: the quote that opens the cell
    text_after_quote,  // at: the first byte after the closing quote
    runaway_quote,     // at: the quote that opens the cell; it closes on a later line, and text follows there
    quote_in_cell,     // at: the quote
};

struct CsvFault {
    CsvFaultKind kind;
    const char* at;
    const char* until;  // where the cell in question ends, or was found not to
};

/// A row of a file meant to do harm may have tens of millions of cells and faults. The first of each are enough to tell.
struct CsvRow {
    static constexpr std::size_t most_cells = 20'000;
    static constexpr std::size_t most_faults = 100;

    std::vector<CsvCell> cells;    // the first `most_cells`
    std::size_t cell_count = 0;    // of all
    std::vector<CsvFault> faults;  // the first `most_faults`
    const char* begin = nullptr;
    const char* end = nullptr;  // without the line end
    std::uint32_t line = 0;     // where the row begins
    std::uint32_t lines = 1;    // over how many it goes, which quoted cells may have it do
    bool unusual = false;       // holds a byte that is neither printable ASCII nor a line end: its bytes need a look

    void add(const CsvCell& cell) {
        if (cell_count++ < most_cells) cells.push_back(cell);
    }
    void add(const CsvFault& fault) {
        if (faults.size() < most_faults) faults.push_back(fault);
    }
};

/// Splits a text into rows and cells as RFC 4180 says; rows end with LF or CRLF. Wholly empty lines are passed over.
///
/// A text with faults is split all the same. After a quoted cell that never closes, or that runs over a line end and is
/// followed by text, the next row begins on the line after the one its quote stands on: one stray quote costs one row.
/// Each byte is looked at a bounded number of times, whatever the text.
class CsvScanner {
public:
    /// `text` must be followed by a NUL, as every std::string's is.
    CsvScanner(std::string_view text, char separator);

    /// The next row; false at the end.
    [[nodiscard]] bool next(CsvRow& row);

private:
    static constexpr std::ptrdiff_t block_size = 64;
    enum class Class : std::uint8_t { plain, unusual, quote, separator, line_feed, carriage_return, nul };
    enum class After : std::uint8_t { cell, row };

    [[nodiscard]] Class class_of(const char* p) const { return classes_[static_cast<unsigned char>(*p)]; }
    [[nodiscard]] bool ends_row(const char* p) const;
    void skip_empty_lines();
    [[nodiscard]] const char* find_cell_end(CsvRow& row, const char* p) const;
    [[nodiscard]] std::uint64_t marks(const char* p) const;
    [[nodiscard]] After scan_plain(CsvRow& row);
    [[nodiscard]] After scan_one_plain(CsvRow& row, const char* cell, const char* p);
    [[nodiscard]] const char* find_closing_quote(CsvRow& row, CsvCell& cell, std::uint32_t& line);
    [[nodiscard]] After scan_quoted(CsvRow& row);
    [[nodiscard]] After pass_text_after_quote(CsvRow& row, const char* p);
    [[nodiscard]] After give_up_quote(CsvRow& row, CsvFaultKind kind, const char* opening, const char* until);
    [[nodiscard]] After finish_cell(CsvRow& row, const char* p);

    const char* begin_;
    const char* end_;
    const char* at_;
    char separator_;
    std::uint32_t line_ = 1;
    std::array<Class, 256> classes_{};
};

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
