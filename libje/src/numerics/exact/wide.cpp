// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/exact/wide.hpp"

#include <stdexcept>

namespace je::numerics {
namespace {

bool fits(const Wide& value) { return value == 0 || msb(abs(value)) < 127; }

/// The middle of the cell that a fraction, which is on no cell's edge, lies in.
Fraction middle_of_cell(const Wide& numerator, const Wide& denominator) {
    for (std::int64_t scale = 1'000'000'000'000'000'000; scale >= 1; scale /= 10) {
        const Wide scaled = numerator * scale;
        Wide cell = scaled / denominator;
        if (scaled < 0) --cell;  // division rounds towards 0
        const Wide middle = 2 * cell + 1;
        if (fits(middle)) return {static_cast<Int128>(middle), static_cast<Int128>(scale) * 2};
    }
    throw std::overflow_error("a result does not fit 128 bits");
}

}  // namespace

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
    if (fits(numerator) && fits(denominator)) return {static_cast<Int128>(numerator), static_cast<Int128>(denominator)};
    return middle_of_cell(numerator, denominator);
}

}  // namespace je::numerics
