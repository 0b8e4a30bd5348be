// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "base/wording.hpp"
#include "report/diff/diff_parts.hpp"
#include "report/explain/explain_document.hpp"
#include "report/figures.hpp"

namespace je::report {
namespace {

Text version_text(const ExplainResult& job) {
    return job_name(job) + (job.organisation.empty() ? "" : ", " + job.organisation) +
           (job.version.empty() ? Text{} : say(", version {}", job.version)) + place(job.job_at);
}

void add_cautions(Document& document, const DiffResult& result) {
    add_local_heading(document, result.after.scheme);
    add_scheme_cautions(document, result.after.scheme, result.after.bands);
    if (result.is_masked())
        document.add(
            Note{"The points, total and band of the old version are masked, so that they do not lead those who decide."});
    for (const ExplainResult* job : {&result.before, &result.after}) {
        const Text side = job == &result.before ? Text{"Before"} : Text{"After"};
        if (job->no_band_between) document.add(Note{say("{}: {}.", side, without_stop(*job->no_band_between))});
        if (const Text choice = choice_in_words(job->several); !choice.empty()) document.add(Note{say("{}: {}", side, choice)});
        if (job->band_rule)
            document.add(Note{say("{}: {} by points, {} by rule '{}'.", side, band_or_none(job->points_band_max),
                                  band_or_none(job->band_max), job->band_rule->id)});
    }
}

void add_old_documents(Document& document, const DiffResult& result) {
    if (!result.older_than) return;
    Facts facts;
    for (const OldDocument& one : result.old_documents)
        facts.rows.emplace_back(one.id,
                                (one.title.empty() ? Text{} : one.title + ", ") + say("dated {}", one.date) + place(one.at));
    for (const std::string& id : result.undated_documents) facts.rows.emplace_back(id, "no date, so its age is not known");
    document.begin("ages", 2, say("Documents of the new version dated before {}", *result.older_than));
    if (facts.rows.empty())
        document.add(Paragraph{"None."});
    else
        document.add(std::move(facts));
}

/// The table without the ids of factors, which people do not need beside the names.
Table table_for_people(const DiffResult& result) {
    Table table = diff_table(result);
    table.id = "side-by-side";
    table.columns.erase(table.columns.begin());
    table.columns.front().label = "Factor";
    for (auto& row : table.rows) row.erase(row.begin());
    return table;
}

void add_figures(Document& document, const DiffResult& result) {
    std::vector<Figure::Mark> totals{total_mark(result.before), total_mark(result.after)};
    totals.front().label = base::worded("before");
    totals.back().label = base::worded("after");
    add_band_ladder(document, "ladder", result.after.bands, std::move(totals),
                    result.is_masked() ? Text{"The total of the new version among the bands; that of the old one is masked."}
                                       : Text{"The totals of both versions among the bands."});
    document.add(
        Figure{"profile", Figure::Kind::factor_profile, "The points of each factor in both versions.", {}, "side-by-side"});
}

void add_origin(Document& document, const DiffResult& result) {
    const ExplainResult& after = result.after;
    document.begin("origin", 2, "What this was made from");
    Facts facts;
    facts.rows.emplace_back("Before", version_text(result.before));
    facts.rows.emplace_back("After", version_text(after));
    facts.rows.emplace_back("Scheme", say("{} ({}), edition {}, {}", after.scheme.title, after.scheme.id, after.scheme.edition,
                                          std::string_view{after.scheme.status}));
    add_scheme_file(facts, after.scheme);
    if (!after.bands_at.empty()) facts.rows.emplace_back("Band table", bands_text(after));
    if (after.as_of) facts.rows.emplace_back("As of", *after.as_of);
    add_files(facts, result.inputs);
    document.add(std::move(facts));
}

}  // namespace

Document diff_document(const DiffResult& result) {
    Document document;
    document.begin("versions", 1, say("{}: what the new version changes", job_name(result.after)));
    document.add(Paragraph{verdict_of(result)});
    document.add(Paragraph{
        result.after.scheme.has_points()
            ? "That follows from levels, points and bands alone. Whether the words and the evidence bear the levels out is for "
              "people to judge."
            : "That follows from levels and bands alone. Whether the words and the evidence bear the levels out is for people "
              "to judge."});
    add_cautions(document, result);
    document.add(table_for_people(result));
    add_figures(document, result);
    add_factor_diffs(document, result);
    add_fact_diffs(document, result);
    add_open_factors(document, result);
    add_questionnaire_diffs(document, result);
    add_old_documents(document, result);
    add_origin(document, result);
    if (!result.after.scheme.has_points()) document.leave_out_points();
    return document;
}

}  // namespace je::report
