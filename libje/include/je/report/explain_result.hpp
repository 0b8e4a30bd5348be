// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/decimal.hpp"
#include "je/base/strong.hpp"
#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/report/common.hpp"
#include "je/report/deciding_trace.hpp"
#include "je/report/description.hpp"
#include "je/report/document.hpp"
#include "je/report/several_bands.hpp"
#include "je/report/tree_trace.hpp"
#include "je/report/what_if.hpp"
#include "je/scoring/score.hpp"

namespace je::report {

// Texts named `at`, `stated_at` and `scheme_at` are places such as "vlo.yaml:14"; empty when no file states the thing.
// Texts that a file may leave out are empty when it does.

/// A level as the scheme has it, seen from where a factor stands.
struct LevelView {
    std::string id;
    std::size_t rank = 0;  // 1 is the lowest level of the factor
    std::string summary;
    std::string help;
    std::optional<base::Decimal>
        points;  // nothing for a dimension of a matrix while another is not known, or a cell not allowed
    std::optional<base::Decimal> difference;  // how much the job's total would differ; nothing when not known
    bool allowed = true;                      // false: the matrix does not allow it beside the other side's level
    bool unlikely = false;                    // the matrix marks it so beside the other side's level
    std::string scheme_at;
};

/// A fact of the questionnaire that a rule of the scheme uses. `value` is empty when the questionnaire does not state it.
struct FactView {
    std::string id;
    std::string name;
    std::string value;
    std::string at;
};

/// What a row of a derivation asks of one fact: a number or a count with from <= value < below, or one of some choices.
struct FactRangeView {
    std::string fact;  // id
    std::string from;  // of a number or count; empty: no such bound
    std::string below;
    std::vector<std::string> of;  // the choices counted, where not all are
    std::vector<std::string> is;  // choices
};

/// A row of a derivation.
struct DerivedRowView {
    std::string text;  // in words: "1 to 5 people"
    std::vector<FactRangeView> range;
    std::string scheme_at;
};

/// A rule of the scheme that bore on the job.
struct RuleView {
    std::string id;
    std::string text;  // what it did, in a sentence
    std::string summary;
    std::string source;
    std::string scheme_at;
    std::optional<FactView> fact;
    // Of a derivation by rows, in place of `fact`:
    std::vector<FactView> facts{};       // all that it looks at
    std::vector<FactRangeView> range{};  // of the row that gave the level; empty: facts not known leave several rows that do

    [[nodiscard]] bool by_rows() const { return !facts.empty(); }
};

struct ConventionView {
    std::string id;
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    std::string text;
    std::string source;
    std::string scheme_at;
};

/// How points came about that are a percentage of another unit's.
struct DependenceView {
    std::optional<base::Decimal> percent;    // nothing when the level is not known
    std::string of;                          // id of the unit that it is of
    std::optional<base::Decimal> of_points;  // nothing when not known
    std::optional<Digits> product;           // exact; nothing when not known
    std::string series;                      // id of the series that it is rounded to; empty: none
};

/// How one factor came to its level and points.
struct FactorTrace {
    std::string id;
    std::string name;
    std::string short_name{};  // empty: the scheme states none
    std::string group;
    std::string definition;
    std::string figures_from;                    // id of the source of its figures
    std::string matrix;                          // id of the matrix it is a dimension of; it then has no points of its own
    std::size_t beside = 0;                      // how many other factors that matrix is over
    std::optional<DependenceView> dependence{};  // nothing: its points are its own, or those of a matrix
    std::optional<std::string> level;            // after derived levels and modifiers
    std::optional<std::size_t> rank;             // of that level; 1 is the lowest
    std::optional<std::string> stated;           // as the questionnaire has it
    std::vector<std::string> options{};          // letters of the options stated, in the scheme's order; of `level`
    std::vector<std::string> option_texts{};     // their wordings
    std::string options_dropped{};               // letters stated of a level that a rule has raised
    std::string options_dropped_of{};            // this level
    bool lacks_option = false;                   // the level has options, and none is stated
    std::string level_summary;
    std::string level_help;
    std::optional<scoring::LevelSource> source;  // nothing when the level is not known
    std::optional<base::Decimal> points;
    std::optional<base::Decimal> points_min;  // the range when points are not known; nothing for a side of a matrix
    std::optional<base::Decimal> points_max;
    std::optional<base::Decimal> largest;  // points of the highest level
    std::string rule;                      // how the level gets its points
    std::string stated_at;
    std::string scheme_at;  // of the level, or of the factor when the level is not known
    std::optional<RuleView> derived;
    std::vector<RuleView> modifiers;  // that raised the level, in the order applied
    std::vector<RuleView> undecided;  // why the level is not known: rules that need a fact the questionnaire does not state
    std::vector<EvidenceView> evidence;
    std::string note;
    std::vector<ConventionView> conventions;
    std::optional<LevelView> below;
    std::optional<LevelView> above;
    std::vector<LevelView> scale;     // every level, lowest first
    std::vector<LevelView> possible;  // when the level is not known: those it may be, lowest first
    std::optional<TreeTrace> tree{};  // nothing: no questions give the level

