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
        for (const auto& statistic : {exact_agreement(ratings(text)), krippendorff_alpha(ratings(text))}) {
            CHECK_FALSE(statistic.value.has_value());
            CHECK(statistic.reason == "nothing was rated by two or more raters");
            CHECK(statistic.used.units == 0);
        }
    }
}

struct AlphaCase {
    const char* name;
    RatingTable table;
    double expected;
};

// Krippendorff (2011) prints .815 for the 4x12 table. The fractions were worked out in exact arithmetic from the definition.
TEST_CASE("alpha of published tables") {
    using namespace je::test;
    const AlphaCase cases[]{
        {"4x12", krippendorff_4x12(), 108577.0 / 133160},
        {"3x15", krippendorff_3x15(), 112173.0 / 139048},
        {"evaluators", evaluators(), 1864697.0 / 2078100},
        {"Shrout and Fleiss", shrout_fleiss(), 2959.0 / 27132},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const auto alpha = krippendorff_alpha(c.table);
        CAPTURE(alpha.value.value_or(99));
        CHECK(close(alpha.value, c.expected));
        CHECK(alpha.reason.empty());
    }
}

TEST_CASE("alpha says what it used: units with two ratings, raters who gave any of them") {
    const auto alpha = krippendorff_alpha(je::test::krippendorff_4x12());
    CHECK(alpha.used.units == 11);
    CHECK(alpha.used.raters == 4);
    const auto other = krippendorff_alpha(ratings("1 2 . / 2 2 . / . . 3"));
    CHECK(other.used.units == 2);
    CHECK(other.used.raters == 2);
}

TEST_CASE("alpha is not defined when nothing varies among the ratings that can be compared") {
    const auto alpha = krippendorff_alpha(ratings("3 3 / 3 3 / 1 ."));
    CHECK_FALSE(alpha.value.has_value());
    CHECK(alpha.reason == "all ratings are the same, so there is no variation to measure agreement against");
    CHECK(alpha.used.units == 2);
}

}  // namespace

}  // namespace agreement_test
