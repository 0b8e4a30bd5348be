// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/change_space.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <variant>

#include "scoring/band_rules.hpp"
#include "scoring/conditions.hpp"
#include "scoring/level_rules.hpp"

namespace je::scoring {

namespace {

using model::FactorIndex;
using model::LevelIndex;

void mark(const std::vector<model::Condition>& conditions, std::vector<bool>& marked) {
    for (const model::Condition& condition : conditions) {
        if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what)) {
            marked[on_factor->factor.value()] = true;
        }
    }
}

}  // namespace

ChangeSpace::ChangeSpace(const model::Scheme& scheme, const model::BandTable& table, const model::Answers& answers,
                         Levels levels, Direction direction, const std::vector<FactorIndex>& only)
    : scheme_{scheme},
      table_{table},
      answers_{answers},
      levels_{std::move(levels)},
      direction_{direction},
      is_linked_(scheme.factors().size(), false) {
    find_linked();
    find_ahead();
    for (std::size_t i = 0; i < is_linked_.size(); ++i) {
        if (!only.empty() && std::find(only.begin(), only.end(), FactorIndex{i}) == only.end()) {
            continue;
        }
        if (is_linked_[i]) {
            linked_.push_back(i);
        } else if (steps_of(i) > 0) {
            add_plain(i);
        }
    }
    std::stable_sort(plain_.begin(), plain_.end(),
                     [](const PlainFactor& a, const PlainFactor& b) { return a.gains.back() > b.gains.back(); });
    bool allowed = true;
    linked_now_ = linked_points(levels_, allowed);
    find_grid();
    effort_ = scheme.factors().size() + scheme.matrices().size() + scheme.band_rules().size();
    for (const model::Constraint& constraint : scheme.constraints())
        effort_ += constraint.when.size() + constraint.require.size();
    for (const model::BandRule& rule : scheme.band_rules())
        effort_ += rule.when.size() + rule.unless.size() + rule.band_of_choice.size();
}

void ChangeSpace::find_linked() {
    for (const model::Matrix& matrix : scheme_.matrices()) {
        is_linked_[matrix.rows.value()] = true;
        is_linked_[matrix.columns.value()] = true;
    }
    for (const model::Constraint& constraint : scheme_.constraints()) {
        if (constraint.is_error) {
            mark(constraint.when, is_linked_);
            mark(constraint.require, is_linked_);
        }
    }
    for (const model::BandRule& rule : scheme_.band_rules()) {
        mark(rule.when, is_linked_);
        mark(rule.unless, is_linked_);
    }
}

void ChangeSpace::add_plain(std::size_t factor) {
    const model::Factor& moved = scheme_.factors()[factor];
    const Way now = way_of(moved[levels_[factor]].points, direction_);
    PlainFactor plain{factor, {}};
    for (std::size_t steps = 1; steps <= steps_of(factor); ++steps) {
        plain.gains.push_back(way_of(moved[level_after({factor, steps})].points, direction_) - now);
    }
    plain_.push_back(std::move(plain));
}

void ChangeSpace::find_ahead() {
    std::vector<bool> has_modifiers(scheme_.factors().size(), false);
    for (const model::Modifier& modifier : scheme_.modifiers()) has_modifiers[modifier.factor.value()] = true;
    ahead_.resize(scheme_.factors().size());
    for (std::size_t f = 0; f < ahead_.size(); ++f) {
        const std::size_t count = scheme_.factors()[f].levels.size();
        std::vector<bool> given(count, !has_modifiers[f]);
        for (std::size_t stated = 0; has_modifiers[f] && stated < count; ++stated) {
            const PossibleLevels after{scheme_, answers_, FactorIndex{f}, LevelIndex{stated}};
            for (std::size_t level = 0; level < count; ++level) given[level] = given[level] || after.contains(level);
        }
        const std::size_t now = levels_[f].value();
        if (direction_ == Direction::lower) {
            for (std::size_t level = now; level-- > 0;) {
                if (given[level]) ahead_[f].push_back(LevelIndex{level});
            }
        } else {
            for (std::size_t level = now + 1; level < count; ++level) {
                if (given[level]) ahead_[f].push_back(LevelIndex{level});
            }
        }
    }
}

std::size_t ChangeSpace::steps_of(std::size_t factor) const { return ahead_[factor].size(); }

LevelIndex ChangeSpace::level_after(const Move& move) const {
    return move.steps == 0 ? levels_[move.factor] : ahead_[move.factor][move.steps - 1];
}

Way ChangeSpace::linked_points(const Levels& levels, bool& allowed) const {
    Way sum = 0;
    for (const std::size_t factor : linked_) {
        if (!scheme_.factors()[factor].matrix) {
            sum += way_of(scheme_.factors()[factor][levels[factor]].points, direction_);
        }
    }
    for (const model::Matrix& matrix : scheme_.matrices()) {
        const model::MatrixCell& cell = matrix.cell(levels[matrix.rows.value()], levels[matrix.columns.value()]);
        allowed = allowed && cell.allowed;
        sum += cell.allowed ? way_of(cell.points, direction_) : 0;
    }
    return sum;
}

LinkedEffect ChangeSpace::effect(const std::vector<Move>& moves) const {
    Levels levels = levels_;
    for (const Move& move : moves) {
        levels[move.factor] = level_after(move);
    }
    const auto level_of = [&](FactorIndex factor) { return std::optional{levels[factor.value()]}; };
    LinkedEffect result;
    result.gain = linked_points(levels, result.allowed) - linked_now_;
    result.allowed = result.allowed && !breaks_a_rule(scheme_, level_of, answers_.facts);
    if (result.allowed) {
        result.lowest_band = ask_band_rules(scheme_, table_, level_of, answers_.facts).certain.band;
    }
    return result;
}

void ChangeSpace::find_grid() {
    for (const PlainFactor& plain : plain_) {
        for (const Way gain : plain.gains) {
            grid_ = std::gcd(grid_, gain);
        }
    }
    for (const std::size_t factor : linked_) {
        for (const model::Level& level : scheme_.factors()[factor].levels) {
            const auto difference = level.points - scheme_.factors()[factor][levels_[factor]].points;
            grid_ = std::gcd(grid_, difference.value().units());
        }
    }
    for (const model::Matrix& matrix : scheme_.matrices()) {
        const auto& now = matrix.cell(levels_[matrix.rows.value()], levels_[matrix.columns.value()]);
        for (const model::MatrixCell& cell : matrix.cells) {
            grid_ = cell.allowed ? std::gcd(grid_, (cell.points - now.points).value().units()) : grid_;
        }
    }
}

}  // namespace je::scoring
