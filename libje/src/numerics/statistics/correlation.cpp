// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

#include "numerics/checks.hpp"
#include "numerics/statistics/statistics.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

const std::string one_level = "a rater gave everything the same rating, so there is nothing that could go together";

/// Checks the contract; then why there cannot be a correlation, if so.
std::optional<std::string> refusal(std::span<const double> a, std::span<const double> b) {
    require_matching(a, b);
    if (a.size() < 2) return "the two raters rated fewer than two units in common";
    return std::nullopt;
}

/// A quotient that lies from -1 to 1 but for rounding.
Statistic bounded(double quotient, Used used) {
    if (!std::isfinite(quotient)) return Statistic::none(reasons::too_large, used);
    return Statistic::of(std::clamp(quotient, -1.0, 1.0), used);
}

Statistic pearson_of(std::span<const double> a, std::span<const double> b, Used used) {
    const auto x = centred(a).scaled;
    const auto y = centred(b).scaled;
    const double spread_x = sum_of_squares(x);
    const double spread_y = sum_of_squares(y);
    if (spread_x == 0 || spread_y == 0) return Statistic::none(one_level, used);
    return bounded(sum_of_products(x, y) / (std::sqrt(spread_x) * std::sqrt(spread_y)), used);
}

int sign(double value) { return (value > 0) - (value < 0); }

}  // namespace

Statistic pearson(std::span<const double> a, std::span<const double> b) {
    const Used used{a.size(), 2};
    if (const auto reason = refusal(a, b)) return Statistic::none(*reason, used);
    return pearson_of(a, b, used);
}

Statistic spearman(std::span<const double> a, std::span<const double> b) {
    const Used used{a.size(), 2};
    if (const auto reason = refusal(a, b)) return Statistic::none(*reason, used);
    return pearson_of(ranks_of(a).doubled, ranks_of(b).doubled, used);
}

Statistic kendall_tau_b(std::span<const double> a, std::span<const double> b) {
    const Used used{a.size(), 2};
    if (const auto reason = refusal(a, b)) return Statistic::none(*reason, used);
    double score = 0;
    double told_apart_a = 0;
    double told_apart_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const int by_a = sign(a[i] - a[j]);
            const int by_b = sign(b[i] - b[j]);
            score += by_a * by_b;
            told_apart_a += by_a * by_a;
            told_apart_b += by_b * by_b;
        }
    }
    if (told_apart_a == 0 || told_apart_b == 0) return Statistic::none(one_level, used);
    return bounded(score / std::sqrt(told_apart_a * told_apart_b), used);
}

Statistic lin_concordance(std::span<const double> a, std::span<const double> b) {
    const Used used{a.size(), 2};
    if (const auto reason = refusal(a, b)) return Statistic::none(*reason, used);
    const auto x = centred(a).scaled;  // n times the deviations, so squares and products are n^2 times too large
    const auto y = centred(b).scaled;
    CompensatedSum shift;  // n times the difference of the means
    for (std::size_t i = 0; i < a.size(); ++i) shift.add(a[i] - b[i]);
    const auto n = static_cast<double>(a.size());
    const double spread = sum_of_squares(x) + sum_of_squares(y) + n * shift.value() * shift.value();
    if (spread == 0) return Statistic::none(reasons::all_the_same, used);
    return bounded(2 * sum_of_products(x, y) / spread, used);
}

}  // namespace je::numerics
