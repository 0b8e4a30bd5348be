// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "je/numerics/result.hpp"

namespace je::numerics {

/// The nine sample quantiles of Hyndman and Fan (1996), with their numbers. Types 1 to 3 give a value of the sample (2: or
/// the mean of two), the others interpolate. Type 7 is what R and NumPy give unless told otherwise.
enum class QuantileType {
    inverse = 1,
    inverse_averaged = 2,
    nearest_even = 3,
    linear_inverse = 4,
    hazen = 5,
    weibull = 6,
    linear = 7,
    median_unbiased = 8,
    normal_unbiased = 9,
};

/// The value below which a share `p` of the values lies. The values need not be sorted.
///
///     quantile(pay, 0.5).value()      // the median
///
/// Nothing when there are no values. `p` must be from 0 to 1 and the values finite (std::invalid_argument). A product n p
/// within four roundings of a whole number counts as whole, as in R. Source: Hyndman and Fan (1996), Sample quantiles in
/// statistical packages.
[[nodiscard]] Result<double> quantile(std::span<const double> values, double p, QuantileType type = QuantileType::linear);

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

/// An estimated coefficient with its standard error and confidence interval.
struct Coefficient {
    double value = 0;
    double standard_error = 0;
    Interval interval;
};

/// A least-squares fit of y on any number of predictors.
struct Regression {
    std::vector<Coefficient> coefficients;  // the intercept first, then in the order of the predictors
    double sigma = 0;                       // residual standard error, in units of y
    std::optional<double> r_squared;        // share of y's variation explained; nothing when y does not vary
    std::size_t n = 0;
    std::size_t degrees_of_freedom = 0;  // n less the number of coefficients; at least 1
    double level = 0;                    // of the intervals
};

/// Fits y = b0 + b1 x1 + b2 x2 + ... by least squares; `predictors[j]` has the values of x_j, as many as there are of y.
///
///     const auto fit = regress(pay, {points, years});
///     if (fit) fit->coefficients[1].value         // pay for a point, years being equal
///
/// Nothing when there are no more observations than coefficients, a predictor does not vary, predictors say the same as others
/// do together, or the numbers are too large. Lengths must match, numbers be finite, `level` lie between 0 and 1
/// (std::invalid_argument).
///
/// Method: predictors are centred on their means and scaled, then decomposed by Householder QR with column pivoting (Golub and
/// Van Loan, Matrix computations, 5.4); never by normal equations. Good to 11 digits on the Longley data of NIST StRD.
[[nodiscard]] Result<Regression> regress(std::span<const double> y, const std::vector<std::vector<double>>& predictors,
                                         double level = 0.95);

/// Fits y = b0 + b1 x + b2 x^2. Fails as `regress`.
[[nodiscard]] Result<Regression> fit_quadratic(std::span<const double> x, std::span<const double> y, double level = 0.95);

/// Fits log y = b0 + b1 x (natural logarithm): each further x raises y by about 100 b1 per cent. Fails as `regress`, and when a
/// y is not above 0.
[[nodiscard]] Result<Regression> fit_log(std::span<const double> x, std::span<const double> y, double level = 0.95);

/// A straight line through points, such as pay against points of jobs.
struct Line {
    Coefficient intercept;
    Coefficient slope;
    double sigma = 0;                 // residual standard error, in units of y
    std::optional<double> r_squared;  // share of y's variation that the line explains; nothing when y does not vary
    std::size_t n = 0;
    double level = 0;  // of the intervals
    double mean_x = 0;
    double spread_x = 0;  // sum of the squared deviations of x from its mean
};

/// What a line says about one x.
struct Prediction {
    double value = 0;
    Interval of_mean;    // confidence interval of the line at x
    Interval of_single;  // prediction interval: where one further y at x would lie
};

/// Fits y = intercept + slope x by least squares.
///
///     const auto line = fit_line(points, pay);
///     if (line) predict(*line, 400).of_single
///
/// Nothing when there are fewer than three observations, x does not vary, or the numbers are too large. The lengths must match,
/// numbers be finite and `level` lie between 0 and 1 (std::invalid_argument). Intervals take the residuals to be independent,
/// normal and of one spread.
///
/// Formulas: Draper and Smith (1998), Applied regression analysis, chapter 1.
[[nodiscard]] Result<Line> fit_line(std::span<const double> x, std::span<const double> y, double level = 0.95);

/// The line at `x`, which must be finite (std::invalid_argument), with intervals at the line's level.
[[nodiscard]] Prediction predict(const Line& line, double x);

/// Quantiles of distributions, for intervals. Both throw std::invalid_argument for parameters outside the range named.
///
///     f_quantile(0.975, 5, 15)      // 3.5764...: an F(5, 15) lies above it with a chance of 2.5 %
///
/// Good to at least 13 digits over the range used here. Computed by Boost.Math.

/// The value that an F(df1, df2) lies below with chance p, 0 < p < 1; degrees of freedom above 0 (need not be whole). Infinite
/// where it is beyond the range of double.
[[nodiscard]] double f_quantile(double p, double df1, double df2);
/// The value that a Student t with df degrees of freedom lies below with chance p, 0 < p < 1, df above 0.
[[nodiscard]] double t_quantile(double p, double df);

}  // namespace je::numerics
