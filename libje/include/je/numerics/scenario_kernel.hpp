// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "je/numerics/scenarios.hpp"

namespace je::numerics {

/// Jobs and floors, all in whole numbers of one unit of points.
struct ScenarioJobs {
    std::span<const std::int64_t> points;  ///< p_jf, job after job, as many for each as the source has factors
    std::span<const std::int64_t> floors;  ///< rising
};

/// Scenarios first, first + 1, ..., last - 1. Shards are ranges side by side: their counts add up.
struct ScenarioRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// The code that does the work. All give the same counts; `automatic` takes the widest the processor has.
enum class Instructions { automatic, plain, avx2, avx512, wide };

struct KernelOptions {
    std::size_t threads = 0;  ///< 0: as many as the machine has; one is used for fewer than 10^6 evaluations
    /// A kind the processor lacks is replaced by the widest it has; `wide` is 64-bit arithmetic, taken also wherever 32 bits
    /// might not do.
    Instructions instructions = Instructions::automatic;
    /// Called now and then by the calling thread with the scenarios done so far.
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

struct ScenarioCounts {
    std::uint64_t scenarios = 0;
    std::vector<std::uint64_t> at_or_above;   ///< [job][floor]: scenarios in which the job's total is at or above the floor
    Instructions used = Instructions::plain;  ///< never `automatic`
    std::size_t distinct_jobs = 0;            ///< jobs with points that no job before them has
};

/// Counts, for every job and floor, the scenarios with the total at or above the floor, exactly.
///
///     const auto source = simplex_scenarios(largest, {0, 1}, seed);
///     const auto counts = count_scenarios(*source, {points, floors}, {0, 100000});
///     counts.at_or_above[job * floors.size() + floor]         // of 100,000
///
/// The same on any number of threads, with any instructions, and for ranges added up. Memory beyond points and counts: a few
/// megabytes, whatever the numbers of jobs and scenarios. Throws std::invalid_argument when sizes do not fit together, floors
/// do not rise or the source has fewer scenarios, and std::overflow_error when a sum might not fit 64 bits (largest points up
/// to 10^13 do).
[[nodiscard]] ScenarioCounts count_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                                             const KernelOptions& options = {});

/// Scenarios with every number that leads to a band: what ranks, central weights and changes of band are counted from.
struct ScenarioBlock {
    std::uint64_t first = 0;  ///< the number of its first scenario
    std::size_t count = 0;
    std::span<const std::int64_t> totals;  ///< [job][scenario]: sum_f k_f p_jf, comparable within a scenario
    std::span<const std::int64_t>
        bounds;  ///< [floor][scenario]: the job is at or above the floor when its total is not below this
    std::span<const std::uint64_t> weights;  ///< [scenario][factor], in whole 2^-32

    [[nodiscard]] std::span<const std::int64_t> job(std::size_t j) const { return totals.subspan(j * count, count); }
    [[nodiscard]] std::span<const std::int64_t> floor(std::size_t i) const { return bounds.subspan(i * count, count); }
};

/// Calls `visit` on the calling thread with block after block, in order, until the range is done. Totals are worked out on
/// `threads`. What the visitor adds up in whole numbers is the same for ranges added up. Blocks are of at most 512 scenarios,
/// and fewer for many jobs, so that memory stays at about 20 megabytes (8 bytes a job at least). Throws as count_scenarios
/// does.
void visit_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                     const std::function<void(const ScenarioBlock&)>& visit, const KernelOptions& options = {});

}  // namespace je::numerics
