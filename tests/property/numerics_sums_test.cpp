// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "numerics/shares/convolution.hpp"
#include "numerics/statistics/statistics.hpp"
#include "support/close.hpp"
#include "support/distribution.hpp"

namespace numerics_sums_test {

namespace {

using namespace je::numerics;
using je::test::close;

/// One to five values with chances that are not round.
DiscreteDistribution any_part() {
    const auto pair = rc::gen::pair(rc::gen::inRange(-50, 51), rc::gen::inRange(1, 10));
    const auto drawn = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(pair));
    std::vector<Mass> masses;
    double total = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(drawn.size(), 5); ++i) {
        masses.push_back({drawn[i].first, static_cast<double>(drawn[i].second)});
        total += masses.back().mass;
    }
    for (Mass& mass : masses) mass.mass /= total;
    return DiscreteDistribution::of(std::move(masses)).value();
}

std::vector<DiscreteDistribution> any_parts() {
    const auto count = *rc::gen::inRange(0, 7);
    std::vector<DiscreteDistribution> parts;
    for (int i = 0; i < count; ++i) parts.push_back(any_part());
    return parts;
}

std::vector<double> any_values(std::size_t at_least) {
    const auto drawn = *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1001)),
                                          [=](const auto& values) { return values.size() >= at_least; });
    return {drawn.begin(), drawn.end()};
}

}  // namespace

TEST_CASE("means and variances of independent parts add up, and the masses to 1") {
    CHECK(rc::check([] {
        const auto parts = any_parts();
        const auto sum = convolve(parts);
        RC_ASSERT(sum.has_value());
        double mean = 0, variance = 0, total = 0;
        for (const auto& part : parts) {
            mean += part.mean();
            variance += part.variance();
        }
        for (const Mass& mass : sum->masses()) {
            RC_ASSERT(mass.mass > 0);
            total += mass.mass;
        }
        RC_ASSERT(close(sum->mean(), mean, 1e-12, 1e-10));
        RC_ASSERT(close(sum->variance(), variance, 1e-12, 1e-9));
        RC_ASSERT(close(total, 1));
    }));
}

TEST_CASE("a sum is sorted, and the order of its parts moves no mass") {
    CHECK(rc::check([] {
        auto parts = any_parts();
        const auto sum = convolve(parts);
        std::reverse(parts.begin(), parts.end());
        const auto turned = convolve(parts);
        RC_ASSERT(sum->masses().size() == turned->masses().size());
        for (std::size_t i = 0; i < sum->masses().size(); ++i) {
            if (i > 0) RC_ASSERT(sum->masses()[i - 1].value < sum->masses()[i].value);
            RC_ASSERT(sum->masses()[i].value == turned->masses()[i].value);
            RC_ASSERT(close(sum->masses()[i].mass, turned->masses()[i].mass));
        }
    }));
}

TEST_CASE("the same parts give the same bits twice, and a certain part only moves the values") {
    CHECK(rc::check([] {
        auto parts = any_parts();
        const auto sum = convolve(parts);
        RC_ASSERT(sum->masses() == convolve(parts)->masses());
        parts.push_back(DiscreteDistribution::certain(7));
        const auto moved = convolve(parts);
        RC_ASSERT(moved->masses().size() == sum->masses().size());
        for (std::size_t i = 0; i < sum->masses().size(); ++i) {
            RC_ASSERT(moved->masses()[i] == (Mass{sum->masses()[i].value + 7, sum->masses()[i].mass}));
        }
    }));
}

TEST_CASE("the chances below, between and above two limits add up to 1") {
    CHECK(rc::check([] {
        const auto sum = convolve(any_parts());
        const std::int64_t low = *rc::gen::inRange(-200, 201);
        const std::int64_t high = low + *rc::gen::inRange(0, 100);
        const double below = je::test::chance_of(*sum, sum->smallest(), low - 1);
        RC_ASSERT(close(below + je::test::chance_of(*sum, low, high) + je::test::chance_from(*sum, high + 1), 1));
        RC_ASSERT(je::test::chance_from(*sum, low) >= je::test::chance_from(*sum, high));
    }));
}

TEST_CASE("quantiles rise with the share, stay within the values, and turn round with them") {
    CHECK(rc::check([] {
        const auto values = any_values(1);
        auto turned = values;
        for (double& value : turned) value = -value;
        const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
        const double p = *rc::gen::inRange(0, 1001) / 1000.0;
        const double q = *rc::gen::inRange(0, 1001) / 1000.0;
        for (int number = 1; number <= 9; ++number) {
            const auto type = static_cast<QuantileType>(number);
            const double at_p = quantile(values, p, type).value();
            RC_ASSERT(at_p >= *lowest);
            RC_ASSERT(at_p <= *highest);
            const double at_q = quantile(values, q, type).value();
            RC_ASSERT((p <= q ? at_p <= at_q : at_p >= at_q));
            if (number >= 5 || number == 2) {
                RC_ASSERT(close(quantile(turned, 1 - p, type).value(), -at_p, 1e-9, 1e-9));
            }
        }
    }));
}

TEST_CASE("a line leaves residuals that add up to 0, and its interval holds it") {
    CHECK(rc::check([] {
        const auto x = any_values(3);
        const auto y = *rc::gen::container<std::vector<int>>(x.size(), rc::gen::inRange(0, 50'001));
        const std::vector<double> pay(y.begin(), y.end());
        const auto line = fit_line(x, pay);
        if (!line) return RC_ASSERT(std::adjacent_find(x.begin(), x.end(), std::not_equal_to<>{}) == x.end());
        double residuals = 0;
        for (std::size_t i = 0; i < x.size(); ++i) residuals += pay[i] - predict(*line, x[i]).value;
        RC_ASSERT(std::abs(residuals) < 1e-6 * static_cast<double>(x.size()));
        const auto at = predict(*line, line->mean_x);
        RC_ASSERT(at.of_single.lower <= at.of_mean.lower);
        RC_ASSERT(at.of_mean.lower <= at.value);
        RC_ASSERT(at.value <= at.of_mean.upper);
        const auto fit = regress(pay, {x});
        RC_ASSERT(fit.has_value());
        RC_ASSERT(close(fit->coefficients[1].value, line->slope.value, 1e-9, 1e-9));
    }));
}

}  // namespace numerics_sums_test
