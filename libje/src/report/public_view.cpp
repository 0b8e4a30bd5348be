// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/public_view.hpp"

#include <fmt/format.h>

#include <utility>

namespace je::report {

namespace {

void leave_out(std::string& text) {
    if (!text.empty()) text = left_out;
}

/// The name of the file without its folders, which may be somebody's.
void keep_name(std::string& place) { place.erase(0, place.find_last_of('/') + 1); }

void keep_name(base::OrNone<BandTrace>& band) {
    using Band = base::OrNone<BandTrace>;
    band = band.visit(
        [](BandTrace one) {
            keep_name(one.scheme_at);
            return Band{std::move(one)};
        },
        [] { return Band{}; });
}

void make_public(EvidenceView& evidence) {
    evidence = {.document = std::string{left_out},
                .kind = {},
                .title = {},
                .version = {},
                .date = {},
                .section = {},
                .quote = {},
                .disputed = {},
                .at = {}};
}

void make_public(EvidenceGap& gap) {
    leave_out(gap.document);
    gap.section.clear();
    gap.at.clear();
}

void make_public(RuleView& rule) {
    keep_name(rule.scheme_at);
    if (rule.fact) rule.fact->at.clear();
}

void make_public(std::optional<RuleView>& rule) {
    if (rule) make_public(*rule);
}

void make_public(std::optional<LevelView>& level) {
    if (level) keep_name(level->scheme_at);
}

void make_public(FactorTrace& factor) {
    factor.note.clear();
    factor.stated_at.clear();
    keep_name(factor.scheme_at);
    for (EvidenceView& evidence : factor.evidence) make_public(evidence);
    make_public(factor.derived);
    for (RuleView& rule : factor.modifiers) make_public(rule);
    for (RuleView& rule : factor.undecided) make_public(rule);
    for (ConventionView& convention : factor.conventions) keep_name(convention.scheme_at);
    make_public(factor.below);
    make_public(factor.above);
    for (auto* levels : {&factor.scale, &factor.possible})
        for (LevelView& level : *levels) keep_name(level.scheme_at);
}

void make_public(RecordGaps& gaps) {
    for (EvidenceGap& gap : gaps.bare_evidence) make_public(gap);
    gaps.disputed.clear();  // a dispute is somebody's
    gaps.disputes_left_out = true;
    for (std::string& document : gaps.undated_documents) leave_out(document);
    for (std::string& document : gaps.uncited_documents) leave_out(document);
}

void keep_names_of_places(ExplainResult& result) {
    keep_name(result.bands_at);
    keep_name(result.bands.file);
    for (auto* band : {&result.band_min, &result.band_max, &result.points_band_min, &result.points_band_max, &result.next_band,
                       &result.band_below}) {
        keep_name(*band);
    }
    if (result.lowering) keep_name(result.lowering->scheme_at);
    if (result.pay) keep_name(result.pay->at);
    for (UnitTrace& unit : result.units) keep_name(unit.scheme_at);
    for (ConstraintView& constraint : result.constraints) keep_name(constraint.scheme_at);
    for (ConventionView& convention : result.conventions) keep_name(convention.scheme_at);
}

void mask(ExplainResult& job) {
    job.masked = true;
    job.above_floor = job.to_next = std::nullopt;
    job.above_band_below.reset();
    for (auto* band :
         {&job.band_min, &job.band_max, &job.points_band_min, &job.points_band_max, &job.next_band, &job.band_below}) {
        *band = std::nullopt;
    }
    job.no_band_reason.clear();
    job.no_band_between.clear();
    job.band_rule.reset();
    job.pay.reset();
    for (UnitTrace& unit : job.units) unit.points.reset();
    for (FactorTrace& factor : job.factors) factor.points.reset();
}

}  // namespace

Holders holders_of(std::span<const model::Post> posts) {
    std::uint64_t holders = 0;
    bool all_say = !posts.empty();
    for (const model::Post& post : posts) {
        holders += post.holders.value_or(0);
        all_say = all_say && post.holders.has_value();
        if (holders > 1) return Holders::several;
    }
    return all_say ? Holders::one : Holders::not_known;
}

void make_public(ExplainResult& result) {
    result.note.clear();
    result.organisation.clear();
    result.job_at.clear();
    make_public(result.band_rule);
    for (FactorTrace& factor : result.factors) make_public(factor);
    for (UnitTrace& unit : result.units) unit.disputed = 0;
    for (FactView& fact : result.facts) fact.at.clear();
    make_public(result.gaps);
    make_public(result.inputs);
    keep_names_of_places(result);
}

void make_public(CompareResult& result) {
    for (ExplainResult& job : result.jobs) make_public(job);
    make_public(result.inputs);
}

void make_public(ErrorEntry& error) {
    error.job.clear();
    error.at.clear();
    error.message = left_out;
}

void make_public(std::vector<panel::Finding>& findings) {
    for (panel::Finding& finding : findings)
        finding.message = finding.summary.empty() ? std::string{left_out} : finding.summary;
}

void make_public(std::vector<InputFile>& files) {
    for (std::size_t i = 0; i < files.size(); ++i) files[i].name = fmt::format("file {}", i + 1);
}

void mask_comparators(CompareResult& result) {
    for (std::size_t j = 1; j < result.jobs.size(); ++j) {
        mask(result.jobs[j]);
        result.total_differences[j].reset();
        for (UnitComparison& unit : result.units) unit.differences[j].reset();
    }
}

}  // namespace je::report
