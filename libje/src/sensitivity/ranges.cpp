// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/ranges.hpp"

namespace je::sensitivity {

RegionRanges::RegionRanges(const Grid& grid, const Region& region) : grid_{grid}, region_{region} {
    if (!region.required.empty()) cut_ = std::make_shared<const CutRegion>(grid, region);
}

numerics::TotalRange RegionRanges::range(std::span<const std::int64_t> points) {
    if (cut_) {
        const auto [place, is_new] = known_.try_emplace({points.begin(), points.end()});
        if (is_new) place->second = cut_->range(points);
        return place->second;
    }
    const auto weighing = grid_.weighing(points);
    if (region_.kind == RegionKind::spread)
        return numerics::spread_range(weighing, fraction_of(region_.spread), region_.rescale);
    if (region_.kind == RegionKind::simplex) return numerics::simplex_range(weighing, fraction_of(region_.least_weight));
    return numerics::simplex_range(weighing);
}

}  // namespace je::sensitivity
