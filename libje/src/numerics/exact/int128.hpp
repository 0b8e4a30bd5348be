// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "numerics/exact/fraction.hpp"

namespace je::numerics {

__extension__ using UInt128 = unsigned __int128;

constexpr Int128 largest_int128 = static_cast<Int128>(~UInt128{0} >> 1);

[[nodiscard]] constexpr UInt128 size_of(Int128 value) {
    return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

/// Bits needed to write the size of a number; 0 for 0.
[[nodiscard]] int bits_of(Int128 value);
[[nodiscard]] bool fits_64(Int128 value);

/// The result, or nothing when it does not fit. (g++'s checked arithmetic of 128 bits calls a function that clang++ has not.)
[[nodiscard]] std::optional<Int128> product(Int128 a, Int128 b);
[[nodiscard]] std::optional<Int128> sum(Int128 a, Int128 b);

[[nodiscard]] Int128 greatest_common_divisor(Int128 a, Int128 b);

/// Rounded down, also below 0. `divisor` is above 0.
[[nodiscard]] constexpr Int128 floor_quotient(Int128 dividend, Int128 divisor) {
    const Int128 quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/// Rounded up, also below 0. `divisor` is above 0.
[[nodiscard]] constexpr Int128 ceil_quotient(Int128 dividend, Int128 divisor) {
    const Int128 quotient = dividend / divisor;
    return dividend % divisor > 0 ? quotient + 1 : quotient;
}

}  // namespace je::numerics
