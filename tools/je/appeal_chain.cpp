// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "appeal_chain.hpp"

#include <fmt/format.h>

#include <vector>

namespace je::tool {

void AppealChain::check(const model::AppealDraft& appeal) {
    if (!appeal.repanel || appeal.repanel->value == appeal.original.value) return;  // one panel twice is told by itself
    if (!checked_.insert(appeal.id.value).second) return;
    check_dates(appeal);
    check_circle(appeal);
}

void AppealChain::check_those_of(const model::PanelDraft& panel) {
    for (const auto* appeal : records_.look_at_appeals_of(panel.job.value)) {
        const bool is_repanel = appeal->repanel && appeal->repanel->value == panel.id.value;
        if (is_repanel || appeal->original.value == panel.id.value) check(*appeal);
    }
}

void AppealChain::check_dates(const model::AppealDraft& appeal) {
    const auto* original = records_.look_at_panel(appeal.original.value);
    const auto* repanel = records_.look_at_panel(appeal.repanel->value);
    if (original == nullptr || repanel == nullptr || !original->date.value || !repanel->date.value) return;
    if (*repanel->date.value >= *original->date.value) return;
    said_.error({.id = "JE-A14",
                 .at = appeal.repanel->at,
                 .message = fmt::format("the re-panel '{}' of appeal '{}' sat on {}, before the original panel '{}' on {}",
                                        appeal.repanel->value, appeal.id.value, repanel->date.value->to_string(),
                                        appeal.original.value, original->date.value->to_string()),
                 .expected = "a re-panel that sat after the panel it looks at again",
                 .fix = "correct the date of either panel if it is wrong, else name the right panels under 'original' and "
                        "'repanel'"});
}

/// Follows the re-panel to the appeal against it, and so on, until the original panel comes round again.
void AppealChain::check_circle(const model::AppealDraft& appeal) {
    const auto appeals = records_.look_at_appeals_of(appeal.job.value);
    std::set<std::string> seen;
    std::vector<std::pair<std::string, std::string>> open{{appeal.repanel->value, {}}};  // panel, and the way to it
    while (!open.empty()) {
        const auto [panel, way] = open.back();
        open.pop_back();
        for (const auto* next : appeals) {
            if (next->original.value != panel || !next->repanel || !seen.insert(next->id.value).second) continue;
            const std::string on = fmt::format("{}, then panel '{}' by appeal '{}'", way, next->repanel->value, next->id.value);
            if (next->repanel->value == appeal.original.value) {
                said_.error({.id = "JE-A15",
                             .at = appeal.repanel->at,
                             .message = fmt::format("appeals go round in a circle: from panel '{}' to '{}' by appeal '{}'{}",
                                                    appeal.original.value, appeal.repanel->value, appeal.id.value, on),
                             .expected = "appeals that lead from one panel to a later one, and never back",
                             .fix = "correct 'original' or 'repanel' of the appeal that names an earlier panel"});
                return;
            }
            open.emplace_back(next->repanel->value, on);
        }
    }
}

}  // namespace je::tool
