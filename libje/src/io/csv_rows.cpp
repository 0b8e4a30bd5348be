// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "io/csv_loose.hpp"
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
           (!columns.holders || is_blank_at(row, *columns.holders)) && (!columns.posts || is_blank_at(row, *columns.posts));
}

// Why a row may be no job; empty when nothing speaks for that.
std::string_view doubt_about(const CsvRow& row, std::string_view id, const CsvColumns& columns) {
    if (begins_as_totals(id)) return "its id reads like totals";
    if (begins_as_footnote(id)) return "its id reads like a footnote";
    return has_an_id_alone(row, columns) ? "it holds nothing else" : "";
}

}  // namespace

bool CsvJobRows::next(CsvRow& row, CsvPlaces& places, base::Diagnostics& diagnostics) {
    while (scanner_.next(row)) {
        if (is_blank_row(row)) continue;
        if (is_beside_the_jobs(row)) {
            if (rows_beside_++ == 0) beside_at_ = places.of(row);
            continue;
        }
        if (!is_totals_row(row)) return true;
        diagnostics.warning({.id = "JE-C33",
                             .at = places.of(row),
                             .message = "the last row is taken for totals, not for a job, and passed over",
                             .expected = "one job a row",
                             .fix = "nothing, when it is that; if it is a job, give it another id"});
    }
    return false;
}

// Whether all that stands in the row stands in columns that are not read: notes to the right of the jobs.
bool CsvJobRows::is_beside_the_jobs(const CsvRow& row) const {
    if (!row.faults.empty() || row.cell_count > row.cells.size()) return false;
    return is_blank_at(row, columns_->id) && (!columns_->title || is_blank_at(row, *columns_->title)) &&
           has_no_answers(row, *columns_);
}

void CsvJobRows::tell_of_beside(base::Diagnostics& diagnostics) const {
    if (rows_beside_ == 0) return;
    diagnostics.note({.id = "JE-C35",
                      .at = beside_at_,
                      .message = fmt::format("{} passed over: {} stands in columns that are not read",
                                             base::counted(rows_beside_, "row is", "rows are"),
                                             rows_beside_ == 1 ? "all in it" : "all in them"),
                      .expected = "one job a row, with its id",
                      .fix = "give the row an id if it is a job"});
}

bool CsvJobRows::is_totals_row(const CsvRow& row) const {
    if (!begins_with_totals(row, columns_->id)) return false;
    CsvScanner rest = scanner_;
    CsvRow below;
    for (int totals = 0; rest.next(below);) {
        constexpr int most_totals = 5;
        if (!is_blank_row(below) && (!begins_with_totals(below, columns_->id) || ++totals == most_totals)) return false;
    }
    return true;
}

void warn_of_doubtful_row(const CsvRow& row, const CsvColumns& columns, CsvPlaces& places, base::Diagnostics& diagnostics) {
    const CsvCell& cell = row.cells[columns.id];
    const std::string_view id = trimmed(cell.text());
    const std::string_view doubt = id.empty() ? std::string_view{} : doubt_about(row, id, columns);
    if (doubt.empty()) return;
    if (diagnostics.is_full()) return diagnostics.warning({.id = "JE-C36", .message = {}});  // counted, not kept
    diagnostics.warning({.id = "JE-C36",
                         .at = places.of(row, cell),
                         .message = fmt::format("the row '{}' is read as a job, and may be none: {}", shown(id), doubt),
                         .expected = "one job a row, with its title and levels",
                         .fix = "nothing, when it is a job; else move its id to a column that is not read, such as 'remarks': "
                                "rows that hold nothing "
                                "else are passed over"});
}

}  // namespace je::io
