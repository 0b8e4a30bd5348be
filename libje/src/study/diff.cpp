// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/study/diff.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"
#include "study/job_scoring.hpp"
#include "study/outcome.hpp"

namespace je::study {

namespace {

constexpr std::size_t most_ids_told = 8;

/// A version that was read.
struct ReadVersion {
    std::shared_ptr<const SchemeInUse> scheme;
    model::Job job;
    scoring::Score score{};
    report::ExplainInput input{};
};

/// The id of the job meant in one of the two files; none where there is no choice.
std::vector<std::string> id_for(const Options& options, std::size_t side) {
    if (options.jobs.empty()) return {};
    return {options.jobs.size() > side ? options.jobs[side] : options.jobs.front()};
}

[[noreturn]] void refuse_count(const LoadedJobs& loaded, const std::string& file) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(most_ids_told, loaded.jobs.size()); ++i) ids.push_back(loaded.jobs[i].id().text());
    if (ids.empty())
        refuse("JE-Q21", fmt::format("je diff needs one job on each side, and '{}' holds none", file), "one job",
               "name a file with one job in it");
    refuse("JE-Q21", fmt::format("je diff needs one job on each side, and '{}' holds more", file),
           "--job with the job meant, such as " + base::quoted_list(ids, "or"),
           fmt::format("add for example: --job {}; where the ids differ, give --job twice, for the old version first",
                       ids.front()));
}

/// Nothing where it cannot be used, which is said.
std::optional<ReadVersion> read_version(const std::string& file, std::size_t side, const Options& options, Inputs& inputs,
                                        base::Diagnostics& diagnostics) {
    inputs.choose_jobs(id_for(options, side));
    base::Diagnostics of_file;
    const std::vector<std::string> files{file};
    auto loaded = load_jobs(files, inputs, of_file, most_ids_told, false);
    diagnostics.append(of_file);
    if (of_file.has_errors() || !loaded.scheme) return std::nullopt;
    if (loaded.found != 1) refuse_count(loaded, file);
    return ReadVersion{loaded.scheme, std::move(loaded.jobs.front())};
}

/// False where its levels are wrong, which is said.
bool score_version(ReadVersion& version, const Options& options, base::Diagnostics& diagnostics) {
    const SchemeInUse& scheme = *version.scheme;
    version.score = scoring::score(*scheme.scheme, scheme.bands, version.job.answers());
    for (const auto& problem : version.score.problems)
        diagnostics.add(scoring::explain_problem(problem, *scheme.scheme, version.job, version.score, scheme.bands));
    version.input = {.scheme = scheme.scheme.get(),
                     .job = &version.job,
                     .table = scheme.bands,
                     .pay = scheme.pay,
                     .scheme_info = scheme.info,
                     .bands_info = scheme.bands_info,
                     .as_of = options.as_of};
    return !version.score.has_errors();
}

void check_schemes(const ReadVersion& before, const ReadVersion& after) {
    const std::string &old = before.scheme->scheme->called(), &now = after.scheme->scheme->called();
    if (old == now) return;
    refuse("JE-Q22",
           fmt::format("the old version is under scheme '{}' and the new one under '{}', so their levels and points are not "
                       "those of one scheme",
                       old, now),
           "two versions under one scheme",
           fmt::format("give --scheme {} to score both under the new version's scheme, if its factors and levels are those of "
                       "both; else explain each with je explain",
                       now));
}

void tell_of_ids(const ReadVersion& before, const ReadVersion& after, base::Diagnostics& diagnostics) {
    const std::string &old = before.job.id().text(), &now = after.job.id().text();
    if (old == now) return;
    const bool is_said = after.job.supersedes() == old;
    diagnostics.note(
        {.id = "JE-Q23",
         .at = after.job.at(),
         .message = is_said
                        ? fmt::format("job '{}' says that it takes the place of '{}'", now, old)
                        : fmt::format("the ids differ, '{}' and '{}': they are taken for two versions of one job", old, now),
         .fix = is_said ? "" : "use je compare for two jobs; 'supersedes' in the new one says what it takes the place of"});
}

void tell_of_age(const report::DiffResult& result, const ReadVersion& after, bool in_public, base::Diagnostics& diagnostics) {
    if (!result.older_than || result.old_documents.empty()) return;
    const std::string day = result.older_than->to_string();
    const std::string fix = "see whether a newer document says the same, and cite that";
    if (in_public) {
        diagnostics.warning({.id = "JE-Q25",
                             .message = fmt::format("{} of the new version {} dated before {}",
                                                    base::counted(result.old_documents.size(), "document", "documents"),
                                                    result.old_documents.size() == 1 ? "is" : "are", day),
                             .fix = fix});
        return;
    }
    for (const model::Document& document : after.job.documents()) {
        if (!document.date || *document.date >= *result.older_than) continue;
        diagnostics.warning({.id = "JE-Q25",
                             .at = document.at,
                             .message = fmt::format("document '{}' is dated {}, before {}", document.id.text(),
                                                    document.date->to_string(), day),
                             .expected = "documents of the new version from that day on",
                             .fix = fix});
    }
}

/// Takes out what the readers may not see.
void show_to(report::Audience audience, report::DiffResult& result) {
    for (report::ExplainResult* job : {&result.before, &result.after}) {
        if (report::hides_people(audience)) report::hide_people(job->several);
        if (report::hides_texts(audience)) report::make_public(*job);
    }
    if (report::hides_texts(audience)) report::make_public(result);
    if (report::hides_comparators(audience)) report::mask_before(result);
}

}  // namespace

Outcome<report::DiffResult> diff(io::Source& source, const std::string& before, const std::string& after,
                                 const Options& options, const DiffOptions& what, const Control& control) {
    return outcome_of<report::DiffResult>([&](auto& outcome) {
        Inputs inputs{source, options, control, true};
        auto old = read_version(before, 0, options, inputs, outcome.diagnostics);
        auto now = read_version(after, 1, options, inputs, outcome.diagnostics);
        if (!old || !now) return;
        check_schemes(*old, *now);
        for (const ReadVersion* version : {&*old, &*now})
            if (LeftOutJobs{options}.leave_out(version->job.posts()))
                return outcome.diagnostics.error(no_public_view(version->job.posts()));
        const bool scored = score_version(*old, options, outcome.diagnostics);
        if (!score_version(*now, options, outcome.diagnostics) || !scored) return;
        tell_of_ids(*old, *now, outcome.diagnostics);
        auto result = report::diff({&old->input, &old->score}, {&now->input, &now->score}, what.older_than);
        tell_of_age(result, *now, report::hides_texts(options.audience), outcome.diagnostics);
        show_to(options.audience, result);
        result.inputs = inputs.files();
        result.tool = options.tool;
        outcome.result = std::move(result);
    });
}

}  // namespace je::study
