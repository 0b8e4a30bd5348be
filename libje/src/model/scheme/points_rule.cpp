// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/points_rule.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>

namespace je::model {

namespace {

using base::Decimal;
using BigInt = boost::multiprecision::cpp_int;

/// A rational number of units (ten-thousandths); the denominator is above zero.
struct Fraction {
    BigInt numerator;
    BigInt denominator;
};

/// Where a value that is not negative lies between two whole multiples of the rounding step.
struct Place {
    BigInt below;      // the largest whole multiple not above it
    bool exact;        // it is that multiple
    int against_half;  // its remainder compared with half a step: -1, 0 or 1
};

BigInt round_place(const Place& place, RoundingMode mode) {
    const auto goes_up = [&place, mode] {
        switch (mode) {
            case RoundingMode::down:
                return false;
            case RoundingMode::up:
                return !place.exact;
            case RoundingMode::half_up:
                return place.against_half >= 0;
            case RoundingMode::half_down:
                return place.against_half > 0;
            case RoundingMode::half_even:
                break;
        }
        return place.against_half > 0 || (place.against_half == 0 && place.below % 2 != 0);
    };
    return goes_up() ? BigInt{place.below + 1} : place.below;
}

Place place_of(const BigInt& numerator, const BigInt& denominator) {
    BigInt below;
    BigInt rest;
    boost::multiprecision::divide_qr(numerator, denominator, below, rest);
    const BigInt twice = rest * 2;
    return {below, rest == 0, twice.compare(denominator)};
}

/// In units. Modes are symmetric about zero: the magnitude is rounded and the sign put back.
BigInt round_exactly(const Fraction& value, const Rounding& rounding) {
    const bool negative = value.numerator < 0;
    const BigInt magnitude = negative ? BigInt{-value.numerator} : value.numerator;
    const BigInt step = rounding.to.units();
    const BigInt rounded = round_place(place_of(magnitude, value.denominator * step), rounding.mode) * step;
    return negative ? BigInt{-rounded} : rounded;
}

/// The value whose `power`-th power is `base`, which is not negative.
struct Root {
    Fraction base;
    unsigned power;

