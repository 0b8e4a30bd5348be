// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/score.hpp"

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "je/scoring/trees.hpp"
#include "scoring/job_bands.hpp"
#include "scoring/job_sums.hpp"
#include "scoring/rules.hpp"

namespace je::scoring {

namespace {

using model::FactorIndex;
using model::LevelIndex;
using model::Points;

/// One job being scored under one scheme and table.
class Scoring {
public:
    Scoring(Score& out, const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers)
        : out_{out}, scheme_{scheme}, table_{table}, answers_{answers} {}

    void run() {
        start();
        derive_levels();
        take_answers();
        modify_levels();
        add_up_units();
        const auto sums = add_up_completions();
        find_bands(out_, scheme_, table_, answers_, sums ? &*sums : nullptr);
        check_constraints();
    }

private:
    void start() {
        out_.factors.resize(scheme_.factors().size());
        out_.units.resize(scheme_.units().size());
        out_.problems.clear();
        out_.complete = true;
        auto stated = answers_.levels.begin();
        auto of_scheme = scheme_.factors().begin();
        for (FactorScore& factor : out_.factors) {
            start(factor, *stated++, *of_scheme++);
        }
    }

    static void start(FactorScore& factor, const std::optional<LevelIndex>& stated, const model::Factor& of_scheme) {
        factor.source = LevelSource::stated;
        factor.derivation.reset();
        factor.modifier.reset();
        if (!factor.possible.empty()) factor.possible.clear();
        if (stated) {
            factor.stated = *stated;
            set_level(factor, *stated);
        } else {
            factor.stated.reset();
            factor.level.reset();
            factor.lowest = LevelIndex{0};
            factor.highest = LevelIndex{of_scheme.levels.size() - 1};
        }
    }

    // Optionals on the way of every job are set by their value: copied whole, right after being written in part, they cost
    // more time than all the rest.
    static void set_level(FactorScore& factor, LevelIndex level) {
        factor.level = level;
        factor.lowest = level;
        factor.highest = level;
    }

    void derive_levels() {
        const auto derivations = scheme_.derivations();
        for (std::size_t i = 0; i < derivations.size(); ++i) {
            FactorScore& factor = out_.factors[derivations[i].factor.value()];
            const Derived found = derived(derivations[i], answers_.facts);
            switch (found.is) {
                case Derived::Is::level:
                    derive_level(factor, i, found.level);
                    break;
                case Derived::Is::several:
                    narrow(factor, i);
                    break;
                case Derived::Is::none:
                    out_.problems.push_back({ProblemKind::derived_no_entry, i});
                    break;
                case Derived::Is::any:
                    break;
            }
        }
    }

    void derive_level(FactorScore& factor, std::size_t number, LevelIndex level) {
        if (factor.stated && *factor.stated != level) out_.problems.push_back({ProblemKind::derived_differs, number});
        set_level(factor, level);
        factor.source = LevelSource::derived;
        factor.derivation = number;
    }

    /// Facts not given leave several levels: one of these that is stated counts.
    void narrow(FactorScore& factor, std::size_t number) {
        auto levels = derived_levels(scheme_.derivations()[number], answers_.facts);
        if (factor.stated) {
            if (std::find(levels.begin(), levels.end(), *factor.stated) != levels.end()) return;
            out_.problems.push_back({ProblemKind::derived_differs, number});
        }
        factor.leave(std::move(levels));
    }

    /// Levels by answers to questions.
    void take_answers() {
        for (const FactorIndex index : scheme_.factors_with_trees()) {
            FactorScore& factor = out_.factors[index.value()];
            if (factor.stated && (answers_.levels_stand || !anything_given(scheme_, answers_, index))) continue;
            auto levels = levels_by_answers(scheme_, answers_, index);
            const bool held = !factor.stated || std::binary_search(levels.begin(), levels.end(), *factor.stated);
            if (!held) out_.problems.push_back({ProblemKind::answers_differ, index.value()});
            if (levels.size() == 1 && held) {
                set_level(factor, levels.front());
                factor.source = LevelSource::answers;
            } else if (!factor.stated || !held) {
                factor.leave(std::move(levels));
            }
        }
    }

    void modify_levels() {
        const auto modifiers = scheme_.modifiers();
        std::vector<bool> settled;  // factors that have been through all their modifiers at once
        for (std::size_t i = 0; i < modifiers.size(); ++i) {
            const FactorIndex index = modifiers[i].factor;
            if (!settled.empty() && settled[index.value()]) continue;
            FactorScore& factor = out_.factors[index.value()];
            const Truth reached = is_reached(modifiers[i], answers_);
            if (!factor.level || reached == Truth::unknown) {
                settled.resize(out_.factors.size());
                settled[index.value()] = true;
                set_possible(factor, {scheme_, answers_, index, levels_before(index)});
            } else if (reached == Truth::yes && raised(modifiers[i], *factor.level) != *factor.level) {
                set_level(factor, raised(modifiers[i], *factor.level));
                factor.modifier = i;
            }
        }
    }

    /// The levels that a factor may have before modifiers; none: any. It has been through no modifier that is not decided.
    [[nodiscard]] std::vector<LevelIndex> levels_before(FactorIndex index) const {
        const FactorScore& factor = out_.factors[index.value()];
        if (!factor.level) return factor.possible;
        return {level_before_modifiers(scheme_, answers_, index, factor.stated).value()};
    }

    static void set_possible(FactorScore& factor, const PossibleLevels& levels) {
        const bool known = factor.level && levels.is_one();
        factor.leave(levels.all());
        if (known) factor.level = factor.lowest;
        factor.modifier = known ? levels.modifier() : std::nullopt;
    }

