// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/date.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace date_test {

namespace {

using je::base::Date;

/// PLAIN, for tests only: the calendar rule as taught in school.
unsigned days_in(int year, unsigned month) {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const std::vector<unsigned> days{31, leap ? 29U : 28U, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1];
}

std::string padded(unsigned value, std::size_t width) {
    const auto digits = std::to_string(value);
    return std::string(width - digits.size(), '0') + digits;
}

TEST_CASE("the days that exist are read, and no others") {
    for (const int year : {1, 4, 1582, 1899, 1900, 1999, 2000, 2023, 2024, 2026, 2100, 2400, 9999}) {
        for (unsigned month = 0; month <= 13; ++month) {
            for (unsigned day = 0; day <= 32; ++day) {
                const auto text = padded(static_cast<unsigned>(year), 4) + '-' + padded(month, 2) + '-' + padded(day, 2);
                CAPTURE(text);
                const bool exists = month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
                const auto date = Date::parse(text);
                REQUIRE(date.has_value() == exists);
                if (!exists) continue;
                CHECK(date->year() == year);
                CHECK(date->month() == month);
                CHECK(date->day() == day);
                CHECK(date->to_string() == text);
            }
        }
    }
}

TEST_CASE("only YYYY-MM-DD is a date") {
    for (const std::string& text : std::vector<std::string>{
             "", "2026", "2026-1-2", "26-01-02", "2026/01/02", "2026-01-02 ", " 2026-01-02", "02-01-2026", "2026-01-02T00:00",
             "20260102", "2026-01-0x", "2026--1-02", "+026-01-02", "2026-+1-02", "-026-01-02", "0000-01-01", "12026-01-02",
             std::string{"2026-01-0\0", 10}, "2026-01-\xD9\xA5"}) {
        CAPTURE(text);
        CHECK_FALSE(Date::parse(text).has_value());
    }
}

TEST_CASE("dates compare by the calendar") {
    const auto date = [](const char* text) { return Date::parse(text).value(); };
    CHECK(date("2026-01-31") < date("2026-02-01"));
    CHECK(date("2025-12-31") < date("2026-01-01"));
    CHECK(date("2026-01-02") > date("2026-01-01"));
    CHECK(date("2026-01-01") == date("2026-01-01"));
    CHECK(date("0999-12-31") < date("1000-01-01"));
}

}  // namespace

}  // namespace date_test
