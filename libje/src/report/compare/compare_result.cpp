// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/compare_result.hpp"

#include <algorithm>
#include <stdexcept>

#include "report/compare/masking.hpp"

namespace je::report {
namespace {

using MaybePoints = std::optional<base::Decimal>;

MaybePoints difference(const MaybePoints& points, const MaybePoints& first) {
    if (!points || !first) return std::nullopt;
    return *points - *first;
}

MaybePoints known_total(const ExplainResult& job) { return job.complete ? MaybePoints{job.total_min} : std::nullopt; }

UnitComparison compare_unit(const std::vector<ExplainResult>& jobs, std::size_t unit) {
    const auto& first = jobs.front().units[unit];
    UnitComparison comparison{
        .id = first.id, .name = first.name, .short_name = first.short_name, .is_matrix = first.is_matrix, .differences = {}};
    for (const auto& job : jobs) comparison.differences.push_back(difference(job.units[unit].points, first.points));
    return comparison;
}

FactorComparison compare_factor(const std::vector<ExplainResult>& jobs, std::size_t factor) {
    const auto& first = jobs.front().factors[factor];
    const bool same = first.level && std::all_of(jobs.begin(), jobs.end(), [&](const ExplainResult& job) {
                          return job.factors[factor].level == first.level;
                      });
    return {.id = first.id, .name = first.name, .short_name = first.short_name, .same = same};
}

/// Its level stays; no points of it or of the levels beside it do.
void mask(FactorTrace& factor) {
    for (auto* points : {&factor.points, &factor.points_min, &factor.points_max}) points->reset();
    factor.rule.clear();
    factor.below.reset();
    factor.above.reset();
    factor.scale.clear();
    factor.possible.clear();
}

}  // namespace

void mask_comparator(ExplainResult& job) {
    job.masked = true;
    job.above_floor = job.to_next = std::nullopt;
    job.above_band_below.reset();
    for (auto* band :
         {&job.band_min, &job.band_max, &job.points_band_min, &job.points_band_max, &job.next_band, &job.band_below}) {
        *band = std::nullopt;
    }
    job.no_band = job.no_band_between = std::nullopt;
    job.several = {};
    job.rule_trace.clear();
    job.nearest.reset();
    job.band_rule.reset();
    job.pay.reset();
    job.what_if.reset();
    job.total_min = job.total_max = {};
    job.in_highest_band = false;
    job.raise = job.lower = job.raise_and_lose = {};
    for (UnitTrace& unit : job.units) {
        unit.points.reset();
        unit.points_min = unit.points_max = {};
        unit.rule.clear();
    }
    for (FactorTrace& factor : job.factors) mask(factor);
}

CompareResult compare(std::vector<ExplainResult> jobs) {
    if (jobs.size() < 2) throw std::logic_error("compare: fewer than two jobs");
    CompareResult result;
    for (std::size_t u = 0; u < jobs.front().units.size(); ++u) result.units.push_back(compare_unit(jobs, u));
    for (std::size_t f = 0; f < jobs.front().factors.size(); ++f) result.factors.push_back(compare_factor(jobs, f));
    for (const auto& job : jobs) result.total_differences.push_back(difference(known_total(job), known_total(jobs.front())));
    result.jobs = std::move(jobs);
    return result;
}

void mask_comparators(CompareResult& result) {
    for (std::size_t j = 1; j < result.jobs.size(); ++j) {
        mask_comparator(result.jobs[j]);
        result.total_differences[j].reset();
        for (UnitComparison& unit : result.units) unit.differences[j].reset();
    }
}

}  // namespace je::report
