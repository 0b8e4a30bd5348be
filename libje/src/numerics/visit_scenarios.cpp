// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "je/numerics/scenario_kernel.hpp"
#include "numerics/count_parts.hpp"
#include "numerics/scenario_forms.hpp"
#include "numerics/workers.hpp"

namespace je::numerics {

namespace {

std::size_t scenarios_together(std::size_t jobs) {
    constexpr std::size_t most_totals = std::size_t{1} << 21;
    return std::clamp<std::size_t>(most_totals / std::max<std::size_t>(1, jobs), 1, block_size);
}

/// The totals of block after block, in room that is taken once.
class Visits {
public:
    Visits(const KernelPlan& plan, const KernelOptions& options)
        : plan_{plan},
          threads_{threads_for(options.threads)},
          together_{scenarios_together(plan.job_count())},
          multipliers_(plan.factors * together_),
          bounds_(plan.floors.size() * together_),
          totals_(plan.job_count() * together_) {}

    // From `first` to the end of the range or of a block, whichever comes first. Good until the next call.
    ScenarioBlock next(std::uint64_t first, std::uint64_t end) {
        const std::uint64_t last = std::min(end, (first / together_ + 1) * together_);
        const auto count = static_cast<std::size_t>(last - first);
        drawn_.resize(count * plan_.factors);
        plan_.source->fill(first, drawn_);
        weights_ = weights_of(plan_.source->form(), drawn_);
        fill_wide(plan_, drawn_, count, multipliers_.data(), bounds_.data());
        add_up(count);
        return {first, count, std::span{totals_}.first(plan_.job_count() * count),
                std::span{bounds_}.first(plan_.floors.size() * count), weights_};
    }

private:
    void add_up(std::size_t count) {
        constexpr std::size_t few = 100'000;
        const std::size_t jobs = plan_.job_count();
        const std::size_t threads = count * jobs < few ? 1 : threads_;
        const std::size_t of_task = jobs_of_task(jobs, threads);
        for_each_task(threads, (jobs + of_task - 1) / of_task, [&](std::size_t task) {
            for (std::size_t j = task * of_task; j < std::min(jobs, (task + 1) * of_task); ++j)
                add_up_wide(plan_.job(j), multipliers_.data(), count, std::span{totals_}.subspan(j * count, count));
        });
    }

    const KernelPlan& plan_;
    std::size_t threads_;
    std::size_t together_;
    std::vector<std::int64_t> drawn_;
    std::vector<std::uint64_t> weights_;
    std::vector<std::int64_t> multipliers_;
    std::vector<std::int64_t> bounds_;
    std::vector<std::int64_t> totals_;
};

}  // namespace

void visit_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                     const std::function<void(const ScenarioBlock&)>& visit, const KernelOptions& options) {
    const KernelPlan plan = make_plan(source, jobs, range, false);
    Visits visits{plan, options};
    for (std::uint64_t first = range.first; first < range.last;) {
        const ScenarioBlock block = visits.next(first, range.last);
        visit(block);
        first += block.count;
        if (options.progress) options.progress(first - range.first, range.last - range.first);
    }
}

}  // namespace je::numerics
