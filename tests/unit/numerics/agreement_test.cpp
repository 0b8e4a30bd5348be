// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/agreement/agreement.hpp"

#include <doctest/doctest.h>

#include "support/close.hpp"
#include "support/ratings.hpp"

namespace agreement_test {

namespace {

using namespace je::numerics;
using je::test::close;
using je::test::ratings;

// Counted by hand. A single rating does not count.
TEST_CASE("exact agreement counts the units with two or more ratings") {
    const auto table = ratings("3 3 . / 2 2 4 / 1 . 5 / 6 . . / . . .");
    const auto exact = exact_agreement(table);
    CHECK(close(exact.value, 1.0 / 3));
    CHECK(exact.used.units == 3);
    CHECK(exact.used.raters == 3);
}

TEST_CASE("without two ratings of anything there is no agreement to speak of") {
    for (const auto* text : {"1 . / . 2", "1 / 2"}) {
        CAPTURE(text);
        for (const auto& statistic : {exact_agreement(ratings(text)), krippendorff_alpha(ratings(text), Metric::nominal)}) {
            CHECK_FALSE(statistic.value.has_value());
            CHECK(statistic.reason == "nothing was rated by two or more raters");
            CHECK(statistic.used.units == 0);
        }
    }
}

struct AlphaCase {
    const char* name;
    RatingTable table;
    Metric metric;
    double expected;
};

// Krippendorff (2011) prints .743 .815 .849 .797 for the 4x12 table, .095 and .692 for the two 2xn tables; .691 and .811 for
// the 3x15 table are as published. The fractions were worked out in exact arithmetic from the definition.
TEST_CASE("alpha of published tables") {
    using namespace je::test;
    const AlphaCase cases[]{
        {"4x12 nominal", krippendorff_4x12(), Metric::nominal, 113.0 / 152},
        {"4x12 ordinal", krippendorff_4x12(), Metric::ordinal, 108577.0 / 133160},
        {"4x12 interval", krippendorff_4x12(), Metric::interval, 951.0 / 1120},
        {"4x12 ratio", krippendorff_4x12(), Metric::ratio, 18222619.0 / 22852465},
        {"3x15 nominal", krippendorff_3x15(), Metric::nominal, 56.0 / 81},
        {"3x15 ordinal", krippendorff_3x15(), Metric::ordinal, 112173.0 / 139048},
        {"3x15 interval", krippendorff_3x15(), Metric::interval, 643.0 / 793},
        {"3x15 ratio", krippendorff_3x15(), Metric::ratio, 90503.0 / 111878},
        {"evaluators nominal", evaluators(), Metric::nominal, 2733.0 / 5860},
        {"evaluators ordinal", evaluators(), Metric::ordinal, 1864697.0 / 2078100},
        {"evaluators interval", evaluators(), Metric::interval, 1007.0 / 1125},
        {"evaluators ratio", evaluators(), Metric::ratio, 28853514613.0 / 34337710992.0},
        {"Shrout and Fleiss nominal", shrout_fleiss(), Metric::nominal, -7.0 / 108},
        {"Shrout and Fleiss ordinal", shrout_fleiss(), Metric::ordinal, 2959.0 / 27132},
        {"Shrout and Fleiss interval", shrout_fleiss(), Metric::interval, 1792.0 / 12165},
        {"Shrout and Fleiss ratio", shrout_fleiss(), Metric::ratio, 0.0819512786137574},
        {"2x10 nominal", krippendorff_2x10(), Metric::nominal, 2.0 / 21},
        {"2x12 nominal", krippendorff_2x12(), Metric::nominal, 155.0 / 224},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const auto alpha = krippendorff_alpha(c.table, c.metric);
        CAPTURE(alpha.value.value_or(99));
        CHECK(close(alpha.value, c.expected));
        CHECK(alpha.reason.empty());
    }
}

TEST_CASE("alpha says what it used: units with two ratings, raters who gave any of them") {
    const auto alpha = krippendorff_alpha(je::test::krippendorff_4x12(), Metric::interval);
    CHECK(alpha.used.units == 11);
    CHECK(alpha.used.raters == 4);
    const auto other = krippendorff_alpha(ratings("1 2 . / 2 2 . / . . 3"), Metric::interval);
    CHECK(other.used.units == 2);
    CHECK(other.used.raters == 2);
}

TEST_CASE("alpha is not defined when nothing varies among the ratings that can be compared") {
    const auto alpha = krippendorff_alpha(ratings("3 3 / 3 3 / 1 ."), Metric::ordinal);
    CHECK_FALSE(alpha.value.has_value());
    CHECK(alpha.reason == "all ratings are the same, so there is no variation to measure agreement against");
    CHECK(alpha.used.units == 2);
}

TEST_CASE("alpha for ratios takes zero, but nothing below it") {
    CHECK(close(krippendorff_alpha(ratings("0 0 / 1 1"), Metric::ratio).value, 1));
    const auto alpha = krippendorff_alpha(ratings("-1 0 / 1 1"), Metric::ratio);
    CHECK_FALSE(alpha.value.has_value());
    CHECK(alpha.reason == "a rating is below zero, and ratios of such ratings mean nothing");
}

TEST_CASE("alpha of ratings too large to square has no value rather than an infinite one") {
    const auto alpha = krippendorff_alpha(ratings("1e300 -1e300 / 1e300 1"), Metric::interval);
    CHECK_FALSE(alpha.value.has_value());
    CHECK(alpha.reason == "the numbers are too large to be squared and added");
}

}  // namespace

}  // namespace agreement_test
