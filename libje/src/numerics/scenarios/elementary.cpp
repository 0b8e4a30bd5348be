// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/elementary.hpp"

#include <bit>
#include <cmath>
#include <cstdint>

namespace je::numerics {

namespace {

constexpr double ln2_high = 0x1.62e42feep-1;  // 32 bits, so that a whole multiple of it is exact
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr std::uint64_t exponent_of_1 = 1023;

double power_of_2(std::int64_t exponent) {
    return std::bit_cast<double>((exponent_of_1 + static_cast<std::uint64_t>(exponent)) << 52);
}

}  // namespace

double same_log(double x) {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    auto exponent = static_cast<std::int64_t>(bits >> 52) - static_cast<std::int64_t>(exponent_of_1);
    double part = std::bit_cast<double>((bits & ((std::uint64_t{1} << 52) - 1)) | (exponent_of_1 << 52));  // from 1 to 2
    if (part > 1.4142135623730951) {
        part *= 0.5;
        ++exponent;
    }
    const double z = (part - 1) / (part + 1);  // log(part) = 2 (z + z^3/3 + z^5/5 + ...), |z| < 0.172
    const double square = z * z;
    double sum = 0;
    for (int odd = 23; odd >= 3; odd -= 2) sum = sum * square + 1.0 / odd;
    const auto whole = static_cast<double>(exponent);
    return whole * ln2_high + (2 * z + (2 * z * square * sum + whole * ln2_low));
}

double same_exp(double x) {
    if (x < -700) return 0;
    const double whole = static_cast<double>(static_cast<std::int64_t>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5)));
    const double rest = (x - whole * ln2_high) - whole * ln2_low;  // |rest| < 0.35
    double sum = 1;
    for (int term = 15; term >= 1; --term) sum = 1 + sum * rest / term;
    return sum * power_of_2(static_cast<std::int64_t>(whole));
}

double normal_draw(RandomStream& random) {
    for (;;) {
        const double x = 2 * random.between_0_and_1() - 1;
        const double y = 2 * random.between_0_and_1() - 1;
        const double square = x * x + y * y;
        if (square < 1 && square > 0) return x * std::sqrt(-2 * same_log(square) / square);
    }
}

double log_gamma_draw(RandomStream& random, double shape) {
    if (shape < 1) {
        const double above = log_gamma_draw(random, shape + 1);
        return above + same_log(random.between_0_and_1()) / shape;
    }
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal_draw(random);
        const double root = 1 + c * x;
        if (root <= 0) continue;
        const double v = root * root * root;
        const double log_v = same_log(v);
        if (same_log(random.between_0_and_1()) < 0.5 * x * x + d * (1 - v + log_v)) return same_log(d) + log_v;
    }
}

}  // namespace je::numerics
