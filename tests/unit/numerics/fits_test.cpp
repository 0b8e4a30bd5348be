// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "numerics/statistics/statistics.hpp"
#include "support/close.hpp"

namespace fits_test {

namespace {

using namespace je::numerics;
using je::test::close;

// R 4.2.2, quantile(c(3,1,4,1,5,9,2,6,5,3), c(0,.05,.25,.5,.75,.95,1), type = 1..9).
TEST_CASE("quantiles of all nine types") {
    const std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    const double shares[]{0, .05, .25, .5, .75, .95, 1};
    const double expected[9][7]{
        {1, 1, 2, 3, 5, 9, 9},
        {1, 1, 2, 3.5, 5, 9, 9},
        {1, 1, 1, 3, 5, 9, 9},
        {1, 1, 1.5, 3, 5, 7.5, 9},
        {1, 1, 2, 3.5, 5, 9, 9},
        {1, 1, 1.75, 3.5, 5.25, 9, 9},
        {1, 1, 2.25, 3.5, 5, 7.65, 9},
        {1, 1, 23. / 12, 3.5, 61. / 12, 9, 9},
        {1, 1, 1.9375, 3.5, 5.0625, 9, 9},
    };
    for (int type = 1; type <= 9; ++type) {
        for (std::size_t i = 0; i < 7; ++i) {
            CAPTURE(type);
            CAPTURE(shares[i]);
            const auto found = quantile(values, shares[i], static_cast<QuantileType>(type));
            REQUIRE(found);
            CHECK(close(*found, expected[type - 1][i]));
        }
    }
}

TEST_CASE("a quantile at the jump of a step is not moved by rounding") {
    std::vector<double> values;
    for (int i = 1; i <= 100; ++i) values.push_back(i);
    for (int percent = 1; percent <= 100; ++percent) {
        CAPTURE(percent);
        CHECK(quantile(values, percent / 100.0, QuantileType::inverse).value() == percent);
        CHECK(quantile(values, percent * 0.01, QuantileType::inverse).value() == percent);
    }
}

TEST_CASE("quantiles of one value, of none, and of what is no number") {
    for (int type = 1; type <= 9; ++type) {
        for (const double p : {0.0, 0.3, 1.0})
            CHECK(quantile(std::vector{4.5}, p, static_cast<QuantileType>(type)).value() == 4.5);
    }
    CHECK(quantile({}, 0.5).reason() == "there are no values");
    CHECK_THROWS_AS((void)quantile(std::vector{1.0}, 1.5), std::invalid_argument);
    CHECK_THROWS_AS((void)quantile(std::vector{1.0}, std::nan("")), std::invalid_argument);
    CHECK_THROWS_AS((void)quantile(std::vector{std::nan("")}, 0.5), std::invalid_argument);
}

const std::vector<double> points{210, 245, 280, 310, 355, 390, 430, 480, 540, 610};
const std::vector<double> pay{21500, 23100, 24800, 26050, 29200, 30100, 33800, 37500, 41900, 48800};

// R 4.2.2: lm(pay ~ points), confint, predict(..., interval = "prediction").
TEST_CASE("a pay line") {
    const auto line = fit_line(points, pay);
    REQUIRE(line);
    CHECK(close(line->intercept.value, 5895.67589576547));
    CHECK(close(line->intercept.standard_error, 1296.13782574823));
    CHECK(close(line->intercept.interval.lower, 2906.77670979551));
    CHECK(close(line->intercept.interval.upper, 8884.57508173543));
    CHECK(close(line->slope.value, 66.9592833876222));
    CHECK(close(line->slope.standard_error, 3.20473940577629));
    CHECK(close(line->slope.interval.lower, 59.5691410656503));
    CHECK(close(line->slope.interval.upper, 74.349425709594));
    CHECK(close(line->r_squared, 0.982004361901696));
    CHECK(close(line->sigma, 1255.58728893956));
    const auto at_400 = predict(*line, 400);
    CHECK(close(at_400.value, 32679.389250814));
    CHECK(close(at_400.of_single.lower, 29640.656544018));
    CHECK(close(at_400.of_single.upper, 35718.121957611));
    CHECK(at_400.of_mean.lower > at_400.of_single.lower);
    CHECK_THROWS_AS((void)predict(*line, std::nan("")), std::invalid_argument);
}

// R 4.2.2: lm(pay ~ points + I(points^2)) and lm(log(pay) ~ points).
TEST_CASE("a pay curve and a pay line of logarithms") {
    const auto curve = fit_quadratic(points, pay);
    REQUIRE(curve);
    CHECK(close(curve->coefficients[0].value, 16949.3125744682, 1e-11));
    CHECK(close(curve->coefficients[1].value, 6.68907085417283, 1e-11));
    CHECK(close(curve->coefficients[2].value, 0.0742802698864454, 1e-11));
    const auto logs = fit_log(points, pay);
    REQUIRE(logs);
    CHECK(close(logs->coefficients[0].value, 9.54243930746603));
    CHECK(close(logs->coefficients[1].value, 0.00204634245336996));
}

// NIST Statistical Reference Datasets, Longley; here in the units of R's data set longley (deflator, gross national product and
// unemployed in tenths, people in millions), with the coefficients that R 4.2.2 prints.
const std::vector<double> employed{60.323, 61.122, 60.171, 61.187, 63.221, 63.639, 64.989, 63.761,
                                   66.019, 67.857, 68.169, 66.513, 68.655, 69.564, 69.331, 70.551};
const std::vector<std::vector<double>> longley{
    {83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9},
    {234.289, 259.426, 258.054, 284.599, 328.975, 346.999, 365.385, 363.112, 397.469, 419.18, 442.769, 444.546, 482.704,
     502.601, 518.173, 554.894},
    {235.6, 232.5, 368.2, 335.1, 209.9, 193.2, 187, 357.8, 290.4, 282.2, 293.6, 468.1, 381.3, 393.1, 480.6, 400.7},
    {159, 145.6, 161.6, 165, 309.9, 359.4, 354.7, 335, 304.8, 285.7, 279.8, 263.7, 255.2, 251.4, 257.2, 282.7},
    {107.608, 108.632, 109.773, 110.929, 112.075, 113.27, 115.094, 116.219, 117.388, 118.734, 120.445, 121.95, 123.366, 125.368,
     127.852, 130.081},
    {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}};

TEST_CASE("the Longley data of NIST") {
    const double expected[]{-3482.25863459581,   0.0150618722713727,  -0.0358191792925910, -0.0202022980381682,
                            -0.0103322686717359, -0.0511041056535791, 1.82915146461355};
    const auto fit = regress(employed, longley);
    REQUIRE(fit);
    for (std::size_t i = 0; i < 7; ++i) {
        CAPTURE(i);
        CAPTURE(fit->coefficients[i].value);
        CHECK(close(fit->coefficients[i].value, expected[i], 1e-11));
    }
    // NIST certifies these: residual standard deviation 304.854073561965 and the error of the intercept 890420.383607373, in
    // thousandths of our unit; R squared 0.995479004577296.
    CHECK(close(fit->sigma, 0.304854073561965, 1e-11));
    CHECK(close(fit->coefficients[0].standard_error, 890.420383607373, 1e-11));
    CHECK(close(fit->r_squared, 0.995479004577296));
}

TEST_CASE("fits say why there is none") {
    const std::vector<double> flat{5, 5, 5, 5}, rising{1, 2, 3, 4}, twice{2, 4, 6, 8}, bent{1, 2, 1, 2},
        huge{1e200, 2e200, -1e200, 5};
    CHECK(fit_line(flat, rising).reason() ==
          "all observations lie at the same place, so that no line can be drawn through them");
    CHECK(fit_line(std::vector{1., 2.}, std::vector{1., 2.}).reason() ==
          "a line with an idea of its error needs at least three observations");
    CHECK(fit_line(huge, rising).reason() == "the numbers are too large to be squared and added");
    CHECK(fit_line(rising, huge).reason() == "the numbers are too large to be squared and added");
    CHECK(regress(rising, {huge}).reason() == "the numbers are too large to be squared and added");
    CHECK(regress(rising, {}).reason() == "there is nothing to explain the numbers by");
    CHECK(regress(rising, {bent, flat}).reason() ==
          "something that should explain the numbers is the same in all observations");
    CHECK(regress(bent, {rising, twice}).reason() ==
          "two or more of the things that should explain the numbers say the same together");
    CHECK(regress(bent, {rising, twice, flat}).reason() ==
          "there are not more observations than unknowns, so that the error cannot be judged");
    CHECK(fit_quadratic(bent, rising).reason() ==
          "two or more of the things that should explain the numbers say the same together");
    CHECK(fit_log(rising, std::vector{1., 2., 0., 4.}).reason() == "a number is not above zero, so that it has no logarithm");
    CHECK_THROWS_AS((void)fit_line(rising, std::vector{1.}), std::invalid_argument);
    CHECK_THROWS_AS((void)fit_line(rising, bent, 1.0), std::invalid_argument);
    CHECK_THROWS_AS((void)regress(rising, {std::vector{1.}}), std::invalid_argument);
    CHECK_THROWS_AS((void)fit_quadratic(rising, std::vector{1.}), std::invalid_argument);
}

TEST_CASE("pay that does not vary has a flat line, and no share explained") {
    const auto line = fit_line(std::vector{1., 2., 4.}, std::vector{0.1, 0.1, 0.1});
    REQUIRE(line);
    CHECK(line->slope.value == 0);
    CHECK(line->intercept.value == 0.1);
    CHECK(line->sigma == 0);
    CHECK_FALSE(line->r_squared.has_value());
    const auto fit = regress(std::vector{0.1, 0.1, 0.1}, {{1, 2, 4}});
    REQUIRE(fit);
    CHECK_FALSE(fit->r_squared.has_value());
}

// R 4.2.2.
TEST_CASE("distribution functions") {
    CHECK(close(f_quantile(.975, 5, 15), 3.57641534927906));
    CHECK(close(f_quantile(.95, 5, 18), 2.77285315299783));
    CHECK(close(t_quantile(.975, 8), 2.306004135204166));
}

TEST_CASE("distribution functions at the ends of their range, and beyond") {
    CHECK_THROWS_AS((void)f_quantile(1, 5, 15), std::invalid_argument);
    CHECK_THROWS_AS((void)f_quantile(.5, 0, 15), std::invalid_argument);
    CHECK_THROWS_AS((void)t_quantile(.5, std::numeric_limits<double>::infinity()), std::invalid_argument);
}

}  // namespace

}  // namespace fits_test
