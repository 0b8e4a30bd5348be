// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Core>
#include <Eigen/QR>

#include <cmath>
#include <cstddef>
#include <stdexcept>

#include "numerics/checks.hpp"
#include "numerics/statistics/statistics.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

/// Predictors as nearly dependent as this lose ten of the sixteen digits.
constexpr double nearly_dependent = 1e-10;

/// The predictors less their means, each scaled to length 1, in columns.
struct Design {
    Eigen::MatrixXd columns;
    Eigen::VectorXd means;
    Eigen::VectorXd lengths;
};

Eigen::VectorXd as_vector(const std::vector<double>& values) {
    return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

Design design_of(const std::vector<std::vector<double>>& predictors) {
    const auto p = static_cast<Eigen::Index>(predictors.size());
    const auto n = p == 0 ? 0 : static_cast<Eigen::Index>(predictors.front().size());
    Design design{Eigen::MatrixXd(n, p), Eigen::VectorXd(p), Eigen::VectorXd(p)};
    for (Eigen::Index j = 0; j < p; ++j) {
        const Centred column = centred(predictors[static_cast<std::size_t>(j)]);
        design.means[j] = column.mean;
        design.lengths[j] = std::sqrt(sum_of_squares(column.scaled)) / column.n;
        design.columns.col(j) = as_vector(column.scaled) / (column.n * design.lengths[j]);
    }
    return design;
}

using Qr = Eigen::ColPivHouseholderQR<Eigen::MatrixXd>;

/// The inverse of X'X for the original predictors, from the triangle of the decomposition.
Eigen::MatrixXd unscaled_covariance(const Qr& qr, const Design& design) {
    const Eigen::Index p = design.columns.cols();
    const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(p, p);
    const Eigen::MatrixXd inverse = qr.matrixR().topLeftCorner(p, p).triangularView<Eigen::Upper>().solve(identity);
    const Eigen::MatrixXd scaled = qr.colsPermutation() * inverse;
    const Eigen::MatrixXd root = design.lengths.cwiseInverse().asDiagonal() * scaled;
    return root * root.transpose();
}

Coefficient coefficient(double value, double standard_error, double t) {
    return {value, standard_error, {value - t * standard_error, value + t * standard_error}};
}

void require_sound(std::span<const double> y, const std::vector<std::vector<double>>& predictors, double level) {
    require_level(level);
    require_matching(y, y);
    for (const auto& predictor : predictors) require_matching(predictor, y);
}

Result<Regression> finite_or_none(Regression fit) {
    for (const Coefficient& c : fit.coefficients) {
        if (!std::isfinite(c.interval.lower) || !std::isfinite(c.interval.upper)) {
            return Result<Regression>::none(reasons::too_large);
        }
    }
    if (!std::isfinite(fit.r_squared.value_or(0))) return Result<Regression>::none(reasons::too_large);
    return fit;
}

Result<Regression> fit_centred(const Centred& y, const Design& design, const Qr& qr, double level) {
    const Eigen::VectorXd up = as_vector(y.scaled) / y.n;
    const Eigen::VectorXd scaled = qr.solve(up);
    const Eigen::VectorXd slopes = scaled.cwiseQuotient(design.lengths);
    const Eigen::VectorXd residuals = up - design.columns * scaled;
    const double squares = residuals.squaredNorm();
    Regression fit;
    fit.n = y.scaled.size();
    fit.degrees_of_freedom = fit.n - static_cast<std::size_t>(slopes.size()) - 1;
    fit.level = level;
    const auto df = static_cast<double>(fit.degrees_of_freedom);
    fit.sigma = std::sqrt(squares / df);
    if (up.squaredNorm() > 0) fit.r_squared = 1 - squares / up.squaredNorm();
    const double t = t_quantile((1 + level) / 2, df);
    const Eigen::MatrixXd covariance = unscaled_covariance(qr, design);
    const double of_intercept = 1 / static_cast<double>(fit.n) + design.means.dot(covariance * design.means);
    fit.coefficients.push_back(coefficient(y.mean - slopes.dot(design.means), fit.sigma * std::sqrt(of_intercept), t));
    for (Eigen::Index j = 0; j < slopes.size(); ++j) {
        fit.coefficients.push_back(coefficient(slopes[j], fit.sigma * std::sqrt(covariance(j, j)), t));
    }
    return finite_or_none(std::move(fit));
}

}  // namespace

Result<Regression> regress(std::span<const double> y, const std::vector<std::vector<double>>& predictors, double level) {
    require_sound(y, predictors, level);
    if (predictors.empty()) return Result<Regression>::none("there is nothing to explain the numbers by");
    if (y.size() < predictors.size() + 2) {
        return Result<Regression>::none("there are not more observations than unknowns, so that the error cannot be judged");
    }
    const Design design = design_of(predictors);
    if ((design.lengths.array() == 0).any()) {
        return Result<Regression>::none("something that should explain the numbers is the same in all observations");
    }
    if (!design.columns.allFinite()) return Result<Regression>::none(reasons::too_large);
    Qr qr(design.columns.rows(), design.columns.cols());
    qr.setThreshold(nearly_dependent);
    qr.compute(design.columns);
    if (!qr.isInjective()) {
        return Result<Regression>::none("two or more of the things that should explain the numbers say the same together");
    }
    return fit_centred(centred(y), design, qr, level);
}

Result<Regression> fit_quadratic(std::span<const double> x, std::span<const double> y, double level) {
    require_matching(x, y);
    std::vector<double> squares;
    for (const double value : x) squares.push_back(value * value);
    for (const double square : squares) {
        if (!std::isfinite(square)) return Result<Regression>::none(reasons::too_large);
    }
    return regress(y, {std::vector(x.begin(), x.end()), squares}, level);
}

Result<Regression> fit_log(std::span<const double> x, std::span<const double> y, double level) {
    require_matching(x, y);
    std::vector<double> logs;
    for (const double value : y) {
        if (!(value > 0)) return Result<Regression>::none("a number is not above zero, so that it has no logarithm");
        logs.push_back(std::log(value));
    }
    return regress(logs, {std::vector(x.begin(), x.end())}, level);
}

namespace {

/// How many standard errors an interval of the line's level reaches to either side.
double reach(double level, double n) { return t_quantile((1 + level) / 2, n - 2); }

Interval around(double value, double half_width) { return {value - half_width, value + half_width}; }

}  // namespace

Result<Line> fit_line(std::span<const double> x, std::span<const double> y, double level) {
    require_level(level);
    require_matching(x, y);
    if (x.size() < 3) return Result<Line>::none("a line with an idea of its error needs at least three observations");
    const Centred across = centred(x);
    const double spread_x = sum_of_squares(across.scaled) / (across.n * across.n);
    if (spread_x == 0)
        return Result<Line>::none("all observations lie at the same place, so that no line can be drawn through them");
    const auto fit = regress(y, {std::vector(x.begin(), x.end())}, level);
    if (!fit) return Result<Line>::none(fit.reason());
    return Line{fit->coefficients[0], fit->coefficients[1], fit->sigma, fit->r_squared, fit->n, level, across.mean, spread_x};
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
