// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "commands/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "commands/seen_jobs.hpp"
#include "console.hpp"
#include "exit_status.hpp"
#include "je/base/text.hpp"
#include "je/render/json.hpp"
#include "je/report/explain_result.hpp"
#include "je/report/public_view.hpp"
#include "je/scoring/score.hpp"
#include "rendering.hpp"
#include "tool_info.hpp"

namespace je::tool {
namespace {

constexpr std::size_t most_ids_listed = 10;
constexpr std::uint64_t most_factors = 6;
constexpr std::uint64_t most_changes = 100'000;

std::size_t read_max_factors(const std::string& text) {
    if (const auto number = base::parse_whole(text, most_factors); number && *number > 0) return *number;
    refuse("JE-U51", fmt::format("--max-factors is '{}'", text), fmt::format("a whole number from 1 to {}", most_factors),
           "write for example: --max-factors 2");
}

/// Which of the loaded jobs is meant.
const model::Job& the_job(const LoadedJobs& loaded) {
    if (loaded.found == 1) return loaded.jobs.front().job;
    if (loaded.jobs.empty())
        refuse("JE-U48", "je explain explains one job, and the inputs hold none", "one job", "give a file with a job in it");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(most_ids_listed, loaded.jobs.size()); ++i)
        ids.push_back(loaded.jobs[i].job.id().text());
    const auto more = loaded.found - ids.size();
    auto expected = "--job with one of " + base::quoted_list(ids, "or");
    if (more > 0) expected += fmt::format(" (and {} more)", more);
    refuse("JE-U48", fmt::format("je explain explains one job, and the inputs hold {}", loaded.found), expected,
           fmt::format("add for example: --job {}", ids.front()));
}

base::Diagnostic no_public_view(std::span<const model::Post> posts) {
    const bool one = report::holders_of(posts) == report::Holders::one;
    return {
        .id = "JE-U67",
        .message = one ? "the job has a single post-holder, so there is no public view of it"
                       : "nobody says how many people hold the job, so there is no public view of it",
        .expected = "a job whose posts have several holders, or another audience",
        .fix =
            one ? "use another --audience for those who may see it"
                : "state 'holders' in its posts, or give --holders-known-to-be-several if several people are known to hold it"};
}

}  // namespace

std::optional<std::size_t> read_changes(const std::string& text) {
    if (text == "all") return std::nullopt;
    if (const auto number = base::parse_whole(text, most_changes); number && *number > 0) return *number;
    refuse("JE-U50", fmt::format("--changes is '{}'", text), fmt::format("a whole number from 1 to {}, or all", most_changes),
           "write for example: --changes 50");
}

CommonOptions with_checksums(CommonOptions common) {
    common.format = Format::json;
    return common;
}

std::optional<report::ExplainResult> explain_job(const SchemeInUse& scheme, const model::Job& job, const CommonOptions& common,
                                                 const report::ExplainOptions& options, base::Diagnostics& diagnostics) {
    const auto score = scoring::score(*scheme.scheme, scheme.bands, job.answers());
    for (const auto& problem : score.problems) diagnostics.add(scoring::explain_problem(problem, *scheme.scheme, job, score));
    if (score.has_errors()) return std::nullopt;
    const report::ExplainInput input{.scheme = *scheme.scheme,
                                     .job = job,
                                     .table = scheme.bands,
                                     .pay = scheme.pay,
                                     .scheme_info = scheme.info,
                                     .bands_info = scheme.bands_info,
                                     .as_of = common.as_of};
    return report::explain(input, score, options);
}

std::vector<Option> ExplainCommand::options() const {
    return joined({{{"changes", "N|all"}, {"max-factors", "N"}},
                   scheme_options(),
                   job_options(),
                   audience_options(),
                   format_options(),
                   file_options()});
}

void ExplainCommand::parse(const GivenOptions& given) {
    common_ = read_common(given, all_parts);
    require_arguments(given, "explain", "a file or folder of jobs");
    arguments_ = given.arguments();
    if (common_.jobs.size() > 1)
        refuse("JE-U49", fmt::format("je explain explains one job, and --job was given {} times", common_.jobs.size()),
               "--job once", "run je explain for each, or set jobs side by side with je compare");
    if (const auto text = given.value("changes")) explain_options_.keep = read_changes(*text);
    if (const auto text = given.value("max-factors")) explain_options_.max_factors = read_max_factors(*text);
}

ExitStatus ExplainCommand::run() {
    Console console{common_};
    Inputs inputs{with_checksums(common_)};
    base::Diagnostics diagnostics;
    const auto loaded = load_jobs(arguments_, inputs, diagnostics, most_ids_listed, false);
    console.report(diagnostics);
    if (!loaded.scheme || (loaded.jobs.empty() && diagnostics.has_errors())) return console.finish();

    base::Diagnostics about_job;
    if (LeftOutJobs{common_}.leave_out(the_job(loaded).posts())) {
        about_job.error(no_public_view(the_job(loaded).posts()));
        console.report(about_job);
        return console.finish();
    }
    auto result = explain_job(*loaded.scheme, the_job(loaded), common_, explain_options_, about_job);
    console.report(about_job);
    if (!result) return console.finish();
    result->inputs = inputs.files();
    if (report::hides_texts(common_.audience)) report::make_public(*result);
    result->tool = tool_info(common_);
    write_result(*result, {report::explain_document, report::explain_table, render::json}, common_);
    return console.finish();
}

}  // namespace je::tool
