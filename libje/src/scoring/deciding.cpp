// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/deciding.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <variant>

#include "model/scheme/fact_cells.hpp"
#include "scoring/rule_cells.hpp"
#include "scoring/shared_facts.hpp"

namespace je::scoring {

namespace {

using model::BandIndex;
using model::FactIndex;
using model::FactorIndex;
using model::LevelIndex;

/// The first factor without a level that keeps a constraint of severity error undecided.
template <class LevelOf>
std::optional<FactorIndex> open_of_constraints(const model::Scheme& scheme, const LevelOf& level_of, KnownFacts facts) {
    for (const model::Constraint& constraint : scheme.constraints()) {
        if (!constraint.is_error || all_hold(constraint.when, level_of, facts) == Truth::no ||
            all_hold(constraint.require, level_of, facts) == Truth::yes)
            continue;
        for (const auto* conditions : {&constraint.when, &constraint.require}) {
            for (const model::Condition& condition : *conditions) {
                std::optional<FactorIndex> found;
                model::visit_tests(
                    condition,
                    [&](const model::FactorCondition& on) {
                        const std::optional<LevelIndex> level = level_of(on.factor);
                        if (!level) found = on.factor;
                    },
                    [](const model::FactCondition&) {});
                if (found) return found;
            }
        }
    }
    return std::nullopt;
}

/// What the factors may be when each is stated at some level from that of `answers` to `highest`. Of each factor it is taken
/// apart from the others: no rule that sets a level reads another one.
std::vector<FactorScore> factors_between(const model::Scheme& scheme, model::Answers answers,
                                         const std::vector<std::optional<LevelIndex>>& highest) {
    Score score;
    answers.levels_stand = true;
    score_into(score, scheme, nullptr, answers);
    std::vector<FactorScore> factors = score.factors;
    std::vector<std::set<LevelIndex>> possible(factors.size());
    const auto add = [&](std::size_t factor) {
        score.factors[factor].visit_possible([&](LevelIndex level) { possible[factor].insert(level); });
    };
    for (std::size_t i = 0; i < factors.size(); ++i) add(i);
    for (bool any = true; any;) {
        any = false;
        for (std::size_t i = 0; i < factors.size(); ++i) {
            auto& level = answers.levels[i];
            if (!level || !(*level < highest[i].value())) continue;
            level = LevelIndex{level->value() + 1};
            any = true;
        }
        if (!any) break;
        score_into(score, scheme, nullptr, answers);
        for (std::size_t i = 0; i < factors.size(); ++i) add(i);
    }
    for (std::size_t i = 0; i < factors.size(); ++i) {
        factors[i].leave({possible[i].begin(), possible[i].end()});
        if (possible[i].size() == 1) factors[i].level = factors[i].lowest;
    }
    return factors;
}

/// Tries what is not known: facts first, since levels may follow from them, then levels, each only as long as the rules leave
/// the band open.
class Completions {
public:
    /// With `highest`, levels are those from the ones stated to these.
    Completions(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
                std::vector<FactorScore> factors, const std::vector<std::optional<LevelIndex>>* highest = nullptr)
        : scheme_{scheme},
          table_{table},
          deciding_{*table.deciding()},
          answers_{answers},
          factors_{std::move(factors)},
          highest_{highest} {
        for (const FactIndex fact : deciding_.facts) add_unknown(fact);
        add_shared_facts();
        add_facts_of_constraints();
    }

    [[nodiscard]] std::vector<BandIndex> bands() {
        try_facts(0);
        return {bands_.begin(), bands_.end()};
    }

private:
    void add_unknown(FactIndex fact) {
        const bool is_new = std::find(unknown_.begin(), unknown_.end(), fact) == unknown_.end();
        if (!answers_.facts[fact.value()] && is_new) unknown_.push_back(fact);
    }

    /// Facts that the questions of several factors ask are tried too, for the same reason, as many as can be.
    void add_shared_facts() {
        std::size_t combinations = 1;
        for (const TiedFactors& tie : tied_factors(scheme_, answers_, factors_)) {
            for (const SharedFact& shared : tie.facts) {
                combinations *= values_of(shared.fact).size();
                if (combinations > most_outcome_combinations) return;
                add_unknown(shared.fact);
            }
        }
    }

