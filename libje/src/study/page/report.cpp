// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "je/study/appeals.hpp"
#include "je/study/compare.hpp"
#include "je/study/explain.hpp"
#include "je/study/panels.hpp"
#include "je/study/score.hpp"
#include "je/study/sensitivity.hpp"
#include "je/study/shared_inputs.hpp"
#include "study/outcome.hpp"
#include "study/page/lead.hpp"
#include "study/page/one_basis.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

constexpr std::size_t most_with_section = 100;  // of an organisation's jobs

/// Gathers what several use-cases say about the same files: each thing once.
class Saying {
public:
    explicit Saying(Diagnostics& diagnostics) : diagnostics_{diagnostics} {}
    void add(const Diagnostics& more) {
        for (const base::Diagnostic& d : more.all())
            if (said_.emplace(d.id, d.at.to_string(), d.message).second) diagnostics_.add(d);
    }

private:
    Diagnostics& diagnostics_;
    std::set<std::tuple<std::string, std::string, std::string>> said_;
};

base::Diagnostic many_for_panel() {
    auto refusal = no_panel_view("report");
    refusal.message =
        "a report on many jobs, or on none that leads, shows their totals, which the view of a sitting panel masks";
    refusal.expected = fmt::format("at most {} jobs of which one leads, or other readers", most_side_by_side);
    refusal.fix = fmt::format(
        "give the questionnaire of the job that the panel rates, with at most {} to compare it with, and name it "
        "with --job",
        most_side_by_side - 1);
    return refusal;
}

class ReportRun {
public:
    ReportRun(io::Source& source, std::span<const std::string> files, const Options& options, const ReportOptions& what,
              const Control& control, Diagnostics& diagnostics)
        : source_{source}, options_{options}, what_{what}, control_{control}, diagnostics_{diagnostics}, saying_{diagnostics} {
        if (!options_.shared) options_.shared = std::make_shared<SharedInputs>();
        options_.checksums = true;
        options_.jobs.clear();
        Diagnostics of_files;
        given_ = sort_files(source_, files, options_, of_files);
        saying_.add(of_files);
        options_.records.insert(options_.records.end(), given_.all.begin(), given_.all.end());
    }

    [[nodiscard]] std::optional<report::ReportResult> run() {
        if (diagnostics_.has_errors()) return std::nullopt;
        if (given_.jobs.empty() && given_.panels.empty() && given_.appeals.empty() && given_.results.empty()) {
            report_nothing();
            return std::nullopt;
        }
        for (const auto& text : given_.results) {
            stop_if_cancelled(control_);
            if (auto part = stored_part(source_, text, options_, what_.remake, diagnostics_))
                stored_.push_back(*std::move(part));
            list(text);
        }
        if (diagnostics_.has_errors()) return std::nullopt;
        score_jobs();
        const auto lead = leading_job(what_.job, given_, stored_, ids_of_jobs(), diagnostics_);
        if (!lead) return std::nullopt;
        result_.job = *lead;
        for (StoredPart& part : stored_) place(std::move(part));
        add_records();
        add_jobs();
        if (failed_ || !check_one_basis(result_, diagnostics_)) return std::nullopt;
        finish();
        return std::move(result_);
    }

private:
    void report_nothing() {
        diagnostics_.error({.id = "JE-M01",
                            .message = "there is nothing to report on in the files given",
                            .expected = "jobs, records of panels or appeals, or JSON results of je",
                            .fix = "name such files, or a folder that holds them"});
    }

    /// The public is told of files by number, that in the list of inputs.
    void list(const base::SourceTextPtr& text) {
        const auto sum = options_.shared->sha256(text);
        auto& inputs = result_.inputs;
        auto known = std::find_if(inputs.begin(), inputs.end(), [&](const auto& input) { return input.sha256 == sum; });
        if (known == inputs.end()) known = inputs.insert(inputs.end(), {text->name, sum});
        if (report::hides_texts(options_.audience) && !stored_.empty())
            stored_.back().shown = fmt::format("file {}", known - inputs.begin() + 1);
    }