    [[nodiscard]] auto level_lookup() const {
        return [this](FactorIndex factor) -> const std::optional<LevelIndex>& { return out_.factors[factor.value()].level; };
    }

    void add_up_units() {
        out_.total_min = out_.total_max = Points{};
        const bool any_depends = !scheme_.dependent_units().empty();
        std::size_t number = 0;
        for (const model::ScoredUnit& unit : scheme_.units()) {
            if (any_depends && unit.is_grouped()) {
                add_up_group(unit, number);
            } else {
                add_up(unit, number);
            }
            ++number;
        }
    }

    /// All that depends on a unit, after the unit itself.
    void add_up_group(const model::ScoredUnit& unit, std::size_t number) {
        if (unit.is_dependent()) return;
        scheme_.visit_group(model::UnitIndex{number}, [this](model::UnitIndex one) { add_up(scheme_[one], one.value()); });
    }

    void add_up(const model::ScoredUnit& unit, std::size_t number) {
        UnitScore& score = out_.units[number];
        set_points(score, unit, number);
        out_.complete = out_.complete && score.points.has_value();
        out_.total_min += score.lowest;
        out_.total_max += score.highest;
    }

    void set_points(UnitScore& score, const model::ScoredUnit& unit, std::size_t number) {
        const auto known = unit.option_if_known(level_lookup());
        const model::UnitOption* const option = known ? &unit[*known] : nullptr;
        score.unlikely = option != nullptr && option->allowed && option->unlikely;
        if (option != nullptr && option->allowed) {
            if (unit.is_dependent()) {
                depend(score, unit, *known);
            } else {
                score.points = option->points;
                score.lowest = option->points;
                score.highest = option->points;
            }
            if (score.unlikely) out_.problems.push_back({ProblemKind::cell_unlikely, number});
            return;
        }
        score.points.reset();
        if (option == nullptr && set_range(score, unit)) return;
        out_.problems.push_back({ProblemKind::cell_not_allowed, number});
        score.lowest = unit.smallest();
        score.highest = unit.largest();
    }

    /// The points of a known percentage, or their range while the base is not known.
    void depend(UnitScore& score, const model::ScoredUnit& unit, std::size_t option) const {
        const UnitScore& base = base_of(unit);
        score.lowest = unit.points_of(option, base.lowest);
        score.highest = unit.points_of(option, base.highest);
        score.points = base.points ? std::optional{score.lowest} : std::nullopt;
    }

    [[nodiscard]] const UnitScore& base_of(const model::ScoredUnit& unit) const {
        return out_.units[unit.dependence()->base.value()];
    }

    /// Lowest and highest allowed option among the levels that the factors may have; false when none is allowed.
    [[nodiscard]] bool set_range(UnitScore& score, const model::ScoredUnit& unit) const {
        bool any = false;
        const auto possible = [this](FactorIndex factor, const auto& visit) {
            out_.factors[factor.value()].visit_possible(visit);
        };
        const Points lowest_base = unit.is_dependent() ? base_of(unit).lowest : Points{};
        const Points highest_base = unit.is_dependent() ? base_of(unit).highest : Points{};
        unit.visit_options(possible, [&](std::size_t option) {
            if (!unit[option].allowed) return;
            const Points low = unit.points_of(option, lowest_base);
            const Points high = unit.points_of(option, highest_base);
            score.lowest = any ? std::min(score.lowest, low) : low;
            score.highest = any ? std::max(score.highest, high) : high;
            any = true;
        });
        return any;
    }

    /// What is left open by answers is taken together where facts not known are asked in several factors. Gives every total
    /// that is left; nothing of a job without open answers, and where they are too many.
    [[nodiscard]] std::optional<JobSums> add_up_completions() {
        if (out_.exact) out_.exact.reset();
        out_.may_be_in_none = false;
        if (out_.complete || scheme_.factors_with_trees().empty() || out_.has_errors()) return std::nullopt;
        const auto parts = parts_of_job(scheme_, answers_, out_.factors);
        out_.exact = false;
        if (!parts) return std::nullopt;
        out_.total_min = parts->smallest();
        out_.total_max = parts->largest();
        auto sums = sums_of(*parts);
        out_.exact = parts->exact && sums;
        return sums;
    }

    void check_constraints() {
        const auto constraints = scheme_.constraints();
        for (std::size_t i = 0; i < constraints.size(); ++i) {
            if (is_broken(constraints[i], level_lookup(), answers_.facts)) {
                const bool error = constraints[i].is_error;
                out_.problems.push_back({error ? ProblemKind::constraint_error : ProblemKind::constraint_warning, i});
            }
        }
    }

    Score& out_;
    const model::Scheme& scheme_;
    const model::BandTable* table_;
    const model::Answers& answers_;
};

}  // namespace

std::string_view to_text(LevelSource source) {
    switch (source) {
        case LevelSource::stated:
            return "stated";
        case LevelSource::answers:
            return "answers";
        case LevelSource::derived:
            return "derived";
        case LevelSource::matrix:
            return "matrix";
    }
    throw std::logic_error{"a source that is none"};
}

bool is_error(ProblemKind kind) {
    return kind != ProblemKind::constraint_warning && kind != ProblemKind::cell_unlikely && kind != ProblemKind::choice_idle;
}

bool Score::has_errors() const {
    return std::any_of(problems.begin(), problems.end(), [](const Problem& problem) { return is_error(problem.kind); });
}

Score score(const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers) {
    Score result;
    score_into(result, scheme, table, answers);
    return result;
}

void score_into(Score& out, const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers) {
    Scoring{out, scheme, table, answers}.run();
}

}  // namespace je::scoring