    /// Facts that constraints read are tried too, so that none is taken for two values at once. Too many of them are left free:
    /// the bands may then be more than there are.
    void add_facts_of_constraints() {
        constexpr std::size_t most_combinations = 10'000;
        const auto of_rules = unknown_;
        for (const model::Constraint& constraint : scheme_.constraints()) {
            if (!constraint.is_error) continue;
            for (const auto* conditions : {&constraint.when, &constraint.require}) {
                for (const model::Condition& condition : *conditions)
                    model::visit_tests(
                        condition, [](const model::FactorCondition&) {},
                        [this](const model::FactCondition& on) { add_unknown(on.fact); });
            }
        }
        std::size_t combinations = 1;
        for (const FactIndex fact : unknown_)
            combinations = std::min(most_combinations + 1, combinations * values_of(fact).size());
        if (combinations > most_combinations) unknown_ = of_rules;
    }

    [[nodiscard]] bool done() const { return bands_.size() == table_.bands().size(); }

    void try_facts(std::size_t number) {
        if (number == unknown_.size()) return try_levels();
        auto& value = answers_.facts[unknown_[number].value()];
        for (const auto& one : values_of(unknown_[number])) {
            if (done()) break;
            value = one;
            try_facts(number + 1);
        }
        value.reset();
    }

    /// One value of each part that the rules of the scheme can tell apart.
    [[nodiscard]] std::vector<model::FactValue> values_of(FactIndex fact) const {
        model::FactCells cells{scheme_[fact]};
        const auto place =
            static_cast<std::size_t>(std::find(deciding_.facts.begin(), deciding_.facts.end(), fact) - deciding_.facts.begin());
        if (place < deciding_.facts.size()) {
            for (const auto& value : deciding_.values[place]) {
                if (const auto* number = std::get_if<base::WideDecimal>(&value)) cells.cut_before(*number);
            }
        }
        cut_by_rules(cells, scheme_, fact);
        return cells.values();
    }

    /// Whether a question of a factor asks the fact.
    [[nodiscard]] bool is_asked(FactIndex fact) const {
        const auto factors = scheme_.factors_with_trees();
        return std::any_of(factors.begin(), factors.end(),
                           [&](FactorIndex factor) { return scheme_[factor].tree->asks(fact); });
    }

    /// Whether one of the facts tried gives or raises a level.
    [[nodiscard]] bool facts_move_levels() const {
        const auto is_tried = [this](FactIndex fact) {
            return std::find(unknown_.begin(), unknown_.end(), fact) != unknown_.end();
        };
        const auto rules = scheme_.rules();
        return std::any_of(rules.begin(), rules.end(),
                           [&](const model::RuleReach& rule) {
                               return rule.sets_level_of && std::any_of(rule.facts.begin(), rule.facts.end(), is_tried);
                           }) ||
               std::any_of(unknown_.begin(), unknown_.end(), [this](FactIndex fact) { return is_asked(fact); });
    }

    [[nodiscard]] std::vector<FactorScore> factors_with_facts() const {
        if (highest_ != nullptr) return factors_between(scheme_, answers_, *highest_);
        return score(scheme_, nullptr, answers_).factors;
    }

    void try_levels() {
        std::vector<FactorScore> with_facts;
        const bool anew = facts_move_levels();
        if (anew) with_facts = factors_with_facts();
        const auto& factors = anew ? with_facts : factors_;
        levels_.clear();
        for (const FactorScore& factor : factors) levels_.push_back(factor.level);
        try_open(factors);
    }

    [[nodiscard]] auto level_lookup() const {
        return [this](FactorIndex factor) -> const std::optional<LevelIndex>& { return levels_[factor.value()]; };
    }

    void try_open(const std::vector<FactorScore>& factors) {
        if (done() || breaks_a_rule(scheme_, level_lookup(), answers_.facts)) return;
        const Decision decision = decide(deciding_, level_lookup(), answers_.facts);
        if (decision.is == Decision::Is::open) {
            // The facts that rules read have been given.
            const auto open = first_open_factor(deciding_.rules[decision.rule], level_lookup());
            each_level(factors, open.value(), [&] {
                try_open(factors);
                return false;
            });
        } else if (decision.is == Decision::Is::band && !bands_.contains(decision.band)) {
            tries_ = 0;
            if (can_stand(factors)) bands_.insert(decision.band);
        }
    }

