// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/exact/int128.hpp"

#include <bit>
#include <limits>
#include <numeric>

namespace je::numerics {

int bits_of(Int128 value) {
    const UInt128 size = size_of(value);
    const auto high = static_cast<std::uint64_t>(size >> 64);
    if (high != 0) return 64 + static_cast<int>(std::bit_width(high));
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(size)));
}

bool fits_64(Int128 value) {
    return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

std::optional<Int128> product(Int128 a, Int128 b) {
    if ((fits_64(a) && fits_64(b)) || bits_of(a) + bits_of(b) <= 127) return a * b;
    const UInt128 limit = static_cast<UInt128>(largest_int128);
    if (size_of(a) > limit / size_of(b)) return std::nullopt;  // both are beyond 64 bits or so, hence not 0
    return a * b;
}

std::optional<Int128> sum(Int128 a, Int128 b) {
    const bool too_large = b > 0 ? a > largest_int128 - b : a < -largest_int128 - b;
    if (too_large) return std::nullopt;
    return a + b;
}

Int128 greatest_common_divisor(Int128 a, Int128 b) {
    UInt128 x = size_of(a);
    UInt128 y = size_of(b);
    while (y != 0 && ((x | y) >> 64) != 0) {
        const UInt128 rest = x % y;
        x = y;
        y = rest;
    }
    if (y == 0) return static_cast<Int128>(x);
    return std::gcd(static_cast<std::uint64_t>(x), static_cast<std::uint64_t>(y));
}

}  // namespace je::numerics
