// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/date.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

#include "io/readers/reader.hpp"

namespace calendar_test {

namespace {

using je::base::Date;
using je::base::Weekday;
using je::base::WorkingDays;

constexpr int all_days = 3652059;  // 0001-01-01 to 9999-12-31

Date day_number(int n) { return Date::of(1, 1, 1)->plus_days(n).value(); }

rc::Gen<Date> any_date() { return rc::gen::map(rc::gen::inRange(0, all_days), day_number); }

/// Around 2016 and 2017, so that holidays are met.
rc::Gen<Date> near_date() {
    return rc::gen::map(rc::gen::inRange(0, 700), [](int n) { return Date::of(2016, 1, 1)->plus_days(n).value(); });
}

/// SLOW AND PLAIN, for comparison only: one day after another. Nothing when the calendar ends first.
std::optional<Date> walk(Date from, int n, const WorkingDays& days) {
    std::optional<Date> day = from;
    const int step = n < 0 ? -1 : 1;
    for (int left = n < 0 ? -n : n; left > 0 && day;) {
        day = day->plus_days(step);
        if (day && day->weekday() <= Weekday::friday && !days.is_holiday(*day)) --left;
    }
    return day;
}

/// Easter Sunday by the rule of Meeus, Jones and Butcher (Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 8).
Date easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return Date::of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1)).value();
}

}  // namespace

TEST_CASE("adding days and counting them are inverse") {
    CHECK(rc::check([] {
        const Date from = *any_date();
        const Date to = *any_date();
        RC_ASSERT(from.plus_days(from.days_until(to)) == to);
        RC_ASSERT(from.days_until(to) == -to.days_until(from));
        RC_ASSERT((from < to) == (from.days_until(to) > 0));
        const auto weekday = static_cast<std::int64_t>(from.weekday());
        const std::int64_t moved = ((weekday - 1 + from.days_until(to)) % 7 + 7) % 7 + 1;
        RC_ASSERT(static_cast<std::int64_t>(to.weekday()) == moved);
        RC_ASSERT(Date::of(from.year(), from.month(), from.day()) == from);
    }));
}

TEST_CASE("a month later lies in the month after, at the same day or its last") {
    CHECK(rc::check([] {
        const Date from = *any_date();
        const auto n = *rc::gen::inRange<std::int64_t>(-30000, 30000);
        const auto to = from.plus_months(n);
        const std::int64_t month = 12 * std::int64_t{from.year()} + from.month() - 1 + n;
        RC_ASSERT(to.has_value() == (month >= 12 && month < 12 * 10000));
        if (!to) return;
        RC_ASSERT(12 * std::int64_t{to->year()} + to->month() - 1 == month);
        const auto next = to->plus_days(1);
        const bool last_of_month = !next || next->month() != to->month();
        RC_ASSERT(to->day() == from.day() || (to->day() < from.day() && last_of_month));
    }));
}

TEST_CASE("working days land on working days, as many as a walk day by day counts") {
    CHECK(rc::check([] {
        const auto holidays = *rc::gen::container<std::vector<Date>>(near_date());
        const WorkingDays days{holidays};
        const Date from = *near_date();
        const int n = *rc::gen::inRange(-300, 300);
        const auto to = days.plus_working_days(from, n);
        RC_ASSERT(to == walk(from, n, days));
        RC_ASSERT(n == 0 || days.is_working_day(*to));
        RC_ASSERT(days.working_days_between(from, *to) == n);
        const Date end = *near_date();
        std::int64_t counted = 0;
        for (Date day = std::min(from, end); day < std::max(from, end);) {
            const Date next = day.plus_days(1).value();
            counted += days.is_working_day(from < end ? next : day) ? 1 : 0;
            day = next;
        }
        RC_ASSERT(days.working_days_between(from, end) == (from < end ? counted : -counted));
    }));
}

TEST_CASE("the list for England and Wales has Easter where Easter is, and eight days a year at least") {
    je::base::Diagnostics diagnostics;
    const std::string path = JE_SOURCE_DIR "/examples/probation/holidays-england-and-wales.yaml";
    const auto text = je::io::read_file(path, path, {}, diagnostics);
    REQUIRE(text);
    const auto draft = je::io::read_holidays(*text, {}, diagnostics);
    REQUIRE(draft);
    const auto list = je::model::Holidays::make(*draft, diagnostics);
    REQUIRE(list);
    CHECK(diagnostics.all().empty());
    const WorkingDays& days = list->working_days();
    CHECK(days.years() == std::vector<int>{2016, 2023, 2024, 2025, 2026});
    for (const int year : days.years()) {
        CAPTURE(year);
        CHECK(days.is_holiday(*easter(year).plus_days(-2)));
        CHECK(days.is_holiday(*easter(year).plus_days(1)));
        const auto in_year = std::count_if(list->holidays().begin(), list->holidays().end(),
                                           [&](const auto& h) { return h.date.year() == year; });
        CHECK(in_year == (year == 2023 ? 9 : 8));
        // 25 and 26 December, or the next working days for them; the first and the last Monday of May; the last of August
        CHECK(days.working_days_between(*Date::of(year, 12, 24), *Date::of(year, 12, 28)) <= 2);
        const auto monday_from = [&](unsigned month, unsigned day) {
            Date found = Date::of(year, month, day).value();
            while (found.weekday() != Weekday::monday) found = found.plus_days(1).value();
            return found;
        };
        CHECK(days.is_holiday(monday_from(5, 1)));
        CHECK(days.is_holiday(monday_from(5, 25)));
        CHECK(days.is_holiday(monday_from(8, 25)));
    }
}

}  // namespace calendar_test
