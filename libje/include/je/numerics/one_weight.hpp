// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "je/numerics/weighing.hpp"

namespace je::numerics {

/// What lies beyond one end of a weight's interval.
struct BesideWeight {
    Fraction at;                     // where it begins
    std::size_t floors_reached = 0;  // how many floors the total has reached there: 0 is below the first
};

/// The weights of one factor for which a total has reached the same floors as it has at the base weight.
struct WeightInterval {
    Fraction from = 0;
    Fraction to = 1;
    /// Whether the ends belong to it. One that does not is where a floor is just reached, so it belongs to the neighbour; an
    /// end that does, with a neighbour, is where a floor is just held.
    bool from_included = true;
    bool to_included = true;
    std::optional<BesideWeight> below;  // at lower weights; nothing when the interval goes down to 0
    std::optional<BesideWeight> above;  // at higher weights; nothing when it goes up to 1
};

/// How far the weight of one factor can go from its base weight, the other weights keeping their proportions, before the total
/// reaches or loses one of `floors`, which rise.
///
///     const std::vector<std::int64_t> points{30, 70}, largest{50, 100}, floors{80, 102};
///     one_weight({points, largest}, floors, 0);     // from above 1/5 to 1, now 1/3; below: 2 floors
///
/// At weight x the total is x S_f + (1-x) R, with R = M (P - points_f) / (M - largest_f) that of the others alone: a straight
/// line through P at the base weight, so that each end has a closed form. A factor for which S_f = R changes nothing at any
/// weight. The weight of an only factor is 1 and cannot move.
///
/// `factor` counts from 0 (std::out_of_range). Throws std::invalid_argument when `floors` fall, std::overflow_error when one is
/// larger than `largest_size_of_points`.
[[nodiscard]] WeightInterval one_weight(const Weighing& weighing, std::span<const std::int64_t> floors, std::size_t factor);

}  // namespace je::numerics