    /// How many pieces of its evidence, and of that of its answers, somebody disputes.
    [[nodiscard]] std::size_t disputed() const;
    /// Calls `visit` with each piece of evidence of the level, then of the answers that count.
    template <class Visit>
    void visit_evidence(const Visit& visit) const {
        for (const EvidenceView& one : evidence) visit(one);
        if (!tree) return;
        for (const auto* steps : {&tree->trace, &tree->ahead}) {
            for (const StepView& step : *steps) {
                for (const EvidenceView& one : step.evidence) visit(one);
            }
        }
    }
    /// How many there are.
    [[nodiscard]] std::size_t evidence_count() const;
    /// "bc".
    [[nodiscard]] std::string letters() const;
};

/// One thing that gets points: a factor of its own or a matrix. These add up to the total.
struct UnitTrace {
    std::string id;
    std::string name;
    std::string short_name{};                  // empty: the scheme states none
    std::optional<std::string> level;          // "4", or "2 x B" for a matrix; nothing when not known
    std::optional<std::string> shown_level{};  // the same with the options stated: "4ab"
    /// Of a matrix, by dimension: the factor and its level; nothing when not known.
    std::vector<std::pair<std::string, std::optional<std::string>>> levels{};
    std::optional<base::Decimal> points;
    base::Decimal points_min;
    base::Decimal points_max;
    base::Decimal largest;
    std::optional<DependenceView> dependence{};  // nothing: its points are its own
    std::string from;                            // where the level comes from, in words
    std::size_t evidence = 0;
    bool is_matrix = false;
    bool unlikely = false;  // a matrix cell the scheme marks so
    std::string rule;
    std::string scheme_at;
};

/// What the totals mean under the band table.
struct BandTrace {
    std::string id;
    std::string name;
    base::Decimal floor;
    std::string note;
};

struct PayTrace {
    std::string currency;
    std::string period;
    base::Decimal min;
    base::Decimal max;
    std::optional<base::Date> from;
    std::string status;
    std::string note;
    std::string at;
};

enum class ConstraintVerdict {
    broken,
    not_broken,
    open,  // a level or fact it needs is not known
};
/// "broken", "not broken", "open".
[[nodiscard]] std::string_view to_text(ConstraintVerdict verdict);

/// A constraint of the scheme, and how this job stands to it.
struct ConstraintView {
    std::string id;
    base::Severity severity = base::Severity::error;  // of a breach
    ConstraintVerdict verdict = ConstraintVerdict::open;
    std::string message;
    std::string source;
    std::string scheme_at;
};

/// What a change moves through a unit whose points depend on the factor's.
struct ViaView {
    std::string unit;
    std::string name;
    base::Decimal points;
};

struct ChangeView {
    std::string factor;
    std::string name;
    std::string from;
    std::string to;
    base::Decimal points;
    std::string short_name{};            // empty: the scheme states none
    std::vector<DerivedRowView> rows{};  // of the derivation of the factor's level: those that give the new level
    std::vector<ViaView> via{};          // their part of `points`
};

/// Level changes that together move the band.
struct ChangeSetView {
    std::optional<std::string> to_band;  // nothing: into no band
    std::size_t steps = 0;
    base::Decimal points;
    std::optional<base::Decimal> total;  // of the job then; nothing where its total now is not known
    std::vector<ChangeView> changes;
    std::vector<std::string> to_bands{};  // where several hold the total then: all of them, lowest first

    [[nodiscard]] bool one_step_each() const { return steps == changes.size(); }
};
/// Sets that do one thing.
struct ChangeSetsView {
    std::vector<ChangeSetView> best;  // the first of them, best first
    std::size_t found = 0;            // how many there are in all
    std::size_t one_step_each = 0;    // of those found
    // Set where the search stopped at its limit: only sets of at most so many level steps were looked for.
    std::optional<std::size_t> complete_to_steps;
};

/// The fewest steps of a set that gives a higher or a lower band; nothing: none of those looked for does.
struct NearestSteps {
    std::optional<std::size_t> up;
    std::optional<std::size_t> down;
};

/// Whether an appeal may lower the result, as the scheme's rules have it.
struct LoweringView {
    bool allowed = false;
    std::string rule;  // id
    std::string scheme_at;
};

/// A piece of evidence that something is to be said of.
struct EvidenceGap {
    std::string factor;
    std::string document;
    std::string section;
    std::string disputed;  // who disputes it and why
    std::string at;
};

/// What is missing or contested in the record.
struct RecordGaps {
    std::vector<std::string> no_level;                 // factor ids
    std::vector<std::string> no_evidence;              // factor ids
    std::vector<std::string> no_option;                // factor ids: the level has options, and none is stated
    std::vector<EvidenceGap> bare_evidence;            // neither section nor quote given
    std::optional<std::vector<EvidenceGap>> disputed;  // nothing: the view does not say
    std::vector<std::string> undated_documents;        // document ids
    std::vector<std::string> uncited_documents;        // document ids
    std::vector<std::string> unstated_facts;           // fact ids that a rule of the scheme uses

