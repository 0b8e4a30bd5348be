// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/numerics/ratings.hpp"
#include "je/numerics/result.hpp"

namespace je::numerics {

/// The share of units, among those with two or more ratings, on which all ratings are equal. From 0 to 1; `used.units` is how
/// many units had two or more ratings. Ratings are equal when they are the same number.
///
///     exact_agreement(table).value        // 0.25: on a quarter of the units everyone gave the same rating
///
/// Nothing when no unit has two ratings. It does not allow for agreement by chance, and falls as raters are added.
[[nodiscard]] Statistic exact_agreement(const RatingTable& table);

/// The share of pairs of ratings of the same unit that are equal, taken for each unit with two or more ratings and then
/// averaged over these units, each counting the same. From 0 to 1; nothing when no unit has two ratings.
/// Source: the observed agreement of Fleiss (1971), and with gaps of Gwet (2008).
[[nodiscard]] Statistic pairwise_agreement(const RatingTable& table);

}  // namespace je::numerics
