// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "je/sensitivity/cut_region.hpp"

namespace je::sensitivity {

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
