// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace je::numerics {

/// Whole numbers of 128 bits, as g++ and clang++ have them.
__extension__ using Int128 = __int128;

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