    /// The levels that a factor may have, one after the other, until `visit` says that it is enough.
    template <class Visit>
    bool each_level(const std::vector<FactorScore>& factors, FactorIndex factor, const Visit& visit) {
        bool enough = false;
        factors[factor.value()].visit_possible([&](LevelIndex level) {
            if (enough) return;
            levels_[factor.value()] = level;
            enough = visit();
        });
        levels_[factor.value()].reset();
        return enough;
    }

    /// Whether what is still open can be such that no constraint of severity error is broken. Where constraints tie too many
    /// levels together to try them, it is taken that it can: the bands may then be more than there are.
    [[nodiscard]] bool can_stand(const std::vector<FactorScore>& factors) {
        if (++tries_ > most_draws) return true;
        if (breaks_a_rule(scheme_, level_lookup(), answers_.facts)) return false;
        const auto open = open_of_constraints(scheme_, level_lookup(), answers_.facts);
        if (open) return each_level(factors, *open, [&] { return can_stand(factors); });
        return true;
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const model::Deciding& deciding_;
    model::Answers answers_;
    std::vector<FactorScore> factors_;
    const std::vector<std::optional<LevelIndex>>* highest_;
    std::vector<FactIndex> unknown_;
    std::vector<std::optional<LevelIndex>> levels_;
    std::size_t tries_ = 0;
    std::set<BandIndex> bands_;
};

/// Draws levels factor by factor, as long as the rules leave the band open.
class Draws {
public:
    Draws(const model::Scheme& scheme, const model::Deciding& deciding, const LevelsOf& levels, KnownFacts facts)
        : scheme_{scheme}, deciding_{deciding}, drawn_{levels}, facts_{facts}, levels_(scheme.factors().size()) {}

    [[nodiscard]] DecidedChances run() {
        if (!draw(1)) return {stopped_, {}};
        DecidedChances chances{DecidedChances::Is::chances, {by_band_.begin(), by_band_.end()}};
        if (chances.bands.size() == 1) chances.bands.front().second = 1;
        return chances;
    }

private:
    bool stop(DecidedChances::Is why) {
        stopped_ = why;
        return false;
    }

    /// False when it was stopped.
    [[nodiscard]] bool draw(double chance) {
        const auto level_of = [this](FactorIndex factor) { return levels_[factor.value()]; };
        if (breaks_a_rule(scheme_, level_of, facts_)) return stop(DecidedChances::Is::broken);
        const Decision decision = decide(deciding_, level_of, facts_);
        auto open =
            decision.is == Decision::Is::open ? first_open_factor(deciding_.rules[decision.rule], level_of) : std::nullopt;
        if (!open) open = open_of_constraints(scheme_, level_of, facts_);
        if (!open) {
            if (++drawn_sets_ > most_draws) return stop(DecidedChances::Is::too_many);
            by_band_[decision.is == Decision::Is::band ? model::BandOrNone{decision.band} : model::BandOrNone{}] += chance;
            return true;
        }
        for (const LevelChance& one : drawn_(*open)) {
            levels_[open->value()] = one.level;
            if (!draw(chance * one.chance)) return false;
        }
        levels_[open->value()].reset();
        return true;
    }

    const model::Scheme& scheme_;
    const model::Deciding& deciding_;
    const LevelsOf& drawn_;
    KnownFacts facts_;
    std::vector<std::optional<LevelIndex>> levels_;
    std::map<model::BandOrNone, double, model::NoneFirst> by_band_;
    std::size_t drawn_sets_ = 0;
    DecidedChances::Is stopped_ = DecidedChances::Is::chances;
};

}  // namespace

DecidedChances decided_chances(const model::Scheme& scheme, const model::Deciding& deciding, const LevelsOf& levels,
                               KnownFacts facts) {
    return Draws{scheme, deciding, levels, facts}.run();
}

std::vector<BandIndex> possible_bands(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
                                      const std::vector<FactorScore>& factors) {
    return Completions{scheme, table, answers, factors}.bands();
}

std::vector<BandIndex> possible_bands_between(const model::Scheme& scheme, const model::BandTable& table,
                                              const model::Answers& lowest, const model::Answers& highest) {
    return Completions{scheme, table, lowest, factors_between(scheme, lowest, highest.levels), &highest.levels}.bands();
}

}  // namespace je::scoring
