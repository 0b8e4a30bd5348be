// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "je/sensitivity/grid.hpp"

namespace je::sensitivity {

/// Base weights in whole 2^-32, rounded down.
[[nodiscard]] std::vector<std::uint64_t> base_weights(const Grid& grid);
/// (weight - base)^2 in whole 2^-32, both in 2^-32, rounded half up: variances are told from what is small, not as the small
/// difference of two large sums.
[[nodiscard]] std::uint64_t squared_difference(std::uint64_t weight, std::uint64_t base);

}  // namespace je::sensitivity
