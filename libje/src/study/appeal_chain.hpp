// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "study/records.hpp"

namespace je::study {

/// Holds appeals against the other records of their job: a re-panel sits after the panel it looks at again (JE-A14), and what
/// it decided is not looked at again by a panel from before (JE-A15); the decision comes after what it decides on (JE-A16).
/// Each appeal once, however often it is asked about.
class AppealChain {
public:
    AppealChain(Records& records, base::Diagnostics& diagnostics) : records_{records}, diagnostics_{diagnostics} {}

    void check(const model::AppealDraft& appeal);
    /// Every appeal at hand that has the panel as its original or re-panel.
    void check_those_of(const model::PanelDraft& panel);

private:
    void check_dates(const model::AppealDraft& appeal);
    void check_decision(const model::AppealDraft& appeal);
    void warn_of_decision(const model::AppealDraft& appeal, const std::optional<base::Date>& day, const std::string& what);
    void check_circle(const model::AppealDraft& appeal);

    /// An appeal that was come to from the step before.
    struct Step {
        const model::AppealDraft* by = nullptr;
        std::size_t from = 0;
    };
    /// The way from the first step to the last, which is back at its original panel.
    void report_circle(const std::vector<Step>& steps);

    Records& records_;
    base::Diagnostics& diagnostics_;
    std::set<std::string> checked_;  // ids of appeals
};

}  // namespace je::study
