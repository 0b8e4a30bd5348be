// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

namespace je::test {

/// Whether two numbers agree to a relative tolerance, or differ by less than `absolute`.
inline bool close(double actual, double expected, double relative = 1e-12, double absolute = 1e-300) {
    const double largest = std::max(std::abs(actual), std::abs(expected));
    return std::abs(actual - expected) <= std::max(absolute, relative * largest);
}

inline bool close(const std::optional<double>& actual, double expected, double relative = 1e-12, double absolute = 1e-300) {
    return actual && close(*actual, expected, relative, absolute);
}

}  // namespace je::test
