// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>

#include "numerics/agreement/agreement.hpp"
#include "numerics/statistics/statistics.hpp"
#include "oracle/every_table.hpp"

// SLOW AND PLAIN versions of kappa, correlations and Kendall's W, for tests only: straight from the textbook formulas.

namespace je::slow::numerics_pairs_test {

namespace {

using namespace numerics;

struct Kappa {
    std::optional<double> value;
    double variance = 0;               // of the estimate
    double variance_no_agreement = 0;  // if there were no agreement beyond chance
    double rounding = 0;               // what may be left of either where it should be 0
};

/// Shares and weights of a cross table, as in Fleiss, Cohen and Everitt (1969).
struct Shares {
    std::vector<std::vector<double>> p, w;
    std::vector<double> row, column, row_weight, column_weight;
    double seen = 0;
    double chance = 0;
};

double weight(Weighting weighting, std::size_t i, std::size_t j, std::size_t levels) {
    if (weighting == Weighting::unweighted) return i == j ? 1 : 0;
    const double away = std::abs(static_cast<double>(i) - static_cast<double>(j)) / static_cast<double>(levels - 1);
    return 1 - (weighting == Weighting::linear ? away : away * away);
}

Shares shares_of(const Table& table, std::size_t levels, Weighting weighting) {
    const std::vector<double> zeros(levels);
    Shares s{{levels, zeros}, {levels, zeros}, zeros, zeros, zeros, zeros};
    for (const auto& row : table) {
        s.p[static_cast<std::size_t>(*row[0]) - 1][static_cast<std::size_t>(*row[1]) - 1] +=
            1 / static_cast<double>(table.size());
    }
    for (std::size_t i = 0; i < levels; ++i) {
        for (std::size_t j = 0; j < levels; ++j) {
            s.w[i][j] = weight(weighting, i, j, levels);
            s.row[i] += s.p[i][j];
            s.column[j] += s.p[i][j];
        }
    }
    for (std::size_t i = 0; i < levels; ++i) {
        for (std::size_t j = 0; j < levels; ++j) {
            s.seen += s.w[i][j] * s.p[i][j];
            s.chance += s.w[i][j] * s.row[i] * s.column[j];
            s.row_weight[i] += s.w[i][j] * s.column[j];
            s.column_weight[j] += s.w[i][j] * s.row[i];
        }
    }
    return s;
}

/// Equations 8 and 9 of Fleiss, Cohen and Everitt (1969), as printed there.
Kappa kappa(const Table& table, std::size_t levels, Weighting weighting) {
    const Shares s = shares_of(table, levels, weighting);
    Kappa result{quotient(s.seen - s.chance, 1 - s.chance), 0, 0, 1e-15 / std::pow(1 - s.chance, 4)};
    if (!result.value) return result;
    double estimate = 0;
    double no_agreement = 0;
    for (std::size_t i = 0; i < levels; ++i) {
        for (std::size_t j = 0; j < levels; ++j) {
            const double both = s.row_weight[i] + s.column_weight[j];
            estimate += s.p[i][j] * std::pow(s.w[i][j] * (1 - s.chance) - both * (1 - s.seen), 2);
            no_agreement += s.row[i] * s.column[j] * std::pow(s.w[i][j] - both, 2);
        }
    }
    const auto n = static_cast<double>(table.size());
    estimate -= std::pow(s.seen * s.chance - 2 * s.chance + s.seen, 2);
    result.variance = estimate / (n * std::pow(1 - s.chance, 4));
    result.variance_no_agreement = (no_agreement - s.chance * s.chance) / (n * std::pow(1 - s.chance, 2));
    return result;
}

void compare_kappa(const Table& table) {
    CAPTURE(text_of(table));
    for (const auto weighting : {Weighting::unweighted, Weighting::linear, Weighting::quadratic}) {
        CAPTURE(static_cast<int>(weighting));
        const auto fast = cohen_kappa(RatingTable::of_rows(table), 0, 1, Scale::whole(1, 4), weighting);
        const auto slow = kappa(table, 4, weighting);
        CHECK(same(fast.kappa.value, slow.value));
        if (!slow.value) continue;
        CHECK(test::close(*fast.standard_error * *fast.standard_error, slow.variance, 1e-10, slow.rounding));
        CHECK(test::close(*fast.standard_error_no_agreement * *fast.standard_error_no_agreement, slow.variance_no_agreement,
                          1e-10, 1e-13));
    }
}

using Column = std::vector<double>;

double mean(const Column& x) {
    double total = 0;
    for (const double value : x) total += value;
    return total / static_cast<double>(x.size());
}

/// The mean of the products of the deviations: divisor n.
double covariance(const Column& x, const Column& y) {
    double total = 0;
    for (std::size_t i = 0; i < x.size(); ++i) total += (x[i] - mean(x)) * (y[i] - mean(y));
    return total / static_cast<double>(x.size());
}

std::optional<double> correlation(const Column& x, const Column& y) {
    return quotient(covariance(x, y), std::sqrt(covariance(x, x) * covariance(y, y)));
}

/// One more than the values below, and half of the other values equal to it.
double rank(const Column& x, double value) {
    double result = 0.5;
    for (const double other : x) result += other < value ? 1 : other == value ? 0.5 : 0;
    return result;
}

Column ranked(const Column& x) {
    Column ranks;
    for (const double value : x) ranks.push_back(rank(x, value));
    return ranks;
}

/// Concordant less discordant pairs over the root of the pairs not tied in x times those not tied in y.
std::optional<double> tau_b(const Column& x, const Column& y) {
    int concordant = 0, discordant = 0, untied_x = 0, untied_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = i + 1; j < x.size(); ++j) {
            concordant += (x[i] < x[j] && y[i] < y[j]) || (x[i] > x[j] && y[i] > y[j]) ? 1 : 0;
            discordant += (x[i] < x[j] && y[i] > y[j]) || (x[i] > x[j] && y[i] < y[j]) ? 1 : 0;
            untied_x += x[i] != x[j] ? 1 : 0;
            untied_y += y[i] != y[j] ? 1 : 0;
        }
    }
    return quotient(concordant - discordant, std::sqrt(untied_x * untied_y));
}

