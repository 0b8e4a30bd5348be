// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/numerics/weighing.hpp"

namespace je::numerics {

/// The range of the total while each factor's multiplier is anywhere from 1-spread to 1+spread, independently.
///
///     const std::vector<std::int64_t> points{30, 70}, largest{50, 100};
///     spread_range({points, largest}, Fraction{1, 5}, Rescale::max).highest;     // 405/4
///
/// Under Rescale::max the total is a ratio of two sums, largest where factors above some share of points over largest points
/// are raised and the others lowered; that share is the ratio itself, found in exact fractions (Dinkelbach 1967, On nonlinear
/// fractional programming), in two or three passes as a rule. At a spread of 1 this is the range of the simplex. `spread` is
/// from 0 to 1 (std::invalid_argument).
[[nodiscard]] TotalRange spread_range(const Weighing& weighing, const Fraction& spread, Rescale rescale);

/// The range of the total over all weights that sum to 1, none below `least_weight`: the least weight for all, and what is left
/// over to the factor with the smallest or largest share of its points. `least_weight` is from 0 (all weights) to 1 / factors
/// (std::invalid_argument).
[[nodiscard]] TotalRange simplex_range(const Weighing& weighing, const Fraction& least_weight = 0);

}  // namespace je::numerics
