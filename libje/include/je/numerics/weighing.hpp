// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "je/numerics/fraction.hpp"

namespace je::numerics {

/// One job as its weights see it. Factor f has `points[f]`, usually between 0 and `largest[f]`, its largest points, which are
/// above 0. All are whole numbers of one unit; spans are not owned.
///
/// With M the sum of `largest`, the base weight of f is w0_f = largest[f] / M, its full-weight total S_f = M points[f] /
/// largest[f], and weights w that sum to 1 give the total T = sum w_f S_f. The base weights give P, the sum of `points`.
struct Weighing {
    std::span<const std::int64_t> points;
    std::span<const std::int64_t> largest;
};

/// The largest size of points, of a floor, and of the sum of a job's largest points: within it no product below overflows.
constexpr std::int64_t largest_size_of_points = 1'000'000'000'000'000;

/// Which way a total is to cross a floor. A total equal to a floor has reached it.
enum class Crossing {
    reach,  // be at the floor or above it
    lose,   // be below it
};

/// What multiplying factors by k_f >= 0 does to the total.
enum class Rescale {
    max,   // T = M sum k_f points_f / sum k_f largest_f: the largest total stays M, so only the weights' proportions count
    none,  // T = sum k_f points_f: the largest total moves with the multipliers
};

/// The lowest and the highest total over a region of weights. Some weights of the region attain each.
struct TotalRange {
    Fraction lowest;
    Fraction highest;
};

/// Throws std::invalid_argument unless there is a factor, both spans are equally long and all `largest` are above 0;
/// std::overflow_error when points, or the sum of `largest`, exceed `largest_size_of_points`. All functions over a Weighing do.
void require_weighing(const Weighing& weighing);

// Where the exact value of a result does not fit a Fraction (points of nine digits and more without a common divisor), the
// result is the middle of the cell of width 10^-18 that the exact value lies in, so that it compares with every whole number,
// and rounds to any whole number of 10^-1 .. 10^-18, up or down, just as the exact value does.

}  // namespace je::numerics
