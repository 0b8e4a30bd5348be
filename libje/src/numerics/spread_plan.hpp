// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace je::numerics {

/// How to work out the distribution of sum a_f u_f, u_f uniform on [-1, 1], with the bound on its error.
struct SpreadPlan {
    std::size_t taken_out = 0;  // this many of the largest terms in closed form, ...
    std::size_t series = 0;     // ... the rest by a Fourier series with so many terms; 0 when nothing is left
    double error = 0;
};

/// Chooses the cheapest way with an error below 1e-11; where there is none, the most exact. `terms` are above 0, in descending
/// order, the first 1; `reach[i]` is the sum of terms i and later, so it has one element more.
[[nodiscard]] SpreadPlan plan_spread(std::span<const double> terms, std::span<const double> reach);

}  // namespace je::numerics
