// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// SLOW AND PLAIN, FOR TESTS ONLY. What a scheme says of one complete combination of levels, written out as the documents
// describe it and sharing no code with the library's scoring.

#include <boost/multiprecision/cpp_int.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <stdexcept>
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
    std::set<std::size_t> bands{};  // of a table that overlaps, after rules: all that hold the total
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

/// Whether a value passes the test of a row, as docs/files.md says.
inline bool is_in_row(const model::FactTest& test, const model::FactValue& value) {
    const bool is_choice = std::holds_alternative<std::size_t>(value), is_yes_no = std::holds_alternative<bool>(value);
    if (is_choice || is_yes_no) {
        const std::size_t place = is_choice ? std::get<std::size_t>(value) : std::get<bool>(value) ? 1 : 0;
        for (const std::size_t one : test.is) {
            if (one == place) return true;
        }
        return false;
    }
    base::WideDecimal number;
    if (const auto* set = std::get_if<model::ChoiceSet>(&value)) {
        std::int64_t count = 0;
        for (std::size_t i = 0; i < model::most_of_several; ++i) count += set->contains(i) && test.of.contains(i) ? 1 : 0;
        number = base::Decimal::from_whole(count);
    } else {
        number = std::get<base::WideDecimal>(value);
    }
    return !(test.from && number < *test.from) && !(test.below && !(number < *test.below));
}

/// Values of a fact such that each value that it may have is in the same rows as one of them: of whole numbers up to 40 all,
/// of others those that a row names with the smallest; all choices; all sets of choices.
inline std::vector<model::FactValue> values_in_rows(const model::Scheme& scheme, model::FactIndex index) {
    const model::FactDefinition& fact = scheme[index];
    std::vector<model::FactValue> values;
    const auto add = [&](const base::WideDecimal& number) {
        if (fact.allows(number)) values.emplace_back(number);
    };
    if (fact.kind == model::FactKindOf::yes_no) return {model::FactValue{false}, model::FactValue{true}};
    for (std::size_t i = 0; fact.kind == model::FactKindOf::choice && i < fact.choices.size(); ++i) values.emplace_back(i);
    for (std::uint32_t i = 0; fact.kind == model::FactKindOf::several && i < (1U << fact.choices.size()); ++i)
        values.emplace_back(model::ChoiceSet{i});
    if (fact.kind != model::FactKindOf::number) return values;
    for (std::int64_t i = -40; i <= 40; ++i) add(base::Decimal::from_whole(i));
    if (fact.min) add(*fact.min);
    for (const auto& rule : scheme.derivations()) {
        for (std::size_t place = 0; place < rule.facts.size(); ++place) {
            for (const auto& row : rule.rows) {
                if (rule.facts[place] != index || !row.tests[place]) continue;
                if (row.tests[place]->from) add(*row.tests[place]->from);
                if (row.tests[place]->below) add(*row.tests[place]->below);
            }
        }
    }
    return values;
}

