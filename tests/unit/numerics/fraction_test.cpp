// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/exact/fraction.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "numerics/exact/wide.hpp"

namespace fraction_test {

namespace {

using je::numerics::Fraction;
using je::numerics::fraction_of;
using je::numerics::Int128;
using je::numerics::Wide;

constexpr Int128 two_to(int power) { return static_cast<Int128>(1) << power; }
constexpr Int128 largest = je::numerics::largest_int128;
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

bool same_parts(const Fraction& a, Int128 numerator, Int128 denominator) {
    return a.numerator() == numerator && a.denominator() == denominator;
}

TEST_CASE("a fraction keeps its sign above the line, and its lowest terms are its own") {
    CHECK(same_parts(Fraction{}, 0, 1));
    CHECK(same_parts(Fraction{7}, 7, 1));
    CHECK(same_parts(Fraction(3, -6), -3, 6));
    CHECK(same_parts(Fraction(3, -6).reduced(), -1, 2));
    CHECK(same_parts(Fraction(0, -5).reduced(), 0, 1));
    CHECK(same_parts(Fraction(two_to(100) * 3, two_to(101)).reduced(), 3, 2));
    CHECK_THROWS_AS(Fraction(1, 0), std::invalid_argument);
    CHECK_THROWS_AS(Fraction(1, -largest - 1), std::overflow_error);
}

TEST_CASE("sums, differences, products and quotients are exact") {
    CHECK((Fraction{1, 6} + Fraction{1, 10} == Fraction{4, 15}));
    CHECK((Fraction{1, 6} - Fraction{1, 10} == Fraction{1, 15}));
    CHECK((Fraction{2, 3} * Fraction{-9, 4} == Fraction{-3, 2}));
    CHECK((Fraction{2, 3} / Fraction{-4, 9} == Fraction{-3, 2}));
    CHECK((1 - Fraction{1, 3} == Fraction{2, 3}));
    CHECK_THROWS_AS(Fraction{1} / Fraction{0}, std::invalid_argument);
}

TEST_CASE("what fits in lowest terms is computed, and what does not is refused") {
    const Fraction large{two_to(100), 3};
    CHECK((large * Fraction(3, two_to(100)) == 1));
    CHECK((large * Fraction(two_to(60), two_to(90)) == Fraction(two_to(70), 3)));
    CHECK((Fraction(two_to(100), two_to(101)) + Fraction(two_to(110), two_to(112)) == Fraction{3, 4}));
    CHECK_THROWS_AS(large * large, std::overflow_error);
    CHECK_THROWS_AS(Fraction(largest, 1) + 1, std::overflow_error);
    CHECK_THROWS_AS((Fraction(1, two_to(100) - 1) + Fraction(1, two_to(99) - 1)), std::overflow_error);
}

TEST_CASE("fractions compare exactly, also where cross products have far more than 128 bits") {
    CHECK((Fraction{1, 3} < Fraction{34, 100}));
    CHECK((Fraction{-1, 3} > Fraction{-34, 100}));
    CHECK((Fraction{2, 4} == Fraction{1, 2}));
    // n/(n+1) rises with n; the two differ by about 2^-252.
    const Fraction lower{largest - 2, largest - 1};
    const Fraction upper{largest - 1, largest};
    CHECK((lower < upper));
    CHECK((upper > lower));
    CHECK((-upper < -lower));
    CHECK((upper == Fraction(largest - 1, largest)));
    CHECK((Fraction(two_to(126), two_to(120) * 3) == Fraction(64, 3)));
    CHECK((Fraction(two_to(126) - 1, two_to(120)) < 64));
    CHECK((Fraction(largest, 2) > Fraction(largest - 2, 2)));
    CHECK((Fraction(largest, 3) > Fraction(-largest, 2)));
    const Fraction sixty_four{two_to(126), two_to(120)};
    CHECK((Fraction(64 * two_to(60) + 1, two_to(60)) > sixty_four));
    CHECK((sixty_four < Fraction(64 * two_to(60) + 1, two_to(60))));
    CHECK((Fraction(64 * two_to(60), two_to(60)) == sixty_four));
}

TEST_CASE("fractions that are nearly the same compare as the cross products of numbers of any size do") {
    std::mt19937_64 random{5};
    const auto whole = [&](int bits) { return static_cast<Int128>(random() % (std::uint64_t{1} << bits)) + 1; };
    const auto sign_of = [](const Wide& value) { return value < 0 ? -1 : value > 0 ? 1 : 0; };
    int equal = 0;
    for (int i = 0; i < 2000; ++i) {
        // The same fraction of 30 bits, both parts times numbers of up to 60 bits, and one of them off by 1 or not.
        const Int128 above = whole(30) - two_to(29);
        const Int128 below = whole(30);
        const Int128 by = whole(60);
        const Int128 other_by = whole(i % 2 == 0 ? 60 : 2);
        const Fraction a{above * by + static_cast<Int128>(random() % 3) - 1, below * by};
        const Fraction b{above * other_by, below * other_by};
        const Wide difference = Wide(a.numerator()) * Wide(b.denominator()) - Wide(b.numerator()) * Wide(a.denominator());
        const auto order = a <=> b;
        INFO("seed 5, case " << i);
        CHECK((order < 0 ? -1 : order > 0 ? 1 : 0) == sign_of(difference));
        CHECK((a == b) == (difference == 0));
        equal += difference == 0 ? 1 : 0;
    }
    CHECK(equal > 200);
}

TEST_CASE("a fraction is rounded down or up to units, below 0 too") {
    CHECK(Fraction(3, 88).floor_units(10000) == 340);
    CHECK(Fraction(3, 88).ceil_units(10000) == 341);
    CHECK(Fraction(-3, 88).floor_units(10000) == -341);
    CHECK(Fraction(-3, 88).ceil_units(10000) == -340);
    CHECK(Fraction(17, 50).floor_units(100) == 34);
    CHECK(Fraction(17, 50).ceil_units(100) == 34);
    CHECK(Fraction(largest - 1, largest).floor_units(most) == most - 1);
    CHECK(Fraction(largest - 1, largest).ceil_units(most) == most);
    CHECK(Fraction(1, largest).floor_units(most) == 0);
    CHECK(Fraction(1, largest).ceil_units(1) == 1);
    CHECK_THROWS_AS(static_cast<void>(Fraction(largest, 1).floor_units(1)), std::overflow_error);
    CHECK_THROWS_AS(static_cast<void>(Fraction(largest, 1).floor_units(most)), std::overflow_error);
    CHECK_THROWS_AS(static_cast<void>(Fraction(1).floor_units(0)), std::invalid_argument);
}

TEST_CASE("the nearest double") {
    CHECK(Fraction(1, 3).to_double() == 1.0 / 3);
    CHECK(Fraction(-7, 8).to_double() == -0.875);
    CHECK(Fraction(largest, 1).to_double() == std::ldexp(1.0, 127));
    CHECK(Fraction(largest - 1, largest).to_double() == 1.0);
    CHECK(Fraction(1, largest).to_double() == std::ldexp(1.0, -127));
}

TEST_CASE("where no fraction fits, the middle of its cell compares and rounds as the exact value does") {
    const Wide huge = Wide{1} << 200;
    CHECK((fraction_of(huge * 6, huge * 8) == Fraction{3, 4}));
    CHECK((fraction_of(huge, -huge * 2) == Fraction{-1, 2}));
    const Fraction just_above = fraction_of(huge * 450 + 1, huge);
    CHECK((just_above > 450));
    CHECK(just_above.floor_units(10000) == 4500000);
    CHECK(just_above.ceil_units(10000) == 4500001);
    const Fraction just_below = fraction_of(-huge * 450 - 1, huge);
    CHECK((just_below < -450));
    CHECK(just_below.ceil_units(10000) == -4500000);
    CHECK(just_below.floor_units(10000) == -4500001);
    const Fraction large = fraction_of((huge * 3 + 1) << 25, huge);  // too large for the finest cells
    CHECK((large > (3 << 25)));
    CHECK((fraction_of((Wide{1} << 325) + 1, Wide{1} << 200) > Fraction(two_to(125), 1)));
    CHECK_THROWS_AS(static_cast<void>(fraction_of(huge, 1)), std::overflow_error);
}

TEST_CASE("whole numbers of 128 bits: what overflows says so") {
    using namespace je::numerics;
    CHECK((product(two_to(63), two_to(63)) == two_to(126)));
    CHECK((product(-two_to(63), two_to(63) + 1) == -two_to(126) - two_to(63)));
    CHECK_FALSE(product(two_to(64), two_to(63)).has_value());
    CHECK_FALSE(product(-two_to(100), two_to(27)).has_value());
    CHECK((product(0, largest) == 0));
    CHECK((je::numerics::sum(largest, -largest) == 0));
    CHECK_FALSE(je::numerics::sum(largest, 1).has_value());
    CHECK_FALSE(je::numerics::sum(-largest, -1).has_value());
    CHECK(bits_of(0) == 0);
    CHECK(bits_of(-8) == 4);
    CHECK(bits_of(largest) == 127);
    CHECK((greatest_common_divisor(-two_to(120), two_to(90) * 3) == two_to(90)));
    CHECK((floor_quotient(-7, 2) == -4));
}

}  // namespace

}  // namespace fraction_test
