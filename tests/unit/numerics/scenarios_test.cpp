// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/scenarios.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "numerics/random.hpp"
#include "numerics/scenarios/elementary.hpp"
#include "support/close.hpp"
#include "support/listed_scenarios.hpp"

namespace scenarios_test {

namespace {

using namespace je::numerics;
using je::test::close;

// The known answers that come with Random123 (kat_vectors, philox4x32 10).
TEST_CASE("Philox gives the published words") {
    using Words = std::array<std::uint32_t, 4>;
    CHECK((philox_words({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK((philox_words({ones, ones, ones, ones}, {ones, ones}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    CHECK((philox_words({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
           Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST_CASE("a stream depends on seed, scenario and stream, and on nothing drawn elsewhere") {
    const std::uint64_t seed = 0x123456789;
    RandomStream random{seed, 0xABCDEF0123, 7};
    const auto first = philox_words({0, 7, 0xCDEF0123, 0xAB}, {0x23456789, 1});
    const auto second = philox_words({1, 7, 0xCDEF0123, 0xAB}, {0x23456789, 1});
    for (const std::uint32_t word : first) CHECK(random.next() == word);
    for (const std::uint32_t word : second) CHECK(random.next() == word);
}

TEST_CASE("whole numbers below a bound are equally likely") {
    RandomStream random{1, 2, 3};
    for (int i = 0; i < 10; ++i) CHECK(random.below(1) == 0);
    constexpr std::uint32_t bound = 3U << 30;  // without drawing again, two in three would fall in the lower half
    int low = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::uint32_t number = random.below(bound);
        CHECK_UNARY(number < bound);
        low += number < bound / 2 ? 1 : 0;
    }
    CHECK(std::abs(low - 5'000) < 4 * 50);
}

TEST_CASE("logarithm and exponential are those of the mathematics library to 1e-15") {
    for (double x = 1e-300; x < 1e300; x *= 7.3) CHECK(close(same_log(x), std::log(x), 2e-15));
    for (double x = 0.5; x < 2; x += 0.00137) CHECK(close(same_log(x), std::log(x), 1e-15, 1e-15));
    for (double x = -690; x < 690; x += 0.773) CHECK(close(same_exp(x), std::exp(x), 1e-14));
    CHECK(same_log(1) == 0);
    CHECK(same_exp(0) == 1);
    CHECK(same_exp(-1e9) == 0);
}

struct Moments {
    double mean = 0;
    double variance = 0;
};

std::vector<double> weights_of(const ScenarioSource& source, std::size_t factor, std::size_t count) {
    std::vector<double> values;
    const auto weights = scenario_weights(source, 0, count);
    for (std::size_t s = 0; s < count; ++s)
        values.push_back(static_cast<double>(weights[s * source.factors() + factor]) * 0x1p-32);
    return values;
}

/// Within 4 standard errors, those of the variance from the fourth moment of the values themselves.
void check_moments(const std::vector<double>& values, Moments expected, double independent) {
    double mean = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    double second = 0;
    double fourth = 0;
    for (const double value : values) {
        const double square = (value - mean) * (value - mean);
        second += square / static_cast<double>(values.size());
        fourth += square * square / static_cast<double>(values.size());
    }
    INFO("mean ", mean, " of ", expected.mean, ", variance ", second, " of ", expected.variance);
    CHECK(std::abs(mean - expected.mean) < 4 * std::sqrt(expected.variance / independent));
    CHECK(std::abs(second - expected.variance) < 4 * std::sqrt((fourth - second * second) / independent));
}

const std::vector<std::int64_t> uneven{240, 60, 7, 33, 100};
constexpr std::size_t draws = 12'000;

TEST_CASE("weights on the simplex have the mean and variance of uniform ones, also above a least weight") {
    for (const Ratio least : {Ratio{0, 1}, Ratio{1, 10}}) {
        const auto source = simplex_scenarios(uneven, least, 11);
        const double left = 1 - 5 * static_cast<double>(least.above) / static_cast<double>(least.below);
        for (std::size_t f = 0; f < 5; ++f) check_moments(weights_of(*source, f, draws), {0.2, left * left * 4 / 150}, draws);
        for (const double weight : weights_of(*source, 2, draws)) CHECK_UNARY(weight > (1 - left) / 5 - 1e-4);
    }
}

TEST_CASE("Dirichlet weights have their mean and variance, by whole parameters and by gamma variates") {
    // 44 * w0 is whole; 7/2 and 1/3 of w0 are shapes on both sides of 1.
    for (const Ratio concentration : {Ratio{440, 1}, Ratio{7, 2}, Ratio{1, 3}, Ratio{5'000, 1}}) {
        const auto source = dirichlet_scenarios(uneven, concentration, 12);
        const double c = static_cast<double>(concentration.above) / static_cast<double>(concentration.below);
        for (std::size_t f = 0; f < 5; ++f) {
            const double w = static_cast<double>(uneven[f]) / 440;
            check_moments(weights_of(*source, f, draws / 4), {w, w * (1 - w) / (c + 1)}, draws / 4);
        }
    }
}

TEST_CASE("a spread covers its range evenly, and stays within it") {
    for (const Ratio spread : {Ratio{1, 1}, Ratio{1, 5}, Ratio{1, 10'000}}) {
        const auto source = spread_scenarios(uneven, spread, true, 13);
        const ScenarioForm& form = source->form();
        const double s = static_cast<double>(spread.above) / static_cast<double>(spread.below);
        CHECK(form.reach == 32'767);
        CHECK(static_cast<double>(form.reach) / static_cast<double>(form.offset) < s);
        CHECK(static_cast<double>(form.reach + 1) / static_cast<double>(form.offset) >= s);
        std::vector<std::int64_t> drawn(5 * draws);
        source->fill(0, drawn);
        std::vector<double> values;
        for (const std::int64_t e : drawn) values.push_back(static_cast<double>(e) / static_cast<double>(form.offset) / s);
        check_moments(values, {0, 1.0 / 3}, static_cast<double>(values.size()));
    }
}

// The share of uniform weights with a total of at most 60 is 65/81 for points 10, 40, 40, 100, and of at most 100 it is 1/2 for
// 0, 100, 200.
TEST_CASE("sampled shares agree with exact ones, whatever each factor's largest points") {
    const auto share = [](std::vector<std::int64_t> largest, const std::vector<std::int64_t>& points, std::int64_t floor) {
        const auto source = simplex_scenarios(std::move(largest), {0, 1}, 14);
        const auto counts = count_scenarios(*source, {points, {&floor, 1}}, {0, draws});
        return static_cast<double>(counts.at_or_above[0]) / draws;
    };
    const double error = 4 * std::sqrt(0.25 / draws);
    CHECK(std::abs(share({100, 100, 100, 100}, {10, 40, 40, 100}, 240) - 16. / 81) < error);
    CHECK(std::abs(share({1, 2, 8}, {0, 1, 8}, 6) - 50. / 121) < error);            // 0, 5.5, 11: (11 - 6)^2 / (2 * 5.5^2)
    CHECK(std::abs(share({1'000, 2'000, 3}, {0, 1'000, 3}, 1'502) - 0.5) < error);  // 0, 1501.5, 3003
}

TEST_CASE("scenario i is the same whatever is asked for with it") {
    const WeightPolytope half{{{{-1, 0, 0, 0, 0}, -0.5}}, {0.6, 0.1, 0.1, 0.1, 0.1}};
    for (const Scenarios& source : {simplex_scenarios(uneven, {0, 1}, 5), dirichlet_scenarios(uneven, {7, 2}, 5),
                                    spread_scenarios(uneven, {1, 5}, false, 5), polytope_scenarios(uneven, half, 5)}) {
        std::vector<std::int64_t> all(5 * 40);
        source->fill(500, all);
        std::vector<std::int64_t> one(5);
        for (const std::uint64_t at : {0U, 11U, 12U, 39U}) {
            source->fill(500 + at, one);
            CHECK(std::equal(one.begin(), one.end(), all.begin() + static_cast<std::ptrdiff_t>(at * 5)));
        }
    }
}

// With w1 >= 1/2 what is left is a simplex of half the size: mean 1/2 + 1/6 and 1/6, variance a quarter of 1/18.
TEST_CASE("a walk over a polytope covers it evenly") {
    const auto source = polytope_scenarios({10, 20, 30}, {{{{-1, 0, 0}, -0.5}}, {0.9, 0.06, 0.04}}, 21);
    constexpr std::size_t count = 4'096;
    const double independent = least_effective_size(*source, count);
    CHECK(independent > 0.5 * count);
    CHECK(independent <= count);
    for (std::size_t f = 0; f < 3; ++f)
        check_moments(weights_of(*source, f, count), {f == 0 ? 2. / 3 : 1. / 6, 1. / 72}, independent);
    for (const double weight : weights_of(*source, 0, count)) CHECK_UNARY(weight > 0.4999);
}

TEST_CASE("effective sample size: all of independent values, few of repeated ones") {
    std::vector<double> independent;
    std::vector<double> repeated;
    RandomStream random{31, 0, 0};
    for (int i = 0; i < 2'048; ++i) independent.push_back(random.between_0_and_1());
    for (int i = 0; i < 2'048; ++i) repeated.push_back(independent[static_cast<std::size_t>(i / 8)]);
    CHECK(effective_sample_size(independent, 512) > 1'800);
    CHECK(effective_sample_size(repeated, 512) == doctest::Approx(256).epsilon(0.15));
    CHECK(effective_sample_size(std::vector<double>(5, 0.25), 512) == 5);
}

TEST_CASE("one factor has all the weight") {
    for (const Scenarios& source :
         {simplex_scenarios({9}, {0, 1}, 5), dirichlet_scenarios({9}, {7, 2}, 5), spread_scenarios({9}, {1, 5}, true, 5),
          polytope_scenarios({9}, {{}, {1}}, 5), listed_weights({9}, {3})})
        CHECK((scenario_weights(*source, 0, 1) == std::vector<std::uint64_t>{std::uint64_t{1} << 32}));
}

TEST_CASE("listed weights are taken exactly") {
    const auto source = listed_weights({3, 7}, {1, 3, 0, 5});
    const std::vector<std::int64_t> points{2, 4, 3, 0};  // totals 10 * (1/4 * 2/3 + 3/4 * 4/7) = 5.95..., 10/4 = 2.5
    const std::vector<std::int64_t> floors{2, 3, 5, 6, 10};
    const auto counts = count_scenarios(*source, {points, floors}, {0, 2});
    CHECK((counts.at_or_above == std::vector<std::uint64_t>{2, 2, 2, 0, 0, 1, 0, 0, 0, 0}));
}

TEST_CASE("the kind of instructions used is that asked for, unless numbers are too large") {
    const auto source = listed_weights({3, 7}, {1, 3, 0, 5});
    const std::vector<std::int64_t> points{2, 4};
    const std::vector<std::int64_t> large{40'000, 4};
    const std::vector<std::int64_t> floors{2};
    KernelOptions options;
    std::uint64_t told = 0;
    options.progress = [&](std::uint64_t done, std::uint64_t all) { told = done * 10 + all; };
    for (const Instructions kind : {Instructions::plain, Instructions::wide}) {
        options.instructions = kind;
        CHECK(count_scenarios(*source, {points, floors}, {0, 2}, options).used == kind);
        CHECK(count_scenarios(*source, {large, floors}, {0, 2}, options).used == Instructions::wide);
    }
    CHECK(told == 22);
}

TEST_CASE("what is not a region is refused") {
    CHECK_THROWS_AS((void)simplex_scenarios({}, {0, 1}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)simplex_scenarios({1, 0}, {0, 1}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)simplex_scenarios({1, 1}, {1, 2}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)spread_scenarios({1, 1}, {0, 2}, true, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)spread_scenarios({1, 1}, {3, 2}, true, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)dirichlet_scenarios({1, 1}, {0, 2}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)listed_scenarios({1, 1}, {1, 2, 3}), std::invalid_argument);
    CHECK_THROWS_AS((void)listed_scenarios({1, 1}, {0, 0}), std::invalid_argument);
    CHECK_THROWS_AS((void)listed_scenarios({1, 1}, {1, -1}), std::invalid_argument);
    CHECK_THROWS_AS((void)polytope_scenarios({1, 1}, {{}, {1, 0}}, 1), std::invalid_argument);
    CHECK_THROWS_AS((void)polytope_scenarios({1, 1}, {{{{1, 0}, 0.5}}, {0.5, 0.5}}, 1), std::invalid_argument);
}

}  // namespace

}  // namespace scenarios_test
