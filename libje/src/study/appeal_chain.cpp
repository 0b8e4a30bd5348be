// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/appeal_chain.hpp"

#include <fmt/format.h>

#include <vector>

namespace je::study {

void AppealChain::check(const model::AppealDraft& appeal) {
    if (!checked_.insert(appeal.id.value).second) return;
    check_decision(appeal);
    if (!appeal.repanel || appeal.repanel->value == appeal.original.value) return;  // one panel twice is told by itself
    check_dates(appeal);
    check_circle(appeal);
}

void AppealChain::check_those_of(const model::PanelDraft& panel) {
    for (const auto* appeal : records_.look_at_appeals_of(panel.job.value)) {
        const bool is_repanel = appeal->repanel && appeal->repanel->value == panel.id.value;
        if (is_repanel || appeal->original.value == panel.id.value) check(*appeal);
    }
}

/// Events have kinds of the user's own; one that says "lodged" is before every decision.
void AppealChain::check_decision(const model::AppealDraft& appeal) {
    if (!appeal.decision || !appeal.decision->date.value) return;
    const auto look_at = [&](const std::string& id, std::string_view which) {
        const auto* panel = records_.look_at_panel(id);
        if (panel != nullptr) warn_of_decision(appeal, panel->date.value, fmt::format("{} '{}' sat", which, id));
    };
    look_at(appeal.original.value, "the original panel");
    if (appeal.repanel) look_at(appeal.repanel->value, "the re-panel");
    for (const auto& event : appeal.events) {
        if (event.kind.value.find("lodged") != std::string::npos)
            warn_of_decision(appeal, event.date.value, fmt::format("event '{}'", event.kind.value));
    }
}

void AppealChain::warn_of_decision(const model::AppealDraft& appeal, const std::optional<base::Date>& day,
                                   const std::string& what) {
    const auto& date = appeal.decision->date;
    if (!day || *date.value >= *day) return;
    diagnostics_.warning({.id = "JE-A16",
                          .at = date.at,
                          .message = fmt::format("appeal '{}' was decided on {}, before {} on {}", appeal.id.value,
                                                 date.value->to_string(), what, day->to_string()),
                          .expected = "a decision that comes after what it decides on",
                          .fix = "correct whichever of the two dates is wrong"});
}

void AppealChain::check_dates(const model::AppealDraft& appeal) {
    const auto* original = records_.look_at_panel(appeal.original.value);
    const auto* repanel = records_.look_at_panel(appeal.repanel->value);
    if (original == nullptr || repanel == nullptr || !original->date.value || !repanel->date.value) return;
    if (*repanel->date.value >= *original->date.value) return;
    diagnostics_.error(
        {.id = "JE-A14",
         .at = appeal.repanel->at,
         .message = fmt::format("the re-panel '{}' of appeal '{}' sat on {}, before the original panel '{}' on {}",
                                appeal.repanel->value, appeal.id.value, repanel->date.value->to_string(), appeal.original.value,
                                original->date.value->to_string()),
         .expected = "a re-panel that sat after the panel it looks at again",
         .fix = "correct the date of either panel if it is wrong, else name the right panels under 'original' and "
                "'repanel'"});
}

/// Follows the re-panel to the appeal against it, and so on, until the original panel comes round again.
void AppealChain::check_circle(const model::AppealDraft& appeal) {
    const auto& all = records_.repanelled(appeal.job.value);
    std::set<const model::AppealDraft*> seen;
    std::vector<Step> steps{{&appeal, 0}};  // the first leads nowhere before it
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
        const std::size_t from = open.back();
        open.pop_back();
        const auto [first, last] = all.equal_range(steps[from].by->repanel->value);
        for (auto one = first; one != last; ++one) {
            const model::AppealDraft* next = one->second;
            if (!seen.insert(next).second) continue;
            steps.push_back({next, from});
            if (next->repanel->value == appeal.original.value) return report_circle(steps);
            open.push_back(steps.size() - 1);
        }
    }
}

void AppealChain::report_circle(const std::vector<Step>& steps) {
    const model::AppealDraft& appeal = *steps.front().by;
    std::string way;
    for (std::size_t at = steps.size() - 1; at != 0; at = steps[at].from)
        way.insert(0, fmt::format(", then panel '{}' by appeal '{}'", steps[at].by->repanel->value, steps[at].by->id.value));
    diagnostics_.error({.id = "JE-A15",
                        .at = appeal.repanel->at,
                        .message = fmt::format("appeals go round in a circle: from panel '{}' to '{}' by appeal '{}'{}",
                                               appeal.original.value, appeal.repanel->value, appeal.id.value, way),
                        .expected = "appeals that lead from one panel to a later one, and never back",
                        .fix = "correct 'original' or 'repanel' of the appeal that names an earlier panel"});
}

}  // namespace je::study
