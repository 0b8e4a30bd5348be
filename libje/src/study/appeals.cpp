// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/appeals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "io/readers/reader.hpp"
#include "je/appeal/case.hpp"
#include "study/record_run.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

/// One appeal with its panels.
struct LoadedAppeal {
    std::unique_ptr<LoadedPanel> original;
    std::unique_ptr<LoadedPanel> repanel;  // null before it has sat
    std::optional<model::Appeal> appeal;
    std::size_t number = 1;

    [[nodiscard]] appeal::AppealCase appeal_case() const {
        return {.scheme = original->scheme->scheme.get(),
                .bands = original->scheme->bands,
                .pay = original->scheme->pay,
                .appeal = &*appeal,
                .original = &*original->panel,
                .repanel = repanel ? &*repanel->panel : nullptr,
                .original_job = original->job ? &*original->job : nullptr,
                .repanel_job = repanel && repanel->job ? &*repanel->job : nullptr,
                .number = number};
    }
};

constexpr RecordKind of_appeals{"je-appeal/", "appeal", "an appeal", "JE-A11"};

/// Reads the appeals of a run and gathers their results.
class AppealRun : public RecordRun {
public:
    AppealRun(const Options& options, const AppealsOptions& what, Inputs& inputs, Records& records, Diagnostics& diagnostics)
        : RecordRun{of_appeals, options, inputs, records, diagnostics}, what_{what} {}

    void take(const model::AppealDraft& draft) {
        chain_.check(draft);
        load(draft);
    }

    [[nodiscard]] static const auto& all_of(const report::AppealsResult& result) { return result.appeals; }

    [[nodiscard]] report::AppealsResult finish() {
        sort_by_job_and_day(appeals_, [](const LoadedAppeal& one) -> const model::Panel& { return *one.original->panel; });
        const auto working_days = read_working_days();
        const report::AppealOptions options{working_days, options_.as_of, what_.changes.value_or(0)};
        report::AppealsResult result;
        for (const LoadedAppeal& one : appeals_) {
            auto basis = one.original->basis(options_, pseudonyms());
            if (one.repanel && basis.job_title.empty()) basis.job_title = one.repanel->job_title;
            if (one.repanel)
                basis.differences.insert(basis.differences.end(), one.repanel->differences.begin(),
                                         one.repanel->differences.end());
            result.appeals.push_back(report::appeal_result(one.appeal_case(), basis, options));
            report_breaches_of(result.appeals.back(), one);
        }
        result.left_out = tell_left_out();
        return result;
    }

private:
    [[nodiscard]] base::WorkingDays read_working_days() {
        if (!what_.holidays) return {};
        const auto text = inputs_.read({*what_.holidays, *what_.holidays}, diagnostics_);
        const auto draft = text ? inputs_.parsed(*text, diagnostics_, io::read_holidays) : std::nullopt;
        const auto holidays = draft ? model::Holidays::make(*draft, diagnostics_) : std::nullopt;
        return holidays ? holidays->working_days() : base::WorkingDays{};
    }

    void load(const model::AppealDraft& draft) {
        Diagnostics about;
        auto loaded = loaded_of(draft, about);
        if (loaded) {
            const LoadedPanel& original = *loaded->original;
            const LoadedPanel& repanel = loaded->repanel ? *loaded->repanel : original;
            const bool single_holder = original.single_holder || repanel.single_holder;
            const bool known = original.holders_known || repanel.holders_known;
            if (leaves_out(single_holder, known)) {  // with all there is to say of it
                inputs_.leave_out(draft.id.at.source);
                leave_out(original);
                return leave_out(repanel);
            }
            appeals_.push_back(*std::move(loaded));
        }
        diagnostics_.append(about);
    }

    [[nodiscard]] std::optional<LoadedAppeal> loaded_of(const model::AppealDraft& draft, Diagnostics& diagnostics) {
        LoadedAppeal loaded;
        loaded.original = panel_of(draft, draft.original, diagnostics);
        if (!loaded.original) return std::nullopt;
        if (draft.repanel) {
            loaded.repanel = panel_of(draft, *draft.repanel, diagnostics);
            if (!loaded.repanel || !is_same_scheme(*draft.repanel, loaded, diagnostics)) return std::nullopt;
        }
        const auto& questionnaire = loaded.original->job;
        loaded.appeal = model::Appeal::make(draft, *loaded.original->scheme->scheme, diagnostics,
                                            {.job = questionnaire ? &*questionnaire : nullptr,
                                             .original = &*loaded.original->panel,
                                             .repanel = loaded.repanel ? &*loaded.repanel->panel : nullptr,
                                             .bands = loaded.original->scheme->bands});
        if (!loaded.appeal) return std::nullopt;
        loaded.number = number_of(draft, diagnostics);
        return loaded;
    }

    [[nodiscard]] std::unique_ptr<LoadedPanel> panel_of(const model::AppealDraft& appeal, const base::Located<std::string>& id,
                                                        Diagnostics& diagnostics) {
        Diagnostics about;
        const auto* draft = records_.find_panel(id, about);
        const bool several = about.has_errors();
        diagnostics.append(about);
        if (draft == nullptr) {
            if (!several) diagnostics.error(records_.missing(Records::Kind::panel, id));
            return nullptr;
        }
        if (auto other = other_job(appeal, id, *draft)) {
            diagnostics.error(std::move(*other));
            return nullptr;
        }
        people_.look(*draft, options_.audience, diagnostics);
        Diagnostics of_panel;
        auto panel = load_panel(*draft, inputs_, records_, of_panel);
        if (told_.insert(draft).second) diagnostics.append(of_panel);
        return panel;
    }

