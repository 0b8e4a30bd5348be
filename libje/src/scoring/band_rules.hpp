// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "scoring/conditions.hpp"

namespace je::scoring {

/// The highest band that a scheme's band rules ask for at least, and the first rule that asks for it.
struct LowestBand {
    std::optional<model::BandIndex> band;
    std::size_t rule = 0;

    void at_least(model::BandIndex asked, std::size_t by_rule) {
        if (!band || *band < asked) {
            band = asked;
            rule = by_rule;
        }
    }
};

/// What the rules certainly ask for, and what they may ask for once everything is known.
struct LowestBands {
    LowestBand certain;
    LowestBand possible;
};

/// Asks one rule. A band that `table` does not have is passed over.
template <class LevelOf>
void ask_rule(LowestBands& asked, const model::Scheme& scheme, std::size_t number, const model::BandTable& table,
              const LevelOf& level_of, KnownFacts facts) {
    const model::BandRule& rule = scheme.band_rules()[number];
    const Truth holds = all_hold(rule.when, level_of, facts);
    const Truth excepted = one_holds(rule.unless, level_of, facts);
    if (holds == Truth::no || excepted == Truth::yes) {
        return;
    }
    const auto& fact = facts[rule.fact.value()];
    const auto* choice = fact ? std::get_if<std::size_t>(&*fact) : nullptr;
    const bool certain = choice != nullptr && holds == Truth::yes && excepted == Truth::no;
    for (std::size_t i = 0; i < rule.band_of_choice.size(); ++i) {
        const bool considered = choice == nullptr || *choice == i;
        const auto band = considered && rule.band_of_choice[i] ? table.find(rule.band_of_choice[i]->text()) : std::nullopt;
        if (band) {
            asked.possible.at_least(*band, number);
            if (certain) {
                asked.certain.at_least(*band, number);
            }
        }
    }
}

template <class LevelOf>
[[nodiscard]] LowestBands ask_band_rules(const model::Scheme& scheme, const model::BandTable& table, const LevelOf& level_of,
                                         KnownFacts facts) {
    LowestBands asked;
    for (std::size_t i = 0; i < scheme.band_rules().size(); ++i) {
        ask_rule(asked, scheme, i, table, level_of, facts);
    }
    return asked;
}

/// Whether a rule that asks for `lowest` raises the band of `total`: only when that band begins above the total, so that no
/// rule ever lowers a band.
[[nodiscard]] inline bool raises(const LowestBand& lowest, const model::BandTable& table, model::Points total) {
    return lowest.band && table[*lowest.band].floor > total;
}

/// The band of `total` after the rules.
[[nodiscard]] inline model::BandOrNone band_after(const LowestBand& lowest, const model::BandTable& table,
                                                  model::Points total) {
    return raises(lowest, table, total) ? model::BandOrNone{*lowest.band} : table.band_of(total);
}

}  // namespace je::scoring
