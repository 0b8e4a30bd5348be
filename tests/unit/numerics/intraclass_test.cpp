// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/agreement/agreement.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "support/close.hpp"
#include "support/ratings.hpp"

namespace intraclass_test {

namespace {

using namespace je::numerics;
using je::test::close;
using je::test::ratings;

struct MeanSquareCase {
    const char* name;
    RatingTable table;
    MeanSquares expected;
};

// Exact fractions of the two-way analysis of variance; R 4.2.2 (aov) prints the same digits for the first two.
TEST_CASE("mean squares") {
    const MeanSquareCase cases[]{
        {"Shrout and Fleiss", je::test::shrout_fleiss(), {1349. / 120, 2339. / 72, 367. / 360, 451. / 72}},
        {"evaluators", je::test::evaluators(), {2401. / 220, 7. / 24, 301. / 1320, 7. / 30}},
        {"contradiction", je::test::contradiction(), {1. / 3, 7. / 12, 13. / 4, 31. / 12}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const auto icc = intraclass(c.table);
        REQUIRE(icc);
        CHECK(close(icc->mean_squares.units, c.expected.units));
        CHECK(close(icc->mean_squares.raters, c.expected.raters));
        CHECK(close(icc->mean_squares.error, c.expected.error));
        CHECK(close(icc->mean_squares.within, c.expected.within));
    }
}

struct IccCase {
    const char* name;
    RatingTable table;
    double single, average;
};

// Shrout and Fleiss (1979), table 4: .29 .62; the fractions are exact, and agree with R 4.2.2 (psych 2.2.9).
TEST_CASE("intraclass correlations, by formula") {
    const IccCase cases[]{
        {"Shrout and Fleiss", je::test::shrout_fleiss(), 184. / 635, 736. / 1187},
        {"evaluators", je::test::evaluators(), 403. / 447, 2015. / 2059},
        {"contradiction", je::test::contradiction(), -35. / 58, 35. / 4},
    };
    for (const auto& c : cases) {
        const auto icc = intraclass(c.table);
        REQUIRE(icc);
        CAPTURE(c.name);
        CHECK(close(icc->single.formula, c.single));
        CHECK(close(icc->average.formula, c.average));
    }
}

// R 4.2.2, psych 2.2.9, at 95 %, with as many digits as it printed.
TEST_CASE("intervals of intraclass correlations") {
    const auto judges = intraclass(je::test::shrout_fleiss());
    CHECK(close(judges->interval->lower, 0.0187865133747, 1e-11));
    CHECK(close(judges->interval->upper, 0.761084369649, 1e-11));
    CHECK(close(judges->average_interval->lower, 0.0711368153025, 1e-11));
    CHECK(close(judges->average_interval->upper, 0.927232040168, 1e-11));
    const auto evaluators = intraclass(je::test::evaluators());
    CHECK(close(evaluators->interval->lower, 0.796538394583, 1e-11));
    CHECK(close(evaluators->interval->upper, 0.965729448226, 1e-11));
    CHECK(close(evaluators->average_interval->lower, 0.951396526284, 1e-11));
    CHECK(close(evaluators->average_interval->upper, 0.992952677131, 1e-11));
}

TEST_CASE("a lower level gives a narrower interval") {
    const auto wide = intraclass(je::test::evaluators(), 0.95);
    const auto narrow = intraclass(je::test::evaluators(), 0.8);
    for (const auto interval : {&Intraclass::interval, &Intraclass::average_interval}) {
        CHECK(((*wide).*interval)->lower < ((*narrow).*interval)->lower);
        CHECK(((*wide).*interval)->upper > ((*narrow).*interval)->upper);
    }
    for (const double level : {0.0, 1.0, -1.0, 2.0})
        CHECK_THROWS_AS((void)intraclass(je::test::evaluators(), level), std::invalid_argument);
}

TEST_CASE("the average of raters who contradict each other has no reliability, and nothing is clamped") {
    const auto icc = intraclass(je::test::contradiction());
    REQUIRE(icc);
    CHECK(icc->single.value.has_value());
    CHECK_FALSE(icc->average.value.has_value());
    CHECK(icc->average.reason ==
          "the raters contradict each other (they agree less than chance would have it), so their average has no reliability");
    CHECK_FALSE(icc->average_interval.has_value());
    CHECK(icc->average_interval.reason() == icc->average.reason);
    CHECK(close(icc->average.formula, 8.75));
}

TEST_CASE("units with a gap are left out") {
    const auto icc = intraclass(ratings("9 2 5 8 / 6 1 3 2 / 1 . 1 1 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / . . . . / 6 2 4 7"));
    REQUIRE(icc);
    CHECK(icc->single.used.units == 6);
    CHECK(icc->single.used.raters == 4);
    CHECK(close(icc->single.value, 184. / 635));
}

TEST_CASE("without two raters, two complete units or any difference there is no analysis") {
    struct {
        const char* text;
        const char* reason;
    } const cases[]{
        {"1 / 2 / 3", "there are fewer than two raters"},
        {"1 2 / 3 . / . 4", "fewer than two units were rated by everyone"},
        {"3 3 / 3 3", "all ratings are the same, so there is no variation to measure agreement against"},
        {"0.1 0.1 0.1 / 0.1 0.1 0.1 / 0.1 0.1 0.1",
         "all ratings are the same, so there is no variation to measure agreement against"},
        {"1e300 0 / 0 1e300", "the numbers are too large to be squared and added"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto icc = intraclass(ratings(c.text));
        CHECK_FALSE(icc.has_value());
        CHECK(icc.reason() == c.reason);
    }
}

TEST_CASE("raters alike but for a shift agree in part, also when decimals are rounded") {
    for (const auto* text : {"1 3 / 2 4 / 5 7", "0.1 0.3 / 0.2 0.4 / 0.7 0.9"}) {
        CAPTURE(text);
        const auto icc = intraclass(ratings(text));
        REQUIRE(icc);
        CHECK(icc->mean_squares.error == 0);
        CHECK(*icc->single.value < 1);
        CHECK_FALSE(icc->interval.has_value());
    }
}

TEST_CASE("when units do not differ at all and raters only by a shift, there is no agreement") {
    const auto icc = intraclass(ratings("1 2 / 1 2 / 1 2"));
    REQUIRE(icc);
    CHECK(icc->single.value == 0);
}

// Two raters who swap two ratings: the denominator of ICC(2,1) is exactly 0.
TEST_CASE("two raters who swap two levels have no ICC(2,1)") {
    const auto icc = intraclass(ratings("1 2 / 2 1"));
    REQUIRE(icc);
    CHECK_FALSE(icc->single.value.has_value());
}

TEST_CASE("a shift of all ratings by a large amount keeps the digits") {
    RatingTable shifted{4};
    const auto table = je::test::shrout_fleiss();
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        std::vector<Rating> row;
        for (const auto& rating : table.unit(unit)) row.push_back(*rating + 1e9);
        shifted.add_unit(row);
    }
    CHECK(close(intraclass(shifted)->single.value, 184. / 635));
}

}  // namespace

}  // namespace intraclass_test
