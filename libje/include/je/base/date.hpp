// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Working days: Monday to Friday, holidays apart.
///
///     const WorkingDays days{{*Date::of(2016, 3, 25), *Date::of(2016, 3, 28)}};   // Easter 2016
///     days.plus_working_days(*Date::of(2016, 3, 24), 1);                          // Tuesday 29 March
class WorkingDays {
public:
    /// Without holidays: covers no year.
    WorkingDays() = default;
    /// In any order; a day may be given more than once.
    explicit WorkingDays(std::vector<Date> holidays);

    [[nodiscard]] bool is_holiday(Date day) const;
    [[nodiscard]] bool is_working_day(Date day) const;

    /// Working day number `n` after `from`, which is not counted itself: day 1 is the first working day after it. Negative:
    /// working day number -n before it. Zero: `from` as it is, working day or not. Nothing beyond the years of Date.
    [[nodiscard]] std::optional<Date> plus_working_days(Date from, std::int64_t n) const;
    /// How many working days are later than `from` and not later than `to`; when `to` is earlier, minus how many are earlier
    /// than `from` and not earlier than `to`.
    [[nodiscard]] std::int64_t working_days_between(Date from, Date to) const;

    /// First and last year that holidays are known for; nothing without any.
    [[nodiscard]] std::optional<int> first_year() const;
    [[nodiscard]] std::optional<int> last_year() const;
    /// The years that holidays are known for, rising. A list may have gaps.
    [[nodiscard]] const std::vector<int>& years() const { return years_; }
    /// Whether holidays are known for each year from that of `from` to that of `to`.
    [[nodiscard]] bool covers(Date from, Date to) const;

private:
    std::vector<Date> holidays_;     // rising, each once
    std::vector<Date> on_weekdays_;  // those from Monday to Friday
    std::vector<int> years_;
};

/// A length of time as policies state it: "15 days", "10 working days", "3 months".
struct Period {
    enum class Unit : std::uint8_t { days, working_days, months };
    static constexpr int most = 9999;

    int count = 1;
    Unit unit = Unit::days;

    /// Exactly these forms: a whole number from 1 to 9999 without leading zeros, one space, then `days`, `working days` or
    /// `months`; for 1 also `day`, `working day` or `month`. Nothing for anything else.
    [[nodiscard]] static std::optional<Period> parse(std::string_view text);
    /// The same form: "1 day", "10 working days".
    [[nodiscard]] std::string to_string() const;

    friend bool operator==(const Period&, const Period&) = default;
};

/// The last day of a period, and whether it can be relied upon.
struct DueDate {
    Date date;
    /// Working days were counted in a year that no holiday is known for, so the day may be earlier than it should be.
    bool beyond_holidays = false;

    friend bool operator==(const DueDate&, const DueDate&) = default;
};

/// The day on which `period` ends that begins on `from`, which is not counted itself. Days and months run on through weekends
/// and holidays; months follow the corresponding date rule (Date::plus_months). Nothing beyond the years of Date.
[[nodiscard]] std::optional<DueDate> due(Date from, Period period, const WorkingDays& working_days);

}  // namespace je::base
