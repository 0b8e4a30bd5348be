// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/percent.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace je::report {

namespace {

/// `units` parts of 10^-(digits + 2), as a percentage.
std::string in_percent(std::int64_t units, int digits) {
    std::int64_t one = 1;
    for (int i = 0; i < digits; ++i) one *= 10;
    std::string text = std::to_string(units / one);
    std::string rest = fmt::format("{:0{}}", units % one, digits);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    if (!rest.empty()) text.append(".").append(rest);
    return text.append(" %");
}

template <class Round>
std::string rounded(const numerics::Fraction& share, Round round) {
    for (int digits = 1; digits <= 4; ++digits) {
        std::int64_t scale = 100;
        for (int i = 0; i < digits; ++i) scale *= 10;
        const std::int64_t units = round(scale);
        if (units != 0 || digits == 4 || share == numerics::Fraction{0}) return in_percent(units, digits);
    }
    return {};
}

}  // namespace

std::string percent_down(const numerics::Fraction& share) {
    return rounded(share, [&](std::int64_t scale) { return share.floor_units(scale); });
}

std::string percent_up(const numerics::Fraction& share) {
    return rounded(share, [&](std::int64_t scale) { return share.ceil_units(scale); });
}

std::string percent(double share) {
    if (share > 0 && share < 0.0005) return "under 0.1 %";
    if (share < 1 && share > 0.9995) return "over 99.9 %";
    if (share == 0 || share == 1) return share == 0 ? "0 %" : "100 %";
    return fmt::format("{:.1f} %", share * 100);
}

}  // namespace je::report
