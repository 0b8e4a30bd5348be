// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "je/base/decimal.hpp"

namespace je::base {

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

    friend constexpr auto operator<=>(const WideDecimal&, const WideDecimal&) = default;

private:
    constexpr WideDecimal(std::int64_t whole, std::int64_t parts) : whole_{whole}, parts_{parts} {}

    std::int64_t whole_ = 0;  // towards zero
    std::int64_t parts_ = 0;  // ten-thousandths, of the sign of the whole
};

}  // namespace je::base
