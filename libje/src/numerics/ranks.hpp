// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace je::numerics {

/// Ranks from 1, ties sharing the mean of their ranks.
struct Ranks {
    std::vector<double> doubled;  // twice the rank, a whole number, in the order of the values
    double ties = 0;              // sum of t^3 - t over the groups of t equal values
};
[[nodiscard]] Ranks ranks_of(std::span<const double> values);

}  // namespace je::numerics
