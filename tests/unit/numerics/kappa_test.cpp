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
using enum Weighting;

struct TableCase {
    Weighting weighting;
    double kappa, error, error_no_agreement;
};

// Kappa: exact fractions, and R 4.2.2 (vcd). Standard errors: R (vcd) and the formulas of Fleiss, Cohen and Everitt (1969).
TEST_CASE("kappa of a table of counts, with standard errors") {
    const TableCase cases[]{
        {unweighted, 863. / 1483, 0.06262488855894, 0.05848652563931},
        {linear, 117. / 167, 0.05013537127234, 0.07052833168109},
        {quadratic, 887. / 1102, 0.04218757480649, 0.09991139878787},
    };
    for (const auto& c : cases) {
        CAPTURE(static_cast<int>(c.weighting));
        const auto result = cohen_kappa(je::test::four_levels(), c.weighting);
        CHECK(close(result.kappa.value, c.kappa));
        CHECK(close(result.standard_error, c.error, 1e-12));
        CHECK(close(result.standard_error_no_agreement, c.error_no_agreement, 1e-12));
        CHECK(close((*result.observed - *result.expected) / (1 - *result.expected), c.kappa));
        CHECK(result.kappa.used.units == 100);
    }
}

struct PairCase {
    std::size_t rater;
    Weighting weighting;
    double kappa;
    double error;  // 0: not known from an independent source
};

// Kappa of the first evaluator with others: exact fractions, and R 4.2.2. Standard errors by the formulas of 1969.
TEST_CASE("kappa of pairs of raters on a full scale") {
    const PairCase cases[]{
        {3, unweighted, 35. / 59, 0.1661744066633},   {3, linear, 25. / 31, 0.08769649448163},
        {3, quadratic, 103. / 111, 0.03753624818126}, {1, unweighted, 19. / 39, 0.1782276415179},
        {1, linear, 43. / 58, 0.1081811389398},       {1, quadratic, 44. / 49, 0.05327974761203},
        {4, unweighted, 47. / 59, 0.1280570971426},   {4, linear, 39. / 43, 0.06021920429269},
        {4, quadratic, 117. / 121, 0.02289022562485},
    };
    for (const auto& c : cases) {
        CAPTURE(c.rater);
        CAPTURE(static_cast<int>(c.weighting));
        const auto result = cohen_kappa(je::test::evaluators(), 0, c.rater, Scale::whole(1, 6), c.weighting);
        CHECK(close(result.kappa.value, c.kappa));
        CHECK(close(result.standard_error, c.error));
        CHECK(result.kappa.used.units == 12);
        CHECK(result.left_out == 0);
    }
}

TEST_CASE("a level that nobody used keeps its place in the middle of a scale, and changes nothing at its end") {
    const auto table = ratings("1 1 / 1 2 / 2 4 / 4 4 / 2 2 / 2 2 / 4 4 / 2 1 / . 4");
    const auto kappa = [&](const Scale& scale, Weighting weighting) { return cohen_kappa(table, 0, 1, scale, weighting); };
    for (const auto weighting : {linear, quadratic}) {
        CHECK_FALSE(close(kappa(Scale::whole(1, 4), weighting).kappa.value, *kappa(Scale{{1, 2, 4}}, weighting).kappa.value));
        CHECK(close(kappa(Scale::whole(1, 4), weighting).kappa.value, *kappa(Scale::whole(0, 9), weighting).kappa.value));
        CHECK(close(kappa(Scale::whole(1, 4), weighting).standard_error, *kappa(Scale::whole(0, 9), weighting).standard_error));
    }
    CHECK(close(kappa(Scale::whole(1, 4), unweighted).kappa.value, *kappa(Scale{{1, 2, 4}}, unweighted).kappa.value));
    CHECK(kappa(Scale::whole(1, 4), linear).left_out == 1);
}

TEST_CASE("perfect agreement has kappa 1 and a standard error of 0") {
    const auto result = cohen_kappa(ratings("1 1 / 2 2 / 5 5"), 0, 1, Scale::whole(1, 5), linear);
    CHECK(result.kappa.value == 1);
    CHECK(close(result.standard_error, 0, 0, 1e-15));
    CHECK(*result.standard_error_no_agreement > 0);
}

TEST_CASE("kappa says why it has no value") {
    const auto scale = Scale::whole(1, 5);
    const auto reason = [&](const char* text) { return cohen_kappa(ratings(text), 0, 1, scale, linear).kappa.reason; };
    CHECK(reason("1 . / . 2") == "the two raters rated nothing in common");
    CHECK(reason("3 3 / 3 3") == "both raters gave everything the same level, so chance alone would make them agree");
    CHECK(reason("3 3 / 2 6") == "a rating of 6 is not on the scale");
    CHECK(reason("3 3 / 2.5 3") == "a rating of 2.5 is not on the scale");
    const auto none = cohen_kappa(ratings("3 3 / 3 3"), 0, 1, scale, linear);
    CHECK_FALSE(none.kappa.value.has_value());
    CHECK_FALSE(none.standard_error.has_value());
    CHECK_FALSE(cohen_kappa(ratings("1 1"), 0, 1, Scale{{}}, linear).kappa.value.has_value());
    CHECK_THROWS_AS((void)cohen_kappa(ratings("1 1"), 0, 2, scale, linear), std::out_of_range);
    CHECK_THROWS_AS((CrossTable{{{1, 2}, {3}}}), std::invalid_argument);
    CHECK_THROWS_AS((CrossTable{{}}), std::invalid_argument);
}

}  // namespace

}  // namespace kappa_test