    [[nodiscard]] bool is_same_scheme(const base::Located<std::string>& repanel, const LoadedAppeal& loaded,
                                      Diagnostics& diagnostics) const {
        const auto& before = loaded.original->scheme;
        const auto& after = loaded.repanel->scheme;
        if (before->scheme == after->scheme) return true;
        diagnostics.error(
            {.id = "JE-A10",
             .at = repanel.at,
             .message = fmt::format("the re-panel used scheme '{}', edition {}, the original panel '{}', edition {}",
                                    after->scheme->id().text(), after->scheme->edition(), before->scheme->id().text(),
                                    before->scheme->edition()),
             .expected = "two panels under one edition of one scheme, whose levels can be set side by side",
             .fix = "compare the two panels with je panel, or name one edition for both with --scheme"});
        return false;
    }

    /// How many appeals of the job began before this one, and this one.
    [[nodiscard]] std::size_t number_of(const model::AppealDraft& draft, Diagnostics& diagnostics) {
        const auto began = [](const model::AppealDraft& appeal) {
            return std::pair{appeal.events.empty() ? std::optional<base::Date>{} : appeal.events.front().date.value,
                             appeal.id.value};
        };
        std::size_t number = 1;
        for (const auto* other : records_.find_appeals_of(draft.job.value, diagnostics)) {
            if (other->id.value != draft.id.value && began(*other) < began(draft)) ++number;
        }
        return number;
    }

    /// Claims that work against the appeal. The public is told of no claim.
    void report_claims(const LoadedAppeal& one) {
        if (report::hides_texts(options_.audience)) return;
        const auto appeal_case = one.appeal_case();
        for (const model::Ground* ground : appeal::claims_below_agreed(appeal_case)) {
            const auto& factor = (*appeal_case.scheme)[*ground->factor];
            diagnostics_.warning(
                {.id = "JE-A22",
                 .at = ground->at,
                 .message = fmt::format("this ground claims level '{}' of factor '{}', below level '{}' which the panel agreed",
                                        factor[*ground->claim].id.text(), factor.id.text(),
                                        factor[*(*appeal_case.original)[*ground->factor].agreed].id.text()),
                 .expected = "a claim for a level above the one agreed",
                 .fix = "correct the claim if it is a slip; if the lower level is meant, nothing"});
        }
        if (!appeal::claims_fall_short(appeal_case)) return;
        diagnostics_.warning(
            {.id = "JE-A23",
             .at = one.appeal->at(),
             .message =
                 fmt::format("the levels claimed do not reach band '{}', which the appeal claims", one.appeal->claims_band()),
             .expected = "claims that lead to the band claimed",
             .fix = "look at 'what it would take' in je appeal: which further levels, if the evidence bears them, or "
                    "which other band"});
    }

    void report_breaches_of(const report::AppealResult& result, const LoadedAppeal& one) {
        report_claims(one);
        report_breaches(result.rules, fmt::format("appeal '{}'", result.appeal), one.appeal->at(), diagnostics_);
        if (result.repanel)
            report_breaches(result.repanel->rules, fmt::format("panel '{}'", result.repanel->panel), one.repanel->panel->at(),
                            diagnostics_);
        for (const appeal::Deadline& deadline : result.deadlines) {
            if (deadline.is_missed()) report_late(deadline, one);
        }
    }

    /// The public view of a deadline has no dates.
    [[nodiscard]] static std::string lateness(const appeal::Deadline& deadline) {
        if (!deadline.due || !deadline.from) return fmt::format("the time limit of rule '{}' was not kept", deadline.rule);
        return fmt::format("'{}' was due on {} (rule '{}', {} from '{}' on {}) and {}", deadline.until_event,
                           deadline.due->to_string(), deadline.rule, deadline.period, deadline.from_event,
                           deadline.from->to_string(),
                           deadline.done ? fmt::format("came on {}", deadline.done->to_string()) : "has not come");
    }

    void report_late(const appeal::Deadline& deadline, const LoadedAppeal& one) {
        const bool fails = deadline.miss_is_error();
        base::Diagnostic d{
            .id = fails ? "JE-A20" : "JE-A21",
            .at = one.appeal->at(),
            .message = lateness(deadline),
            .expected = deadline.summary.empty() ? "the event within the time that the scheme sets" : deadline.summary,
            .fix = deadline.beyond_holidays
                       ? "give the holidays of the year with --holidays: without them the due date may be too early"
                       : "correct the dates if the record is wrong, else look at what the scheme says of late appeals"};
        fails ? diagnostics_.error(std::move(d)) : diagnostics_.warning(std::move(d));
    }

    const AppealsOptions& what_;
    std::vector<LoadedAppeal> appeals_;
    std::set<const model::PanelDraft*> told_;  // what is to be said of a panel is said once, however many appeals name it
};

}  // namespace

void tell_of_appeal(const model::AppealDraft& draft, const Options& options, Inputs& inputs, Records& records,
                    Diagnostics& diagnostics) {
    const AppealsOptions what{.holidays = {}, .changes = 0};
    AppealRun run{options, what, inputs, records, diagnostics};
    run.take(draft);
    static_cast<void>(run.finish());
}

Outcome<report::AppealsResult> appeals(io::Source& source, std::span<const std::string> files, const Options& options,
                                       const AppealsOptions& what, const Control& control) {
    return run_over<report::AppealsResult>(source, files, options, control, io::read_appeal,
                                           [&](Inputs& inputs, Records& records, Diagnostics& diagnostics) {
                                               return AppealRun{options, what, inputs, records, diagnostics};
                                           });
}

}  // namespace je::study
