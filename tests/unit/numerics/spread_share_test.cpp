// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/shares/shares.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "support/close.hpp"

namespace spread_share_test {

namespace {

using namespace je::numerics;
using Numbers = std::vector<double>;

void check(const Numbers& terms, double limit, double expected) {
    CAPTURE(terms.size());
    CAPTURE(limit);
    const BoundedShare share = spread_share(terms, limit);
    CHECK(share.error <= 1e-11);
    CHECK(std::abs(share.value - expected) <= share.error + 1e-16);
}

/// The share of weights within +-1/parts of `weights`, renormalised, with a total of at most `threshold`.
void check_total(const Numbers& weights, const Numbers& points, double parts, double threshold, double expected) {
    Numbers terms;
    double sum = 0;
    for (std::size_t f = 0; f < points.size(); ++f) {
        terms.push_back(weights[f] * (points[f] - threshold));
        sum += terms.back();
    }
    check(terms, -parts * sum, expected);
}

// Exact fractions.
TEST_CASE("weights within a spread of the base weights, the total below a threshold") {
    check_total({1, 1}, {100, 400}, 5, 250, .5);
    check_total({5, 3, 2}, {100, 400, 700}, 5, 310, .5);
    check_total({5, 4, 4, 3, 2, 2}, {40, 360, 680, 1000, 200, 520}, 4, 450, 3873972643. / 5728725000.);
}

TEST_CASE("one and two terms agree with lengths and areas") {
    check({4}, 0, .5);
    check({4}, -3, 1. / 8);
    check({-4}, 1, 5. / 8);
    check({30, 10}, -20, 1. / 6);
    check({30, 10}, -30, 1. / 24);  // a triangle of 1 by 1/3 in a square of 2 by 2
    check({30, -10}, 10, 2. / 3);
    check({10, 30}, 39, 1 - 1. / 2400);
}

TEST_CASE("equal terms agree with the distribution of Irwin and Hall") {
    check(Numbers(3, 7), -7, 1. / 6);  // the sum of three uniforms from 0 to 1 is at most 1
    check(Numbers(4, 7), -14, 1. / 24);
    check(Numbers(12, 1), -10, 1. / 479001600);  // 1 / 12!
    check(Numbers(13, 3), 0, .5);
    // Twenty: below 2 are (2^20 - 20) / 20!
    check(Numbers(20, 1), -16, (1048576. - 20) / 2432902008176640000.);
}

TEST_CASE("terms of very different magnitudes") {
    // Inside the reach of the large one alone, the small ones do not show: they are symmetric.
    Numbers terms(12, 1);
    terms.push_back(1000);
    check(terms, 0, .5);
    check(terms, -500, .25);
    check(terms, 987, 1987. / 2000);
    // At its end they do: for u alone, E max(0, u) = 1/4, for the sum of two 1/3.
    check({1e6, 1}, -1e6, 1. / 8e6);
    check({1e9, 1e6, 1}, -1e9, .25 / 2e3);
    check({1e12, 1, 1}, -1e12, (1. / 3) / 2e12);
    check({1e40, 1, 1e-3}, 5e39, .75);
    check({1, 1e-14, 1e-15, 1e-16}, .5, .75);
}

TEST_CASE("limits out of reach give exactly 0 or 1, without error") {
    const Numbers terms{3, -4, 5, 0, 1};
    for (const double limit : {13., 14., 1e150}) {
        CHECK(spread_share(terms, limit).value == 1);
        CHECK(spread_share(terms, -limit).value == 0);
        CHECK(spread_share(terms, limit).error == 0);
    }
    CHECK(spread_share(terms, 12.9).value < 1);
    CHECK(spread_share(terms, -12.9).value > 0);
}

TEST_CASE("no terms: the sum is 0 for certain") {
    CHECK(spread_share({}, 0).value == 1);
    CHECK(spread_share(Numbers{0, 0}, -1e-9).value == 0);
    CHECK(spread_share(Numbers{0, -0.}, 3).value == 1);
    CHECK(spread_share({}, 0).error == 0);
}

TEST_CASE("shares do not depend on order, signs, zeros or scale, and mirror each other") {
    const Numbers terms{31, 2, 17, 5, 5, 23, 11};
    for (const double limit : {-60., -31., -3., 0., 12., 44.}) {
        const double share = spread_share(terms, limit).value;
        CHECK(spread_share(Numbers{-5, 0, 31, -11, 23, 5, -17, 0, 2}, limit).value == share);
        CHECK(spread_share(Numbers{62, 4, 34, 10, 10, 46, 22}, 2 * limit).value == share);
        CHECK(spread_share(terms, -limit).value + share == 1);
    }
}

TEST_CASE("several limits at once: the very shares of one at a time, rising") {
    const Numbers terms{100, 90, 80, 3, 2, 1, .5, 12, 12, 12};
    Numbers limits;
    for (double limit = -320; limit <= 320; limit += 16) limits.push_back(limit);
    const auto shares = spread_shares(terms, limits);
    REQUIRE(shares.size() == limits.size());
    for (std::size_t i = 0; i < limits.size(); ++i) {
        CHECK(shares[i].value == spread_share(terms, limits[i]).value);
        CHECK(shares[i].value >= 0);
        CHECK(shares[i].value <= 1);
        if (i > 0) CHECK(shares[i].value >= shares[i - 1].value);
    }
}

// The last bit, wherever and however this was compiled: by a series alone, in closed form, and by both.
TEST_CASE("chances are the same to the last bit everywhere") {
    const Numbers thirteen{90, 20, 35, 61, 44, 78, 12, 5, 66, 81, 29, 53, 17};
    CHECK(spread_share(thirteen, -101).value == 0x1.789c88e6421f2p-3);
    CHECK(spread_share(Numbers{9, 5, 2}, -7).value == 0x1.1e573ac901e57p-3);
    Numbers mixed{thirteen};
    mixed.insert(mixed.end(), {4e6, 3e6});
    CHECK(spread_share(mixed, -1e6 - 77).value == 0x1.7ffd7a16b1a97p-2);
}

TEST_CASE("what is no number is refused") {
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS((void)spread_share(Numbers{1, std::nan("")}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)spread_share(Numbers{1, infinity}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)spread_share(Numbers{1, 2}, -infinity), std::invalid_argument);
}

}  // namespace

}  // namespace spread_share_test
