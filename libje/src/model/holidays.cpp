// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/holidays.hpp"

#include <fmt/format.h>

#include <map>

namespace je::model {

namespace {

void report_empty(const HolidaysDraft& draft, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-H01",
                       .at = draft.id.at,
                       .message = fmt::format("'{}' lists no holidays", draft.id.value),
                       .expected = "at least one entry under 'holidays'",
                       .fix = "add the holidays: '- {date: 2026-12-25, name: Christmas Day}'"});
}

void report_repeated(const HolidaysDraft::Entry& entry, const base::SourcePosition& first, base::Diagnostics& diagnostics) {
    diagnostics.error(
        {.id = "JE-H02",
         .at = entry.date.at,
         .message = fmt::format("{} is already a holiday, at {}", entry.date.value.to_string(), first.file_and_line()),
         .expected = "each day once",
         .fix = "correct the date of one of the two; where both say the same, one is enough"});
}

void report_order(const HolidaysDraft::Entry& entry, base::Date before, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-H03",
                       .at = entry.date.at,
                       .message = fmt::format("{} stands after {}", entry.date.value.to_string(), before.to_string()),
                       .expected = "holidays in order, earliest first",
                       .fix = "move it up, or correct its date"});
}

void note_weekend(const HolidaysDraft::Entry& entry, base::Diagnostics& diagnostics) {
    const bool saturday = entry.date.value.weekday() == base::Weekday::saturday;
    diagnostics.note({.id = "JE-H04",
                      .at = entry.date.at,
                      .message = fmt::format("{} is a {}, so it takes no working day away", entry.date.value.to_string(),
                                             saturday ? "Saturday" : "Sunday"),
                      .expected = "a day from Monday to Friday, where the list is of days off work",
                      .fix = "look whether a substitute day is meant; otherwise it may stay as it is"});
}

void check_days(const HolidaysDraft& draft, base::Diagnostics& diagnostics) {
    std::map<base::Date, base::SourcePosition> seen;
    std::optional<base::Date> latest;
    for (const auto& entry : draft.holidays) {
        const auto [place, is_new] = seen.emplace(entry.date.value, entry.date.at);
        if (!is_new) {
            report_repeated(entry, place->second, diagnostics);
        } else if (latest && entry.date.value < *latest) {
            report_order(entry, *latest, diagnostics);
        } else {
            latest = entry.date.value;
        }
        if (is_new && entry.date.value.weekday() >= base::Weekday::saturday) note_weekend(entry, diagnostics);
    }
}

}  // namespace

std::optional<Holidays> Holidays::make(const HolidaysDraft& draft, base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    if (draft.holidays.empty()) report_empty(draft, diagnostics);
    check_days(draft, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;
    Holidays made;
    made.id_ = draft.id.value;
    made.title_ = draft.title;
    made.source_ = draft.source;
    made.url_ = draft.url;
    std::vector<base::Date> days;
    for (const auto& entry : draft.holidays) {
        made.holidays_.push_back({entry.date.value, entry.name});
        days.push_back(entry.date.value);
    }
    made.working_days_ = base::WorkingDays{std::move(days)};
    return made;
}

}  // namespace je::model
