// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/cronbach.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "je/numerics/statistics.hpp"
#include "numerics/checks.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

Statistic reliability(double alpha, Used used) {
    return alpha < 0 ? Statistic::meaningless(alpha, reasons::contradiction, used) : Statistic::of(alpha, used);
}

Statistic raw(const CompleteRows& ratings) {
    std::vector<double> totals;
    for (const auto& row : ratings.rows) totals.push_back(sum(row));
    CompensatedSum single;
    for (const auto& column : ratings.columns()) single.add(sum_of_squares(centred(column).scaled));
    const double of_totals = sum_of_squares(centred(totals).scaled);
    if (of_totals == 0) {
        return Statistic::none(
            single.value() == 0 ? reasons::all_the_same : "everything got the same total from the raters together",
            ratings.used());
    }
    const auto k = static_cast<double>(ratings.raters);
    return reliability(k / (k - 1) * (excess(of_totals, single.value()) / of_totals), ratings.used());
}

Statistic standardised(const CompleteRows& ratings) {
    const auto columns = ratings.columns();
    CompensatedSum correlations;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto r = pearson(columns[i], columns[j]);
            if (!r.value) return Statistic::none(r.reason, ratings.used());
            correlations.add(*r.value);
        }
    }
    const auto k = static_cast<double>(ratings.raters);
    const double mean = excess(1 + correlations.value() / (k * (k - 1) / 2), 1);
    const double denominator = 1 + (k - 1) * mean;
    if (mean < 0) return Statistic::meaningless(k * mean / denominator, reasons::contradiction, ratings.used());
    return Statistic::of(k * mean / denominator, ratings.used());
}

}  // namespace

CronbachAlpha cronbach_alpha(const RatingTable& table) {
    const CompleteRows ratings = complete_rows(table);
    if (const auto reason = reasons::too_few(ratings)) {
        const auto none = Statistic::none(*reason, ratings.used());
        return {none, none, ratings.left_out};
    }
    return {raw(ratings), standardised(ratings), ratings.left_out};
}

}  // namespace je::numerics
