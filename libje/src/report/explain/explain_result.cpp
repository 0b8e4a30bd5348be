// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/explain_result.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "je/scoring/trees.hpp"
#include "report/explain/explain_parts.hpp"

namespace je::report {
namespace {

void add_head(ExplainResult& result, const ExplainInput& input) {
    const auto& job = *input.job;
    result.scheme = input.scheme_info;
    result.bands = input.bands_info;
    result.as_of = input.as_of;
    result.id = job.id().text();
    result.title = job.title();
    result.organisation = job.organisation();
    result.family = job.family();
    result.version = job.version();
    result.note = job.note();
    result.supersedes = job.supersedes();
    result.job_at = job.at().file_and_line();
}

void add_scheme_parts(ExplainResult& result, const ExplainInput& input, const scoring::Score& score) {
    result.largest_total = input.scheme->largest_total().value();
    result.constraints = view_constraints(input, score);
    result.conventions = conventions_of(input, std::nullopt);
}

bool is_cited(const std::vector<FactorTrace>& traces, const model::Document& document) {
    return std::any_of(traces.begin(), traces.end(), [&](const FactorTrace& trace) {
        bool cited = false;
        trace.visit_evidence([&](const EvidenceView& one) { cited = cited || one.document == document.id.text(); });
        return cited;
    });
}

void note_factor(RecordGaps& gaps, const FactorTrace& trace) {
    if (!trace.level) gaps.no_level.push_back(trace.id);
    if (trace.lacks_option) gaps.no_option.push_back(trace.id);
    if (trace.evidence_count() == 0) gaps.no_evidence.push_back(trace.id);
    trace.visit_evidence([&](const EvidenceView& evidence) {
        const EvidenceGap gap{.factor = trace.id,
                              .document = evidence.document,
                              .section = evidence.section,
                              .disputed = evidence.disputed,
                              .at = evidence.at};
        if (evidence.section.empty() && evidence.quote.empty()) gaps.bare_evidence.push_back(gap);
        if (!evidence.disputed.empty()) gaps.disputed->push_back(gap);
    });
}

/// What the record lacks or disputes. `traces` are those of the same job.
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

/// Whether both ends of the total are what the units come to when each is taken by itself.
bool is_sum(const scoring::Score& score) {
    model::Points lowest{}, highest{};
    for (const scoring::UnitScore& unit : score.units) {
        lowest += unit.lowest;
        highest += unit.highest;
    }
    return lowest == score.total_min && highest == score.total_max;
}

/// Whether answers leave some of the levels of a factor, and not one alone.
bool is_narrowed(const model::Scheme& scheme, const scoring::Score& score) {
    const auto factors = scheme.factors_with_trees();
    return std::any_of(factors.begin(), factors.end(), [&](model::FactorIndex factor) {
        const scoring::FactorScore& scored = score.factors[factor.value()];
        std::size_t left = 0;
        scored.visit_possible([&](model::LevelIndex) { ++left; });
        return !scored.level && left < scheme[factor].levels.size();
    });
}

}  // namespace

std::size_t FactorTrace::disputed() const {
    std::size_t count = 0;
    visit_evidence([&](const EvidenceView& one) { count += one.disputed.empty() ? 0 : 1; });
    return count;
}

std::size_t FactorTrace::evidence_count() const {
    std::size_t count = 0;
    visit_evidence([&](const EvidenceView&) { ++count; });
    return count;
}

std::string FactorTrace::letters() const { return fmt::format("{}", fmt::join(options, "")); }

ExplainResult explain(const ExplainInput& input, const scoring::Score& score, const ExplainOptions& options) {
    ExplainResult result;
    add_head(result, input);
    add_scheme_parts(result, input, score);
    result.complete = score.complete;
    result.total_min = score.total_min.value();
    result.total_max = score.total_max.value();
    result.factors = trace_factors(input, score);
    result.units = trace_units(input, score, result.factors);
    result.total_is_sum = is_sum(score);
    for (const auto fact : facts_to_show(input)) result.facts.push_back(view_fact(input, fact));
    result.gaps = find_gaps(input, result.factors);
    if (!input.scheme->factors_with_trees().empty()) {
        for (const model::FactIndex fact : scoring::unused_facts(*input.scheme, input.job->answers()))
            result.unused_facts.push_back((*input.scheme)[fact].id.text());
        result.ask_next = view_ask_next(input, score);
    }
    add_bands(result, input, score);
    add_changes(result, input, score, options);
    // The tables of a what-if know of no choice between bands, nor of what answers leave of a level that is not known.
    if (input.scheme->has_points() && result.total_is_sum && !is_narrowed(*input.scheme, score) &&
        (input.table == nullptr || !input.table->overlaps()))
        result.what_if = what_if_of(input);
    return result;
}

}  // namespace je::report
