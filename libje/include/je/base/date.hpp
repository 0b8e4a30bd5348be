// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace je::base {

/// A day of the Gregorian calendar, years 1 to 9999. Always a day that exists.
class Date {
public:
    /// Reads exactly `YYYY-MM-DD`; nothing for another form or a day that does not exist (2026-02-29).
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] std::string to_string() const;
    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] unsigned month() const { return month_; }
    [[nodiscard]] unsigned day() const { return day_; }

    friend auto operator<=>(const Date&, const Date&) = default;

private:
    Date(int year, unsigned month, unsigned day)
        : year_{static_cast<std::int16_t>(year)},
          month_{static_cast<std::uint8_t>(month)},
          day_{static_cast<std::uint8_t>(day)} {}
    std::int16_t year_;
    std::uint8_t month_;
    std::uint8_t day_;
};

}  // namespace je::base
