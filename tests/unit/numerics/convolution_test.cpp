// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/shares/convolution.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>

#include "numerics/shares/dense_sums.hpp"
#include "support/close.hpp"
#include "support/distribution.hpp"

namespace convolution_test {

namespace {

using namespace je::numerics;
using namespace je::test;
using je::test::close;

DiscreteDistribution made(std::vector<Mass> masses) { return DiscreteDistribution::of(std::move(masses)).value(); }

/// `count` equally likely values from 0, in steps.
DiscreteDistribution even(std::int64_t count, std::int64_t step) {
    std::vector<Mass> masses;
    for (std::int64_t i = 0; i < count; ++i) masses.push_back({i * step, 1 / static_cast<double>(count)});
    return made(std::move(masses));
}

double total_mass(const DiscreteDistribution& distribution) {
    long double total = 0;
    for (const Mass& mass : distribution.masses()) total += mass.mass;
    return static_cast<double>(total);
}

// Worked out in exact fractions.
TEST_CASE("the total of four uncertain factors") {
    const std::vector<DiscreteDistribution> factors{made({{40, .10}, {70, .70}, {100, .20}}),
                                                    made({{25, .25}, {50, .5}, {75, .25}}),
                                                    made({{10, .05}, {30, .90}, {60, .05}}), made({{0, .5}, {35, .5}})};
    const auto total = convolve(factors);
    REQUIRE(total);
    CHECK(close(total->mean(), 171));
    CHECK(close(total->variance(), 1889. / 2));
    CHECK(close(chance_from(*total, 150), 673. / 800));
    CHECK(close(chance_from(*total, 185), 627. / 1600));
    CHECK(close(chance_from(*total, 200), 63. / 320));
    CHECK(close(chance_from(*total, 221), 51. / 1600));
    CHECK(close(chance_of(*total, 185), 129. / 800));
    CHECK(close(chance_of(*total, 150), 127. / 800));
    CHECK(total->smallest() == 75);
    CHECK(total->largest() == 270);
    for (const Mass& mass : total->masses()) CHECK(mass.mass <= chance_of(*total, 185));
    CHECK(close(total_mass(*total), 1));
}

TEST_CASE("the sum of no parts is zero for certain, and of one part that part") {
    CHECK((convolve({})->masses() == std::vector<Mass>{{0, 1}}));
    const std::vector one{made({{-3, .25}, {7, .75}})};
    CHECK((convolve(one)->masses() == one[0].masses()));
    const std::vector shifted{one[0], DiscreteDistribution::certain(10)};
    CHECK((convolve(shifted)->masses() == std::vector<Mass>{{7, .25}, {17, .75}}));
}

// Two dice: 6 - |s - 7| of 36 ways make s.
TEST_CASE("equal sums are merged and sorted") {
    const std::vector dice{even(6, 1), even(6, 1)};
    const auto sum = convolve(dice);
    REQUIRE(sum);
    REQUIRE(sum->masses().size() == 11);
    for (std::int64_t s = 0; s <= 10; ++s) {
        CHECK(sum->masses()[static_cast<std::size_t>(s)].value == s);
        CHECK(close(chance_of(*sum, s), static_cast<double>(6 - std::abs(s - 5)) / 36));
    }
}

TEST_CASE("masses are sorted, merged, and freed of zeros and of rounding") {
    const auto d = made({{5, .3}, {1, .1}, {5, .2}, {3, 0}, {2, .4}});
    REQUIRE(d.masses().size() == 3);
    CHECK(d.masses()[0].value == 1);
    CHECK(d.masses()[1].value == 2);
    CHECK(close(chance_of(d, 5), .5));
    const auto thirds = made({{0, .3333333333}, {1, .3333333333}, {2, .3333333333}});
    CHECK(close(total_mass(thirds), 1, 1e-15));
}

TEST_CASE("chances that are no chances are refused") {
    CHECK(DiscreteDistribution::of({{1, .5}, {2, .4}}).reason() == "the chances do not add up to 1");
    CHECK(DiscreteDistribution::of({{1, .5}, {2, .50001}}).reason() == "the chances do not add up to 1");
    CHECK(DiscreteDistribution::of({}).reason() == "the chances do not add up to 1");
    CHECK(DiscreteDistribution::of({{1, 1.5}, {2, -.5}}).reason() == "a chance is below zero or not a number");
    CHECK(DiscreteDistribution::of({{1, std::nan("")}}).reason() == "a chance is below zero or not a number");
}

TEST_CASE("sixteen parts of nine values lose no mass") {
    std::vector<DiscreteDistribution> parts;
    for (std::int64_t part = 0; part < 16; ++part) {
        std::vector<Mass> masses;
        for (std::int64_t i = 0; i < 9; ++i)
            masses.push_back({i * (3 + part), (1 + static_cast<double>((i * 7 + part) % 9)) / 45});
        parts.push_back(made(std::move(masses)));
    }
    const auto sum = convolve(parts);
    REQUIRE(sum);
    CHECK(std::abs(total_mass(*sum) - 1) <= 1e-12);
    double mean = 0;
    double variance = 0;
    for (const auto& part : parts) {
        mean += part.mean();
        variance += part.variance();
    }
    CHECK(close(sum->mean(), mean));
    CHECK(close(sum->variance(), variance));
}

/// SLOW AND PLAIN: every pair of a sum and a value, in long double.
std::map<std::int64_t, long double> sum_by_sum(const std::vector<DiscreteDistribution>& parts) {
    std::map<std::int64_t, long double> sums{{0, 1}};
    for (const auto& part : parts) {
        std::map<std::int64_t, long double> next;
        for (const auto& [sum, mass] : sums) {
            for (const Mass& one : part.masses()) next[sum + one.value] += mass * one.mass;
        }
        sums = std::move(next);
    }
    return sums;
}

std::vector<const DiscreteDistribution*> pointers_to(const std::vector<DiscreteDistribution>& parts) {
    std::vector<const DiscreteDistribution*> pointers;
    for (const auto& part : parts) pointers.push_back(&part);
    return pointers;
}

void check_masses(const std::vector<Mass>& found, const std::map<std::int64_t, long double>& expected) {
    REQUIRE(found.size() == expected.size());
    auto next = expected.begin();
    for (const Mass& mass : found) {
        REQUIRE(mass.value == next->first);
        CHECK(std::abs(mass.mass - static_cast<double>(next->second)) <= 1e-15);
        CHECK(close(mass.mass, static_cast<double>(next->second), 1e-14));
        ++next;
    }
}

TEST_CASE("on a common grid and on none, masses are those of adding sum by sum within 1e-15") {
    for (std::int64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        std::vector<DiscreteDistribution> parts;
        for (std::int64_t part = 0; part < 5; ++part) {
            std::vector<Mass> masses;
            const std::int64_t values = 1 + (seed * 3 + part) % 4;
            for (std::int64_t i = 0; i < values; ++i) {
                const auto mass = (2. * static_cast<double>(i) + 1) / static_cast<double>(values * values);
                masses.push_back({(i * (seed % 7 + part) - seed) * 10'000, mass});
            }
            parts.push_back(made(std::move(masses)));
        }
        const auto expected = sum_by_sum(parts);
        const auto dense = dense_sums(pointers_to(parts), {});
        REQUIRE(dense);
        check_masses(*dense, expected);
        parts.push_back(made({{0, .5}, {3'000'000'001, .5}}));  // no grid: a list of sums
        CHECK_FALSE(dense_sums(pointers_to(parts), {}));
        check_masses(convolve(parts)->masses(), sum_by_sum(parts));
    }
}

TEST_CASE("arrays are used only where they pay and the limits allow") {
    const std::vector parts{even(3, 100), even(3, 1)};  // 9 sums on 203 cells
    CHECK(dense_sums(pointers_to(parts), {}));
    CHECK_FALSE(dense_sums(pointers_to(parts), {.max_sums = 202}));
    CHECK(dense_sums(pointers_to(parts), {.max_sums = 203}));
    CHECK_FALSE(dense_sums(pointers_to(parts), {.max_steps = 3 + 3 * 201 - 1}));
    CHECK(dense_sums(pointers_to(parts), {.max_steps = 3 + 3 * 201}));
    const std::vector far_apart{even(2, 1000), even(2, 1)};  // 4 sums on 1002 cells
    CHECK_FALSE(dense_sums(pointers_to(far_apart), {}));
    const auto most = std::numeric_limits<std::int64_t>::max();
    const std::vector ends{made({{std::numeric_limits<std::int64_t>::min(), .5}, {most, .5}})};
    CHECK(dense_sums(pointers_to(ends), {})->size() == 2);
    CHECK(convolve(ends)->largest() == most);
}

TEST_CASE("too many different sums are refused, at the limit and not below it") {
    const std::vector parts{even(4, 1), even(4, 10), even(4, 100)};  // 64 sums, all different
    CHECK(convolve(parts, {.max_sums = 64})->masses().size() == 64);
    const auto refused = convolve(parts, {.max_sums = 63});
    CHECK_FALSE(refused.has_value());
    CHECK(refused.reason() == "there are more than 63 different sums");
}

TEST_CASE("too many steps are refused, at the limit and not below it") {
    const std::vector parts{even(4, 1), even(4, 1)};  // 4 + 16 steps
    CHECK(convolve(parts, {.max_steps = 20}).has_value());
    CHECK(convolve(parts, {.max_steps = 19}).reason() == "working out all sums would take too many steps");
}

TEST_CASE("sums that would blow up are refused soon") {
    std::vector<DiscreteDistribution> parts;
    std::int64_t step = 1;
    for (int part = 0; part < 16; ++part, step *= 9) parts.push_back(even(9, step));  // 9 to the 16th sums
    CHECK(convolve(parts).reason() == "there are more than 1048576 different sums");
}

TEST_CASE("sums that do not fit are refused") {
    const auto most = std::numeric_limits<std::int64_t>::max();
    const auto least = std::numeric_limits<std::int64_t>::min();
    const auto sum = [](std::int64_t a, std::int64_t b) {
        return convolve(std::vector{DiscreteDistribution::certain(a), DiscreteDistribution::certain(b)});
    };
    CHECK(sum(most, 0).has_value());
    CHECK(sum(most, least)->smallest() == -1);
    CHECK(sum(most, 1).reason() == "a sum is too large to be held exactly");
    CHECK(sum(least, -1).reason() == "a sum is too large to be held exactly");
}

TEST_CASE("chances too small for a double vanish from a sum rather than stand there as zero") {
    const std::vector parts{made({{0, 1}, {1, 1e-200}}), made({{0, 1}, {1, 1e-200}})};
    const auto sum = convolve(parts);
    REQUIRE(sum);
    CHECK(sum->masses().size() == 2);
    CHECK(chance_of(*sum, 2) == 0);
}

}  // namespace

}  // namespace convolution_test
