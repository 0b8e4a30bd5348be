// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/appeal/case.hpp"

namespace je::appeal {

/// What came of a time limit.
enum class InTime {
    met,
    late,
    open,      // what must come in time is not recorded, and the day is not over (or no day was given to judge by)
    overdue,   // it is not recorded, and the day is over
    not_set,   // the scheme states no length
    any_time,  // the scheme says that there is no limit
    unknown,   // the event it runs from is not recorded
};
/// "pass", "fail" or "warn" for met and late, as the scheme weighs it; "open", "overdue", "not-set", "any-time",
/// "unknown".
[[nodiscard]] std::string_view to_text(InTime in_time);

struct Deadline {
    std::string rule;     // id
    std::string summary;  // of the rule
    std::string source;
    bool is_error = true;
    std::string from_event;
    std::optional<base::Date> from;
    std::string period;  // "3 months", "any time"; empty when the scheme sets none
    std::optional<base::Date> due;
    bool beyond_holidays = false;  // working days were counted in a year without known holidays
    std::string until_event;
    std::optional<base::Date> done;
    InTime in_time = InTime::unknown;

    /// Whether the event came too late, or has not come by the day to judge by.
    [[nodiscard]] bool is_missed() const { return in_time == InTime::late || in_time == InTime::overdue; }
    /// Whether missing it is an error: not where holidays that are not known may lie between, since the day may then be too
    /// early.
    [[nodiscard]] bool miss_is_error() const { return is_error && !beyond_holidays; }
};

/// Each time limit of the scheme held against the appeal's events, in the scheme's order. The day of the event is not counted;
/// months follow the corresponding date rule (base/calendar.hpp). `today` is the day to judge by, where one was given.
[[nodiscard]] std::vector<Deadline> deadlines(const AppealCase& appeal_case, const base::WorkingDays& working_days,
                                              const std::optional<base::Date>& today);

/// What follows from one of the effective dates argued for.
struct DateEffect {
    const model::EffectiveDate* date = nullptr;
    std::int64_t days_before_latest = 0;  // than the latest date argued for
    std::optional<std::int64_t> days;     // up to the decision; nothing before there is one
    /// Difference in pay over these days between the two bands, at the bottom and at the top of their ranges: yearly difference
    /// times days over 365, rounded to a hundredth, halves away from zero. Nothing without pay, a decision, or two bands.
    std::optional<model::Money> at_bottom;
    std::optional<model::Money> at_top;
};
/// In order of date.
[[nodiscard]] std::vector<DateEffect> date_effects(const AppealCase& appeal_case);

}  // namespace je::appeal
