// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What tests ask of distributions of whole numbers.

#include <algorithm>
#include <cstdint>
#include <limits>

#include "numerics/shares/convolution.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::test {

/// The chance of a value from `lowest` to `highest`, both included.
inline double chance_of(const numerics::DiscreteDistribution& distribution, std::int64_t lowest, std::int64_t highest) {
    numerics::CompensatedSum total;
    for (const numerics::Mass& mass : distribution.masses()) {
        if (mass.value >= lowest && mass.value <= highest) total.add(mass.mass);
    }
    return std::min(1.0, total.value());
}
inline double chance_of(const numerics::DiscreteDistribution& distribution, std::int64_t value) {
    return chance_of(distribution, value, value);
}
inline double chance_from(const numerics::DiscreteDistribution& distribution, std::int64_t lowest) {
    return chance_of(distribution, lowest, std::numeric_limits<std::int64_t>::max());
}

inline double mean_of(const numerics::DiscreteDistribution& distribution) {
    numerics::CompensatedSum above;  // from the smallest value, so that large values close together keep their digits
    const auto from = static_cast<double>(distribution.smallest());
    for (const numerics::Mass& mass : distribution.masses()) above.add(mass.mass * (static_cast<double>(mass.value) - from));
    return from + above.value();
}

/// In squared units of the values.
inline double variance_of(const numerics::DiscreteDistribution& distribution) {
    numerics::CompensatedSum squares;
    const double middle = mean_of(distribution);
    for (const numerics::Mass& mass : distribution.masses()) {
        const double away = static_cast<double>(mass.value) - middle;
        squares.add(mass.mass * away * away);
    }
    return squares.value();
}

}  // namespace je::test
