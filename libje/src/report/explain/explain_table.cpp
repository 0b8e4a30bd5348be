// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "je/report/explain_result.hpp"

namespace je::report {
namespace {

Cell cell(const std::optional<base::Decimal>& value) { return value ? Cell{*value} : Cell{}; }
Cell cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }
Cell cell(const std::optional<std::string>& text) { return text ? Cell{*text} : Cell{}; }

std::vector<Column> columns() {
    return {{"kind", "Kind"},
            {"id", "Id"},
            {"name", "Name"},
            {"stated", "Stated level"},
            {"level", "Level"},
            {"level_summary", "Summary of the level"},
            {"points", "Points", Role::points},
            {"points_min", "Lowest points", Role::points, "points"},
            {"points_max", "Highest points", Role::points, "points"},
            {"largest", "Largest possible", Role::points, "points"},
            {"source", "Where the level comes from"},
            {"rule", "Points rule"},
            {"evidence", "Pieces of evidence", Role::count},
            {"disputed", "Of which disputed", Role::count},
            {"below", "Level below"},
            {"below_points", "Difference to the level below", Role::points, "points"},
            {"above", "Level above"},
            {"above_points", "Difference to the level above", Role::points, "points"},
            {"stated_at", "Stated at"},
            {"scheme_at", "In the scheme at"}};
}

std::vector<Cell> factor_row(const FactorTrace& trace, bool disputes_left_out) {
    const auto disputed = std::count_if(trace.evidence.begin(), trace.evidence.end(),
                                        [](const EvidenceView& evidence) { return !evidence.disputed.empty(); });
    return {"factor",
            trace.id,
            trace.name,
            cell(trace.stated),
            cell(trace.level),
            cell(trace.level_summary),
            cell(trace.points),
            cell(trace.points_min),
            cell(trace.points_max),
            cell(trace.largest),
            trace.source ? cell(std::string{to_text(*trace.source)}) : Cell{},
            cell(trace.rule),
            static_cast<std::int64_t>(trace.evidence.size()),
            disputes_left_out ? Cell{} : Cell{static_cast<std::int64_t>(disputed)},
            trace.below ? cell(trace.below->id) : Cell{},
            trace.below ? cell(trace.below->difference) : Cell{},
            trace.above ? cell(trace.above->id) : Cell{},
            trace.above ? cell(trace.above->difference) : Cell{},
            cell(trace.stated_at),
            cell(trace.scheme_at)};
}

std::vector<Cell> matrix_row(const UnitTrace& unit) {
    std::vector<Cell> row(columns().size());
    row[0] = "matrix";
    row[1] = unit.id;
    row[2] = unit.name;
    row[4] = cell(unit.level);
    row[6] = cell(unit.points);
    row[7] = unit.points_min;
    row[8] = unit.points_max;
    row[9] = unit.largest;
    row[10] = "matrix";
    row[11] = cell(unit.rule);
    row[19] = cell(unit.scheme_at);
    return row;
}

}  // namespace

Table explain_table(const ExplainResult& result) {
    Table table{.caption = {}, .columns = columns(), .rows = {}};
    for (const auto& trace : result.factors) table.rows.push_back(factor_row(trace, result.gaps.disputes_left_out));
    for (const auto& unit : result.units)
        if (unit.is_matrix) table.rows.push_back(matrix_row(unit));
    return table;
}

}  // namespace je::report
