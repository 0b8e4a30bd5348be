// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/decimal.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "je/base/text.hpp"

namespace je::base {

/// What the text of a decimal says, its size without sign.
struct DecimalDigits {
    bool negative = false;
    std::int64_t whole = 0;
    std::int64_t parts = 0;  // ten-thousandths, 0 to 9,999
};

/// Reads a decimal with at most `most_whole` (eighteen or fewer) before the point.
[[nodiscard]] std::variant<DecimalDigits, DecimalError> read_digits(std::string_view text, std::size_t most_whole);

/// Shortest exact form, no trailing zeros.
[[nodiscard]] std::string write_digits(bool negative, std::uint64_t whole, std::uint64_t parts);

namespace {

constexpr std::size_t fraction_digits = 4;
constexpr std::size_t whole_digits = 9;

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

/// `text` without its sign: one of the names of infinity or of "not a number".
bool is_non_finite(std::string_view text) {
    constexpr std::array<std::string_view, 5> names{".nan", ".inf", "nan", "inf", "infinity"};
    if (text.empty() || is_digit(text.front())) return false;  // as most texts
    return text.size() <= names.back().size() && std::find(names.begin(), names.end(), in_small_letters(text)) != names.end();
}

/// Digits with at most one point, then e or E, an optional sign and digits.
bool has_exponent(std::string_view text) {
    const auto mark = text.find_first_of("eE");
    if (mark == std::string_view::npos) return false;
    const std::string_view mantissa = text.substr(0, mark);
    std::string_view power = text.substr(mark + 1);
    if (!power.empty() && (power.front() == '+' || power.front() == '-')) power.remove_prefix(1);
    const bool mantissa_fits = std::all_of(mantissa.begin(), mantissa.end(), [](char c) { return is_digit(c) || c == '.'; });
    return mantissa_fits && std::count(mantissa.begin(), mantissa.end(), '.') <= 1 &&
           std::any_of(mantissa.begin(), mantissa.end(), is_digit) && !power.empty() && all_digits(power);
}

std::int64_t to_integer(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

/// `fraction`, digits only and perhaps none, in ten-thousandths.
std::int64_t parts_of(std::string_view fraction) {
    std::int64_t parts = 0;
    std::int64_t place = Decimal::units_per_one / 10;
    for (const char c : fraction) {
        parts += (c - '0') * place;
        place /= 10;
    }
    return parts;
}

/// What is wrong with an unsigned text that is not plain digits around at most one point; nothing when its form is right.
std::variant<std::monostate, DecimalError> form_error(std::string_view text) {
    if (is_non_finite(text)) return DecimalError::non_finite;
    if (has_exponent(text)) return DecimalError::exponent;
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "0" : text.substr(point + 1);
    if (!all_digits(whole) || !all_digits(fraction)) return DecimalError::not_a_number;
    if (whole.empty() || fraction.empty()) return DecimalError::missing_digits;
    return std::monostate{};
}

}  // namespace

std::string_view describe(DecimalError error) {
    switch (error) {
        case DecimalError::empty:
            return "is empty";
        case DecimalError::not_a_number:
            return "is not a number";
        case DecimalError::leading_zero:
            return "has a leading zero";
        case DecimalError::exponent:
            return "is written with an exponent";
        case DecimalError::too_many_digits:
            return "has more than four digits after the point";
        case DecimalError::out_of_range:
            return "is beyond 999,999,999.9999";
        case DecimalError::negative_zero:
            return "is a negative zero";
        case DecimalError::non_finite:
            return "is not a finite number";
        case DecimalError::explicit_plus:
            return "begins with a plus sign";
        case DecimalError::missing_digits:
            return "lacks a digit before or after the point";
    }
    return "is not a number";
}

std::variant<DecimalDigits, DecimalError> read_digits(std::string_view text, std::size_t most_whole) {
    if (text.empty()) return DecimalError::empty;
    const bool negative = text.front() == '-';
    const bool plus = text.front() == '+';
    const std::string_view unsigned_text = text.substr(negative || plus ? 1 : 0);
    const auto wrong = form_error(unsigned_text);
    if (const auto* error = std::get_if<DecimalError>(&wrong)) return *error;
    if (plus) return DecimalError::explicit_plus;
    const auto point = unsigned_text.find('.');
    const auto whole = unsigned_text.substr(0, point);
    const auto fraction = point == std::string_view::npos ? std::string_view{} : unsigned_text.substr(point + 1);
    if (whole.size() > 1 && whole.front() == '0') return DecimalError::leading_zero;
    if (whole.size() > most_whole) return DecimalError::out_of_range;
    if (fraction.size() > fraction_digits) return DecimalError::too_many_digits;
    const DecimalDigits digits{negative, to_integer(whole), parts_of(fraction)};
    if (negative && digits.whole == 0 && digits.parts == 0) return DecimalError::negative_zero;
    return digits;
}

std::string write_digits(bool negative, std::uint64_t whole, std::uint64_t parts) {
    std::string text{negative ? "-" : ""};
    text += std::to_string(whole);
    if (parts == 0) return text;
    std::string fraction = std::to_string(Decimal::units_per_one + static_cast<std::int64_t>(parts)).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return text + '.' + fraction;
}

std::variant<Decimal, DecimalError> Decimal::parse(std::string_view text) {
    const auto read = read_digits(text, whole_digits);
    if (const auto* error = std::get_if<DecimalError>(&read)) return *error;
    const auto& digits = std::get<DecimalDigits>(read);
    const std::int64_t value = digits.whole * units_per_one + digits.parts;
    return from_units(digits.negative ? -value : value);
}

std::string Decimal::to_string() const {
    const bool negative = units_ < 0;
    // Through unsigned, so that the smallest integer has a magnitude too.
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
    constexpr auto per_one = static_cast<std::uint64_t>(units_per_one);
    return write_digits(negative, magnitude / per_one, magnitude % per_one);
}

std::variant<WideDecimal, DecimalError> WideDecimal::parse(std::string_view text) {
    constexpr std::size_t most_whole_digits = 18;
    const auto read = read_digits(text, most_whole_digits);
    if (const auto* error = std::get_if<DecimalError>(&read)) return *error;
    const auto& digits = std::get<DecimalDigits>(read);
    return digits.negative ? WideDecimal{-digits.whole, -digits.parts} : WideDecimal{digits.whole, digits.parts};
}

std::string WideDecimal::to_string() const {
    const bool negative = whole_ < 0 || parts_ < 0;
    const auto size = [&](std::int64_t n) { return static_cast<std::uint64_t>(negative ? -n : n); };
    return write_digits(negative, size(whole_), size(parts_));
}

std::optional<Decimal> parse_share(std::string_view text) {
    constexpr std::int64_t percent = 100;
    const bool in_percent = text.ends_with('%');
    if (in_percent) text.remove_suffix(1);
    if (in_percent && text.ends_with(' ')) text.remove_suffix(1);
    const auto parsed = Decimal::parse(text);
    const auto* value = std::get_if<Decimal>(&parsed);
    if (value == nullptr || *value < Decimal{}) return std::nullopt;
    if (!in_percent) return *value;
    if (value->units() % percent != 0) return std::nullopt;
    return Decimal::from_units(value->units() / percent);
}

}  // namespace je::base
