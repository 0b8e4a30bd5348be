// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/statistics/sums.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "numerics/agreement/agreement.hpp"
#include "numerics/statistics/statistics.hpp"
#include "support/close.hpp"
#include "support/ratings.hpp"

namespace ranks_test {

namespace {

using namespace je::numerics;
using je::test::close;
using je::test::ratings;

TEST_CASE("ties share the mean of their ranks") {
    const auto ranks = ranks_of(std::vector<double>{7, 3, 7, 9, 7});
    CHECK((ranks.doubled == std::vector<double>{6, 2, 6, 10, 6}));
    CHECK(ranks.ties == 24);
    CHECK(ranks_of({}).doubled.empty());
}

struct WCase {
    const char* name;
    RatingTable table;
    double w;
};

// Exact fractions; the third is published as W = .828.
TEST_CASE("Kendall's W, with correction for ties") {
    const WCase cases[]{
        {"evaluators", je::test::evaluators(), 6361. / 6855},
        {"Shrout and Fleiss", je::test::shrout_fleiss(), 479. / 540},
        {"tied rankings", je::test::tied_rankings(), 197. / 238},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        CHECK(close(kendall_w(c.table).value, c.w));
    }
}

TEST_CASE("Kendall's W at its ends and beyond") {
    CHECK(kendall_w(ratings("1 10 / 2 20 / 2 20")).value == 1);
    CHECK(kendall_w(ratings("1 3 / 2 2 / 3 1")).value == 0);
    const auto flat = kendall_w(ratings("1 2 / 1 2 / 1 ."));
    CHECK_FALSE(flat.value.has_value());
    CHECK(flat.reason == "no rater ranked anything above anything else: each gave everything the same");
    CHECK(flat.used.units == 2);
    CHECK(kendall_w(ratings("1 / 2")).reason == "there are fewer than two raters");
}

struct PairCase {
    std::size_t rater;
    double pearson, spearman, tau, lin;
};

// The first evaluator with two others. R 4.2.2 (cor) for the first three; Lin's with divisor n as an exact fraction.
TEST_CASE("correlations of pairs of raters") {
    const PairCase cases[]{
        {3, 0.933807524629463, 0.9239373017599, 0.862197125625809, 103. / 111},
        {1, 0.910496409166322, 0.899891003101284, 0.835066800767065, 44. / 49},
    };
    for (const auto& c : cases) {
        CAPTURE(c.rater);
        const auto pairs = complete_pairs(je::test::evaluators(), 0, c.rater);
        CHECK(close(pearson(pairs.a, pairs.b).value, c.pearson));
        CHECK(close(spearman(pairs.a, pairs.b).value, c.spearman));
        CHECK(close(kendall_tau_b(pairs.a, pairs.b).value, c.tau));
        CHECK(close(lin_concordance(pairs.a, pairs.b).value, c.lin));
    }
}

TEST_CASE("correlations never leave -1 to 1") {
    const std::vector<double> up{0.1, 0.2, 0.3, 0.7}, down{-0.3, -0.6, -0.9, -2.1};
    CHECK(close(pearson(up, up).value, 1));
    CHECK(close(pearson(up, down).value, -1));
    for (const auto& r :
         {pearson(up, up), pearson(up, down), spearman(up, down), kendall_tau_b(up, down), lin_concordance(up, up)}) {
        CHECK(std::abs(*r.value) <= 1);
    }
}

TEST_CASE("correlations say why they have no value") {
    const std::vector<double> flat{0.1, 0.1, 0.1}, rising{1, 2, 3}, one{4}, huge{1e300, -1e300, 0};
    for (const auto& r : {pearson(flat, rising), spearman(rising, flat), kendall_tau_b(flat, rising)}) {
        CHECK_FALSE(r.value.has_value());
        CHECK(r.reason == "a rater gave everything the same rating, so there is nothing that could go together");
    }
    CHECK(lin_concordance(flat, rising).value == 0);
    CHECK(lin_concordance(flat, flat).reason.find("all ratings are the same") == 0);
    for (const auto& r : {pearson(one, one), spearman(one, one), kendall_tau_b(one, one), lin_concordance(one, one)}) {
        CHECK(r.reason == "the two raters rated fewer than two units in common");
    }
    CHECK(pearson(huge, rising).reason == "the numbers are too large to be squared and added");
    CHECK_THROWS_AS((void)pearson(one, rising), std::invalid_argument);
    CHECK_THROWS_AS((void)spearman(std::vector<double>{1, std::nan("")}, std::vector<double>{1, 2}), std::invalid_argument);
}

}  // namespace

}  // namespace ranks_test
