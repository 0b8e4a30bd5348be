// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/band_table.hpp"
#include "je/numerics/result.hpp"
#include "je/sensitivity/floors.hpp"

namespace je::sensitivity {

// Floors made anew, for as many bands as the present table has. They are whole units above a total of a job or above the first
// floor; the first floor stays where it is, except where anchors move it: it says from where on there are bands, which these
// jobs do not. Declared holes are not carried over.
//
// A floor that is to part the totals a < b, neighbours among the jobs, is put midway: a + (b - a) / 2, rounded up to a whole
// unit. So it is above a and not above b; 10 and 13 are parted by 12, 10 and 11 by 11.

enum class FloorRule {
    anchors,      // named jobs keep their bands
    equal_width,  // bands as wide as one another
    equal_count,  // bands with as many jobs as one another
    largest_gaps  // floors where the totals of the jobs are furthest apart
};
[[nodiscard]] std::string_view to_text(FloorRule rule);  // "anchors", "equal-width", ...

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
