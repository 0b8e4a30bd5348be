// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/appeals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "io/readers/reader.hpp"
#include "je/appeal/case.hpp"
#include "study/appeal_chain.hpp"
#include "study/outcome.hpp"
#include "study/panel_loading.hpp"

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

class AppealRun {
public:
    AppealRun(const Options& options, Inputs& inputs, Records& records, Diagnostics& said)
        : options_{options}, inputs_{inputs}, records_{records}, said_{said}, chain_{records, said} {}

    void take(const FoundFile& file) {
        const auto draft = draft_in(file, "je-appeal/", io::read_appeal, inputs_, said_);
        if (draft) take(*draft);
    }

    void take(const model::AppealDraft& draft) {
        ++found_;
        chain_.check(draft);
        load(draft);
    }

    [[nodiscard]] report::AppealsResult finish(const report::AppealOptions& options) {
        std::stable_sort(appeals_.begin(), appeals_.end(), [](const LoadedAppeal& a, const LoadedAppeal& b) {
            return std::pair{a.appeal->job().text(), a.original->panel->date()} <
                   std::pair{b.appeal->job().text(), b.original->panel->date()};
        });
        report::AppealsResult result;
        for (const LoadedAppeal& one : appeals_) {
            auto basis = one.original->basis(options_, pseudonyms_.get());
            if (one.repanel && basis.job_title.empty()) basis.job_title = one.repanel->job_title;
            if (one.repanel)
                basis.differences.insert(basis.differences.end(), one.repanel->differences.begin(),
                                         one.repanel->differences.end());
            result.appeals.push_back(report::appeal_result(one.appeal_case(), basis, options));
            report_breaches_of(result.appeals.back(), one);
        }
        result.left_out = left_out_;
        if (left_out_.holders_not_known > 0) said_.add(not_known_warning(left_out_.holders_not_known, "appeal", "appeals"));
        return result;
    }

    [[nodiscard]] std::size_t found() const { return found_; }

private:
    void load(const model::AppealDraft& draft) {
        LoadedAppeal loaded;
        loaded.original = panel_of(draft, draft.original);
        if (!loaded.original) return;
        if (draft.repanel) {
            loaded.repanel = panel_of(draft, *draft.repanel);
            if (!loaded.repanel || !is_same_scheme(*draft.repanel, loaded)) return;
        }
        const auto& questionnaire = loaded.original->job;
        loaded.appeal = model::Appeal::make(draft, *loaded.original->scheme->scheme, said_,
                                            {.job = questionnaire ? &*questionnaire : nullptr,
                                             .original = &*loaded.original->panel,
                                             .repanel = loaded.repanel ? &*loaded.repanel->panel : nullptr,
                                             .bands = loaded.original->scheme->bands});
        if (!loaded.appeal) return;
        loaded.number = number_of(draft);
        const bool single_holder = loaded.original->single_holder || (loaded.repanel && loaded.repanel->single_holder);
        const bool known =
            options_.several_holders || loaded.original->holders_known || (loaded.repanel && loaded.repanel->holders_known);
        if (options_.audience == report::Audience::public_view &&
            leave_out(left_out_, single_holder, known, "an appeal", said_))
            return;
        appeals_.push_back(std::move(loaded));
    }

    [[nodiscard]] std::unique_ptr<LoadedPanel> panel_of(const model::AppealDraft& appeal,
                                                        const base::Located<std::string>& id) {
        Diagnostics about;
        const auto* draft = records_.find_panel(id, about);
        const bool several = about.has_errors();
        said_.append(about);
        if (draft == nullptr) {
            if (!several) said_.error(records_.missing(Records::Kind::panel, id));
            return nullptr;
        }
        if (auto other = other_job(appeal, id, *draft)) {
            said_.error(std::move(*other));
            return nullptr;
        }
        people_.look(*draft, options_.audience, said_);
        Diagnostics of_panel;
        auto panel = load_panel(*draft, inputs_, records_, of_panel);
        if (told_.insert(draft).second) said_.append(of_panel);
        return panel;
    }

    [[nodiscard]] bool is_same_scheme(const base::Located<std::string>& repanel, const LoadedAppeal& loaded) {
        const auto& before = loaded.original->scheme;
        const auto& after = loaded.repanel->scheme;
        if (before->scheme == after->scheme) return true;
        said_.error({.id = "JE-A10",
                     .at = repanel.at,
                     .message = fmt::format("the re-panel used scheme '{}', edition {}, the original panel '{}', edition {}",
                                            after->scheme->id().text(), after->scheme->edition(), before->scheme->id().text(),
                                            before->scheme->edition()),
                     .expected = "two panels under one edition of one scheme, whose levels can be set side by side",
                     .fix = "compare the two panels with je panel, or name one edition for both with --scheme"});
        return false;
    }

