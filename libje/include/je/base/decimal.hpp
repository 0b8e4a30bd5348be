// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace je::base {

/// Why a text is not a decimal. Every value has a sentence in `describe`.
enum class DecimalError {
    empty,
    not_a_number,
    leading_zero,     // 010: other readers take it for octal
    exponent,         // 1e3
    too_many_digits,  // more than four digits after the point
    out_of_range,     // beyond 999,999,999.9999
    negative_zero,    // -0, -0.0
    non_finite,       // .nan, nan, inf, ...
    explicit_plus,    // +5
    missing_digits,   // .5, 5., -
};

/// What was wrong, as a half sentence for an error message: "has a leading zero".
[[nodiscard]] std::string_view describe(DecimalError error);

/// An exact decimal with four digits after the point, held in an integer.
///
///     const auto parsed = Decimal::parse("153.25");
///     std::get<Decimal>(parsed).to_string();      // "153.25"
///
/// Values read from text lie within +-999,999,999.9999, so a sum of up to nine hundred million of them cannot overflow.
/// No conversion from or to floating point exists: a band must never depend on one.
class Decimal {
public:
    static constexpr std::int64_t units_per_one = 10'000;
    static constexpr std::int64_t largest_units = 9'999'999'999'999;

    constexpr Decimal() = default;

    [[nodiscard]] static constexpr Decimal from_units(std::int64_t units) { return Decimal{units}; }
    [[nodiscard]] static constexpr Decimal from_whole(std::int64_t whole) { return Decimal{whole * units_per_one}; }

    /// Reads the whole of `text`: digits, at most one point with one to four digits after it, an optional leading minus.
    [[nodiscard]] static std::variant<Decimal, DecimalError> parse(std::string_view text);

    /// The value in ten-thousandths.
    [[nodiscard]] constexpr std::int64_t units() const { return units_; }
    [[nodiscard]] constexpr bool is_whole() const { return units_ % units_per_one == 0; }

    /// Shortest exact form, no trailing zeros: "440", "153.25", "-0.5". The same on every platform and locale.
    [[nodiscard]] std::string to_string() const;

    friend constexpr Decimal operator+(Decimal a, Decimal b) { return Decimal{a.units_ + b.units_}; }
    friend constexpr Decimal operator-(Decimal a, Decimal b) { return Decimal{a.units_ - b.units_}; }
    friend constexpr auto operator<=>(Decimal, Decimal) = default;

private:
    explicit constexpr Decimal(std::int64_t units) : units_{units} {}
    std::int64_t units_ = 0;
};

/// A decimal that means one thing. Two quantities of the same kind add and compare; different kinds do not mix, and
/// points times points does not exist.
template <class Kind>
class Quantity {
public:
    constexpr Quantity() = default;
    explicit constexpr Quantity(Decimal value) : value_{value} {}
    [[nodiscard]] static constexpr Quantity whole(std::int64_t n) { return Quantity{Decimal::from_whole(n)}; }

    [[nodiscard]] constexpr Decimal value() const { return value_; }
    [[nodiscard]] std::string to_string() const { return value_.to_string(); }

    constexpr Quantity& operator+=(Quantity other) {
        value_ = value_ + other.value_;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity other) {
        value_ = value_ - other.value_;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    Decimal value_{};
};

/// An exact decimal with four digits after the point and up to eighteen before it: wide enough for a budget in the smallest
/// coin. It is only compared, never added to a total, so a Decimal stays all that counts towards a band.
///
///     const auto budget = WideDecimal::parse("1000000000000000.25");
///     std::get<WideDecimal>(budget) > WideDecimal{Decimal::from_whole(8)};      // true
class WideDecimal {
public:
    /// The largest number that can be held, either side of zero, as messages name it.
    static constexpr std::string_view largest = "999,999,999,999,999,999.9999";

    constexpr WideDecimal() = default;
    /// Every Decimal is one.
    constexpr WideDecimal(Decimal value)  // NOLINT(google-explicit-constructor): loses nothing
        : whole_{value.units() / Decimal::units_per_one}, parts_{value.units() % Decimal::units_per_one} {}

    /// Reads what Decimal::parse reads, with up to eighteen digits before the point.
    [[nodiscard]] static std::variant<WideDecimal, DecimalError> parse(std::string_view text);

    /// Shortest exact form, as of a Decimal.
    [[nodiscard]] std::string to_string() const;

    [[nodiscard]] constexpr bool is_whole() const { return parts_ == 0; }
    /// The smallest whole number that is not below it.
    [[nodiscard]] constexpr WideDecimal rounded_up() const { return {whole_ + (parts_ > 0 ? 1 : 0), 0}; }
    /// The largest whole number that is below it.
    [[nodiscard]] constexpr WideDecimal last_whole_below() const { return {rounded_up().whole_ - 1, 0}; }
    /// One ten-thousandth more.
    [[nodiscard]] constexpr WideDecimal next() const {
        if (parts_ == -1 || parts_ + 1 == Decimal::units_per_one) return {whole_ + (parts_ > 0 ? 1 : 0), 0};
        return whole_ < 0 && parts_ == 0 ? WideDecimal{whole_ + 1, 1 - Decimal::units_per_one}
                                         : WideDecimal{whole_, parts_ + 1};
    }

    friend constexpr auto operator<=>(const WideDecimal&, const WideDecimal&) = default;

private:
    constexpr WideDecimal(std::int64_t whole, std::int64_t parts) : whole_{whole}, parts_{parts} {}

    std::int64_t whole_ = 0;  // towards zero
    std::int64_t parts_ = 0;  // ten-thousandths, of the sign of the whole
};

/// A share as people write it: "0.2", "20%" or "20 %". Nothing for another text, one below 0, or one that needs more than four
/// digits after the point of the share. It may be above 1; how large a share may be is for the caller to say.
[[nodiscard]] std::optional<Decimal> parse_share(std::string_view text);

}  // namespace je::base
