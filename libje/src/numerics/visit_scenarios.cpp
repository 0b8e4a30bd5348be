// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "je/numerics/scenario_kernel.hpp"
#include "numerics/count_parts.hpp"
#include "numerics/workers.hpp"

namespace je::numerics {

namespace {

std::size_t scenarios_together(std::size_t jobs) {
    constexpr std::size_t most_totals = std::size_t{1} << 21;
    return std::clamp<std::size_t>(most_totals / std::max<std::size_t>(1, jobs), 1, block_size);
}

}  // namespace

void visit_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                     const std::function<void(const ScenarioBlock&)>& visit, const KernelOptions& options) {
    const KernelPlan plan = make_plan(source, jobs, range, false);
    const std::size_t together = scenarios_together(plan.job_count());
    const std::size_t threads = threads_for(options.threads);
    std::vector<std::int64_t> multipliers(plan.factors * together);
    std::vector<std::int64_t> bounds(plan.floors.size() * together);
    std::vector<std::int64_t> totals(plan.job_count() * together);
    for (std::uint64_t first = range.first; first < range.last;) {
        const std::uint64_t last = std::min(range.last, (first / together + 1) * together);
        const auto count = static_cast<std::size_t>(last - first);
        fill_wide(plan, {first, last}, count, multipliers.data(), bounds.data());
        const std::size_t of_task = jobs_of_task(plan.job_count(), threads);
        for_each_task(count * plan.job_count() < 100'000 ? 1 : threads, (plan.job_count() + of_task - 1) / of_task,
                      [&](std::size_t task) {
                          for (std::size_t j = task * of_task; j < std::min(plan.job_count(), (task + 1) * of_task); ++j)
                              add_up_wide(plan.job(j), multipliers.data(), count, std::span{totals}.subspan(j * count, count));
                      });
        const auto weights = scenario_weights(source, first, count);
        visit({first, count, std::span{totals}.first(plan.job_count() * count),
               std::span{bounds}.first(plan.floors.size() * count), weights});
        if (options.progress) options.progress(last - range.first, range.last - range.first);
        first = last;
    }
}

}  // namespace je::numerics
