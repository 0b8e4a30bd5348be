// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/numerics/fraction.hpp"
#include "je/sensitivity/floors.hpp"
#include "je/sensitivity/grid.hpp"

namespace je::sensitivity {

/// The jobs' bands when one factor is taken out and the weights of the others are scaled up to fill its place: with P the total
/// of a job, p its points of the factor, m the factor's largest points and M the sum of all, T = M (P - p) / (M - m).
struct LeftOut {
    struct Job {
        std::size_t job = 0;  // position among the jobs
        Rung rung = 0;        // without the factor
    };
    std::vector<Job> moved;  // those whose rung changes, in the order given
    model::BandMoves moves;
};

/// What one factor does among these jobs. Indexes are those of the grid.
struct FactorEffect {
    numerics::Fraction weight;  // nominal: m / M
    /// The share of the variance of the totals that the factor drives, cov(p, P) / var(P). Shares of all factors sum to 1. One
    /// below 0 is that of a factor on which jobs with higher totals have fewer points. Nothing when the totals do not vary.
    std::optional<double> effective_weight;
    /// Nothing when it is the only factor.
    std::optional<LeftOut> left_out;
    /// Jobs that are not on their present rung for every weight of this factor from (1 - s) m / M to (1 + s) m / M, at most
    /// 1, the others scaled to keep the sum. 0 for an only factor, whose weight cannot move.
    std::size_t jobs_flipped = 0;
};

struct Factors {
    std::vector<FactorEffect> factors;
    std::size_t jobs = 0;
    std::string no_effective_weight;  // why there is none, in plain words; empty when there is
};

/// All of the above, for the jobs whose points stand in `points`, a row of grid.factors() for each job, and a relative change s
/// = `spread` of one weight, from 0 to 1 (std::invalid_argument).
///
///     const auto effects = factor_effects(grid, points, base::Decimal::from_units(2'000));  // +-20 %
///     effects.factors[0].jobs_flipped
///
/// Bands and counts compare whole numbers of 128 bits; effective weights are exact sums with one division at the end. Both
/// are good for points and sums of largest points up to numerics::largest_size_of_points.
[[nodiscard]] Factors factor_effects(const Grid& grid, std::span<const std::int64_t> points, base::Decimal spread,
                                     std::size_t threads = 0);

}  // namespace je::sensitivity
