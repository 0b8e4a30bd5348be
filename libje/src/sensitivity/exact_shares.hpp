// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "je/sensitivity/weights.hpp"

namespace je::sensitivity {

/// Puts the exact shares of a region that has them into jobs whose range is known; a row of points for each job.
void add_exact_shares(const Grid& grid, std::span<const std::int64_t> points, const Region& region, std::span<JobWeights> jobs);

/// Everything about weights that takes no sampling; without shares where those have to be sampled, or are asked to be.
[[nodiscard]] std::vector<JobWeights> weigh_exactly(const Grid& grid, std::span<const std::int64_t> points,
                                                    const WeightsOptions& options);

/// A share counted in scenarios, with its standard error.
[[nodiscard]] RungShare sampled_share(Rung rung, std::uint64_t times, std::uint64_t scenarios);

}  // namespace je::sensitivity
