// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/agreement.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "numerics/pairable.hpp"
#include "numerics/reasons.hpp"
#include "numerics/sums.hpp"

namespace je::numerics {

namespace {

/// The share of pairs that are equal; `values` has at least two.
double equal_pairs(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    double equal = 0;
    for (auto first = values.begin(); first != values.end();) {
        const auto last = std::upper_bound(first, values.end(), *first);
        const auto alike = static_cast<double>(last - first);
        equal += alike * (alike - 1);
        first = last;
    }
    const auto n = static_cast<double>(values.size());
    return equal / (n * (n - 1));
}

/// The mean over units with two or more ratings of what `score` says of their ratings.
Statistic mean_over_units(const RatingTable& table, const std::function<double(const std::vector<double>&)>& score) {
    const Pairable pairable = pairable_units(table);
    if (pairable.units.empty()) return Statistic::none(reasons::no_two_ratings, pairable.used());
    CompensatedSum total;
    for (const auto& unit : pairable.units) total.add(score(unit));
    return Statistic::of(total.value() / static_cast<double>(pairable.units.size()), pairable.used());
}

}  // namespace

Statistic exact_agreement(const RatingTable& table) {
    return mean_over_units(table, [](const std::vector<double>& unit) {
        return std::all_of(unit.begin(), unit.end(), [&](double value) { return value == unit.front(); }) ? 1.0 : 0.0;
    });
}

Statistic pairwise_agreement(const RatingTable& table) { return mean_over_units(table, equal_pairs); }

}  // namespace je::numerics
