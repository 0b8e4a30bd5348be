// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/compare.hpp"

#include <fmt/format.h>

#include <utility>

#include "study/job_scoring.hpp"
#include "study/outcome.hpp"
#include "study/weighed_scores.hpp"

namespace je::study {

namespace {

/// Side by side says little of more jobs than this, and the table would be wider than any page.
constexpr std::size_t most_compared = 100;

void check_count(std::uint64_t jobs) {
    if (jobs < 2)
        refuse("JE-U52", fmt::format("je compare needs two jobs, and the inputs hold {}", jobs),
               "two or more jobs of one scheme", "add a file with another job, or use je explain for one job");
    if (jobs > most_compared)
        refuse("JE-U53", fmt::format("je compare sets up to {} jobs side by side, and the inputs hold more", most_compared),
               "fewer jobs", "name those to compare, each with --job");
}

/// The explanation of every job that can be scored; the others are reported.
std::vector<report::ExplainResult> explain_all(const LoadedJobs& loaded, const std::optional<WeighedScores>& weighed,
                                               Inputs& inputs, LeftOutJobs& left_out, base::Diagnostics& diagnostics) {
    std::vector<report::ExplainResult> results;
    const report::ExplainOptions without_changes{.max_factors = 0, .keep = 0};
    for (const auto& job : loaded.jobs) {
        if (left_out.leave_out(job.posts())) {
            inputs.leave_out(job.at().source);
            continue;
        }
        auto result = explain_job(*loaded.scheme, job, inputs.options(), without_changes, diagnostics);
        if (!result) continue;
        if (weighed) weighed->put_into(*result, job);
        results.push_back(std::move(*result));
    }
    left_out.tell(diagnostics);
    return results;
}

base::Diagnostic too_few_shown() {
    return {.id = "JE-U68",
            .message = "fewer than two of these jobs can be shown in the public view, so there is nothing to set side by side",
            .expected = "two jobs whose posts have several holders, or another audience",
            .fix = "use another --audience for those who may see them"};
}

}  // namespace

Outcome<report::CompareResult> compare(io::Source& source, std::span<const std::string> files, const Options& options,
                                       const CompareOptions& what, const Control& control) {
    return outcome_of<report::CompareResult>([&](auto& outcome) {
        Inputs inputs{source, options, control, true};
        base::Diagnostics of_files;
        const auto loaded = load_jobs(files, inputs, of_files, most_compared, true);
        outcome.diagnostics.append(of_files);
        if (!loaded.scheme || (loaded.jobs.size() < 2 && of_files.has_errors())) return;
        check_count(loaded.found);
        LeftOutJobs left_out{options};
        std::optional<WeighedScores> weighed;
        if (what.weight) weighed.emplace(*what.weight, *loaded.scheme, outcome.diagnostics);
        auto jobs = explain_all(loaded, weighed, inputs, left_out, outcome.diagnostics);
        if (jobs.size() < 2) {
            if (report::hides_texts(options.audience)) outcome.diagnostics.error(too_few_shown());
            return;
        }
        report::CompareResult result = report::compare(std::move(jobs));
        if (weighed) result.weighting = weighed->head();
        result.left_out = left_out.counts();
        result.inputs = inputs.files();
        if (report::hides_comparators(options.audience)) report::mask_comparators(result);
        result.tool = options.tool;
        outcome.result = std::move(result);
    });
}

}  // namespace je::study
