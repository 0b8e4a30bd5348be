// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "scoring/derived.hpp"

namespace je::scoring {

/// Whether a condition holds, as far as what is known decides it. Ordered, so that "all hold" is the smallest and "one
/// holds" the largest.
enum class Truth { no, unknown, yes };

template <class Value>
[[nodiscard]] bool passes(const Value& value, model::Test test, const std::vector<Value>& against) {
    const auto found = [&] { return std::find(against.begin(), against.end(), value) != against.end(); };
    switch (test) {
        case model::Test::is:
        case model::Test::one_of:
            return found();
        case model::Test::is_not:
            return !found();
        case model::Test::at_least:
            return value >= against.front();
        case model::Test::at_most:
            return value <= against.front();
    }
    return false;
}

template <class LevelOf>
[[nodiscard]] Truth truth_of(const model::Condition& condition, const LevelOf& level_of, KnownFacts facts);

/// Whether as many hold as a count asks for, once all that is not known is.
template <class LevelOf>
[[nodiscard]] Truth truth_of_count(const model::CountCondition& count, const LevelOf& level_of, KnownFacts facts) {
    std::size_t hold = 0, open = 0;
    for (const model::Condition& one : count.of) {
        const Truth truth = truth_of(one, level_of, facts);
        hold += truth == Truth::yes ? 1 : 0;
        open += truth == Truth::unknown ? 1 : 0;
    }
    const bool least = count.test == model::Test::at_least;
    const auto passes = [&](std::size_t n) { return least ? n >= count.count : n <= count.count; };
    if (passes(hold) == passes(hold + open)) return passes(hold) ? Truth::yes : Truth::no;
    return Truth::unknown;
}

/// `level_of(FactorIndex)` gives the factor's level after all rules, or nothing when it is not known.
template <class LevelOf>
[[nodiscard]] Truth truth_of(const model::Condition& condition, const LevelOf& level_of, KnownFacts facts) {
    const auto decided = [](bool holds) { return holds ? Truth::yes : Truth::no; };
    if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what)) {
        const std::optional<model::LevelIndex> level = level_of(on_factor->factor);
        return level ? decided(passes(*level, on_factor->test, on_factor->levels)) : Truth::unknown;
    }
    if (const auto* count = std::get_if<model::CountCondition>(&condition.what)) return truth_of_count(*count, level_of, facts);
    const auto& on_fact = std::get<model::FactCondition>(condition.what);
    if (on_fact.fact.value() >= facts.size() || !facts[on_fact.fact.value()]) {
        return Truth::unknown;
    }
    return decided(passes(*facts[on_fact.fact.value()], on_fact.test, on_fact.values));
}

/// Whether all conditions hold; yes for none.
template <class LevelOf>
[[nodiscard]] Truth all_hold(std::span<const model::Condition> conditions, const LevelOf& level_of, KnownFacts facts) {
    Truth truth = Truth::yes;
    for (const model::Condition& condition : conditions) {
        truth = std::min(truth, truth_of(condition, level_of, facts));
    }
    return truth;
}

/// Whether at least one condition holds; no for none.
template <class LevelOf>
[[nodiscard]] Truth one_holds(std::span<const model::Condition> conditions, const LevelOf& level_of, KnownFacts facts) {
    Truth truth = Truth::no;
    for (const model::Condition& condition : conditions) {
        truth = std::max(truth, truth_of(condition, level_of, facts));
    }
    return truth;
}

/// Whether the constraint is broken whatever the levels and facts that are not known turn out to be.
template <class LevelOf>
[[nodiscard]] bool is_broken(const model::Constraint& constraint, const LevelOf& level_of, KnownFacts facts) {
    return all_hold(constraint.when, level_of, facts) == Truth::yes &&
           all_hold(constraint.require, level_of, facts) == Truth::no;
}

/// Whether one of the scheme's constraints of severity error is broken.
template <class LevelOf>
[[nodiscard]] bool breaks_a_rule(const model::Scheme& scheme, const LevelOf& level_of, KnownFacts facts) {
    const auto constraints = scheme.constraints();
    return std::any_of(constraints.begin(), constraints.end(), [&](const model::Constraint& constraint) {
        return constraint.is_error && is_broken(constraint, level_of, facts);
    });
}

/// Whether the count that a modifier asks for is reached.
[[nodiscard]] inline Truth is_reached(const model::Modifier& modifier, const model::Answers& answers) {
    const auto& fact = answers.facts[modifier.fact.value()];
    const auto* count = fact ? std::get_if<base::WideDecimal>(&*fact) : nullptr;
    if (count == nullptr) {
        return Truth::unknown;
    }
    return *count >= modifier.at_least ? Truth::yes : Truth::no;
}

