// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/score.hpp"

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "je/scoring/trees.hpp"
#include "scoring/deciding.hpp"
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
        add_up_completions();
        find_bands();
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
        set_several(factor, std::move(levels));
    }

    static void set_several(FactorScore& factor, std::vector<LevelIndex> levels) {
        factor.level.reset();
        factor.lowest = levels.front();
        factor.highest = levels.back();
        factor.possible = std::move(levels);
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
                set_several(factor, std::move(levels));
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
                set_possible(factor, {scheme_, answers_, index, levels_before(factor)});
            } else if (reached == Truth::yes && raised(modifiers[i], *factor.level) != *factor.level) {
                set_level(factor, raised(modifiers[i], *factor.level));
                factor.modifier = i;
            }
        }
    }

    /// The levels that a factor may have before modifiers; none: any. It has been through no modifier that is not decided.
    [[nodiscard]] std::vector<LevelIndex> levels_before(const FactorScore& factor) const {
        if (!factor.level) return factor.possible;
        if (factor.source == LevelSource::answers)
            return levels_by_answers(scheme_, answers_, FactorIndex{static_cast<std::size_t>(&factor - out_.factors.data())});
        const auto level = factor.derivation ? derived(scheme_.derivations()[*factor.derivation], answers_.facts).level
                                             : factor.stated.value();
        return {level};
    }

    static void set_possible(FactorScore& factor, const PossibleLevels& levels) {
        const bool known = factor.level.has_value();
        factor.possible.clear();
        levels.visit([&](LevelIndex level) { factor.possible.push_back(level); });
        factor.modifier = levels.modifier();
        factor.lowest = levels.lowest();
        factor.highest = levels.highest();
        factor.level = known && levels.is_one() ? std::optional{factor.lowest} : std::nullopt;
        if (!factor.level) factor.modifier.reset();
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

    /// What is left open by answers is taken together where facts not known are asked in several factors.
    void add_up_completions() {
        sums_.reset();
        if (out_.exact) out_.exact.reset();
        out_.may_be_in_none = false;
        if (out_.complete || scheme_.factors_with_trees().empty() || out_.has_errors()) return;
        const auto parts = parts_of_job(scheme_, answers_, out_.factors);
        out_.exact = parts && parts->exact;
        if (!parts) return;
        out_.total_min = parts->smallest();
        out_.total_max = parts->largest();
        sums_ = sums_of(*parts);
        out_.exact = *out_.exact && sums_;
    }

    void find_bands() {
        out_.points_band_min = out_.points_band_max = out_.band_min = out_.band_max = std::nullopt;
        out_.band_rule.reset();
        if (!out_.bands.empty()) out_.bands.clear();
        out_.deciding_rule.reset();
        if (table_ == nullptr) {
            return;
        }
        if (table_->deciding() != nullptr) return decide_band(*table_->deciding());
        if (table_->overlaps()) return find_several();
        out_.points_band_min = out_.band_min = table_->band_of(out_.total_min);
        out_.points_band_max = out_.band_max =
            out_.total_max == out_.total_min ? out_.points_band_min : table_->band_of(out_.total_max);
        if (!scheme_.band_rules().empty()) {
            apply_band_rules();
        }
        if (sums_) out_.bands = bands_of_sums();
        if (answers_.choice) choose();
    }

    void decide_band(const model::Deciding& deciding) {
        for (const model::FactIndex fact : deciding.facts)
            out_.complete = out_.complete && answers_.facts[fact.value()].has_value();
        if (out_.complete) {
            const Decision decision = decide(deciding, level_lookup(), answers_.facts);
            if (decision.is == Decision::Is::band) {
                out_.bands.push_back(decision.band);
                out_.deciding_rule = decision.rule;
            }
        } else {
            out_.bands = possible_bands(scheme_, *table_, answers_, out_.factors);
        }
        if (!out_.bands.empty()) {
            out_.points_band_min = out_.band_min = out_.bands.front();
            out_.points_band_max = out_.band_max = out_.bands.back();
        }
        if (answers_.choice) look_at_idle_choice();
    }

    /// Rules leave nothing to choose, also while they are open.
    void look_at_idle_choice() {
        const auto chosen = table_->find(answers_.choice->band.value);
        const bool may_be = chosen && std::find(out_.bands.begin(), out_.bands.end(), *chosen) != out_.bands.end();
        out_.problems.push_back({may_be ? ProblemKind::choice_idle : ProblemKind::choice_not_held});
    }

    void apply_band_rules() {
        const LowestBands asked = ask_band_rules(scheme_, *table_, level_lookup(), answers_.facts);
        out_.band_min = band_after(asked.certain, *table_, out_.total_min);
        out_.band_max = band_after(asked.possible, *table_, out_.total_max);
        if (raises(asked.possible, *table_, out_.total_max)) {
            out_.band_rule = asked.possible.rule;
        }
        out_.complete = out_.complete && out_.band_min == out_.band_max;
    }

    /// Bands of a table that overlaps: those of each end, and all that hold some total between.
    void find_several() {
        LowestBands asked;
        if (!scheme_.band_rules().empty()) asked = ask_band_rules(scheme_, *table_, level_lookup(), answers_.facts);
        const model::BandRange low = bands_after(asked.certain, *table_, out_.total_min);
        const model::BandRange high = bands_after(asked.possible, *table_, out_.total_max);
        set_ends(out_.points_band_min, out_.points_band_max, table_->bands_of(out_.total_min),
                 table_->bands_of(out_.total_max));
        set_ends(out_.band_min, out_.band_max, low, high);
        if (raises(asked.possible, *table_, out_.total_max)) out_.band_rule = asked.possible.rule;
        model::BandRange all = hull(bands_between(asked.certain, *table_, out_.total_min, out_.total_max), hull(low, high));
        if (raises(asked.possible, *table_, out_.total_min)) all = hull(all, between_rules(asked, out_.total_min));
        if (sums_) {
            out_.bands = bands_of_sums();
        } else {
            for (std::size_t i = all.first; i < all.end; ++i) out_.bands.emplace_back(i);
        }
        out_.complete = out_.complete && low == high;
        if (answers_.choice) choose();
    }

    /// The bands of every total that answers leave, lowest first. From one bound of a band to the next all totals are alike.
    [[nodiscard]] std::vector<model::BandIndex> bands_of_sums() {
        LowestBands asked;
        if (!scheme_.band_rules().empty()) asked = ask_band_rules(scheme_, *table_, level_lookup(), answers_.facts);
        std::vector<bool> found(table_->bands().size(), false);
        for (auto total = sums_->first_from(out_.total_min); total;) {
            const model::BandRange low = bands_after(asked.certain, *table_, *total);
            const model::BandRange high = bands_after(asked.possible, *table_, *total);
            out_.may_be_in_none = out_.may_be_in_none || low.empty() || high.empty();
            model::BandRange all = hull(low, high);
            if (raises(asked.possible, *table_, *total)) all = hull(all, between_rules(asked, *total));
            for (std::size_t i = all.first; i < all.end; ++i) found[i] = true;
            const auto next = next_bound(*total);
            total = next ? sums_->first_from(*next) : std::nullopt;
        }
        std::vector<model::BandIndex> bands;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i]) bands.emplace_back(i);
        }
        return bands;
    }

    /// The first total above this one where a band begins, or has ended.
    [[nodiscard]] std::optional<Points> next_bound(Points total) const {
        std::optional<Points> next;
        const auto look = [&](Points bound) {
            if (bound > total && (!next || bound < *next)) next = bound;
        };
        for (const model::Band& band : table_->bands()) {
            look(band.floor);
            if (band.max) look(*band.max + Points{base::Decimal::from_units(1)});
        }
        return next;
    }

    /// Bands that a rule may raise a total to: of several rules, and values of facts, only the highest is known.
    [[nodiscard]] model::BandRange between_rules(const LowestBands& asked, Points total) const {
        const std::size_t last = asked.possible.band->value();
        const std::size_t next = table_->next_above(total).value_or(*asked.possible.band).value();
        return {std::max(next, asked.certain.band ? asked.certain.band->value() : 0), last + 1};
    }

    static void set_ends(model::BandOrNone& min, model::BandOrNone& max, const model::BandRange& low,
                         const model::BandRange& high) {
        if (!low.empty()) min = low.lowest();
        if (!high.empty()) max = high.highest();
    }

    /// Takes the recorded choice, where it is one of several bands that hold the total.
    void choose() {
        const auto chosen = table_->find(answers_.choice->band.value);
        if (!chosen || !may_be_in(*chosen)) {
            out_.problems.push_back({ProblemKind::choice_not_held});
        } else if (out_.band_is_open()) {
            out_.band_min = out_.band_max = *chosen;
        } else if (out_.complete) {
            out_.problems.push_back({ProblemKind::choice_idle});
        }
    }

    [[nodiscard]] bool may_be_in(model::BandIndex band) const {
        if (!out_.bands.empty()) return std::find(out_.bands.begin(), out_.bands.end(), band) != out_.bands.end();
        if (out_.complete) return out_.band_min == band;
        const auto is_past = [](const model::BandOrNone& end, auto compare) {
            return end.visit(compare, [] { return false; });
        };
        return !is_past(out_.band_min, [&](model::BandIndex lowest) { return band < lowest; }) &&
               !is_past(out_.band_max, [&](model::BandIndex highest) { return highest < band; });
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
    std::optional<JobSums> sums_;  // every total that answers leave, of a job that is not complete
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

std::vector<Held> holding_bands(const model::BandTable& table, model::Points total) {
    std::vector<Held> held;
    const model::BandRange bands = table.overlaps() ? table.bands_of(total) : model::BandRange{};
    for (std::size_t i = bands.first; i < bands.end; ++i) {
        const model::Band& band = table.bands()[i];
        held.push_back({model::BandIndex{i}, total - band.floor, {}});
        if (band.max) held.back().below_top = *band.max - total;
    }
    return held;
}

Margins margins(const model::BandTable& table, model::Points total) {
    Margins result;
    table.band_of(total).visit([&](model::BandIndex band) { result.above_floor = total - table[band].floor; });
    result.next_band = table.next_above(total);
    result.next_band.visit([&](model::BandIndex next) { result.to_next = table[next].floor - total; });
    return result;
}

model::BandOrNone band_by_points(const model::BandTable& table, const Score& score) {
    const model::BandRange held = table.bands_of(score.total_max);
    const auto chosen = [&](model::BandIndex band) { return !score.band_is_open() && held.contains(band); };
    if (score.band_max.visit(chosen, [] { return false; })) return score.band_max;
    return held.size() == 1 ? model::BandOrNone{held.lowest()} : model::BandOrNone{};
}

Margins margins(const model::BandTable& table, const Score& score) {
    if (!table.overlaps()) return margins(table, score.total_max);
    Margins result = margins(table, score.total_max);
    result.above_floor.reset();
    band_by_points(table, score).visit([&](model::BandIndex band) {
        result.above_floor = score.total_max - table[band].floor;
    });
    return result;
}

}  // namespace je::scoring
