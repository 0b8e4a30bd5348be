// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/numerics/result.hpp"
#include "je/scoring/score.hpp"
#include "numerics/exact/fraction.hpp"
#include "numerics/weights/weights.hpp"

namespace je::sensitivity {

/// How many rungs of a ladder a total has reached: 0 is below the first floor.
using Rung = std::size_t;

/// The totals at which the band changes, rising: each band's floor, and where a hole that the table declares begins. What lies
/// between two of the scheme's own totals - which moved weights do reach - belongs to the band below the next floor, as
/// docs/design.md says of every total; a band's stated `max` plays no part.
///
/// Of a table that overlaps a rung holds several bands: they change at each floor and where a band ends, one step of the grid
/// above its `max`.
struct Ladder {
    std::vector<std::int64_t> starts;      // in units of the grid
    std::vector<model::BandOrNone> bands;  // what begins at each; none: a declared hole
    std::vector<model::Points> points;     // the starts as points
    std::vector<model::BandRange> held{};  // of a table that overlaps: all that hold the totals from each start on

    [[nodiscard]] Rung rung_of(std::int64_t total) const;
    [[nodiscard]] Rung rung_of(const numerics::Fraction& total) const;
    /// Of a ladder in ten-thousandths of a point.
    [[nodiscard]] Rung rung_of(model::Points total) const { return rung_of(total.value().units()); }
    /// The band of a rung, the highest of several; none below the first floor and in a declared hole.
    [[nodiscard]] model::BandOrNone band_of(Rung rung) const;
    [[nodiscard]] bool overlaps() const { return !held.empty(); }
    /// The bands of a rung.
    [[nodiscard]] model::BandRange bands_of(Rung rung) const;

    /// Rungs next to each other, both ends included.
    struct Stretch {
        Rung from = 0;
        Rung to = 0;
    };
    /// Where a job on `rung` keeps its band: on that rung alone. Of a table that overlaps: from the floor of `band` to its end,
    /// or where none of several is chosen, from the floor of the lowest that hold its total to the end of the highest.
    [[nodiscard]] Stretch kept(Rung rung, const model::BandOrNone& band) const;
    [[nodiscard]] std::size_t rungs() const { return starts.size() + 1; }
};
/// The ladder of a table, in ten-thousandths of a point; bands that overlap end `step` above their `max`.
[[nodiscard]] Ladder ladder_of(const model::BandTable& table, model::Points step = model::Points{base::Decimal::from_units(1)});

/// A scheme's scored units and a table's floors in whole numbers of one unit of points, the largest that divides them all, so
/// that what follows is exact and quick.
///
///     const auto grid = Grid::make(scheme, table);
///     if (!grid) say(grid.reason());
///     const auto points = grid->points_of(score);        // of a complete job, one number for each factor of the grid
///     numerics::critical_spread(grid->weighing(points), grid->ladder().starts[3], numerics::Crossing::reach);
///
/// *Factor* here is a scored unit: a factor with points of its own, or a matrix over two. Units whose largest points are 0 have
/// no weight and are left out.
class Grid {
public:
    /// Nothing, with the reason, for a scheme without points above 0 or with points below 0.
    [[nodiscard]] static numerics::Result<Grid> make(const model::Scheme& scheme, const model::BandTable& table);

    [[nodiscard]] std::size_t factors() const { return units_.size(); }
    /// Positions among scheme.units().
    [[nodiscard]] std::span<const std::size_t> units() const { return units_; }
    /// Largest points m_f of each factor, and their sum M.
    [[nodiscard]] std::span<const std::int64_t> largest() const { return largest_; }
    [[nodiscard]] std::int64_t largest_total() const { return largest_total_; }
    [[nodiscard]] const Ladder& ladder() const { return ladder_; }
    /// Ten-thousandths of a point in one unit of the grid.
    [[nodiscard]] std::int64_t step() const { return step_; }

    /// Points of a complete job.
    [[nodiscard]] std::vector<std::int64_t> points_of(const scoring::Score& score) const;
    /// The rung of what the points of a job add up to.
    [[nodiscard]] Rung rung_of(std::span<const std::int64_t> points) const {
        return ladder_.rung_of(std::accumulate(points.begin(), points.end(), std::int64_t{0}));
    }
    [[nodiscard]] numerics::Weighing weighing(std::span<const std::int64_t> points) const { return {points, largest_}; }
    /// A total of the grid in points: exactly, and for showing.
    [[nodiscard]] numerics::Fraction exact_points(const numerics::Fraction& total) const;
    [[nodiscard]] double in_points(const numerics::Fraction& total) const;
    /// Where the declared hole of a rung begins, in points; nothing for a band, and below all bands.
    [[nodiscard]] std::optional<base::Decimal> hole_of(Rung rung) const;
    /// The base weight m_f / M.
    [[nodiscard]] numerics::Fraction weight(std::size_t factor) const { return {largest_[factor], largest_total_}; }

private:
    std::vector<std::size_t> units_;
    std::vector<std::int64_t> largest_;
    std::int64_t largest_total_ = 0;
    std::int64_t step_ = 1;
    Ladder ladder_;
};

}  // namespace je::sensitivity
