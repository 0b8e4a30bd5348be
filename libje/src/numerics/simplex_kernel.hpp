// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace je::numerics {

// The innermost loops of shares of a simplex. Knots at or above a threshold t count x = knot - t >= 0, those below it
// y = t - knot > 0. With A(0, j) = 1 and A(k, 0) = 0 for k > 0,
//
//     A(k, j) = (x_k A(k, j - 1) + y_j A(k - 1, j)) / (x_k + y_j)
//
// and A(K, J) is the share below t. Each is a weighted mean of two shares, so errors stay relative to what is computed.
// In words: exponential clocks of mean x and y run in turn on two sides; A is the chance that the first side is done first.

/// Shares worked on side by side.
inline constexpr std::size_t simplex_lanes = 8;

/// Sorts each lane: element i of lane l is at knots[i * simplex_lanes + l].
void sort_lanes(double* knots, std::size_t count);

/// A(above, below) for every lane, with x and y laid out as in `sort_lanes`; above, below >= 1. `chances` is room for
/// above * simplex_lanes numbers, and the answers are its last simplex_lanes.
void race_lanes(const double* x, std::size_t above, const double* y, std::size_t below, double* chances);

/// The same for one share, to the same last bit, with the x from last to first; `chances` is room for above + 1 numbers.
double race(const double* x_from_last, std::size_t above, const double* y, std::size_t below, double* chances);

}  // namespace je::numerics
