// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <type_traits>

#include "numerics/exact/fraction.hpp"

namespace je::numerics {

using Wide = boost::multiprecision::cpp_int;

[[nodiscard]] Wide wide(Int128 value);

/// A value as Int128 or Wide, for what is written once for both.
template <class Whole>
[[nodiscard]] Whole as(Int128 value) {
    if constexpr (std::is_same_v<Whole, Wide>)
        return wide(value);
    else
        return value;
}

/// numerator / denominator as a Fraction: exactly where 128 bits hold it in lowest terms, else the middle of its cell of width
/// 10^-18, or of 10^-17, 10^-16 .. 1 where it is that large. Throws std::overflow_error when even that does not fit.
[[nodiscard]] Fraction fraction_of(Wide numerator, Wide denominator);
[[nodiscard]] inline Fraction fraction_of(Int128 numerator, Int128 denominator) { return {numerator, denominator}; }

}  // namespace je::numerics
