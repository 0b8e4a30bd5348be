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

}  // namespace je::test
