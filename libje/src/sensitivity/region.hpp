// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/base/diagnostic.hpp"
#include "je/sensitivity/options.hpp"
#include "numerics/exact/fraction.hpp"
#include "numerics/exact/linear_programme.hpp"
#include "numerics/scenarios/scenarios.hpp"
#include "numerics/weights/weights.hpp"
#include "sensitivity/grid.hpp"

namespace je::sensitivity {

/// A linear constraint between weights: `constraint` has a coefficient for each factor of a grid.
struct Requirement {
    std::string text;  // as written
    numerics::LinearConstraint constraint;

    /// Whether these weights meet it, exactly.
    [[nodiscard]] bool met_by(std::span<const numerics::Fraction> weights) const;
};

/// What the weights of a region must meet besides.
[[nodiscard]] inline std::span<const Requirement> required_of(const Region& region) {
    return region.required ? std::span{*region.required} : std::span<const Requirement>{};
}

/// Adds to what weights must meet.
void require(Region& region, Requirement requirement);

/// A decimal as a fraction, exactly.
[[nodiscard]] inline numerics::Fraction fraction_of(base::Decimal value) {
    return {value.units(), base::Decimal::units_per_one};
}

/// Reads a constraint between the weights of a scheme's factors.
///
///     const auto read = read_requirement("group:skills >= 0.40", scheme, grid);
///     read_requirement("emotional-demands >= mental-demands", scheme, grid);
///     read_requirement("2*knowledge + people <= 50%", scheme, grid);
///
/// On either side of >= or <= stand weights and numbers, added or subtracted, with a space about + and -, as ids may hold a
/// hyphen. A weight is the id of a factor or matrix (`factor:7` for one that reads as a number), or `group:` and the id of a
/// group, which is the sum of the weights in it; a number and * may stand before it. Numbers have at most four digits after the
/// point, and may be in percent.
///
/// Otherwise what is wrong, with the place in the expression: JE-U81 for its form, JE-U82 for an id that has no weight, with
/// the nearest spelling, and JE-U83 for =, < and >: weights on a plane have no room to sample, and < and > cut off no more than
/// their edge.
[[nodiscard]] std::variant<Requirement, base::Diagnostic> read_requirement(std::string_view text, const model::Scheme& scheme,
                                                                           const Grid& grid);

/// Scenarios of a region: the same for the same seed.
[[nodiscard]] numerics::Scenarios scenarios_of(const Grid& grid, const Region& region, std::uint64_t seed);

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
