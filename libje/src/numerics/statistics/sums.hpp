// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

// Sums below are made exact to the last digits by keeping what each addition rounds off; fast-math optimises that away.
#if defined(__FAST_MATH__) || (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__)
#error "libje must not be compiled with -ffast-math or -ffinite-math-only: its results would no longer be reproducible"
#endif

namespace je::numerics {

/// A sum with an error of about one rounding, however many terms. Source: Neumaier (1974), Rundungsfehleranalyse einiger
/// Verfahren zur Summation endlicher Summen.
class CompensatedSum {
public:
    void add(double term);
    [[nodiscard]] double value() const { return sum_ + lost_; }

private:
    double sum_ = 0;
    double lost_ = 0;  // what rounding took away
};

[[nodiscard]] double sum(std::span<const double> values);
[[nodiscard]] double sum_of_squares(std::span<const double> values);
[[nodiscard]] double sum_of_products(std::span<const double> a, std::span<const double> b);

/// What a deviation, multiplied by the number of values it was formed from, may owe to rounding alone: both to the rounding of
/// the largest value and to that of the sums.
[[nodiscard]] double rounding_of(double terms, double largest);
[[nodiscard]] double largest_size(std::span<const double> values);

/// The first less the second; 0 when they differ by no more than the few roundings that either may have gone through, so that
/// the sign can be relied on.
[[nodiscard]] double excess(double a, double b);

/// A mean, and n times the deviations from it.
struct Centred {
    double n = 0;
    double mean = 0;
    std::vector<double> scaled;
};
/// Whole numbers give exact deviations, since nothing is divided; what is no larger than rounding counts as 0. `values` must
/// not be empty.
[[nodiscard]] Centred centred(std::span<const double> values);

/// Ranks from 1, ties sharing the mean of their ranks.
struct Ranks {
    std::vector<double> doubled;  // twice the rank, a whole number, in the order of the values
    double ties = 0;              // sum of t^3 - t over the groups of t equal values
};
[[nodiscard]] Ranks ranks_of(std::span<const double> values);

}  // namespace je::numerics
