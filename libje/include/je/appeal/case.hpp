// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/date.hpp"
#include "je/model/appeal.hpp"
#include "je/model/panel.hpp"
#include "je/panel/case.hpp"
#include "je/scoring/level_changes.hpp"
#include "je/scoring/score.hpp"

namespace je::appeal {

/// One appeal with the two panels it joins. Everything pointed to outlives the case.
struct AppealCase {
    const model::Scheme* scheme = nullptr;     // not null
    const model::BandTable* bands = nullptr;   // null: no bands
    const model::PayTable* pay = nullptr;      // null: no pay
    const model::Appeal* appeal = nullptr;     // not null
    const model::Panel* original = nullptr;    // not null
    const model::Panel* repanel = nullptr;     // null: it has not sat, or its record is not at hand
    const model::Job* original_job = nullptr;  // the questionnaire each panel scored, where it is at hand
    const model::Job* repanel_job = nullptr;
    std::size_t number = 1;  // which appeal of this job it is, in order of date

    [[nodiscard]] panel::PanelCase original_case() const { return {scheme, bands, original, original_job}; }
    /// Only when the re-panel has sat.
    [[nodiscard]] panel::PanelCase repanel_case() const { return {scheme, bands, repanel, repanel_job}; }
};

/// Which way the outcome went, by band; nothing when either outcome is not complete, several bands hold its
/// total and none is chosen, or there are no bands at all.
[[nodiscard]] std::optional<model::BandMove> direction(const AppealCase& appeal_case);
/// How many points it went up, below 0 down; nothing when either outcome is not complete.
[[nodiscard]] std::optional<model::Points> points_moved(const AppealCase& appeal_case);

/// A factor whose agreed level differs between the two panels.
struct Change {
    model::FactorIndex factor;
    std::optional<model::LevelIndex> from;
    std::optional<model::LevelIndex> to;
    /// How much the total moves by it, changes applied in the scheme's order, so that all of them add up to the difference of
    /// the totals (with the facts of the original questionnaire). Of two sides of a matrix, the first has none and the second
    /// all where the pair between is not allowed. Nothing when either outcome lacks points.
    std::optional<model::Points> points;
    const model::Ground* ground = nullptr;  // null: the factor was not appealed
    /// The part of `points` that comes through units which depend on the factor's, each that moves.
    std::vector<scoring::LevelChange::Via> via{};
};
/// In the scheme's order; empty when the re-panel has not sat.
[[nodiscard]] std::vector<Change> changes(const AppealCase& appeal_case);
/// Factors on which both panels agreed one level with other options of it: no change of level, and no points.
[[nodiscard]] std::vector<Change> option_changes(const AppealCase& appeal_case);

/// The score of the original panel's levels with every level that a ground claims in place of its own.
[[nodiscard]] scoring::Score if_claims_met(const AppealCase& appeal_case);

/// Grounds that claim a level below the one the original panel agreed, which would lower the total: rarely what is meant.
[[nodiscard]] std::vector<const model::Ground*> claims_below_agreed(const AppealCase& appeal_case);
/// Whether every level claimed together leads to a band below the one claimed, or to none. Nothing when no band or no level is
/// claimed, or a level is missing.
[[nodiscard]] bool claims_fall_short(const AppealCase& appeal_case);

/// The smallest level changes that matter to an appeal, from the latest outcome there is: that of the re-panel, else the
/// original.
struct WhatItTakes {
    static constexpr std::size_t max_factors = 3;  // that one set may change
    model::BandOrNone now;                         // of the latest outcome; the highest that it may be in where that is open
    bool open = false;                             // several bands hold its total, and no choice of one is recorded
    bool held = false;                             // the claimed band holds its total: another choice would do
    model::BandOrNone claimed;                     // the band claimed, or the next one where none is named
    bool reached = false;                          // the latest outcome is already there
    scoring::FoundChanges among_appealed;          // to the claimed band, moving only factors appealed
    scoring::FoundChanges among_all;               // moving any
    scoring::FoundChanges down;        // that would lose the present band downwards: the risk; from none, into a lower one
    scoring::FoundChanges up_and_out;  // that would lose it upwards
    bool lowest_band = false;          // the latest outcome is in the lowest band of the table
};
/// At most `keep` sets of each (0: all); empty where a band or a level is missing.
[[nodiscard]] WhatItTakes what_it_takes(const AppealCase& appeal_case, std::size_t keep = 10);

/// Each rule of the scheme's `appeal` list but time limits held against the appeal, in the scheme's order. Rules about the
/// re-panel are left out until it has sat (`rules_waiting`).
[[nodiscard]] std::vector<panel::Finding> check_appeal(const AppealCase& appeal_case, const panel::Names& repanel_names);
/// Ids of the rules that wait for the re-panel.
[[nodiscard]] std::vector<std::string> rules_waiting(const AppealCase& appeal_case);

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
