// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/appeal/case.hpp"

#include "je/panel/outcome.hpp"

namespace je::appeal {

namespace {

using model::Points;
using scoring::Score;

/// The total after the first `n` factors have the re-panel's levels.
Points total_after(const AppealCase& appeal_case, std::size_t n) {
    model::Answers answers = appeal_case.original.answers(appeal_case.scheme, appeal_case.original_job);
    const model::Answers later = appeal_case.repanel->answers(appeal_case.scheme, appeal_case.repanel_job);
    for (std::size_t i = 0; i < n; ++i) answers.levels[i] = later.levels[i];
    return scoring::score(appeal_case.scheme, nullptr, answers).total_max;
}

bool all_agreed(const model::Panel& panel) {
    for (const model::PanelFactor& factor : panel.factors()) {
        if (!factor.agreed) return false;
    }
    return true;
}

std::vector<model::FactorIndex> appealed(const model::Appeal& appeal) {
    std::vector<model::FactorIndex> factors;
    for (const model::Ground& ground : appeal.grounds()) {
        if (ground.factor) factors.push_back(*ground.factor);
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
    const bool known = all_agreed(appeal_case.original) && all_agreed(*appeal_case.repanel);
    for (std::size_t i = 0; i < appeal_case.scheme.factors().size(); ++i) {
        const model::FactorIndex factor{i};
        const auto from = appeal_case.original[factor].agreed;
        const auto to = (*appeal_case.repanel)[factor].agreed;
        if (from == to) continue;
        Change change{factor, from, to, std::nullopt, appeal_case.appeal.ground_on(factor)};
        if (known) change.points = total_after(appeal_case, i + 1) - total_after(appeal_case, i);
        result.push_back(change);
    }
    return result;
}

WhatItTakes what_it_takes(const AppealCase& appeal_case, std::size_t keep) {
    WhatItTakes result;
    if (appeal_case.bands == nullptr) return result;
    const panel::PanelCase latest = appeal_case.repanel != nullptr ? appeal_case.repanel_case() : appeal_case.original_case();
    const Score score = panel::outcome(latest);
    const auto answers = latest.panel.answers(latest.scheme, latest.job);
    result.claimed = appeal_case.bands->find(appeal_case.appeal.claims_band());
    if (!result.claimed && score.complete) result.claimed = appeal_case.bands->next_above(score.total_min);
    result.reached = score.complete && score.band_min && result.claimed && *score.band_min >= *result.claimed;
    scoring::ChangeOptions options{.max_factors = 3, .keep = keep, .only = {}, .to_band = result.claimed};
    if (!result.reached) {
        result.among_all = scoring::smallest_changes(latest.scheme, *latest.bands, answers, score, scoring::Direction::raise, options);
        options.only = appealed(appeal_case.appeal);
        if (!options.only.empty()) {
            result.among_appealed =
                scoring::smallest_changes(latest.scheme, *latest.bands, answers, score, scoring::Direction::raise, options);
        }
    }
    result.down = scoring::smallest_changes(latest.scheme, *latest.bands, answers, score, scoring::Direction::lower,
                                            {.max_factors = 3, .keep = keep, .only = {}, .to_band = {}});
    return result;
}

}  // namespace je::appeal
