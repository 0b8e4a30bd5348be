// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "je/numerics/scenario_kernel.hpp"
#include "numerics/distinct_rows.hpp"
#include "numerics/int128.hpp"
#include "numerics/scenario_lanes.hpp"

namespace je::numerics {

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

/// Throws as count_scenarios does. Jobs of the same points are taken together only when `distinct`.
[[nodiscard]] KernelPlan make_plan(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range, bool distinct);

/// The first and last numbers of the scenarios of block `block` that are in the range; blocks begin at multiples of block_size.
[[nodiscard]] ScenarioRange block_range(ScenarioRange range, std::uint64_t block);

}  // namespace je::numerics
