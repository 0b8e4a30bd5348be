// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "je/numerics/result.hpp"
#include "numerics/agreement/ratings.hpp"

namespace je::numerics {

/// The share of units, among those with two or more ratings, on which all ratings are equal. From 0 to 1; `used.units` is how
/// many units had two or more ratings. Ratings are equal when they are the same number.
///
///     exact_agreement(table).value        // 0.25: on a quarter of the units everyone gave the same rating
///
/// Nothing when no unit has two ratings. It does not allow for agreement by chance, and falls as raters are added.
[[nodiscard]] Statistic exact_agreement(const RatingTable& table);

/// Cohen's kappa of two raters, with quadratic weights, over the units that both rated: 1 for perfect agreement, 0 for what
/// chance would give with each rater's own use of the levels. A disagreement counts as the square of the steps between the
/// levels; `scale` has all levels there are, used or not.
///
///     cohen_kappa(table, 0, 3, Scale::whole(1, 6)).value
///
/// Nothing when they rated nothing in common, when one of their ratings is not on the scale, and when both gave one and the
/// same level to all units: then chance alone would make them agree. Throws std::out_of_range for a rater that is not in the
/// table. Formula: Cohen (1968), Weighted kappa.
[[nodiscard]] Statistic cohen_kappa(const RatingTable& table, std::size_t rater_a, std::size_t rater_b, const Scale& scale);

/// Krippendorff's alpha for ratings in an order: 1 for perfect agreement, 0 for what chance would give, below 0 for less than
/// that. Two ratings are as far apart as the number of ratings that lie between them, those equal to either counted half.
///
///     krippendorff_alpha(table).value
///
/// Gaps are allowed: a unit with fewer than two ratings drops out first, and all counts are of what is left (`used`: the units
/// left, and the raters who rated any of them). Nothing when no unit has two ratings, and when all ratings left are the same.
/// Cost: the square of the number of different ratings.
///
/// Formula: 1 - Do / De; Do averages the metric over the pairs within units, a unit with m ratings weighted by 1 / (m - 1); De
/// averages it over all pairs of ratings. Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability.
[[nodiscard]] Statistic krippendorff_alpha(const RatingTable& table);

/// Mean squares of the two-way table of units by raters, in squared units of the ratings.
struct MeanSquares {
    double units = 0;   // between units (rows), n - 1 degrees of freedom
    double raters = 0;  // between raters (columns), k - 1
    double error = 0;   // what units and raters do not explain, (n - 1)(k - 1)
    double within = 0;  // within units, n (k - 1)
};

/// The intraclass correlations of Shrout and Fleiss (1979) for raters who all rate the same units and are drawn from many, so
/// that a strict rater lowers them (absolute agreement). Intervals are confidence intervals, whose lower end may be below 0.
struct Intraclass {
    MeanSquares mean_squares;
    Statistic single;  // ICC(2,1)
    Result<Interval> interval;
    /// ICC(2,k), of the average of the k raters. Nothing when the single form is below 0: the average of raters who contradict
    /// each other has no reliability. `average.formula` has what the formula gives, which may be far outside -1 to 1.
    Statistic average;
    Result<Interval> average_interval;
};

/// Intraclass correlations of the units that every rater rated; the others are left out.
///
///     const auto icc = intraclass(table);
///     if (icc) icc->single.value       // 0.289763779527559
///
/// Nothing at all when fewer than two units are complete, there are fewer than two raters, or all ratings are the same; `level`
/// must lie between 0 and 1 (std::invalid_argument). What is 0/0 is nothing with its own reason. Nothing is clamped. A
/// deviation within the rounding of the sums counts as 0.
///
/// Formulas: Shrout and Fleiss (1979), Intraclass correlations, with Satterthwaite's approximation for the interval; that of
/// the average by the Spearman-Brown formula.
[[nodiscard]] Result<Intraclass> intraclass(const RatingTable& table, double level = 0.95);

/// Kendall's coefficient of concordance: how alike raters rank the units. 1 when all rank them the same way, 0 when the
/// rankings cancel out. Over the units that every rater rated; each rater's ratings are turned into ranks 1..n, ties sharing
/// the mean of their ranks, and W allows for ties.
///
///     kendall_w(table).value
///
/// Nothing when fewer than two units are complete, there are fewer than two raters, or every rater gave all units the same
/// rating.
///
/// Formula: 12 S / (m^2 (n^3 - n) - m T), S the squared deviations of the rank sums, T the sum of t^3 - t over all groups of t
/// tied ratings. Source: Kendall and Gibbons (1990), Rank correlation methods, chapter 6.
[[nodiscard]] Statistic kendall_w(const RatingTable& table);

}  // namespace je::numerics
