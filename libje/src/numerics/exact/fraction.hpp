// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace je::numerics {

/// Whole numbers of 128 bits, as g++ and clang++ have them.
__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

constexpr Int128 largest_int128 = static_cast<Int128>(~UInt128{0} >> 1);

[[nodiscard]] constexpr UInt128 size_of(Int128 value) {
    return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

/// Bits needed to write the size of a number; 0 for 0.
[[nodiscard]] int bits_of(Int128 value);
[[nodiscard]] bool fits_64(Int128 value);

/// The result, or nothing when it does not fit. (g++'s checked arithmetic of 128 bits calls a function that clang++ has not.)
[[nodiscard]] std::optional<Int128> product(Int128 a, Int128 b);
[[nodiscard]] std::optional<Int128> sum(Int128 a, Int128 b);

[[nodiscard]] Int128 greatest_common_divisor(Int128 a, Int128 b);

/// Rounded down, also below 0. `divisor` is above 0.
[[nodiscard]] constexpr Int128 floor_quotient(Int128 dividend, Int128 divisor) {
    const Int128 quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/// Rounded up, also below 0. `divisor` is above 0.
[[nodiscard]] constexpr Int128 ceil_quotient(Int128 dividend, Int128 divisor) {
    const Int128 quotient = dividend / divisor;
    return dividend % divisor > 0 ? quotient + 1 : quotient;
}

/// An exact fraction of two whole numbers of 128 bits, for what decides a band or is promised in a report.
///
///     const Fraction spread{3, 88};
///     spread < Fraction{1, 29}      // true
///     spread.floor_units(10000)     // 340: 0.0340, rounded down
///
/// The parts are kept as they come: `reduced()` gives lowest terms. Two fractions are equal when their values are.
class Fraction {
public:
    constexpr Fraction() = default;
    /// A whole number; not explicit, so that fractions compare with floors as they are.
    constexpr Fraction(std::int64_t whole) : numerator_{whole} {}
    /// Either part may be negative; the sign goes to the numerator. Throws std::invalid_argument when `denominator` is 0.
    Fraction(Int128 numerator, Int128 denominator);

    [[nodiscard]] constexpr Int128 numerator() const { return numerator_; }
    /// Always above 0.
    [[nodiscard]] constexpr Int128 denominator() const { return denominator_; }
    [[nodiscard]] Fraction reduced() const;

    /// The nearest double or one beside it: relative error below 2.3e-16.
    [[nodiscard]] double to_double() const;
    /// The largest whole number of units of 1/scale that is not above this fraction, as a promise is to be rounded; and the
    /// smallest not below it. `scale` is at least 1 (std::invalid_argument). Throws std::overflow_error when 64 bits do not
    /// hold the result.
    [[nodiscard]] std::int64_t floor_units(std::int64_t scale) const;
    [[nodiscard]] std::int64_t ceil_units(std::int64_t scale) const;

    /// Exact, or std::overflow_error when a part of the result in lowest terms does not fit 128 bits (or, for sums, a step
    /// towards it). Division by 0 throws std::invalid_argument.
    friend Fraction operator+(const Fraction& a, const Fraction& b);
    friend Fraction operator-(const Fraction& a, const Fraction& b);
    friend Fraction operator*(const Fraction& a, const Fraction& b);
    friend Fraction operator/(const Fraction& a, const Fraction& b);
    friend Fraction operator-(const Fraction& a);

    /// Exact for all fractions: by cross products where these fit, else by continued fractions.
    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);
    friend bool operator==(const Fraction& a, const Fraction& b);

private:
    Int128 numerator_ = 0;
    Int128 denominator_ = 1;
};

}  // namespace je::numerics
