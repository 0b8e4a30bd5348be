// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/percent.hpp"

#include <cstdint>

namespace je::report {

namespace {

std::int64_t power_of_ten(int digits) {
    std::int64_t power = 1;
    for (int i = 0; i < digits; ++i) power *= 10;
    return power;
}

template <class Round>
base::Decimal rounded(const numerics::Fraction& share, int least_digits, Round round) {
    for (int digits = least_digits; digits <= 4; ++digits) {
        const std::int64_t units = round(100 * power_of_ten(digits));
        if (units != 0 || digits == 4 || share == numerics::Fraction{0})
            return base::Decimal::from_units(units * power_of_ten(4 - digits));
    }
    return {};
}

Estimate in_decimals(std::int64_t units, int digits) {
    return {static_cast<double>(units) / static_cast<double>(power_of_ten(digits)), digits};
}

}  // namespace

base::Decimal percent_down(const numerics::Fraction& share, int digits) {
    return rounded(share, digits, [&](std::int64_t scale) { return share.floor_units(scale); });
}

base::Decimal percent_up(const numerics::Fraction& share, int digits) {
    return rounded(share, digits, [&](std::int64_t scale) { return share.ceil_units(scale); });
}

Estimate decimal_down(const numerics::Fraction& number, int digits) {
    return in_decimals(number.floor_units(power_of_ten(digits)), digits);
}

Estimate decimal_up(const numerics::Fraction& number, int digits) {
    return in_decimals(number.ceil_units(power_of_ten(digits)), digits);
}

}  // namespace je::report
