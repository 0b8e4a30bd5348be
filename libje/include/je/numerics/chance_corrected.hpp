// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "je/numerics/ratings.hpp"
#include "je/numerics/result.hpp"

namespace je::numerics {

/// Agreement among any number of raters beyond what chance would give: (observed - expected) / (1 - expected).
struct ChanceCorrected {
    Statistic value;
    std::optional<double> observed;  // agreement seen, 0 to 1
    std::optional<double> expected;  // agreement by chance, 0 to 1
    std::size_t left_out = 0;        // units that could not be used for the observed agreement
};

/// Fleiss' kappa over the units that every rater rated. Chance: each rater draws from the levels as often as all raters
/// together used them. It does not matter which rater gave which rating.
///
///     fleiss_kappa(table).value.value         // 0.209930704421955
///
/// Nothing when no unit is complete, there are fewer than two raters, or all ratings are the same.
/// Source: Fleiss (1971), Measuring nominal scale agreement among many raters.
[[nodiscard]] ChanceCorrected fleiss_kappa(const RatingTable& table);

/// Gwet's AC1 (unweighted) or AC2 (weighted): stays near the observed agreement where nearly all ratings are the same, when
/// kappa breaks down. `scale` has all levels there are, used or not.
///
///     gwet_ac(table, Scale::whole(1, 5), Weighting::unweighted).value.value       // 0.775444068126995
///
/// Gaps are allowed: units with two or more ratings give the observed agreement (`used`), and all units with any rating give
/// the use of the levels. Nothing when no unit has two ratings, the scale has one level, or a rating is not on the scale.
/// Sources: Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement; Gwet (2014),
/// Handbook of inter-rater reliability, for weights and gaps.
[[nodiscard]] ChanceCorrected gwet_ac(const RatingTable& table, const Scale& scale, Weighting weighting);

/// Brennan and Prediger's coefficient: chance draws every level of the scale equally often. Gaps, failures and `used` as for
/// `gwet_ac`. Source: Brennan and Prediger (1981), Coefficient kappa: some uses, misuses, and alternatives; weights as in Gwet.
[[nodiscard]] ChanceCorrected brennan_prediger(const RatingTable& table, const Scale& scale, Weighting weighting);

}  // namespace je::numerics
