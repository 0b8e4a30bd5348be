// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/calendar.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "je/base/text.hpp"

namespace je::base {

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