    /// How it compares with numerator / denominator, which is not negative either: -1, 0 or 1.
    [[nodiscard]] int compare(const BigInt& numerator, unsigned denominator) const {
        const BigInt left = base.numerator * boost::multiprecision::pow(BigInt{denominator}, power);
        const BigInt right = base.denominator * boost::multiprecision::pow(numerator, power);
        return left.compare(right);
    }
};

/// `largest` is known not to be below the root. Halves the interval until one multiple of the step is left.
Place place_of(const Root& root, const BigInt& step, const BigInt& largest) {
    BigInt low = 0;
    BigInt high = largest / step + 1;  // above the root
    while (high - low > 1) {
        const BigInt middle = (low + high) / 2;
        (root.compare(middle * step, 1) >= 0 ? low : high) = middle;
    }
    const BigInt halfway = (low * 2 + 1) * step;
    return {low, root.compare(low * step, 1) == 0, root.compare(halfway, 2)};
}

/// What all levels of one factor share.
struct Ladder {
    Fraction top;  // in units
    BigInt lowest;
    std::size_t steps;
    Rounding rounding;
};

BigInt arithmetic_level(const Ladder& ladder, std::size_t i) {
    const BigInt start = ladder.lowest * ladder.top.denominator;
    const BigInt numerator = start * ladder.steps + (ladder.top.numerator - start) * i;
    return round_exactly({numerator, ladder.top.denominator * ladder.steps}, ladder.rounding);
}

/// lowest^(1 - i/steps) x top^(i/steps), with the fraction i/steps in lowest terms so that powers stay small.
BigInt geometric_level(const Ladder& ladder, std::size_t i) {
    const auto common = std::gcd(i, ladder.steps);
    const auto power = static_cast<unsigned>(ladder.steps / common);
    const auto up = static_cast<unsigned>(i / common);
    using boost::multiprecision::pow;
    const Root root{{BigInt{pow(ladder.lowest, power - up) * pow(ladder.top.numerator, up)}, pow(ladder.top.denominator, up)},
                    power};
    const BigInt step = ladder.rounding.to.units();
    const BigInt largest = ladder.top.numerator / ladder.top.denominator + 1;
    return round_place(place_of(root, step, largest), ladder.rounding.mode) * step;
}

std::optional<ExpansionError> impossible(const PointsRule& rule, const Ladder& ladder) {
    if (ladder.steps == 0) return ExpansionError::too_few_levels;
    if (rule.kind == PointsRuleKind::geometric && rule.lowest <= Points{}) return ExpansionError::lowest_not_positive;
    if (ladder.lowest * ladder.top.denominator > ladder.top.numerator) return ExpansionError::lowest_above_top;
    return std::nullopt;
}

bool rises_above_zero(const std::vector<Decimal>& scores) {
    return std::adjacent_find(scores.begin(), scores.end(), std::greater_equal<>{}) == scores.end() &&
           scores.back() > Decimal{};
}

bool fits(const BigInt& units) { return boost::multiprecision::abs(units) <= Decimal::largest_units; }

template <class Level>
Expansion collect(std::size_t count, const Level& level) {
    Expansion result;
    for (std::size_t i = 0; i < count; ++i) {
        const BigInt units = level(i);
        if (!fits(units)) return {{}, ExpansionError::too_large};
        result.points.emplace_back(Decimal::from_units(static_cast<std::int64_t>(units)));
    }
    return result;
}

Expansion expand_steps(const PointsRule& rule, const Fraction& top, std::size_t level_count) {
    const bool geometric = rule.kind == PointsRuleKind::geometric;
    if (geometric && level_count > largest_geometric_level_count) throw std::length_error{"too many levels for equal ratios"};
    const Ladder ladder{top, rule.lowest.value().units(), level_count - std::min<std::size_t>(level_count, 1), rule.rounding};
    if (const auto why = impossible(rule, ladder)) return {{}, why};
    if (!fits(top.numerator / top.denominator)) return {{}, ExpansionError::too_large};
    return collect(level_count, [&ladder, geometric](std::size_t i) {
        return geometric ? geometric_level(ladder, i) : arithmetic_level(ladder, i);
    });
}

Expansion expand_scores(const Fraction& top, const Rounding& rounding, const std::vector<Decimal>& scores) {
    if (scores.empty()) return {{}, ExpansionError::too_few_levels};
    if (!rises_above_zero(scores)) return {{}, ExpansionError::scores_not_rising};
    return collect(scores.size(), [&](std::size_t i) {
        return round_exactly({top.numerator * scores[i].units(), top.denominator * scores.back().units()}, rounding);
    });
}

}  // namespace

Expansion expand(const PointsRule& rule, const WeightScale& scale, std::size_t level_count,
                 const std::vector<Decimal>& scores) {
    if (scale.weights_total <= Weight{}) throw std::invalid_argument{"the total of the weights is not above zero"};
    if (rule.rounding.to <= Decimal{}) throw std::invalid_argument{"points are rounded to a number not above zero"};
    const Fraction top{BigInt{scale.largest_total.value().units()} * rule.weight.value().units(),
                       scale.weights_total.value().units()};
    switch (rule.kind) {
        case PointsRuleKind::arithmetic:
        case PointsRuleKind::geometric:
            return expand_steps(rule, top, level_count);
        case PointsRuleKind::scores:
            if (scores.size() != level_count) throw std::invalid_argument{"there is not one score for each level"};
            return expand_scores(top, rule.rounding, scores);
        case PointsRuleKind::table:
        case PointsRuleKind::matrix:
        case PointsRuleKind::percent:
        case PointsRuleKind::none:
            break;
    }
    throw std::logic_error{"only points of a weight are expanded from one"};
}

Decimal round_fraction(std::int64_t numerator_units, std::int64_t denominator, const Rounding& rounding) {
    if (denominator <= 0) throw std::invalid_argument{"the denominator is not above zero"};
    if (rounding.to <= Decimal{}) throw std::invalid_argument{"a fraction is rounded to a number not above zero"};
    const BigInt units = round_exactly({numerator_units, denominator}, rounding);
    if (boost::multiprecision::abs(units) > std::numeric_limits<std::int64_t>::max()) {
        throw std::overflow_error{"a fraction rounds to more than a decimal can hold"};
    }
    return Decimal::from_units(static_cast<std::int64_t>(units));
}

std::optional<Points> round_percent(Points base, base::Decimal percent, const Rounding& rounding) {
    constexpr std::int64_t hundred = 100 * base::Decimal::units_per_one;
    const BigInt units = round_exactly({BigInt{base.value().units()} * percent.units(), hundred}, rounding);
    if (!fits(units)) return std::nullopt;
    return Points{Decimal::from_units(static_cast<std::int64_t>(units))};
}

Weight weight_of(Points points, const WeightScale& scale, base::Decimal to) {
    const BigInt numerator = BigInt{points.value().units()} * scale.weights_total.value().units();
    const BigInt units = round_exactly({numerator, scale.largest_total.value().units()}, {to, RoundingMode::half_up});
    return Weight{Decimal::from_units(units.convert_to<std::int64_t>())};
}

bool is_weight_of(Weight printed, Points points, const WeightScale& scale, const std::optional<Weight>& rounded_to) {
    const BigInt largest = scale.largest_total.value().units();
    const std::int64_t step = rounded_to ? rounded_to->value().units() : 0;
    if (step > 0 && printed.value().units() % step != 0) return false;
    const BigInt away =
        BigInt{points.value().units()} * scale.weights_total.value().units() - largest * printed.value().units();
    return abs(away) * 2 <= largest * step;
}

}  // namespace je::model
