// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/appeal/case.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "je/panel/outcome.hpp"

namespace je::appeal {

namespace {

using base::Date;

InTime judge(const model::ProcessRule& rule, const Deadline& deadline, const std::optional<Date>& today) {
    if (rule.any_time) return InTime::any_time;
    if (!rule.within) return InTime::not_set;
    if (!deadline.from) return InTime::unknown;
    if (!deadline.due) return deadline.done ? InTime::met : InTime::open;  // due beyond the years of the calendar
    if (deadline.done) return *deadline.done <= *deadline.due ? InTime::met : InTime::late;
    return today && *today > *deadline.due ? InTime::overdue : InTime::open;
}

Deadline deadline_of(const model::ProcessRule& rule, const model::Appeal& appeal, const base::WorkingDays& working_days,
                     const std::optional<Date>& today) {
    Deadline deadline;
    deadline.rule = rule.id.text();
    deadline.summary = rule.summary;
    deadline.source = rule.source;
    deadline.is_error = rule.is_error;
    deadline.from_event = rule.from;
    deadline.until_event = rule.until;
    deadline.period = rule.any_time ? "any time" : rule.within ? rule.within->to_string() : "";
    if (const model::Event* from = appeal.find_event(rule.from)) deadline.from = from->date;
    if (const model::Event* until = appeal.find_event(rule.until)) deadline.done = until->date;
    if (deadline.from && rule.within) {
        if (const auto due = base::due(*deadline.from, *rule.within, working_days)) {
            deadline.due = due->date;
            deadline.beyond_holidays = due->beyond_holidays;
        }
    }
    deadline.in_time = judge(rule, deadline, today);
    return deadline;
}

const model::PayRange* pay_of(const AppealCase& appeal_case, const panel::PanelCase& panel_case) {
    const scoring::Score score = panel::outcome(panel_case);
    if (appeal_case.pay == nullptr || appeal_case.bands == nullptr || !score.complete || score.band_is_open()) return nullptr;
    return score.band_max.visit([&](model::BandIndex band) { return appeal_case.pay->range_of((*appeal_case.bands)[band].id); },
                                []() -> const model::PayRange* { return nullptr; });
}

/// A yearly amount over some days: amount x days / 365, to a hundredth, halves away from zero.
model::Money over_days(model::Money yearly, std::int64_t days) {
    constexpr std::int64_t units_per_hundredth = base::Decimal::units_per_one / 100;
    constexpr std::int64_t divisor = 365 * units_per_hundredth;
    const std::int64_t units = yearly.value().units();
    const std::int64_t size = units < 0 ? -units : units;
    // In two parts, so that nothing overflows: whole divisors, then the rest.
    const std::int64_t hundredths = size / divisor * days + (size % divisor * days + divisor / 2) / divisor;
    return model::Money{base::Decimal::from_units((units < 0 ? -hundredths : hundredths) * units_per_hundredth)};
}

}  // namespace

std::string_view to_text(InTime in_time) {
    constexpr base::Words<InTime, 7> words{{{"pass", InTime::met},
                                            {"late", InTime::late},
                                            {"open", InTime::open},
                                            {"overdue", InTime::overdue},
                                            {"not-set", InTime::not_set},
                                            {"any-time", InTime::any_time},
                                            {"unknown", InTime::unknown}}};
    return base::word_for(words, in_time);
}

std::vector<Deadline> deadlines(const AppealCase& appeal_case, const base::WorkingDays& working_days,
                                const std::optional<Date>& today) {
    std::vector<Deadline> result;
    for (const model::ProcessRule& rule : appeal_case.scheme->appeal_rules()) {
        if (rule.check == model::ProcessCheck::time_limit) {
            result.push_back(deadline_of(rule, *appeal_case.appeal, working_days, today));
        }
    }
    return result;
}

std::vector<DateEffect> date_effects(const AppealCase& appeal_case) {
    std::vector<DateEffect> effects;
    for (const model::EffectiveDate& date : appeal_case.appeal->effective_dates()) effects.push_back({&date, 0, {}, {}, {}});
    std::stable_sort(effects.begin(), effects.end(),
                     [](const DateEffect& a, const DateEffect& b) { return a.date->date < b.date->date; });
    const model::PayRange* before = pay_of(appeal_case, appeal_case.original_case());
    const model::PayRange* after = appeal_case.repanel != nullptr ? pay_of(appeal_case, appeal_case.repanel_case()) : nullptr;
    for (DateEffect& effect : effects) {
        effect.days_before_latest = effect.date->date.days_until(effects.back().date->date);
        if (!appeal_case.appeal->decision()) continue;
        effect.days = effect.date->date.days_until(appeal_case.appeal->decision()->date);
        if (before == nullptr || after == nullptr || *effect.days < 0) continue;
        effect.at_bottom = over_days(after->min - before->min, *effect.days);
        effect.at_top = over_days(after->max - before->max, *effect.days);
    }
    return effects;
}

}  // namespace je::appeal
