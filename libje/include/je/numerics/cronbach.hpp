// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "je/numerics/ratings.hpp"
#include "je/numerics/result.hpp"

namespace je::numerics {

/// Cronbach's alpha with raters as items: how reliable the average of the raters is.
struct CronbachAlpha {
    Statistic raw;             // from the variances; equal to ICC(3,k)
    Statistic standardised;    // from the mean correlation between raters, as if all used the same spread of ratings
    std::size_t left_out = 0;  // units without a rating by every rater
};

/// Alpha over the units that every rater rated.
///
///     cronbach_alpha(table).raw.value         // 0.909315542377069
///
/// Both are nothing when fewer than two units are complete, there are fewer than two raters, or the raters contradict each
/// other so that alpha would be below 0 (`formula` has the number). Raw is nothing when the raters' totals are all the same;
/// standardised when any rater gave all units the same rating.
///
/// Formulas: k / (k - 1) (1 - sum of variances / variance of the sums); k r / (1 + (k - 1) r), r the mean correlation.
/// Source: Cronbach (1951), Coefficient alpha and the internal structure of tests.
[[nodiscard]] CronbachAlpha cronbach_alpha(const RatingTable& table);

}  // namespace je::numerics
