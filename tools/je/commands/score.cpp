// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/score.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "commands/score_sinks.hpp"
#include "commands/seen_jobs.hpp"
#include "console.hpp"
#include "exit_status.hpp"
#include "je/base/text.hpp"
#include "je/report/public_view.hpp"
#include "jobs.hpp"
#include "tool_info.hpp"

namespace je::tool {

namespace {

using base::Diagnostics;

std::string_view separator_name(char separator) {
    return separator == ',' ? "commas" : separator == ';' ? "semicolons" : "tabs";
}

/// Scores each job as it comes and passes it on to the sink.
class Scoring : public JobReceiver {
public:
    Scoring(const CommonOptions& options, bool require_complete, ScoreSink& sink, Console& console)
        : options_{options}, require_complete_{require_complete}, sink_{sink}, console_{console} {}

    void begin(const SchemeInUse& scheme) override {
        begin_with(report::score_head(scheme.info, scheme.bands_info, options_.as_of, scheme.pay), &scheme);
        basis_ = {scheme.scheme.get(), scheme.bands, scheme.pay};
    }

    void csv_file(const std::string& name, char separator) override {
        const std::string shown = report::hides_texts(options_.audience) ? "a CSV file" : name;
        sink_.read_from(fmt::format("{} (columns separated by {})", shown, separator_name(separator)));
        if (separator != ',') {
            remarks.note({.id = "JE-U21",
                          .message = fmt::format("the columns of '{}' are taken to be separated by {}", name,
                                                 separator_name(separator))});
        }
    }

    void kept_columns(std::span<const std::string> names) override { sink_.kept_columns(names); }

    void job(const FoundJob& found, Diagnostics&& about) override {
        if (left_out_.leave_out(found.posts())) return;
        scoring::score_into(score_, *basis_.scheme, basis_.bands, found.answers());
        if (!score_.problems.empty() || (require_complete_ && !score_.complete)) {
            add_problems(found, about);
        }
        if (about.has_errors()) {
            bad_job(found.id(), std::move(about));
            return;
        }
        if (!about.all().empty()) remarks.append(about);
        report::fill_scored_job(job_, basis_, found.id(), found.title(), found.answers(), score_, sink_.needs_factors());
        if (!report::hides_texts(options_.audience)) job_.note = found.note();
        if (options_.keep_columns) job_.kept.assign(found.kept().begin(), found.kept().end());
        sink_.job(job_);
        console_.progress(++jobs_);
    }

    void bad_job(std::string_view job, Diagnostics&& about) override {
        std::size_t listed = 0;
        for (const base::Diagnostic& d : about.all()) {
            if (d.severity != base::Severity::error || tail.errors.size() >= errors_listed) continue;
            tail.errors.push_back(shown_error(job, d));
            ++listed;
        }
        tail.errors_not_listed += about.errors() - listed;
        (about.has_errors() ? errors : remarks).append(about);
    }

    /// What is said at the end of what the audience may not see.
    void note_jobs_left_out() { left_out_.tell(remarks); }

    /// What stands after the jobs; the result begins here when no scheme could be used.
    void finish() {
        if (!begun_) begin_with(without_scheme(), nullptr);
        tail.left_out = left_out_.counts();
        sink_.end(tail);
    }

    // Kept apart, so that a flood of one does not push the other out of what is kept.
    Diagnostics remarks;  // warnings and notes about what was scored
    Diagnostics errors;   // all that was said about what was not
    report::ScoreTail tail;

private:
    void begin_with(const report::ScoreHead& head, const SchemeInUse* scheme) {
        begun_ = true;
        sink_.begin(head, scheme);
    }

    [[nodiscard]] report::ScoreHead without_scheme() const {
        report::ScoreHead head;
        head.as_of = options_.as_of;
        return head;
    }

    [[nodiscard]] report::ErrorEntry shown_error(std::string_view job, const base::Diagnostic& d) const {
        auto entry = report::error_entry(job, d);
        if (report::hides_texts(options_.audience)) report::make_public(entry);
        return entry;
    }

    void add_problems(const FoundJob& found, Diagnostics& about) const {
        const model::Job job = found.to_job();
        for (const scoring::Problem& problem : score_.problems) {
            about.add(scoring::explain_problem(problem, *basis_.scheme, job, score_));
        }
        if (require_complete_ && !score_.complete) about.error(incomplete(job));
    }

    [[nodiscard]] base::Diagnostic incomplete(const model::Job& job) const {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < score_.factors.size(); ++i) {
            if (!score_.factors[i].level) ids.push_back(basis_.scheme->factors()[i].id.text());
        }
        const std::string lacking =
            ids.empty() ? "a fact that a rule needs is not stated" : "no level is known for " + base::quoted_list(ids);
        return {.id = "JE-U19",
                .at = job.at(),
                .message = fmt::format("job '{}' is not complete: {}", job.id().text(), lacking),
                .expected = "a level on every factor (--require-complete)",
                .fix = "state the levels, or leave --require-complete out to get a range"};
    }

    const CommonOptions& options_;
    bool require_complete_;
    ScoreSink& sink_;
    Console& console_;
    report::ScoringBasis basis_;
    scoring::Score score_;
    report::ScoredJob job_;
    std::uint64_t jobs_ = 0;
    LeftOutJobs left_out_{options_};
    bool begun_ = false;
};

void check_keeping(const CommonOptions& common) {
    if (common.format != Format::csv)
        throw UsageError{{.id = "JE-U93",
                          .message = "--keep-columns carries columns into CSV, and the result is not CSV",
                          .expected = "--format csv with --keep-columns",
                          .fix = "add --format csv, or leave --keep-columns out"}};
    if (report::hides_texts(common.audience))
        throw UsageError{
            {.id = "JE-U93",
             .message = "--keep-columns would show in the public view what stands in columns that je does not know",
             .expected = "--keep-columns with another audience",
             .fix = "leave --keep-columns or --audience out"}};
}

}  // namespace

std::vector<Option> ScoreCommand::options() const {
    return joined({scheme_options(),
                   job_options(),
                   {{"require-complete"}, {"keep-columns"}},
                   audience_options(),
                   format_options(),
                   file_options()});
}

void ScoreCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    require_complete_ = given.has("require-complete");
    common_.keep_columns = given.has("keep-columns");
    if (report::hides_comparators(common_.audience)) refuse_panel_view("score");
    if (common_.keep_columns) check_keeping(common_);
    require_arguments(given, "score", "jobs: questionnaires, CSV files or folders");
    arguments_ = given.arguments();
}

ExitStatus ScoreCommand::run() {
    Console console{common_};
    Diagnostics said;
    const auto files = find_files(arguments_, said);
    protect_inputs(common_, files);
    Inputs inputs{common_};
    Output output{common_};
    const auto sink = make_score_sink(common_.format, output, common_.width);
    Scoring scoring{common_, require_complete_, *sink, console};
    if (said.has_errors()) scoring.bad_job("", std::move(said));
    const auto scheme = read_jobs(files, inputs, scoring);
    scoring.tail.inputs = inputs.files();
    if (report::hides_texts(common_.audience)) report::make_public(scoring.tail.inputs);
    scoring.tail.tool = tool_info(common_);
    scoring.finish();
    output.finish();
    scoring.note_jobs_left_out();
    console.report(scoring.remarks);
    console.report(scoring.errors);
    return console.finish();
}

}  // namespace je::tool
