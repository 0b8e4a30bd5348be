// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/decimal.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace {

using je::base::Decimal;
using je::base::DecimalError;

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "decimal: %s\n", what);
    std::abort();
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// SLOW AND PLAIN, for comparison only: a number as docs/files.md says, in ten-thousandths.
std::optional<std::int64_t> naive_units(std::string text) {
    const bool negative = text.starts_with('-');
    if (negative) text.erase(0, 1);
    const auto point = text.find('.');
    const std::string whole = text.substr(0, point);
    std::string decimals = point == std::string::npos ? "0" : text.substr(point + 1);
    if (!all_digits(whole) || !all_digits(decimals) || decimals.size() > 4) return std::nullopt;
    if (whole.size() > 1 && whole[0] == '0') return std::nullopt;
    if (whole.size() > 9) return std::nullopt;  // no leading zeros, so above 999,999,999
    decimals.resize(4, '0');
    const std::int64_t units = std::stoll(whole + decimals);
    if (negative && units == 0) return std::nullopt;
    return negative ? -units : units;
}

}  // namespace

// Any text: is it a number, and which? The reader must agree with the plain version, and what it accepts must read the same
// again after being written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(data), size};
    const auto parsed = Decimal::parse(text);
    const auto expected = naive_units(text);
    if (const auto* error = std::get_if<DecimalError>(&parsed)) {
        require(!expected, "refused a number");
        require(!je::base::describe(*error).empty(), "no reason given");
        return 0;
    }
    const Decimal value = std::get<Decimal>(parsed);
    require(expected.has_value(), "took something for a number");
    require(value.units() == *expected, "another value");
    const auto again = Decimal::parse(value.to_string());
    require(std::holds_alternative<Decimal>(again), "cannot read what it writes");
    require(std::get<Decimal>(again) == value, "reads what it writes differently");
    return 0;
}
