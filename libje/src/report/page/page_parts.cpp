// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/page/page_parts.hpp"

#include "report/explain/explain_document.hpp"

namespace je::report {

namespace {

/// Each panel by itself has a section of its own.
void add_panels(PageParts& parts, const PanelsResult& result) {
    for (const PanelResult& panel : result.panels) {
        PanelsResult alone;
        alone.panels.push_back(panel);
        const std::string id = "panel-" + panel.panel;
        parts.panels.push_back({id, say("The panel of {} ({})", value_or(panel.date, Reason::not_recorded), panel.panel),
                                Embedded{panel_document(alone), id, {"origin"}, Embedded::Factors::fold}});
    }
}

void add_appeals(PageParts& parts, const AppealsResult& result) {
    for (const AppealResult& appeal : result.appeals) {
        AppealsResult alone;
        alone.appeals.push_back(appeal);
        const std::string id = "appeal-" + appeal.appeal;
        parts.appeals.push_back({id, say("The appeal ({})", appeal.appeal), Embedded{appeal_document(alone), id, {"origin"}}});
    }
}

/// The first so many jobs, and how many more there are.
Document document_of(const ScoreResult& all, std::size_t most_jobs) {
    if (all.jobs.size() <= most_jobs) return score_document(all);
    ScoreResult some = all;
    some.jobs.resize(most_jobs);
    some.jobs_not_shown += all.jobs.size() - most_jobs;
    return score_document(some);
}

/// Of many jobs: what each total is made of. Those nearest to an edge of their band come first.
void add_jobs(PageParts& parts, const CompareResult& result) {
    for (const ExplainResult& job : result.jobs) {
        const std::string id = "job-" + job.id;
        parts.jobs.push_back(
            {id, job_name(job),
             Embedded{explain_document(job), id, {"factors", "rules", "gaps", "changes", "origin", "ladder", "profile"}}});
    }
}

}  // namespace

PageParts parts_of(const ReportResult& result, std::size_t most_jobs) {
    PageParts parts;
    if (result.why) parts.why.emplace(explain_document(*result.why), "why", Ids{"origin"});
    if (result.beside && !result.organisation)
        parts.beside.emplace(compare_document(*result.beside), "beside", Ids{"origin"}, Embedded::Factors::fold);
    for (const PanelsResult& panels : result.panels) add_panels(parts, panels);
    for (const AppealsResult& appeals : result.appeals) add_appeals(parts, appeals);
    for (std::size_t i = 0; i < result.firm.size(); ++i) {
        const std::string id = i == 0 ? "firm" : "firm-" + std::to_string(i + 1);
        parts.firm.push_back({id, i == 0 ? "How firm is it" : say("How firm is it, {}", i + 1),
                              Embedded{sensitivity_document(result.firm[i]), id, {"job-" + result.job + "-ladder"}}});
    }
    if (!result.organisation) return parts;
    parts.organisation.emplace(document_of(*result.organisation, most_jobs), "all", Ids{});
    if (result.beside) add_jobs(parts, *result.beside);
    return parts;
}

PageBasis basis_of(const ReportResult& result) {
    const auto of = [](const auto& one) { return PageBasis{&one.scheme, &one.bands, one.as_of}; };
    if (result.why) return of(*result.why);
    if (result.beside) return of(result.beside->jobs.front());
    for (const AppealsResult& all : result.appeals)
        if (!all.appeals.empty()) return of(all.appeals.front());
    for (const PanelsResult& all : result.panels)
        if (!all.panels.empty()) return of(all.panels.front());
    const auto of_head = [](const auto& head) {
        return PageBasis{head.scheme ? &*head.scheme : nullptr, &head.bands, head.as_of};
    };
    if (result.organisation) return of_head(result.organisation->head);
    return result.firm.empty() ? PageBasis{} : of_head(result.firm.front().head);
}

}  // namespace je::report
