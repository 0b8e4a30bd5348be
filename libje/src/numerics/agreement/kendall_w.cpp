// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <vector>

#include "numerics/agreement/agreement.hpp"
#include "numerics/checks.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

struct RankSums {
    std::vector<double> doubled;  // of each unit, over the raters
    double ties = 0;              // over all raters
};

RankSums rank_sums(const CompleteRows& ratings) {
    RankSums result{std::vector<double>(ratings.rows.size()), 0};
    for (const auto& column : ratings.columns()) {
        const Ranks ranks = ranks_of(column);
        result.ties += ranks.ties;
        for (std::size_t unit = 0; unit < ranks.doubled.size(); ++unit) result.doubled[unit] += ranks.doubled[unit];
    }
    return result;
}

}  // namespace

Statistic kendall_w(const RatingTable& table) {
    const CompleteRows ratings = complete_rows(table);
    const Used used = ratings.used();
    if (const auto reason = reasons::too_few(ratings)) return Statistic::none(*reason, used);
    const RankSums sums = rank_sums(ratings);
    const auto n = static_cast<double>(ratings.rows.size());
    const auto m = static_cast<double>(ratings.raters);
    double squares = 0;  // four times S: whole numbers, so exact
    for (const double sum : sums.doubled) squares += (sum - m * (n + 1)) * (sum - m * (n + 1));
    const double most = m * m * (n * n * n - n) - m * sums.ties;
    if (most == 0) return Statistic::none("no rater ranked anything above anything else: each gave everything the same", used);
    return Statistic::of(3 * squares / most, used);
}

}  // namespace je::numerics
