// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/moved_levels.hpp"

namespace je::sensitivity {

namespace {

constexpr std::int64_t not_allowed = -1;
constexpr auto one_point = static_cast<std::uint32_t>(base::Decimal::units_per_one);

}  // namespace

MovedLevels::MovedLevels(const Grid& grid, const model::Scheme& scheme, const AdjacentLevels& levels)
    : chance_{static_cast<std::uint32_t>(levels.chance.units())}, ends_stay_{levels.ends_stay} {
    for (const model::Factor& factor : scheme.factors())
        level_counts_.push_back(static_cast<std::uint16_t>(factor.levels.size()));
    for (const std::size_t i : grid.units()) units_.push_back(unit_of(scheme, scheme.units()[i], grid.step()));
}

MovedLevels::Unit MovedLevels::unit_of(const model::Scheme& scheme, const model::ScoredUnit& unit, std::int64_t step) {
    Unit made;
    if (const auto* factor = std::get_if<model::FactorIndex>(&unit)) {
        made.row = factor->value();
        for (const model::Level& level : scheme[*factor].levels) made.points.push_back(level.points.value().units() / step);
        return made;
    }
    const model::Matrix& matrix = scheme[std::get<model::MatrixIndex>(unit)];
    made.row = matrix.rows.value();
    made.column = matrix.columns.value();
    made.columns = matrix.column_count;
    for (const model::MatrixCell& cell : matrix.cells)
        made.points.push_back(cell.allowed ? cell.points.value().units() / step : not_allowed);
    return made;
}

void MovedLevels::move(numerics::RandomStream& random, std::span<const std::uint16_t> levels,
                       std::span<std::uint16_t> moved) const {
    for (std::size_t f = 0; f < levels.size(); ++f) {
        const std::uint16_t level = levels[f];
        moved[f] = level;
        if (level_counts_[f] < 2) continue;
        const std::uint32_t drawn = random.below(2 * one_point);
        if (drawn >= 2 * chance_) continue;
        const bool lowest = level == 0;
        const bool highest = level + 1 == level_counts_[f];
        const bool drawn_up = drawn >= chance_;
        if (ends_stay_ && (drawn_up ? highest : lowest)) continue;
        const bool up = lowest || (!highest && drawn_up);
        moved[f] = static_cast<std::uint16_t>(up ? level + 1 : level - 1);
    }
}

void MovedLevels::points_of(std::span<const std::uint16_t> moved, std::span<const std::int64_t> points,
                            std::span<std::int64_t> out) const {
    for (std::size_t f = 0; f < units_.size(); ++f) {
        const Unit& unit = units_[f];
        const std::size_t at =
            unit.columns == 0 ? moved[unit.row] : std::size_t{moved[unit.row]} * unit.columns + moved[unit.column];
        const std::int64_t now = unit.points[at];
        out[f] = now == not_allowed ? points[f] : now;
    }
}

}  // namespace je::sensitivity
