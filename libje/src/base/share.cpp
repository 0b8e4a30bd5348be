// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/share.hpp"

#include <variant>

namespace je::base {

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
