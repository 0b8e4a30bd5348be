// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "numerics/scenarios/scenarios.hpp"
#include "numerics/shares/shares.hpp"
#include "sensitivity/region.hpp"
#include "sensitivity/weights.hpp"

namespace je::sensitivity {

/// Puts the exact shares of a region that has them into jobs whose range is known; a row of points for each job.
void add_exact_shares(const Grid& grid, std::span<const std::int64_t> points, const Region& region, std::span<JobWeights> jobs);

/// Everything about weights that takes no sampling; without shares where those have to be sampled, or are asked to be.
[[nodiscard]] std::vector<JobWeights> weigh_exactly(const Grid& grid, std::span<const std::int64_t> points,
                                                    const WeightsOptions& options, std::span<const model::BandOrNone> bands);

/// The share of such a region in which a total, or a difference of totals, is below a threshold.
[[nodiscard]] numerics::BoundedShare exact_share_below(const Grid& grid, const Region& region,
                                                       std::span<const std::int64_t> points, std::int64_t threshold);

/// A share counted in scenarios, with its standard error for as many independent ones as they are worth.
[[nodiscard]] RungShare sampled_share(Rung rung, std::uint64_t times, std::uint64_t scenarios, double effective);
/// How many independent scenarios those of the options are worth: all, unless they are walked to.
[[nodiscard]] double effective_size(const numerics::ScenarioSource& source, const WeightsOptions& options);

/// Ranges of totals over a region. Of a cut one, those of jobs with the same points are worked out once. A copy for each
/// thread.
class RegionRanges {
public:
    RegionRanges(const Grid& grid, const Region& region);
    [[nodiscard]] numerics::TotalRange range(std::span<const std::int64_t> points);

private:
    const Grid& grid_;
    const Region& region_;
    std::shared_ptr<const CutRegion> cut_;  // null when nothing is required
    std::map<std::vector<std::int64_t>, numerics::TotalRange> known_;
};

}  // namespace je::sensitivity
