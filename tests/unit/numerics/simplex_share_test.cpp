// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/shares/shares.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>

#include "support/close.hpp"

namespace simplex_share_test {

namespace {

using namespace je::numerics;
using je::test::close;
using Numbers = std::vector<double>;
using Counts = std::vector<std::size_t>;

const Numbers thirteen{40, 200, 360, 520, 680, 840, 1000, 40, 200, 360, 520, 680, 840};

double share(const Numbers& knots, double threshold, const Counts& counts = {}) {
    return simplex_shares_below(knots, Numbers{threshold}, counts).front();
}

/// The band rows of jobs, by the function for many.
std::vector<Numbers> rows_of_bands(const Numbers& points, std::size_t factors, const Numbers& floors) {
    Numbers flat(points.size() / factors * (floors.size() + 1), -1);
    simplex_shares(points, factors, floors, flat);
    std::vector<Numbers> rows;
    for (auto at = flat.begin(); at != flat.end(); at += static_cast<std::ptrdiff_t>(floors.size() + 1)) {
        rows.emplace_back(at, at + static_cast<std::ptrdiff_t>(floors.size() + 1));
    }
    return rows;
}

/// Seeded, and the same everywhere: the last factor of each job makes a third of them alike.
Numbers random_points(std::size_t jobs, std::size_t factors, std::uint32_t seed) {
    std::mt19937 random{seed};
    Numbers points(jobs * factors);
    for (double& p : points) p = static_cast<double>(random() % 9 * 10);
    return points;
}

// Exact fractions; the shares of Dirichlet(., .) on 0 and 1 are beta distributions.
TEST_CASE("shares of known regions come out to the last digits") {
    struct Row {
        const char* what;
        Numbers knots;
        double threshold;
        double expected;
        Counts counts = {};
    };
    const std::vector<Row> rows{
        {"two factors", {0, 3}, 1, 1. / 3},
        {"three factors, middle", {0, 100, 200}, 100, 1. / 2},
        {"three factors", {0, 100, 200}, 50, 1. / 8},
        {"two equal knots", {10, 40, 40, 100}, 60, 65. / 81},
        {"five", {100, 250, 250, 400, 700}, 300, 253. / 729},
        {"thirteen", thirteen, 450, 0.343942925667184172},
        {"thirteen, low", thirteen, 300, 58024768059469. / 5566277615616000.},
        {"twelve equal", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10}, 3, .986158712799},
        {"Dirichlet(3, 7)", {0, 4}, 3, 19683. / 32768, {3, 7}},
        {"Dirichlet(5, 3, 2)", {100, 250, 400}, 220, 1322496. / 1953125, {5, 3, 2}},
        {"Dirichlet(40, 30, 20, 10)", {100, 250, 400, 700}, 250, 0.207872617146725, {40, 30, 20, 10}},
        {"a pair: 400 450 650 350 600 above 500 300 700 200 900", {100, -150, 50, -150, 300}, 0, 1 - 261. / 400},
        {"ranked", {300, 400, 1000. / 3, 450}, 350, 13. / 56},
        {"one factor, below", {5}, 5.5, 1},
        {"one factor, above", {5}, 4.5, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(close(share(row.knots, row.threshold, row.counts), row.expected, 4e-15));
    }
}

TEST_CASE("two and three factors agree with lengths and areas") {
    for (double t = .5; t < 10; t += 1) {
        CAPTURE(t);
        CHECK(close(share({0, 10}, t), t / 10));
        // Cut off a triangle at 0, or at 10 the rest.
        CHECK(close(share({0, 4, 10}, t), t <= 4 ? t * t / 40 : 1 - (10 - t) * (10 - t) / 60));
    }
}

TEST_CASE("knots of weights with lower bounds") {
    const Numbers points{300, 500, 200, 800};
    const Numbers least{.1, .1, .2, .05};
    CHECK(close(simplex_share_below(lower_bounded_knots(points, least), 400), 11501. / 23958));
    CHECK(lower_bounded_knots(points, Numbers(4, 0)) == points);
    for (const double knot : lower_bounded_knots(points, Numbers(4, .25))) CHECK(knot == 450);
}

TEST_CASE("all knots on one side give exactly 0 or 1, and a total at the threshold is not below it") {
    const Numbers knots{10, 30, 20};
    CHECK(share(knots, 10) == 0);
    CHECK(share(knots, 30) == 1);
    CHECK(share(knots, 9.999) == 0);
    CHECK(share(knots, 30.001) == 1);
    CHECK(share(knots, -1e100) == 0);
    CHECK(share(knots, 1e100) == 1);
    CHECK(share({7, 7, 7}, 7) == 0);
    CHECK(share({7, 7, 7}, 7.5) == 1);
    CHECK(share({7}, 7) == 0);
}

TEST_CASE("a knot at the threshold counts alike from both sides") {
    CHECK(close(share({0, 5, 10}, 5), .5));
    CHECK(close(share({0, 5, 5, 10}, 5), .5));
    CHECK(close(share({0, 5, 5, 5}, 5), 1));
    CHECK(share({5, 5, 5, 10}, 5) == 0);
    CHECK(close(share({0, 5, 20}, 5), share({0, 5, 20}, 5 + 1e-12), 1e-10));
    CHECK(close(share({0, 5, 20}, 5), share({0, 5, 20}, 5 - 1e-12), 1e-10));
}

TEST_CASE("twelve equal knots of sixteen") {
    Numbers knots(12, 50);
    knots.insert(knots.end(), {20, 40, 60, 90});
    CHECK(close(share(knots, 50), share({50, 20, 40, 60, 90}, 50, {12, 1, 1, 1, 1}), 0));
    const double low = share(knots, 49.99);
    const double high = share(knots, 50.01);
    CHECK(low < share(knots, 50));
    CHECK(share(knots, 50) < high);
    Numbers mirrored;
    for (const double knot : knots) mirrored.push_back(100 - knot);
    CHECK(close(share(knots, 52) + share(mirrored, 48), 1, 1e-14));
}

TEST_CASE("nearly equal knots lose no digits") {
    Numbers whole;
    Numbers near;
    for (int i = 0; i < 13; ++i) {
        whole.push_back(i * i % 7);
        near.push_back(1000 + (i * i % 7) / 1024.);  // exact in binary
    }
    for (const double t : {1., 2., 2.5, 3., 3.75}) CHECK(share(near, 1000 + t / 1024) == share(whole, t));
}

TEST_CASE("shares do not depend on order, shift, scale, and mirror each other") {
    const Numbers knots{300, 500, 200, 800, 200, 650};
    Numbers permuted{knots};
    std::sort(permuted.begin(), permuted.end());
    do CHECK(share(permuted, 444) == share(knots, 444));
    while (std::next_permutation(permuted.begin(), permuted.end()) && permuted[0] < 300);
    for (const double t : {210., 300., 444., 500., 790.}) {
        Numbers other{knots};
        for (double& knot : other) knot = knot * 4 - 1000;
        CHECK(share(other, t * 4 - 1000) == share(knots, t));
        for (double& knot : other) knot = -knot;
        CHECK(close(share(other, 1000 - t * 4) + share(knots, t), 1, 1e-15));
        CHECK(share(knots, t, {1, 1, 1, 1, 1, 1}) == share(knots, t));
        CHECK(share({300, 500, 200, 800, 650, 99}, t, {1, 1, 2, 1, 1, 0}) == share(knots, t));
    }
}

TEST_CASE("shares rise with the threshold") {
    Numbers thresholds;
    for (double t = 0; t <= 1050; t += 12.5) thresholds.push_back(t);
    const Numbers shares = simplex_shares_below(thirteen, thresholds);
    CHECK(shares.front() == 0);
    CHECK(shares.back() == 1);
    for (std::size_t i = 1; i < shares.size(); ++i) CHECK(shares[i] >= shares[i - 1]);
    // The area over the shares, here by trapezia, is the mean total.
    CHECK(close(1050 - 12.5 * (std::accumulate(shares.begin(), shares.end(), 0.) - .5), 6280. / 13, 1e-7));
}

TEST_CASE("a thousand whole parameters") {
    // Beta(500, 500) is symmetric; its density at the middle is about sqrt(4 * 999 / (2 pi)).
    CHECK(close(share({0, 1}, .5, {500, 500}), .5, 1e-13));
    const double slope = (share({0, 1}, .5 + 1e-4, {500, 500}) - share({0, 1}, .5 - 1e-4, {500, 500})) / 2e-4;
    CHECK(close(slope, std::sqrt(4 * 1000 / (2 * std::acos(-1.))), 1e-3));
    CHECK(share({0, 1}, .01, {900, 100}) < 1e-10);
    CHECK(share({0, 1}, 1e-9, {1, 999}) == 0);  // too small to be told from 0
}

TEST_CASE("many jobs at once: the very shares of one job at a time, of all bands") {
    for (const std::size_t factors : {1U, 2U, 3U, 13U, 20U}) {
        const Numbers floors{10, 20, 20, 25, 37, 40, 55, 79, 80, 200};
        const Numbers points = random_points(300, factors, 17);
        const auto rows = rows_of_bands(points, factors, floors);
        REQUIRE(rows.size() == 300);
        for (std::size_t job = 0; job < rows.size(); ++job) {
            const auto knots = std::span{points}.subspan(job * factors, factors);
            const Numbers below = simplex_shares_below(knots, floors);
            double before = 0;
            double sum = 0;
            for (std::size_t floor = 0; floor < floors.size(); ++floor) {
                CHECK(rows[job][floor] == std::max(below[floor], before) - before);
                before = std::max(below[floor], before);
            }
            for (const double band : rows[job]) {
                CHECK(band >= 0);
                sum += band;
            }
            CHECK(close(sum, 1, 1e-15));
            CHECK(rows[job][2] == 0);
        }
    }
}

TEST_CASE("many jobs at once: blocks and repeated jobs do not show") {
    const Numbers floors{15, 30, 40};
    Numbers points = random_points(50, 4, 3);
    const auto first = rows_of_bands(points, 4, floors);
    for (int i = 0; i < 60; ++i) {  // 3,050 jobs: three blocks, the last one not full, each with all jobs many times
        for (std::size_t f = 0; f < 200; ++f) points.push_back(points[f - f % 4 + (f + 1) % 4]);
    }
    const auto all = rows_of_bands(points, 4, floors);
    REQUIRE(all.size() == 3050);
    for (std::size_t job = 0; job < all.size(); ++job) CHECK(all[job] == first[job % 50]);
    CHECK(rows_of_bands({}, 4, floors).empty());
    CHECK(rows_of_bands({1, 2}, 2, {}) == std::vector<Numbers>{{1}});
}

// The last bit, wherever and however this was compiled.
TEST_CASE("shares are the same to the last bit everywhere") {
    CHECK(share(thirteen, 450) == 0x1.60329305b9764p-2);
    CHECK(share({100, 250, 400, 700}, 250, {40, 30, 20, 10}) == 0x1.a9b91e63086b4p-3);
}

TEST_CASE("what does not fit is refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(share({}, 1), std::invalid_argument);
    CHECK_THROWS_AS(share({1, nan}, 1), std::invalid_argument);
    CHECK_THROWS_AS(share({1, 2e150}, 1), std::invalid_argument);
    CHECK_THROWS_AS(share({1, 2}, nan), std::invalid_argument);
    CHECK_THROWS_AS(share({1, 2}, 1, {1}), std::invalid_argument);
    CHECK_THROWS_AS(share({1, 2}, 1, {0, 0}), std::invalid_argument);
    CHECK_THROWS_WITH_AS((void)simplex_shares_below(Numbers{1, 2}, Numbers{2, 1}), "thresholds must ascend",
                         std::invalid_argument);
    Numbers bands(3);
    CHECK_THROWS_AS(simplex_shares(Numbers{1, 2}, 0, Numbers{1, 2}, bands), std::invalid_argument);
    CHECK_THROWS_AS(simplex_shares(Numbers{1, 2, 3}, 2, Numbers{1, 2}, bands), std::invalid_argument);
    CHECK_THROWS_AS(simplex_shares(Numbers{1, 2}, 2, Numbers{1}, bands), std::invalid_argument);
    CHECK_THROWS_AS(simplex_shares(Numbers{1, nan}, 2, Numbers{1, 2}, bands), std::invalid_argument);
    CHECK_THROWS_AS(simplex_shares(Numbers{1, 2}, 2, Numbers{2, 1}, bands), std::invalid_argument);
    CHECK_THROWS_AS((void)lower_bounded_knots(Numbers{1, 2}, Numbers{.5}), std::invalid_argument);
    CHECK_THROWS_AS((void)lower_bounded_knots(Numbers{1, 2}, Numbers{.6, .5}), std::invalid_argument);
    CHECK_THROWS_AS((void)lower_bounded_knots(Numbers{1, 2}, Numbers{-.1, .5}), std::invalid_argument);
}

}  // namespace

}  // namespace simplex_share_test
