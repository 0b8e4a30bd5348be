// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/explain_bands.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/explain_factors.hpp"
#include "report/explain_rules.hpp"

namespace je::report {
namespace {

using model::BandIndex;
using scoring::Score;

std::optional<BandTrace> view_band(const model::BandTable& table, const std::optional<BandIndex>& band) {
    if (!band) return std::nullopt;
    return report::view_band(table[*band]);
}

void add_margins(ExplainResult& result, const model::BandTable& table, model::Points total) {
    const auto margins = scoring::margins(table, total);
    if (margins.above_floor) result.above_floor = margins.above_floor->value();
    if (margins.to_next) result.to_next = margins.to_next->value();
    result.next_band = view_band(table, margins.next_band);
}

void add_band_rule(ExplainResult& result, const ExplainInput& input, const Score& score) {
    if (!score.band_rule || !score.band_max) return;
    result.band_rule =
        view_band_rule(input, input.scheme.band_rules()[*score.band_rule], (*input.table)[*score.band_max], score.complete);
}

void add_pay(ExplainResult& result, const ExplainInput& input, const Score& score) {
    if (input.pay == nullptr || !score.complete || !score.band_max) return;
    const auto& pay = *input.pay;
    const auto* range = pay.range_of((*input.table)[*score.band_max].id);
    if (range == nullptr) return;
    result.pay = PayTrace{.currency = pay.currency(),
                          .period = pay.period(),
                          .min = range->min.value(),
                          .max = range->max.value(),
                          .from = date_text(pay.from()),
                          .status = pay.status(),
                          .note = pay.note(),
                          .at = range->at.file_and_line()};
}

struct FoundSets {
    std::vector<ChangeSetView> best;
    std::size_t found = 0;
    std::optional<std::size_t> complete_to_steps;
};

constexpr std::size_t most_sets_listed = 100'000;  // "all" would fill the memory with sets that nobody reads

FoundSets find_sets(const ExplainInput& input, const Score& score, const ExplainOptions& options,
                    scoring::Direction direction) {
    const auto asked = std::min(options.keep.value_or(most_sets_listed), most_sets_listed);
    const scoring::ChangeOptions best{.max_factors = options.max_factors, .keep = std::max(asked, std::size_t{1})};
    const auto found = scoring::smallest_changes(input.scheme, *input.table, input.job.answers(), score, direction, best);
    FoundSets result{.best = {}, .found = found.found, .complete_to_steps = found.complete_to_steps};
    const auto kept = std::min(asked, found.sets.size());
    for (std::size_t i = 0; i < kept; ++i) result.best.push_back(view_set(input.scheme, *input.table, found.sets[i]));
    return result;
}

bool is_known(const model::Condition& condition, const ExplainInput& input, const Score& score) {
    if (const auto* factor = std::get_if<model::FactorCondition>(&condition.what))
        return score.factors[factor->factor.value()].level.has_value();
    return input.job.answers().facts[std::get<model::FactCondition>(condition.what).fact.value()].has_value();
}

bool all_known(const model::Constraint& constraint, const ExplainInput& input, const Score& score) {
    const auto known = [&](const model::Condition& condition) { return is_known(condition, input, score); };
    return std::all_of(constraint.when.begin(), constraint.when.end(), known) &&
           std::all_of(constraint.require.begin(), constraint.require.end(), known);
}

std::string_view verdict_of(std::size_t constraint, const ExplainInput& input, const Score& score) {
    const auto broken = std::any_of(score.problems.begin(), score.problems.end(), [&](const scoring::Problem& problem) {
        return problem.rule == constraint && (problem.kind == scoring::ProblemKind::constraint_error ||
                                              problem.kind == scoring::ProblemKind::constraint_warning);
    });
    if (broken) return "broken";
    return all_known(input.scheme.constraints()[constraint], input, score) ? "not broken" : "open";
}

}  // namespace

ChangeSetView view_set(const model::Scheme& scheme, const model::BandTable& table, const scoring::ChangeSet& set) {
    ChangeSetView view;
    view.steps = set.steps;
    view.points = set.points.value();
    if (set.to_band) view.to_band = table[*set.to_band].id.text();
    for (const auto& change : set.changes) {
        const auto& factor = scheme[change.factor];
        view.changes.push_back({.factor = factor.id.text(),
                                .name = factor.name,
                                .from = factor[change.from].id.text(),
                                .to = factor[change.to].id.text(),
                                .points = change.points.value()});
    }
    return view;
}

BandTrace view_band(const model::Band& band) {
    return {.id = band.id.text(),
            .name = band.name,
            .floor = band.floor.value(),
            .note = band.note,
            .scheme_at = band.at.file_and_line()};
}

void add_bands(ExplainResult& result, const ExplainInput& input, const Score& score) {
    if (input.table == nullptr) return;
    const auto& table = *input.table;
    result.bands_at = table.at().file_and_line();
    result.points_band_min = view_band(table, score.points_band_min);
    result.points_band_max = view_band(table, score.points_band_max);
    result.band_min = view_band(table, score.band_min);
    result.band_max = view_band(table, score.band_max);
    result.in_highest_band = score.band_max && score.band_max->value() + 1 == table.bands().size();
    add_band_rule(result, input, score);
    if (!score.complete) return;
    add_margins(result, table, score.total_min);
    if (!score.points_band_max) result.no_band_reason = why_no_band(table, score.total_min);
    add_pay(result, input, score);
}

std::vector<ConstraintView> view_constraints(const ExplainInput& input, const Score& score) {
    std::vector<ConstraintView> views;
    const auto constraints = input.scheme.constraints();
    for (std::size_t c = 0; c < constraints.size(); ++c)
        views.push_back({.id = constraints[c].id.text(),
                         .severity = constraints[c].is_error ? "error" : "warning",
                         .verdict = std::string{verdict_of(c, input, score)},
                         .message = constraints[c].message,
                         .source = constraints[c].source,
                         .scheme_at = constraints[c].at.file_and_line()});
    return views;
}

void add_changes(ExplainResult& result, const ExplainInput& input, const Score& score, const ExplainOptions& options) {
    result.max_factors = options.max_factors;
    if (input.table == nullptr || !score.complete || options.max_factors == 0) return;
    auto up = find_sets(input, score, options, scoring::Direction::raise);
    auto down = find_sets(input, score, options, scoring::Direction::lower);
    result.raise = std::move(up.best);
    result.raise_found = up.found;
    result.lower = std::move(down.best);
    result.lower_found = down.found;
    result.raise_complete_to_steps = up.complete_to_steps;
    result.lower_complete_to_steps = down.complete_to_steps;
}

}  // namespace je::report