    /// The result of a use-case; nothing when it could make none, and the report then has a hole.
    template <class Result>
    [[nodiscard]] std::optional<Result> taken(Outcome<Result>&& outcome) {
        if (outcome.refused) throw Refusal{*std::move(outcome.refused)};
        if (outcome.cancelled) throw Cancelled{};
        saying_.add(outcome.diagnostics);
        failed_ = failed_ || !outcome.result;
        return std::move(outcome.result);
    }

    [[nodiscard]] Options options_for(std::vector<std::string> jobs) const {
        Options options = options_;
        options.jobs = std::move(jobs);
        return options;
    }

    /// A sitting panel is shown no totals of other jobs; which jobs there are is no secret to it.
    void score_jobs() {
        if (given_.jobs.empty()) return;
        Options options = options_;
        if (report::hides_comparators(options.audience)) options.audience = report::Audience::record;
        auto outcome = score(source_, given_.jobs, options, {}, control_);
        const auto& said = outcome.diagnostics.all();
        // Of a job that is there twice a page would show one, and not say so.
        failed_ = std::any_of(said.begin(), said.end(), [](const base::Diagnostic& d) { return d.id == "JE-U12"; });
        scored_ = taken(std::move(outcome));
        failed_ = failed_ || (scored_->jobs.empty() && diagnostics_.has_errors());
    }
    [[nodiscard]] std::vector<std::string> ids_of_jobs() const {
        std::vector<std::string> ids;
        if (scored_)
            for (const report::ScoredJob& job : scored_->jobs) ids.push_back(job.id);
        return ids;
    }

    // Stored results take the places that fresh ones would have.

    void place(StoredPart&& stored) {
        if (!std::visit([this](auto&& part) { return place(std::forward<decltype(part)>(part)); }, std::move(stored.part)))
            return note_left_out(stored);
        result_.results.push_back({stored.shown, stored.format});
    }
    [[nodiscard]] bool place(report::ExplainResult&& part) {
        if (result_.why || part.id != result_.job) return false;
        result_.why = std::move(part);
        return true;
    }
    [[nodiscard]] bool place(report::CompareResult&& part) {
        if (result_.beside) return false;
        result_.beside = std::move(part);
        return true;
    }
    [[nodiscard]] bool place(report::ScoreResult&& part) {
        if (result_.organisation) return false;
        result_.organisation = std::move(part);
        return true;
    }
    [[nodiscard]] bool place(report::SensitivityResult&& part) {
        result_.firm.push_back(std::move(part));
        return true;
    }
    [[nodiscard]] bool place(report::PanelsResult&& part) {
        std::erase_if(part.panels, [this](const auto& panel) { return panel.job != result_.job || has_panel(panel.panel); });
        if (part.panels.empty()) return false;
        result_.panels.push_back(std::move(part));
        return true;
    }
    [[nodiscard]] bool place(report::AppealsResult&& part) {
        std::erase_if(part.appeals, [this](const auto& one) { return one.job != result_.job || has_appeal(one.appeal); });
        if (part.appeals.empty()) return false;
        result_.appeals.push_back(std::move(part));
        return true;
    }
    [[nodiscard]] bool has_panel(const std::string& id) const {
        return std::any_of(result_.panels.begin(), result_.panels.end(), [&](const auto& all) {
            return std::any_of(all.panels.begin(), all.panels.end(), [&](const auto& one) { return one.panel == id; });
        });
    }
    [[nodiscard]] bool has_appeal(const std::string& id) const {
        return std::any_of(result_.appeals.begin(), result_.appeals.end(), [&](const auto& all) {
            return std::any_of(all.appeals.begin(), all.appeals.end(), [&](const auto& one) { return one.appeal == id; });
        });
    }
    void note_left_out(const StoredPart& stored) {
        diagnostics_.note({.id = "JE-M09",
                           .message = fmt::format("'{}' is left out: it is not about job '{}', or the same is there already",
                                                  stored.name, result_.job),
                           .expected = "results about the job that leads, each once",
                           .fix = "choose another with --job, or leave the file out"});
    }

    // What is made afresh.

    [[nodiscard]] std::vector<std::string> files_about_lead(const std::vector<GivenRecord>& records) const {
        std::vector<std::string> files;
        for (const GivenRecord& record : records)
            if (record.job.empty() || record.job == result_.job) files.push_back(record.file);
        return files;
    }

