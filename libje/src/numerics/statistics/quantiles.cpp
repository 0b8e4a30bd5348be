// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include "numerics/statistics/statistics.hpp"

namespace je::numerics {

namespace {

/// Between which two order statistics a quantile lies: the `below`th (counted from 1) and the next, `share` of the way.
struct Place {
    double below = 0;
    double share = 0;
};

/// Position a + p (n + 1 - a - b) among the order statistics: Hyndman and Fan (1996), p. 363.
struct Position {
    double a;
    double b;
};
constexpr std::array<Position, 6> positions{
    {{0, 1}, {0.5, 0.5}, {0, 0}, {1, 1}, {1. / 3, 1. / 3}, {3. / 8, 3. / 8}}};  // 4 to 9

/// Splits a position; what is within four roundings of a whole number counts as whole.
Place split(double position) {
    const double rounding = 4 * std::numeric_limits<double>::epsilon() * std::max(1.0, std::abs(position));
    const double below = std::floor(position + rounding);
    return {below, position - below <= rounding ? 0 : position - below};
}

Place place_of(double n, double p, QuantileType type) {
    if (type == QuantileType::inverse || type == QuantileType::inverse_averaged) {
        const Place at = split(n * p);
        return {at.below, at.share > 0 ? 1 : type == QuantileType::inverse ? 0 : 0.5};
    }
    if (type == QuantileType::nearest_even) {
        const Place at = split(n * p - 0.5);
        return {at.below, at.share == 0 && std::fmod(at.below, 2) == 0 ? 0.0 : 1.0};
    }
    const auto [a, b] = positions[static_cast<std::size_t>(type) - static_cast<std::size_t>(QuantileType::linear_inverse)];
    return split(a + p * (n + 1 - a - b));
}

}  // namespace

Result<double> quantile(std::span<const double> values, double p, QuantileType type) {
    if (!(p >= 0 && p <= 1)) throw std::invalid_argument("the share of a quantile lies from 0 to 1");
    const bool finite = std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
    if (!finite) throw std::invalid_argument("a value to take a quantile of is not a finite number");
    if (values.empty()) return Result<double>::none("there are no values");
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const auto n = static_cast<double>(sorted.size());
    const Place place = place_of(n, p, type);
    const auto at = [&](double rank) { return sorted[static_cast<std::size_t>(std::clamp(rank, 1.0, n)) - 1]; };
    const double low = at(place.below);
    const double high = at(place.below + 1);
    if (place.share == 0 || low == high) return low;
    return place.share == 1 ? high : (1 - place.share) * low + place.share * high;
}

namespace {

namespace bm = boost::math;
namespace errors = boost::math::policies;

/// Parameters are checked here; what overflows becomes infinite, and a series that has not settled gives its best value.
using Policy = errors::policy<errors::overflow_error<errors::ignore_error>, errors::evaluation_error<errors::ignore_error>>;

void require(bool condition) {
    if (!condition) throw std::invalid_argument("a parameter of a distribution is outside its range");
}

bool positive(double value) { return std::isfinite(value) && value > 0; }
bool probability(double p) { return p > 0 && p < 1; }

}  // namespace

double f_quantile(double p, double df1, double df2) {
    require(probability(p) && positive(df1) && positive(df2));
    return bm::quantile(bm::fisher_f_distribution<double, Policy>{df1, df2}, p);
}

double t_quantile(double p, double df) {
    require(probability(p) && positive(df));
    return bm::quantile(bm::students_t_distribution<double, Policy>{df}, p);
}

}  // namespace je::numerics
