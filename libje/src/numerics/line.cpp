// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/line.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

#include "je/numerics/distributions.hpp"
#include "numerics/checks.hpp"
#include "numerics/reasons.hpp"
#include "numerics/sums.hpp"

namespace je::numerics {

namespace {

/// How many standard errors an interval of the line's level reaches to either side.
double reach(double level, double n) { return t_quantile((1 + level) / 2, n - 2); }

Interval around(double value, double half_width) { return {value - half_width, value + half_width}; }

/// What the line leaves over, squared and added.
double residual_squares(const Centred& x, const Centred& y, double slope) {
    CompensatedSum squares;
    for (std::size_t i = 0; i < x.scaled.size(); ++i) {
        const double residual = (y.scaled[i] - slope * x.scaled[i]) / x.n;
        squares.add(residual * residual);
    }
    return squares.value();
}

}  // namespace

Result<Line> fit_line(std::span<const double> x, std::span<const double> y, double level) {
    require_level(level);
    require_matching(x, y);
    if (x.size() < 3) return Result<Line>::none("a line with an idea of its error needs at least three observations");
    const auto n = static_cast<double>(x.size());
    const Centred across = centred(x);
    const Centred up = centred(y);
    const double spread_x = sum_of_squares(across.scaled) / (n * n);
    const double spread_y = sum_of_squares(up.scaled) / (n * n);
    if (spread_x == 0)
        return Result<Line>::none("all observations lie at the same place, so that no line can be drawn through them");
    const double slope = sum_of_products(across.scaled, up.scaled) / sum_of_squares(across.scaled);
    const double squares = residual_squares(across, up, slope);
    const double sigma = std::sqrt(squares / (n - 2));
    const double error_slope = sigma / std::sqrt(spread_x);
    const double error_intercept = sigma * std::sqrt(1 / n + across.mean * across.mean / spread_x);
    const double intercept = up.mean - slope * across.mean;
    const double t = reach(level, n);
    if (!std::isfinite(intercept + t * error_intercept) || !std::isfinite(slope + t * error_slope) ||
        !std::isfinite(spread_y)) {
        return Result<Line>::none(reasons::too_large);
    }
    Line line{{intercept, error_intercept, around(intercept, t * error_intercept)},
              {slope, error_slope, around(slope, t * error_slope)},
              sigma,
              std::nullopt,
              x.size(),
              level,
              across.mean,
              spread_x};
    if (spread_y > 0) line.r_squared = 1 - squares / spread_y;
    return line;
}

Prediction predict(const Line& line, double x) {
    if (!std::isfinite(x)) throw std::invalid_argument("the place of a prediction is not a finite number");
    const auto n = static_cast<double>(line.n);
    const double away = x - line.mean_x;
    const double leverage = 1 / n + away * away / line.spread_x;
    const double value = line.intercept.value + line.slope.value * x;
    const double t = reach(line.level, n) * line.sigma;
    return {value, around(value, t * std::sqrt(leverage)), around(value, t * std::sqrt(1 + leverage))};
}

}  // namespace je::numerics