std::optional<double> lin(const Column& x, const Column& y) {
    return quotient(2 * covariance(x, y), covariance(x, x) + covariance(y, y) + std::pow(mean(x) - mean(y), 2));
}

Column column(const Table& table, std::size_t rater) {
    Column result;
    for (const auto& row : table) result.push_back(*row[rater]);
    return result;
}

void compare_correlations(const Table& table) {
    CAPTURE(text_of(table));
    const auto x = column(table, 0);
    const auto y = column(table, 1);
    CHECK(same(pearson(x, y).value, correlation(x, y)));
    CHECK(same(spearman(x, y).value, correlation(ranked(x), ranked(y))));
    CHECK(same(kendall_tau_b(x, y).value, tau_b(x, y)));
    CHECK(same(lin_concordance(x, y).value, lin(x, y)));
}

/// W as the mean Spearman correlation of all pairs of raters turned into a concordance, which holds with ties too when the
/// covariances of ranks are taken, not correlations: variance of the rank sums over its largest value.
void compare_w(const Table& table) {
    CAPTURE(text_of(table));
    const auto n = static_cast<double>(table.size());
    const auto m = static_cast<double>(table[0].size());
    Column sums(table.size());
    double most = 0;
    for (std::size_t rater = 0; rater < table[0].size(); ++rater) {
        const auto ranks = ranked(column(table, rater));
        most += covariance(ranks, ranks);
        for (std::size_t unit = 0; unit < table.size(); ++unit) sums[unit] += ranks[unit];
    }
    const auto fast = kendall_w(RatingTable::of_rows(table));
    CHECK(same(fast.corrected.value, quotient(covariance(sums, sums), m * most)));
    if (most > 0) CHECK(same(fast.uncorrected.value, covariance(sums, sums) / (m * m * (n * n - 1) / 12)));
}

}  // namespace

TEST_CASE("kappa and its standard errors are those of the definitions, over all small pairs of raters") {
    CHECK(every_table(3, 2, {1, 2, 3, 4}, compare_kappa) == 4096);
    CHECK(every_table(4, 2, {1, 2, 4}, compare_kappa) == 6561);
}

TEST_CASE("correlations are those of the definitions, over all small pairs of raters") {
    CHECK(every_table(2, 2, {1, 2, 4}, compare_correlations) == 81);
    CHECK(every_table(3, 2, {1, 2, 4, 5}, compare_correlations) == 4096);
    CHECK(every_table(4, 2, {1, 2, 4}, compare_correlations) == 6561);
}

TEST_CASE("Kendall's W is the variance of the rank sums over the largest it could be, over all small tables") {
    CHECK(every_table(3, 3, {1, 2, 3}, compare_w) == 19683);
    CHECK(every_table(4, 2, {1, 2, 4}, compare_w) == 6561);
}

}  // namespace je::slow::numerics_pairs_test
