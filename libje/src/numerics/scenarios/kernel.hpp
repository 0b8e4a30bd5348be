// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <vector>

#include "numerics/exact/fraction.hpp"
#include "numerics/scenarios/lanes.hpp"
#include "numerics/scenarios/scenarios.hpp"

namespace je::numerics {

/// Rows of numbers, each different row once.
struct DistinctRows {
    std::vector<std::uint32_t> first;  ///< the number of the first row of each kind, rising
    std::vector<std::uint32_t> kind;   ///< of every row
};

/// A question in the terms of a source: with q_f = g_f p_f and n_f = g_f m_f, scenario e puts a job at or above a floor when
///
///     sum e_f q_f + offset * sum q_f  >=  bound_for(floor, sum e_f n_f)
struct KernelPlan {
    const ScenarioSource* source = nullptr;
    std::size_t factors = 0;
    std::vector<std::int64_t> floors;
    DistinctRows jobs;
    std::vector<std::int64_t> points;  ///< q of the distinct jobs, job after job
    std::vector<std::int64_t> sizes;   ///< n
    std::int64_t size_sum = 0;         ///< sum of n
    std::int64_t largest_sum = 0;      ///< M
    std::int64_t most_points = 0;      ///< the largest sum of |q_f| of a job
    std::int64_t most_multiplier = 0;  ///< offset + reach

    [[nodiscard]] std::size_t job_count() const { return jobs.first.size(); }
    [[nodiscard]] std::span<const std::int64_t> job(std::size_t j) const {
        return std::span{points}.subspan(j * factors, factors);
    }
    /// Rounded up to a whole number.
    [[nodiscard]] Int128 bound_for(std::int64_t floor, std::int64_t size_of_e) const;
};

/// The first and last numbers of the scenarios of block `block` that are in the range; blocks begin at multiples of block_size.
[[nodiscard]] ScenarioRange block_range(ScenarioRange range, std::uint64_t block);

/// Numbers at an address that vectors of 64 bytes can be loaded from.
class AlignedNumbers {
public:
    explicit AlignedNumbers(std::size_t count) : data_{static_cast<std::int32_t*>(::operator new(count * 4, alignment))} {}
    [[nodiscard]] std::int32_t* at(std::size_t index) const { return data_.get() + index; }

private:
    static constexpr std::align_val_t alignment{2048};
    struct Free {
        void operator()(std::int32_t* data) const { ::operator delete(data, alignment); }
    };
    std::unique_ptr<std::int32_t, Free> data_;
};

/// What a plan becomes in 32 bits: points in pairs of 16 bits, and what each (job, floor) adds to the bounds of the scenarios.
class NarrowPlan {
public:
    /// Nothing when some sum might not fit.
    [[nodiscard]] static std::optional<NarrowPlan> make(const KernelPlan& plan);

    [[nodiscard]] const KernelPlan& plan() const { return *plan_; }
    [[nodiscard]] std::size_t pairs() const { return (plan_->factors + 1) / 2; }
    [[nodiscard]] const std::int32_t* points(std::size_t job) const { return points_.data() + job * pairs(); }
    [[nodiscard]] const std::int32_t* shifts(std::size_t job) const {
        return shifts_.empty() ? nullptr : shifts_.data() + job * plan_->floors.size();
    }
    /// The floors of a job that some scenarios of the source reach and others do not, as far as is known beforehand.
    [[nodiscard]] const FloorSpan* spans(std::size_t job) const { return spans_.data() + job; }
    /// The numbers of one block that LaneWork asks for.
    void fill(ScenarioRange scenarios, std::int32_t* multipliers, std::int32_t* bounds, BoundRange* ranges) const;

private:
    explicit NarrowPlan(const KernelPlan& plan) : plan_{&plan} {}
    bool add_shifts();
    void pack_points();
    void fill_bounds(std::span<const std::int64_t> sizes, std::int32_t* bounds, BoundRange* ranges) const;

    const KernelPlan* plan_;
    std::vector<std::int32_t> points_;
    std::vector<std::int32_t> shifts_;
    std::vector<std::int64_t> remainders_;  // of floor * offset * sum n by M
    std::vector<FloorSpan> spans_;
    std::int32_t padding_ = 0;  // a bound that a sum of 0 is not above
};

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
