// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/scan.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <limits>

#include "je/base/text.hpp"

namespace je::io {

std::string_view undoubled(const CsvCell& cell, std::string& scratch) {
    scratch.clear();
    for (const char* p = cell.begin; p != cell.end; ++p) {
        scratch += *p;
        if (*p == '"') ++p;  // the second of a pair
    }
    return scratch;
}

CsvScanner::CsvScanner(std::string_view text, char separator)
    : begin_{text.data()}, end_{text.data() + text.size()}, at_{begin_}, separator_{separator} {
    classes_.fill(Class::unusual);
    std::fill(classes_.begin() + ' ', classes_.begin() + 0x7F, Class::plain);
    classes_['\t'] = Class::plain;
    classes_['\0'] = Class::nul;
    classes_['\n'] = Class::line_feed;
    classes_['\r'] = Class::carriage_return;
    classes_['"'] = Class::quote;
    classes_[static_cast<unsigned char>(separator)] = Class::separator;
}

bool CsvScanner::ends_row(const char* p) const {
    if (*p == '\n') return true;
    if (*p == '\r') return p[1] == '\n' && p + 1 != end_;
    return p == end_;
}

void CsvScanner::skip_empty_lines() {
    while (at_ != end_ && ends_row(at_)) {
        at_ += *at_ == '\r' ? 2 : 1;
        ++line_;
    }
}

bool CsvScanner::next(CsvRow& row) {
    skip_empty_lines();
    row.cells.clear();
    row.cell_count = 0;
    row.faults.clear();
    row.unusual = false;
    row.lines = 1;
    if (at_ == end_) return false;
    row.begin = at_;
    row.line = line_;
    while ((*at_ == '"' ? scan_quoted(row) : scan_plain(row)) == After::cell) {
    }
    return true;
}

// `p` is at a separator or at what ends the row.
CsvScanner::After CsvScanner::finish_cell(CsvRow& row, const char* p) {
    if (class_of(p) == Class::separator) {
        at_ = p + 1;
        return After::cell;
    }
    row.end = p;
    at_ = p;
    if (at_ != end_) {
        at_ += *at_ == '\r' ? 2 : 1;
        ++line_;
    }
    return After::row;
}

// Where the unquoted cell ends that has nothing unusual before `p`.
const char* CsvScanner::find_cell_end(CsvRow& row, const char* p) const {
    for (;; ++p) {
        while (class_of(p) == Class::plain) ++p;
        const Class found = class_of(p);
        if (found == Class::separator || found == Class::line_feed) return p;
        if (found == Class::quote) {
            row.add(CsvFault{CsvFaultKind::quote_in_cell, p, p + 1});
        } else if (ends_row(p)) {
            return p;
        } else {
            row.unusual = true;
        }
    }
}

// Bit i is set where byte i from `p` on is not printable ASCII, or a quote, or the separator: all that may end a plain cell.
std::uint64_t CsvScanner::marks(const char* p) const {
    std::uint64_t bits = 0;
#ifdef __SSE2__
    const __m128i separator = _mm_set1_epi8(separator_);
    for (unsigned i = 0; i < block_size; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + i));
        const __m128i below_space = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));  // as signed numbers: bytes from 0x80 on too
        const __m128i not_printable = _mm_or_si128(below_space, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)));
        const __m128i marked = _mm_or_si128(_mm_cmpeq_epi8(bytes, separator), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
        const int found = _mm_movemask_epi8(_mm_or_si128(not_printable, marked));
        bits |= static_cast<std::uint64_t>(static_cast<unsigned>(found)) << i;
    }
#else
    for (unsigned i = 0; i < block_size; ++i) {
        const Class found = class_of(p + i);
        bits |= std::uint64_t{found != Class::plain || p[i] == '\t'} << i;
    }
#endif
    return bits;
}

// As many unquoted cells as there are; a block of bytes at a time while there is one.
CsvScanner::After CsvScanner::scan_plain(CsvRow& row) {
    const char* cell = at_;
    const char* block = at_;
    for (; end_ - block >= block_size; block += block_size) {
        for (std::uint64_t bits = marks(block); bits != 0; bits &= bits - 1) {
            const char* const p = block + std::countr_zero(bits);
            if (*p != separator_) return scan_one_plain(row, cell, p);
            row.add(CsvCell{cell, p, false});
            cell = p + 1;
            if (*cell != '"') continue;
            at_ = cell;
            return After::cell;
        }
    }
    return scan_one_plain(row, cell, block);
}

// The unquoted cell that begins at `cell` and has nothing unusual before `p`.
CsvScanner::After CsvScanner::scan_one_plain(CsvRow& row, const char* cell, const char* p) {
    p = find_cell_end(row, p);
    row.add(CsvCell{cell, p, false});
    return finish_cell(row, p);
}

// The quote that closes the cell, or the end of the text. Counts the line ends passed into `line`.
const char* CsvScanner::find_closing_quote(CsvRow& row, CsvCell& cell, std::uint32_t& line) {
    for (const char* p = cell.begin;; ++p) {
        while (class_of(p) == Class::plain || class_of(p) == Class::separator) ++p;
        switch (class_of(p)) {
            case Class::quote:
                if (p[1] != '"') return p;
                cell.doubled = true;
                ++p;
                break;
            case Class::line_feed:
                ++line;
                break;
            case Class::carriage_return:
                row.unusual = row.unusual || p[1] != '\n';
                break;
            case Class::nul:
                if (p == end_) return p;
                row.unusual = true;
                break;
            default:
                row.unusual = true;
        }
    }
}

CsvScanner::After CsvScanner::scan_quoted(CsvRow& row) {
    const char* const opening = at_;
    CsvCell cell{opening + 1, opening + 1, false};
    std::uint32_t line = line_;
    cell.end = find_closing_quote(row, cell, line);
    if (cell.end == end_) return give_up_quote(row, CsvFaultKind::unclosed_quote, opening, end_);
    const char* const after = cell.end + 1;
    if (class_of(after) != Class::separator && !ends_row(after)) {
        if (line != line_) return give_up_quote(row, CsvFaultKind::runaway_quote, opening, after);
        row.add(cell);
        return pass_text_after_quote(row, after);
    }
    row.lines += line - line_;
    line_ = line;
    row.add(cell);
    return finish_cell(row, after);
}

CsvScanner::After CsvScanner::pass_text_after_quote(CsvRow& row, const char* p) {
    const char* const text = p;
    while (class_of(p) != Class::separator && !ends_row(p)) {
        row.unusual = row.unusual || (class_of(p) != Class::plain && class_of(p) != Class::quote);
        ++p;
    }
    row.add(CsvFault{CsvFaultKind::text_after_quote, text, p});
    return finish_cell(row, p);
}

// The quote is taken for a stray one: its row ends where its line does.
CsvScanner::After CsvScanner::give_up_quote(CsvRow& row, CsvFaultKind kind, const char* opening, const char* until) {
    const char* const line_feed = std::find(opening, end_, '\n');
    row.end = line_feed != end_ && line_feed[-1] == '\r' ? line_feed - 1 : line_feed;
    row.add(CsvCell{opening + 1, row.end, false});
    row.add(CsvFault{kind, opening, until});
    at_ = line_feed == end_ ? end_ : line_feed + 1;
    if (line_feed != end_) ++line_;
    return After::row;
}

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
    while (length > 0 && base::continues_character(text[length])) --length;  // not within a character
    return base::without_controls(text.substr(0, length)) + "...";
}

}  // namespace je::io
