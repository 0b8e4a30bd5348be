// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>

#include "numerics/agreement/agreement.hpp"
#include "oracle/every_table.hpp"

// SLOW AND PLAIN versions of the analysis of variance, for tests only: means first, then squared deviations, as in a textbook.

namespace je::slow::numerics_intraclass_test {

namespace {

using namespace numerics;

struct Anova {
    double units = 0, raters = 0, error = 0, within = 0;
};

Anova anova(const Table& table) {
    const std::size_t n = table.size(), k = table[0].size();
    const auto count_n = static_cast<double>(n), count_k = static_cast<double>(k);
    std::vector<double> row(n), column(k);
    double all = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            row[i] += *table[i][j] / count_k;
            column[j] += *table[i][j] / count_n;
            all += *table[i][j] / (count_n * count_k);
        }
    }
    Anova a;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            a.units += std::pow(row[i] - all, 2) / (count_n - 1);
            a.raters += std::pow(column[j] - all, 2) / (count_k - 1);
            a.error += std::pow(*table[i][j] - row[i] - column[j] + all, 2) / ((count_n - 1) * (count_k - 1));
            a.within += std::pow(*table[i][j] - row[i], 2) / (count_n * (count_k - 1));
        }
    }
    return a;
}

/// ICC(2,1) as in Shrout and Fleiss (1979).
std::optional<double> single(const Anova& a, double n, double k) {
    return quotient(a.units - a.error, a.units + (k - 1) * a.error + k * (a.raters - a.error) / n);
}

/// ICC(2,k); only where the single form is not below 0.
std::optional<double> average(const Anova& a, double n, double k) {
    const auto of_one = single(a, n, k);
    if (!of_one || *of_one <= -1e-12) return std::nullopt;
    return quotient(a.units - a.error, a.units + (a.raters - a.error) / n);
}

void compare_form(const Statistic& found, const Result<Interval>& interval, std::optional<double> expected) {
    CHECK(same(found.value, expected));
    CHECK(found.value.has_value() == found.reason.empty());
    if (!interval) {
        CHECK_FALSE(interval.reason().empty());
        return;
    }
    CHECK(interval->lower <= *found.value);
    CHECK(interval->upper >= *found.value);
}

void compare(const Table& table) {
    CAPTURE(text_of(table));
    const auto slow = anova(table);
    const auto n = static_cast<double>(table.size()), k = static_cast<double>(table[0].size());
    const auto fast = intraclass(RatingTable::of_rows(table));
    REQUIRE(fast.has_value() == (slow.units + slow.within > 1e-12));
    if (!fast) return;
    CHECK(same(fast->mean_squares.units, slow.units));
    CHECK(same(fast->mean_squares.raters, slow.raters));
    CHECK(same(fast->mean_squares.error, slow.error));
    CHECK(same(fast->mean_squares.within, slow.within));
    compare_form(fast->single, fast->interval, single(slow, n, k));
    compare_form(fast->average, fast->average_interval, average(slow, n, k));
}

}  // namespace

TEST_CASE("intraclass correlations are those of the definitions, over all small complete tables") {
    CHECK(every_table(2, 2, {1, 2, 3, 7}, compare) == 256);
    CHECK(every_table(3, 2, {1, 2, 3, 5}, compare) == 4096);
    CHECK(every_table(2, 3, {1, 2, 3, 5}, compare) == 4096);
    CHECK(every_table(3, 3, {1, 3}, compare) == 512);
}

}  // namespace je::slow::numerics_intraclass_test
