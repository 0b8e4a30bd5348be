// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <limits>

#include "numerics/parallel.hpp"
#include "numerics/scenarios/kernel.hpp"

namespace je::numerics {

namespace {

std::int64_t clipped(Int128 number) {
    constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(number, -most, most));
}

}  // namespace

void fill_wide(const KernelPlan& plan, std::span<const std::int64_t> drawn, std::size_t stride, std::int64_t* multipliers,
               std::int64_t* bounds) {
    const std::size_t count = drawn.size() / plan.factors;
    const std::int64_t offset = plan.source->form().offset;
    for (std::size_t s = 0; s < count; ++s) {
        std::int64_t size = 0;
        for (std::size_t f = 0; f < plan.factors; ++f) {
            const std::int64_t e = drawn[s * plan.factors + f];
            multipliers[f * stride + s] = e + offset;
            size += e * plan.sizes[f];
        }
        for (std::size_t i = 0; i < plan.floors.size(); ++i)
            bounds[i * stride + s] = clipped(plan.bound_for(plan.floors[i], size));
    }
}

void add_up_wide(std::span<const std::int64_t> job, const std::int64_t* multipliers, std::size_t stride,
                 std::span<std::int64_t> totals) {
    std::fill(totals.begin(), totals.end(), 0);
    for (std::size_t f = 0; f < job.size(); ++f) {
        const std::int64_t points = job[f];
        const std::int64_t* from = multipliers + f * stride;
        if (points == 0) continue;
        for (std::size_t s = 0; s < totals.size(); ++s) totals[s] += points * from[s];
    }
}

WideCounter::WideCounter(const KernelPlan& plan, std::size_t threads)
    : plan_{plan},
      threads_{threads},
      multipliers_(plan.factors * block_size * blocks_together),
      bounds_(plan.floors.size() * block_size * blocks_together) {}

void WideCounter::count(const BlockGroup& group, std::span<std::uint64_t> counts) {
    const std::size_t floors = plan_.floors.size();
    const auto multipliers = [&](std::size_t block) { return multipliers_.data() + block * plan_.factors * block_size; };
    const auto bounds = [&](std::size_t block) { return bounds_.data() + block * floors * block_size; };
    for_each_task(threads_, group.blocks(), [&](std::size_t block) {
        const ScenarioRange range = group.scenarios(block);
        std::vector<std::int64_t> drawn(static_cast<std::size_t>(range.last - range.first) * plan_.factors);
        plan_.source->fill(range.first, drawn);
        fill_wide(plan_, drawn, block_size, multipliers(block), bounds(block));
    });
    for_each_task(threads_, plan_.job_count(), [&](std::size_t j) {
        std::array<std::int64_t, block_size> totals{};
        for (std::size_t block = 0; block < group.blocks(); ++block) {
            const ScenarioRange range = group.scenarios(block);
            const auto filled = std::span{totals}.first(static_cast<std::size_t>(range.last - range.first));
            add_up_wide(plan_.job(j), multipliers(block), block_size, filled);
            for (std::size_t i = 0; i < floors; ++i) {
                const std::int64_t* bound = bounds(block) + i * block_size;
                std::uint64_t reached = 0;
                for (std::size_t s = 0; s < filled.size(); ++s) reached += filled[s] >= bound[s] ? 1 : 0;
                counts[j * floors + i] += reached;
            }
        }
    });
}

}  // namespace je::numerics
