// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/exact/wide.hpp"

#include <stdexcept>

#include "numerics/exact/int128.hpp"

namespace je::numerics {
namespace {

bool fits(const Wide& value) { return value == 0 || msb(abs(value)) < 127; }

Int128 narrow(const Wide& value) {
    const Wide size = abs(value);
    const auto low = static_cast<UInt128>(static_cast<std::uint64_t>(size & ~std::uint64_t{0}));
    const auto high = static_cast<UInt128>(static_cast<std::uint64_t>(size >> 64));
    const auto narrowed = static_cast<Int128>((high << 64) | low);
    return value < 0 ? -narrowed : narrowed;
}

/// The middle of the cell that a fraction, which is on no cell's edge, lies in.
Fraction middle_of_cell(const Wide& numerator, const Wide& denominator) {
    for (std::int64_t scale = 1'000'000'000'000'000'000; scale >= 1; scale /= 10) {
        const Wide scaled = numerator * scale;
        Wide cell = scaled / denominator;
        if (scaled < 0) --cell;  // division rounds towards 0
        const Wide middle = 2 * cell + 1;
        if (fits(middle)) return {narrow(middle), static_cast<Int128>(scale) * 2};
    }
    throw std::overflow_error("a result does not fit 128 bits");
}

}  // namespace

Wide wide(Int128 value) {
    const UInt128 size = size_of(value);
    Wide widened = static_cast<std::uint64_t>(size >> 64);
    widened <<= 64;
    widened += static_cast<std::uint64_t>(size);
    return value < 0 ? Wide{-widened} : widened;
}

Fraction fraction_of(Wide numerator, Wide denominator) {
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide common = gcd(numerator, denominator);
    if (common > 1) {
        numerator /= common;
        denominator /= common;
    }
    if (fits(numerator) && fits(denominator)) return {narrow(numerator), narrow(denominator)};
    return middle_of_cell(numerator, denominator);
}

}  // namespace je::numerics
