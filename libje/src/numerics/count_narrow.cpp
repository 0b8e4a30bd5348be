// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "numerics/count_parts.hpp"
#include "numerics/workers.hpp"

namespace je::numerics {

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
