// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/exact/fraction.hpp"

#include <bit>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>

namespace je::numerics {

int bits_of(Int128 value) {
    const UInt128 size = size_of(value);
    const auto high = static_cast<std::uint64_t>(size >> 64);
    if (high != 0) return 64 + static_cast<int>(std::bit_width(high));
    return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(size)));
}

bool fits_64(Int128 value) {
    return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

std::optional<Int128> product(Int128 a, Int128 b) {
    if ((fits_64(a) && fits_64(b)) || bits_of(a) + bits_of(b) <= 127) return a * b;
    const UInt128 limit = static_cast<UInt128>(largest_int128);
    if (size_of(a) > limit / size_of(b)) return std::nullopt;  // both are beyond 64 bits or so, hence not 0
    return a * b;
}

std::optional<Int128> sum(Int128 a, Int128 b) {
    const bool too_large = b > 0 ? a > largest_int128 - b : a < -largest_int128 - b;
    if (too_large) return std::nullopt;
    return a + b;
}

Int128 greatest_common_divisor(Int128 a, Int128 b) {
    UInt128 x = size_of(a);
    UInt128 y = size_of(b);
    while (y != 0 && ((x | y) >> 64) != 0) {
        const UInt128 rest = x % y;
        x = y;
        y = rest;
    }
    if (y == 0) return static_cast<Int128>(x);
    return std::gcd(static_cast<std::uint64_t>(x), static_cast<std::uint64_t>(y));
}

namespace {

std::int64_t whole_64(std::optional<Int128> value) {
    if (!value || !fits_64(*value)) throw std::overflow_error("a fraction in these units does not fit 64 bits");
    return static_cast<std::int64_t>(*value);
}

/// part * factor / divisor, rounded down, for 0 <= part < divisor: bit by bit, since the product may need 192 bits.
std::int64_t floor_of_product(Int128 part, std::int64_t factor, Int128 divisor) {
    const auto of = static_cast<UInt128>(divisor);
    UInt128 quotient = 0;
    UInt128 rest = 0;
    const auto add = [&](UInt128 more) {
        rest += more;
        quotient += rest >= of ? 1U : 0U;
        rest -= rest >= of ? of : 0U;
    };
    for (int bit = 62; bit >= 0; --bit) {
        quotient *= 2;
        add(rest);
        if (((factor >> bit) & 1) != 0) add(static_cast<UInt128>(part));
    }
    return static_cast<std::int64_t>(quotient);
}

struct Parts {
    Int128 whole;
    Int128 rest;  // from 0 to below the denominator
};
Parts split(Int128 numerator, Int128 denominator) {
    const Int128 whole = floor_quotient(numerator, denominator);
    return {whole, numerator - whole * denominator};
}

std::strong_ordering turned(std::strong_ordering order) { return 0 <=> order; }

/// Compares a/b with c/d, b and d above 0, as their continued fractions: by whole parts, then by the rests turned over.
std::strong_ordering compare_parts(Int128 a, Int128 b, Int128 c, Int128 d) {
    bool over = false;
    for (;;) {
        const Parts left = split(a, b);
        const Parts right = split(c, d);
        auto order = left.whole <=> right.whole;
        if (order == 0 && (left.rest == 0 || right.rest == 0))
            order = (left.rest != 0) <=> (right.rest != 0);
        else if (order == 0) {
            a = std::exchange(b, left.rest);
            c = std::exchange(d, right.rest);
            over = !over;
            continue;
        }
        return over ? turned(order) : order;
    }
}

std::optional<Fraction> try_sum(const Fraction& a, const Fraction& b) {
    const Int128 common =
        a.denominator() == b.denominator() ? a.denominator() : greatest_common_divisor(a.denominator(), b.denominator());
    const auto left = product(a.numerator(), b.denominator() / common);
    const auto right = product(b.numerator(), a.denominator() / common);
    const auto below = product(a.denominator(), b.denominator() / common);
    const auto above = left && right ? sum(*left, *right) : std::nullopt;
    if (!above || !below) return std::nullopt;
    return Fraction{*above, *below};
}

std::optional<Fraction> try_product(const Fraction& a, const Fraction& b) {
    const auto above = product(a.numerator(), b.numerator());
    const auto below = product(a.denominator(), b.denominator());
    if (!above || !below) return std::nullopt;
    return Fraction{*above, *below};
}

[[noreturn]] void overflow() { throw std::overflow_error("a fraction does not fit 128 bits"); }

}  // namespace

Fraction::Fraction(Int128 numerator, Int128 denominator) : numerator_{numerator}, denominator_{denominator} {
    if (denominator == 0) throw std::invalid_argument("a fraction with denominator 0");
    if (size_of(numerator) > static_cast<UInt128>(largest_int128) ||
        size_of(denominator) > static_cast<UInt128>(largest_int128))
        overflow();
    if (denominator < 0) {
        numerator_ = -numerator;
        denominator_ = -denominator;
    }
}

Fraction Fraction::reduced() const {
    const Int128 common = greatest_common_divisor(numerator_, denominator_);
    return {numerator_ / common, denominator_ / common};
}

double Fraction::to_double() const {
    return static_cast<double>(static_cast<long double>(numerator_) / static_cast<long double>(denominator_));
}

std::int64_t Fraction::floor_units(std::int64_t scale) const {
    if (scale < 1) throw std::invalid_argument("units of a fraction are 1/1 or smaller");
    const Parts parts = split(numerator_, denominator_);
    const auto whole = product(parts.whole, scale);
    if (!whole) return whole_64(whole);
    return whole_64(sum(*whole, floor_of_product(parts.rest, scale, denominator_)));
}

std::int64_t Fraction::ceil_units(std::int64_t scale) const {
    return whole_64(-static_cast<Int128>((-*this).floor_units(scale)));
}

Fraction operator+(const Fraction& a, const Fraction& b) {
    if (const auto quick = try_sum(a, b)) return *quick;
    const auto exact = try_sum(a.reduced(), b.reduced());
    return exact ? *exact : (overflow(), Fraction{});
}

Fraction operator-(const Fraction& a) { return {-a.numerator_, a.denominator_}; }
Fraction operator-(const Fraction& a, const Fraction& b) { return a + -b; }

Fraction operator*(const Fraction& a, const Fraction& b) {
    if (const auto quick = try_product(a, b)) return *quick;
    // What is common to one's numerator and the other's denominator goes first: what is left is in lowest terms.
    const Fraction left = Fraction{a.numerator_, b.denominator_}.reduced();
    const Fraction right = Fraction{b.numerator_, a.denominator_}.reduced();
    const Fraction first = Fraction{left.numerator_, right.denominator_}.reduced();
    const Fraction second = Fraction{right.numerator_, left.denominator_}.reduced();
    const auto exact = try_product(first, second);
    return exact ? *exact : (overflow(), Fraction{});
}

Fraction operator/(const Fraction& a, const Fraction& b) {
    if (b.numerator_ == 0) throw std::invalid_argument("division of a fraction by 0");
    return a * Fraction{b.denominator_, b.numerator_};
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    const auto left = product(a.numerator_, b.denominator_);
    const auto right = product(b.numerator_, a.denominator_);
    if (left && right) return *left <=> *right;
    return compare_parts(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
}

bool operator==(const Fraction& a, const Fraction& b) { return (a <=> b) == 0; }

}  // namespace je::numerics
