// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace je::base {

/// Days of the week as ISO 8601 numbers them.
enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// A day of the Gregorian calendar, years 1 to 9999. Always a day that exists: what would lead beyond those years gives
/// nothing.
///
///     const auto sent = *Date::of(2016, 1, 31);
///     sent.plus_months(1)->to_string();               // "2016-02-29"
///     sent.days_until(*sent.plus_days(15));           // 15
class Date {
public:
    /// Nothing for a day that does not exist.
    [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day);
    /// Reads exactly `YYYY-MM-DD`; nothing for another form or a day that does not exist (2026-02-29).
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] std::string to_string() const;
    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] unsigned month() const { return month_; }
    [[nodiscard]] unsigned day() const { return day_; }

    [[nodiscard]] Weekday weekday() const;

    /// The day `n` days later, or earlier when `n` is negative.
    [[nodiscard]] std::optional<Date> plus_days(std::int64_t n) const;
    /// The day of the same number `n` months later (earlier when negative), or the last day of that month where it has no such
    /// day: 31 January and one month is 28 or 29 February. This is the "corresponding date rule", by which English law counts
    /// months: Dodds v Walker [1981] 1 WLR 1027, UKHL (30 September and four months is 30 January).
    [[nodiscard]] std::optional<Date> plus_months(std::int64_t n) const;
    /// How many days later `other` is; negative when it is earlier.
    [[nodiscard]] std::int64_t days_until(Date other) const;

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
