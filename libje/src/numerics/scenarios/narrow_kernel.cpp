// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>

#include "numerics/parallel.hpp"
#include "numerics/scenarios/kernel.hpp"

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

/// For every distinct job, the floors that some e within the reach of the source reach and some do not: exact, in whole
/// numbers.
std::vector<FloorSpan> spans_of_box(const KernelPlan& plan) {
    std::vector<FloorSpan> spans;
    const bool narrow = fits_64_bits(plan);
    for (std::size_t j = 0; j < plan.job_count(); ++j)
        spans.push_back(narrow ? span_of_box<std::int64_t>(plan, plan.job(j)) : span_of_box<Int128>(plan, plan.job(j)));
    return spans;
}

constexpr std::int64_t most_16 = std::numeric_limits<std::int16_t>::max();
constexpr std::int64_t most_32 = std::numeric_limits<std::int32_t>::max();

std::int32_t pair_of(std::int64_t low, std::int64_t high) {
    const auto bits = static_cast<std::uint32_t>(static_cast<std::uint16_t>(low)) |
                      (static_cast<std::uint32_t>(static_cast<std::uint16_t>(high)) << 16);
    return static_cast<std::int32_t>(bits);
}

std::int32_t clipped(std::int64_t number) { return static_cast<std::int32_t>(std::clamp(number, -most_32 - 1, most_32)); }

Int128 size_of(std::int64_t number) { return number < 0 ? -Int128{number} : Int128{number}; }

// No sum k q is larger: by the parts, or by what sum k n never exceeds and the largest |q| / n, rounded up.
Int128 most_total(const KernelPlan& plan) {
    const ScenarioForm& form = plan.source->form();
    const Int128 by_parts = Int128{plan.most_points} * form.reach;
    if (!form.most_size) return by_parts;
    Int128 ratio = 1;
    for (std::size_t at = 0; at < plan.points.size(); ++at)
        ratio = std::max(ratio, ceil_quotient(size_of(plan.points[at]), plan.sizes[at % plan.factors]));
    return std::min(by_parts, ratio * *form.most_size);
}

// Products of 16 bits, sums of 32, and floor * sum e n in 64.
bool products_fit(const KernelPlan& plan) {
    const ScenarioForm& form = plan.source->form();
    for (const std::int64_t q : plan.points)
        if (q > most_16 || q < -most_16) return false;
    if (form.reach > most_16 || most_total(plan) > most_32) return false;
    Int128 most = 0;
    for (const std::int64_t floor : plan.floors) most = std::max(most, size_of(floor));
    return most * form.reach * plan.size_sum + plan.largest_sum < (Int128{1} << 62);
}

}  // namespace

std::optional<NarrowPlan> NarrowPlan::make(const KernelPlan& plan) {
    if (!products_fit(plan)) return {};
    NarrowPlan narrow{plan};
    narrow.pack_points();
    const ScenarioForm& form = plan.source->form();
    narrow.remainders_.assign(plan.floors.size(), 0);
    narrow.padding_ = static_cast<std::int32_t>(most_32);
    if (!form.unit && form.offset == 0) {
        narrow.spans_.assign(plan.job_count(), {0, static_cast<std::uint32_t>(plan.floors.size())});
        return narrow;
    }
    narrow.spans_ = spans_of_box(plan);
    if (!narrow.add_shifts()) return {};
    return narrow;
}

void NarrowPlan::pack_points() {
    for (std::size_t j = 0; j < plan_->job_count(); ++j) {
        const auto job = plan_->job(j);
        for (std::size_t f = 0; f < job.size(); f += 2) points_.push_back(pair_of(job[f], f + 1 < job.size() ? job[f + 1] : 0));
    }
}

// bound_for(floor, s) - offset * sum q is a part that depends on job and floor alone, the shift, and one that depends on floor
// and scenario. With all sums up to `total` and all such parts up to `part`, what is compared stays within 2 (total + part).
bool NarrowPlan::add_shifts() {
    const ScenarioForm& form = plan_->source->form();
    const std::size_t floors = plan_->floors.size();
    std::vector<Int128> fixed;
    for (std::size_t i = 0; i < floors; ++i) {
        const Int128 all =
            form.unit ? Int128{plan_->floors[i]} * *form.unit : Int128{plan_->floors[i]} * form.offset * plan_->size_sum;
        fixed.push_back(form.unit ? all : floor_quotient(all, plan_->largest_sum));
        if (!form.unit) remainders_[i] = static_cast<std::int64_t>(all - fixed.back() * plan_->largest_sum);
    }
    Int128 part = 2;
    shifts_.assign(plan_->job_count() * floors, 0);
    const Int128 total = most_total(*plan_);
    for (std::size_t j = 0; j < plan_->job_count(); ++j) {
        Int128 sum = 0;
        for (const std::int64_t q : plan_->job(j)) sum += q;
        for (std::size_t i = spans_[j].from; i < spans_[j].to; ++i) {
            shifts_[j * floors + i] = clipped(static_cast<std::int64_t>(fixed[i] - form.offset * sum));
            const Int128 moved = size_of(plan_->floors[i]) * form.reach * plan_->size_sum / plan_->largest_sum + 2;
            if (!form.unit) part = std::max(part, moved);
        }
    }
    if (2 * (total + part) + 4 > most_32) return false;
    padding_ = static_cast<std::int32_t>(total + part);
    return true;
}

