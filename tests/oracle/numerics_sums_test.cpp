// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <random>

#include "numerics/shares/convolution.hpp"
#include "numerics/statistics/statistics.hpp"
#include "oracle/every_table.hpp"
#include "support/distribution.hpp"

// SLOW AND PLAIN versions of sums, quantiles, lines and distribution functions, for tests only.

namespace je::slow::numerics_sums_test {

namespace {

using namespace numerics;
using Parts = std::vector<DiscreteDistribution>;

/// Every combination of one value of each part, one after the other.
void every_sum(const Parts& parts, std::size_t at, std::int64_t sum, double mass, std::map<std::int64_t, double>& sums) {
    if (at == parts.size()) {
        sums[sum] += mass;
        return;
    }
    for (const Mass& next : parts[at].masses()) every_sum(parts, at + 1, sum + next.value, mass * next.mass, sums);
}

void compare(const Parts& parts) {
    std::map<std::int64_t, double> slow;
    every_sum(parts, 0, 0, 1, slow);
    const auto fast = convolve(parts);
    REQUIRE(fast);
    REQUIRE(fast->masses().size() == slow.size());
    auto next = slow.begin();
    double below = 0;
    for (const Mass& mass : fast->masses()) {
        CHECK(mass.value == next->first);
        CHECK(test::close(mass.mass, next->second));
        CHECK(test::close(je::test::chance_of(*fast, fast->smallest(), mass.value - 1), below, 1e-12, 1e-13));
        below += next->second;
        ++next;
    }
    CHECK(test::close(below, 1));
}

DiscreteDistribution even(const std::vector<std::int64_t>& values) {
    std::vector<Mass> masses;
    for (const auto value : values) masses.push_back({value, 1 / static_cast<double>(values.size())});
    return DiscreteDistribution::of(std::move(masses)).value();
}

DiscreteDistribution random_part(std::mt19937& random) {
    std::vector<Mass> masses;
    double total = 0;
    const auto values = 1 + random() % 4;
    for (unsigned i = 0; i < values; ++i) {
        masses.push_back({static_cast<std::int64_t>(random() % 21) - 10, 1 + static_cast<double>(random() % 9)});
        total += masses.back().mass;
    }
    for (Mass& mass : masses) mass.mass /= total;
    return DiscreteDistribution::of(std::move(masses)).value();
}

/// The smallest value that at least a share of `hundredths` per cent of the values do not exceed; all in whole numbers.
double first_reaching(const std::vector<double>& values, int hundredths) {
    double best = 1e9;
    for (const double candidate : values) {
        int at_most = 0;
        for (const double value : values) at_most += value <= candidate ? 1 : 0;
        if (at_most * 100 >= hundredths * static_cast<int>(values.size()) && candidate < best) best = candidate;
    }
    return best;
}

/// Slope and intercept by the normal equations.
std::pair<double, double> normal_equations(const std::vector<double>& x, const std::vector<double>& y) {
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sx += x[i];
        sy += y[i];
        sxx += x[i] * x[i];
        sxy += x[i] * y[i];
    }
    const auto n = static_cast<double>(x.size());
    const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    return {(sy - slope * sx) / n, slope};
}

}  // namespace

TEST_CASE("sums of parts are those of going through every combination, over all small parts") {
    Parts choices;
    for (const auto& values :
         std::vector<std::vector<std::int64_t>>{{0}, {-1, 2}, {0, 1}, {0, 1, 2}, {5, 10, 100}, {-3, 0, 3}}) {
        choices.push_back(even(values));
    }
    for (const auto& a : choices) {
        compare({a});
        for (const auto& b : choices) {
            compare({a, b});
            for (const auto& c : choices) compare({a, b, c});
        }
    }
}

TEST_CASE("sums of parts are those of going through every combination, over random parts") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        Parts parts;
        for (unsigned i = 0; i < 1 + seed % 6; ++i) parts.push_back(random_part(random));
        compare(parts);
    }
}

TEST_CASE("quantiles of type 1 are the first value that reaches the share, over all small samples") {
    every_table(1, 5, {1, 2, 4, 7}, [](const Table& table) {
        const auto values = given(table[0]);
        for (int percent = 1; percent <= 100; ++percent) {
            CHECK(quantile(values, percent / 100.0, QuantileType::inverse).value() == first_reaching(values, percent));
        }
    });
}

TEST_CASE("lines are those of the normal equations, over all small samples") {
    every_table(3, 2, {1, 2, 4, 7}, [](const Table& table) {
        CAPTURE(text_of(table));
        const std::vector<double> x{*table[0][0], *table[1][0], *table[2][0]}, y{*table[0][1], *table[1][1], *table[2][1]};
        const bool flat = x[0] == x[1] && x[1] == x[2];
        const auto line = fit_line(x, y);
        REQUIRE(line.has_value() == !flat);
        if (flat) return;
        const auto [intercept, slope] = normal_equations(x, y);
        CHECK(test::close(line->intercept.value, intercept, 1e-12, 1e-12));
        CHECK(test::close(line->slope.value, slope, 1e-12, 1e-12));
    });
}

// F with 2 degrees of freedom, and t with 1: closed forms. Johnson, Kotz and Balakrishnan (1995), Continuous univariate
// distributions.
TEST_CASE("quantiles of distributions are those of the closed forms") {
    for (const double p : {0.05, 0.5, 0.9, 0.999}) {
        CHECK(test::close(f_quantile(p, 2, 7), (std::pow(1 - p, -2. / 7) - 1) * 7 / 2));
        CHECK(test::close(t_quantile(p, 1), std::tan(3.14159265358979323846 * (p - 0.5)), 1e-12, 1e-15));
    }
}

}  // namespace je::slow::numerics_sums_test
