// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "numerics/weights/weights.hpp"

namespace je::numerics {

/// What a checked job comes to with its base weights.
struct BaseTotal {
    std::int64_t largest = 0;  // M
    Int128 points = 0;         // P
};
/// Checks as require_weighing.
[[nodiscard]] BaseTotal base_total(const Weighing& weighing);

/// Throws std::overflow_error when a floor is larger than the largest size of points.
void require_threshold(std::int64_t threshold);

/// S_a less S_b, up to a positive factor.
[[nodiscard]] inline Int128 share_difference(const Weighing& weighing, std::size_t a, std::size_t b) {
    return static_cast<Int128>(weighing.points[a]) * weighing.largest[b] -
           static_cast<Int128>(weighing.points[b]) * weighing.largest[a];
}

}  // namespace je::numerics
