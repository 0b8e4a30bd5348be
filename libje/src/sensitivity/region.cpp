// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/sensitivity/region.hpp"

#include <vector>

#include "je/sensitivity/cut_region.hpp"
#include "sensitivity/sources.hpp"

namespace je::sensitivity {

namespace {

numerics::Ratio ratio_of(base::Decimal value) { return {value.units(), base::Decimal::units_per_one}; }

}  // namespace

std::string_view to_text(RegionKind kind) {
    switch (kind) {
        case RegionKind::spread:
            return "spread";
        case RegionKind::simplex:
            return "simplex";
        case RegionKind::dirichlet:
            return "dirichlet";
    }
    return "";
}

numerics::Scenarios scenarios_of(const Grid& grid, const Region& region, std::uint64_t seed) {
    if (!region.required.empty()) return CutRegion{grid, region}.scenarios(seed);
    std::vector<std::int64_t> largest(grid.largest().begin(), grid.largest().end());
    switch (region.kind) {
        case RegionKind::spread:
            return numerics::spread_scenarios(std::move(largest), ratio_of(region.spread),
                                              region.rescale == numerics::Rescale::max, seed);
        case RegionKind::simplex:
            return numerics::simplex_scenarios(std::move(largest), ratio_of(region.least_weight), seed);
        case RegionKind::dirichlet:
            return numerics::dirichlet_scenarios(std::move(largest), ratio_of(region.concentration), seed);
    }
    return nullptr;
}

}  // namespace je::sensitivity