    /// How many appeals of the job began before this one, and this one.
    [[nodiscard]] std::size_t number_of(const model::AppealDraft& draft) {
        const auto began = [](const model::AppealDraft& appeal) {
            return std::pair{appeal.events.empty() ? std::optional<base::Date>{} : appeal.events.front().date.value,
                             appeal.id.value};
        };
        std::size_t number = 1;
        for (const auto* other : records_.find_appeals_of(draft.job.value, said_)) {
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
            said_.warning(
                {.id = "JE-A22",
                 .at = ground->at,
                 .message = fmt::format("this ground claims level '{}' of factor '{}', below level '{}' which the panel agreed",
                                        factor[*ground->claim].id.text(), factor.id.text(),
                                        factor[*(*appeal_case.original)[*ground->factor].agreed].id.text()),
                 .expected = "a claim for a level above the one agreed",
                 .fix = "correct the claim if it is a slip; if the lower level is meant, nothing"});
        }
        if (!appeal::claims_fall_short(appeal_case)) return;
        said_.warning({.id = "JE-A23",
                       .at = one.appeal->at(),
                       .message = fmt::format("the levels claimed do not reach band '{}', which the appeal claims",
                                              one.appeal->claims_band()),
                       .expected = "claims that lead to the band claimed",
                       .fix = "look at 'what it would take' in je appeal: which further levels, if the evidence bears them, or "
                              "which other band"});
    }

    void report_breaches_of(const report::AppealResult& result, const LoadedAppeal& one) {
        report_claims(one);
        report_breaches(result.rules, fmt::format("appeal '{}'", result.appeal), one.appeal->at(), said_);
        if (result.repanel)
            report_breaches(result.repanel->rules, fmt::format("panel '{}'", result.repanel->panel), one.repanel->panel->at(),
                            said_);
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
        fails ? said_.error(std::move(d)) : said_.warning(std::move(d));
    }

    const Options& options_;
    Inputs& inputs_;
    Records& records_;
    Diagnostics& said_;
    AppealChain chain_;
    SeenPanellists people_;
    RunPseudonyms pseudonyms_{options_};
    std::vector<LoadedAppeal> appeals_;
    std::set<const model::PanelDraft*> told_;  // what is to be said of a panel is said once, however many appeals name it
    report::LeftOutRecords left_out_;
    std::size_t found_ = 0;
};

base::WorkingDays read_working_days(const std::optional<std::string>& file, Inputs& inputs, Diagnostics& said) {
    if (!file) return {};
    const auto text = inputs.read({*file, *file}, said);
    const auto draft = text ? inputs.parsed(*text, said, io::read_holidays) : std::nullopt;
    const auto holidays = draft ? model::Holidays::make(*draft, said) : std::nullopt;
    return holidays ? holidays->working_days() : base::WorkingDays{};
}

}  // namespace

void tell_of_appeal(const model::AppealDraft& draft, const Options& options, Inputs& inputs, Records& records,
                    Diagnostics& said) {
    AppealRun run{options, inputs, records, said};
    run.take(draft);
    static_cast<void>(run.finish({}));
}

Outcome<report::AppealsResult> appeals(io::Source& source, std::span<const std::string> files, const Options& options,
                                       const AppealsOptions& what, const Control& control) {
    return outcome_of<report::AppealsResult>([&](auto& outcome) {
        Inputs inputs{source, options, control, true};
        Diagnostics said;
        const auto found = find_files(source, files, said);
        Records records{inputs, found, said};
        AppealRun run{options, inputs, records, said};
        for_each_file(found, control, [&](const FoundFile& file) { run.take(file); });
        if (run.found() == 0 && !said.has_errors()) {
            said.error({.id = "JE-A11",
                        .message = "there is no record of an appeal in the files given",
                        .expected = "files that begin 'format: je-appeal/1'",
                        .fix = "name the records, or the folder that holds them"});
        }
        const auto working_days = read_working_days(what.holidays, inputs, said);
        report::AppealsResult result = run.finish({working_days, options.as_of, what.changes.value_or(0)});
        outcome.said.append(said);
        if (result.appeals.empty() && !result.left_out.any()) return;
        result.inputs = inputs.files();
        result.tool = options.tool;
        outcome.result = std::move(result);
    });
}

}  // namespace je::study
