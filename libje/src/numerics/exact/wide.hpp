// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "numerics/exact/fraction.hpp"

namespace je::numerics {

using Wide = boost::multiprecision::cpp_int;

/// numerator / denominator as a Fraction: exactly where 128 bits hold it in lowest terms, else the middle of its cell of width
/// 10^-18, or of 10^-17, 10^-16 .. 1 where it is that large. Throws std::overflow_error when even that does not fit.
[[nodiscard]] Fraction fraction_of(Wide numerator, Wide denominator);
[[nodiscard]] inline Fraction fraction_of(Int128 numerator, Int128 denominator) { return {numerator, denominator}; }

}  // namespace je::numerics
