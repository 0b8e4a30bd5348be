// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "je/numerics/result.hpp"

namespace je::numerics {

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

}  // namespace je::numerics
