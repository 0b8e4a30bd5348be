// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "je/base/text.hpp"
#include "study/job_scoring.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

constexpr std::size_t most_ids_listed = 10;

/// Which of the loaded jobs is meant.
const model::Job& the_job(const LoadedJobs& loaded) {
    if (loaded.found == 1) return loaded.jobs.front();
    if (loaded.jobs.empty())
        refuse("JE-U48", "je explain explains one job, and the inputs hold none", "one job", "give a file with a job in it");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(most_ids_listed, loaded.jobs.size()); ++i) ids.push_back(loaded.jobs[i].id().text());
    const auto more = loaded.found - ids.size();
    auto expected = "--job with one of " + base::quoted_list(ids, "or");
    if (more > 0) expected += fmt::format(" (and {} more)", more);
    refuse("JE-U48", fmt::format("je explain explains one job, and the inputs hold {}", loaded.found), expected,
           fmt::format("add for example: --job {}", ids.front()));
}

}  // namespace

Outcome<report::ExplainResult> explain(io::Source& source, std::span<const std::string> files, const Options& options,
                                       const report::ExplainOptions& what, const Control& control) {
    return outcome_of<report::ExplainResult>([&](auto& outcome) {
        Inputs inputs{source, options, control, true};
        base::Diagnostics of_files;
        const auto loaded = load_jobs(files, inputs, of_files, most_ids_listed, false);
        outcome.diagnostics.append(of_files);
        if (!loaded.scheme || (loaded.jobs.empty() && of_files.has_errors())) return;
        const model::Job& job = the_job(loaded);
        if (LeftOutJobs{options}.leave_out(job.posts())) return outcome.diagnostics.error(no_public_view(job.posts()));
        outcome.result = explain_job(*loaded.scheme, job, options, what, outcome.diagnostics);
        if (!outcome.result) return;
        outcome.result->inputs = inputs.files();
        outcome.result->tool = options.tool;
    });
}

}  // namespace je::study
