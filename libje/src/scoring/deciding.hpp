// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"
#include "scoring/level_chances.hpp"
#include "scoring/rules.hpp"

namespace je::scoring {

/// Whether a deciding rule holds, and the band that it then gives.
struct Ruling {
    Truth holds = Truth::no;
    model::BandIndex band{};  // of Truth::yes
};

[[nodiscard]] inline Ruling ruling_by(const std::optional<model::BandIndex>& band) {
    return band ? Ruling{Truth::yes, *band} : Ruling{};
}

/// The level that at least so many of the factors have.
template <class LevelOf>
[[nodiscard]] Ruling agreed_level(const model::DecidingRule& rule, const LevelOf& level_of) {
    std::vector<std::size_t> at(rule.band_of_level.size(), 0);
    std::size_t open = 0;
    for (const model::FactorIndex factor : rule.factors) {
        const std::optional<model::LevelIndex> level = level_of(factor);
        ++(level ? at[level->value()] : open);
    }
    Truth holds = Truth::no;
    for (std::size_t level = 0; level < at.size(); ++level) {
        if (at[level] >= rule.at_least) return ruling_by(rule.band_of_level[level]);
        if (at[level] + open >= rule.at_least && rule.band_of_level[level]) holds = Truth::unknown;
    }
    return {holds, {}};
}

/// The highest level that at least so many of the factors have or exceed.
template <class LevelOf>
[[nodiscard]] Ruling reached_level(const model::DecidingRule& rule, const LevelOf& level_of) {
    std::vector<std::size_t> at(rule.band_of_level.size(), 0);
    std::size_t open = 0;
    for (const model::FactorIndex factor : rule.factors) {
        const std::optional<model::LevelIndex> level = level_of(factor);
        ++(level ? at[level->value()] : open);
    }
    std::size_t reach = 0;
    Truth holds = Truth::no;
    for (std::size_t level = at.size(); level-- > 0;) {
        reach += at[level];
        if (reach >= rule.at_least) {
            const Ruling lowest = ruling_by(rule.band_of_level[level]);
            const bool settled = holds == Truth::no && (open == 0 || reach - at[level] + open < rule.at_least);
            if (settled) return lowest;
            return {holds == Truth::unknown || lowest.holds == Truth::yes ? Truth::unknown : Truth::no, {}};
        }
        if (reach + open >= rule.at_least && rule.band_of_level[level]) holds = Truth::unknown;
    }
    return {holds, {}};
}

/// As far as what is known decides it.
template <class LevelOf>
[[nodiscard]] Ruling ruling_of(const model::DecidingRule& rule, const LevelOf& level_of, KnownFacts facts) {
    switch (rule.by) {
        case model::DecideBy::when: {
            const Truth holds = all_hold(rule.when, level_of, facts);
            return {holds, holds == Truth::yes ? rule.band.value() : model::BandIndex{}};
        }
        case model::DecideBy::agree:
            return agreed_level(rule, level_of);
        case model::DecideBy::reach:
            return reached_level(rule, level_of);
        case model::DecideBy::level_of: {
            const std::optional<model::LevelIndex> level = level_of(rule.factors.front());
            return level ? ruling_by(rule.band_of_level[level->value()]) : Ruling{Truth::unknown, {}};
        }
    }
    return {};
}

/// What all rules of a table make of levels and facts.
struct Decision {
    enum class Is {
        band,     // `rule` gives `band`
        none,     // no rule holds
        several,  // two rules hold, `rule` and `other`, and differ
        open      // `rule` is not decided
    };
    Is is = Is::none;
    model::BandIndex band{};
    std::size_t rule = 0;
    std::size_t other = 0;
};

template <class LevelOf>
[[nodiscard]] Decision decide(const model::Deciding& deciding, const LevelOf& level_of, KnownFacts facts) {
    Decision result;
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < deciding.rules.size(); ++i) {
        const Ruling ruling = ruling_of(deciding.rules[i], level_of, facts);
        if (ruling.holds == Truth::no) continue;
        if (ruling.holds == Truth::unknown) {
            if (!open) open = i;
            if (deciding.first_match) break;
        } else if (result.is == Decision::Is::none) {
            result = {Decision::Is::band, ruling.band, i, 0};
            if (deciding.first_match) break;
        } else if (ruling.band != result.band) {
            return {Decision::Is::several, result.band, result.rule, i};
        }
    }
    // Where rules may not contradict each other, one that holds leaves nothing to those that are open.
    return result.is == Decision::Is::none && open ? Decision{Decision::Is::open, {}, *open, 0} : result;
}

/// The first factor without a level that a rule reads; nothing when all have one.
template <class LevelOf>
[[nodiscard]] std::optional<model::FactorIndex> first_open_factor(const model::DecidingRule& rule, const LevelOf& level_of) {
    std::optional<model::FactorIndex> found;
    const auto look_at = [&](model::FactorIndex factor) {
        const std::optional<model::LevelIndex> level = level_of(factor);
        if (!found && !level) found = factor;
    };
    for (const model::Condition& condition : rule.when)
        model::visit_tests(
            condition, [&](const model::FactorCondition& on) { look_at(on.factor); }, [](const model::FactCondition&) {});
    for (const model::FactorIndex factor : rule.factors) look_at(factor);
    return found;
}

/// The bands that a job may be in once all is known, lowest first: those of each completion of its levels, and of the facts
/// that rules read, which breaks no constraint of severity error. `factors` are those of the job's score.
[[nodiscard]] std::vector<model::BandIndex> possible_bands(const model::Scheme& scheme, const model::BandTable& table,
                                                           const model::Answers& answers,
                                                           const std::vector<FactorScore>& factors);

/// The same of all levels from those stated in `lowest` to those in `highest`, as rules leave them. Nothing else differs
/// between the two.
[[nodiscard]] std::vector<model::BandIndex> possible_bands_between(const model::Scheme& scheme, const model::BandTable& table,
                                                                   const model::Answers& lowest, const model::Answers& highest);

/// How many sets of levels are drawn at most to find chances.
inline constexpr std::size_t most_draws = std::size_t{1} << 18;

/// The chance of each band, or why there is none.
struct DecidedChances {
    enum class Is {
        chances,
        broken,   // levels that may be drawn break a constraint of severity error
        too_many  // more sets of levels than are drawn
    };
    Is is = Is::chances;
    std::vector<std::pair<model::BandOrNone, double>> bands;  // exactly 1 where there is only one
};
/// In the table's order and "no band" first, if the level of each factor were drawn by itself. `levels` has those of every
/// factor that the table's rules or constraints of severity error read; `facts` those that rules read.
[[nodiscard]] DecidedChances decided_chances(const model::Scheme& scheme, const model::Deciding& deciding,
                                             const LevelsOf& levels, KnownFacts facts);

}  // namespace je::scoring
