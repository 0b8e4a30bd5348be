// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <functional>
#include <random>

#include "numerics/shares/shares.hpp"

// SLOW AND PLAIN shares of regions of weights in exact fractions, for tests only.

namespace je::slow::numerics_shares_test {

namespace {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;
using Numbers = std::vector<int>;
using Table = std::vector<Fraction>;

Fraction power(const Fraction& base, std::size_t exponent) {
    Fraction result = 1;
    for (std::size_t i = 0; i < exponent; ++i) result *= base;
    return result;
}

/// The share of the simplex with a total below t, by the divided difference of max(0, t - x)^(F - 1) over the knots, with
/// derivatives where knots are equal; not all are.
double simplex_below(Numbers knots, const Fraction& t) {
    std::sort(knots.begin(), knots.end());
    const std::size_t last = knots.size() - 1;
    const auto derivative = [&](int x, std::size_t k) {  // the k-th one at x, divided by k!
        Fraction value = t > x ? power(t - x, last - k) : Fraction{0};
        for (std::size_t i = 0; i < k; ++i) value *= -Fraction{last - i, i + 1};
        return value;
    };
    Table differences;
    for (const int knot : knots) differences.push_back(derivative(knot, 0));
    for (std::size_t k = 1; k <= last; ++k) {
        for (std::size_t i = 0; i + k <= last; ++i) {
            const int gap = knots[i + k] - knots[i];
            differences[i] = gap == 0 ? derivative(knots[i], k) : Fraction{(differences[i + 1] - differences[i]) / gap};
        }
    }
    return (last % 2 == 0 ? differences[0] : Fraction{-differences[0]}).convert_to<double>();
}

/// The chance that sum a_f u_f <= limit, by adding and taking away the corners of the cube; all a_f above 0.
double spread_at_most(const std::vector<std::int64_t>& terms, std::int64_t limit) {
    Whole sum = 0;
    for (std::size_t corner = 0; corner < std::size_t{1} << terms.size(); ++corner) {
        Whole z = limit;
        bool add = true;
        for (std::size_t f = 0; f < terms.size(); ++f) {
            const bool upper = (corner >> f & 1U) != 0;
            z += upper ? -terms[f] : terms[f];
            add = add != upper;
        }
        if (z > 0) sum += (add ? 1 : -1) * pow(z, static_cast<unsigned>(terms.size()));
    }
    Whole scale = 1;
    for (std::size_t f = 0; f < terms.size(); ++f) scale *= 2 * static_cast<std::int64_t>(f + 1) * terms[f];
    return Fraction{sum, scale}.convert_to<double>();
}

std::vector<double> as_doubles(const Numbers& whole) { return {whole.begin(), whole.end()}; }

double fast_simplex(const Numbers& knots, double t) { return numerics::simplex_share_below(as_doubles(knots), t); }

/// All ways to choose `count` knots from 0 to `highest`, in ascending order.
void every_choice(std::size_t count, int highest, Numbers& chosen, const std::function<void(const Numbers&)>& visit) {
    if (chosen.size() == count) return visit(chosen);
    for (int next = chosen.empty() ? 0 : chosen.back(); next <= highest; ++next) {
        chosen.push_back(next);
        every_choice(count, highest, chosen, visit);
        chosen.pop_back();
    }
}

double spread_error(const std::vector<std::int64_t>& terms, std::int64_t limit, double& allowed) {
    const std::vector<double> doubles(terms.begin(), terms.end());
    const auto share = numerics::spread_share(doubles, static_cast<double>(limit));
    allowed = share.error + 2e-16;  // and the rounding of the slow version
    return std::abs(share.value - spread_at_most(terms, limit));
}

}  // namespace

TEST_CASE("shares of a simplex agree with fractions for all small knots") {
    std::size_t compared = 0;
    for (std::size_t factors = 2; factors <= 5; ++factors) {
        Numbers chosen;
        every_choice(factors, 3, chosen, [&](const Numbers& knots) {
            if (knots.front() == knots.back()) return;
            for (int halves = 1; halves < 6; ++halves, ++compared) {
                CAPTURE(halves);
                const double error = fast_simplex(knots, halves / 2.) - simplex_below(knots, Fraction{halves, 2});
                CHECK(std::abs(error) <= 4e-16);
            }
        });
    }
    CHECK(compared == 5 * (10 + 20 + 35 + 56 - 4 * 4));
}

TEST_CASE("shares of a simplex agree with fractions: random knots, far apart, close together and equal") {
    std::mt19937 random{41};
    const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    for (int round = 0; round < 200; ++round) {
        Numbers knots(static_cast<std::size_t>(2 + below(15)));
        const int values = round % 4 == 0 ? 4 : round % 4 == 1 ? 30 : 1000000;
        for (int& knot : knots) knot = below(values) + (round % 4 == 3 && below(2) == 0 ? 500000000 : 0);
        if (std::equal(knots.begin() + 1, knots.end(), knots.begin())) continue;
        const int t = round % 2 == 0 ? knots[0] : (knots[0] + knots[1]) / 2;
        CAPTURE(round);
        const double expected = simplex_below(knots, t);
        const double actual = fast_simplex(knots, t);
        CHECK(std::abs(actual - expected) <= 1e-15);
        if (expected > 1e-190) CHECK(std::abs(actual - expected) <= 1e-14 * expected);
    }
}

TEST_CASE("chances of sums agree with fractions for all small terms") {
    for (std::int64_t a = 1; a <= 4; ++a) {
        for (std::int64_t b = 1; b <= 4; ++b) {
            for (std::int64_t c = 1; c <= 4; ++c) {
                for (std::int64_t limit = -(a + b + c); limit <= a + b + c; ++limit) {
                    double allowed = 0;
                    CHECK(spread_error({a, b, c}, limit, allowed) <= allowed);
                }
            }
        }
    }
}

TEST_CASE("chances of sums agree with fractions: random terms of like and of very different size") {
    std::mt19937 random{43};
    const auto below = [&](int count) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(count)); };
    for (int round = 0; round < 400; ++round) {
        std::vector<std::int64_t> terms(static_cast<std::size_t>(1 + below(round % 40 == 0 ? 10 : 6)));
        std::int64_t limit = below(7) - 3;
        for (std::int64_t& term : terms) {
            term = 1 + below(1000);
            for (std::int64_t zeros = round % 2 == 0 ? 0 : below(4); zeros > 0; --zeros) term *= 1000;
            limit += below(3) == 0 ? 0 : below(2) == 0 ? term : -term;
        }
        double allowed = 0;
        const double error = spread_error(terms, limit, allowed);
        CAPTURE(round);
        CHECK(error <= allowed);
        CHECK(allowed <= 1.1e-11);
    }
}

}  // namespace je::slow::numerics_shares_test
