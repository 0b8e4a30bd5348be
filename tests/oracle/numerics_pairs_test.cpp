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

/// 1 less the mean squared distance of the two ratings of a unit, over that of all ratings by one with all by the other.
std::optional<double> kappa(const Table& table) {
    double seen = 0;
    double by_chance = 0;
    for (const auto& row : table) {
        seen += std::pow(*row[0] - *row[1], 2);
        for (const auto& other : table) by_chance += std::pow(*row[0] - *other[1], 2);
    }
    const auto n = static_cast<double>(table.size());
    return quotient(by_chance - n * seen, by_chance);
}

void compare_kappa(const Table& table) {
    CAPTURE(text_of(table));
    CHECK(same(cohen_kappa(RatingTable::of_rows(table), 0, 1, Scale::whole(1, 4)).value, kappa(table)));
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
    const auto m = static_cast<double>(table[0].size());
    Column sums(table.size());
    double most = 0;
    for (std::size_t rater = 0; rater < table[0].size(); ++rater) {
        const auto ranks = ranked(column(table, rater));
        most += covariance(ranks, ranks);
        for (std::size_t unit = 0; unit < table.size(); ++unit) sums[unit] += ranks[unit];
    }
    CHECK(same(kendall_w(RatingTable::of_rows(table)).value, quotient(covariance(sums, sums), m * most)));
}

}  // namespace

TEST_CASE("kappa is that of the definition, over all small pairs of raters") {
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
