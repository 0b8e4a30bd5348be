// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "je/report/compare_result.hpp"

namespace je::report {
namespace {

using Row = std::vector<Cell>;

std::vector<Column> columns(const CompareResult& result) {
    std::vector<Column> columns{{"factor", "Factor"}, {"name", "Name"}};
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        const auto& id = result.jobs[j].id;
        columns.push_back({fmt::format("level:{}", id), id});
        columns.push_back({fmt::format("points:{}", id), "Points", Align::right});
        if (j > 0) columns.push_back({fmt::format("difference:{}", id), "Difference", Align::right});
    }
    return columns;
}

Cell cell(const std::optional<base::Decimal>& value) { return value ? Cell{*value} : Cell{}; }

Cell range_cell(base::Decimal low, base::Decimal high) {
    return low == high ? Cell{low} : Cell{fmt::format("{} to {}", low.to_string(), high.to_string())};
}

Cell unit_level(const UnitTrace& unit) { return unit.level.empty() ? Cell{"?"} : Cell{unit.level}; }

Row unit_row(const CompareResult& result, std::size_t u) {
    Row row{result.units[u].id, result.units[u].name};
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        const auto& unit = result.jobs[j].units[u];
        row.push_back(unit_level(unit));
        row.push_back(result.jobs[j].masked ? Cell{"masked"}
                      : unit.points         ? Cell{*unit.points}
                                            : range_cell(unit.points_min, unit.points_max));
        if (j > 0) row.push_back(cell(result.units[u].differences[j]));
    }
    return row;
}

/// A row below the factors: what it says of a job goes into the job's level or points column.
template <class Level, class Points, class Difference>
Row bottom_row(const CompareResult& result, std::string label, Level level, Points points, Difference difference) {
    Row row{std::string{}, std::move(label)};
    row.front() = Cell{};
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        row.push_back(level(result.jobs[j]));
        row.push_back(points(result.jobs[j]));
        if (j > 0) row.push_back(difference(j));
    }
    return row;
}

std::string band_id(const base::OrNone<BandTrace>& band) {
    return band.visit([](const BandTrace& one) { return one.id; }, [] { return std::string{"none"}; });
}

Cell band_cell(const ExplainResult& job) {
    if (job.bands_at.empty()) return {};
    if (job.masked) return {"masked"};
    if (job.band_min.is_none() && job.band_max.is_none()) return {};  // no id of a band says that there is none
    const auto low = band_id(job.band_min);
    const auto high = band_id(job.band_max);
    return low == high ? low : fmt::format("{} to {}", low, high);
}

}  // namespace

Table compare_table(const CompareResult& result) {
    Table table{.caption = {}, .columns = columns(result), .rows = {}};
    for (std::size_t u = 0; u < result.units.size(); ++u) table.rows.push_back(unit_row(result, u));
    const auto nothing = [](const ExplainResult&) { return Cell{}; };
    const auto no_difference = [](std::size_t) { return Cell{}; };
    table.rows.push_back(bottom_row(
        result, "Total", nothing,
        [](const ExplainResult& job) { return job.masked ? Cell{"masked"} : range_cell(job.total_min, job.total_max); },
        [&](std::size_t j) { return cell(result.total_differences[j]); }));
    table.rows.push_back(bottom_row(result, "Band", band_cell, nothing, no_difference));
    table.rows.push_back(bottom_row(
        result, "Points above the floor", nothing, [](const ExplainResult& job) { return cell(job.above_floor); },
        no_difference));
    table.rows.push_back(bottom_row(
        result, "Points to the next floor", nothing, [](const ExplainResult& job) { return cell(job.to_next); },
        no_difference));
    return table;
}

}  // namespace je::report