/// The levels of a derivation's factor that some values of the facts not given lead to, each once, lowest first; none for a
/// table whose fact is not given.
inline std::vector<model::LevelIndex> levels_left(const model::Scheme& scheme, const model::Derivation& rule,
                                                  const Facts& facts) {
    std::set<model::LevelIndex> left;
    if (rule.is_table()) {
        const auto& fact = facts.at(rule.facts.at(0).value());
        if (fact && rule.level_of_choice.at(std::get<std::size_t>(*fact)))
            left.insert(*rule.level_of_choice.at(std::get<std::size_t>(*fact)));
        return {left.begin(), left.end()};
    }
    std::vector<std::vector<model::FactValue>> values;
    for (const auto fact : rule.facts) {
        const auto& given = facts.at(fact.value());
        values.push_back(given ? std::vector{*given} : values_in_rows(scheme, fact));
    }
    if (values.size() == 1) values.push_back({model::FactValue{true}});
    for (const auto& one : values[0]) {
        for (const auto& other : values[1]) {
            for (const auto& row : rule.rows) {
                const bool first = !row.tests.at(0) || is_in_row(*row.tests[0], one);
                const bool second = row.tests.size() < 2 || !row.tests[1] || is_in_row(*row.tests[1], other);
                if (first && second) left.insert(row.level);
            }
        }
    }
    return {left.begin(), left.end()};
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

/// The bands of a table that overlaps which hold a total, less those below a band that a rule certainly asks for; where that
/// one begins above the total, it alone.
inline std::set<std::size_t> bands_after_rules(const model::Scheme& scheme, const model::BandTable& table, const Levels& levels,
                                               const Facts& facts, model::Points total) {
    std::set<std::size_t> held;
    for (std::size_t i = 0; i < table.bands().size(); ++i) {
        const auto& band = table.bands()[i];
        if (band.floor <= total && (!band.max || total <= *band.max)) held.insert(i);
    }
    for (const auto& rule : scheme.band_rules()) {
        const auto& fact = facts.at(rule.fact.value());
        if (!fact || all(rule.when, levels, facts) != 2) continue;
        bool excepted = false;
        for (const auto& c : rule.unless) excepted = excepted || truth(c, levels, facts) != 0;
        const auto& asked = rule.band_of_choice.at(std::get<std::size_t>(*fact));
        if (excepted || !asked) continue;
        for (std::size_t i = 0; i < table.bands().size(); ++i) {
            if (table.bands()[i].id != *asked) continue;
            const bool lifted = table.bands()[i].floor > total;
            if (lifted && (held.empty() || *held.rbegin() < i)) held = {i};
            if (!lifted) held.erase(held.begin(), held.lower_bound(i));
        }
    }
    return held;
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

using Rational = boost::multiprecision::cpp_rational;

/// The multiple of a number, or the step of a series, that a product is rounded to: every candidate is looked at, and the best
/// kept.
inline model::Points rounded(const Rational& product, const std::vector<model::Points>& candidates, model::RoundingMode mode,
                             const Rational& step) {
    std::optional<model::Points> best;
    Rational best_distance;
    for (const model::Points candidate : candidates) {
        const Rational value{candidate.value().units(), base::Decimal::units_per_one};
        if (mode == model::RoundingMode::up && value < product) continue;
        if (mode == model::RoundingMode::down && value > product) continue;
        const Rational distance = value < product ? product - value : value - product;
        bool better = !best || distance < best_distance;
        if (best && distance == best_distance) {  // two are equally near: this one is the higher
            better = mode == model::RoundingMode::half_up;
            if (mode == model::RoundingMode::half_even) better = denominator(Rational{value / step / 2}) == 1;
        }
        if (better) best = candidate;
        if (better) best_distance = distance;
    }
    return best.value();
}

inline model::Points dependent_points(const model::Dependence& on, model::Points of_base, base::Decimal percent) {
    constexpr std::int64_t one = base::Decimal::units_per_one;
    const Rational product = Rational{of_base.value().units(), one} * Rational{percent.units(), one} / 100;
    if (const auto* series = std::get_if<model::SeriesRounding>(&on.rounding))
        return rounded(product, series->to->values, series->mode, 1);
    if (const auto* number = std::get_if<model::Rounding>(&on.rounding)) {
        std::vector<model::Points> multiples;
        for (std::int64_t units = 0; Rational{units - number->to.units(), one} <= product; units += number->to.units())
            multiples.emplace_back(base::Decimal::from_units(units));
        return rounded(product, multiples, number->mode, Rational{number->to.units(), one});
    }
    const Rational units = product * one;
    if (denominator(units) != 1) throw std::logic_error{"a product that is not rounded has more than four digits"};
    return model::Points{base::Decimal::from_units(static_cast<std::int64_t>(numerator(units)))};
}

/// The points of one scored unit; nothing where its cell, or one of what it depends on, is not allowed.
inline std::optional<model::Points> points_of_unit(const model::Scheme& scheme, const model::ScoredUnit& unit,
                                                   const Levels& levels) {
    std::size_t option = 0;  // row by row
    for (const auto& side : unit.sides()) {
        option = option * scheme.factors()[side.factor.value()].levels.size() + levels.at(side.factor.value()).value();
    }
    if (!unit[option].allowed) return std::nullopt;
    if (!unit.dependence()) return unit[option].points;
    const auto of_base = points_of_unit(scheme, scheme.units()[unit.dependence()->base.value()], levels);
    if (!of_base) return std::nullopt;
    return dependent_points(*unit.dependence(), *of_base, unit[option].percent);
}

/// The points of each scored unit; nothing where a cell is not allowed.
inline std::vector<std::optional<model::Points>> unit_points(const model::Scheme& scheme, const Levels& levels) {
    std::vector<std::optional<model::Points>> result;
    for (const auto& unit : scheme.units()) result.push_back(points_of_unit(scheme, unit, levels));
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
        if (table->overlaps()) result.bands = bands_after_rules(scheme, *table, levels, facts, result.total);
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
