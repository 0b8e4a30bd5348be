// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "io/csv/loose.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

bool is_blank_cell(const CsvCell& cell) { return is_blank(cell.text()); }

bool is_blank_row(const CsvRow& row) {
    return row.faults.empty() && std::all_of(row.cells.begin(), row.cells.end(), is_blank_cell);
}

/// As a blank cell counts one that the row does not reach.
bool is_blank_at(const CsvRow& row, std::size_t cell) { return cell >= row.cells.size() || is_blank_cell(row.cells[cell]); }

bool has_no_answers(const CsvRow& row, const CsvColumns& columns) {
    return std::all_of(columns.levels.begin(), columns.levels.end(),
                       [&](const auto& one) { return is_blank_at(row, one.cell); }) &&
           std::all_of(columns.facts.begin(), columns.facts.end(), [&](const auto& one) { return is_blank_at(row, one.cell); });
}

// Whether a row says "Total" where its id should be, or first of all where it has no id.
bool begins_with_totals(const CsvRow& row, std::size_t id) {
    if (id >= row.cells.size()) return false;
    if (!is_blank_cell(row.cells[id])) return begins_as_totals(row.cells[id].text());
    const auto filled = std::find_if_not(row.cells.begin(), row.cells.end(), is_blank_cell);
    return filled != row.cells.end() && begins_as_totals(filled->text());
}

// Whether a row holds nothing but an id, whatever stands in columns that are not read.
bool has_an_id_alone(const CsvRow& row, const CsvColumns& columns) {
    if (columns.levels.empty() && columns.facts.empty()) return false;  // no row could have more
    return has_no_answers(row, columns) && (!columns.title || is_blank_at(row, *columns.title)) &&
           (!columns.family || is_blank_at(row, *columns.family)) && (!columns.holders || is_blank_at(row, *columns.holders)) &&
           (!columns.posts || is_blank_at(row, *columns.posts));
}

// A cell in small letters, without blanks around it.
std::string plain_text(const CsvCell& cell, std::string& scratch) { return in_small_letters(trimmed(value_of(cell, scratch))); }

constexpr std::size_t longest_heading_again = 500;  // bytes, with blanks: longer ones are not compared

// Whether a row is one text, with a blank in it or like a footnote, and no separator: an id alone may be a job that was cut
// off.
bool is_text_alone(const CsvRow& row, const CsvColumns& columns) {
    if (row.cell_count != 1 || columns.needed < 2 || !row.faults.empty()) return false;
    const std::string_view text = trimmed(row.cells[0].text());
    return begins_as_footnote(text) || text.find(' ') != std::string_view::npos;
}

void warn_of_totals(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics) {
    diagnostics.warning({"JE-C33", places.of(row), "the last row is taken for totals, not for a job, and passed over",
                         "one job a row", "nothing, when it is that; if it is a job, give it another id"});
}

void warn_of_footnote(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics) {
    diagnostics.warning({"JE-C40", places.of(row),
                         "a text at the end, without separators, is taken for a footnote, not for a job, and passed over",
                         "one job a row, with its title and levels",
                         "nothing, when it is that; if it is a job, add its cells, with a separator before each"});
}

// Why a row may be no job; empty when nothing speaks for that.
std::string_view doubt_about(const CsvRow& row, std::string_view id, const CsvColumns& columns) {
    if (begins_as_totals(id)) return "its id reads like totals";
    if (begins_as_footnote(id)) return "its id reads like a footnote";
    return has_an_id_alone(row, columns) ? "it holds nothing else" : "";
}

}  // namespace

CsvJobRows::CsvJobRows(const CsvScanner& scanner, const CsvRow& headings, const CsvColumns& columns)
    : scanner_{scanner}, columns_{&columns} {
    std::string scratch;
    for (const CsvCell& cell : headings.cells) headings_.push_back(plain_text(cell, scratch));
}

bool CsvJobRows::next(CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics) {
    while (scanner_.next(row)) {
        if (!is_blank_row(row) && !is_passed_over(row, places, diagnostics)) return true;
    }
    return false;
}

