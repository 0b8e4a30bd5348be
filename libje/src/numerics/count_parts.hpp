// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "numerics/kernel_plan.hpp"
#include "numerics/narrow_blocks.hpp"

namespace je::numerics {

constexpr std::uint64_t blocks_together = 32;  ///< prepared before the jobs are gone through
constexpr std::size_t jobs_together = 64;      ///< of a task

/// Blocks first, first + 1, ..., last - 1 of a range, at most blocks_together of them.
struct BlockGroup {
    ScenarioRange range;
    std::uint64_t first = 0;
    std::uint64_t last = 0;

    [[nodiscard]] std::size_t blocks() const { return static_cast<std::size_t>(last - first); }
    [[nodiscard]] ScenarioRange scenarios(std::size_t block) const { return block_range(range, first + block); }
    [[nodiscard]] std::uint64_t size() const { return scenarios(blocks() - 1).last - scenarios(0).first; }
};

/// Adds the counts of a group of blocks to `counts`, [distinct job][floor].
class NarrowCounter {
public:
    NarrowCounter(const NarrowPlan& narrow, LaneFunction lanes, std::size_t threads);
    void count(const BlockGroup& group, std::span<std::uint64_t> counts);

private:
    void prepare(const BlockGroup& group);
    void count_jobs(const BlockGroup& group, std::size_t begin, std::size_t end, std::span<std::uint64_t> counts) const;

    const NarrowPlan& narrow_;
    LaneFunction lanes_;
    std::size_t threads_;
    std::size_t multiplier_size_;
    std::size_t bound_size_;
    AlignedNumbers multipliers_;
    AlignedNumbers bounds_;
    std::vector<BoundRange> ranges_;  // [block][floor]
};

/// The same in 64 bits.
class WideCounter {
public:
    WideCounter(const KernelPlan& plan, std::size_t threads);
    void count(const BlockGroup& group, std::span<std::uint64_t> counts);

private:
    const KernelPlan& plan_;
    std::size_t threads_;
    std::vector<std::int64_t> multipliers_;  // [block][factor][scenario]
    std::vector<std::int64_t> bounds_;       // [block][floor][scenario]
};

/// From scenarios that the source has drawn to multipliers k_f / g_f, [factor][scenario], and bounds, [floor][scenario],
/// `stride` apart; a bound beyond 64 bits becomes the largest or least of them, which decides the same.
void fill_wide(const KernelPlan& plan, std::span<const std::int64_t> drawn, std::size_t stride, std::int64_t* multipliers,
               std::int64_t* bounds);

/// Totals of a job in these scenarios.
void add_up_wide(std::span<const std::int64_t> job, const std::int64_t* multipliers, std::size_t stride,
                 std::span<std::int64_t> totals);

/// How many jobs each task takes, for the threads to share them evenly.
[[nodiscard]] std::size_t jobs_of_task(std::size_t jobs, std::size_t threads);

}  // namespace je::numerics
