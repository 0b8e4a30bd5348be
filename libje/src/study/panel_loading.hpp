// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/text.hpp"
#include "je/model/job.hpp"
#include "je/model/panel.hpp"
#include "je/panel/case.hpp"
#include "je/report/panel_result.hpp"
#include "study/inputs.hpp"
#include "study/records.hpp"

namespace je::study {

/// A panel's record with the scheme it was made under and the questionnaire it scored.
struct LoadedPanel {
    std::shared_ptr<const SchemeInUse> scheme;
    std::optional<model::Job> job;      // nothing: that version is not at hand
    std::optional<model::Panel> panel;  // always set once loaded
    std::string job_title;              // of whatever version is at hand; empty when none is
    std::vector<report::PaperDifference> differences;
    std::vector<base::SourceTextPtr> questionnaires;  // looked at
    bool single_holder = false;                       // the job is known to have one post-holder
    bool holders_known = false;                       // some version of the questionnaire says whether it has one or several

    [[nodiscard]] panel::PanelCase panel_case() const {
        return {scheme->scheme.get(), scheme->bands, &*panel, job ? &*job : nullptr};
    }
    [[nodiscard]] report::PanelBasis basis(const Options& options, panel::Pseudonyms* pseudonyms) const;
};

/// Tells of panellists whose ids look alike from one record to another and are not the same (JE-K01): one id stands for one
/// person.
class SeenPanellists {
public:
    /// Each record once. Whom the audience may not see is not named.
    void look(const model::PanelDraft& panel, report::Audience audience, base::Diagnostics& diagnostics);

private:
    base::LookAlikes looks_;
    std::set<std::string> seen_;  // places of records
    std::set<std::string> told_;  // ids
};

/// Finds what a panel's record rests on. The scheme is that of --scheme, else the one whose id the record states, in the
/// edition the record states: one that is neither among the records nor in the scheme path is an error (JE-P17), unless
/// --scheme names another. Null when the panel cannot be used; why is in `said`.
[[nodiscard]] std::unique_ptr<LoadedPanel> load_panel(const model::PanelDraft& draft, Inputs& inputs, Records& records,
                                                      base::Diagnostics& diagnostics);

/// Breaches of the scheme's rules, as errors (`JE-P20`) and warnings (`JE-P21`) about `whose` record.
void report_breaches(const std::vector<panel::Finding>& findings, const std::string& whose, const base::SourcePosition& at,
                     base::Diagnostics& diagnostics);

/// That a panel named by an appeal evaluated another job (JE-A09); nothing when it did not.
[[nodiscard]] std::optional<base::Diagnostic> other_job(const model::AppealDraft& appeal, const base::Located<std::string>& id,
                                                        const model::PanelDraft& panel);

/// All that `panels` says of one record, without a result.
void tell_of_panel(const model::PanelDraft& draft, const Options& options, Inputs& inputs, Records& records,
                   base::Diagnostics& diagnostics);
/// All that `appeals` says of one record when no day and no holidays are given, without a result.
void tell_of_appeal(const model::AppealDraft& draft, const Options& options, Inputs& inputs, Records& records,
                    base::Diagnostics& diagnostics);

/// What a record of a panel names to be looked up: its local agreement, else its scheme.
[[nodiscard]] inline const base::Located<std::string>& named_in(const model::PanelDraft& draft) {
    return draft.local ? draft.local->id : draft.scheme;
}

}  // namespace je::study
