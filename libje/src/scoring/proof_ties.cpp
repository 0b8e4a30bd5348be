// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "scoring/proof_parts.hpp"
#include "scoring/proof_words.hpp"

namespace je::scoring {

namespace {

using model::LevelIndex;

constexpr std::string_view leave_them = "if it prints them so, leave them: a job that moves between them keeps its points";

/// The ends of runs of two or more neighbours, of `count`, of which `same(i)` says that i has what i - 1 has.
template <class Same, class Visit>
void visit_runs(std::size_t count, const Same& same, const Visit& visit) {
    for (std::size_t from = 0; from < count;) {
        std::size_t to = from;
        while (to + 1 < count && same(to + 1)) ++to;
        if (to > from) visit(from, to);
        from = to + 1;
    }
}

bool gets_points_by_rule(const model::Factor& factor) { return factor.rule.kind != model::PointsRuleKind::table; }

void report_levels(const model::Factor& factor, std::size_t from, std::size_t to, base::Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (std::size_t i = from; i <= to; ++i) ids.push_back(factor.levels[i].id.text());
    const model::Level& second = factor.levels[from + 1];
    const bool by_rule = gets_points_by_rule(factor);
    diagnostics.warning({.id = by_rule ? "JE-S38" : "JE-S80",
                         .at = second.at,
                         .message = fmt::format("levels {} of factor '{}' {} points, {}", listed(ids), factor.id.text(),
                                                by_rule ? "get the same rounded" : "have the same", second.points.to_string()),
                         .expected = "points that rise from each level to the next",
                         .fix = by_rule
                                    ? "if the scheme is still being made, round to a smaller number, or use fewer levels or a "
                                      "larger weight"
                                    : fmt::format("hold the levels against the scheme's own table; {}", leave_them)});
}

void check_levels(const model::Factor& factor, base::Diagnostics& diagnostics) {
    const auto same = [&](std::size_t i) { return factor.levels[i].points == factor.levels[i - 1].points; };
    visit_runs(factor.levels.size(), same,
               [&](std::size_t from, std::size_t to) { report_levels(factor, from, to, diagnostics); });
}

/// One row or column of a matrix: its allowed cells, and what each is called.
struct Line {
    std::vector<const model::MatrixCell*> cells;
    std::vector<std::string> names;

    void add(const model::Scheme& scheme, const model::Matrix& matrix, std::size_t row, std::size_t column) {
        const model::MatrixCell& cell = matrix.cell(LevelIndex{row}, LevelIndex{column});
        if (!cell.allowed) return;
        cells.push_back(&cell);
        names.push_back(
            fmt::format("{} x {}", scheme[matrix.rows].levels[row].id.text(), scheme[matrix.columns].levels[column].id.text()));
    }
};

void check_line(const model::Matrix& matrix, const Line& line, base::Diagnostics& diagnostics) {
    const auto same = [&](std::size_t i) { return line.cells[i]->points == line.cells[i - 1]->points; };
    visit_runs(line.cells.size(), same, [&](std::size_t from, std::size_t to) {
        std::string run = line.names[from];
        for (std::size_t i = from + 1; i <= to; ++i) run += " = " + line.names[i];
        diagnostics.warning({.id = "JE-S81",
                             .at = line.cells[from + 1]->at,
                             .message = fmt::format("matrix '{}' has cells with the same points: {}: {}", matrix.id.text(), run,
                                                    line.cells[from]->points.to_string()),
                             .expected = "points that rise along every row and every column",
                             .fix = fmt::format("hold the cells against the scheme's own grid; {}", leave_them)});
    });
}

void check_cells(const model::Scheme& scheme, const model::Matrix& matrix, base::Diagnostics& diagnostics) {
    const std::size_t rows = scheme[matrix.rows].levels.size();
    const std::size_t columns = matrix.column_count;
    for (std::size_t r = 0; r < rows; ++r) {
        Line line;
        for (std::size_t c = 0; c < columns; ++c) line.add(scheme, matrix, r, c);
        check_line(matrix, line, diagnostics);
    }
    for (std::size_t c = 0; c < columns; ++c) {
        Line line;
        for (std::size_t r = 0; r < rows; ++r) line.add(scheme, matrix, r, c);
        check_line(matrix, line, diagnostics);
    }
}

}  // namespace

void check_ties(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    for (const model::Factor& factor : scheme.factors()) {
        if (!factor.matrix) check_levels(factor, diagnostics);
    }
    for (const model::Matrix& matrix : scheme.matrices()) check_cells(scheme, matrix, diagnostics);
}

}  // namespace je::scoring