bool CsvJobRows::is_passed_over(const CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics) {
    if (is_beside_the_jobs(row)) {
        beside_.add(row, places);
    } else if (is_headings_again(row)) {
        again_.add(row, places);
    } else if (is_totals_row(row)) {
        warn_of_totals(row, places, diagnostics);
    } else if (is_footnote(row)) {
        warn_of_footnote(row, places, diagnostics);
    } else {
        return false;
    }
    return true;
}

// As in reports of several pages. A single column could well hold a job called like it.
bool CsvJobRows::is_headings_again(const CsvRow& row) const {
    if (!row.faults.empty() || row.cell_count < 2 || row.cell_count != headings_.size()) return false;
    const std::string_view id = trimmed(row.cells[columns_->id].text());
    if (id.size() != headings_[columns_->id].size() && id.find('"') == std::string_view::npos) return false;  // as most rows
    std::string scratch;
    const auto same = [&](std::size_t i) { return plain_text(row.cells[i], scratch) == headings_[i]; };
    if (row.cells[columns_->id].text().size() > longest_heading_again || !same(columns_->id)) return false;
    std::size_t alike = 0;
    while (alike < headings_.size() && same(alike)) ++alike;
    return alike == headings_.size();
}

// Whether a row is a text in its first cell, without the separators that a job has, and nothing but such rows follow.
bool CsvJobRows::is_footnote(const CsvRow& row) const {
    constexpr int most_footnotes = 20;
    return is_text_alone(row, *columns_) &&
           ends_with_fewer_than(most_footnotes, [&](const CsvRow& below) { return is_text_alone(below, *columns_); });
}

// Whether all that stands in the row stands in columns that are not read: notes to the right of the jobs.
bool CsvJobRows::is_beside_the_jobs(const CsvRow& row) const {
    if (!row.faults.empty() || row.cell_count > row.cells.size()) return false;
    return is_blank_at(row, columns_->id) && (!columns_->title || is_blank_at(row, *columns_->title)) &&
           has_no_answers(row, *columns_);
}

void CsvJobRows::tell_of_passed(base::Diagnostics& diagnostics) const {
    if (beside_.rows > 0)
        diagnostics.note(
            {"JE-C35", beside_.first,
             fmt::format("{} passed over: {} stands in columns that are not read",
                         base::counted(beside_.rows, "row is", "rows are"), beside_.rows == 1 ? "all in it" : "all in them"),
             "one job a row, with its id", "give the row an id if it is a job"});
    if (again_.rows > 0)
        diagnostics.note(
            {"JE-C39",
             again_.first,
             fmt::format("{} passed over: {} the names of the columns again, as reports of several pages do",
                         base::counted(again_.rows, "row is", "rows are"), again_.rows == 1 ? "it has" : "they have"),
             {},
             "nothing, when that is no job"});
}

bool CsvJobRows::is_totals_row(const CsvRow& row) const {
    constexpr int most_totals = 5;
    return begins_with_totals(row, columns_->id) &&
           ends_with_fewer_than(most_totals, [&](const CsvRow& below) { return begins_with_totals(below, columns_->id); });
}

template <class IsSuch>
bool CsvJobRows::ends_with_fewer_than(int most, IsSuch is_such) const {
    CsvScanner rest = scanner_;
    CsvRow below;
    for (int found = 0; rest.next(below);) {
        if (!is_blank_row(below) && (!is_such(below) || ++found == most)) return false;
    }
    return true;
}

void warn_of_doubtful_row(const CsvRow& row, const CsvColumns& columns, CsvPlaces& places, base::Diagnostics& diagnostics) {
    const CsvCell& cell = row.cells[columns.id];
    const std::string_view id = trimmed(cell.text());
    const std::string_view doubt = id.empty() ? std::string_view{} : doubt_about(row, id, columns);
    if (doubt.empty()) return;
    if (diagnostics.is_full()) return diagnostics.warning({"JE-C36", {}, {}});  // counted, not kept
    diagnostics.warning({"JE-C36", places.of(row, cell),
                         fmt::format("the row '{}' is read as a job, and may be none: {}", shown(id), doubt),
                         "one job a row, with its title and levels",
                         "nothing, when it is a job; else move its id to a column that is not read, such as 'remarks': "
                         "rows that hold nothing "
                         "else are passed over"});
}

}  // namespace je::io
