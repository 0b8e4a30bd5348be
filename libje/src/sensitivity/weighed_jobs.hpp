// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sensitivity/floors.hpp"
#include "sensitivity/weightings.hpp"

namespace je::sensitivity {

// What other weightings do to complete jobs. A total is a fraction, and its band is decided on it: a total equal to a floor is
// in the band that begins there. A band's stated `max` plays no part and declared holes do, as in all of sensitivity; bands are
// by points.

/// A job under one weighting.
struct WeighedJob {
    numerics::Fraction total;  // in ten-thousandths of a point
    model::BandOrNone band;
    model::BandMove direction = model::BandMove::same;  // from its band under the scheme's own weights and floors
    std::size_t rank = 1;                               // 1 is the highest total; equal ones share the better rank
    std::int64_t rank_change = 0;                       // rank under the scheme's own weights less this one: above 0, it rises
};

/// All jobs under one weighting.
struct WeighedJobs {
    WeightDistance distance;
    numerics::Fraction largest_total;  // in ten-thousandths of a point
    std::vector<Points> floors;        // made anew, one for each band; empty: those of the table
    std::vector<WeighedJob> jobs;      // in the order given
    model::BandMoves moves;
};

struct WeighedInput {
    const model::Scheme& scheme;
    const model::BandTable& table;
    std::span<const std::string> jobs;  // ids
    std::span<const Points> points;     // a row of the scheme's scored units for each job
    Points unit = Points::whole(1);     // in which floors made anew are whole: it divides all points and floors of the scheme
};

/// The jobs under each weighting, the scheme's own first. Floors made anew are whole units (parts of `rounding.to` where points
/// are rounded), so that a total counts with the whole units it has reached. A weighting whose floors cannot be made, or that
/// anchors a job which is none of these, is an error (JE-Z13, JE-Z19), and nothing stands in its place.
[[nodiscard]] std::vector<std::optional<WeighedJobs>> weigh_jobs(const WeighedInput& input,
                                                                 std::span<const Weighting> weightings,
                                                                 base::Diagnostics& diagnostics);

}  // namespace je::sensitivity
