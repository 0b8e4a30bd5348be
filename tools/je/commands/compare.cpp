// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/compare.hpp"

#include <fmt/format.h>

#include <array>

#include "commands/explain.hpp"
#include "commands/seen_jobs.hpp"
#include "console.hpp"
#include "je/base/text.hpp"
#include "je/render/json.hpp"
#include "je/report/compare_result.hpp"
#include "je/report/public_view.hpp"
#include "jobs.hpp"
#include "rendering.hpp"
#include "tool_info.hpp"

namespace je::tool {
namespace {

/// Side by side says little of more jobs than this, and the table would be wider than any page.
constexpr std::size_t most_jobs = 100;

base::Diagnostic usage(std::string id, std::string message, std::string expected, std::string fix) {
    return {.id = std::move(id), .message = std::move(message), .expected = std::move(expected), .fix = std::move(fix)};
}

void check_count(std::uint64_t jobs) {
    if (jobs < 2)
        throw UsageError{usage("JE-U52", fmt::format("je compare needs two jobs, and the inputs hold {}", jobs),
                               "two or more jobs of one scheme", "add a file with another job, or use je explain for one job")};
    if (jobs > most_jobs)
        throw UsageError{usage("JE-U53",
                               fmt::format("je compare sets up to {} jobs side by side, and the inputs hold more", most_jobs),
                               "fewer jobs", "name those to compare, each with --job")};
}

/// The explanation of every job that can be scored; the others are reported.
std::vector<report::ExplainResult> explain_all(const LoadedJobs& loaded, const CommonOptions& common, LeftOutJobs& left_out,
                                               Console& console) {
    std::vector<report::ExplainResult> results;
    const report::ExplainOptions without_changes{.max_factors = 0, .keep = 0};
    base::Diagnostics diagnostics;
    for (const auto& entry : loaded.jobs) {
        if (left_out.leave_out(entry.job.posts())) continue;
        if (auto result = explain_job(*loaded.scheme, entry.job, common, without_changes, diagnostics))
            results.push_back(std::move(*result));
    }
    left_out.tell(diagnostics);
    console.report(diagnostics);
    return results;
}

void report_too_few(Console& console) {
    base::Diagnostics said;
    said.error(
        {.id = "JE-U68",
         .message = "fewer than two of these jobs can be shown in the public view, so there is nothing to set side by side",
         .expected = "two jobs whose posts have several holders, or another audience",
         .fix = "use another --audience for those who may see them"});
    console.report(said);
}

}  // namespace

std::vector<Option> CompareCommand::options() const {
    return joined({scheme_options(), job_options(), audience_options(), format_options(), file_options()});
}

void CompareCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    require_arguments(given, "compare", "files or folders of jobs");
    arguments_ = given.arguments();
    if (common_.jobs.size() == 1)
        throw UsageError{usage("JE-U54", "je compare was given one --job, and one job cannot be compared",
                               "--job at least twice, or not at all", "add another --job, or use je explain for one job")};
}

ExitStatus CompareCommand::run() {
    Console console{common_};
    Inputs inputs{with_checksums(common_)};
    base::Diagnostics diagnostics;
    const auto loaded = load_jobs(arguments_, inputs, diagnostics, most_jobs, true);
    console.report(diagnostics);
    if (!loaded.scheme || (loaded.jobs.size() < 2 && diagnostics.has_errors())) return console.finish();
    check_count(loaded.found);
    LeftOutJobs left_out{common_};
    auto jobs = explain_all(loaded, common_, left_out, console);
    if (jobs.size() < 2) {
        if (report::hides_texts(common_.audience)) report_too_few(console);
        return console.finish();
    }
    auto result = report::compare(std::move(jobs));
    result.left_out = left_out.counts();
    result.inputs = inputs.files();
    if (report::hides_texts(common_.audience)) report::make_public(result);
    if (report::hides_comparators(common_.audience)) report::mask_comparators(result);
    result.tool = tool_info(common_);
    write_result(result, {report::compare_document, report::compare_table, render::json}, common_);
    return console.finish();
}

}  // namespace je::tool
