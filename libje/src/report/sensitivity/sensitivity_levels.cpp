// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <fmt/format.h>

#include <variant>

#include "base/wording.hpp"
#include "report/explain/explain_parts.hpp"

namespace je::report {
namespace {

using scoring::ProblemKind;

/// Which rule forbids a step, in words.
std::string hurdle_text(const scoring::Problem& hurdle, const model::Scheme& scheme) {
    switch (hurdle.kind) {
        case ProblemKind::derived_differs:
        case ProblemKind::derived_no_entry: {
            const model::Derivation& derivation = scheme.derivations()[hurdle.rule];
            if (derivation.facts.size() > 1)
                return base::worded("the facts '{}' and '{}' decide this level (rule '{}')",
                                    scheme[derivation.facts.front()].id.text(), scheme[derivation.facts.back()].id.text(),
                                    derivation.id.text());
            return base::worded("the fact '{}' decides this level (rule '{}')", scheme[derivation.facts.front()].id.text(),
                                derivation.id.text());
        }
        case ProblemKind::answers_differ:
            return base::worded("its answers decide this level");
        case ProblemKind::cell_not_allowed:
            return base::worded("the levels do not go together in {}", scheme.units()[hurdle.rule].name());
        default:
            return base::worded("rule '{}' forbids it", scheme.constraints()[hurdle.rule].id.text());
    }
}

StepMoveView view_move(const model::Scheme& scheme, const sensitivity::LevelMove& move) {
    const model::Factor& factor = scheme[move.factor];
    return {.factor = factor.id.text(),
            .name = factor.name,
            .from = factor[move.from].id.text(),
            .to = factor[move.to].id.text(),
            .counts_as = move.counts_as == move.to ? std::nullopt : std::optional{factor[move.counts_as].id.text()},
            .short_name = factor.short_name};
}

LevelStepView view_result(const LevelsInput& input, const sensitivity::Moved& moved) {
    LevelStepView view;
    if (moved.total) view.total = moved.total->value();
    view.band = input.table.id_of(moved.band);
    view.changes_band = moved.changes_band;
    view.allowed = moved.allowed;
    if (moved.hurdle) view.why_not = hurdle_text(*moved.hurdle, input.scheme);
    return view;
}

/// The factors whose stated level is at an end of its scale, so that it does not move either way alike.
void add_ends(LevelsView& view, const LevelsInput& input, const sensitivity::AdjacentLevels& adjacent) {
    view.ends_stay = adjacent.ends_stay;
    if (adjacent.chance == base::Decimal{}) return;
    for (std::size_t f = 0; f < input.score.factors.size(); ++f) {
        const scoring::FactorScore& score = input.score.factors[f];
        const model::Factor& factor = input.scheme.factors()[f];
        if (score.derivation || !score.stated || factor.levels.size() < 2) continue;
        const std::size_t level = score.stated->value();
        if (level > 0 && level + 1 < factor.levels.size()) continue;
        view.at_ends.push_back({factor.id.text(), factor.name, factor.levels[level].id.text()});
    }
}

void add_chances(LevelsView& view, const LevelsInput& input, const numerics::Result<sensitivity::LevelChances>& chances) {
    view.uncertainty = in_words(*input.options.uncertainty);
    if (const auto* adjacent = std::get_if<sensitivity::AdjacentLevels>(&*input.options.uncertainty))
        add_ends(view, input, *adjacent);
    if (!chances) {
        view.no_band_chances = chances.reason();
        return;
    }
    for (const auto& one : chances->bands) view.band_chances.push_back({input.table.id_of(one.band), one.chance});
    view.mean = chances->mean;
    view.standard_deviation = chances->standard_deviation;
    view.lowest = chances->lowest.value();
    view.highest = chances->highest.value();
}

}  // namespace

LevelsView levels_view(const LevelsInput& input, const sensitivity::JobLevels& levels) {
    LevelsView view;
    view.job = input.job;
    view.has_points = input.scheme.has_points();
    view.total = input.score.total_min.value();
    view.overlaps = input.table.overlaps();
    if (input.score.band_is_open()) {
        for (const model::BandIndex band : input.score.bands) view.open.push_back(input.table[band].id.text());
    } else {
        view.band = input.table.id_of(input.score.band_min);
    }
    view.one_step_found = levels.one_step.size();
    for (const auto& step : levels.one_step) {
        view.one_step.push_back(view_result(input, step.result));
        view.one_step.back().changes.push_back(view_move(input.scheme, step.move));
        view.one_step.back().up = step.move.to > step.move.from;
        view.one_step_changing += view.one_step.back().changes_band ? 1 : 0;
    }
    view.pairs_looked_at = levels.pairs.looked_at;
    view.pairs_found = levels.pairs.found;
    for (const auto& pair : levels.pairs.changing) {
        view.pairs.push_back(view_result(input, pair.result));
        for (const auto& move : pair.moves) view.pairs.back().changes.push_back(view_move(input.scheme, move));
    }
    if (levels.chances) add_chances(view, input, *levels.chances);
    view.raise = view_sets(input.scheme, input.table, levels.raise, input.score.total_max);
    view.lower = view_sets(input.scheme, input.table, levels.lower, input.score.total_max);
    view.raise_and_lose = view_sets(input.scheme, input.table, levels.raise_and_lose, input.score.total_max);
    view.max_factors = input.options.changes.max_factors;
    return view;
}

std::string in_words(const sensitivity::Uncertainty& uncertainty) {
    if (const auto* adjacent = std::get_if<sensitivity::AdjacentLevels>(&uncertainty))
        return base::worded(
            "each factor's level is off by one with chance {}, half of it up and half down, {}", adjacent->chance.to_string(),
            adjacent->ends_stay ? base::worded("where the half that leads off an end of the scale stays at the level")
                                : base::worded("all of it inward from an end of the scale"));
    return base::worded("each factor has its levels with the chances that '{}' gives",
                        std::get<model::LevelUncertainty>(uncertainty).id());
}

}  // namespace je::report
