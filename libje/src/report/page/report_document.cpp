// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "je/base/language.hpp"
#include "report/explain/explain_document.hpp"
#include "report/page/page_parts.hpp"

namespace je::report {

namespace {

Text title_of(const ReportResult& result, const PageBasis& basis) {
    if (!result.title.empty()) return Content{result.title};
    if (!result.job.empty()) return result.job_title.empty() ? Content{result.job} : Content{result.job_title};
    return basis.scheme != nullptr ? say("Jobs under {}", basis.scheme->title) : Text{"Job evaluation report"};
}

/// Under the title: whose job, which questionnaire, which scheme, for whom.
Text subtitle(const ReportResult& result, const PageBasis& basis) {
    Text text = result.job.empty() ? Text{"Job evaluation report."} : say("Job evaluation report on {}.", result.job);
    if (result.why && !result.why->organisation.empty()) text += say(" {}.", result.why->organisation);
    if (result.why && !result.why->version.empty()) text += say(" Questionnaire of version {}.", result.why->version);
    if (basis.scheme != nullptr) text += say(" Scheme {}, edition {}.", basis.scheme->id, basis.scheme->edition);
    if (result.audience != Audience::record) text += say(" Made for: {}.", to_text(result.audience));
    return text;
}

/// What the reader must not miss stands before all else, and once.
void add_head(Page& page, const ReportResult& result, const PageParts& parts) {
    const PageBasis basis = basis_of(result);
    page.begin("report", 1, title_of(result, basis));
    page.add(Paragraph{subtitle(result, basis)});
    if (basis.scheme != nullptr) {
        page.has(scheme_facts(*basis.scheme, *basis.bands, basis.as_of));
        Document cautions;
        add_scheme_cautions(cautions, *basis.scheme, *basis.bands);
        for (const Section& section : cautions.sections())
            for (const Block& block : section.blocks) page.add(block);
    }
    if (!parts.why) return;
    for (const Block& block : parts.why->find("job")->blocks)
        if (std::holds_alternative<Caution>(block) || std::holds_alternative<Note>(block)) page.add(block);
}

void add_why(Page& page, const ReportResult& result, const Embedded& why) {
    page.begin("why", 2,
               result.why->scheme.has_points()
                   ? say("Why {}", between(Content{named(result.why->total_min)}, Content{named(result.why->total_max)}))
                   : Text{"Why this band"});
    for (const std::string_view section : {"deciding", "sum", "factors", "rules", "gaps"}) why.put(page, section);
}

/// Why nothing is said of weights; empty where that is not for the reader.
Text why_no_weights(const ExplainResult& job) {
    if (!job.bands.any) return "What other weights would do to the band is not worked out: there is no band table.";
    if (job.complete || !job.scheme.has_points()) return {};
    return "What other weights would do to the band is not worked out: a level or a fact is not known, so the total or the "
           "band is "
           "a range.";
}

/// What weights do, then what changes of levels do.
void add_firm(Page& page, const ReportResult& result, const PageParts& parts) {
    for (const auto& one : parts.firm) {
        page.begin(one.id, 2, one.title);
        one.document.put_blocks(page, "firmness");
        one.document.put_below(page, "firmness");
        if (&one == &parts.firm.front() && parts.why) parts.why->put(page, "changes");
    }
    if (!parts.firm.empty() || !parts.why) return;
    page.begin("firm", 2, "How firm is it");
    if (const Text why_not = why_no_weights(*result.why); !why_not.empty()) page.add(Paragraph{why_not});
    parts.why->put(page, "changes");
}

/// A part whose head stands under a title of the page's own.
void add_one(Page& page, const PageParts::One& one, std::string_view head, std::string_view one_of) {
    page.begin(one.id, 2, one.title).one_of = base::translated(one_of);
    one.document.put_blocks(page, head);
    one.document.put_below(page, head);
}

}  // namespace

Document report_document(const ReportResult& result, std::size_t most_jobs) {
    const PageParts parts = parts_of(result, most_jobs);
    Page page;
    add_head(page, result, parts);
    add_glance(page, result, parts);
    if (parts.why) add_why(page, result, *parts.why);
    if (parts.beside) {
        page.begin("beside", 2, "Beside comparators");
        parts.beside->put_blocks(page, "jobs");
        parts.beside->put_below(page, "jobs");
    }
    for (const auto& one : parts.panels) add_one(page, one, "panel", "panels");
    for (const auto& one : parts.appeals) add_one(page, one, "appeal", "appeals");
    add_firm(page, result, parts);
    if (parts.organisation) add_organisation(page, result, parts);
    add_how_made(page, result);
    return std::move(page).take();
}

}  // namespace je::report
