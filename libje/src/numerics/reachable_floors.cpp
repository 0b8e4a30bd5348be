// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/reachable_floors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace je::numerics {

namespace {

struct Extent {
    Whole128 least = 0;
    Whole128 most = 0;
};

// Of sum d_f (offset + e_f), d_f = M q_f - floor n_f, or q_f without rescaling: at or above the floor is at or above 0, or
// floor * unit.
Extent extent_of(const KernelPlan& plan, std::span<const std::int64_t> job, std::int64_t floor) {
    const ScenarioForm& form = plan.source->form();
    Whole128 sum = 0;
    Whole128 size = 0;
    for (std::size_t f = 0; f < job.size(); ++f) {
        const Whole128 d = form.unit ? Whole128{job[f]} : Whole128{plan.largest_sum} * job[f] - Whole128{floor} * plan.sizes[f];
        sum += d;
        size += d < 0 ? -d : d;
    }
    if (form.offset == 0) return {(sum - size) / 2 * form.reach, (sum + size) / 2 * form.reach};  // multipliers from 0 to reach
    return {sum * form.offset - size * form.reach, sum * form.offset + size * form.reach};
}

FloorSpan span_of_box(const KernelPlan& plan, std::span<const std::int64_t> job) {
    FloorSpan span;
    const auto& unit = plan.source->form().unit;
    for (const std::int64_t floor : plan.floors) {
        const Extent extent = extent_of(plan, job, floor);
        const Whole128 bound = unit ? Whole128{floor} * *unit : Whole128{0};
        if (extent.least >= bound) ++span.from;
        if (extent.most >= bound) ++span.to;
    }
    return span;
}

}  // namespace

std::vector<FloorSpan> spans_of_box(const KernelPlan& plan) {
    std::vector<FloorSpan> spans;
    for (std::size_t j = 0; j < plan.job_count(); ++j) spans.push_back(span_of_box(plan, plan.job(j)));
    return spans;
}

FloorSpan span_of_weights(const KernelPlan& plan, std::size_t job, std::span<const WeightRange> weights) {
    constexpr std::size_t most_factors = 64;
    const std::size_t factors = std::min(plan.factors, most_factors);
    if (factors < plan.factors) return {0, static_cast<std::uint32_t>(plan.floors.size())};
    std::array<std::pair<double, std::size_t>, most_factors> totals;  // of the job, were one factor to weigh everything
    const auto points = plan.job(job);
    double base = 0;
    double left = 1;
    for (std::size_t f = 0; f < factors; ++f) {
        const double total =
            static_cast<double>(plan.largest_sum) * (static_cast<double>(points[f]) / static_cast<double>(plan.sizes[f]));
        std::size_t at = f;
        for (; at > 0 && totals[at - 1].first > total; --at) totals[at] = totals[at - 1];
        totals[at] = {total, f};
        base += weights[f].least * total;
        left -= weights[f].least;
    }
    const auto given_out = [&](std::size_t begin, std::size_t step) {
        double sum = base;
        double rest = left;
        for (std::size_t i = 0, at = begin; i < factors && rest > 0; ++i, at += step) {
            const WeightRange& range = weights[totals[at].second];
            const double given = std::min(rest, range.most - range.least);
            sum += given * totals[at].first;
            rest -= given;
        }
        return sum;
    };
    const double scale = std::max(std::abs(totals[0].first), std::abs(totals[factors - 1].first));
    const double margin = 1e-9 * scale + 1e-9;
    const double least = given_out(0, 1) - margin;
    const double most = given_out(factors - 1, static_cast<std::size_t>(-1)) + margin;
    FloorSpan span;
    for (const std::int64_t floor : plan.floors) {
        if (static_cast<double>(floor) <= least) ++span.from;
        if (static_cast<double>(floor) <= most) ++span.to;
    }
    return span;
}

}  // namespace je::numerics
