// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>
#include <vector>

#include "numerics/agreement/agreement.hpp"
#include "numerics/checks.hpp"
#include "numerics/statistics/statistics.hpp"
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

KendallW none(const std::string& reason, const CompleteRows& ratings) {
    const auto statistic = Statistic::none(reason, ratings.used());
    return {statistic, statistic, Result<ChiSquareTest>::none(reason), Result<FTest>::none(reason), ratings.left_out};
}

Result<FTest> f_test(double w, double n, double m) {
    const double df1 = n - 1 - 2 / m;
    if (w == 1) return Result<FTest>::none("all raters rank alike, so that F would be infinite");
    if (df1 <= 0) return Result<FTest>::none("two raters of two units are too few for this test");
    const double f = (m - 1) * w / (1 - w);
    return FTest{f, df1, (m - 1) * df1, f_upper(f, df1, (m - 1) * df1)};
}

}  // namespace

KendallW kendall_w(const RatingTable& table) {
    const CompleteRows ratings = complete_rows(table);
    if (const auto reason = reasons::too_few(ratings)) return none(*reason, ratings);
    const RankSums sums = rank_sums(ratings);
    const auto n = static_cast<double>(ratings.rows.size());
    const auto m = static_cast<double>(ratings.raters);
    double squares = 0;  // four times S: whole numbers, so exact
    for (const double sum : sums.doubled) squares += (sum - m * (n + 1)) * (sum - m * (n + 1));
    const double most = m * m * (n * n * n - n);
    const double most_with_ties = most - m * sums.ties;
    if (most_with_ties == 0)
        return none("no rater ranked anything above anything else: each gave everything the same", ratings);
    const double w = 3 * squares / most_with_ties;
    const double chi_square = m * (n - 1) * w;
    return {Statistic::of(w, ratings.used()), Statistic::of(3 * squares / most, ratings.used()),
            ChiSquareTest{chi_square, n - 1, chi_square_upper(chi_square, n - 1)}, f_test(w, n, m), ratings.left_out};
}

}  // namespace je::numerics
