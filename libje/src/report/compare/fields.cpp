// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain/fields.hpp"
#include "je/report/compare_result.hpp"
#include "report/shared_fields.hpp"

namespace je::report {
namespace {

// A row of the comparison with what stands beside it. Each points into the result.

struct ComparedJob {
    const ExplainResult* job;
    std::optional<base::Decimal> difference;
};
std::vector<ComparedJob> compared_jobs(const CompareResult& result) {
    std::vector<ComparedJob> jobs;
    for (std::size_t j = 0; j < result.jobs.size(); ++j) jobs.push_back({&result.jobs[j], result.total_differences[j]});
    return jobs;
}

Description gaps_of_compared_job() {
    return picked("gaps of a compared job", made_once<gap_fields>(),
                  {"missing_levels", "missing_evidence", "disputed_evidence"});
}

Description fields_of_compared_job() {
    using T = ComparedJob;
    return {"compared job",
            {inlined<&T::job, explained_job_fields>(),
             value<&T::difference>("difference", "Difference", Role::points, "of its total to the first job's")
                 .or_null("one of the two is not known"),
             inlined<[](const T& one) -> const RecordGaps& { return one.job->gaps; }, gaps_of_compared_job>()}};
}

struct ComparedPoints {
    const ExplainResult* job;
    const UnitTrace* unit;
    std::optional<base::Decimal> difference;
};
struct ComparedUnit {
    const UnitComparison* unit;
    std::vector<ComparedPoints> jobs;
};
std::vector<ComparedUnit> compared_units(const CompareResult& result) {
    std::vector<ComparedUnit> units;
    for (std::size_t u = 0; u < result.units.size(); ++u) {
        auto& unit = units.emplace_back(ComparedUnit{&result.units[u], {}});
        for (std::size_t j = 0; j < result.jobs.size(); ++j)
            unit.jobs.push_back({&result.jobs[j], &result.jobs[j].units[u], result.units[u].differences[j]});
    }
    return units;
}

bool shows_range(const ComparedPoints& one) { return !one.unit->points && !one.job->masked; }

Description fields_of_compared_points() {
    using T = ComparedPoints;
    return {"points of a compared job",
            {value<[](const T& one) { return std::string_view{one.job->id}; }>("job", "Job", Role::id, "of the job"),
             value<[](const T& one) { return std::optional<std::string_view>{one.unit->level}; }>("level", "Level", Role::level,
                                                                                                  "\"2 x B\" of a matrix")
                 .or_null("it is not known"),
             value<[](const T& one) { return one.unit->points; }>("points", "Points", Role::points, "of the level")
                 .or_null("the level is not known, or points are masked"),
             value<[](const T& one) { return one.unit->points_min; }>("points_min", "Lowest points", Role::points,
                                                                      "that the levels left allow")
                 .when<shows_range>("where points are not known"),
             value<[](const T& one) { return one.unit->points_max; }>("points_max", "Highest points", Role::points,
                                                                      "that the levels left allow")
                 .when<shows_range>("where points are not known"),
             value<&T::difference>("difference", "Difference", Role::points, "to the first job's points")
                 .or_null("one of the two is not known")}};
}

Description fields_of_compared_unit() {
    using T = ComparedUnit;
    return {
        "compared unit",
        {value<[](const T& one) { return std::string_view{one.unit->id}; }>("id", "Unit", Role::id, "of the factor or matrix"),
         value<[](const T& one) { return std::string_view{one.unit->name}; }>("name", "Name", Role::name,
                                                                              "of the factor or matrix"),
         value<[](const T& one) { return std::string_view{one.unit->is_matrix ? "matrix" : "factor"}; }>(
             "kind", "Kind", Role::text, "factor or matrix")
             .shown_to_public(),
         list<&T::jobs, fields_of_compared_points>("jobs", "Jobs", "each job's level and points")}};
}

struct ComparedLevel {
    const ExplainResult* job;
    const FactorTrace* factor;
    std::optional<base::Decimal> difference;
};
struct ComparedFactor {
    const FactorComparison* factor;
    std::vector<ComparedLevel> jobs;
};
/// Points less those of the first job; nothing for a side of a matrix, and where either is not known.
std::optional<base::Decimal> difference_of(const std::vector<ComparedLevel>& before, const FactorTrace& factor) {
    const auto& first = before.empty() ? factor.points : before.front().factor->points;
    return first && factor.points ? std::optional{*factor.points - *first} : std::nullopt;
}

std::vector<ComparedFactor> compared_factors(const CompareResult& result) {
    std::vector<ComparedFactor> factors;
    for (std::size_t f = 0; f < result.factors.size(); ++f) {
        auto& factor = factors.emplace_back(ComparedFactor{&result.factors[f], {}});
        for (const ExplainResult& job : result.jobs)
            factor.jobs.push_back({&job, &job.factors[f], difference_of(factor.jobs, job.factors[f])});
    }
    return factors;
}

Description fields_of_compared_factors_level() {
    return picked("factor of a compared job", description<FactorTrace>(),
                  {"level", "level_summary", "source", "stated_at", "evidence", "note"});
}

Description fields_of_compared_level() {
    using T = ComparedLevel;
    return {"level of a compared job",
            {value<[](const T& one) { return std::string_view{one.job->id}; }>("job", "Job", Role::id, "of the job"),
             inlined<&T::factor, fields_of_compared_factors_level>(),
             value<[](const T& one) { return one.factor->points; }>("points", "Points", Role::points, "of the level")
                 .or_null("it is a side of a matrix, the level is not known, or points are masked"),
             value<&T::difference>("difference", "Difference", Role::points, "to the first job's points")
                 .or_null("one of the two is not known")}};
}

Description fields_of_compared_factor() {
    using T = ComparedFactor;
    return {
        "compared factor",
        {value<[](const T& one) { return std::string_view{one.factor->id}; }>("id", "Factor", Role::id, "of the factor"),
         value<[](const T& one) { return std::string_view{one.factor->name}; }>("name", "Name", Role::name, "of the factor"),
         value<[](const T& one) { return std::string_view{one.factor->short_name}; }>("short", "Short name", Role::name,
                                                                                      "of the factor, for tables without room")
             .if_any("the scheme states none"),
         value<[](const T& one) { return one.factor->same; }>("same", "Same", Role::flag,
                                                              "every job has a level, and it is the same one"),
         list<&T::jobs, fields_of_compared_level>("jobs", "Jobs", "each job's level, and what it rests on")}};
}

}  // namespace

Description describe(Of<CompareResult>) {
    using T = CompareResult;
    return {
        "je-compare/1",
        {fixed("format", "Format", "of this result", "je-compare/1"),
         inlined<[](const T& all) -> const ExplainResult& { return all.jobs.front(); }, basis_fields<ExplainResult>>(),
         more<weighting_fields<T>>(),
         list<compared_jobs, fields_of_compared_job>("jobs", "Jobs", "in the order given; others are held against the first")
             .on_a_line()
             .with_lines(Lines::items),
         list<compared_units, fields_of_compared_unit>(
             "units", "Units", "what adds up to the totals: each factor with points of its own, each matrix")
             .on_a_line()
             .with_lines(Lines::items),
         list<compared_factors, fields_of_compared_factor>("factors", "Factors", "one for each factor of the scheme")
             .on_a_line()
             .with_lines(Lines::items),
         more<left_out_fields<T>>(), more<ending_fields<T>>()}};
}

}  // namespace je::report
