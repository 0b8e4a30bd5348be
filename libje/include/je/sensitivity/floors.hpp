// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "je/model/band_table.hpp"
#include "je/model/ids.hpp"
#include "je/sensitivity/grid.hpp"

namespace je::sensitivity {

// What moved floors do to complete jobs, whose totals stay. All is exact, in points; no band passes through floating point.
//
// The band of a total is that of the last start of the table's Ladder at or below it: a band's stated `max` plays no part, and
// band rules of the scheme none either, since bands here are by points. Floors may be moved past one another: a total is then
// in the highest band whose floor it has reached, so that a floor moved up past the next one empties its band, and one moved
// down past the floor before it takes the jobs of both. Where a declared hole begins moves only when all floors move together.

using model::BandIndex;
using model::Points;

/// Totals put in order once, so that each count over them is two binary searches. Their order does not matter.
class SortedTotals {
public:
    explicit SortedTotals(std::span<const Points> totals);
    /// How many totals t have from <= t < until; 0 where until <= from.
    [[nodiscard]] std::size_t count(Points from, Points until) const;
    /// The highest total below `points`, and the lowest at or above it; nothing when there is none.
    [[nodiscard]] std::optional<Points> below(Points points) const;
    [[nodiscard]] std::optional<Points> at_or_above(Points points) const;
    [[nodiscard]] std::span<const Points> sorted() const { return sorted_; }
    /// Without repetition.
    [[nodiscard]] std::vector<Points> distinct() const;

private:
    std::vector<Points> sorted_;
};

/// The unit in which floors can usefully move: one point where all totals and floors are whole points, else the largest part of
/// a point that divides them all.
[[nodiscard]] Points unit_of_floors(const model::BandTable& table, std::span<const Points> totals);

/// The steps in which shifts of up to `most` points either way are tried: the unit, or whole points where that would be more
/// than 1,000 steps either way.
[[nodiscard]] Points step_of_shifts(Points unit, Points most);

/// One floor moved, or all of them, the rest as they are: how many jobs that moves, and which way; those that stay are not
/// counted.
struct FloorShift {
    std::optional<BandIndex> floor;  // the band that begins there; nothing: all together
    Points by{};                     // above 0: the floor rises
    model::BandMoves moves;
};
/// Each floor alone, in the table's order, then all together; for each the shifts -n `step` .. -`step`, `step` .. n `step` that
/// are not above `most`. The shift 0, which moves nothing, is left out. `step` is above 0 (std::invalid_argument).
[[nodiscard]] std::vector<FloorShift> shift_floors(const model::BandTable& table, const SortedTotals& totals, Points most,
                                                   Points step);

/// How near a job is to losing and to changing its band by a moved floor.
struct JobFloors {
    Points total{};
    model::BandOrNone band;
    /// The smallest rise of the floor of its band, in whole `unit`s, that the job no longer reaches: total - floor + unit.
    /// Nothing: it is in no band.
    std::optional<Points> own_floor_up;
    /// The next floor above, and the smallest fall of it that the job reaches: floor - total. Nothing: there is none above.
    model::BandOrNone next;
    std::optional<Points> next_floor_down;
};
[[nodiscard]] std::vector<JobFloors> jobs_and_floors(const model::BandTable& table, std::span<const Points> totals,
                                                     Points unit);

/// Totals between `below` and `above`, neither included, that no job has.
struct Gap {
    Points below{};
    Points above{};
    std::vector<BandIndex> floors;  // those above `below` and not above `above`: moved within that span they move no job
    [[nodiscard]] Points width() const { return above - below; }
};
/// The gaps wider than `unit`, widest first, then lowest first.
[[nodiscard]] std::vector<Gap> gaps_of(const model::BandTable& table, const SortedTotals& totals, Points unit);

/// How far one floor can move alone without any job changing band. It may pass its neighbours where no job is: raised above the
/// next floor it leaves its band empty, lowered below the one before it leaves that one empty.
struct Slack {
    BandIndex floor;
    std::optional<Points> below;     // the highest total below the floor; nothing: no job is below it
    std::optional<Points> above;     // the lowest total of its band; nothing: no job is in it
    std::optional<Points> can_fall;  // in whole units: floor - below - unit; nothing: as far as one likes
    std::optional<Points> can_rise;  // above - floor; nothing: as far as one likes
};
[[nodiscard]] std::vector<Slack> slack_of(const model::BandTable& table, const SortedTotals& totals, Points unit);

/// A job under two tables. Bands are compared by their place from the lowest, whatever their ids.
struct TwoBands {
    model::BandOrNone a;
    model::BandOrNone b;
    model::BandMove move = model::BandMove::same;  // from a to b
};
struct SideBySide {
    std::vector<TwoBands> jobs;  // in the order given
    model::BandMoves moves;
    bool same_ids = true;  // the two tables name their bands alike, in the same order
};
[[nodiscard]] SideBySide side_by_side(const model::BandTable& a, const model::BandTable& b, std::span<const Points> totals);

}  // namespace je::sensitivity
