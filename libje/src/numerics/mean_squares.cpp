// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/mean_squares.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "numerics/sums.hpp"

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
    for (const auto& column : CompleteRows{result.rows, ratings.raters, 0}.columns()) result.column_sums.push_back(sum(column));
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

}  // namespace

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

}  // namespace je::numerics
