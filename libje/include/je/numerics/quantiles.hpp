// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "je/numerics/result.hpp"

namespace je::numerics {

/// The nine sample quantiles of Hyndman and Fan (1996), with their numbers. Types 1 to 3 give a value of the sample (2: or
/// the mean of two), the others interpolate. Type 7 is what R and NumPy give unless told otherwise.
enum class QuantileType {
    inverse = 1,
    inverse_averaged = 2,
    nearest_even = 3,
    linear_inverse = 4,
    hazen = 5,
    weibull = 6,
    linear = 7,
    median_unbiased = 8,
    normal_unbiased = 9,
};

/// The value below which a share `p` of the values lies. The values need not be sorted.
///
///     quantile(pay, 0.5).value()      // the median
///
/// Nothing when there are no values. `p` must be from 0 to 1 and the values finite (std::invalid_argument). A product n p
/// within four roundings of a whole number counts as whole, as in R. Source: Hyndman and Fan (1996), Sample quantiles in
/// statistical packages.
[[nodiscard]] Result<double> quantile(std::span<const double> values, double p, QuantileType type = QuantileType::linear);

}  // namespace je::numerics
