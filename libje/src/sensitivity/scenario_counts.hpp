// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "numerics/scenarios/scenarios.hpp"
#include "sensitivity/grid.hpp"
#include "sensitivity/region.hpp"
#include "sensitivity/tally.hpp"

namespace je::sensitivity {

/// Scenarios of a region: the same for the same seed.
[[nodiscard]] numerics::Scenarios scenarios_of(const Grid& grid, const Region& region, std::uint64_t seed);

/// Base weights in whole 2^-32, rounded down.
[[nodiscard]] std::vector<std::uint64_t> base_weights(const Grid& grid);
/// (weight - base)^2 in whole 2^-32, both in 2^-32, rounded half up: variances are told from what is small, not as the small
/// difference of two large sums.
[[nodiscard]] std::uint64_t squared_difference(std::uint64_t weight, std::uint64_t base);

/// Counts joint scenarios into the lists of `out` that `empty_tally` made for them.
void count_joint(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options,
                 Tally& out);

}  // namespace je::sensitivity
