// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <functional>

#include "je/report/compare_result.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

using Row = std::vector<Cell>;

/// What a row says of each job: by the place of a job, its cell in each of its columns. Null: nothing.
struct JobCells {
    std::function<Cell(std::size_t)> level{};
    std::function<Cell(std::size_t)> points{};
    std::function<Cell(std::size_t)> difference{};  // to the first job, which has no such column
};

/// The columns of a job: what their keys begin with, their labels, and what stands in them.
struct JobColumn {
    std::string_view key;
    std::string_view label;  // empty: the job's id
    Role role;
    std::function<Cell(std::size_t)> JobCells::*cell;
    bool is_of_first = true;
};
constexpr std::array job_columns{JobColumn{"level", "", Role::level, &JobCells::level},
                                 JobColumn{"points", "Points", Role::points, &JobCells::points},
                                 JobColumn{"difference", "Difference", Role::points, &JobCells::difference, false}};

template <class Take>
void for_each_job_column(const CompareResult& result, Take take) {
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        for (const JobColumn& column : job_columns)
            if (j > 0 || column.is_of_first) take(j, column);
    }
}

std::vector<Column> columns_of(const CompareResult& result) {
    std::vector<Column> columns{{"factor", "Factor", Role::id}, {"name", "Name", Role::name}};
    for_each_job_column(result, [&](std::size_t j, const JobColumn& column) {
        const auto& id = result.jobs[j].id;
        columns.push_back(
            {fmt::format("{}:{}", column.key, id), column.label.empty() ? Text{id} : Text{column.label}, column.role});
    });
    return columns;
}

Row row_of(const CompareResult& result, Cell factor, Cell name, const JobCells& cells) {
    Row row{std::move(factor), std::move(name)};
    for_each_job_column(result, [&](std::size_t j, const JobColumn& column) {
        const auto& cell = cells.*column.cell;
        row.push_back(cell ? cell(j) : Cell{});
    });
    return row;
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
    const auto unit_of = [&](std::size_t j) -> const UnitTrace& { return result.jobs[j].units[u]; };
    return row_of(
        result, compared.id, Name{compared.name, compared.short_name, is_shown ? "factor-" + compared.id : ""},
        {.level = [&](std::size_t j) -> Cell { return level_or(unit_of(j).shown_level, Reason::no_level); },
         .points =
             [&](std::size_t j) {
                 const UnitTrace& unit = unit_of(j);
                 return points_cell(result, unit_name(unit), j,
                                    unit.points ? Content{*unit.points} : between(unit.points_min, unit.points_max));
             },
         .difference =
             [&](std::size_t j) { return difference_cell(result, unit_name(unit_of(j)), j, result.units[u].differences[j]); }});
}

Band band_of(const base::OrNone<BandTrace>& band) {
    return band.visit([](const BandTrace& one) { return Band{one.id}; }, [] { return Band{std::nullopt}; });
}

Cell total_cell(const CompareResult& result, std::size_t j) {
    const auto& job = result.jobs[j];
    auto cell = points_cell(result, "total", j, total_of(job));
    if (!job.complete || job.masked || result.weighting) return cell;  // under other weights all of them are shown rounded
    std::vector<std::string> units;
    for (const auto& unit : job.units) units.push_back(cell_name(unit_name(unit), job, "points"));
    return std::move(cell).is(Formula::sum(std::move(units)));
}

Cell margin_cell(const ExplainResult& job, const std::optional<base::Decimal>& margin) {
    return value_or(margin, job.masked ? Reason::masked : Reason::not_said);
}

/// By the floors of the ladder, which the document has beside the table.
Cell band_cell(const ExplainResult& job, bool is_exact) {
    if (job.bands_at.empty()) return {};
    if (job.masked) return Nothing{Reason::masked};
    if (!job.scheme.has_points() && job.several.bands.size() > 1) return bands_in_words(job.several);
    if (job.band_min.is_none() && job.band_max.is_none()) return {};  // no id of a band says that there is none
    Cell cell{between(band_of(job.band_min), band_of(job.band_max))};
    const bool is_looked_up = is_exact && job.complete && !job.band_rule && !job.bands.overlaps && !job.bands.floors.empty();
    return is_looked_up ? std::move(cell).is(Formula::band(cell_name("total", job, "points"), "ladder-floors")) : cell;
}

}  // namespace

Table compare_table(const CompareResult& result) {
    Table table{.columns = columns_of(result)};
    for (std::size_t u = 0; u < result.units.size(); ++u) table.rows.push_back(unit_row(result, u));
    const auto add = [&](std::string_view label, const JobCells& cells) {
        table.rows.push_back(row_of(result, Cell{}, label, cells));
    };
    const auto& jobs = result.jobs;
    const bool has_points = jobs.front().scheme.has_points();
    if (has_points)
        add("Total",
            {.points = [&](std::size_t j) { return total_cell(result, j); },
             .difference = [&](std::size_t j) { return difference_cell(result, "total", j, result.total_differences[j]); }});
    add("Band", {.level = [&](std::size_t j) { return band_cell(jobs[j], !result.weighting); }});
    if (std::any_of(jobs.begin(), jobs.end(), [](const ExplainResult& job) { return job.family.has_value(); }))
        add("Family", {.level = [&](std::size_t j) -> Cell { return text_or(jobs[j].family); }});
    if (!has_points) {
        add("Rule", {.level = [&](std::size_t j) -> Cell { return text_or(jobs[j].several.rule); }});
        empty_points(table);
        return table;
    }
    add("Points above the floor", {.points = [&](std::size_t j) { return margin_cell(jobs[j], jobs[j].above_floor); }});
    add("Points to the next floor", {.points = [&](std::size_t j) { return margin_cell(jobs[j], jobs[j].to_next); }});
    return table;
}

}  // namespace je::report
