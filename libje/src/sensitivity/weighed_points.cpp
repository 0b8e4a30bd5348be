// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "sensitivity/weightings.hpp"

namespace je::sensitivity {

namespace {

using model::Points;
using model::RoundingMode;
using numerics::Fraction;
using numerics::Int128;

constexpr int most_bits = 126;

[[noreturn]] void too_fine() { throw std::overflow_error{"the totals of this weighting need more than 126 bits"}; }

Int128 checked_product(Int128 a, Int128 b) {
    const auto result = numerics::product(a, b);
    if (!result || numerics::bits_of(*result) > most_bits) too_fine();
    return *result;
}

/// numerator / denominator, neither below 0, to a whole number.
Int128 rounded(Int128 numerator, Int128 denominator, RoundingMode mode) {
    const Int128 whole = numerator / denominator;
    const Int128 over = numerator % denominator;
    const Int128 missing = denominator - over;
    switch (mode) {
        case RoundingMode::half_up:
            return whole + (over >= missing ? 1 : 0);
        case RoundingMode::half_even:
            return whole + (over > missing || (over == missing && whole % 2 != 0) ? 1 : 0);
        case RoundingMode::half_down:
            return whole + (over > missing ? 1 : 0);
        case RoundingMode::down:
            return whole;
        case RoundingMode::up:
            return whole + (over > 0 ? 1 : 0);
    }
    throw std::logic_error{"a mode that is none"};
}

Fraction size_of(const Fraction& value) { return value < Fraction{} ? -value : value; }

}  // namespace

base::Decimal shown_total(const Fraction& total) {
    const bool below_0 = total < Fraction{};
    const Fraction size = below_0 ? -total : total;
    const auto units = static_cast<std::int64_t>(rounded(size.numerator(), size.denominator(), RoundingMode::half_up));
    return base::Decimal::from_units(below_0 ? -units : units);
}

Weighting own_weighting(const model::Scheme& scheme) {
    Weighting own{.id = "scheme", .reason = "The weights of the scheme itself."};
    const std::int64_t all = scheme.largest_total().value().units();
    for (const model::ScoredUnit& unit : scheme.units()) own.weights.emplace_back(unit.largest().value().units(), all);
    return own;
}

WeightDistance distance_from(const Weighting& own, const Weighting& other) {
    WeightDistance distance;
    for (std::size_t u = 0; u < own.weights.size(); ++u) {
        if (own.weights[u] == Fraction{}) continue;
        const Fraction difference = size_of(other.weights[u] - own.weights[u]);
        distance.moved = distance.moved + difference;
        distance.largest_relative = std::max(distance.largest_relative, difference / own.weights[u]);
    }
    distance.moved = (distance.moved * Fraction{1, 2}).reduced();
    distance.largest_relative = distance.largest_relative.reduced();
    return distance;
}

WeighedPoints::WeighedPoints(const model::Scheme& scheme, const Weighting& weighting) : rounding_{weighting.rounding} {
    const Fraction all{scheme.largest_total().value().units()};
    std::vector<Fraction> times;  // w / w0
    for (std::size_t u = 0; u < scheme.units().size(); ++u) {
        const std::int64_t most = scheme.units()[u].largest().value().units();
        times.push_back(most == 0 ? Fraction{} : (weighting.weights[u] * all / Fraction{most}).reduced());
        const Int128 one = times.back().denominator();
        denominator_ = checked_product(denominator_ / numerics::greatest_common_divisor(denominator_, one), one);
    }
    static_cast<void>(checked_product(denominator_, all.numerator()));
    if (rounding_) static_cast<void>(checked_product(denominator_, rounding_->to.units()));
    for (const Fraction& one : times) parts_.push_back(checked_product(one.numerator(), denominator_ / one.denominator()));
    std::vector<Points> largest;
    for (const model::ScoredUnit& unit : scheme.units()) largest.push_back(unit.largest());
    largest_total_ = total(largest);
}

Int128 WeighedPoints::worth(std::size_t unit, Points points) const {
    const Int128 exact = parts_[unit] * points.value().units();
    if (!rounding_) return exact;
    const Int128 step = rounding_->to.units();
    return rounded(exact, denominator_ * step, rounding_->mode) * step;
}

Fraction WeighedPoints::of(std::size_t unit, Points points) const {
    return Fraction{worth(unit, points), rounding_ ? 1 : denominator_}.reduced();
}

Fraction WeighedPoints::total(std::span<const Points> points) const {
    Int128 sum = 0;
    for (std::size_t u = 0; u < points.size(); ++u) sum += worth(u, points[u]);
    return Fraction{sum, rounding_ ? 1 : denominator_}.reduced();
}

}  // namespace je::sensitivity
