// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/grid.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace je::sensitivity {

using model::Points;

// A hole that begins at a floor gives way to it.
Ladder ladder_of(const model::BandTable& table) {
    std::vector<std::pair<Points, model::BandOrNone>> starts;
    for (std::size_t i = 0; i < table.bands().size(); ++i) starts.emplace_back(table.bands()[i].floor, model::BandIndex{i});
    for (const model::Unbanded& hole : table.unbanded()) {
        const auto is_at_hole = [&](const auto& start) { return start.first == hole.from; };
        const bool above_first = !table.bands().empty() && hole.from > table.bands().front().floor;
        if (above_first && std::none_of(starts.begin(), starts.end(), is_at_hole)) starts.emplace_back(hole.from, std::nullopt);
    }
    std::stable_sort(starts.begin(), starts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Ladder ladder;
    for (const auto& [start, band] : starts) {
        ladder.starts.push_back(start.value().units());
        ladder.points.push_back(start);
        ladder.bands.push_back(band);
    }
    return ladder;
}

Rung Ladder::rung_of(std::int64_t total) const {
    return static_cast<Rung>(std::upper_bound(starts.begin(), starts.end(), total) - starts.begin());
}

Rung Ladder::rung_of(const numerics::Fraction& total) const { return rung_of(total.floor_units(1)); }

model::BandOrNone Ladder::band_of(Rung rung) const { return rung == 0 ? model::BandOrNone{} : bands[rung - 1]; }

numerics::Result<Grid> Grid::make(const model::Scheme& scheme, const model::BandTable& table) {
    using Made = numerics::Result<Grid>;
    Grid grid;
    grid.ladder_ = ladder_of(table);
    std::int64_t step = 0;
    for (const std::int64_t start : grid.ladder_.starts) step = std::gcd(step, start);
    for (std::size_t i = 0; i < scheme.units().size(); ++i) {
        const model::ScoredUnit& unit = scheme.units()[i];
        if (unit.smallest() == Points{} && unit.largest() == Points{}) continue;
        if (unit.smallest() < Points{})
            return Made::none("a factor of the scheme has points below 0, so that weights mean nothing for it: " + unit.name());
        for (const Points points : unit.values()) step = std::gcd(step, points.value().units());
        grid.units_.push_back(i);
        grid.largest_.push_back(unit.largest().value().units());
    }
    if (grid.units_.empty()) return Made::none("no factor of the scheme has points");
    grid.step_ = step;
    for (std::int64_t& one : grid.largest_) one /= step;
    for (std::int64_t& start : grid.ladder_.starts) start /= step;
    grid.largest_total_ = std::accumulate(grid.largest_.begin(), grid.largest_.end(), std::int64_t{0});
    return grid;
}

std::vector<std::int64_t> Grid::points_of(const scoring::Score& score) const {
    std::vector<std::int64_t> points;
    points.reserve(units_.size());
    for (const std::size_t unit : units_) points.push_back(score.units[unit].points.value_or(Points{}).value().units() / step_);
    return points;
}

numerics::Fraction Grid::exact_points(const numerics::Fraction& total) const {
    return total * numerics::Fraction{step_, base::Decimal::units_per_one};
}

std::optional<base::Decimal> Grid::hole_of(Rung rung) const {
    if (rung == 0 || ladder_.band_of(rung)) return {};
    return base::Decimal::from_units(ladder_.starts[rung - 1] * step_);
}

double Grid::in_points(const numerics::Fraction& total) const {
    return total.to_double() * static_cast<double>(step_) / static_cast<double>(base::Decimal::units_per_one);
}

}  // namespace je::sensitivity
