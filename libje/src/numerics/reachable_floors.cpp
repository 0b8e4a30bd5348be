// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/reachable_floors.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace je::numerics {

namespace {

struct Extent {
    Int128 least = 0;
    Int128 most = 0;
};

// Of sum d_f (offset + e_f), d_f = M q_f - floor n_f, or q_f without rescaling: at or above the floor is at or above 0, or
// floor * unit. `Whole` holds twice the sum of |d_f|.
template <typename Whole>
Extent extent_of(const KernelPlan& plan, std::span<const std::int64_t> job, std::int64_t floor) {
    const ScenarioForm& form = plan.source->form();
    Whole sum = 0;
    Whole size = 0;
    for (std::size_t f = 0; f < job.size(); ++f) {
        const Whole d = form.unit ? Whole{job[f]} : Whole{plan.largest_sum} * job[f] - Whole{floor} * plan.sizes[f];
        sum += d;
        size += d < 0 ? -d : d;
    }
    if (form.offset == 0)  // multipliers from 0 to reach
        return {Int128{(sum - size) / 2} * form.reach, Int128{(sum + size) / 2} * form.reach};
    return {Int128{sum} * form.offset - Int128{size} * form.reach, Int128{sum} * form.offset + Int128{size} * form.reach};
}

bool fits_64_bits(const KernelPlan& plan) {
    Int128 most = 0;
    for (const std::int64_t floor : plan.floors) most = std::max(most, floor < 0 ? -Int128{floor} : Int128{floor});
    return Int128{plan.largest_sum} * plan.most_points + most * plan.size_sum < (Int128{1} << 61);
}

template <typename Whole>
FloorSpan span_of_box(const KernelPlan& plan, std::span<const std::int64_t> job) {
    FloorSpan span;
    const auto& unit = plan.source->form().unit;
    for (const std::int64_t floor : plan.floors) {
        const Extent extent = extent_of<Whole>(plan, job, floor);
        const Int128 bound = unit ? Int128{floor} * *unit : Int128{0};
        if (extent.least >= bound) ++span.from;
        if (extent.most >= bound) ++span.to;
    }
    return span;
}

}  // namespace

std::vector<FloorSpan> spans_of_box(const KernelPlan& plan) {
    std::vector<FloorSpan> spans;
    const bool narrow = fits_64_bits(plan);
    for (std::size_t j = 0; j < plan.job_count(); ++j)
        spans.push_back(narrow ? span_of_box<std::int64_t>(plan, plan.job(j)) : span_of_box<Int128>(plan, plan.job(j)));
    return spans;
}

}  // namespace je::numerics
