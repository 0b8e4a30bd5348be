// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/percent.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace je::report {

namespace {

std::int64_t power_of_ten(int digits) {
    std::int64_t power = 1;
    for (int i = 0; i < digits; ++i) power *= 10;
    return power;
}

/// `units` parts of 10^-(digits + 2), as a percentage.
std::string in_percent(std::int64_t units, int digits) {
    const std::int64_t one = power_of_ten(digits);
    std::string text = std::to_string(units / one);
    std::string rest = fmt::format("{:0{}}", units % one, digits);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    if (!rest.empty()) text.append(".").append(rest);
    return text.append(" %");
}

template <class Round>
std::string rounded(const numerics::Fraction& share, int least_digits, Round round) {
    for (int digits = least_digits; digits <= 4; ++digits) {
        const std::int64_t units = round(100 * power_of_ten(digits));
        if (units != 0 || digits == 4 || share == numerics::Fraction{0}) return in_percent(units, digits);
    }
    return {};
}

std::string in_decimals(std::int64_t units, int digits) {
    const std::int64_t one = power_of_ten(digits);
    const std::int64_t size = units < 0 ? -units : units;
    return fmt::format("{}{}.{:0{}}", units < 0 ? "-" : "", size / one, size % one, digits);
}

}  // namespace

std::string percent_down(const numerics::Fraction& share, int digits) {
    return rounded(share, digits, [&](std::int64_t scale) { return share.floor_units(scale); });
}

std::string percent_up(const numerics::Fraction& share, int digits) {
    return rounded(share, digits, [&](std::int64_t scale) { return share.ceil_units(scale); });
}

std::string decimal_down(const numerics::Fraction& number, int digits) {
    return in_decimals(number.floor_units(power_of_ten(digits)), digits);
}

std::string decimal_up(const numerics::Fraction& number, int digits) {
    return in_decimals(number.ceil_units(power_of_ten(digits)), digits);
}

}  // namespace je::report
