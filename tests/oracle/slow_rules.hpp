// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// SLOW AND PLAIN, FOR TESTS ONLY. What a scheme says of one complete combination of levels, written out as the documents
// describe it and sharing no code with the library's scoring.

#include <cstddef>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::slow {

using Levels = std::vector<model::LevelIndex>;
using Facts = std::vector<std::optional<model::FactValue>>;

/// What a combination of levels (after derived and modifiers) comes to.
struct Outcome {
    bool allowed = true;  // every matrix cell is allowed
    bool broken = false;  // a constraint of severity error is broken
    model::Points total{};
    std::optional<model::BandIndex> points_band;
    std::optional<model::BandIndex> band;
};

template <class Value>
bool holds(const Value& value, model::Test test, const std::vector<Value>& values) {
    bool equals_one = false;
    for (const Value& v : values) equals_one = equals_one || v == value;
    if (test == model::Test::is_not) return !equals_one;
    if (test == model::Test::at_least) return !(value < values.at(0));
    if (test == model::Test::at_most) return !(values.at(0) < value);
    return equals_one;
}

/// 0 no, 1 not known, 2 yes.
inline int truth(const model::Condition& condition, const Levels& levels, const Facts& facts) {
    if (std::holds_alternative<model::FactorCondition>(condition.what)) {
        const auto& c = std::get<model::FactorCondition>(condition.what);
        return holds(levels.at(c.factor.value()), c.test, c.levels) ? 2 : 0;
    }
    const auto& c = std::get<model::FactCondition>(condition.what);
    const auto& value = facts.at(c.fact.value());
    if (!value) return 1;
    return holds(*value, c.test, c.values) ? 2 : 0;
}

inline int all(const std::vector<model::Condition>& conditions, const Levels& levels, const Facts& facts) {
    int least = 2;
    for (const auto& c : conditions) least = truth(c, levels, facts) < least ? truth(c, levels, facts) : least;
    return least;
}

inline bool is_broken(const model::Constraint& constraint, const Levels& levels, const Facts& facts) {
    return all(constraint.when, levels, facts) == 2 && all(constraint.require, levels, facts) == 0;
}

/// The band that a table's words give a total.
inline std::optional<model::BandIndex> band_of(const model::BandTable& table, model::Points total) {
    for (std::size_t i = 0; i < table.bands().size(); ++i) {
        const auto& band = table.bands()[i];
        const bool below_next = i + 1 == table.bands().size() || total < table.bands()[i + 1].floor;
        if (total >= band.floor && below_next && (!band.max || total <= *band.max)) return model::BandIndex{i};
    }
    return std::nullopt;
}

/// The band after rules that are certain to apply.
inline std::optional<model::BandIndex> band_after_rules(const model::Scheme& scheme, const model::BandTable& table,
                                                        const Levels& levels, const Facts& facts, model::Points total) {
    std::optional<model::BandIndex> result = band_of(table, total);
    model::Points begins = total;
    for (const auto& rule : scheme.band_rules()) {
        const auto& fact = facts.at(rule.fact.value());
        if (!fact || all(rule.when, levels, facts) != 2) continue;
        bool excepted = false;
        for (const auto& c : rule.unless) excepted = excepted || truth(c, levels, facts) != 0;
        const auto& asked = rule.band_of_choice.at(std::get<std::size_t>(*fact));
        if (excepted || !asked) continue;
        for (std::size_t i = 0; i < table.bands().size(); ++i) {
            if (table.bands()[i].id == *asked && table.bands()[i].floor > begins) {
                begins = table.bands()[i].floor;
                result = model::BandIndex{i};
            }
        }
    }
    return result;
}

/// The points of each scored unit; nothing where a cell is not allowed.
inline std::vector<std::optional<model::Points>> unit_points(const model::Scheme& scheme, const Levels& levels) {
    std::vector<std::optional<model::Points>> result;
    for (const auto& unit : scheme.units()) {
        std::size_t option = 0;  // row by row
        for (const auto& side : unit.sides()) {
            option = option * scheme.factors()[side.factor.value()].levels.size() + levels.at(side.factor.value()).value();
        }
        result.push_back(unit[option].allowed ? std::optional{unit[option].points} : std::nullopt);
    }
    return result;
}

inline Outcome outcome(const model::Scheme& scheme, const model::BandTable* table, const Levels& levels, const Facts& facts) {
    Outcome result;
    for (const auto& points : unit_points(scheme, levels)) {
        result.allowed = result.allowed && points.has_value();
        result.total += points.value_or(model::Points{});
    }
    for (const auto& c : scheme.constraints()) result.broken = result.broken || (c.is_error && is_broken(c, levels, facts));
    if (table != nullptr) {
        result.points_band = band_of(*table, result.total);
        result.band = band_after_rules(scheme, *table, levels, facts, result.total);
    }
    return result;
}

/// Calls `visit` with every combination of one number below each of `limits`.
inline void every_combination(const std::vector<std::size_t>& limits,
                              const std::function<void(const std::vector<std::size_t>&)>& visit) {
    std::vector<std::size_t> now(limits.size(), 0);
    for (const auto limit : limits) {
        if (limit == 0) return;
    }
    while (true) {
        visit(now);
        std::size_t place = 0;
        while (place < now.size() && ++now[place] == limits[place]) now[place++] = 0;
        if (place == now.size()) return;
    }
}

/// Every combination of levels.
inline void every_levels(const model::Scheme& scheme, const std::function<void(const Levels&)>& visit) {
    std::vector<std::size_t> counts;
    for (const auto& factor : scheme.factors()) counts.push_back(factor.levels.size());
    every_combination(counts, [&](const std::vector<std::size_t>& chosen) {
        Levels levels;
        for (const auto l : chosen) levels.emplace_back(l);
        visit(levels);
    });
}

}  // namespace je::slow
