// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/proof.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <vector>

#include "je/base/text.hpp"
#include "model/scheme/cells.hpp"
#include "scoring/words.hpp"

namespace je::scoring {

namespace {

using model::Points;
using model::StatedWeights;
using model::Weight;

/// Weights are shares of the whole; beside a factor with points of its own they cannot be added up.
void report_mixed(const model::Scheme& scheme, const StatedWeights& weights, base::Diagnostics& diagnostics) {
    const std::size_t weighted = weights.places.size();
    diagnostics.error({"JE-S79", weights.at,
                       fmt::format("scheme '{}' states weights for {} and points for {}", scheme.id().text(),
                                   base::counted(weighted, "factor", "factors"),
                                   base::counted(scheme.units().size() - weighted, "other", "others")),
                       "weights for all factors, or points for all",
                       "write the points of the weighted factors as tables; je check --show prints them"});
}

/// Whether `sum` may be the sum of `count` weights that add up to `total`, each rounded to a multiple of `rounding`.
bool adds_up(Weight sum, Weight total, std::size_t count, std::int64_t rounding) {
    // |difference| <= count x rounding / 2, without the division
    return 2 * std::abs((sum - total).value().units()) <= static_cast<std::int64_t>(count) * rounding;
}

std::int64_t rounding_of(const StatedWeights& weights) { return weights.rounded_to ? weights.rounded_to->value().units() : 0; }

bool is_weighted(const model::Factor& factor) {
    using enum model::PointsRuleKind;
    return factor.rule.kind == arithmetic || factor.rule.kind == geometric || factor.rule.kind == scores;
}

/// Reports weights that are no multiple of what they are said to be rounded to; true when there is none.
bool check_multiples(const model::Scheme& scheme, const StatedWeights& weights, base::Diagnostics& diagnostics) {
    const std::int64_t step = rounding_of(weights);
    bool fine = true;
    std::size_t place = 0;
    for (const model::Factor& factor : scheme.factors()) {
        if (step == 0 || !is_weighted(factor)) continue;
        const auto& at = weights.places.at(place++);
        if (factor.rule.weight.value().units() % step == 0) continue;
        fine = false;
        diagnostics.error({"JE-S82", at,
                           fmt::format("the weight of factor '{}' is {}, not a multiple of {}, to which the weights are "
                                       "said to be rounded",
                                       factor.id.text(), factor.rule.weight.to_string(), weights.rounded_to->to_string()),
                           "weights that are multiples of 'rounded_to'",
                           "state in 'rounded_to' what the weights were really rounded to; leave it out if they are exact"});
    }
    return fine;
}

void check_sum(const model::Scheme& scheme, const StatedWeights& weights, std::int64_t rounding,
               base::Diagnostics& diagnostics) {
    const std::size_t count = weights.places.size();
    if (adds_up(weights.sum, weights.total, count, rounding)) return;
    const std::string allowed = rounding > 0
                                    ? fmt::format("a sum that differs from {} by at most half of {} for each of the {} weights",
                                                  weights.total.to_string(), weights.rounded_to->to_string(), count)
                                    : fmt::format("a sum of exactly {}", weights.total.to_string());
    diagnostics.error({"JE-S70", weights.at,
                       fmt::format("the {} weights of scheme '{}' add up to {}, not {}", count, scheme.id().text(),
                                   weights.sum.to_string(), weights.total.to_string()),
                       allowed,
                       "hold the weights against the scheme's own document; if each was rounded there, say to what in "
                       "'rounded_to'"});
}

void check_largest(const model::Scheme& scheme, const StatedWeights& weights, base::Diagnostics& diagnostics) {
    if (!weights.max_total || weights.max_total->value == scheme.largest_total()) return;
    diagnostics.error({"JE-S40", weights.max_total->at,
                       fmt::format("'max_total' is {}, but the largest points add up to {}",
                                   weights.max_total->value.to_string(), scheme.largest_total().to_string()),
                       "the sum of the largest points of all factors and matrices",
                       "hold 'max_total', the weights and what points are rounded to against the scheme's own document: "
                       "where the weights do not add up, nor do the points"});
}

void check_stated(const model::Scheme& scheme, const StatedWeights& weights, base::Diagnostics& diagnostics) {
    if (weights.places.size() < scheme.units().size()) {
        report_mixed(scheme, weights, diagnostics);
        return;
    }
    const bool rounded = check_multiples(scheme, weights, diagnostics);
    check_sum(scheme, weights, rounded ? rounding_of(weights) : 0, diagnostics);
    check_largest(scheme, weights, diagnostics);
}

/// A unit with a weight printed beside its points.
struct Printed {
    std::string called;  // "factor 'a'"
    base::Located<Weight> weight;
    Points largest;
};

std::vector<Printed> printed_weights(const model::Scheme& scheme) {
    std::vector<Printed> result;
    for (const model::ScoredUnit& unit : scheme.units()) {
        if (unit.printed_weight()) result.push_back({unit.called(), *unit.printed_weight(), unit.largest()});
    }
    return result;
}

void differs(const Printed& printed, const StatedWeights& weights, const model::WeightScale& scale,
             base::Diagnostics& diagnostics) {
    const auto to = weights.rounded_to ? weights.rounded_to->value() : base::Decimal::from_units(1);
    const std::string by_points = model::weight_of(printed.largest, scale, to).to_string();
    diagnostics.warning({"JE-S83", printed.weight.at,
                         fmt::format("the printed weight of {} is {}, but its points weigh {}: {} of {} points, of {}",
                                     printed.called, printed.weight.value.to_string(), by_points, printed.largest.to_string(),
                                     scale.largest_total.to_string(), scale.weights_total.to_string()),
                         weights.rounded_to
                             ? fmt::format("{}, rounded to a multiple of {}", by_points, weights.rounded_to->to_string())
                             : "exactly what the points weigh, since 'weights' states no 'rounded_to'",
                         "hold the printed weight and the points against the scheme's own document; if it prints both "
                         "so, leave them: the points decide"});
}

/// All units print one, and their sum is off by more than rounding explains.
void check_printed_sum(const model::Scheme& scheme, const std::vector<Printed>& printed, const StatedWeights& weights,
                       base::Diagnostics& diagnostics) {
    Weight sum{};
    for (const Printed& one : printed) sum += one.weight.value;
    if (printed.size() < scheme.units().size() || adds_up(sum, weights.total, printed.size(), rounding_of(weights))) return;
    diagnostics.warning({"JE-S84", weights.at.known() ? weights.at : printed.front().weight.at,
                         fmt::format("the printed weights of scheme '{}' add up to {}, not {}", scheme.id().text(),
                                     sum.to_string(), weights.total.to_string()),
                         "printed weights that add up to the total stated under 'weights' (100 without it), but for "
                         "half of 'rounded_to' a weight",
                         "hold the printed weights against the scheme's own document; if it prints them so, leave them: "
                         "the points decide"});
}

void check_printed(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    const auto printed = printed_weights(scheme);
    if (printed.empty()) return;
    const StatedWeights weights = scheme.weights().value_or(StatedWeights{});
    const model::WeightScale scale{scheme.largest_total(), weights.total};
    if (scale.largest_total > Points{}) {
        for (const Printed& one : printed) {
            if (!model::is_weight_of(one.weight.value, one.largest, scale, weights.rounded_to))
                differs(one, weights, scale, diagnostics);
        }
    }
    check_printed_sum(scheme, printed, weights, diagnostics);
}

}  // namespace

void check_weights(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    if (scheme.weights() && !scheme.weights()->places.empty()) check_stated(scheme, *scheme.weights(), diagnostics);
    check_printed(scheme, diagnostics);
}

namespace {

constexpr std::string_view leave_them = "if it prints them so, leave them: a job that moves between them keeps its points";

/// The ends of runs of two or more neighbours, of `count`, of which `same(i)` says that i has what i - 1 has.
template <class Same, class Visit>
void visit_runs(std::size_t count, const Same& same, const Visit& visit) {
    for (std::size_t from = 0; from < count;) {
        std::size_t to = from;
        while (to + 1 < count && same(to + 1)) ++to;
        if (to > from) visit(from, to);
        from = to + 1;
    }
}

bool gets_points_by_rule(const model::Factor& factor) { return factor.rule.kind != model::PointsRuleKind::table; }

void report_levels(const model::Factor& factor, std::size_t from, std::size_t to, base::Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (std::size_t i = from; i <= to; ++i) ids.push_back(factor.levels[i].id.text());
    const model::Level& second = factor.levels[from + 1];
    if (factor.rule.kind == model::PointsRuleKind::percent) {
        diagnostics.warning({"JE-S80", second.at,
                             fmt::format("levels {} of factor '{}' have the same percentage, {}", listed(ids), factor.id.text(),
                                         second.percent.to_string()),
                             "percentages that rise from each level to the next",
                             fmt::format("hold the levels against the scheme's own table; {}", leave_them)});
        return;
    }
    const bool by_rule = gets_points_by_rule(factor);
    diagnostics.warning({by_rule ? "JE-S38" : "JE-S80", second.at,
                         fmt::format("levels {} of factor '{}' {} points, {}", listed(ids), factor.id.text(),
                                     by_rule ? "get the same rounded" : "have the same", second.points.to_string()),
                         "points that rise from each level to the next",
                         by_rule ? "if the scheme is still being made, round to a smaller number, or use fewer levels or a "
                                   "larger weight"
                                 : fmt::format("hold the levels against the scheme's own table; {}", leave_them)});
}

void check_levels(const model::Factor& factor, base::Diagnostics& diagnostics) {
    const auto same = [&](std::size_t i) {
        return factor.levels[i].points == factor.levels[i - 1].points &&
               factor.levels[i].percent == factor.levels[i - 1].percent;
    };
    visit_runs(factor.levels.size(), same,
               [&](std::size_t from, std::size_t to) { report_levels(factor, from, to, diagnostics); });
}

}  // namespace

void check_ties(const model::Scheme& scheme, base::Diagnostics& diagnostics) {
    if (!scheme.has_points()) return;
    visit_units(scheme, [&](const model::ScoredUnit& unit) {
        if (unit.is_combined())
            model::warn_of_equal_cells(unit, scheme.factors(), diagnostics);
        else
            check_levels(scheme[unit.sides().front().factor], diagnostics);
    });
}

}  // namespace je::scoring
