// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/base/date.hpp"
#include "je/model/appeal.hpp"
#include "je/model/panel.hpp"
#include "je/panel/case.hpp"
#include "je/scoring/level_changes.hpp"
#include "je/scoring/score.hpp"

namespace je::appeal {

/// One appeal with the two panels it joins. Everything pointed to outlives the case.
struct AppealCase {
    const model::Scheme* scheme = nullptr;     // not null
    const model::BandTable* bands = nullptr;   // null: no bands
    const model::PayTable* pay = nullptr;      // null: no pay
    const model::Appeal* appeal = nullptr;     // not null
    const model::Panel* original = nullptr;    // not null
    const model::Panel* repanel = nullptr;     // null: it has not sat, or its record is not at hand
    const model::Job* original_job = nullptr;  // the questionnaire each panel scored, where it is at hand
    const model::Job* repanel_job = nullptr;
    std::size_t number = 1;  // which appeal of this job it is, in order of date

    [[nodiscard]] panel::PanelCase original_case() const { return {scheme, bands, original, original_job}; }
    /// Only when the re-panel has sat.
    [[nodiscard]] panel::PanelCase repanel_case() const { return {scheme, bands, repanel, repanel_job}; }
};

/// Which way the outcome went, by band; nothing when either outcome is not complete or there are no bands at all.
[[nodiscard]] std::optional<model::BandMove> direction(const AppealCase& appeal_case);
/// How many points it went up, below 0 down; nothing when either outcome is not complete.
[[nodiscard]] std::optional<model::Points> points_moved(const AppealCase& appeal_case);

/// A factor whose agreed level differs between the two panels.
struct Change {
    model::FactorIndex factor;
    std::optional<model::LevelIndex> from;
    std::optional<model::LevelIndex> to;
    /// How much the total moves by it, changes applied in the scheme's order, so that all of them add up to the difference of
    /// the totals (with the facts of the original questionnaire). Of two sides of a matrix, the first has none and the second
    /// all where the pair between is not allowed. Nothing when either outcome lacks points.
    std::optional<model::Points> points;
    const model::Ground* ground = nullptr;  // null: the factor was not appealed
};
/// In the scheme's order; empty when the re-panel has not sat.
[[nodiscard]] std::vector<Change> changes(const AppealCase& appeal_case);

/// The score of the original panel's levels with every level that a ground claims in place of its own.
[[nodiscard]] scoring::Score if_claims_met(const AppealCase& appeal_case);

/// Grounds that claim a level below the one the original panel agreed, which would lower the total: rarely what is meant.
[[nodiscard]] std::vector<const model::Ground*> claims_below_agreed(const AppealCase& appeal_case);
/// Whether every level claimed together leads to a band below the one claimed, or to none. Nothing when no band or no level is
/// claimed, or a level is missing.
[[nodiscard]] bool claims_fall_short(const AppealCase& appeal_case);

/// The smallest level changes that matter to an appeal, from the latest outcome there is: that of the re-panel, else the
/// original.
struct WhatItTakes {
    static constexpr std::size_t max_factors = 3;  // that one set may change
    model::BandOrNone now;                         // of the latest outcome
    model::BandOrNone claimed;                     // the band claimed, or the next one where none is named
    bool reached = false;                          // the latest outcome is already there
    scoring::FoundChanges among_appealed;          // to the claimed band, moving only factors appealed
    scoring::FoundChanges among_all;               // moving any
    scoring::FoundChanges down;        // that would lose the present band downwards: the risk; from none, into a lower one
    scoring::FoundChanges up_and_out;  // that would lose it upwards
    bool lowest_band = false;          // the latest outcome is in the lowest band of the table
};
/// At most `keep` sets of each (0: all); empty where a band or a level is missing.
[[nodiscard]] WhatItTakes what_it_takes(const AppealCase& appeal_case, std::size_t keep = 10);

/// Each rule of the scheme's `appeal` list but time limits held against the appeal, in the scheme's order. Rules about the
/// re-panel are left out until it has sat (`rules_waiting`).
[[nodiscard]] std::vector<panel::Finding> check_appeal(const AppealCase& appeal_case, const panel::Names& repanel_names);
/// Ids of the rules that wait for the re-panel.
[[nodiscard]] std::vector<std::string> rules_waiting(const AppealCase& appeal_case);
/// What a scheme may state about appeals and this one does not, in words.
[[nodiscard]] std::vector<std::string> appeal_rules_not_set(const model::Scheme& scheme);

}  // namespace je::appeal
