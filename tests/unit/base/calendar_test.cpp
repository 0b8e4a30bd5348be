// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/date.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

namespace calendar_test {

namespace {

using je::base::Date;
using je::base::due;
using je::base::Period;
using je::base::Weekday;
using je::base::WorkingDays;

Date date(const std::string& text) { return Date::parse(text).value(); }

std::string text_of(const std::optional<Date>& day) { return day ? day->to_string() : "nothing"; }

/// England and Wales in 2016: https://www.gov.uk/bank-holidays. Christmas Day was a Sunday, kept on Tuesday 27 December.
WorkingDays england_2016() {
    std::vector<Date> days;
    for (const char* day :
         {"2016-01-01", "2016-03-25", "2016-03-28", "2016-05-02", "2016-05-30", "2016-08-29", "2016-12-26", "2016-12-27"}) {
        days.push_back(date(day));
    }
    return WorkingDays{days};
}

TEST_CASE("a date is made from year, month and day when there is such a day") {
    struct Row {
        int year;
        unsigned month, day;
        bool exists;
    };
    for (const Row& row : std::vector<Row>{{2016, 2, 29, true},
                                           {2024, 2, 29, true},
                                           {2000, 2, 29, true},
                                           {1900, 2, 29, false},
                                           {2100, 2, 29, false},
                                           {2015, 2, 29, false},
                                           {2016, 4, 31, false},
                                           {2016, 0, 1, false},
                                           {2016, 13, 1, false},
                                           {2016, 1, 0, false},
                                           {2016, 257, 1, false},  // 1 in a byte
                                           {2016, 1, 257, false},
                                           {0, 12, 31, false},
                                           {1, 1, 1, true},
                                           {9999, 12, 31, true},
                                           {10000, 1, 1, false},
                                           {65536 + 2016, 1, 1, false}}) {
        CAPTURE(row.year);
        CAPTURE(row.month);
        CAPTURE(row.day);
        const auto made = Date::of(row.year, row.month, row.day);
        REQUIRE(made.has_value() == row.exists);
        if (made) CHECK((made->year() == row.year && made->month() == row.month && made->day() == row.day));
    }
}

TEST_CASE("days are added across month ends, leap days and years' ends") {
    struct Row {
        const char* from;
        std::int64_t days;
        const char* to;
    };
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    for (const Row& row : std::vector<Row>{{"2016-02-28", 1, "2016-02-29"},
                                           {"2016-02-29", 1, "2016-03-01"},
                                           {"2015-02-28", 1, "2015-03-01"},
                                           {"1900-02-28", 1, "1900-03-01"},
                                           {"2000-02-28", 1, "2000-02-29"},
                                           {"2100-02-28", 1, "2100-03-01"},
                                           {"2016-12-31", 1, "2017-01-01"},
                                           {"2017-01-01", -1, "2016-12-31"},
                                           {"2016-08-01", 15, "2016-08-16"},
                                           {"2016-08-20", 15, "2016-09-04"},
                                           {"2016-01-01", 366, "2017-01-01"},
                                           {"2016-01-01", 0, "2016-01-01"},
                                           {"9999-12-31", 1, "nothing"},
                                           {"9999-12-30", 1, "9999-12-31"},
                                           {"0001-01-01", -1, "nothing"},
                                           {"0001-01-01", 3652058, "9999-12-31"},
                                           {"0001-01-01", 3652059, "nothing"},
                                           {"2016-01-01", most, "nothing"},
                                           {"2016-01-01", -most - 1, "nothing"}}) {
        CAPTURE(row.from);
        CAPTURE(row.days);
        const auto to = date(row.from).plus_days(row.days);
        CHECK(text_of(to) == row.to);
        if (to) CHECK(date(row.from).days_until(*to) == row.days);
    }
}

TEST_CASE("months keep the day's number, or end on the last day of the month") {
    struct Row {
        const char* from;
        std::int64_t months;
        const char* to;
    };
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    for (const Row& row : std::vector<Row>{
             {"1978-09-30", 4, "1979-01-30"},  // Dodds v Walker: not 31 January
             {"2016-01-31", 1, "2016-02-29"},     {"2015-01-31", 1, "2015-02-28"},  {"2016-01-29", 1, "2016-02-29"},
             {"2016-02-29", 1, "2016-03-29"},     {"2016-02-29", 12, "2017-02-28"}, {"2016-02-29", 48, "2020-02-29"},
             {"2016-05-31", 1, "2016-06-30"},     {"2016-10-31", 3, "2017-01-31"},  {"2016-12-01", 1, "2017-01-01"},
             {"2016-03-31", -1, "2016-02-29"},    {"2016-01-15", -1, "2015-12-15"}, {"2016-01-15", -13, "2014-12-15"},
             {"2016-01-15", 0, "2016-01-15"},     {"9999-11-30", 1, "9999-12-30"},  {"9999-12-01", 1, "nothing"},
             {"0001-01-31", -1, "nothing"},       {"0001-02-01", -1, "0001-01-01"}, {"2016-01-15", most, "nothing"},
             {"2016-01-15", -most - 1, "nothing"}}) {
        CAPTURE(row.from);
        CAPTURE(row.months);
        CHECK(text_of(date(row.from).plus_months(row.months)) == row.to);
    }
}

TEST_CASE("weekdays are those of the calendar on the wall") {
    CHECK(date("2016-03-25").weekday() == Weekday::friday);  // Good Friday
    CHECK(date("2016-03-28").weekday() == Weekday::monday);  // Easter Monday
    CHECK(date("2016-12-25").weekday() == Weekday::sunday);
    CHECK(date("2000-01-01").weekday() == Weekday::saturday);
    CHECK(date("0001-01-01").weekday() == Weekday::monday);
    CHECK(date("9999-12-31").weekday() == Weekday::friday);
}

TEST_CASE("working days step over weekends and bank holidays") {
    const WorkingDays days = england_2016();
    struct Row {
        const char* from;
        std::int64_t n;
        const char* to;
    };
    for (const Row& row : std::vector<Row>{
             {"2016-03-23", 1, "2016-03-24"},  // Wednesday to Maundy Thursday
             {"2016-03-24", 1, "2016-03-29"},  // over the whole of Easter
             {"2016-03-24", 2, "2016-03-30"},  {"2016-03-24", 4, "2016-04-01"},
             {"2016-03-24", 5, "2016-04-04"},  {"2016-03-18", 10, "2016-04-05"},  // four days before Easter, six after it
             {"2016-03-25", 1, "2016-03-29"},                                     // sent on the holiday itself
             {"2016-03-26", 1, "2016-03-29"},                                     // and on the Saturday
             {"2016-03-24", 0, "2016-03-24"},  {"2016-03-26", 0, "2016-03-26"},   // zero days leave a day alone
             {"2016-03-29", -1, "2016-03-24"}, {"2016-03-29", -2, "2016-03-23"},
             {"2016-03-27", -1, "2016-03-24"}, {"2016-04-29", 1, "2016-05-03"},
             {"2016-05-27", 1, "2016-05-31"},  {"2016-08-26", 1, "2016-08-30"},
             {"2016-12-23", 1, "2016-12-28"},  {"2016-12-23", 3, "2016-12-30"},
             {"2016-12-23", 4, "2017-01-02"},  // the list does not reach 2017
             {"9999-12-30", 1, "9999-12-31"},  {"9999-12-31", 1, "nothing"},
             {"0001-01-01", -1, "nothing"},    {"2016-01-01", 3000000, "nothing"}}) {
        CAPTURE(row.from);
        CAPTURE(row.n);
        const auto to = days.plus_working_days(date(row.from), row.n);
        CHECK(text_of(to) == row.to);
        if (to && row.n > 0) CHECK(days.working_days_between(date(row.from), *to) == row.n);
    }
    CHECK(days.working_days_between(date("2016-03-24"), date("2016-03-28")) == 0);
    CHECK(days.working_days_between(date("2016-03-29"), date("2016-03-24")) == -1);
    CHECK(days.working_days_between(date("2015-12-31"), date("2016-12-31")) == 261 - 8);  // 2016 had 261 weekdays
}

TEST_CASE("days and their number agree with a walk, day by day, over 2015 to 2025") {
    WorkingDays days = england_2016();
    const Date first = date("2015-01-01");
    const Date last = date("2025-12-31");
    std::int64_t walked = 0;
    std::int64_t worked = 0;
    int weekday = 4;  // 1 January 2015 was a Thursday
    std::vector<Date> seen;
    for (Date day = first;; day = *day.plus_days(1)) {
        CAPTURE(day.to_string());
        if (walked > 0) {  // the calendar as taught in school
            const Date before = seen.back();
            const bool leap = before.year() % 4 == 0;
            const unsigned days_in[] = {31, leap ? 29U : 28U, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
            const bool ends = before.day() == days_in[before.month() - 1];
            REQUIRE(day.day() == (ends ? 1 : before.day() + 1));
            REQUIRE(day.month() == (ends ? before.month() % 12 + 1 : before.month()));
            REQUIRE(day.year() == before.year() + (ends && before.month() == 12 ? 1 : 0));
        }
        REQUIRE(static_cast<int>(day.weekday()) == weekday);
        const bool works = weekday <= 5 && !days.is_holiday(day);
        REQUIRE(days.is_working_day(day) == works);
        if (works && walked > 0) {
            ++worked;
            REQUIRE(days.plus_working_days(first, worked) == day);
        }
        REQUIRE(days.working_days_between(first, day) == worked);
        REQUIRE(first.days_until(day) == walked);
        REQUIRE(first.plus_days(walked) == day);
        seen.push_back(day);
        ++walked;
        weekday = weekday % 7 + 1;
        if (day == last) break;
    }
    CHECK(walked == 11 * 365 + 3);  // leap days of 2016, 2020 and 2024
}

TEST_CASE("periods are read in their exact forms and written back") {
    for (const std::string text :
         {"15 days", "10 working days", "3 months", "1 day", "1 working day", "1 month", "9999 days"}) {
        CAPTURE(text);
        const auto period = Period::parse(text);
        REQUIRE(period);
        CHECK(period->to_string() == text);
    }
    CHECK(Period::parse("1 days") == Period{1, Period::Unit::days});
    CHECK(Period::parse("10 working days") == Period{10, Period::Unit::working_days});
    for (const std::string text : {"",
                                   "15",
                                   "15 ",
                                   " 15 days",
                                   "15 days ",
                                   "15  days",
                                   "15 Days",
                                   "15days",
                                   "2 day",
                                   "2 working day",
                                   "2 month",
                                   "0 days",
                                   "-1 days",
                                   "+1 days",
                                   "015 days",
                                   "1.5 days",
                                   "10000 days",
                                   "ten days",
                                   "15 weeks",
                                   "15 working",
                                   "15 working  days",
                                   "days",
                                   "99999999999999999999 days"}) {
        CAPTURE(text);
        CHECK_FALSE(Period::parse(text).has_value());
    }
}

TEST_CASE("what is due beyond the known holidays says so") {
    const WorkingDays list{{date("2016-03-25"), date("2018-03-30")}};  // no holiday known for 2017
    CHECK(list.first_year() == 2016);
    CHECK(list.last_year() == 2018);
    CHECK(list.years() == std::vector<int>{2016, 2018});
    struct Row {
        const char* from;
        Period period;
        const char* to;
        bool beyond;
    };
    constexpr auto working = Period::Unit::working_days;
    for (const Row& row : std::vector<Row>{{"2016-12-20", {8, working}, "2016-12-30", false},
                                           {"2016-12-20", {9, working}, "2017-01-02", true},
                                           {"2017-12-29", {1, working}, "2018-01-01", false},  // counts only a day in 2018
                                           {"2017-12-28", {2, working}, "2018-01-01", true},
                                           {"2016-12-30", {300, working}, "2018-02-23", true},  // a year's gap inside
                                           {"2015-12-31", {1, working}, "2016-01-01", false},
                                           {"2018-12-31", {1, working}, "2019-01-01", true},
                                           {"2016-12-20", {20, Period::Unit::days}, "2017-01-09", false},
                                           {"2016-11-30", {3, Period::Unit::months}, "2017-02-28", false}}) {
        CAPTURE(row.from);
        CAPTURE(row.period.to_string());
        const auto result = due(date(row.from), row.period, list);
        REQUIRE(result);
        CHECK(result->date.to_string() == row.to);
        CHECK(result->beyond_holidays == row.beyond);
    }
    const WorkingDays none;
    CHECK_FALSE(none.first_year().has_value());
    CHECK(due(date("2016-03-24"), {1, working}, none)->beyond_holidays);
    CHECK_FALSE(due(date("9999-12-31"), {1, working}, none).has_value());
    CHECK_FALSE(due(date("9999-12-31"), {1, Period::Unit::days}, none).has_value());
    CHECK_FALSE(due(date("9999-12-31"), {1, Period::Unit::months}, none).has_value());
}

TEST_CASE("holidays may be given in any order, twice, and on a weekend") {
    const WorkingDays days{{date("2016-03-28"), date("2016-03-26"), date("2016-03-25"), date("2016-03-28")}};
    CHECK(days.is_holiday(date("2016-03-26")));
    CHECK(text_of(days.plus_working_days(date("2016-03-24"), 1)) == "2016-03-29");
    CHECK(days.working_days_between(date("2016-03-24"), date("2016-03-31")) == 3);
}

}  // namespace

}  // namespace calendar_test
