// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "je/numerics/scenarios.hpp"
#include "je/sensitivity/grid.hpp"
#include "je/sensitivity/region.hpp"

namespace je::sensitivity {

/// Scenarios of a region: the same for the same seed.
[[nodiscard]] numerics::Scenarios scenarios_of(const Grid& grid, const Region& region, std::uint64_t seed);

}  // namespace je::sensitivity
