// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/appeal/case.hpp"

#include <algorithm>
#include <utility>

#include "je/panel/outcome.hpp"

namespace je::appeal {

namespace {

using model::Points;
using scoring::Score;

/// Follows the points of each scored unit while the re-panel's levels take the place of the original ones, factor by factor.
class Steps {
public:
    explicit Steps(const AppealCase& appeal_case)
        : scheme_{*appeal_case.scheme},
          answers_{appeal_case.original->answers(scheme_, appeal_case.original_job)},
          later_{appeal_case.repanel->answers(scheme_, appeal_case.repanel_job)} {
        answers_.levels_stand = later_.levels_stand = true;  // of two records: levels go from one to the other without answers
        known_ = take(answers_) && take(later_) && take(answers_);
    }

    /// Whether each unit has its points in both outcomes.
    [[nodiscard]] bool known() const { return known_; }

    /// Adds how much the total moves when the change's factor, too, has its later level. A unit keeps its points in a state
    /// that is not allowed.
    void step(Change& change) {
        const std::vector<Points> before = units_;
        const model::UnitIndex own = scheme_[change.factor].unit;
        answers_.levels[change.factor.value()] = later_.levels[change.factor.value()];
        static_cast<void>(take(answers_));
        change.points = Points{};
        for (model::UnitIndex unit{0}; unit.value() < units_.size(); ++unit) {
            const Points moved = units_[unit.value()] - before[unit.value()];
            *change.points += moved;
            if (unit != own && moved != Points{}) change.via.push_back({unit, moved});
        }
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

    const model::Scheme& scheme_;
    model::Answers answers_;
    model::Answers later_;
    std::vector<Points> units_;
    bool known_ = false;
};

/// The outcomes of the two panels; nothing when one of them is not complete.
std::optional<std::pair<Score, Score>> both_outcomes(const AppealCase& appeal_case) {
    if (appeal_case.repanel == nullptr) return std::nullopt;
    Score before = panel::outcome(appeal_case.original_case());
    Score after = panel::outcome(appeal_case.repanel_case());
    if (!before.complete || !after.complete) return std::nullopt;
    return std::pair{std::move(before), std::move(after)};
}

std::vector<model::FactorIndex> appealed(const model::Appeal& appeal) {
    std::vector<model::FactorIndex> factors;
    for (const model::Ground& ground : appeal.grounds()) {
        const bool known = ground.factor && std::find(factors.begin(), factors.end(), *ground.factor) != factors.end();
        if (ground.factor && !known) factors.push_back(*ground.factor);
    }
    return factors;
}

/// The band above that of a complete outcome.
model::BandOrNone next_band(const model::BandTable& bands, const Score& score) {
    if (bands.deciding() == nullptr) return bands.next_above(score.total_min);
    return score.band_max.visit(
        [&](model::BandIndex now) {
            return now.value() + 1 < bands.bands().size() ? model::BandOrNone{model::BandIndex{now.value() + 1}}
                                                          : model::BandOrNone{};
        },
        [] { return model::BandOrNone{}; });
}

}  // namespace

std::optional<model::BandMove> direction(const AppealCase& appeal_case) {
    const auto both = both_outcomes(appeal_case);
    if (!both || appeal_case.bands == nullptr) return std::nullopt;
    if (both->first.band_is_open() || both->second.band_is_open()) return std::nullopt;
    return model::band_move(both->first.band_min, both->second.band_min);
}

std::optional<Points> points_moved(const AppealCase& appeal_case) {
    const auto both = both_outcomes(appeal_case);
    if (!both) return std::nullopt;
    return both->second.total_min - both->first.total_min;
}

std::vector<Change> changes(const AppealCase& appeal_case) {
    std::vector<Change> result;
    if (appeal_case.repanel == nullptr) return result;
    Steps steps{appeal_case};
    for (std::size_t i = 0; i < appeal_case.scheme->factors().size(); ++i) {
        const model::FactorIndex factor{i};
        const auto from = (*appeal_case.original)[factor].agreed;
        const auto to = (*appeal_case.repanel)[factor].agreed;
        if (from == to) continue;
        Change change{factor, from, to, std::nullopt, appeal_case.appeal->ground_on(factor)};
        if (steps.known()) steps.step(change);
        result.push_back(std::move(change));
    }
    return result;
}

std::vector<Change> option_changes(const AppealCase& appeal_case) {
    std::vector<Change> result;
    if (appeal_case.repanel == nullptr) return result;
    for (model::FactorIndex factor{0}; factor.value() < appeal_case.scheme->factors().size(); ++factor) {
        const model::PanelFactor& before = (*appeal_case.original)[factor];
        const model::PanelFactor& after = (*appeal_case.repanel)[factor];
        if (!before.agreed || before.agreed != after.agreed || before.agreed_options == after.agreed_options) continue;
        result.push_back({factor, before.agreed, after.agreed, Points{}, appeal_case.appeal->ground_on(factor)});
    }
    return result;
}

Score if_claims_met(const AppealCase& appeal_case) {
    model::Answers answers = appeal_case.original->answers(*appeal_case.scheme, appeal_case.original_job);
    answers.choice.reset();  // it was made for the levels agreed
    answers.levels_stand = true;
    for (const model::Ground& ground : appeal_case.appeal->grounds()) {
        if (ground.factor && ground.claim) answers.state(*ground.factor, {*ground.claim, ground.claim_options});
    }
    return scoring::score(*appeal_case.scheme, appeal_case.bands, answers);
}

std::vector<const model::Ground*> claims_below_agreed(const AppealCase& appeal_case) {
    std::vector<const model::Ground*> below;
    for (const model::Ground& ground : appeal_case.appeal->grounds()) {
        if (!ground.factor || !ground.claim) continue;
        const auto agreed = (*appeal_case.original)[*ground.factor].agreed;
        if (agreed && *ground.claim < *agreed) below.push_back(&ground);
    }
    return below;
}

bool claims_fall_short(const AppealCase& appeal_case) {
    const auto& grounds = appeal_case.appeal->grounds();
    const bool any =
        std::any_of(grounds.begin(), grounds.end(), [](const model::Ground& ground) { return ground.claim.has_value(); });
    if (!any || appeal_case.bands == nullptr) return false;
    const auto claimed = appeal_case.bands->find(appeal_case.appeal->claims_band());
    const Score met = if_claims_met(appeal_case);
    // Of several bands that hold the total then, the highest may be chosen.
    return claimed && met.complete && model::band_move(met.band_max, *claimed) == model::BandMove::up;
}

WhatItTakes what_it_takes(const AppealCase& appeal_case, std::size_t keep) {
    WhatItTakes result;
    if (appeal_case.bands == nullptr) return result;
    const panel::PanelCase latest = appeal_case.repanel != nullptr ? appeal_case.repanel_case() : appeal_case.original_case();
    const Score score = panel::outcome(latest);
    const auto answers = latest.panel->answers(*latest.scheme, latest.job);
    const auto changes = [&](scoring::Direction direction, const scoring::ChangeOptions& options) {
        return scoring::smallest_changes(*latest.scheme, *latest.bands, answers, score, direction, options);
    };
    result.open = score.band_is_open();
    if (score.complete) result.now = score.band_max;
    result.lowest_band = score.complete && score.band_min == model::BandIndex{0};
    const auto named = appeal_case.bands->find(appeal_case.appeal->claims_band());
    if (named)
        result.claimed = *named;
    else if (score.complete)
        result.claimed = next_band(*appeal_case.bands, score);
    const auto holds_it = [&](model::BandIndex band) {
        return std::find(score.bands.begin(), score.bands.end(), band) != score.bands.end();
    };
    result.held = score.complete && result.claimed.visit(holds_it, [] { return false; });
    result.reached = result.claimed && !result.open &&
                     (result.now == result.claimed || model::band_move(result.claimed, result.now) == model::BandMove::up);
    scoring::ChangeOptions options{.max_factors = WhatItTakes::max_factors, .keep = keep, .only = {}, .to_band = {}};
    result.down = changes(scoring::Direction::lower, options);
    result.up_and_out = changes(scoring::Direction::raise_and_lose, options);
    if (result.reached || result.held) return result;
    result.claimed.visit([&](model::BandIndex band) { options.to_band = band; });
    result.among_all = changes(scoring::Direction::raise, options);
    options.only = appealed(*appeal_case.appeal);
    if (!options.only.empty()) result.among_appealed = changes(scoring::Direction::raise, options);
    return result;
}

}  // namespace je::appeal
