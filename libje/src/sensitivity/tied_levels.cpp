// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/tied_levels.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>
#include <variant>

#include "scoring/band_rules.hpp"
#include "scoring/conditions.hpp"

namespace je::sensitivity {

namespace {

using model::FactorIndex;
using model::LevelIndex;
using Outcomes = numerics::Result<std::vector<TiedOutcome>>;

constexpr std::size_t most_combinations = std::size_t{1} << 18;

/// All combinations of the tied factors' levels, one after another.
class EveryCombination {
public:
    EveryCombination(const model::Scheme& scheme, const model::BandTable& table, const std::vector<model::ScoredUnit>& units,
                     const std::vector<std::size_t>& factors, std::span<const LevelsDrawn> drawn, const model::Answers& answers)
        : scheme_{scheme},
          table_{table},
          units_{units},
          factors_{factors},
          drawn_{drawn},
          answers_{answers},
          levels_(scheme.factors().size()) {}

    [[nodiscard]] Outcomes run() {
        draw(0, 1);
        if (!refusal_.empty()) return Outcomes::none(refusal_);
        std::vector<TiedOutcome> outcomes;
        for (const auto& [what, chance] : sums_) outcomes.push_back({what.first, what.second, chance});
        return outcomes;
    }

private:
    void draw(std::size_t number, double chance) {
        if (number == factors_.size()) return add(chance);
        const std::size_t factor = factors_[number];
        for (const scoring::LevelChance& one : drawn_[factor]) {
            levels_[factor] = one.level;
            draw(number + 1, chance * one.chance);
            if (!refusal_.empty()) return;
        }
    }

    void add(double chance) {
        const auto level_of = [this](FactorIndex factor) { return levels_[factor.value()]; };
        for (const model::Constraint& constraint : scheme_.constraints()) {
            if (!constraint.is_error || !scoring::is_broken(constraint, level_of, answers_.facts)) continue;
            refusal_ = fmt::format("levels that could come up together break the rule '{}', so they are not independent",
                                   constraint.id.text());
            return;
        }
        std::int64_t units = 0;
        for (const model::ScoredUnit& unit : units_) units += units_of(unit);
        if (!refusal_.empty()) return;
        sums_[{scoring::ask_band_rules(scheme_, table_, level_of, answers_.facts).certain.band, units}] += chance;
    }

    [[nodiscard]] std::int64_t units_of(const model::ScoredUnit& unit) {
        if (const auto* factor = std::get_if<FactorIndex>(&unit))
            return scheme_[*factor][*levels_[factor->value()]].points.value().units();
        const model::Matrix& matrix = scheme_[std::get<model::MatrixIndex>(unit)];
        const model::MatrixCell& cell = matrix.cell(*levels_[matrix.rows.value()], *levels_[matrix.columns.value()]);
        if (!cell.allowed) refusal_ = fmt::format("some levels that could come up do not go together in {}", matrix.name);
        return cell.points.value().units();
    }

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const std::vector<model::ScoredUnit>& units_;
    const std::vector<std::size_t>& factors_;
    std::span<const LevelsDrawn> drawn_;
    const model::Answers& answers_;
    std::vector<std::optional<LevelIndex>> levels_;
    std::map<std::pair<std::optional<model::BandIndex>, std::int64_t>, double> sums_;
    std::string refusal_;
};

}  // namespace

TiedLevels::TiedLevels(const model::Scheme& scheme, const model::BandTable& table)
    : scheme_{scheme}, table_{table}, is_tied_(scheme.factors().size(), false) {
    for (const model::Constraint& constraint : scheme.constraints()) {
        if (!constraint.is_error) continue;
        tie(constraint.when);
        tie(constraint.require);
    }
    for (const model::BandRule& rule : scheme.band_rules()) {
        tie(rule.when);
        tie(rule.unless);
    }
    for (const model::Matrix& matrix : scheme.matrices()) {
        const bool one = is_tied_[matrix.rows.value()] || is_tied_[matrix.columns.value()];
        is_tied_[matrix.rows.value()] = is_tied_[matrix.columns.value()] = one;
    }
    for (std::size_t f = 0; f < is_tied_.size(); ++f) {
        if (is_tied_[f]) factors_.push_back(f);
    }
    for (const model::ScoredUnit& unit : scheme.units()) {
        if (is_tied(unit)) units_.push_back(unit);
    }
}

void TiedLevels::tie(const std::vector<model::Condition>& conditions) {
    for (const model::Condition& condition : conditions) {
        if (const auto* on_factor = std::get_if<model::FactorCondition>(&condition.what))
            is_tied_[on_factor->factor.value()] = true;
    }
}

bool TiedLevels::is_tied(const model::ScoredUnit& unit) const {
    if (const auto* factor = std::get_if<FactorIndex>(&unit)) return is_tied_[factor->value()];
    return is_tied_[scheme_[std::get<model::MatrixIndex>(unit)].rows.value()];
}

Outcomes TiedLevels::outcomes(std::span<const LevelsDrawn> levels, const model::Answers& answers) const {
    std::size_t combinations = 1;
    for (const std::size_t factor : factors_) {
        combinations *= levels[factor].size();
        if (combinations > most_combinations)
            return Outcomes::none("the scheme's rules tie together more combinations of levels than can be gone through");
    }
    return EveryCombination{scheme_, table_, units_, factors_, levels, answers}.run();
}

}  // namespace je::sensitivity
