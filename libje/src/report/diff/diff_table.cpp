// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "report/diff/diff_parts.hpp"
#include "report/explain/explain_document.hpp"

namespace je::report {
namespace {

using Row = std::vector<Cell>;

constexpr std::string_view old_side = "before", new_side = "after";

std::string cell_name(std::string_view unit, std::string_view side) { return fmt::format("diff.{}.{}", unit, side); }

Cell points_cell(const ExplainResult& job, std::string_view unit, std::string_view side, ValueOrRange points) {
    return job.masked ? Cell{Nothing{Reason::masked}} : Cell{std::move(points)}.at(cell_name(unit, side));
}

Cell points_of(const ExplainResult& job, const UnitTrace& unit, std::string_view side) {
    return points_cell(job, unit.id, side, unit.points ? Content{*unit.points} : between(unit.points_min, unit.points_max));
}

/// `is_of_cells`: the cells of both sides have known points.
Cell difference_cell(const DiffResult& result, std::string_view unit, const std::optional<base::Decimal>& difference,
                     bool is_of_cells) {
    if (result.is_masked()) return Nothing{Reason::masked};
    if (!difference) return {};
    Cell cell{*difference};
    return is_of_cells ? std::move(cell).is(Formula::difference(cell_name(unit, new_side), cell_name(unit, old_side)))
                       : std::move(cell);
}

bool has_section(const DiffResult& result, const std::string& factor) {
    const auto found =
        std::find_if(result.factors.begin(), result.factors.end(), [&](const FactorDiff& one) { return one.id == factor; });
    return found != result.factors.end() && found->any();
}

Row unit_row(const DiffResult& result, std::size_t u) {
    const UnitDiff& unit = result.units[u];
    const UnitTrace& before = result.before.units[u];
    const UnitTrace& after = result.after.units[u];
    return {unit.id,
            Name{unit.name, unit.short_name, has_section(result, unit.id) ? "factor-" + unit.id : ""},
            level_or(before.shown_level, Reason::no_level),
            points_of(result.before, before, old_side),
            level_or(after.shown_level, Reason::no_level),
            points_of(result.after, after, new_side),
            difference_cell(result, unit.id, unit.difference, true)};
}

Cell total_cell(const ExplainResult& job, std::string_view side) {
    Cell cell = points_cell(job, "total", side, total_of(job));
    if (job.masked || !job.complete) return cell;
    std::vector<std::string> units;
    for (const UnitTrace& unit : job.units) units.push_back(cell_name(unit.id, side));
    return std::move(cell).is(Formula::sum(std::move(units)));
}

Cell bands_cell(const ExplainResult& job, const std::vector<std::optional<std::string>>& bands) {
    if (job.masked) return Nothing{Reason::masked};
    if (!job.bands.any || (bands.size() == 1 && !bands.front())) return {};  // no id of a band says that there is none
    return bands_text(bands);
}

}  // namespace

Text bands_text(const std::vector<std::optional<std::string>>& bands) {
    std::vector<Text> texts;
    for (const auto& band : bands) texts.push_back(band ? Text{Band{*band}} : say("none"));
    return listed(texts, " or ");
}

Table diff_table(const DiffResult& result) {
    Table table{.columns = {{"factor", "Factor", Role::id},
                            {"name", "Name", Role::name},
                            {"level:before", "Before", Role::level},
                            {"points:before", "Points", Role::points},
                            {"level:after", "After", Role::level},
                            {"points:after", "Points", Role::points},
                            {"difference:after", "Difference", Role::points}}};
    for (std::size_t u = 0; u < result.units.size(); ++u) table.rows.push_back(unit_row(result, u));
    if (result.after.scheme.has_points())
        table.rows.push_back(
            {Cell{}, "Total", Cell{}, total_cell(result.before, old_side), Cell{}, total_cell(result.after, new_side),
             difference_cell(result, "total", result.total_difference, result.before.complete && result.after.complete)});
    if (result.after.bands.any)
        table.rows.push_back({Cell{}, "Band", bands_cell(result.before, result.bands_before), Cell{},
                              bands_cell(result.after, result.bands_after), Cell{}, Cell{}});
    if (!result.after.scheme.has_points()) empty_points(table);
    return table;
}

}  // namespace je::report
