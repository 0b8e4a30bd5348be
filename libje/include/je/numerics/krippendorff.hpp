// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/numerics/ratings.hpp"
#include "je/numerics/result.hpp"

namespace je::numerics {

/// How far apart two ratings are.
enum class Metric {
    nominal,   // the same or not
    ordinal,   // by how many ratings lie between them, those equal to either counted half
    interval,  // by the square of their difference
    ratio,     // by the square of their difference over their sum; for ratings of at least 0
};

/// Krippendorff's alpha: 1 for perfect agreement, 0 for what chance would give, below 0 for less than that.
///
///     krippendorff_alpha(table, Metric::ordinal).value
///
/// Gaps are allowed: a unit with fewer than two ratings drops out first, and all counts are of what is left (`used`: the units
/// left, and the raters who rated any of them). Nothing when no unit has two ratings; when all ratings left are the same; and
/// for `ratio` with a rating below 0. Cost: the square of the number of different ratings.
///
/// Formula: 1 - Do / De; Do averages the metric over the pairs within units, a unit with m ratings weighted by 1 / (m - 1); De
/// averages it over all pairs of ratings. Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability.
[[nodiscard]] Statistic krippendorff_alpha(const RatingTable& table, Metric metric);

}  // namespace je::numerics