/// One of a modifier's `from_levels` after it. Never below `level`, even when that lies above the ceiling.
[[nodiscard]] inline model::LevelIndex raised_from(const model::Modifier& modifier, model::LevelIndex level) {
    const std::size_t target = std::min(level.value() + modifier.raise, modifier.ceiling.value());
    return model::LevelIndex{std::max(level.value(), target)};
}

/// Any level after a modifier whose count is reached.
[[nodiscard]] inline model::LevelIndex raised(const model::Modifier& modifier, model::LevelIndex level) {
    const auto& from = modifier.from_levels;
    return std::find(from.begin(), from.end(), level) == from.end() ? level : raised_from(modifier, level);
}

/// The levels that one factor may have, kept as a set: however many rules are not decided, a level is in it or it is not.
class PossibleLevels {
public:
    /// Of a factor that has one of `before` without modifiers (none: any level). More than one level only where a modifier's
    /// fact is not known, or the level before is not.
    PossibleLevels(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor,
                   std::span<const model::LevelIndex> before)
        : has_(scheme[factor].levels.size(), before.empty()) {
        for (const model::LevelIndex level : before) has_[level.value()] = true;
        const auto modifiers = scheme.modifiers();
        for (std::size_t i = 0; i < modifiers.size(); ++i) {
            if (modifiers[i].factor == factor) apply(modifiers[i], i, is_reached(modifiers[i], answers));
        }
    }

    [[nodiscard]] model::LevelIndex lowest() const { return model::LevelIndex{first_from(0)}; }
    [[nodiscard]] model::LevelIndex highest() const {
        std::size_t level = has_.size();
        while (!has_[--level]) {
        }
        return model::LevelIndex{level};
    }
    [[nodiscard]] bool contains(std::size_t level) const { return has_[level]; }
    [[nodiscard]] bool is_one() const { return lowest() == highest(); }
    /// The last modifier that certainly raised every level left; nothing when none did.
    [[nodiscard]] const std::optional<std::size_t>& modifier() const { return modifier_; }

    /// Each, lowest first.
    [[nodiscard]] std::vector<model::LevelIndex> all() const {
        std::vector<model::LevelIndex> levels;
        for (std::size_t level = first_from(0); level < has_.size(); level = first_from(level + 1)) levels.emplace_back(level);
        return levels;
    }

private:
    [[nodiscard]] std::size_t first_from(std::size_t level) const {
        while (level < has_.size() && !has_[level]) ++level;
        return level;
    }

    void apply(const model::Modifier& modifier, std::size_t number, Truth reached) {
        if (reached == Truth::no) return;
        std::vector<std::size_t> to;
        for (const model::LevelIndex from : modifier.from_levels) {
            const auto higher = has_[from.value()] ? raised_from(modifier, from) : from;
            if (higher != from) to.push_back(higher.value());
        }
        if (to.empty()) return;
        if (reached == Truth::yes) {
            for (const model::LevelIndex from : modifier.from_levels) {
                if (raised_from(modifier, from) != from) has_[from.value()] = false;
            }
        }
        for (const std::size_t level : to) has_[level] = true;
        modifier_ = reached == Truth::yes ? std::optional{number} : std::nullopt;
    }

    std::vector<bool> has_;
    std::optional<std::size_t> modifier_;
};

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

/// The bands of `total` after the rules: of several that hold it, those that are no lower than the rules ask for.
[[nodiscard]] inline model::BandRange bands_after(const LowestBand& lowest, const model::BandTable& table,
                                                  model::Points total) {
    model::BandRange bands = table.bands_of(total);
    if (!lowest.band) return bands;
    const std::size_t asked = lowest.band->value();
    if (table[*lowest.band].floor > total) return {asked, asked + 1};
    bands.first = std::max(bands.first, asked);
    return bands;
}

/// The same of all totals from `low` to `high`.
[[nodiscard]] inline model::BandRange bands_between(const LowestBand& lowest, const model::BandTable& table, model::Points low,
                                                    model::Points high) {
    model::BandRange bands = table.bands_of(low, high);
    if (lowest.band) bands.first = std::max(bands.first, lowest.band->value());
    return bands;
}

/// All from the first of either to the last.
[[nodiscard]] inline model::BandRange hull(const model::BandRange& a, const model::BandRange& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.first, b.first), std::max(a.end, b.end)};
}

/// The band of `total` after the rules; the highest where several hold it.
[[nodiscard]] inline model::BandOrNone band_after(const LowestBand& lowest, const model::BandTable& table,
                                                  model::Points total) {
    return raises(lowest, table, total) ? model::BandOrNone{*lowest.band} : table.band_of(total);
}

}  // namespace je::scoring
