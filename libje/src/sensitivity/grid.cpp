// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/grid.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace je::sensitivity {

using model::Points;

namespace {

/// A place for each floor and each end.
Ladder overlapping_ladder(const model::BandTable& table, Points step) {
    std::vector<Points> starts;
    for (const model::Band& band : table.bands()) {
        starts.push_back(band.floor);
        if (band.max) starts.push_back(*band.max + step);
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    Ladder ladder;
    for (const Points start : starts) {
        ladder.starts.push_back(start.value().units());
        ladder.points.push_back(start);
        ladder.held.push_back(table.bands_of(start));
        ladder.bands.push_back(ladder.held.back().empty() ? model::BandOrNone{} : ladder.held.back().highest());
    }
    return ladder;
}

}  // namespace

// A hole that begins at a floor gives way to it.
Ladder ladder_of(const model::BandTable& table, Points step) {
    if (table.overlaps()) return overlapping_ladder(table, step);
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

model::BandRange Ladder::bands_of(Rung rung) const {
    if (rung > 0 && overlaps()) return held[rung - 1];
    return band_of(rung).visit(
        [](model::BandIndex band) {
            return model::BandRange{band.value(), band.value() + 1};
        },
        [] { return model::BandRange{}; });
}

Ladder::Stretch Ladder::kept(Rung rung, const model::BandOrNone& band) const {
    Stretch stretch{rung, rung};
    const model::BandRange now = bands_of(rung);
    if (!overlaps() || now.empty()) return stretch;
    const model::BandIndex lowest = band.value_or(now.lowest()), highest = band.value_or(now.highest());
    while (stretch.from > 1 && bands_of(stretch.from - 1).contains(lowest)) --stretch.from;
    while (stretch.to + 1 < rungs() && bands_of(stretch.to + 1).contains(highest)) ++stretch.to;
    return stretch;
}

numerics::Result<Grid> Grid::make(const model::Scheme& scheme, const model::BandTable& table) {
    using Made = numerics::Result<Grid>;
    Grid grid;
    grid.ladder_ = ladder_of(table);
    std::int64_t step = 0;
    for (const model::Band& band : table.bands()) {
        step = std::gcd(step, band.floor.value().units());
        if (table.overlaps() && band.max) step = std::gcd(step, band.max->value().units());
    }
    if (!table.overlaps()) {
        for (const std::int64_t start : grid.ladder_.starts) step = std::gcd(step, start);
    }
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
    if (table.overlaps()) grid.ladder_ = ladder_of(table, Points{base::Decimal::from_units(step)});
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
