// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>

#include "io/csv/seen_ids.hpp"
#include "io/readers/reader.hpp"
#include "je/base/text.hpp"
#include "je/report/check_result.hpp"
#include "je/study/check.hpp"
#include "study/panel_loading.hpp"
#include "study/records.hpp"

namespace je::study {

/// Checks files of every kind, one after another, into one result.
class Checking {
public:
    Checking(const Options& options, Inputs& inputs, Records& records, report::CheckResult& result, const CheckOptions& what)
        : options_{options}, inputs_{inputs}, records_{records}, result_{result}, what_{what} {}

    /// A file found in a folder that is none of ours is passed over.
    void check(std::span<const FoundFile> files);

private:
    void check(const FoundFile& file);
    void check_yaml(const FoundFile& file);
    void check_csv(const FoundFile& file);
    void check_draft(report::CheckedFile&, const std::monostate&, base::Diagnostics&) {}  // what is wrong with it was said
    void check_draft(report::CheckedFile& entry, const model::SchemeDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::BandsFileDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::JobDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::WorkedExamples& examples, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::HolidaysDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::LevelUncertaintyDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::WeightingsDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const io::LocalDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::PanelDraft& draft, base::Diagnostics& diagnostics);
    void check_draft(report::CheckedFile& entry, const model::AppealDraft& draft, base::Diagnostics& diagnostics);
    /// The scheme in the edition that the record names, where another is in use; null when it is not found.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> own_edition(const model::PanelDraft& draft, const model::Scheme& at_hand,
                                                                 base::Diagnostics& diagnostics);
    /// The questionnaire that a panel evaluated, where it is at hand; otherwise a note says what is not checked.
    [[nodiscard]] std::optional<model::Job> job_of(const model::PanelDraft& draft, const model::Scheme& scheme,
                                                   base::Diagnostics& diagnostics);
    /// The panel that an appeal names, where it is at hand; otherwise says that it is not.
    [[nodiscard]] const model::PanelDraft* panel_of(const model::AppealDraft& appeal, const base::Located<std::string>& id,
                                                    base::Diagnostics& diagnostics);
    /// Records whose documents an appeal may cite, as far as they are at hand and without mistakes.
    struct CitedRecords {
        std::optional<model::Job> job{};
        std::optional<model::Panel> original{};
        std::optional<model::Panel> repanel{};

        [[nodiscard]] model::Appeal::Cited pointers() const {
            return {job ? &*job : nullptr, original ? &*original : nullptr, repanel ? &*repanel : nullptr};
        }
    };
    [[nodiscard]] CitedRecords records_cited(const model::PanelDraft* original, const model::PanelDraft* repanel,
                                             const model::Scheme& scheme);
    void check_rows(report::CheckedFile& entry, const base::SourceTextPtr& text, base::Diagnostics& diagnostics);
    /// Reports what scoring has against the job's levels; gives how many factors have a level after rules.
    std::size_t check_levels(const SchemeInUse& in_use, const model::Job& job, base::Diagnostics& diagnostics);
    void check_single(const std::string& id, const std::string& version, const base::SourcePosition& at,
                      base::Diagnostics& diagnostics);
    void check_single(Records::Kind kind, const base::Located<std::string>& id, base::Diagnostics& diagnostics);
    /// The scheme of --scheme, else the one that a file states; null when there is neither or it cannot be used.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> scheme_for(const std::optional<base::Located<std::string>>& stated,
                                                                base::Diagnostics& diagnostics);
    /// Whether the file of the scheme that has that id is one of the run, which says what is wrong with it.
    [[nodiscard]] bool is_checked(const std::string& scheme) const;
    /// The same where a record must have one: says JE-U23 when it is there but has errors.
    [[nodiscard]] std::shared_ptr<const SchemeInUse> need_scheme(const base::Located<std::string>& stated,
                                                                 const std::string& record, base::Diagnostics& diagnostics);
    /// What `je panel` or `je appeal` says of the record in `file` that was not said yet. What it says of other files of the
    /// run is told with those.
    void add_told(const base::Diagnostics& told, const base::SourceTextPtr& file, base::Diagnostics& diagnostics) const;
    /// Shows what was asked for of a sound scheme.
    void show(const model::Scheme& scheme, report::SchemeInfo info);
    /// Lists a scheme that files were held against, once, unless it is as it came with je.
    void list(const std::shared_ptr<const SchemeInUse>& in_use);
    void finish(report::CheckedFile&& entry, const base::Diagnostics& diagnostics);

    const Options& options_;
    Inputs& inputs_;
    Records& records_;
    report::CheckResult& result_;
    const CheckOptions& what_;
    FoundFile current_{};       // that is checked now
    io::SeenIds seen_;          // of jobs
    io::SeenIds records_seen_;  // of panels and appeals
    std::map<Records::Kind, base::LookAlikes> looks_;
    SeenPanellists people_;
    std::set<std::string, std::less<>> names_;  // of the files of the run
    std::set<std::string> paths_;               // of them, one form for each file
    std::uint64_t jobs_ = 0;
};

}  // namespace je::study
