// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/exact/linear_programme.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

namespace linear_programme_test {

namespace {

using namespace je::numerics;
using Row = std::vector<Fraction>;
using Rows = std::vector<LinearConstraint>;

TEST_CASE("two weights that sum to one, one of them held up") {
    const LinearRegion region{2, Rows{{{1, 1}, Relation::equal, 1}, {{1, 0}, Relation::at_least, Fraction{2, 5}}}};
    REQUIRE_FALSE(region.empty());
    const auto highest = region.maximise(Row{100, 250});
    REQUIRE(highest.outcome == LinearOutcome::optimal);
    CHECK((highest.value == 190));
    CHECK((highest.at == Row{Fraction{2, 5}, Fraction{3, 5}}));
    CHECK((region.maximise(Row{-100, -250}).value == -100));
    CHECK((region.maximise(Row{0, 0}).value == 0));
}

// Dantzig's Wyndor example as in Hillier and Lieberman, Introduction to operations research: 36 at (2, 6).
TEST_CASE("a textbook programme") {
    const LinearRegion region{
        2, Rows{{{1, 0}, Relation::at_most, 4}, {{0, 2}, Relation::at_most, 12}, {{3, 2}, Relation::at_most, 18}}};
    const auto optimum = region.maximise(Row{3, 5});
    CHECK((optimum.value == 36));
    CHECK((optimum.at == Row{2, 6}));
}

TEST_CASE("a region can be empty, and an objective without a largest") {
    CHECK(LinearRegion{1, Rows{{{1}, Relation::at_most, -1}}}.empty());
    CHECK(
        LinearRegion{2, Rows{{{1, 1}, Relation::equal, 1}, {{1, 1}, Relation::at_least, Fraction{1000001, 1000000}}}}.empty());
    CHECK((LinearRegion{1, Rows{{{1}, Relation::at_most, -1}}}.maximise(Row{1}).outcome == LinearOutcome::infeasible));
    const LinearRegion open{2, Rows{{{1, -1}, Relation::at_most, 3}}};
    CHECK((open.maximise(Row{1, 1}).outcome == LinearOutcome::unbounded));
    CHECK((open.maximise(Row{1, -1}).value == 3));
    CHECK((open.maximise(Row{-1, -1}).value == 0));
    const LinearRegion all{1, Rows{}};
    CHECK((all.maximise(Row{1}).outcome == LinearOutcome::unbounded));
    CHECK((all.maximise(Row{-1}).value == 0));
}

TEST_CASE("a region of a single point, and constraints said twice") {
    const Rows rows{{{1, 1, 1}, Relation::equal, 1},
                    {{1, 0, 0}, Relation::equal, Fraction{1, 3}},
                    {{2, 2, 2}, Relation::equal, 2},
                    {{0, 1, -1}, Relation::equal, 0},
                    {{0, 0, 0}, Relation::at_most, 0}};
    const auto optimum = LinearRegion{3, rows}.maximise(Row{1, 2, 3});
    CHECK((optimum.value == 2));
    CHECK((optimum.at == Row{Fraction{1, 3}, Fraction{1, 3}, Fraction{1, 3}}));
    CHECK(LinearRegion{1, Rows{{{0}, Relation::at_least, 1}}}.empty());
}

// Beale (1955), Cycling in the dual simplex algorithm: the simplex method with the usual choice of pivots never ends on it.
TEST_CASE("a degenerate programme that makes other rules cycle") {
    const LinearRegion region{4, Rows{{{Fraction{1, 4}, -60, Fraction{-1, 25}, 9}, Relation::at_most, 0},
                                      {{Fraction{1, 2}, -90, Fraction{-1, 50}, 3}, Relation::at_most, 0},
                                      {{0, 0, 1, 0}, Relation::at_most, 1}}};
    const auto optimum = region.maximise(Row{Fraction{3, 4}, -150, Fraction{1, 50}, -6});
    REQUIRE(optimum.outcome == LinearOutcome::optimal);
    CHECK((optimum.value == Fraction{1, 20}));
    CHECK((optimum.at == Row{Fraction{1, 25}, 0, 1, 0}));
}

// Klee and Minty (1972): 2^n corners, all visited in the worst case; with n = 8 the largest is 5^8.
TEST_CASE("a programme with many corners on the way") {
    Rows rows;
    Row objective;
    std::int64_t bound = 1;
    for (std::size_t i = 0; i < 8; ++i) {
        LinearConstraint row{Row(8), Relation::at_most, bound *= 5};
        for (std::size_t j = 0; j <= i; ++j) row.coefficients[j] = j == i ? 1 : std::int64_t{2} << (i - j);
        rows.push_back(row);
        objective.push_back(std::int64_t{1} << (7 - i));
    }
    CHECK((LinearRegion{8, rows}.maximise(objective).value == 390625));
}

TEST_CASE("numbers grow beyond 128 bits on the way, and the result is still exact") {
    // x_i + x_{i+1} / q = 1 with large primes q, one after the other.
    const std::vector<std::int64_t> primes{999999937, 999999929, 999999893, 999999883, 999999797};
    Rows rows;
    for (std::size_t i = 0; i < 5; ++i) {
        LinearConstraint row{Row(6), Relation::equal, 1};
        row.coefficients[i] = Fraction(primes[i], primes[i] + 2);
        row.coefficients[i + 1] = Fraction(1, primes[i]);
        rows.push_back(row);
    }
    rows.push_back({{0, 0, 0, 0, 0, 1}, Relation::equal, primes[4]});
    const auto optimum = LinearRegion{6, rows}.maximise(Row{0, 0, 0, 0, 1, 0});
    REQUIRE(optimum.outcome == LinearOutcome::optimal);
    CHECK((optimum.value == 0));
    CHECK((optimum.at[3] == Fraction(primes[3] + 2, primes[3])));
    const auto first = LinearRegion{6, rows}.maximise(Row{1, 0, 0, 0, 0, 0});
    CHECK((first.value == first.at[0]));
    CHECK((first.value > 1));
    CHECK((first.value < Fraction(1000000, 999999)));
}

TEST_CASE("what makes no programme is refused") {
    CHECK_THROWS_AS((LinearRegion{0, Rows{}}), std::invalid_argument);
    CHECK_THROWS_AS((LinearRegion{2, Rows{{{1}, Relation::equal, 1}}}), std::invalid_argument);
    const LinearRegion region{2, Rows{}};
    CHECK_THROWS_AS(static_cast<void>(region.maximise(Row{1})), std::invalid_argument);
}

}  // namespace

}  // namespace linear_programme_test