void NarrowPlan::fill_bounds(std::span<const std::int64_t> sizes, std::int32_t* bounds, BoundRange* ranges) const {
    const bool none = plan_->source->form().unit.has_value();
    const std::int64_t sum = plan_->largest_sum;
    for (std::size_t i = 0; i < plan_->floors.size(); ++i) {
        std::int32_t* to = bounds + i * block_size;
        const std::int64_t floor = plan_->floors[i];
        const std::int64_t extra = remainders_[i] - 1;  // (x - 1) / M rounded down, is x / M rounded up, less 1
        for (std::size_t s = 0; s < sizes.size(); ++s) {
            const std::int64_t above = floor * sizes[s] + extra;
            to[s] = none ? -1 : clipped(above / sum - (above % sum < 0 ? 1 : 0));
        }
        const auto [least, most] = std::minmax_element(to, to + sizes.size());
        ranges[i] = {*least, *most};
        std::fill(to + sizes.size(), to + block_size, padding_);
    }
}

void NarrowPlan::fill(ScenarioRange scenarios, std::int32_t* multipliers, std::int32_t* bounds, BoundRange* ranges) const {
    const std::size_t factors = plan_->factors;
    const auto count = static_cast<std::size_t>(scenarios.last - scenarios.first);
    std::vector<std::int64_t> drawn(count * factors);
    plan_->source->fill(scenarios.first, drawn);
    for (std::size_t p = 0; p < pairs(); ++p) {
        const std::size_t second = 2 * p + 1 < factors ? 2 * p + 1 : factors;
        std::int32_t* to = multipliers + p * block_size;
        const std::int64_t* from = drawn.data();
        for (std::size_t s = 0; s < count; ++s, from += factors)
            to[s] = pair_of(from[2 * p], second < factors ? from[second] : 0);
        std::fill(to + count, to + block_size, 0);
    }
    std::array<std::int64_t, block_size> sizes{};
    for (std::size_t s = 0; s < count; ++s)
        for (std::size_t f = 0; f < factors; ++f) sizes[s] += drawn[s * factors + f] * plan_->sizes[f];
    fill_bounds(std::span{sizes}.first(count), bounds, ranges);
}

std::size_t jobs_of_task(std::size_t jobs, std::size_t threads) {
    constexpr std::size_t tasks_of_thread = 4;
    return std::clamp<std::size_t>(jobs / (threads * tasks_of_thread), 1, jobs_together);
}

NarrowCounter::NarrowCounter(const NarrowPlan& narrow, LaneFunction lanes, std::size_t threads)
    : narrow_{narrow},
      lanes_{lanes},
      threads_{threads},
      multiplier_size_{narrow.pairs() * block_size},
      bound_size_{narrow.plan().floors.size() * block_size},
      multipliers_{multiplier_size_ * blocks_together},
      bounds_{bound_size_ * blocks_together},
      ranges_(narrow.plan().floors.size() * blocks_together) {}

void NarrowCounter::prepare(const BlockGroup& group) {
    const std::size_t floors = narrow_.plan().floors.size();
    for_each_task(threads_, group.blocks(), [&](std::size_t block) {
        narrow_.fill(group.scenarios(block), multipliers_.at(block * multiplier_size_), bounds_.at(block * bound_size_),
                     ranges_.data() + block * floors);
    });
}

void NarrowCounter::count(const BlockGroup& group, std::span<std::uint64_t> counts) {
    prepare(group);
    const std::size_t jobs = narrow_.plan().job_count();
    const std::size_t together = jobs_of_task(jobs, threads_);
    for_each_task(threads_, (jobs + together - 1) / together, [&](std::size_t task) {
        const std::size_t begin = task * together;
        count_jobs(group, begin, std::min(jobs, begin + together), counts);
    });
}

void NarrowCounter::count_jobs(const BlockGroup& group, std::size_t begin, std::size_t end,
                               std::span<std::uint64_t> counts) const {
    const std::size_t floors = narrow_.plan().floors.size();
    const AlignedNumbers counters{(end - begin) * floors * counter_lanes};
    std::fill_n(counters.at(0), (end - begin) * floors * counter_lanes, 0);
    auto* const counted = reinterpret_cast<std::uint32_t*>(counters.at(0));
    LaneWork work;
    work.points = narrow_.points(begin);
    work.shifts = narrow_.shifts(begin);
    work.spans = narrow_.spans(begin);
    work.counters = counted;
    work.pairs = narrow_.pairs();
    work.floors = floors;
    work.jobs = end - begin;
    for (std::size_t block = 0; block < group.blocks(); ++block) {
        work.multipliers = multipliers_.at(block * multiplier_size_);
        work.bounds = bounds_.at(block * bound_size_);
        work.ranges = ranges_.data() + block * floors;
        work.scenarios = static_cast<std::uint32_t>(group.scenarios(block).last - group.scenarios(block).first);
        lanes_(work);
    }
    for (std::size_t j = 0; j < work.jobs; ++j)
        for (std::size_t i = 0; i < work.spans[j].to; ++i) {
            const std::uint32_t* lanes = counted + (j * floors + i) * counter_lanes;
            counts[(begin + j) * floors + i] +=
                i < work.spans[j].from ? group.size() : std::accumulate(lanes, lanes + counter_lanes, std::uint64_t{0});
        }
}

}  // namespace je::numerics
