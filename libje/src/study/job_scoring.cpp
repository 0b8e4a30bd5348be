// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "study/job_scoring.hpp"

#include <fmt/format.h>

#include "je/base/text.hpp"
#include "study/outcome.hpp"

namespace je::study {

base::Diagnostic no_panel_view(std::string_view command) {
    return {.id = "JE-U65",
            .message = fmt::format("je {} shows the totals of all jobs, which the view of a sitting panel masks", command),
            .expected = "--audience appellant, union or public, or none",
            .fix =
                "choose up to 100 jobs with --job, and show them with je compare --audience panel: their levels without their "
                "totals"};
}

void refuse_without_points(const model::Scheme& scheme, std::string_view option) {
    refuse("JE-U88",
           fmt::format("scheme '{}' has no points, so no weights or floors, and --{} has nothing to be about",
                       scheme.id().text(), option),
           "what is about levels, such as je sensitivity --levels", fmt::format("leave --{} out", option));
}

base::Diagnostic no_one_band(std::string_view what) {
    return {
        .id = "JE-J63",
        .message = fmt::format("the bands of this table overlap, so there is nothing to say of {}: a total may be in several "
                               "bands, and the choice between them is a person's",
                               what),
        .expected = "a table in which each total has one band",
        .fix = "leave that out, or give another table with --bands"};
}

Holders holders_of(std::span<const model::Post> posts) {
    std::uint64_t holders = 0;
    bool all_say = !posts.empty();
    for (const model::Post& post : posts) {
        holders += post.holders.value_or(0);
        all_say = all_say && post.holders.has_value();
        if (holders > 1) return Holders::several;
    }
    return all_say && holders == 1 ? Holders::one : Holders::not_known;
}

base::Diagnostic no_public_view(std::span<const model::Post> posts) {
    const bool one = holders_of(posts) == Holders::one;
    return {
        .id = "JE-U67",
        .message = one ? "the job has a single post-holder, so there is no public view of it"
                       : "nobody says how many people hold the job, so there is no public view of it",
        .expected = "a job whose posts have several holders, or another audience",
        .fix =
            one ? "use another --audience for those who may see it"
                : "state 'holders' in its posts, or give --holders-known-to-be-several if several people are known to hold it"};
}

bool LeftOutJobs::leave_out(std::span<const model::Post> posts) {
    if (!report::hides_texts(options_->audience)) return false;
    const auto holders = holders_of(posts);
    if (holders == Holders::one) ++counts_.single_holder;
    const bool not_known = holders == Holders::not_known && !options_->several_holders;
    if (not_known) ++counts_.holders_not_known;
    return holders == Holders::one || not_known;
}

void LeftOutJobs::tell(base::Diagnostics& diagnostics) const {
    const auto jobs_are = [](std::size_t jobs) {
        return jobs == 1 ? std::string{"one job is"} : fmt::format("{} jobs are", jobs);
    };
    if (counts_.single_holder > 0)
        diagnostics.note(
            {.id = "JE-U66",
             .message = fmt::format("{} left out of the public view: {} a single post-holder", jobs_are(counts_.single_holder),
                                    counts_.single_holder == 1 ? "it has" : "each has"),
             .fix = "use another --audience for those who may see them"});
    if (counts_.holders_not_known > 0)
        diagnostics.warning(
            {.id = "JE-U94",
             .message = fmt::format("{} left out of the public view: nobody says how many people hold {}",
                                    jobs_are(counts_.holders_not_known), counts_.holders_not_known == 1 ? "it" : "them"),
             .expected = "'holders' in the posts of each questionnaire, or in a column of the CSV file",
             .fix =
                 "state them, or give --holders-known-to-be-several if several people are known to hold each of these jobs"});
}

bool JobScoring::score(const FoundJob& found, base::Diagnostics& about) {
    if (left_out_.leave_out(found.posts())) {
        if (found.job()) inputs_.leave_out(found.job()->at().source);
        return false;
    }
    scoring::score_into(score_, *found.scheme().scheme, found.scheme().bands, found.answers());
    if (!score_.problems.empty() || (!incomplete_.id.empty() && !score_.complete)) add_problems(found, about);
    if (!about.has_errors()) return true;
    bad_job(found.id(), std::move(about));
    return false;
}

void JobScoring::list_errors(std::string_view job, const base::Diagnostics& about) {
    std::size_t listed = 0;
    for (const base::Diagnostic& d : about.all()) {
        if (d.severity != base::Severity::error || errors_.size() >= errors_listed) continue;
        errors_.push_back(report::error_entry(job, d));
        ++listed;
    }
    errors_not_listed_ += about.errors() - listed;
}

void JobScoring::add_problems(const FoundJob& found, base::Diagnostics& about) const {
    const model::Scheme& scheme = *found.scheme().scheme;
    const model::Job job = found.to_job();
    for (const scoring::Problem& problem : score_.problems)
        about.add(scoring::explain_problem(problem, scheme, job, score_, found.scheme().bands));
    if (incomplete_.id.empty() || score_.complete) return;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < score_.factors.size(); ++i) {
        if (!score_.factors[i].level) ids.push_back(scheme.factors()[i].id.text());
    }
    const std::string lacking =
        ids.empty() ? "a fact that a rule needs is not stated" : "no level is known for " + base::quoted_list(ids);
    about.error({.id = incomplete_.id,
                 .at = job.at(),
                 .message = fmt::format("job '{}' is not complete: {}", job.id().text(), lacking),
                 .expected = incomplete_.expected,
                 .fix = incomplete_.fix});
}

std::optional<report::ExplainResult> explain_job(const SchemeInUse& scheme, const model::Job& job, const Options& options,
                                                 const report::ExplainOptions& what, base::Diagnostics& diagnostics) {
    const auto score = scoring::score(*scheme.scheme, scheme.bands, job.answers());
    for (const auto& problem : score.problems)
        diagnostics.add(scoring::explain_problem(problem, *scheme.scheme, job, score, scheme.bands));
    if (score.has_errors()) return std::nullopt;
    const report::ExplainInput input{.scheme = scheme.scheme.get(),
                                     .job = &job,
                                     .table = scheme.bands,
                                     .pay = scheme.pay,
                                     .scheme_info = scheme.info,
                                     .bands_info = scheme.bands_info,
                                     .as_of = options.as_of};
    auto result = report::explain(input, score, what);
    if (report::hides_people(options.audience)) report::hide_people(result.several);
    if (report::hides_texts(options.audience)) report::make_public(result);
    return result;
}

}  // namespace je::study
