// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "numerics/agreement/agreement.hpp"
#include "numerics/agreement/ratings.hpp"
#include "numerics/checks.hpp"
#include "numerics/statistics/statistics.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

/// Ratings less the first of them, and their sums.
struct Shifted {
    std::vector<std::vector<double>> rows;
    std::vector<double> row_sums;
    std::vector<double> column_sums;
    double total = 0;
    double largest = 0;  // size of a rating, before the shift
};

Shifted shifted(const CompleteRows& ratings) {
    Shifted result{ratings.rows, {}, {}, 0, 0};
    const double first = ratings.rows.front().front();
    for (auto& row : result.rows) {
        result.largest = std::max(result.largest, largest_size(row));
        for (double& rating : row) rating -= first;
        result.row_sums.push_back(sum(row));
    }
    for (const auto& column : CompleteRows{result.rows, ratings.raters}.columns()) result.column_sums.push_back(sum(column));
    result.total = sum(result.row_sums);
    return result;
}

/// A sum of squared deviations; what is no larger than rounding counts as 0.
class Squares {
public:
    explicit Squares(double rounding) : rounding_{rounding} {}
    void add(double deviation) {
        if (!(std::abs(deviation) <= rounding_)) total_.add(deviation * deviation);
    }
    [[nodiscard]] double value() const { return total_.value(); }

private:
    double rounding_;
    CompensatedSum total_;
};

/// The two-way analysis of variance without replication. There must be two units and two raters at least.
MeanSquares mean_squares(const CompleteRows& ratings) {
    const Shifted t = shifted(ratings);
    const auto n = static_cast<double>(ratings.rows.size());
    const auto k = static_cast<double>(ratings.raters);
    // Every deviation is kept n k times too large, so that whole ratings are never divided and a deviation of 0 comes out as 0.
    const Squares none{rounding_of(n * k, t.largest)};
    Squares units = none, raters = none, error = none, within = none;
    for (const double row_sum : t.row_sums) units.add(n * row_sum - t.total);
    for (const double column_sum : t.column_sums) raters.add(k * column_sum - t.total);
    for (std::size_t i = 0; i < t.rows.size(); ++i) {
        for (std::size_t j = 0; j < t.rows[i].size(); ++j) {
            const double from_unit = n * (k * t.rows[i][j] - t.row_sums[i]);
            within.add(from_unit);
            error.add(from_unit - (k * t.column_sums[j] - t.total));
        }
    }
    const double scale = (n * k) * (n * k);
    return {k * units.value() / scale / (n - 1), n * raters.value() / scale / (k - 1),
            error.value() / scale / ((n - 1) * (k - 1)), within.value() / scale / (n * (k - 1))};
}

const std::string no_interval = "the ratings are too few, or too close to a limit, for a confidence interval";
const std::string no_width =
    "the raters differ from each other in nothing that would count as error, so that the interval has no width";
const std::string at_a_pole =
    "the interval of a single rater reaches down to where the formula for their average divides by zero and turns round";
const std::string at_zero = std::string{reasons::contradiction} + ": the formula divides by zero";
const std::string not_defined =
    "the formula comes to 0 / 0: all differences lie between the raters, none between what they rated";

struct Analysis {
    double n = 0;  // units
    double k = 0;  // raters
    MeanSquares ms;
    double level = 0;

    /// Quantile that cuts off the upper half of what lies outside the interval.
    [[nodiscard]] double f_limit(double df1, double df2) const { return f_quantile((1 + level) / 2, df1, df2); }
};

Statistic ratio(double numerator, double denominator, Used used) {
    if (denominator == 0) return Statistic::none(numerator == 0 ? not_defined : at_zero, used);
    return Statistic::of(numerator / denominator, used);
}

Statistic average_of(const Statistic& single, double numerator, double denominator) {
    if (!single.value) return single;
    if (*single.value < 0) return Statistic::meaningless(numerator / denominator, reasons::contradiction, single.used);
    return ratio(numerator, denominator, single.used);
}

/// Of no width only when the units do not differ at all: then it says nothing either.
Result<Interval> interval_of(double lower, double upper) {
    if (!std::isfinite(lower) || !std::isfinite(upper) || lower >= upper) return Result<Interval>::none(no_interval);
    return Interval{lower, upper};
}

/// Satterthwaite's degrees of freedom of the interval of ICC(2,1): Shrout and Fleiss (1979).
double satterthwaite(const Analysis& a, double icc) {
    const double f_raters = a.ms.raters / a.ms.error;
    const double rest = a.n * (1 + (a.k - 1) * icc) - a.k * icc;
    const double whole = a.k * icc * f_raters + rest;
    const double parts = (a.n - 1) * a.k * a.k * icc * icc * f_raters * f_raters + rest * rest;
    return (a.k - 1) * (a.n - 1) * whole * whole / parts;
}

Result<Interval> random_interval(const Analysis& a, double icc) {
    if (a.ms.error == 0 && a.ms.raters == 0) return Result<Interval>::none(no_width);
    const double df = satterthwaite(a, icc);
    if (a.ms.error == 0 || a.ms.units == 0 || !std::isfinite(df) || df <= 0) return Result<Interval>::none(no_interval);
    const double f1 = a.f_limit(a.n - 1, df);
    const double f2 = a.f_limit(df, a.n - 1);
    const double spread = a.k * a.ms.raters + (a.k * a.n - a.k - a.n) * a.ms.error;
    return interval_of(a.n * (a.ms.units - f1 * a.ms.error) / (f1 * spread + a.n * a.ms.units),
                       a.n * (f2 * a.ms.units - a.ms.error) / (spread + a.n * f2 * a.ms.units));
}

/// The interval of the average of k raters, by the Spearman-Brown formula, which has no meaning below -1 / (k - 1).
Result<Interval> stepped_up(const Result<Interval>& single, double k) {
    if (!single) return single;
    if (1 + (k - 1) * single->lower <= 0) return Result<Interval>::none(at_a_pole);
    return interval_of(k * single->lower / (1 + (k - 1) * single->lower), k * single->upper / (1 + (k - 1) * single->upper));
}

}  // namespace

Result<Intraclass> intraclass(const RatingTable& table, double level) {
    require_level(level);
    const CompleteRows ratings = complete_rows(table);
    if (const auto reason = reasons::too_few(ratings)) return Result<Intraclass>::none(*reason);
    const MeanSquares ms = mean_squares(ratings);
    if (!std::isfinite(ms.units + ms.raters + ms.within)) return Result<Intraclass>::none(reasons::too_large);
    if (ms.units == 0 && ms.within == 0) return Result<Intraclass>::none(reasons::all_the_same);
    const Analysis a{static_cast<double>(ratings.rows.size()), static_cast<double>(ratings.raters), ms, level};
    const double strictness = (ms.raters - ms.error) / a.n;
    const double above_error = excess(ms.units, ms.error);
    const auto single = ratio(above_error, ms.units + (a.k - 1) * ms.error + a.k * strictness, ratings.used());
    const auto average = average_of(single, above_error, ms.units + strictness);
    const auto interval = single.value ? random_interval(a, *single.value) : Result<Interval>::none(single.reason);
    const auto of_average = average.value ? stepped_up(interval, a.k) : Result<Interval>::none(average.reason);
    return Intraclass{ms, single, interval, average, of_average};
}

}  // namespace je::numerics
