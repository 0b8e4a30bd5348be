// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/points_rule.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

// PLAIN AND SLOW versions of the points rules, for tests only. Small whole numbers, searched one by one; and for large ones the
// same formulas in floating point, compared only as far as floating point can tell.

namespace points_rule_oracle_test {

namespace {

using je::base::Decimal;
using je::model::expand;
using je::model::Points;
using je::model::PointsRule;
using je::model::PointsRuleKind;
using je::model::round_fraction;
using je::model::Rounding;
using je::model::RoundingMode;
using je::model::Weight;
using je::model::WeightScale;

constexpr std::array modes{RoundingMode::half_up, RoundingMode::half_even, RoundingMode::down, RoundingMode::up};

/// Which of the multiples `below` and `below + 1` a value is rounded to, knowing where it lies.
std::int64_t choose(std::int64_t below, bool on_below, bool under_half, bool on_half, RoundingMode mode) {
    if (on_below) return below;
    if (mode == RoundingMode::down) return below;
    if (mode == RoundingMode::up) return below + 1;
    if (under_half) return below;
    if (!on_half) return below + 1;
    return mode == RoundingMode::half_up || below % 2 != 0 ? below + 1 : below;
}

/// numerator / denominator to a multiple of `to`: counts multiples up from zero.
std::int64_t rounded_by_counting(std::int64_t numerator, std::int64_t denominator, std::int64_t to, RoundingMode mode) {
    const auto size = std::abs(numerator);
    std::int64_t below = 0;
    while ((below + 1) * to * denominator <= size) ++below;
    const auto halfway = (2 * below + 1) * to * denominator;
    const auto result = to * choose(below, below * to * denominator == size, 2 * size < halfway, 2 * size == halfway, mode);
    return numerator < 0 ? -result : result;
}

std::int64_t power(std::int64_t value, std::size_t exponent) {
    std::int64_t result = 1;
    for (std::size_t i = 0; i < exponent; ++i) result *= value;
    return result;
}

/// A ladder of small whole numbers: from `lowest` to top / share in steps + 1 levels, rounded to multiples of `to`.
struct SmallLadder {
    std::int64_t lowest;
    std::int64_t top;
    std::int64_t share;
    std::size_t steps;
    std::int64_t to;
};

/// x compared with the level's value by x^steps against lowest^(steps - i) x (top / share)^i, where x is halves / 2.
int halves_against_level(const SmallLadder& ladder, std::size_t i, std::int64_t halves) {
    const auto left = power(halves, ladder.steps) * power(ladder.share, i);
    const auto right = power(ladder.lowest, ladder.steps - i) * power(ladder.top, i) * power(2, ladder.steps);
    return left < right ? -1 : left > right ? 1 : 0;
}

std::int64_t geometric_by_counting(const SmallLadder& ladder, std::size_t i, RoundingMode mode) {
    std::int64_t below = 0;
    while (halves_against_level(ladder, i, 2 * (below + 1) * ladder.to) <= 0) ++below;
    const auto at_half = halves_against_level(ladder, i, (2 * below + 1) * ladder.to);
    const bool on_below = halves_against_level(ladder, i, 2 * below * ladder.to) == 0;
    return ladder.to * choose(below, on_below, at_half > 0, at_half == 0, mode);
}

std::vector<Points> expanded(const SmallLadder& ladder, PointsRuleKind kind, RoundingMode mode) {
    const PointsRule rule{kind, Weight::whole(1), Points::whole(ladder.lowest), {Decimal::from_whole(ladder.to), mode}};
    return expand(rule, {Points::whole(ladder.top), Weight::whole(ladder.share)}, ladder.steps + 1, {}).points;
}

template <class Check>
void for_small_ladders(const Check& check) {
    for (std::size_t steps = 1; steps <= 5; ++steps) {
        for (const std::int64_t share : {1, 2, 3}) {
            for (std::int64_t lowest = 1; lowest <= 6; ++lowest) {
                for (std::int64_t top = lowest * share; top <= 36; ++top) {
                    for (const std::int64_t to : {1, 2, 3, 5}) check(SmallLadder{lowest, top, share, steps, to});
                }
            }
        }
    }
}

TEST_CASE("rounding of a fraction agrees with counting for all small fractions") {
    std::size_t compared = 0;
    for (std::int64_t numerator = -80; numerator <= 80; ++numerator) {
        for (std::int64_t denominator = 1; denominator <= 12; ++denominator) {
            for (std::int64_t to = 1; to <= 6; ++to) {
                for (const auto mode : modes) {
                    const auto ours = round_fraction(numerator, denominator, {Decimal::from_units(to), mode}).units();
                    REQUIRE(ours == rounded_by_counting(numerator, denominator, to, mode));
                    ++compared;
                }
            }
        }
    }
    CHECK(compared == 161 * 12 * 6 * 4);
}

TEST_CASE("equal ratios agree with comparing whole powers for all small ladders") {
    std::size_t levels = 0;
    for_small_ladders([&levels](const SmallLadder& ladder) {
        for (const auto mode : modes) {
            const auto ours = expanded(ladder, PointsRuleKind::geometric, mode);
            REQUIRE(ours.size() == ladder.steps + 1);
            for (std::size_t i = 0; i < ours.size(); ++i) {
                CAPTURE(ladder.lowest);
                CAPTURE(ladder.top);
                CAPTURE(ladder.share);
                CAPTURE(ladder.to);
                CAPTURE(i);
                REQUIRE(ours[i] == Points::whole(geometric_by_counting(ladder, i, mode)));
                ++levels;
            }
        }
    });
    CHECK(levels > 100'000);
}

TEST_CASE("equal steps agree with counting for all small ladders") {
    std::size_t levels = 0;
    for_small_ladders([&levels](const SmallLadder& ladder) {
        const auto steps = static_cast<std::int64_t>(ladder.steps);
        for (const auto mode : modes) {
            const auto ours = expanded(ladder, PointsRuleKind::arithmetic, mode);
            REQUIRE(ours.size() == ladder.steps + 1);
            for (std::int64_t i = 0; i <= steps; ++i) {
                const auto numerator = ladder.lowest * ladder.share * (steps - i) + ladder.top * i;
                const auto expected = rounded_by_counting(numerator, ladder.share * steps, ladder.to, mode);
                REQUIRE(ours[static_cast<std::size_t>(i)] == Points::whole(expected));
                ++levels;
            }
        }
    });
    CHECK(levels > 100'000);
}

TEST_CASE("scores agree with counting for all small scores") {
    std::size_t levels = 0;
    for (std::int64_t largest = 2; largest <= 12; ++largest) {
        for (std::int64_t score = 0; score < largest; ++score) {
            for (std::int64_t top = 1; top <= 40; ++top) {
                for (const auto mode : modes) {
                    const PointsRule rule{PointsRuleKind::scores, Weight::whole(1), {}, {Decimal::from_whole(3), mode}};
                    const auto ours = expand(rule, {Points::whole(top), Weight::whole(1)}, 2,
                                             {Decimal::from_whole(score), Decimal::from_whole(largest)});
                    REQUIRE(ours.points.at(0) == Points::whole(rounded_by_counting(top * score, largest, 3, mode)));
                    ++levels;
                }
            }
        }
    }
    CHECK(levels > 10'000);
}

/// Knuth's MMIX generator: the same numbers everywhere.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_{seed} {}
    std::int64_t from(std::int64_t low, std::int64_t high) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return low + static_cast<std::int64_t>((state_ >> 11U) % static_cast<std::uint64_t>(high - low + 1));
    }

private:
    std::uint64_t state_;
};

long double real(std::int64_t value) { return static_cast<long double>(value); }

/// Far more than the error of the formula in long double, far less than a step.
long double tolerance(long double value) { return value * 1e-15L + 1e-9L; }

bool rounds_to(long double value, long double result, long double step, RoundingMode mode) {
    const auto slack = tolerance(value);
    if (mode == RoundingMode::down) return result <= value + slack && value < result + step + slack;
    if (mode == RoundingMode::up) return result >= value - slack && value > result - step - slack;
    return std::fabs(value - result) <= step / 2 + slack;
}

TEST_CASE("equal ratios agree with floating point for large numbers") {
    constexpr std::uint64_t seed = 20260105;
    Numbers numbers{seed};
    std::size_t wrong = 0;
    std::size_t levels = 0;
    for (int round = 0; round < 400; ++round) {
        const auto total = numbers.from(1'000'000, Decimal::largest_units);
        const auto weights_total = numbers.from(10'000, 10'000'000);
        const auto weight = numbers.from(1 + weights_total / 1'000, weights_total);
        const auto top = real(total) * real(weight) / real(weights_total);
        const auto lowest = numbers.from(1, static_cast<std::int64_t>(top));
        const auto to = numbers.from(1, 50'000);
        const auto mode = modes[static_cast<std::size_t>(numbers.from(0, 3))];
        const auto count = static_cast<std::size_t>(numbers.from(2, 20));
        const Rounding rounding{Decimal::from_units(to), mode};
        const PointsRule rule{PointsRuleKind::geometric, Weight{Decimal::from_units(weight)},
                              Points{Decimal::from_units(lowest)}, rounding};
        const WeightScale scale{Points{Decimal::from_units(total)}, Weight{Decimal::from_units(weights_total)}};
        const auto ours = expand(rule, scale, count, {});
        if (ours.error == je::model::ExpansionError::too_large) continue;
        REQUIRE(ours.points.size() == count);
        for (std::size_t i = 0; i < count; ++i, ++levels) {
            const auto share = static_cast<long double>(i) / static_cast<long double>(count - 1);
            const auto value = real(lowest) * std::pow(top / real(lowest), share);
            const auto result = ours.points[i].value().units();
            if (result % to != 0 || !rounds_to(value, real(result), real(to), mode)) ++wrong;
        }
    }
    CAPTURE(seed);
    CHECK(levels > 2'000);
    CHECK(wrong == 0);
}

}  // namespace

}  // namespace points_rule_oracle_test
