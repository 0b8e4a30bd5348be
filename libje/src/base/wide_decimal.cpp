// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/wide_decimal.hpp"

#include "base/decimal_digits.hpp"

namespace je::base {

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

}  // namespace je::base