    void add_records() {
        if (const auto files = files_about_lead(given_.panels); !files.empty()) {
            auto panels = taken(study::panels(source_, files, options_, {.each = true}, control_));
            if (panels) static_cast<void>(place(*std::move(panels)));
        }
        if (const auto files = files_about_lead(given_.appeals); !files.empty()) {
            auto appeals = taken(study::appeals(source_, files, options_, {.holidays = what_.holidays}, control_));
            if (appeals) static_cast<void>(place(*std::move(appeals)));
        }
    }

    void add_jobs() {
        if (!scored_) return;
        const auto ids = ids_of_jobs();
        const bool leads = std::find(ids.begin(), ids.end(), result_.job) != ids.end();
        const bool organisation = !leads || ids.size() > most_side_by_side;
        if (organisation && report::hides_comparators(options_.audience)) throw Refusal{many_for_panel()};
        if (leads && !result_.why) result_.why = taken(explain(source_, given_.jobs, options_for({result_.job}), {}, control_));
        if (!result_.beside && ids.size() > 1)
            result_.beside = taken(compare(source_, given_.jobs, options_for(jobs_to_show(ids, leads)), {}, control_));
        if (organisation && !result_.organisation) result_.organisation = std::move(scored_);
        if (leads && result_.firm.empty()) add_firm();
    }

    /// The job that leads, then the others: all of a few, of many those nearest to an end of their band.
    [[nodiscard]] std::vector<std::string> jobs_to_show(std::vector<std::string> ids, bool leads) const {
        if (ids.size() > most_with_section) {
            const auto distance = [](const report::ScoredJob& job) {
                const auto far = base::Decimal::from_units(base::Decimal::largest_units);
                return std::min(job.above_floor.value_or(far), job.to_next.value_or(far));
            };
            std::vector<std::pair<base::Decimal, std::size_t>> order;
            for (std::size_t i = 0; i < scored_->jobs.size(); ++i) order.emplace_back(distance(scored_->jobs[i]), i);
            std::stable_sort(order.begin(), order.end());
            ids.clear();
            for (std::size_t i = 0; i < most_with_section; ++i) ids.push_back(scored_->jobs[order[i].second].id);
        }
        if (!leads) return ids;
        std::erase(ids, result_.job);
        ids.insert(ids.begin(), result_.job);
        if (ids.size() > most_with_section) ids.pop_back();
        return ids;
    }

    /// What weights and single levels do to the band, where there is a band to hold.
    void add_firm() {
        if (report::hides_comparators(options_.audience) || !result_.why || !result_.why->complete || !result_.why->bands.any)
            return;
        SensitivityOptions what;
        what.with_factors = false;
        what.with_levels = true;
        if (auto firm = taken(sensitivity(source_, given_.jobs, options_for({result_.job}), what, control_)))
            result_.firm.push_back(*std::move(firm));
    }

    void finish() {
        result_.title = what_.title;
        result_.audience = options_.audience;
        result_.tool = options_.tool;
        result_.job_title = title_of_lead();
        gather_inputs(result_);
    }
    [[nodiscard]] std::string title_of_lead() const {
        if (result_.why) return result_.why->title;
        for (const auto& all : result_.appeals)
            for (const auto& one : all.appeals)
                if (!one.job_title.empty()) return one.job_title;
        for (const auto& all : result_.panels)
            for (const auto& one : all.panels)
                if (!one.job_title.empty()) return one.job_title;
        return {};
    }

    io::Source& source_;
    Options options_;
    const ReportOptions& what_;
    const Control& control_;
    Diagnostics& diagnostics_;
    Saying saying_;
    GivenFiles given_;
    std::vector<StoredPart> stored_;
    std::optional<report::ScoreResult> scored_;
    report::ReportResult result_;
    bool failed_ = false;  // a part that belongs in the report could not be made
};

}  // namespace

Outcome<report::ReportResult> make_report(io::Source& source, std::span<const std::string> files, const Options& options,
                                          const ReportOptions& what, const Control& control) {
    return outcome_of<report::ReportResult>([&](auto& outcome) {
        ReportRun run{source, files, options, what, control, outcome.diagnostics};
        outcome.result = run.run();
    });
}

}  // namespace je::study
