// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "numerics/kernel_plan.hpp"
#include "numerics/scenario_lanes.hpp"

namespace je::numerics {

/// For every distinct job, the floors that some e within the reach of the source reach and some do not: exact, in whole
/// numbers.
[[nodiscard]] std::vector<FloorSpan> spans_of_box(const KernelPlan& plan);

}  // namespace je::numerics
