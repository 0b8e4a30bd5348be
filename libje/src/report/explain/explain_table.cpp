// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/described_table.hpp"
#include "report/describing.hpp"
#include "report/explain/fields.hpp"

namespace je::report {
namespace {

/// Of a factor or a unit whose points are a percentage of another's.
template <class T>
std::vector<Field> dependence_columns() {
    using Number = std::optional<base::Decimal>;
    return {value<[](const T& one) { return one.dependence ? one.dependence->percent : Number{}; }>(
                "percent", "Percent", Role::count, "of the points of another unit"),
            value<[](const T& one) { return one.dependence ? std::string_view{one.dependence->of} : std::string_view{}; }>(
                "of", "Of", Role::id, "the factor or matrix that it is a percentage of"),
            value<[](const T& one) { return one.dependence ? one.dependence->of_points : Number{}; }>(
                "of_points", "Of points", Role::points, "those of that unit"),
            value<[](const T& one) { return one.dependence ? one.dependence->product : std::optional<Digits>{}; }>(
                "product", "Product", Role::count, "of percentage and points, exact"),
            value<[](const T& one) { return one.dependence ? std::string_view{one.dependence->series} : std::string_view{}; }>(
                "series", "Series", Role::id, "that it is rounded to a step of")};
}

Description row_of_factor() {
    using T = FactorTrace;
    using Difference = std::optional<base::Decimal>;
    return with_more(
        with_more(description<T>(), dependence_columns<T>()),
        {fixed("kind", "Kind", "of the row", "factor"),
         value<[](const T& one) { return one.evidence.size(); }>("evidence", "Pieces of evidence", Role::count, "how many"),
         value<&T::disputed>("disputed", "Of which disputed", Role::count, "how many"),
         value<&T::letters>("options", "Options", Role::level, "letters of the options stated"),
         value<[](const T& one) { return one.below ? std::string_view{one.below->id} : std::string_view{}; }>(
             "below", "Level below", Role::level, "the next lower level"),
         value<[](const T& one) { return one.below ? one.below->difference : Difference{}; }>(
             "below_points", "Difference to the level below", Role::points, "of the total"),
         value<[](const T& one) { return one.above ? std::string_view{one.above->id} : std::string_view{}; }>(
             "above", "Level above", Role::level, "the next higher level"),
         value<[](const T& one) { return one.above ? one.above->difference : Difference{}; }>(
             "above_points", "Difference to the level above", Role::points, "of the total")});
}

Description row_of_matrix() {
    return with_more(
        with_more(matrix_fields(), dependence_columns<UnitTrace>()),
        {fixed("kind", "Kind", "of the row", "matrix"), fixed("source", "From", "where the level comes from", "matrix")});
}

bool job_states_options(const ExplainResult& result) {
    return std::any_of(result.factors.begin(), result.factors.end(),
                       [](const FactorTrace& one) { return !one.options.empty(); });
}

bool any_depends(const ExplainResult& result) {
    return std::any_of(result.units.begin(), result.units.end(),
                       [](const UnitTrace& one) { return one.dependence.has_value(); });
}

}  // namespace

Table explain_table(const ExplainResult& result) {
    const Description& factor = made_once<row_of_factor>();
    std::vector<std::string_view> columns{"kind",          "id",     "name",         "stated",     "level",
                                          "level_summary", "points", "points_min",   "points_max", "largest",
                                          "source",        "rule",   "evidence",     "disputed",   "below",
                                          "below_points",  "above",  "above_points", "stated_at",  "scheme_at"};
    if (job_states_options(result)) columns.insert(columns.begin() + 5, "options");  // beside the level
    if (any_depends(result)) columns.insert(columns.end(), {"percent", "of", "of_points", "product", "series"});
    Table table = described_table(factor, columns);
    for (const auto& trace : result.factors) add_described_row(table, factor, &trace);
    for (const auto& unit : result.units)
        if (unit.is_matrix) add_described_row(table, made_once<row_of_matrix>(), &unit);
    if (!result.scheme.has_points()) empty_points(table);
    return table;
}

}  // namespace je::report
