// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/model/band_table.hpp"
#include "je/model/ids.hpp"
#include "je/numerics/result.hpp"
#include "je/sensitivity/options.hpp"
#include "sensitivity/grid.hpp"

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

// Floors made anew, for as many bands as the present table has. They are whole units above a total of a job or above the first
// floor; the first floor stays where it is, except where anchors move it: it says from where on there are bands, which these
// jobs do not. Declared holes are not carried over.
//
// A floor that is to part the totals a < b, neighbours among the jobs, is put midway: a + (b - a) / 2, rounded up to a whole
// unit. So it is above a and not above b; 10 and 13 are parted by 12, 10 and 11 by 11.

/// A benchmark job: its position among the jobs, and the band it is to keep; nothing: the one it has by points.
struct Anchor {
    std::size_t job = 0;
    std::optional<BandIndex> band{};
};

/// The values of one floor that keep each anchor in its band: above `above`, the highest total of an anchor to stay below the
/// floor, up to `up_to`, the lowest of one to reach it. Nothing: no anchor binds that end.
struct AnchorInterval {
    std::optional<Points> above;
    std::optional<Points> up_to;
    std::optional<std::size_t> above_job;  // the anchor that sets each end; of several the first
    std::optional<std::size_t> up_to_job;
    std::string note;  // how the floor was chosen where not midway between two anchors; why there is none
};

/// A table made anew.
struct DerivedFloors {
    FloorRule rule = FloorRule::anchors;
    std::vector<Points> floors;             // one for each band of the present table, rising; empty: there are none
    std::string reason;                     // why there are none
    std::vector<std::size_t> reason_jobs;   // the jobs that the reason is about, if any
    std::vector<AnchorInterval> intervals;  // for anchors: one for each band
    std::vector<model::BandOrNone> bands;   // of each job, in the order given
    std::vector<std::size_t> jobs_in_band;
    model::BandMoves moves;  // against the present table
};

/// What floors are derived from. Spans are not owned.
struct DeriveInput {
    const model::BandTable& table;
    std::span<const Points> totals;
    Points unit = Points::whole(1);  // unit_of_floors
    Points largest_total{};          // that the scheme can give
};

/// The floors nearest to what keeps every anchor in its band.
///
/// A floor between two anchors' totals is put midway between them (see above). Where several floors lie between the same two,
/// no anchor being in the bands between, they divide the span evenly: the i-th of n at a + (b - a) i / (n + 1), rounded up to a
/// whole unit. A floor that anchors bind on one side only, or not at all, stays where it is if the anchors allow, else it goes
/// to the nearest value that they do. There are no floors, with the reason, when an anchor that is to be in a lower band has as
/// many points as one to be in a higher one, when floors do not fit between anchors as whole units, and when nothing is
/// anchored. Throws std::out_of_range for an anchor that is no job.
[[nodiscard]] DerivedFloors floors_by_anchors(const DeriveInput& input, std::span<const Anchor> anchors);

/// Bands of equal width: of the N totals in whole units from the first floor to the largest total, floor i of n begins after
/// the first N i / n, rounded up, so that widths differ by at most one unit. Nothing when N < n.
[[nodiscard]] DerivedFloors floors_by_width(const DeriveInput& input);

/// Bands with equal numbers of jobs, as far as jobs with equal totals, which stay together, allow. Of all ways to part the J
/// jobs at or above the first floor into n bands, none empty, the one with the smallest sum of |n c_i - i J|, c_i jobs being
/// below floor i; of equal ones that whose highest floor is lowest, then the next highest, and so on. Nothing when there are
/// fewer different totals than bands.
[[nodiscard]] DerivedFloors floors_by_count(const DeriveInput& input);

/// Floors in the n - 1 widest gaps between neighbouring totals at or above the first floor; of equally wide ones in the lower.
/// Nothing when there are fewer different totals than bands.
[[nodiscard]] DerivedFloors floors_by_gaps(const DeriveInput& input);

}  // namespace je::sensitivity
