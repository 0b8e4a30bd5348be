// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "numerics/weights/weights.hpp"
#include "support/close.hpp"

namespace weights_test {

namespace {

using namespace je::numerics;
using je::test::close;
using Whole = std::vector<std::int64_t>;

struct Job {
    Whole points, largest;
    operator Weighing() const { return {points, largest}; }
};

// Worked by hand: M = 150, P = 100, S = 90 and 105; d at 101 is -550 and 400.
const Job two{{30, 70}, {50, 100}};
// Sixteen factors, twelve of them alike at half their points, one at all, three at none: M = 160, P = 70.
const Job sixteen{{5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 10, 0, 0, 0}, Whole(16, 10)};
const Job all_alike{{5, 10, 20}, {10, 20, 40}};
const Job single{{30}, {50}};

std::optional<Fraction> moved(const Weighing& job, std::int64_t threshold, Crossing crossing) {
    TransportDistance move;
    move.prepare(job);
    return move.moved(threshold, crossing);
}

TEST_CASE("the critical spread of two factors, worked by hand") {
    CHECK((critical_spread(two, 101, Crossing::reach) == Fraction{3, 19}));
    CHECK((critical_spread(two, 100, Crossing::lose) == Fraction{0}));  // on the floor: any change the wrong way loses it
    CHECK((critical_spread(two, 99, Crossing::lose) == Fraction{1, 7}));
    CHECK((critical_spread(two, 101, Crossing::reach, Rescale::none) == Fraction{1, 100}));
    CHECK((critical_spread(two, 97, Crossing::lose, Rescale::none) == Fraction{3, 100}));
    CHECK((critical_spread(two, 200, Crossing::reach, Rescale::none) == Fraction{1}));
    CHECK_FALSE(critical_spread(two, 201, Crossing::reach, Rescale::none).has_value());
    CHECK_FALSE(critical_spread(two, 0, Crossing::lose, Rescale::none).has_value());
}

TEST_CASE("a total already across needs no spread") {
    for (const Rescale rescale : {Rescale::max, Rescale::none}) {
        CHECK((critical_spread(two, 100, Crossing::reach, rescale) == Fraction{0}));
        CHECK((critical_spread(two, 101, Crossing::lose, rescale) == Fraction{0}));
    }
}

TEST_CASE("the ends of what any weights reach: 105 is reached at a spread of 1, 106 never; 90 is never lost") {
    CHECK((critical_spread(two, 105, Crossing::reach) == Fraction{1}));
    CHECK_FALSE(critical_spread(two, 106, Crossing::reach).has_value());
    CHECK_FALSE(critical_spread(two, 90, Crossing::lose).has_value());
    CHECK(critical_spread(two, 91, Crossing::lose).value() < 1);
}

TEST_CASE("multipliers at the corner put the total on the floor, and give weights") {
    std::vector<double> multipliers(2);
    REQUIRE(critical_spread(two, 101, Crossing::reach, Rescale::max, multipliers).has_value());
    CHECK(close(multipliers[0], 16. / 19));
    CHECK(close(multipliers[1], 22. / 19));
    weights_of_multipliers(two, multipliers);
    CHECK(close(multipliers[0], 4. / 15));
    CHECK(close(multipliers[1], 11. / 15));
    CHECK(close(90 * multipliers[0] + 105 * multipliers[1], 101));
    CHECK_FALSE(critical_spread(two, 106, Crossing::reach, Rescale::max, multipliers).has_value());
    CHECK(close(multipliers[0], 4. / 15));  // untouched
}

TEST_CASE("ranges of two factors, worked by hand") {
    const auto check = [](const TotalRange& range, const Fraction& lowest, const Fraction& highest) {
        CHECK((range.lowest == lowest));
        CHECK((range.highest == highest));
    };
    check(spread_range(two, Fraction{1, 5}, Rescale::max), Fraction{690, 7}, Fraction{405, 4});
    check(spread_range(two, Fraction{1, 5}, Rescale::none), 80, 120);
    check(spread_range(two, 0, Rescale::max), 100, 100);
    check(spread_range(two, 1, Rescale::max), 90, 105);
    check(simplex_range(two), 90, 105);
    check(simplex_range(two, Fraction{1, 10}), Fraction{183, 2}, Fraction{207, 2});
    check(simplex_range(two, Fraction{1, 2}), Fraction{195, 2}, Fraction{195, 2});
    check(spread_range(all_alike, 1, Rescale::max), 35, 35);
    check(simplex_range(single), 30, 30);
    check(simplex_range(sixteen), 0, 160);
}

TEST_CASE("one weight of two, worked by hand: T(x) = 105 - 15 x, now at 1/3") {
    const auto found = one_weight(two, Whole{80, 102}, 0);
    CHECK((found.from == Fraction{1, 5}));
    CHECK_FALSE(found.from_included);  // there the total is 102
    REQUIRE(found.below.has_value());
    CHECK((found.below->at == Fraction{1, 5}));
    CHECK(found.below->floors_reached == 2);
    CHECK((found.to == 1));
    CHECK(found.to_included);
    CHECK_FALSE(found.above.has_value());
}

TEST_CASE("a total exactly on a floor holds it at the base weight and not beyond") {
    const auto found = one_weight(two, Whole{80, 100, 120}, 0);
    CHECK((found.to == Fraction{1, 3}));
    CHECK(found.to_included);
    REQUIRE(found.above.has_value());
    CHECK(found.above->floors_reached == 1);
    CHECK_FALSE(found.below.has_value());
}

TEST_CASE("a weight that changes nothing, or cannot move, has no neighbours") {
    for (std::size_t f = 0; f < 3; ++f) {
        const auto found = one_weight(all_alike, Whole{20, 35, 36}, f);
        CHECK((found.from == 0 && found.to == 1 && !found.below && !found.above));
    }
    const auto only = one_weight(single, Whole{30}, 0);
    CHECK((only.from == 1 && only.to == 1 && !only.below && !only.above));
    const auto no_floors = one_weight(two, {}, 1);
    CHECK((no_floors.from == 0 && no_floors.to == 1 && !no_floors.below && !no_floors.above));
}

TEST_CASE("of equal floors all are reached and lost at once") {
    const auto found = one_weight(two, Whole{80, 95, 95, 102, 102}, 0);
    CHECK(found.below->floors_reached == 5);
    CHECK(found.above->floors_reached == 1);
}

TEST_CASE("the smallest move of two factors, worked by hand") {
    CHECK((moved(two, 102, Crossing::reach) == Fraction{2, 15}));
    CHECK((moved(two, 95, Crossing::lose) == Fraction{1, 3}));
    CHECK((moved(two, 100, Crossing::reach) == Fraction{0}));
    CHECK((moved(two, 100, Crossing::lose) == Fraction{0}));
    CHECK((moved(two, 101, Crossing::lose) == Fraction{0}));
    CHECK((moved(two, 105, Crossing::reach) == Fraction{1, 3}));
    CHECK_FALSE(moved(two, 106, Crossing::reach).has_value());
    CHECK_FALSE(moved(two, 90, Crossing::lose).has_value());
}

TEST_CASE("sixteen factors with twelve alike") {
    // To 100: the three with nothing give 3/16, for 30 points; the alike are not needed. To 101: 1 point more, 80 a weight
    // of 1.
    CHECK((moved(sixteen, 100, Crossing::reach) == Fraction{3, 16}));
    CHECK((moved(sixteen, 101, Crossing::reach) == Fraction{3, 16} + Fraction{1, 80}));
    // To lose 61: the one with all gives 9/160 of its 10/160.
    CHECK((moved(sixteen, 61, Crossing::lose) == Fraction{9, 160}));
    CHECK((moved(sixteen, 30, Crossing::lose) == Fraction{1, 16} + Fraction{30, 80}));
    // d at 75: 5 for twelve, 85 for one and -75 for three, in units of 10: D = -80, sum of sizes 370.
    CHECK((critical_spread(sixteen, 75, Crossing::reach) == Fraction{80, 370}));
    const auto found = one_weight(sixteen, Whole{70, 80}, 12);
    CHECK((found.from == Fraction{1, 16}));
    CHECK((found.to == Fraction{1, 6}));  // T(x) = 64 + 96 x
    CHECK(found.above->floors_reached == 2);
}

TEST_CASE("with all factors alike nothing but the total itself is reached") {
    for (const std::int64_t threshold : {34, 35}) CHECK((moved(all_alike, threshold, Crossing::reach) == Fraction{0}));
    CHECK_FALSE(moved(all_alike, 36, Crossing::reach).has_value());
    CHECK_FALSE(moved(all_alike, 35, Crossing::lose).has_value());
    CHECK_FALSE(critical_spread(all_alike, 36, Crossing::reach).has_value());
    CHECK_FALSE(critical_spread(all_alike, 35, Crossing::lose).has_value());
    std::vector<double> weights(3);
    CHECK_FALSE(euclidean_projection(all_alike, 36, Crossing::reach, weights).has_value());
    CHECK_FALSE(euclidean_projection(all_alike, 35, Crossing::lose, weights).has_value());
}

TEST_CASE("an only factor has nowhere to move weight to") {
    CHECK_FALSE(moved(single, 31, Crossing::reach).has_value());
    CHECK_FALSE(critical_spread(single, 31, Crossing::reach).has_value());
    CHECK((critical_spread(single, 45, Crossing::reach, Rescale::none) == Fraction{1, 2}));
}

TEST_CASE("least squares: weights go in proportion to S less its mean, until one runs out") {
    std::vector<double> weights(3);
    const Job three{{0, 50, 100}, {100, 100, 100}};  // S = 0, 150, 300; P = 150
    CHECK(close(euclidean_projection(three, 180, Crossing::reach, weights), std::sqrt(0.02)));
    CHECK(close(weights[0], 1. / 3 - 0.1));
    CHECK(close(weights[1], 1. / 3));
    CHECK(close(weights[2], 1. / 3 + 0.1));
    REQUIRE(euclidean_projection(three, 270, Crossing::reach, weights).has_value());
    CHECK(weights[0] == 0);
    CHECK(close(weights[1], 0.2));
    CHECK(close(weights[2], 0.8));
    REQUIRE(euclidean_projection(three, 300, Crossing::reach, weights).has_value());
    CHECK(close(weights[2], 1));
    CHECK(euclidean_projection(three, 150, Crossing::lose, weights) == 0.0);
    CHECK(close(weights[1], 1. / 3));
}

TEST_CASE("points of 10^13 units without a common divisor: exact, or in the right cell of 10^-18") {
    // The primes next below 10^13; the second factor has all its points but one.
    const Job large{{4'999'999'999'999, 9'999'999'999'970, 3'333'333'333'333},
                    {9'999'999'999'973, 9'999'999'999'971, 9'999'999'999'959}};
    const std::int64_t total = 18'333'333'333'302;
    CHECK((critical_spread(large, total, Crossing::reach) == Fraction{0}));
    const auto spread = critical_spread(large, total + 1, Crossing::reach);
    REQUIRE(spread.has_value());
    CHECK((*spread > 0 && *spread < Fraction(1, 7'000'000'000'000)));
    const TotalRange range = simplex_range(large, Fraction{1, 10});
    CHECK((range.lowest < total && range.highest > total));
    const auto share = moved(large, total + 1, Crossing::reach);
    REQUIRE(share.has_value());
    CHECK(close(share->to_double(), 1 / (29'999'999'999'903 * 2. / 3), 1e-4));
    const auto most = moved(large, range.highest.floor_units(1), Crossing::reach);
    REQUIRE(most.has_value());
    CHECK((*most > Fraction{43, 100} && *most < Fraction{44, 100}));
    TransportDistance move;
    move.prepare(large);
    std::vector<double> weights(3);
    REQUIRE(move.moved(range.highest.floor_units(1), Crossing::reach, weights).has_value());
    CHECK(close(weights[0] + weights[1] + weights[2], 1));
    CHECK(close(weights[1], 1. / 3 + most->to_double()));
    CHECK(weights[2] == 0);
    const auto interval = one_weight(large, Whole{total, total + 1}, 1);
    CHECK((interval.from <= Fraction(9'999'999'999'971, 29'999'999'999'903)));
    CHECK((interval.to > Fraction(9'999'999'999'971, 29'999'999'999'903)));
    CHECK((interval.to - interval.from < Fraction(1, 1'000'000'000'000)));
    const TotalRange box = spread_range(large, Fraction{123'456'789, 1'000'000'007}, Rescale::max);
    CHECK((box.lowest < total && box.highest > total));
}

TEST_CASE("what is no job is refused") {
    const Job none{{}, {}};
    const Job short_one{{1, 2}, {3}};
    const Job zero{{0}, {0}};
    const Job too_large{{1}, {largest_size_of_points + 1}};
    for (const Job& job : {none, short_one, zero}) CHECK_THROWS_AS((void)base_total(job), std::invalid_argument);
    CHECK_THROWS_AS((void)base_total(too_large), std::overflow_error);
    CHECK_THROWS_AS(static_cast<void>(critical_spread(two, largest_size_of_points + 1, Crossing::reach)), std::overflow_error);
    CHECK_THROWS_AS(static_cast<void>(spread_range(two, Fraction{11, 10}, Rescale::max)), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(spread_range(two, -1, Rescale::none)), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(simplex_range(two, Fraction{51, 100})), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(one_weight(two, Whole{2, 1}, 0)), std::invalid_argument);
    CHECK_THROWS_AS(static_cast<void>(one_weight(two, Whole{1, 2}, 2)), std::out_of_range);
    CHECK_THROWS_AS(static_cast<void>(TransportDistance{}.moved(1, Crossing::reach)), std::logic_error);
    std::vector<double> wrong(3);
    CHECK_THROWS_AS(static_cast<void>(euclidean_projection(two, 1, Crossing::reach, wrong)), std::invalid_argument);
}

}  // namespace

}  // namespace weights_test
