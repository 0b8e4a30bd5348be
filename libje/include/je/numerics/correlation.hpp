// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "je/numerics/result.hpp"

namespace je::numerics {

/// How two raters' ratings of the same units go together. `a[i]` and `b[i]` are of one unit; both must be equally long and
/// finite (std::invalid_argument). `complete_pairs` makes them from a table with gaps.
///
///     const auto pairs = complete_pairs(table, 0, 3);
///     spearman(pairs.a, pairs.b).value        // 0.9239373017599
///
/// Each is nothing for fewer than two units, and when a rater gave all units the same rating (Lin: when both gave all units
/// one and the same rating). What rounding puts beyond -1 or 1 is set to -1 or 1.

/// Pearson's correlation: 1 when one is a rising straight line of the other.
[[nodiscard]] Statistic pearson(std::span<const double> a, std::span<const double> b);

/// Spearman's: Pearson's correlation of the ranks, ties sharing the mean of their ranks.
[[nodiscard]] Statistic spearman(std::span<const double> a, std::span<const double> b);

/// Kendall's tau-b: pairs of units ranked alike less pairs ranked contrarily, over the geometric mean of the pairs that each
/// rater tells apart. Looks at all pairs: the cost is the square of the number of units.
/// Source: Kendall and Gibbons (1990), Rank correlation methods, chapter 3.
[[nodiscard]] Statistic kendall_tau_b(std::span<const double> a, std::span<const double> b);

/// Lin's concordance correlation: 1 only when the ratings are equal. Variances and covariance have divisor n, so that on whole
/// levels it equals the quadratic kappa. Source: Lin (1989), A concordance correlation coefficient to evaluate reproducibility.
[[nodiscard]] Statistic lin_concordance(std::span<const double> a, std::span<const double> b);

}  // namespace je::numerics
