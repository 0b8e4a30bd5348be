// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>

#include "je/report/compare_result.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

using Row = std::vector<Cell>;

std::vector<Column> columns(const CompareResult& result) {
    std::vector<Column> columns{{"factor", "Factor", Role::id}, {"name", "Name", Role::name}};
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        const auto& id = result.jobs[j].id;
        columns.push_back({fmt::format("level:{}", id), id, Role::level});
        columns.push_back({fmt::format("points:{}", id), "Points", Role::points});
        if (j > 0) columns.push_back({fmt::format("difference:{}", id), "Difference", Role::points});
    }
    return columns;
}

std::string unit_name(const UnitTrace& unit) { return "unit." + unit.id; }

/// The anchor of what a row says of a job: "unit.knowledge.vlo.points".
std::string cell_name(std::string_view row, const ExplainResult& job, std::string_view column) {
    return fmt::format("{}.{}.{}", row, job.id, column);
}

Cell points_cell(const CompareResult& result, std::string_view row, std::size_t j, ValueOrRange points) {
    return result.jobs[j].masked ? Cell{Nothing{Reason::masked}}
                                 : Cell{std::move(points)}.at(cell_name(row, result.jobs[j], "points"));
}

/// How many points more the job has in this row than the first; nothing where either is not known.
Cell difference_cell(const CompareResult& result, std::string_view row, std::size_t j,
                     const std::optional<base::Decimal>& difference) {
    if (result.jobs[j].masked) return Nothing{Reason::masked};
    if (!difference) return {};
    return Cell{*difference}.is(
        Formula::difference(cell_name(row, result.jobs[j], "points"), cell_name(row, result.jobs.front(), "points")));
}

Row unit_row(const CompareResult& result, std::size_t u) {
    const auto& compared = result.units[u];
    const auto factor =
        std::find_if(result.factors.begin(), result.factors.end(), [&](const auto& one) { return one.id == compared.id; });
    const bool is_shown = factor != result.factors.end() && !factor->same;
    Row row{compared.id, Name{compared.name, compared.short_name, is_shown ? "factor-" + compared.id : ""}};
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        const auto& unit = result.jobs[j].units[u];
        row.emplace_back(level_or(unit.shown_level, Reason::no_level));
        row.push_back(points_cell(result, unit_name(unit), j,
                                  unit.points ? Content{*unit.points} : between(unit.points_min, unit.points_max)));
        if (j > 0) row.push_back(difference_cell(result, unit_name(unit), j, result.units[u].differences[j]));
    }
    return row;
}

/// A row below the factors: what it says of a job goes into the job's level or points column.
template <class Level, class Points, class Difference>
Row bottom_row(const CompareResult& result, std::string_view label, Level level, Points points, Difference difference) {
    Row row{Cell{}, label};
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        row.push_back(level(result.jobs[j]));
        row.push_back(points(j));
        if (j > 0) row.push_back(difference(j));
    }
    return row;
}

Band band_of(const base::OrNone<BandTrace>& band) {
    return band.visit([](const BandTrace& one) { return Band{one.id}; }, [] { return Band{std::nullopt}; });
}

Cell total_cell(const CompareResult& result, std::size_t j) {
    const auto& job = result.jobs[j];
    auto cell = points_cell(result, "total", j, total_of(job));
    if (!job.complete || job.masked) return cell;
    std::vector<std::string> units;
    for (const auto& unit : job.units) units.push_back(cell_name(unit_name(unit), job, "points"));
    return std::move(cell).is(Formula::sum(std::move(units)));
}

Cell margin_cell(const ExplainResult& job, const std::optional<base::Decimal>& margin) {
    return value_or(margin, job.masked ? Reason::masked : Reason::not_said);
}

/// By the floors of the ladder, which the document has beside the table.
Cell band_cell(const ExplainResult& job) {
    if (job.bands_at.empty()) return {};
    if (job.masked) return Nothing{Reason::masked};
    if (job.band_min.is_none() && job.band_max.is_none()) return {};  // no id of a band says that there is none
    Cell cell{between(band_of(job.band_min), band_of(job.band_max))};
    const bool is_looked_up = job.complete && !job.band_rule && !job.bands.floors.empty();
    return is_looked_up ? std::move(cell).is(Formula::band(cell_name("total", job, "points"), "ladder-floors")) : cell;
}

}  // namespace

Table compare_table(const CompareResult& result) {
    Table table{.columns = columns(result)};
    for (std::size_t u = 0; u < result.units.size(); ++u) table.rows.push_back(unit_row(result, u));
    const auto nothing = [](const ExplainResult&) { return Cell{}; };
    const auto no_points = [](std::size_t) { return Cell{}; };
    table.rows.push_back(bottom_row(
        result, "Total", nothing, [&](std::size_t j) { return total_cell(result, j); },
        [&](std::size_t j) { return difference_cell(result, "total", j, result.total_differences[j]); }));
    table.rows.push_back(bottom_row(result, "Band", band_cell, no_points, no_points));
    table.rows.push_back(bottom_row(
        result, "Points above the floor", nothing,
        [&](std::size_t j) { return margin_cell(result.jobs[j], result.jobs[j].above_floor); }, no_points));
    table.rows.push_back(bottom_row(
        result, "Points to the next floor", nothing,
        [&](std::size_t j) { return margin_cell(result.jobs[j], result.jobs[j].to_next); }, no_points));
    return table;
}

}  // namespace je::report
