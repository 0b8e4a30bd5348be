// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/agreement/agreement.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>

#include "support/close.hpp"
#include "support/ratings.hpp"

namespace intraclass_test {

namespace {

using namespace je::numerics;
using je::test::close;
using je::test::ratings;
using enum IccForm;

constexpr IccForm all_forms[]{one_way_single,  two_way_random,         two_way_fixed,
                              one_way_average, two_way_random_average, two_way_fixed_average};

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
    double expected[6];
};

// Shrout and Fleiss (1979), table 4: .17 .29 .71 .44 .62 .91; the fractions are exact, and agree with R 4.2.2 (psych 2.2.9).
TEST_CASE("intraclass correlations, by formula") {
    const IccCase cases[]{
        {"Shrout and Fleiss",
         je::test::shrout_fleiss(),
         {448. / 2703, 184. / 635, 920. / 1287, 1792. / 4047, 736. / 1187, 3680. / 4047}},
        {"evaluators",
         je::test::evaluators(),
         {1007. / 1117, 403. / 447, 403. / 446, 1007. / 1029, 2015. / 2059, 2015. / 2058}},
        {"contradiction", je::test::contradiction(), {-9. / 22, -35. / 58, -35. / 82, -27. / 4, 35. / 4, -35. / 4}},
    };
    for (const auto& c : cases) {
        const auto icc = intraclass(c.table);
        REQUIRE(icc);
        for (const auto form : all_forms) {
            CAPTURE(c.name);
            CAPTURE(static_cast<int>(form));
            CHECK(close((*icc)[form].value.formula, c.expected[static_cast<std::size_t>(form)]));
        }
    }
}

struct IntervalCase {
    const char* name;
    RatingTable table;
    IccForm form;
    double f, df1, df2, p, lower, upper;
};

// R 4.2.2, psych 2.2.9, at 95 %, with as many digits as it printed.
TEST_CASE("tests and intervals of intraclass correlations") {
    using namespace je::test;
    const double p1 = 0.164768808344640, p2 = 0.000134566516484, q1 = 7.61659406321e-22, q2 = 8.29560634762e-21;
    const IntervalCase cases[]{
        {"ICC(1,1)", shrout_fleiss(), one_way_single, 1.79467849224, 5, 18, p1, -0.1329323248748, 0.722560062328},
        {"ICC(2,1)", shrout_fleiss(), two_way_random, 11.02724795640, 5, 15, p2, 0.0187865133747, 0.761084369649},
        {"ICC(3,1)", shrout_fleiss(), two_way_fixed, 11.02724795640, 5, 15, p2, 0.3424647650339, 0.945858259955},
        {"ICC(1,k)", shrout_fleiss(), one_way_average, 1.79467849224, 5, 18, p1, -0.8844421552381, 0.912415420341},
        {"ICC(2,k)", shrout_fleiss(), two_way_random_average, 11.02724795640, 5, 15, p2, 0.0711368153025, 0.927232040168},
        {"ICC(3,k)", shrout_fleiss(), two_way_fixed_average, 11.02724795640, 5, 15, p2, 0.6756747138163, 0.985891678169},
        {"ICC(1,1)", evaluators(), one_way_single, 46.7727272727273, 11, 48, q1, 0.796451146605, 0.965716873345},
        {"ICC(2,1)", evaluators(), two_way_random, 47.8604651163, 11, 44, q2, 0.796538394583, 0.965729448226},
        {"ICC(3,1)", evaluators(), two_way_fixed, 47.8604651163, 11, 44, q2, 0.798347410613, 0.966615414996},
        {"ICC(1,k)", evaluators(), one_way_average, 46.7727272727273, 11, 48, q1, 0.951371630187, 0.992950018338},
        {"ICC(2,k)", evaluators(), two_way_random_average, 47.8604651163, 11, 44, q2, 0.951396526284, 0.992952677131},
        {"ICC(3,k)", evaluators(), two_way_fixed_average, 47.8604651163, 11, 44, q2, 0.951911792945, 0.993139864785},
    };
    for (const auto& c : cases) {
        const auto icc = intraclass(c.table);
        REQUIRE(icc);
        const auto& form = (*icc)[c.form];
        CAPTURE(c.name);
        CAPTURE(c.f);
        REQUIRE(form.test);
        REQUIRE(form.interval);
        CHECK(close(form.test->f, c.f, 1e-11));
        CHECK(form.test->df1 == c.df1);
        CHECK(form.test->df2 == c.df2);
        CHECK(close(form.test->p, c.p, 1e-11));
        CHECK(close(form.interval->lower, c.lower, 1e-11));
        CHECK(close(form.interval->upper, c.upper, 1e-11));
    }
}

TEST_CASE("a lower level gives a narrower interval") {
    const auto wide = intraclass(je::test::evaluators(), 0.95);
    const auto narrow = intraclass(je::test::evaluators(), 0.8);
    for (const auto form : all_forms) {
        CHECK((*wide)[form].interval->lower < (*narrow)[form].interval->lower);
        CHECK((*wide)[form].interval->upper > (*narrow)[form].interval->upper);
    }
    for (const double level : {0.0, 1.0, -1.0, 2.0})
        CHECK_THROWS_AS((void)intraclass(je::test::evaluators(), level), std::invalid_argument);
}

TEST_CASE("the average of raters who contradict each other has no reliability, and nothing is clamped") {
    const auto icc = intraclass(je::test::contradiction());
    REQUIRE(icc);
    for (const auto form : {one_way_single, two_way_random, two_way_fixed}) CHECK((*icc)[form].value.value.has_value());
    for (const auto form : {one_way_average, two_way_random_average, two_way_fixed_average}) {
        const auto& average = (*icc)[form];
        CHECK_FALSE(average.value.value.has_value());
        CHECK(average.value.reason ==
              "the raters contradict each other (they agree less than chance would have it), so their average has no "
              "reliability");
        CHECK_FALSE(average.interval.has_value());
        CHECK(average.interval.reason() == average.value.reason);
    }
    CHECK(close((*icc)[two_way_random_average].value.formula, 8.75));
}

TEST_CASE("units with a gap are left out and counted") {
    const auto icc = intraclass(ratings("9 2 5 8 / 6 1 3 2 / 1 . 1 1 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / . . . . / 6 2 4 7"));
    REQUIRE(icc);
    CHECK(icc->left_out == 2);
    CHECK(icc->used.units == 6);
    CHECK(icc->used.raters == 4);
    CHECK(close((*icc)[two_way_random].value.value, 184. / 635));
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

TEST_CASE("raters alike but for a shift are perfectly consistent, also when decimals are rounded") {
    for (const auto* text : {"1 3 / 2 4 / 5 7", "0.1 0.3 / 0.2 0.4 / 0.7 0.9"}) {
        CAPTURE(text);
        const auto icc = intraclass(ratings(text));
        REQUIRE(icc);
        CHECK(icc->mean_squares.error == 0);
        CHECK((*icc)[two_way_fixed].value.value == 1);
        CHECK(*(*icc)[two_way_random].value.value < 1);
        CHECK_FALSE((*icc)[two_way_fixed].test.has_value());
        CHECK_FALSE((*icc)[two_way_fixed].interval.has_value());
        CHECK_FALSE((*icc)[two_way_random].interval.has_value());
        CHECK((*icc)[one_way_single].interval.has_value());
    }
}

TEST_CASE("when units do not differ at all and raters only by a shift, consistency is 0 / 0") {
    const auto icc = intraclass(ratings("1 2 / 1 2 / 1 2"));
    REQUIRE(icc);
    CHECK_FALSE((*icc)[two_way_fixed].value.value.has_value());
    CHECK_FALSE((*icc)[two_way_fixed].value.formula.has_value());
    CHECK((*icc)[two_way_fixed].value.reason.find("0 / 0") != std::string::npos);
    CHECK((*icc)[two_way_random].value.value == 0);
    CHECK((*icc)[one_way_single].value.value == -1);
}

// Two raters who swap two ratings: the denominator of ICC(2,1) is exactly 0.
TEST_CASE("two raters who swap two levels have no ICC(2,1)") {
    const auto icc = intraclass(ratings("1 2 / 2 1"));
    REQUIRE(icc);
    CHECK_FALSE((*icc)[two_way_random].value.value.has_value());
    CHECK((*icc)[two_way_fixed].value.value == -1);
}

TEST_CASE("a shift of all ratings by a large amount keeps the digits") {
    RatingTable shifted{4};
    const auto table = je::test::shrout_fleiss();
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        std::vector<Rating> row;
        for (const auto& rating : table.unit(unit)) row.push_back(*rating + 1e9);
        shifted.add_unit(row);
    }
    CHECK(close((*intraclass(shifted))[two_way_random].value.value, 184. / 635));
}

}  // namespace

}  // namespace intraclass_test
