// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "numerics/kernel_plan.hpp"
#include "numerics/scenario_lanes.hpp"

namespace je::numerics {

/// The smallest and largest share of a factor in the sum of k n over some scenarios, widened by more than their rounding.
struct WeightRange {
    double least = 1;
    double most = 0;
};

/// For every distinct job, the floors that some e within the reach of the source reach and some do not: exact, in whole
/// numbers.
[[nodiscard]] std::vector<FloorSpan> spans_of_box(const KernelPlan& plan);

/// For one job, the floors that might be reached by some of the scenarios with weights in these ranges, and not by others. The
/// totals are bounded by the best and the worst way to give out a sum of 1 within the ranges (a fractional knapsack), in
/// floating point with a margin: a floor too many costs time, never a wrong count.
[[nodiscard]] FloorSpan span_of_weights(const KernelPlan& plan, std::size_t job, std::span<const WeightRange> weights);

}  // namespace je::numerics
