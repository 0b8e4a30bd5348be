// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/score.hpp"

#include <algorithm>
#include <variant>

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
        modify_levels();
        add_up_units();
        find_bands();
        check_constraints();
    }

private:
    void start() {
        out_.factors.resize(scheme_.factors().size());
        out_.units.resize(scheme_.units().size());
        out_.problems.clear();
        out_.complete = true;
        for (std::size_t i = 0; i < out_.factors.size(); ++i) {
            FactorScore& factor = out_.factors[i];
            factor.source = LevelSource::stated;
            factor.derivation.reset();
            factor.modifier.reset();
            if (const auto& stated = answers_.levels[i]) {
                factor.stated = *stated;
                set_level(factor, *stated);
            } else {
                factor.stated.reset();
                factor.level.reset();
                factor.lowest = LevelIndex{0};
                factor.highest = LevelIndex{scheme_.factors()[i].levels.size() - 1};
            }
        }
    }

    // Optionals on the way of every job are set by their value: copied whole, right after being written in part, they cost
    // more time than all the rest.
    static void set_level(FactorScore& factor, LevelIndex level) {
        factor.level = level;
        factor.lowest = level;
        factor.highest = level;
    }

    /// The choice that the job states for a fact; nothing when it states none.
    [[nodiscard]] std::optional<std::size_t> choice_of(model::FactIndex fact) const {
        const auto& value = answers_.facts[fact.value()];
        const auto* choice = value ? std::get_if<std::size_t>(&*value) : nullptr;
        return choice ? std::optional{*choice} : std::nullopt;
    }

    void derive_levels() {
        const auto derivations = scheme_.derivations();
        for (std::size_t i = 0; i < derivations.size(); ++i) {
            if (const auto choice = choice_of(derivations[i].fact)) {
                derive_level(i, derivations[i].level_of_choice[*choice]);
            }
        }
    }

    void derive_level(std::size_t number, const std::optional<LevelIndex>& level) {
        const FactorIndex index = scheme_.derivations()[number].factor;
        FactorScore& factor = out_.factors[index.value()];
        if (!level) {
            out_.problems.push_back({ProblemKind::derived_no_entry, number});
            return;
        }
        if (factor.stated && *factor.stated != *level) {
            out_.problems.push_back({ProblemKind::derived_differs, number});
        }
        set_level(factor, *level);
        factor.source = LevelSource::derived;
        factor.derivation = number;
    }

    /// The level that a factor has before modifiers.
    [[nodiscard]] std::optional<LevelIndex> level_before(FactorIndex index) const {
        const FactorScore& factor = out_.factors[index.value()];
        if (!factor.derivation) {
            return factor.stated;
        }
        const model::Derivation& derivation = scheme_.derivations()[*factor.derivation];
        return derivation.level_of_choice[choice_of(derivation.fact).value()];
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
                set_possible(factor, {scheme_, answers_, index, level_before(index)});
            } else if (reached == Truth::yes && raised(modifiers[i], *factor.level) != *factor.level) {
                set_level(factor, raised(modifiers[i], *factor.level));
                factor.modifier = i;
            }
        }
    }

    static void set_possible(FactorScore& factor, const PossibleLevels& levels) {
        const bool known = factor.level.has_value();
        factor.modifier = levels.modifier();
        factor.lowest = levels.lowest();
        factor.highest = levels.highest();
        factor.level = known && levels.is_one() ? std::optional{factor.lowest} : std::nullopt;
        if (!factor.level) factor.modifier.reset();
    }

    void add_up_units() {
        const auto units = scheme_.units();
        out_.total_min = out_.total_max = Points{};
        for (std::size_t i = 0; i < units.size(); ++i) {
            UnitScore& unit = out_.units[i];
            if (const auto* factor = std::get_if<FactorIndex>(&units[i])) {
                set_factor_points(unit, scheme_[*factor], out_.factors[factor->value()]);
            } else {
                set_matrix_points(unit, std::get<model::MatrixIndex>(units[i]));
            }
            out_.complete = out_.complete && unit.points.has_value();
            out_.total_min += unit.lowest;
            out_.total_max += unit.highest;
        }
    }

    static void set_factor_points(UnitScore& unit, const model::Factor& factor, const FactorScore& score) {
        const Points lowest = factor[score.lowest].points;
        unit.lowest = lowest;
        unit.highest = lowest;
        unit.unlikely = false;
        if (score.level) {
            unit.points = lowest;
        } else {
            unit.points.reset();
            unit.highest = factor[score.highest].points;
        }
    }

    void set_matrix_points(UnitScore& unit, model::MatrixIndex index) {
        const model::Matrix& matrix = scheme_[index];
        const auto row = out_.factors[matrix.rows.value()].level;
        const auto column = out_.factors[matrix.columns.value()].level;
        unit = UnitScore{};
        if (!set_range(unit, matrix)) {
            out_.problems.push_back({ProblemKind::cell_not_allowed, index.value()});
            set_whole_range(unit, matrix);
        } else if (row && column) {
            unit.points = unit.lowest;
            unit.unlikely = matrix.cell(*row, *column).unlikely;
        }
        if (unit.unlikely) {
            out_.problems.push_back({ProblemKind::cell_unlikely, index.value()});
        }
    }

    /// Lowest and highest allowed cell among the levels that the two sides may have; false when none is allowed.
    [[nodiscard]] bool set_range(UnitScore& unit, const model::Matrix& matrix) const {
        const auto& row_level = out_.factors[matrix.rows.value()].level;
        const auto& column_level = out_.factors[matrix.columns.value()].level;
        if (row_level && column_level) return include(unit, matrix.cell(*row_level, *column_level), false);
        const PossibleLevels rows{scheme_, answers_, matrix.rows, level_before(matrix.rows)};
        const PossibleLevels columns{scheme_, answers_, matrix.columns, level_before(matrix.columns)};
        bool found = false;
        rows.visit([&](LevelIndex row) {
            columns.visit([&](LevelIndex column) { found = include(unit, matrix.cell(row, column), found); });
        });
        return found;
    }

    static void set_whole_range(UnitScore& unit, const model::Matrix& matrix) {
        bool found = false;
        for (const model::MatrixCell& cell : matrix.cells) {
            found = include(unit, cell, found);
        }
    }

    /// Widens the range by a cell, if it is allowed; returns whether the range holds a cell now.
    static bool include(UnitScore& unit, const model::MatrixCell& cell, bool found) {
        if (!cell.allowed) {
            return found;
        }
        unit.lowest = found ? std::min(unit.lowest, cell.points) : cell.points;
        unit.highest = found ? std::max(unit.highest, cell.points) : cell.points;
        return true;
    }

    [[nodiscard]] auto level_lookup() const {
        return [this](FactorIndex factor) { return out_.factors[factor.value()].level; };
    }

    void find_bands() {
        out_.points_band_min = out_.points_band_max = out_.band_min = out_.band_max = std::nullopt;
        out_.band_rule.reset();
        if (table_ == nullptr) {
            return;
        }
        out_.points_band_min = out_.band_min = table_->band_of(out_.total_min);
        out_.points_band_max = out_.band_max =
            out_.total_max == out_.total_min ? out_.points_band_min : table_->band_of(out_.total_max);
        if (!scheme_.band_rules().empty()) {
            apply_band_rules();
        }
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

bool is_error(ProblemKind kind) { return kind != ProblemKind::constraint_warning && kind != ProblemKind::cell_unlikely; }

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

Margins margins(const model::BandTable& table, model::Points total) {
    Margins result;
    table.band_of(total).visit([&](model::BandIndex band) { result.above_floor = total - table[band].floor; });
    result.next_band = table.next_above(total);
    result.next_band.visit([&](model::BandIndex next) { result.to_next = table[next].floor - total; });
    return result;
}

}  // namespace je::scoring
