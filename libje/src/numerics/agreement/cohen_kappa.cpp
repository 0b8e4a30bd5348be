// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "numerics/agreement/agreement.hpp"
#include "numerics/checks.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

/// The square of the steps between two places: whole numbers, so that kappa is divided only once.
double disagreement(std::size_t i, std::size_t j) {
    const double steps = i > j ? static_cast<double>(i - j) : static_cast<double>(j - i);
    return steps * steps;
}

/// The sum of the disagreements of all pairs of one rating by each rater, with how often each level was given.
double by_chance(const std::vector<double>& a, const std::vector<double>& b) {
    CompensatedSum total;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) total.add(a[i] * b[j] * disagreement(i, j));
    }
    return total.value();
}

}  // namespace

Statistic cohen_kappa(const RatingTable& table, std::size_t rater_a, std::size_t rater_b, const Scale& scale) {
    const Pairs pairs = complete_pairs(table, rater_a, rater_b);
    const Used used{pairs.a.size(), 2};
    std::vector<double> given_a(scale.size());
    std::vector<double> given_b(scale.size());
    double seen = 0;
    for (std::size_t i = 0; i < pairs.a.size(); ++i) {
        const auto a = scale.place(pairs.a[i]);
        const auto b = scale.place(pairs.b[i]);
        if (!a || !b) return Statistic::none(not_on_scale(a ? pairs.b[i] : pairs.a[i]), used);
        ++given_a[*a];
        ++given_b[*b];
        seen += disagreement(*a, *b);
    }
    if (pairs.a.empty()) return Statistic::none("the two raters rated nothing in common", used);
    const double expected = by_chance(given_a, given_b);
    if (expected == 0)
        return Statistic::none("both raters gave everything the same level, so chance alone would make them agree", used);
    return Statistic::of((expected - static_cast<double>(used.units) * seen) / expected, used);
}

}  // namespace je::numerics
