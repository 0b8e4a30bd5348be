// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/appeal/case.hpp"

#include <doctest/doctest.h>

#include "support/process.hpp"

namespace je::appeal::deadlines_test {

namespace {

using test::ground;

const std::string two = "m1:management u1:union";

base::Date day(const std::string& text) { return test::date(text).value; }

/// Bank holidays of England and Wales around Easter and in May 2016: https://www.gov.uk/bank-holidays.
base::WorkingDays england() {
    return base::WorkingDays{{day("2016-01-01"), day("2016-03-25"), day("2016-03-28"), day("2016-05-02"), day("2016-05-30"),
                              day("2016-08-29"), day("2016-12-26"), day("2016-12-27")}};
}

model::Panel panel_of(const model::Scheme& scheme, const std::string& knowledge, const std::string& id) {
    return test::made(test::panel_draft(scheme, two, {{"knowledge", "", knowledge}, {"effort", "", "1"}}, id), scheme);
}

/// One time limit, from "sent" until "lodged", over these events.
Deadline one(const std::string& within, const test::Pairs& events, const base::WorkingDays& working_days = {},
             const std::string& today = "") {
    auto draft = test::small_scheme();
    auto rule = test::time_rule("lodge", "sent", "lodged", within);
    rule.summary = "In good time.";
    draft.appeal = {test::differ_rule("all"), rule};
    const auto scheme = test::made(draft);
    const auto original = panel_of(scheme, "2", "panel");
    auto appeal_draft = test::appeal_draft({ground("process")});
    test::add_events(appeal_draft, events);
    const auto appeal = test::made(appeal_draft, scheme);
    const AppealCase appeal_case{.scheme = &scheme, .appeal = &appeal, .original = &original};
    std::optional<base::Date> on;
    if (!today.empty()) on = day(today);
    const auto all = deadlines(appeal_case, working_days, on);
    REQUIRE(all.size() == 1);
    return all.front();
}

std::string due(const std::string& within, const std::string& from, const base::WorkingDays& working_days = {}) {
    const auto deadline = one(within, {{"sent", from}}, working_days);
    return deadline.due ? deadline.due->to_string() : "none";
}

/// Pay of bands A to C: ranges as text, "min max".
struct Dates {
    std::string before;  // level of knowledge: 1 is A, 2 is B, 3 is B too (70 points)
    std::string after;
    std::string decided;
    test::Pairs pay;
};

std::vector<std::string> effects(const Dates& dates, const test::Strings& argued) {
    auto draft = test::small_scheme();
    draft.bands = {test::open_bands({{"A", "0"}, {"B", "50"}, {"C", "70"}})};
    if (!dates.pay.empty()) draft.pay = {test::pay(dates.pay)};
    const auto scheme = test::made(draft);
    const auto original = panel_of(scheme, dates.before, "panel");
    std::optional<model::Panel> again;
    if (!dates.after.empty()) again = panel_of(scheme, dates.after == "." ? "" : dates.after, "again");
    auto appeal_draft = test::appeal_draft({ground("process")});
    for (const auto& date : argued)
        appeal_draft.effective_dates.push_back({{day(date), test::at_line(1)}, test::text("somebody"), "a reason"});
    if (!dates.decided.empty())
        appeal_draft.decision = model::AppealDraft::Outcome{{day(dates.decided), test::at_line(1)}, "", {}};
    const auto appeal = test::made(appeal_draft, scheme);
    const AppealCase appeal_case{.scheme = &scheme,
                                 .bands = test::bands_of(scheme),
                                 .pay = scheme.pay_tables().empty() ? nullptr : &scheme.pay_tables()[0],
                                 .appeal = &appeal,
                                 .original = &original,
                                 .repanel = again ? &*again : nullptr};
    std::vector<std::string> result;
    for (const auto& effect : date_effects(appeal_case)) {
        const auto money = [](const auto& amount) { return amount ? amount->value().to_string() : std::string{"-"}; };
        result.push_back(effect.date->date.to_string() + ": " + std::to_string(effect.days_before_latest) + " before, " +
                         (effect.days ? std::to_string(*effect.days) : "-") + " days, " + money(effect.at_bottom) + " to " +
                         money(effect.at_top));
    }
    return result;
}

}  // namespace

TEST_CASE("days due, worked by hand on the calendar of 2016") {
    struct Row {
        std::string within;
        std::string from;
        std::string due;
    };
    // In 2016 Good Friday was 25 March and Easter Monday 28 March; 24 March was a Thursday. 29 February was a Monday.
    for (const Row& row : std::vector<Row>{
             {"1 working day", "2016-03-23", "2016-03-24"},  // Wednesday to Thursday
             {"1 working day", "2016-03-24", "2016-03-29"},  // over Easter
             {"1 working day", "2016-03-25", "2016-03-29"},  // from the holiday itself
             {"1 working day", "2016-03-27", "2016-03-29"},  // from Easter Sunday
             {"1 working day", "2016-03-28", "2016-03-29"},
             {"2 working days", "2016-03-23", "2016-03-29"},
             {"5 working days", "2016-03-21", "2016-03-30"},   // 22, 23, 24, 29, 30
             {"10 working days", "2016-03-14", "2016-03-30"},  // 15-18, 21-24, 29, 30
             {"10 working days", "2016-04-18", "2016-05-03"},  // over 2 May, a holiday
             {"1 day", "2016-03-24", "2016-03-25"},            // days count holidays
             {"15 days", "2016-03-14", "2016-03-29"},
             {"28 days", "2016-02-01", "2016-02-29"},
             {"1 day", "2016-02-28", "2016-02-29"},  // a leap year
             {"1 day", "2015-02-28", "2015-03-01"},  // none
             {"365 days", "2016-02-29", "2017-02-28"},
             {"1 month", "2016-01-31", "2016-02-29"},  // the last day of a shorter month
             {"1 month", "2015-01-31", "2015-02-28"},
             {"1 month", "2016-02-29", "2016-03-29"},  // the day of the same number, not the last day
             {"12 months", "2016-02-29", "2017-02-28"},
             {"3 months", "2016-03-14", "2016-06-14"},
             {"3 months", "2015-11-30", "2016-02-29"},
             {"6 months", "2016-08-31", "2017-02-28"},
             {"1 month", "2016-02-25", "2016-03-25"},  // months end on holidays too
         }) {
        CAPTURE(row.within);
        CAPTURE(row.from);
        CHECK(due(row.within, row.from, england()) == row.due);
    }
}

TEST_CASE("working days without known holidays are marked, as the day may be too early") {
    const auto deadline = one("1 working day", {{"sent", "2016-03-24"}});
    CHECK(deadline.due->to_string() == "2016-03-25");
    CHECK(deadline.beyond_holidays);
    CHECK_FALSE(one("1 working day", {{"sent", "2016-03-24"}}, england()).beyond_holidays);
    CHECK(one("1 working day", {{"sent", "2017-03-24"}}, england()).beyond_holidays);
    CHECK_FALSE(one("1 day", {{"sent", "2017-03-24"}}, england()).beyond_holidays);
    CHECK_FALSE(one("1 month", {{"sent", "2017-03-24"}}).beyond_holidays);
}

TEST_CASE("in time: the day before, on the day, the day after") {
    struct Row {
        std::string what;
        std::string within;
        test::Pairs events;
        std::string today;
        InTime in_time;
    };
    for (const Row& row : std::vector<Row>{
             {"a day early", "15 days", {{"sent", "2016-03-14"}, {"lodged", "2016-03-28"}}, "", InTime::met},
             {"on the day", "15 days", {{"sent", "2016-03-14"}, {"lodged", "2016-03-29"}}, "", InTime::met},
             {"a day late", "15 days", {{"sent", "2016-03-14"}, {"lodged", "2016-03-30"}}, "", InTime::late},
             {"late whatever the day is",
              "15 days",
              {{"sent", "2016-03-14"}, {"lodged", "2016-03-30"}},
              "2016-03-15",
              InTime::late},
             {"before it began", "15 days", {{"lodged", "2016-03-01"}, {"sent", "2016-03-14"}}, "", InTime::met},
             {"not yet, no day given", "15 days", {{"sent", "2016-03-14"}}, "", InTime::open},
             {"not yet, a day before", "15 days", {{"sent", "2016-03-14"}}, "2016-03-28", InTime::open},
             {"not yet, on the day", "15 days", {{"sent", "2016-03-14"}}, "2016-03-29", InTime::open},
             {"not yet, the day after", "15 days", {{"sent", "2016-03-14"}}, "2016-03-30", InTime::overdue},
             {"nothing to run from", "15 days", {{"lodged", "2016-03-14"}}, "2016-03-30", InTime::unknown},
             {"no events", "15 days", {}, "", InTime::unknown},
             {"no length", "", {{"sent", "2016-03-14"}, {"lodged", "2019-03-14"}}, "2020-01-01", InTime::not_set},
             {"no limit", "any time", {{"sent", "2016-03-14"}, {"lodged", "2019-03-14"}}, "2020-01-01", InTime::any_time},
             {"no length, no events", "", {}, "", InTime::not_set},
             {"the first of two events counts",
              "15 days",
              {{"sent", "2016-03-14"}, {"lodged", "2016-03-20"}, {"sent", "2016-04-01"}, {"lodged", "2016-06-01"}},
              "",
              InTime::met},
         }) {
        CAPTURE(row.what);
        CHECK(to_text(one(row.within, row.events, {}, row.today).in_time) == to_text(row.in_time));
    }
}

TEST_CASE("a deadline says what it rests on") {
    const auto deadline = one("10 working days", {{"sent", "2016-03-14"}, {"lodged", "2016-03-30"}}, england());
    CHECK(deadline.rule == "lodge");
    CHECK(deadline.summary == "In good time.");
    CHECK(deadline.is_error);
    CHECK(deadline.from_event == "sent");
    CHECK(deadline.from->to_string() == "2016-03-14");
    CHECK(deadline.period == "10 working days");
    CHECK(deadline.due->to_string() == "2016-03-30");
    CHECK(deadline.until_event == "lodged");
    CHECK(deadline.done->to_string() == "2016-03-30");
    const auto none = one("", {{"sent", "2016-03-14"}});
    CHECK(none.period.empty());
    CHECK_FALSE(none.due.has_value());
}

TEST_CASE("the words of what came of a time limit") {
    CHECK(to_text(InTime::met) == "pass");
    CHECK(to_text(InTime::late) == "late");
    CHECK(to_text(InTime::open) == "open");
    CHECK(to_text(InTime::overdue) == "overdue");
    CHECK(to_text(InTime::not_set) == "not-set");
    CHECK(to_text(InTime::any_time) == "any-time");
    CHECK(to_text(InTime::unknown) == "unknown");
}

TEST_CASE("a period that runs beyond the years of the calendar has no due day") {
    CHECK(one("9999 months", {{"sent", "9998-01-01"}}).due == std::nullopt);
    CHECK((one("9999 months", {{"sent", "9998-01-01"}, {"lodged", "9999-01-01"}}).in_time == InTime::met));
}

TEST_CASE("effective dates: days and money, worked by hand") {
    // A 20000 to 24000, B 23650 to 30000: 3650 a year is 10 a day at the bottom; 6000 a year at the top.
    const test::Pairs pay{{"A", "20000 24000"}, {"B", "23650 30000"}, {"C", "23650.5 30000"}};
    CHECK((effects({"1", "2", "2016-09-05", pay}, {"2016-08-05", "2016-02-24"}) ==
           // 24 February to 5 September 2016: 5 + 31 + 30 + 31 + 30 + 31 + 31 + 5 = 194 days; 6000 x 194 / 365 = 3189.041...
           test::Strings{"2016-02-24: 163 before, 194 days, 1940 to 3189.04", "2016-08-05: 0 before, 31 days, 310 to 509.59"}));
    CHECK((effects({"2", "1", "2016-09-05", pay}, {"2016-08-05"}) ==
           test::Strings{"2016-08-05: 0 before, 31 days, -310 to -509.59"}));
    CHECK((effects({"2", "2", "2016-09-05", pay}, {"2016-08-05"}) == test::Strings{"2016-08-05: 0 before, 31 days, 0 to 0"}));
    CHECK((effects({"1", "2", "2016-09-05", pay}, {"2016-09-05"}) == test::Strings{"2016-09-05: 0 before, 0 days, 0 to 0"}));
    CHECK((effects({"1", "2", "2016-09-05", pay}, {}).empty()));
}

TEST_CASE("money of a period is rounded to a hundredth, halves away from zero") {
    // A yearly difference of 1.825 is half a hundredth a day; 1.8249 a little less.
    const auto rounded = [](const std::string& a, const std::string& b, const std::string& from, bool up = true) {
        return effects({up ? "1" : "2", up ? "2" : "1", "2016-09-05", {{"A", a + " " + a}, {"B", b + " " + b}}}, {from}).at(0);
    };
    CHECK(rounded("100", "101.825", "2016-09-04") == "2016-09-04: 0 before, 1 days, 0.01 to 0.01");
    CHECK(rounded("100", "101.8249", "2016-09-04") == "2016-09-04: 0 before, 1 days, 0 to 0");
    CHECK(rounded("100", "101.825", "2016-09-02") == "2016-09-02: 0 before, 3 days, 0.02 to 0.02");  // 0.015
    CHECK(rounded("100", "101.825", "2016-09-04", false) == "2016-09-04: 0 before, 1 days, -0.01 to -0.01");
    CHECK(rounded("100", "101.8249", "2016-09-04", false) == "2016-09-04: 0 before, 1 days, 0 to 0");
    CHECK(rounded("100", "101.825", "2016-09-02", false) == "2016-09-02: 0 before, 3 days, -0.02 to -0.02");
    // A whole leap year is 366 days: 365 a year gives 366.
    CHECK(rounded("0", "365", "2015-09-05") == "2015-09-05: 0 before, 366 days, 366 to 366");
    CHECK(rounded("0", "100000000", "1916-09-05") == "1916-09-05: 0 before, 36525 days, 10006849315.07 to 10006849315.07");
}

TEST_CASE("no money without pay, a decision, two bands, or for a date after the decision") {
    const test::Pairs pay{{"A", "100 200"}, {"B", "150 300"}};
    CHECK(effects({"1", "2", "2016-09-05", {}}, {"2016-09-01"}).at(0) == "2016-09-01: 0 before, 4 days, - to -");
    CHECK(effects({"1", "2", "", pay}, {"2016-09-01"}).at(0) == "2016-09-01: 0 before, - days, - to -");
    CHECK(effects({"1", "", "2016-09-05", pay}, {"2016-09-01"}).at(0) == "2016-09-01: 0 before, 4 days, - to -");
    CHECK(effects({"1", ".", "2016-09-05", pay}, {"2016-09-01"}).at(0) == "2016-09-01: 0 before, 4 days, - to -");
    CHECK(effects({"1", "3", "2016-09-05", pay}, {"2016-09-01"}).at(0) ==
          "2016-09-01: 0 before, 4 days, - to -");  // C has no pay range
    CHECK(effects({"1", "2", "2016-09-05", pay}, {"2016-09-06"}).at(0) == "2016-09-06: 0 before, -1 days, - to -");
}

}  // namespace je::appeal::deadlines_test
