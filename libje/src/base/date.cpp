// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

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

}  // namespace je::base
