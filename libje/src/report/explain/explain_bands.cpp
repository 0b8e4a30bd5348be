// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/wording.hpp"
#include "base/words.hpp"
#include "report/explain/condition_words.hpp"
#include "report/explain/deciding.hpp"
#include "report/explain/explain_parts.hpp"

namespace je::report {
namespace {

ChangeSetView view_set(const model::Scheme& scheme, const model::BandTable& table, const scoring::ChangeSet& set,
                       const std::optional<model::Points>& total) {
    ChangeSetView view;
    if (total) view.total = (*total + set.points).value();
    view.steps = set.steps;
    view.points = set.points.value();
    view.to_band = table.id_of(set.to_band);
    if (set.to_bands.size() > 1) {
        for (const model::BandIndex band : set.to_bands) view.to_bands.push_back(table[band].id.text());
    }
    for (const auto& change : set.changes) {
        const auto& factor = scheme[change.factor];
        auto& one = view.changes.emplace_back(ChangeView{.factor = factor.id.text(),
                                                         .name = factor.name,
                                                         .from = factor[change.from].id.text(),
                                                         .to = factor[change.to].id.text(),
                                                         .points = change.points.value(),
                                                         .short_name = factor.short_name,
                                                         .rows = view_rows(scheme, change)});
        for (const auto& via : change.via)
            one.via.push_back({scheme[via.unit].id(), scheme[via.unit].name(), via.points.value()});
    }
    return view;
}

using model::BandIndex;
using scoring::Score;

using TraceOrNone = base::OrNone<BandTrace>;

TraceOrNone view_band(const model::BandTable& table, const model::BandOrNone& band) {
    return band.visit([&](BandIndex one) { return TraceOrNone{report::view_band(table[one])}; }, [] { return TraceOrNone{}; });
}

/// The last band that ends below a total in no band.
void add_band_below(ExplainResult& result, const model::BandTable& table, model::Points total) {
    for (const model::Band& band : table.bands()) {
        if (!band.max || *band.max > total) continue;
        result.band_below = report::view_band(band);
        result.above_band_below = (total - *band.max).value();
    }
}

void add_margins(ExplainResult& result, const model::BandTable& table, const Score& score) {
    const auto margins = scoring::margins(table, score);
    if (margins.above_floor) result.above_floor = margins.above_floor->value();
    if (margins.to_next) result.to_next = margins.to_next->value();
    result.next_band = view_band(table, margins.next_band);
    if (!score.points_band_max) add_band_below(result, table, score.total_min);
}

void add_band_rule(ExplainResult& result, const ExplainInput& input, const Score& score) {
    if (!score.band_rule) return;
    score.band_max.visit([&](BandIndex band) {
        result.band_rule =
            view_band_rule(input, input.scheme->band_rules()[*score.band_rule], (*input.table)[band], score.complete);
    });
}

void add_pay(ExplainResult& result, const ExplainInput& input, const Score& score) {
    if (input.pay == nullptr || !score.complete || score.band_is_open()) return;
    const auto& pay = *input.pay;
    const auto* range = score.band_max.visit([&](BandIndex band) { return pay.range_of((*input.table)[band].id); },
                                             []() -> const model::PayRange* { return nullptr; });
    if (range == nullptr) return;
    result.pay = PayTrace{.currency = pay.currency(),
                          .period = pay.period(),
                          .min = range->min.value(),
                          .max = range->max.value(),
                          .from = pay.from(),
                          .status = pay.status() ? std::string{to_text(*pay.status())} : std::string{},
                          .note = pay.note(),
                          .at = range->at.file_and_line()};
}

constexpr std::size_t most_sets_listed = 100'000;  // "all" would fill the memory with sets that nobody reads

/// The sets for one direction, as many as are asked for; `fewest` becomes the fewest steps of any.
ChangeSetsView find_sets(const ExplainInput& input, const Score& score, const ExplainOptions& options,
                         scoring::Direction direction, std::optional<std::size_t>& fewest) {
    // To keep none is asked for by keeping one and leaving it out, since 0 keeps all.
    const auto keep = std::min(options.keep.value_or(most_sets_listed), most_sets_listed);
    const scoring::ChangeOptions asked{.max_factors = options.max_factors, .keep = std::max(keep, std::size_t{1})};
    const auto found = scoring::smallest_changes(*input.scheme, *input.table, input.job->answers(), score, direction, asked);
    auto view = view_sets(*input.scheme, *input.table, found, score.complete ? std::optional{score.total_max} : std::nullopt);
    fewest = view.best.empty() ? std::nullopt : std::optional{view.best.front().steps};
    if (options.keep == std::size_t{0}) view.best.clear();
    return view;
}

bool is_known(const model::Condition& condition, const ExplainInput& input, const Score& score) {
    if (const auto* factor = std::get_if<model::FactorCondition>(&condition.what))
        return score.factors[factor->factor.value()].level.has_value();
    return input.job->answers().facts[std::get<model::FactCondition>(condition.what).fact.value()].has_value();
}

bool all_known(const model::Constraint& constraint, const ExplainInput& input, const Score& score) {
    const auto known = [&](const model::Condition& condition) { return is_known(condition, input, score); };
    return std::all_of(constraint.when.begin(), constraint.when.end(), known) &&
           std::all_of(constraint.require.begin(), constraint.require.end(), known);
}

ConstraintVerdict verdict_of(std::size_t constraint, const ExplainInput& input, const Score& score) {
    const auto broken = std::any_of(score.problems.begin(), score.problems.end(), [&](const scoring::Problem& problem) {
        return problem.rule == constraint && (problem.kind == scoring::ProblemKind::constraint_error ||
                                              problem.kind == scoring::ProblemKind::constraint_warning);
    });
    if (broken) return ConstraintVerdict::broken;
    return all_known(input.scheme->constraints()[constraint], input, score) ? ConstraintVerdict::not_broken
                                                                            : ConstraintVerdict::open;
}

/// Why rules give no one band.
std::string why_undecided(const std::vector<DecidingTrace>& rules) {
    std::vector<std::string> hold;
    for (const DecidingTrace& rule : rules)
        if (rule.holds == true) hold.push_back(rule.id);
    return hold.empty() ? base::worded("no rule of the scheme holds for these levels and facts")
                        : base::worded("rules {} hold together and give different bands", quoted_now(hold));
}

}  // namespace

std::string_view to_text(ConstraintVerdict verdict) {
    constexpr base::Words<ConstraintVerdict, 3> words{{{"broken", ConstraintVerdict::broken},
                                                       {"not broken", ConstraintVerdict::not_broken},
                                                       {"open", ConstraintVerdict::open}}};
    return base::word_for(words, verdict);
}

std::optional<LoweringView> lowering_of(const model::Scheme& scheme) {
    for (const model::ProcessRule& rule : scheme.appeal_rules()) {
        if (rule.check == model::ProcessCheck::may_lower)
            return LoweringView{rule.allowed, rule.id.text(), rule.at.file_and_line()};
    }
    return std::nullopt;
}

ChangeSetsView view_sets(const model::Scheme& scheme, const model::BandTable& table, const scoring::FoundChanges& found,
                         const std::optional<model::Points>& total) {
    ChangeSetsView view{
        .best = {}, .found = found.found, .one_step_each = found.one_step_each, .complete_to_steps = found.complete_to_steps};
    for (const auto& set : found.sets) view.best.push_back(view_set(scheme, table, set, total));
    return view;
}

BandTrace view_band(const model::Band& band) {
    return {.id = band.id.text(), .name = band.name, .floor = band.floor.value(), .note = band.note};
}

void add_bands(ExplainResult& result, const ExplainInput& input, const Score& score) {
    if (input.table == nullptr) return;
    const auto& table = *input.table;
    result.bands_at = table.at().file_and_line();
    result.points_band_min = view_band(table, score.points_band_min);
    result.points_band_max = view_band(table, score.points_band_max);
    result.band_min = view_band(table, score.band_min);
    result.band_max = view_band(table, score.band_max);
    fill_several(result.several, table, input.job->answers(), score, input.job);
    result.rule_trace = trace_rules(*input.scheme, table, input.job->answers(), score);
    result.in_highest_band = score.band_max == BandIndex{table.bands().size() - 1};
    add_band_rule(result, input, score);
    result.no_band_between = why_no_band_between(*input.scheme, table, input.job->answers(), score);
    if (!score.complete) return;
    add_margins(result, table, score);
    if (!score.points_band_max)
        result.no_band = table.deciding() != nullptr ? why_undecided(result.rule_trace) : why_no_band(table, score.total_min);
    add_pay(result, input, score);
}

std::vector<ConstraintView> view_constraints(const ExplainInput& input, const Score& score) {
    std::vector<ConstraintView> views;
    const auto constraints = input.scheme->constraints();
    for (std::size_t c = 0; c < constraints.size(); ++c)
        views.push_back({.id = constraints[c].id.text(),
                         .severity = constraints[c].is_error ? base::Severity::error : base::Severity::warning,
                         .verdict = verdict_of(c, input, score),
                         .message = constraints[c].summary,
                         .source = constraints[c].source,
                         .scheme_at = constraints[c].at.file_and_line()});
    return views;
}

void add_changes(ExplainResult& result, const ExplainInput& input, const Score& score, const ExplainOptions& options) {
    result.max_factors = options.max_factors;
    result.lowering = lowering_of(*input.scheme);
    if (input.table == nullptr || !score.complete || options.max_factors == 0) return;
    NearestSteps nearest;
    std::optional<std::size_t> out_of_the_band;
    result.raise = find_sets(input, score, options, scoring::Direction::raise, nearest.up);
    result.lower = find_sets(input, score, options, scoring::Direction::lower, nearest.down);
    result.raise_and_lose = find_sets(input, score, options, scoring::Direction::raise_and_lose, out_of_the_band);
    if (!input.scheme->has_points()) result.nearest = nearest;
}

}  // namespace je::report
