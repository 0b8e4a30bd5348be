// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "je/numerics/linear_programme.hpp"
#include "je/numerics/scenarios.hpp"
#include "je/numerics/weights.hpp"
#include "je/sensitivity/grid.hpp"
#include "je/sensitivity/region.hpp"

namespace je::sensitivity {

/// How much of a cut region there is.
enum class Room {
    empty,  // no weights meet everything that is required
    flat,   // some do, but too few to take a sample of: on a plane, or less than 2^-16 of all weight from edge to edge
    full,
};

/// The weights of a region that meet its requirements, all equally likely: of the simplex, those of the least weight and more;
/// of a spread s, those with |w_f - w0_f| <= s w0_f. They sum to 1, and nothing is rescaled.
///
///     const CutRegion cut{grid, region};
///     if (cut.room() == Room::full) {
///         cut.range(points);                                // exact: a linear programme each way, about 1 ms together
///         cut.scenarios(seed);                              // hit-and-run
///     }
///
/// Immutable. Throws std::invalid_argument for Dirichlet weights, for a spread that is not rescaled, and for equalities.
class CutRegion {
public:
    CutRegion(const Grid& grid, const Region& region);

    [[nodiscard]] Room room() const { return room_; }
    /// The least and the largest total of a job; `points` may be differences of points. std::logic_error when empty.
    [[nodiscard]] numerics::TotalRange range(std::span<const std::int64_t> points) const;
    /// std::logic_error unless there is room.
    [[nodiscard]] numerics::Scenarios scenarios(std::uint64_t seed) const;

private:
    std::vector<std::int64_t> largest_;
    std::int64_t largest_total_ = 0;
    numerics::LinearRegion weights_;
    Room room_ = Room::empty;
    numerics::WeightPolytope polytope_;
};

/// How scenarios of a cut region are walked to, and how many independent ones they are worth.
struct WalkMade {
    std::size_t burn_in = 0;
    std::size_t thinning = 0;
    double effective_size = 0;  // the smallest for the weight of any factor; at most the number of scenarios
};
[[nodiscard]] WalkMade walk_made(const Grid& grid, const Region& region, std::uint64_t scenarios, std::uint64_t seed);

}  // namespace je::sensitivity
