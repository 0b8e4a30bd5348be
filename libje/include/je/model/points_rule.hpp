// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "je/model/ids.hpp"

namespace je::model {

enum class RoundingMode { half_up, half_even, half_down, down, up };

/// Rounding to the nearest multiple of `to` (above zero) by a named mode. `down` is towards zero, `up` away from it.
struct Rounding {
    base::Decimal to = base::Decimal::from_units(1);
    RoundingMode mode = RoundingMode::half_up;
};

enum class PointsRuleKind {
    table,       // each level states its points
    matrix,      // points come from a matrix cell
    arithmetic,  // equal steps from `lowest` to the top
    geometric,   // equal ratios from `lowest` to the top
    scores,      // top x score / largest score
    percent,     // a percentage of the points of another unit
    none,        // the scheme has no points
};

/// How the points of a factor's levels come about. For the weighted kinds the top level has
/// top = largest_total x weight / weights_total points, and level i of n (i from 0) has
///
///     arithmetic   lowest + (top - lowest) x i / (n - 1)
///     geometric    lowest x (top / lowest) ^ (i / (n - 1))
///     scores       top x score_i / score_(n-1)
///
/// each rounded exactly (integers and rationals only; the geometric root is decided by comparing whole powers).
/// Arithmetic and geometric steps: ILO, "Promoting equity: gender-neutral job evaluation for equal pay", 2008.
struct PointsRule {
    PointsRuleKind kind = PointsRuleKind::table;
    Weight weight{};
    Points lowest{};
    Rounding rounding{};
};

/// What the weighted factors of a scheme share.
struct WeightScale {
    Points largest_total{};                     // the scheme's max_total
    Weight weights_total = Weight::whole(100);  // what all weights add up to
};

/// The most levels a geometric rule is expanded for: the work grows with the cube of their number, and files come from
/// strangers. Whoever reads a scheme refuses more.
inline constexpr std::size_t largest_geometric_level_count = 100;

enum class ExpansionError {
    too_few_levels,       // arithmetic and geometric need two
    lowest_not_positive,  // geometric needs lowest > 0
    lowest_above_top,
    scores_not_rising,
    too_large,  // a level beyond the range of a decimal
};

/// The points of `level_count` levels under a weighted rule; `scores` is used by that kind alone (one per level, rising,
/// the largest above zero). Exact. Errors name what makes the rule impossible. A logic error: the kinds `table` and
/// `matrix`, scores that are not one per level, a rounding step or a total of the weights not above zero, and a geometric
/// rule of more levels than `largest_geometric_level_count`.
struct Expansion {
    std::vector<Points> points;
    std::optional<ExpansionError> error;
};
[[nodiscard]] Expansion expand(const PointsRule& rule, const WeightScale& scale, std::size_t level_count,
                               const std::vector<base::Decimal>& scores);

/// numerator / denominator rounded to a multiple of `rounding.to`; denominator above zero. Throws std::overflow_error when
/// that is beyond 64 bits.
[[nodiscard]] base::Decimal round_fraction(std::int64_t numerator_units, std::int64_t denominator, const Rounding& rounding);

/// base x percent / 100, rounded exactly; nothing beyond the range of a decimal that a file may state. Neither is below zero.
[[nodiscard]] std::optional<Points> round_percent(Points base, base::Decimal percent, const Rounding& rounding);

/// What `points` weigh among a largest total above zero, rounded half up to a multiple of `to`.
[[nodiscard]] Weight weight_of(Points points, const WeightScale& scale, base::Decimal to);

/// Whether a weight printed beside points is what they weigh: exactly, or to a multiple of `rounded_to`, where exactly half
/// may have gone either way.
[[nodiscard]] bool is_weight_of(Weight printed, Points points, const WeightScale& scale,
                                const std::optional<Weight>& rounded_to);

}  // namespace je::model
