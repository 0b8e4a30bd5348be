// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/kernel_plan.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace je::numerics {

namespace {

void check(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range) {
    if (jobs.points.size() % source.factors() != 0) throw std::invalid_argument{"a job must have points for every factor"};
    if (jobs.points.size() / source.factors() >= std::numeric_limits<std::uint32_t>::max())
        throw std::invalid_argument{"there are too many jobs"};
    if (!std::is_sorted(jobs.floors.begin(), jobs.floors.end())) throw std::invalid_argument{"floors must rise"};
    if (range.first > range.last || range.last > source.size()) throw std::invalid_argument{"there are not as many scenarios"};
}

DistinctRows each_row(std::size_t rows) {
    DistinctRows result;
    result.first.resize(rows);
    std::iota(result.first.begin(), result.first.end(), 0U);
    result.kind = result.first;
    return result;
}

std::int64_t fitting(Int128 number) {
    constexpr Int128 most = std::numeric_limits<std::int64_t>::max();  // kept free: it stands for bounds beyond 64 bits
    if (number >= most || number <= -most)
        throw std::overflow_error{"points and multipliers are too large for totals of 64 bits"};
    return static_cast<std::int64_t>(number);
}

void add_points(KernelPlan& plan, const ScenarioJobs& jobs) {
    const auto& gains = plan.source->form().gains;
    plan.points.resize(plan.job_count() * plan.factors);
    Int128 most = 0;
    for (std::size_t j = 0; j < plan.job_count(); ++j) {
        Int128 sum = 0;
        for (std::size_t f = 0; f < plan.factors; ++f) {
            const Int128 q = Int128{jobs.points[plan.jobs.first[j] * plan.factors + f]} * gains[f];
            sum += q < 0 ? -q : q;
            plan.points[j * plan.factors + f] = static_cast<std::int64_t>(q);  // fits when the sum does
        }
        most = std::max(most, sum);
    }
    fitting(most * plan.most_multiplier);
    plan.most_points = static_cast<std::int64_t>(most);
}

}  // namespace

Int128 KernelPlan::bound_for(std::int64_t floor, std::int64_t size_of_e) const {
    const ScenarioForm& form = source->form();
    if (form.unit) return Int128{floor} * *form.unit;
    return ceil_quotient(Int128{floor} * (Int128{form.offset} * size_sum + size_of_e), largest_sum);
}

KernelPlan make_plan(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range, bool distinct) {
    check(source, jobs, range);
    const ScenarioForm& form = source.form();
    KernelPlan plan;
    plan.source = &source;
    plan.factors = source.factors();
    plan.floors.assign(jobs.floors.begin(), jobs.floors.end());
    plan.most_multiplier = form.offset + form.reach;
    Int128 sum = 0;
    for (std::size_t f = 0; f < plan.factors; ++f) {
        plan.sizes.push_back(form.gains[f] * form.largest[f]);
        sum += plan.sizes.back();
        plan.largest_sum += form.largest[f];
    }
    fitting(sum * plan.most_multiplier);
    plan.size_sum = static_cast<std::int64_t>(sum);
    plan.jobs = distinct ? distinct_rows(jobs.points, plan.factors) : each_row(jobs.points.size() / plan.factors);
    add_points(plan, jobs);
    return plan;
}

ScenarioRange block_range(ScenarioRange range, std::uint64_t block) {
    return {std::max(range.first, block * block_size), std::min(range.last, (block + 1) * block_size)};
}

}  // namespace je::numerics
