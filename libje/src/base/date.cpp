// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <utility>

#include "je/base/text.hpp"

namespace je::base {

namespace {

/// The value of digits only; nothing when there is anything else.
std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr std::int64_t most_months = 12 * last_year;  // between any two days that a Date can be

std::chrono::sys_days days_of(const Date& date) {
    return std::chrono::sys_days{std::chrono::year{date.year()} / std::chrono::month{date.month()} /
                                 std::chrono::day{date.day()}};
}

constexpr std::chrono::sys_days first_day{std::chrono::year{first_year} / 1 / 1};
constexpr std::chrono::sys_days last_day{std::chrono::year{last_year} / 12 / 31};

}  // namespace

std::optional<Date> Date::of(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year) return std::nullopt;
    if (month > 12 || day > 31) return std::nullopt;  // chrono keeps these in a byte each
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() ? std::optional{Date{year, month, day}} : std::nullopt;
}

Weekday Date::weekday() const { return static_cast<Weekday>(std::chrono::weekday{days_of(*this)}.iso_encoding()); }

std::optional<Date> Date::plus_days(std::int64_t n) const {
    const std::chrono::sys_days from = days_of(*this);
    if (n < (first_day - from).count() || n > (last_day - from).count()) return std::nullopt;
    const std::chrono::year_month_day date{from + std::chrono::days{static_cast<int>(n)}};
    return Date{static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

std::optional<Date> Date::plus_months(std::int64_t n) const {
    if (n < -most_months || n > most_months) return std::nullopt;
    const std::int64_t months = 12 * std::int64_t{year()} + month() - 1 + n;
    const std::int64_t year = months / 12;
    if (year < first_year || year > last_year) return std::nullopt;
    const std::chrono::year_month_day_last end{std::chrono::year{static_cast<int>(year)} /
                                               std::chrono::month{static_cast<unsigned>(months % 12 + 1)} / std::chrono::last};
    return Date{static_cast<int>(year), static_cast<unsigned>(end.month()), std::min(day(), static_cast<unsigned>(end.day()))};
}

std::int64_t Date::days_until(Date other) const { return (days_of(other) - days_of(*this)).count(); }

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return of(static_cast<int>(*year), *month, *day);
}

std::string Date::to_string() const {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year(), month(), day());
    return text.data();
}

namespace {

bool is_weekend(Date day) { return day.weekday() >= Weekday::saturday; }

/// How many of the days from the Monday 0001-01-01 up to and including `day` are Monday to Friday.
std::int64_t weekdays_until(Date day) {
    static const Date first = *Date::of(1, 1, 1);
    const std::int64_t days = first.days_until(day) + 1;
    return days / 7 * 5 + std::min<std::int64_t>(days % 7, 5);
}

struct UnitWords {
    Period::Unit unit;
    std::string_view one;
    std::string_view many;
};
constexpr std::array<UnitWords, 3> unit_words{{{Period::Unit::days, "day", "days"},
                                               {Period::Unit::working_days, "working day", "working days"},
                                               {Period::Unit::months, "month", "months"}}};

}  // namespace

WorkingDays::WorkingDays(std::vector<Date> holidays) : holidays_{std::move(holidays)} {
    std::sort(holidays_.begin(), holidays_.end());
    holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
    std::remove_copy_if(holidays_.begin(), holidays_.end(), std::back_inserter(on_weekdays_), is_weekend);
    for (const Date day : holidays_) {
        if (years_.empty() || years_.back() != day.year()) years_.push_back(day.year());
    }
}

bool WorkingDays::is_holiday(Date day) const { return std::binary_search(holidays_.begin(), holidays_.end(), day); }

bool WorkingDays::is_working_day(Date day) const { return !is_weekend(day) && !is_holiday(day); }

std::int64_t WorkingDays::working_days_between(Date from, Date to) const {
    if (to < from) {  // the days from `to` to the day before `from`
        const auto before = [&](Date day) { return (is_working_day(day) ? 1 : 0); };
        return -(working_days_between(to, from) + before(to) - before(from));
    }
    const auto begin = std::upper_bound(on_weekdays_.begin(), on_weekdays_.end(), from);
    const auto end = std::upper_bound(on_weekdays_.begin(), on_weekdays_.end(), to);
    return weekdays_until(to) - weekdays_until(from) - (end - begin);
}

std::optional<Date> WorkingDays::plus_working_days(Date from, std::int64_t n) const {
    if (n == 0) return from;
    static const Date first = *Date::of(1, 1, 1);
    static const Date last = *Date::of(9999, 12, 31);
    const std::int64_t step = n < 0 ? -1 : 1;
    const auto enough = [&](std::int64_t days) {
        const std::int64_t count = working_days_between(from, *from.plus_days(step * days));
        return n < 0 ? count <= n : count >= n;
    };
    // The count never falls as days go by: the first day on which it is reached is found by halving.
    std::int64_t low = 0;  // never enough
    std::int64_t high = step * from.days_until(n < 0 ? first : last);
    if (high == 0 || !enough(high)) return std::nullopt;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    return from.plus_days(step * high);
}

std::optional<int> WorkingDays::first_year() const { return years_.empty() ? std::nullopt : std::optional{years_.front()}; }

std::optional<int> WorkingDays::last_year() const { return years_.empty() ? std::nullopt : std::optional{years_.back()}; }

bool WorkingDays::covers(Date from, Date to) const {
    const int first = std::min(from, to).year();
    const int last = std::max(from, to).year();
    const auto begin = std::lower_bound(years_.begin(), years_.end(), first);
    const auto end = std::upper_bound(years_.begin(), years_.end(), last);
    return end - begin == last - first + 1;
}

std::optional<Period> Period::parse(std::string_view text) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const auto count = parse_whole(text.substr(0, space), most);
    if (!count || *count == 0 || space == text.size()) return std::nullopt;
    const std::string_view word = text.substr(space + 1);
    for (const UnitWords& words : unit_words) {
        if (word == words.many || (*count == 1 && word == words.one)) return Period{static_cast<int>(*count), words.unit};
    }
    return std::nullopt;
}

std::string Period::to_string() const {
    const UnitWords& words = unit_words.at(static_cast<std::size_t>(unit));
    return std::to_string(count).append(1, ' ').append(count == 1 ? words.one : words.many);
}

std::optional<DueDate> due(Date from, Period period, const WorkingDays& working_days) {
    if (period.unit == Period::Unit::working_days) {
        const auto date = working_days.plus_working_days(from, period.count);
        if (!date) return std::nullopt;
        const Date first_counted = *working_days.plus_working_days(from, 1);
        return DueDate{*date, !working_days.covers(first_counted, *date)};
    }
    const auto date = period.unit == Period::Unit::days ? from.plus_days(period.count) : from.plus_months(period.count);
    return date ? std::optional{DueDate{*date, false}} : std::nullopt;
}

}  // namespace je::base