    [[nodiscard]] std::span<const EvidenceGap> disputes() const {
        return disputed ? std::span{*disputed} : std::span<const EvidenceGap>{};
    }
    /// "nothing is disputed", or that the view does not say.
    [[nodiscard]] std::string_view no_disputes_in_words() const {
        return disputed ? "nothing is disputed" : "what is disputed is left out of the public view";
    }
};

/// How one job came to its points and band, every step with its place.
struct ExplainResult {
    SchemeInfo scheme;
    BandsInfo bands;
    std::optional<base::Date> as_of;
    std::string id;
    std::string title;
    std::string organisation;
    std::optional<std::string> family{};  // nothing: the questionnaire states none
    std::string version;
    std::string note;
    std::string supersedes;
    std::string job_at;
    bool masked = false;  // points, total and band are not to be shown (the view of a sitting panel): they are empty or 0
    bool complete = true;
    base::Decimal total_min;  // both are the total when complete
    base::Decimal total_max;
    bool total_is_sum = true;  // of what the units come to; false: facts asked by several factors tie them together
    std::optional<std::string> total_exact{};  // under other weights, where four digits after the point are not exact
    base::Decimal largest_total;
    std::string bands_at;              // place of the band table used; empty when there is none
    base::OrNone<BandTrace> band_min;  // after band rules, for the lowest total; both are the band when complete
    base::OrNone<BandTrace> band_max;
    base::OrNone<BandTrace> points_band_min;  // by points alone
    base::OrNone<BandTrace> points_band_max;
    std::optional<base::Decimal> above_floor;  // of a complete job, by points
    std::optional<base::Decimal> to_next;
    base::OrNone<BandTrace> next_band;
    base::OrNone<BandTrace> band_below;  // of a complete job in no band by points: the last band that ends below its total
    std::optional<base::Decimal> above_band_below;
    bool in_highest_band = false;                // after band rules
    std::optional<std::string> no_band_between;  // of a range of totals with a hole between its ends
    std::optional<std::string> no_band;          // why a complete job is in no band
    SeveralBands several{};                      // of a table that overlaps
    std::vector<DecidingTrace> rule_trace{};     // where rules give bands: those looked at, in the scheme's order
    std::optional<NearestSteps> nearest{};       // where rules give bands; nothing: it was not looked for
    std::optional<RuleView> band_rule;           // the rule that raised the band above the one by points
    std::optional<PayTrace> pay;
    std::vector<UnitTrace> units;
    std::vector<FactorTrace> factors;
    std::vector<FactView> facts;
    std::vector<ConstraintView> constraints;
    std::vector<ConventionView> conventions;  // those of no single factor
    RecordGaps gaps;
    // Where questions give levels:
    std::vector<std::string> unused_facts{};  // given, and nothing asks for them
    std::optional<AskNextView> ask_next{};    // nothing: no questions give levels
    ChangeSetsView raise;
    ChangeSetsView lower;
    ChangeSetsView raise_and_lose;         // upwards, yet out of the present band
    std::size_t max_factors = 0;           // that one set may change
    std::optional<LoweringView> lowering;  // nothing: the scheme does not say
    // For other levels and facts than these; nothing where points are masked. What it tells of the job, its levels and facts,
    // stands in `factors` and `facts` for every audience. JSON has it not.
    std::optional<WhatIf> what_if{};
    std::vector<InputFile> inputs;  // for the caller to fill in, as is `tool`
    ToolInfo tool;
};

/// What an explanation is made from. `scheme` and `job` are not null; `table` is null when there is no band table to use, `pay`
/// when there is no pay table.
struct ExplainInput {
    const model::Scheme* scheme = nullptr;
    const model::Job* job = nullptr;
    const model::BandTable* table = nullptr;
    const model::PayTable* pay = nullptr;
    SchemeInfo scheme_info{};
    BandsInfo bands_info{};
    std::optional<base::Date> as_of{};
};

struct ExplainOptions {
    std::size_t max_factors = 3;           // 0: do not look for what moves the band
    std::optional<std::size_t> keep = 20;  // nothing: all sets of changes
};

/// Explains `score`, which must be the score of `input.job` under `input.scheme` and `input.table`, without errors.
[[nodiscard]] ExplainResult explain(const ExplainInput& input, const scoring::Score& score, const ExplainOptions& options = {});

/// The explanation for people.
[[nodiscard]] Document explain_document(const ExplainResult& result);
/// One row per factor and matrix, in the scheme's order.
[[nodiscard]] Table explain_table(const ExplainResult& result);

Description describe(Of<ExplainResult>);
Description describe(Of<NearestSteps>);
Description describe(Of<DecidingTrace>);
Description describe(Of<ConditionTrace>);

}  // namespace je::report
