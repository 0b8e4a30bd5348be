// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/scenario_kernel.hpp"

#include <algorithm>

#include "numerics/count_parts.hpp"
#include "numerics/kernel_plan.hpp"
#include "numerics/narrow_blocks.hpp"
#include "numerics/workers.hpp"

namespace je::numerics {

namespace {

// Making a scenario costs as much as evaluating a few hundred jobs in it.
std::size_t threads_worth(const KernelOptions& options, const KernelPlan& plan, std::uint64_t scenarios) {
    constexpr std::uint64_t few = 1'000'000;
    constexpr std::uint64_t cost_of_scenario = 256;
    const bool little = scenarios < few && (plan.job_count() + cost_of_scenario) * scenarios < few;
    return little ? 1 : threads_for(options.threads);
}

// `count(group)` for groups of blocks, one after the other.
template <typename Count>
void for_each_group(ScenarioRange range, const KernelOptions& options, Count count) {
    if (range.first == range.last) return;
    const std::uint64_t end = (range.last - 1) / block_size + 1;
    for (std::uint64_t block = range.first / block_size; block < end; block += blocks_together) {
        const BlockGroup group{range, block, std::min(end, block + blocks_together)};
        count(group);
        if (options.progress)
            options.progress(group.scenarios(group.blocks() - 1).last - range.first, range.last - range.first);
    }
}

std::vector<std::uint64_t> for_all_jobs(const KernelPlan& plan, std::span<const std::uint64_t> counts) {
    const std::size_t floors = plan.floors.size();
    std::vector<std::uint64_t> result(plan.jobs.kind.size() * floors);
    for (std::size_t j = 0; j < plan.jobs.kind.size(); ++j)
        std::copy_n(counts.begin() + static_cast<std::ptrdiff_t>(plan.jobs.kind[j] * floors), floors,
                    result.begin() + static_cast<std::ptrdiff_t>(j * floors));
    return result;
}

}  // namespace

ScenarioCounts count_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                               const KernelOptions& options) {
    const KernelPlan plan = make_plan(source, jobs, range, true);
    ScenarioCounts result;
    result.scenarios = range.last - range.first;
    result.distinct_jobs = plan.job_count();
    const std::size_t threads = threads_worth(options, plan, result.scenarios);
    ChosenLanes lanes = choose_lanes(options.instructions);
    const std::optional<NarrowPlan> narrow = lanes.function != nullptr ? NarrowPlan::make(plan) : std::nullopt;
    if (!narrow) lanes = {};
    result.used = lanes.kind;
    std::vector<std::uint64_t> counts(plan.job_count() * plan.floors.size());
    if (narrow) {
        NarrowCounter counter{*narrow, lanes.function, threads};
        for_each_group(range, options, [&](const BlockGroup& group) { counter.count(group, counts); });
    } else {
        WideCounter counter{plan, threads};
        for_each_group(range, options, [&](const BlockGroup& group) { counter.count(group, counts); });
    }
    result.at_or_above = for_all_jobs(plan, counts);
    return result;
}

}  // namespace je::numerics
