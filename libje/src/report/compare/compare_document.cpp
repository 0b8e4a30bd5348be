// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "je/report/compare_result.hpp"
#include "report/explain/explain_document.hpp"
#include "report/figures.hpp"
#include "report/weighting_words.hpp"

namespace je::report {
namespace {

Text headline(const CompareResult& result) {
    if (result.jobs.size() == 2) return say("{} beside {}", job_name(result.jobs[1]), job_name(result.jobs[0]));
    return say("{} beside {}", counted(result.jobs.size() - 1, "job", "jobs"), job_name(result.jobs[0]));
}

void add_cautions(Document& document, const CompareResult& result) {
    const auto& first = result.jobs.front();
    add_local_heading(document, first.scheme);
    if (result.weighting) add_weighting(document, *result.weighting);
    add_scheme_cautions(document, first.scheme, first.bands);
    for (const auto& job : result.jobs)
        if (!job.note.empty()) document.add(Note{say("{}: {}", job.id, job.note)});
    for (const auto& job : result.jobs)
        if (job.no_band_between) document.add(Note{say("{}: {}.", job.id, without_stop(*job.no_band_between))});
    for (const auto& job : result.jobs)
        if (const Text choice = choice_in_words(job.several); !choice.empty())
            document.add(Note{say("{}: {}", job.id, choice)});
    for (const auto& job : result.jobs)
        if (job.band_rule)
            document.add(Note{say("{}: {} by points, {} by rule '{}'. Margins are those by points.", job.id,
                                  band_or_none(job.points_band_max), band_or_none(job.band_max), job.band_rule->id)});
}

/// The table without the ids of factors, which people do not need beside the names.
Table table_for_people(const CompareResult& result) {
    auto table = compare_table(result);
    table.id = "side-by-side";
    table.columns.erase(table.columns.begin());
    table.columns.front().label = "Factor";
    for (auto& row : table.rows) row.erase(row.begin());
    return table;
}

void add_figures(Document& document, const CompareResult& result) {
    const auto& first = result.jobs.front();
    std::vector<Figure::Mark> totals;
    for (const auto& job : result.jobs) totals.push_back(total_mark(job));
    const bool any_masked = std::any_of(result.jobs.begin(), result.jobs.end(), [](const auto& job) { return job.masked; });
    add_band_ladder(document, "ladder", first.bands, std::move(totals),
                    any_masked ? say("The total of {} among the bands; those of the others are masked.", job_name(first))
                               : say("The totals of {} among the bands.", counted(result.jobs.size(), "job", "jobs")));
    document.add(
        Figure{"profile",
               Figure::Kind::factor_profile,
               say("The points of each factor, {} beside {}.", counted(result.jobs.size() - 1, "job", "jobs"), job_name(first)),
               {},
               "side-by-side"});
}

Text level_row(const FactorTrace& trace) {
    if (!trace.level) return "level not known";
    Text text = say("level {}", Level{*trace.level, trace.letters()});
    if (trace.points) text += say(", {}", named(*trace.points));
    if (!trace.level_summary.empty()) text += say(": {}", trace.level_summary);
    return text + place(trace.stated_at.empty() ? trace.scheme_at : trace.stated_at);
}

void add_job_rows(Facts& facts, const ExplainResult& job, const FactorTrace& trace) {
    facts.rows.emplace_back(job.id, level_row(trace));
    if (trace.derived) facts.rows.emplace_back("  derived", trace.derived->text);
    for (const auto& rule : trace.modifiers) facts.rows.emplace_back("  raised", rule.text);
    if (trace.evidence.empty()) facts.rows.emplace_back("  evidence", "none is cited");
    for (const auto& evidence : trace.evidence) {
        facts.rows.emplace_back("  evidence", evidence_text(evidence));
        if (!evidence.disputed.empty()) facts.rows.emplace_back("  disputed", evidence.disputed);
    }
    if (!trace.note.empty()) facts.rows.emplace_back("  note", trace.note);
}

void add_differing(Document& document, const CompareResult& result) {
    document.begin("differ", 2, "Where levels differ");
    bool any = false;
    for (std::size_t f = 0; f < result.factors.size(); ++f) {
        if (result.factors[f].same) continue;
        any = true;
        document.begin("factor-" + result.factors[f].id, 3, result.factors[f].name);
        Facts facts;
        for (const auto& job : result.jobs) add_job_rows(facts, job, job.factors[f]);
        document.add(std::move(facts));
    }
    if (!any) document.add(Paragraph{"Nowhere: the jobs have the same level on every factor."});
}

void add_same(Document& document, const CompareResult& result) {
    Text text;
    for (std::size_t f = 0; f < result.factors.size(); ++f)
        if (result.factors[f].same)
            text +=
                say("{}{} {}", text.empty() ? "" : ", ", result.factors[f].name, Level{*result.jobs.front().factors[f].level});
    if (text.empty()) return;
    document.begin("same", 2, "Where levels are the same");
    document.add(Paragraph{text + "."});
}

Text names_text(const ExplainResult& job, const std::vector<std::string>& factors) {
    Text text;
    for (const auto& id : factors) text += (text.empty() ? "" : ", ") + name_of_factor(job, id);
    return text;
}

void add_gaps(Document& document, const CompareResult& result) {
    Facts facts;
    for (const auto& job : result.jobs) {
        if (!job.gaps.no_level.empty())
            facts.rows.emplace_back(say("{}: no level", job.id), names_text(job, job.gaps.no_level));
        if (!job.gaps.no_evidence.empty())
            facts.rows.emplace_back(say("{}: no evidence", job.id), names_text(job, job.gaps.no_evidence));
        for (const auto& gap : job.gaps.disputes()) facts.rows.emplace_back(say("{}: disputed", job.id), gap_text(job, gap));
    }
    document.begin("gaps", 2, "What the records lack");
    if (facts.rows.empty())
        document.add(Paragraph{say("Every factor of every job has a level and evidence, and {}.",
                                   result.jobs.front().gaps.no_disputes_in_words())});
    else
        document.add(std::move(facts));
}

void add_origin(Document& document, const CompareResult& result) {
    const auto& first = result.jobs.front();
    Facts facts;
    for (const auto& job : result.jobs)
        facts.rows.emplace_back(
            job.id, (job.title.empty() ? job.id : job.title) + (job.organisation.empty() ? "" : ", " + job.organisation) +
                        (job.version.empty() ? Text{} : say(", version {}", job.version)) + place(job.job_at));
    facts.rows.emplace_back("Scheme", say("{} ({}), edition {}, {}", first.scheme.title, first.scheme.id, first.scheme.edition,
                                          std::string_view{first.scheme.status}));
    add_scheme_file(facts, first.scheme);
    if (!first.bands_at.empty()) facts.rows.emplace_back("Band table", bands_text(first));
    if (first.as_of) facts.rows.emplace_back("As of", *first.as_of);
    add_files(facts, result.inputs);
    document.begin("origin", 2, "What this was made from");
    document.add(std::move(facts));
}

}  // namespace

Document compare_document(const CompareResult& result) {
    Document document;
    document.begin("jobs", 1, headline(result));
    document.add(Paragraph{
        result.jobs.front().scheme.has_points()
            ? say("Differences are to {}. A job is compared by its levels and evidence; points and band follow from them.",
                  job_name(result.jobs.front()))
            : Text{"A job is compared by its levels and evidence; the band follows from them by the rules of the scheme."}});
    add_cautions(document, result);
    document.add(table_for_people(result));
    add_figures(document, result);
    add_differing(document, result);
    add_same(document, result);
    add_gaps(document, result);
    if (result.left_out.any()) document.add(Paragraph{jobs_in_words(result.left_out)});
    add_origin(document, result);
    if (!result.jobs.front().scheme.has_points()) document.leave_out_points();
    return document;
}

}  // namespace je::report
