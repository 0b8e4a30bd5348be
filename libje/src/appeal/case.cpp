// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/appeal/case.hpp"

#include <algorithm>

#include "je/panel/outcome.hpp"

namespace je::appeal {

namespace {

using model::Points;
using scoring::Score;

/// Follows the points of each scored unit while the re-panel's levels take the place of the original ones, factor by factor.
class Steps {
public:
    explicit Steps(const AppealCase& appeal_case)
        : scheme_{appeal_case.scheme},
          answers_{appeal_case.original.answers(scheme_, appeal_case.original_job)},
          later_{appeal_case.repanel->answers(scheme_, appeal_case.repanel_job)} {
        known_ = take(answers_) && take(later_) && take(answers_);
    }

    /// Whether each unit has its points in both outcomes.
    [[nodiscard]] bool known() const { return known_; }

    /// How much the total moves when this factor, too, has its later level. A unit keeps its points in a state that is not
    /// allowed.
    Points step(std::size_t factor) {
        const Points before = sum();
        answers_.levels[factor] = later_.levels[factor];
        static_cast<void>(take(answers_));
        return sum() - before;
    }

private:
    bool take(const model::Answers& answers) {
        const Score score = scoring::score(scheme_, nullptr, answers);
        units_.resize(score.units.size());
        bool all = true;
        for (std::size_t i = 0; i < units_.size(); ++i) {
            if (score.units[i].points) units_[i] = *score.units[i].points;
            all = all && score.units[i].points;
        }
        return all;
    }
    [[nodiscard]] Points sum() const {
        Points total{};
        for (const Points one : units_) total += one;
        return total;
    }

    const model::Scheme& scheme_;
    model::Answers answers_;
    model::Answers later_;
    std::vector<Points> units_;
    bool known_ = false;
};

std::vector<model::FactorIndex> appealed(const model::Appeal& appeal) {
    std::vector<model::FactorIndex> factors;
    for (const model::Ground& ground : appeal.grounds()) {
        const bool known = ground.factor && std::find(factors.begin(), factors.end(), *ground.factor) != factors.end();
        if (ground.factor && !known) factors.push_back(*ground.factor);
    }
    return factors;
}

}  // namespace

Direction direction(const AppealCase& appeal_case) {
    if (appeal_case.repanel == nullptr) return Direction::unknown;
    const Score before = panel::outcome(appeal_case.original_case());
    const Score after = panel::outcome(appeal_case.repanel_case());
    if (!before.complete || !after.complete) return Direction::unknown;
    if (before.band_min && after.band_min) {
        if (*before.band_min == *after.band_min) return Direction::same;
        return *before.band_min < *after.band_min ? Direction::up : Direction::down;
    }
    if (before.total_min == after.total_min) return Direction::same;
    return before.total_min < after.total_min ? Direction::up : Direction::down;
}

std::vector<Change> changes(const AppealCase& appeal_case) {
    std::vector<Change> result;
    if (appeal_case.repanel == nullptr) return result;
    Steps steps{appeal_case};
    for (std::size_t i = 0; i < appeal_case.scheme.factors().size(); ++i) {
        const model::FactorIndex factor{i};
        const auto from = appeal_case.original[factor].agreed;
        const auto to = (*appeal_case.repanel)[factor].agreed;
        if (from == to) continue;
        Change change{factor, from, to, std::nullopt, appeal_case.appeal.ground_on(factor)};
        if (steps.known()) change.points = steps.step(i);
        result.push_back(change);
    }
    return result;
}

Score if_claims_met(const AppealCase& appeal_case) {
    model::Answers answers = appeal_case.original.answers(appeal_case.scheme, appeal_case.original_job);
    for (const model::Ground& ground : appeal_case.appeal.grounds()) {
        if (ground.factor && ground.claim) answers.levels[ground.factor->value()] = ground.claim;
    }
    return scoring::score(appeal_case.scheme, appeal_case.bands, answers);
}

WhatItTakes what_it_takes(const AppealCase& appeal_case, std::size_t keep) {
    WhatItTakes result;
    if (appeal_case.bands == nullptr) return result;
    const panel::PanelCase latest = appeal_case.repanel != nullptr ? appeal_case.repanel_case() : appeal_case.original_case();
    const Score score = panel::outcome(latest);
    const auto answers = latest.panel.answers(latest.scheme, latest.job);
    result.lowest_band = score.complete && score.band_min == model::BandIndex{0};
    result.claimed = appeal_case.bands->find(appeal_case.appeal.claims_band());
    if (!result.claimed && score.complete) result.claimed = appeal_case.bands->next_above(score.total_min);
    result.reached = score.complete && score.band_min && result.claimed && *score.band_min >= *result.claimed;
    scoring::ChangeOptions options{.max_factors = 3, .keep = keep, .only = {}, .to_band = result.claimed};
    if (!result.reached) {
        result.among_all =
            scoring::smallest_changes(latest.scheme, *latest.bands, answers, score, scoring::Direction::raise, options).sets;
        options.only = appealed(appeal_case.appeal);
        if (!options.only.empty()) {
            result.among_appealed =
                scoring::smallest_changes(latest.scheme, *latest.bands, answers, score, scoring::Direction::raise, options).sets;
        }
    }
    result.down = scoring::smallest_changes(latest.scheme, *latest.bands, answers, score, scoring::Direction::lower,
                                            {.max_factors = 3, .keep = keep, .only = {}, .to_band = {}}).sets;
    return result;
}

}  // namespace je::appeal
