// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/score.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/wording.hpp"
#include "je/base/text.hpp"
#include "study/job_scoring.hpp"
#include "study/outcome.hpp"
#include "study/weighed_scores.hpp"

namespace je::study {

namespace {

using base::Diagnostics;

std::string_view separator_name(char separator) {
    return separator == ',' ? "commas" : separator == ';' ? "semicolons" : "tabs";
}

/// Scores each job as it comes and passes it on.
class Scoring : public JobScoring {
public:
    Scoring(Inputs& inputs, const ScoreOptions& what, ScoreReceiver& receiver, const Control& control)
        : JobScoring{inputs, what.require_complete ? incomplete() : Incomplete{}},
          what_{what},
          receiver_{receiver},
          control_{control} {}

    void begin(const SchemeInUse& scheme) override {
        begun_ = true;
        auto head = report::score_head(scheme.info, scheme.bands_info, options_.as_of, what_.weight ? nullptr : scheme.pay);
        if (what_.weight) head.weighting = weighed_.emplace(*what_.weight, scheme, remarks).head();
        receiver_.begin(head);
        if (scheme.bands != nullptr) receiver_.bands(report::band_table(*scheme.bands, *scheme.scheme));
        basis_ = {scheme.scheme.get(), scheme.bands, scheme.pay};
    }

    void csv_file(const std::string& name, char separator) override {
        const std::string shown = report::hides_texts(options_.audience) ? base::worded("a CSV file") : name;
        receiver_.read_from(base::worded("{} (columns separated by {})", shown, base::translated(separator_name(separator))));
        if (separator != ',') {
            remarks.note({.id = "JE-U21",
                          .message = fmt::format("the columns of '{}' are taken to be separated by {}", name,
                                                 separator_name(separator))});
        }
    }

    void columns(bool families, std::span<const std::string> kept) override {
        std::vector<std::string> all{kept.begin(), kept.end()};
        if (what_.weight) all.insert(all.end(), {"total_exact", "caution"});
        kept_ = kept.size();
        receiver_.shape({families, std::move(all)});
    }

    [[nodiscard]] bool keeps_columns() const override { return what_.keep_columns; }
    [[nodiscard]] bool needs_columns() const override { return what_.keep_columns || receiver_.needs_shape(); }

    void job(const FoundJob& found, Diagnostics&& about) override {
        stop_if_cancelled(control_);
        if (!score(found, about)) return;
        if (!about.all().empty()) remarks.append(about);
        report::fill_scored_job(job_, basis_, found.id(), found.title(), found.answers(), score_, receiver_.needs_factors());
        job_.family = found.family();
        job_.note = found.note();
        if (weighed_) weighed_->put_into(job_, score_, found.answers());
        if (report::hides_people(options_.audience)) report::hide_people(job_.several);
        if (report::hides_texts(options_.audience)) report::make_public(job_);
        if (what_.keep_columns) job_.kept.assign(found.kept().begin(), found.kept().end());
        if (weighed_) add_weighed_columns();
        receiver_.job(job_);
        ++jobs_;
        if (control_.progress) control_.progress({Progress::Of::jobs, jobs_});
    }

    void bad_job(std::string_view job, Diagnostics&& about) override {
        list_errors(job, about);
        (about.has_errors() ? errors : remarks).append(about);
    }

    /// What stands after the jobs; the result begins here when no scheme could be used.
    void finish() {
        if (!begun_) receiver_.begin(without_scheme());
        tail.errors = std::move(errors_);
        tail.errors_not_listed = errors_not_listed_;
        tail.left_out = left_out_.counts();
        if (report::hides_texts(options_.audience)) report::make_public(tail);
        receiver_.end(tail);
        left_out_.tell(remarks);
    }

    // Kept apart, so that a flood of one does not push the other out of what is kept.
    Diagnostics remarks;  // warnings and notes about what was scored
    Diagnostics errors;   // all that was said about what was not
    report::ScoreTail tail;

private:
    [[nodiscard]] report::ScoreHead without_scheme() const {
        report::ScoreHead head;
        head.as_of = options_.as_of;
        return head;
    }

    /// CSV has no place for a caution but in each row.
    void add_weighed_columns() {
        job_.kept.resize(kept_);  // a questionnaire has none
        job_.kept.push_back(job_.total_exact.value_or(""));
        job_.kept.emplace_back(report::weighting_caution);
    }

    [[nodiscard]] static Incomplete incomplete() {
        return {.id = "JE-U19",
                .expected = "a level on every factor (--require-complete)",
                .fix = "state the levels, or leave --require-complete out to get a range"};
    }

    const ScoreOptions& what_;
    ScoreReceiver& receiver_;
    const Control& control_;
    report::ScoringBasis basis_;
    report::ScoredJob job_;
    std::uint64_t jobs_ = 0;
    bool begun_ = false;
    std::optional<WeighedScores> weighed_;
    std::size_t kept_ = 0;  // columns carried through
};

}  // namespace

Outcome<Done> score(io::Source& source, std::span<const std::string> files, const Options& options, const ScoreOptions& what,
                    ScoreReceiver& receiver, const Control& control) {
    return outcome_of<Done>([&](auto& outcome) {
        if (report::hides_comparators(options.audience)) throw Refusal{no_panel_view("score")};
        Diagnostics diagnostics;
        const auto found = find_files(source, files, diagnostics);
        Inputs inputs{source, options, control};
        Scoring scoring{inputs, what, receiver, control};
        if (!diagnostics.all().empty()) scoring.bad_job("", std::move(diagnostics));
        const auto scheme = read_jobs(found, inputs, scoring);
        scoring.tail.inputs = inputs.files();
        scoring.tail.tool = options.tool;
        scoring.finish();
        outcome.diagnostics.append(scoring.remarks);
        outcome.diagnostics.append(scoring.errors);
        outcome.result.emplace();
    });
}

Outcome<report::ScoreResult> score(io::Source& source, std::span<const std::string> files, const Options& options,
                                   const ScoreOptions& what, const Control& control) {
    GatheredScores gathered;
    auto done = score(source, files, options, what, gathered, control);
    Outcome<report::ScoreResult> outcome{{}, std::move(done.diagnostics), std::move(done.refused), done.cancelled};
    if (done.result) outcome.result = std::move(gathered.result);
    return outcome;
}

void GatheredScores::job(const report::ScoredJob& job) {
    result.by_family.add(job);
    if (result.jobs.size() < most_) {
        result.jobs.push_back(job);
    } else {
        ++result.jobs_not_shown;
    }
}

}  // namespace je::study
