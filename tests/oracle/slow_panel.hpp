// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// SLOW AND PLAIN, FOR TESTS ONLY. What a panel's individual levels come to, by trying every combination of them.

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "je/panel/outcome.hpp"
#include "oracle/slow_rules.hpp"
#include "support/close.hpp"
#include "support/process.hpp"

namespace je::slow {

/// The level that a factor has under the scheme's derivations and modifiers; nothing when a fact that is not given may change
/// it.
inline std::optional<model::LevelIndex> after_rules(const model::Scheme& scheme, model::FactorIndex factor,
                                                    model::LevelIndex level, const Facts& facts) {
    for (const auto& derivation : scheme.derivations()) {
        if (derivation.factor != factor) continue;
        const auto left = levels_left(scheme, derivation, facts);
        if (left.size() == 1) level = left.front();
        if (left.size() > 1 && std::find(left.begin(), left.end(), level) == left.end()) return std::nullopt;
    }
    for (const auto& modifier : scheme.modifiers()) {
        const auto& fact = facts.at(modifier.fact.value());
        const auto& from = modifier.from_levels;
        if (modifier.factor != factor || std::find(from.begin(), from.end(), level) == from.end()) continue;
        const auto raised =
            std::max(level, model::LevelIndex{std::min(level.value() + modifier.raise, modifier.ceiling.value())});
        if (!fact && raised != level) return std::nullopt;
        if (fact && std::get<base::WideDecimal>(*fact) >= modifier.at_least) level = raised;
    }
    return level;
}

/// The levels that a factor is drawn from, after rules; none when one of them is not known.
inline std::vector<model::LevelIndex> drawn_from(const panel::PanelCase& panel_case, std::size_t factor) {
    const auto& scheme = *panel_case.scheme;
    const Facts facts = panel_case.job != nullptr ? panel_case.job->answers().facts : Facts(scheme.facts().size());
    const auto& recorded = panel_case.panel->factors()[factor];
    std::vector<model::LevelIndex> given;
    for (const auto& level : recorded.individual) {
        if (level) given.push_back(*level);
    }
    if (given.empty() && recorded.agreed) given.push_back(*recorded.agreed);
    for (auto& level : given) {
        const auto after = after_rules(scheme, model::FactorIndex{factor}, level, facts);
        if (!after) return {};
        level = *after;
    }
    return given;
}

/// The chance of each band (-1: none), each combination of the levels given as likely as any other; nothing when there is none.
inline std::optional<std::map<int, double>> every_drawing(const panel::PanelCase& panel_case) {
    const auto& scheme = *panel_case.scheme;
    if (panel_case.bands == nullptr || !scheme.band_rules().empty()) return std::nullopt;
    std::vector<std::vector<model::LevelIndex>> given;
    std::vector<std::size_t> limits;
    for (std::size_t f = 0; f < scheme.factors().size(); ++f) {
        given.push_back(drawn_from(panel_case, f));
        if (given.back().empty()) return std::nullopt;
        limits.push_back(given.back().size());
    }
    std::map<int, std::size_t> counts;
    std::size_t all = 0;
    bool allowed = true;
    every_combination(limits, [&](const std::vector<std::size_t>& drawn) {
        Levels levels;
        for (std::size_t f = 0; f < drawn.size(); ++f) levels.push_back(given[f][drawn[f]]);
        const Outcome then = outcome(scheme, panel_case.bands, levels, Facts(scheme.facts().size()));
        allowed = allowed && then.allowed;
        ++counts[then.points_band ? static_cast<int>(then.points_band->value()) : -1];
        ++all;
    });
    if (!allowed) return std::nullopt;
    std::map<int, double> chances;
    for (const auto& [band, count] : counts) chances[band] = static_cast<double>(count) / static_cast<double>(all);
    return chances;
}

/// The levels that `rule` leaves open, by trying each level of the scale against the rule's words; all of them where it is
/// silent.
inline std::vector<model::LevelIndex> levels_by(panel::LevelRule rule, const std::vector<model::LevelIndex>& given,
                                                std::size_t scale) {
    std::vector<model::LevelIndex> fitting;
    const auto count = [&](auto keep) { return static_cast<std::size_t>(std::count_if(given.begin(), given.end(), keep)); };
    const std::size_t n = given.size();
    std::size_t sum = 0;
    for (const auto one : given) sum += one.value();
    // How far a level is from the mean, n times.
    const auto from_mean = [&](std::size_t level) { return level * n < sum ? sum - level * n : level * n - sum; };
    std::size_t nearest = from_mean(0);
    for (std::size_t l = 0; l < scale; ++l) nearest = std::min(nearest, from_mean(l));
    bool some_majority = false;
    for (std::size_t l = 0; l < scale; ++l) {
        some_majority = some_majority || 2 * count([&](auto one) { return one.value() == l; }) > n;
    }
    for (std::size_t l = 0; l < scale; ++l) {
        const auto same = count([&](auto one) { return one.value() == l; });
        const auto below = count([&](auto one) { return one.value() < l; });
        const auto above = n - same - below;
        bool fits = false;
        if (rule == panel::LevelRule::median) fits = 2 * below <= n && 2 * above <= n;
        if (rule == panel::LevelRule::majority) fits = some_majority ? 2 * same > n : below < n && above < n;
        if (rule == panel::LevelRule::mean_nearest) fits = from_mean(l) == nearest;
        if (rule == panel::LevelRule::lowest) fits = same > 0 && below == 0;
        if (rule == panel::LevelRule::highest) fits = same > 0 && above == 0;
        if (fits) fitting.emplace_back(l);
    }
    return fitting;
}

/// The lowest and highest total over every combination of the levels left open, and their bands.
inline panel::RangeOutcome outcome_by(const panel::PanelCase& panel_case, panel::LevelRule rule,
                                      const std::vector<model::PanellistIndex>& voters) {
    const auto& scheme = *panel_case.scheme;
    std::vector<std::vector<model::LevelIndex>> open;
    std::vector<std::size_t> limits;
    for (std::size_t f = 0; f < scheme.factors().size(); ++f) {
        const auto& recorded = panel_case.panel->factors()[f];
        std::vector<model::LevelIndex> given;
        for (const auto voter : voters) {
            if (recorded.individual[voter.value()]) given.push_back(*recorded.individual[voter.value()]);
        }
        open.push_back(given.empty() ? std::vector{*recorded.agreed}
                                     : levels_by(rule, given, scheme.factors()[f].levels.size()));
        limits.push_back(open.back().size());
    }
    std::optional<Outcome> lowest;
    std::optional<Outcome> highest;
    every_combination(limits, [&](const std::vector<std::size_t>& chosen) {
        Levels levels;
        for (std::size_t f = 0; f < chosen.size(); ++f) levels.push_back(open[f][chosen[f]]);
        const Outcome then = outcome(scheme, panel_case.bands, levels, Facts(scheme.facts().size()));
        if (!lowest || then.total < lowest->total) lowest = then;
        if (!highest || then.total > highest->total) highest = then;
    });
    const auto or_none = [](const std::optional<model::BandIndex>& band) {
        return band ? model::BandOrNone{*band} : model::BandOrNone{};
    };
    return {lowest->total, highest->total, or_none(lowest->band), or_none(highest->band)};
}

}  // namespace je::slow
