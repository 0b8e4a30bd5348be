// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// SLOW AND PLAIN, FOR TESTS ONLY. What changed and uncertain levels come to, by trying every combination.

#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "oracle/slow_panel.hpp"
#include "oracle/slow_rules.hpp"

namespace je::slow {

/// Whether a fact decides the factor's level.
inline bool is_derived(const model::Scheme& scheme, const Facts& facts, std::size_t factor) {
    for (const auto& derivation : scheme.derivations()) {
        const bool is_given = !derivation.is_table() || facts.at(derivation.facts.front().value());
        if (derivation.factor.value() == factor && is_given && levels_left(scheme, derivation, facts).size() < 2) return true;
    }
    return false;
}

/// The levels of a job that states all of them, after rules; nothing when a fact that is not given decides one.
inline std::optional<Levels> all_after_rules(const model::Scheme& scheme, const Levels& stated, const Facts& facts) {
    Levels result;
    for (std::size_t f = 0; f < stated.size(); ++f) {
        const auto level = after_rules(scheme, model::FactorIndex{f}, stated[f], facts);
        if (!level) return std::nullopt;
        result.push_back(*level);
    }
    return result;
}

/// Chance of each level of each factor, by its place.
using LevelTable = std::vector<std::vector<double>>;

/// Off by one with chance `p`, either way alike; all one way at an end.
inline std::vector<double> off_by_one(std::size_t levels, std::size_t level, double p) {
    std::vector<double> chances(levels, 0.0);
    const bool up = level + 1 < levels;
    const bool down = level > 0;
    chances[level] = up || down ? 1 - p : 1;
    if (up) chances[level + 1] = down ? p / 2 : p;
    if (down) chances[level - 1] = up ? p / 2 : p;
    return chances;
}

struct SlowChances {
    std::map<int, double> bands;  // -1: none
    double mean = 0;
    double standard_deviation = 0;
    model::Points lowest{};
    model::Points highest{};
};

/// By every combination of levels; nothing when one that can come up is not allowed or not known.
inline std::optional<SlowChances> every_draw(const model::Scheme& scheme, const model::BandTable& table,
                                             const LevelTable& chances, const Facts& facts) {
    SlowChances result;
    bool refused = false;
    std::map<model::Points, double> totals;
    every_levels(scheme, [&](const Levels& stated) {
        double chance = 1;
        for (std::size_t f = 0; f < stated.size(); ++f) chance *= chances[f][stated[f].value()];
        if (chance == 0) return;
        const auto levels = all_after_rules(scheme, stated, facts);
        const auto out = levels ? outcome(scheme, &table, *levels, facts) : Outcome{};
        refused = refused || !levels || !out.allowed || out.broken;
        for (const std::size_t band : out.bands) result.bands[static_cast<int>(band)] += chance;
        if (!table.overlaps()) result.bands[out.band ? static_cast<int>(out.band->value()) : -1] += chance;
        if (table.overlaps() && out.bands.empty()) result.bands[-1] += chance;
        totals[out.total] += chance;
    });
    if (refused) return std::nullopt;
    const auto in_points = [](model::Points total) { return static_cast<double>(total.value().units()) / 10'000; };
    for (const auto& [total, chance] : totals) result.mean += chance * in_points(total);
    double variance = 0;
    for (const auto& [total, chance] : totals) variance += chance * std::pow(in_points(total) - result.mean, 2);
    result.standard_deviation = std::sqrt(variance);
    result.lowest = totals.begin()->first;
    result.highest = totals.rbegin()->first;
    return result;
}

}  // namespace je::slow
