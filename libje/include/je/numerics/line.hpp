// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "je/numerics/regression.hpp"
#include "je/numerics/result.hpp"

namespace je::numerics {

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

}  // namespace je::numerics
