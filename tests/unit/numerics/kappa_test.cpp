// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <stdexcept>

#include "numerics/agreement/agreement.hpp"
#include "support/close.hpp"
#include "support/ratings.hpp"

namespace kappa_test {

namespace {

using namespace je::numerics;
using je::test::close;
using je::test::ratings;

// Exact fractions, and R 4.2.2 (vcd).
TEST_CASE("kappa of a table of counts") {
    const auto kappa = cohen_kappa(je::test::four_levels(), 0, 1, Scale::whole(1, 4));
    CHECK(close(kappa.value, 887. / 1102));
    CHECK(kappa.used.units == 100);
}

struct PairCase {
    std::size_t rater;
    double kappa;
};

// Kappa of the first evaluator with others: exact fractions, and R 4.2.2.
TEST_CASE("kappa of pairs of raters on a full scale") {
    for (const auto& c : {PairCase{3, 103. / 111}, PairCase{1, 44. / 49}, PairCase{4, 117. / 121}}) {
        CAPTURE(c.rater);
        const auto result = cohen_kappa(je::test::evaluators(), 0, c.rater, Scale::whole(1, 6));
        CHECK(close(result.value, c.kappa));
        CHECK(result.used.units == 12);
    }
}

TEST_CASE("a level that nobody used keeps its place in the middle of a scale, and changes nothing at its end") {
    const auto table = ratings("1 1 / 1 2 / 2 4 / 4 4 / 2 2 / 2 2 / 4 4 / 2 1 / . 4");
    const auto kappa = [&](const Scale& scale) { return cohen_kappa(table, 0, 1, scale); };
    CHECK_FALSE(close(kappa(Scale::whole(1, 4)).value, *kappa(Scale{{1, 2, 4}}).value));
    CHECK(close(kappa(Scale::whole(1, 4)).value, *kappa(Scale::whole(0, 9)).value));
    CHECK(kappa(Scale::whole(1, 4)).used.units == 8);
}

TEST_CASE("perfect agreement has kappa 1") {
    CHECK(cohen_kappa(ratings("1 1 / 2 2 / 5 5"), 0, 1, Scale::whole(1, 5)).value == 1);
}

TEST_CASE("kappa says why it has no value") {
    const auto scale = Scale::whole(1, 5);
    const auto reason = [&](const char* text) { return cohen_kappa(ratings(text), 0, 1, scale).reason; };
    CHECK(reason("1 . / . 2") == "the two raters rated nothing in common");
    CHECK(reason("3 3 / 3 3") == "both raters gave everything the same level, so chance alone would make them agree");
    CHECK(reason("3 3 / 2 6") == "a rating of 6 is not on the scale");
    CHECK(reason("3 3 / 2.5 3") == "a rating of 2.5 is not on the scale");
    CHECK_FALSE(cohen_kappa(ratings("3 3 / 3 3"), 0, 1, scale).value.has_value());
    CHECK_FALSE(cohen_kappa(ratings("1 1"), 0, 1, Scale{{}}).value.has_value());
    CHECK_THROWS_AS((void)cohen_kappa(ratings("1 1"), 0, 2, scale), std::out_of_range);
}

}  // namespace

}  // namespace kappa_test
