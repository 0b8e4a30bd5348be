// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "report/explain/explain_factors.hpp"
#include "report/explain/explain_rules.hpp"

namespace je::report {
namespace {

bool is_cited(const std::vector<FactorTrace>& traces, const model::Document& document) {
    return std::any_of(traces.begin(), traces.end(), [&](const FactorTrace& trace) {
        return std::any_of(trace.evidence.begin(), trace.evidence.end(),
                           [&](const EvidenceView& evidence) { return evidence.document == document.id.text(); });
    });
}

void note_factor(RecordGaps& gaps, const FactorTrace& trace) {
    if (!trace.level) gaps.no_level.push_back(trace.id);
    if (trace.evidence.empty()) gaps.no_evidence.push_back(trace.id);
    for (const auto& evidence : trace.evidence) {
        const EvidenceGap gap{.factor = trace.id,
                              .document = evidence.document,
                              .section = evidence.section,
                              .disputed = evidence.disputed,
                              .at = evidence.at};
        if (evidence.section.empty() && evidence.quote.empty()) gaps.bare_evidence.push_back(gap);
        if (!evidence.disputed.empty()) gaps.disputed->push_back(gap);
    }
}

}  // namespace

RecordGaps find_gaps(const ExplainInput& input, const std::vector<FactorTrace>& traces) {
    RecordGaps gaps;
    gaps.disputed.emplace();
    for (const auto& trace : traces) note_factor(gaps, trace);
    for (const auto& document : input.job->documents()) {
        if (!document.date) gaps.undated_documents.push_back(document.id.text());
        if (!is_cited(traces, document)) gaps.uncited_documents.push_back(document.id.text());
    }
    for (const auto fact : facts_in_use(*input.scheme))
        if (!input.job->answers().facts[fact.value()]) gaps.unstated_facts.push_back((*input.scheme)[fact].id.text());
    return gaps;
}

}  // namespace je::report
