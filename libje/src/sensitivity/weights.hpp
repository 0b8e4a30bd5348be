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
#include "je/sensitivity/options.hpp"
#include "numerics/exact/fraction.hpp"
#include "numerics/weights/weights.hpp"
#include "sensitivity/floors.hpp"
#include "sensitivity/grid.hpp"
#include "sensitivity/region.hpp"

namespace je::sensitivity {

/// The part of a region in which a job's total is on one rung.
struct RungShare {
    Rung rung = 0;
    double share = 0;
    std::optional<double> standard_error;  // of a sampled share; nothing: exact within `error`
    double error = 0;                      // bound on the error of an exact one
};

/// The least change of the weights that takes a job over one edge of its band.
struct EdgeChange {
    Rung to = 0;                    // where that leads
    numerics::Fraction moved;       // share of all weight that moves: half the sum of |w - w0|
    std::vector<double> weights;    // after that move
    std::vector<double> by_spread;  // weights at the critical spread: the least largest relative change
    double distance = 0;            // root of the least sum of (w - w0)^2
    std::vector<double> nearest;    // weights at that distance
};

/// The mean weights of the scenarios that put a job on one rung, with the standard error of each.
struct CentralWeights {
    Rung rung = 0;
    std::uint64_t scenarios = 0;  // that do; at least 1
    std::vector<double> weights;
    std::vector<double> standard_errors;
};

/// What a region of weights can do to one job. Totals are in units of the grid.
struct JobWeights {
    Rung rung = 0;         // now
    Ladder::Stretch kept;  // the rungs on which the job keeps its band: this one, or more where bands overlap
    std::optional<numerics::Fraction> critical_up;    // least spread that can reach the rung above these; nothing: none can
    std::optional<numerics::Fraction> critical_down;  // the spread up to which these cannot be lost downwards
    numerics::TotalRange range;                       // over the region, exact
    Rung lowest = 0;                                  // rungs of the two ends
    Rung highest = 0;
    std::vector<RungShare> shares;                        // rungs from lowest to highest whose share is not 0
    std::vector<numerics::WeightInterval> one_at_a_time;  // one for each factor of the grid
    std::optional<EdgeChange> up;
    std::optional<EdgeChange> down;
    std::vector<CentralWeights> central;  // of each rung that came up; only when asked for
};

/// Every share called exact is right to within this, its ten printed digits included; the bounds that numerics proves
/// (spread_share.hpp, simplex_share.hpp) are far below.
inline constexpr double exact_share_error = 1e-9;

/// Whether the shares of this region have an exact form: all but Dirichlet weights whose parameters are not whole, and regions
/// with requirements.
[[nodiscard]] bool has_exact_shares(const Grid& grid, const Region& region);

/// Whether the shares of a result are exact: the region has such a form, and samples were not asked for.
[[nodiscard]] bool shares_are_exact(const Grid& grid, const WeightsOptions& options);

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

/// The points of two jobs, a number for each factor of the grid.
struct PairPoints {
    std::span<const std::int64_t> a;
    std::span<const std::int64_t> b;
};

/// The parts of a region in which job A has more than job B, and B more than A.
struct PairShare {
    double a_above = 0;
    double b_above = 0;
    bool equal_everywhere = false;         // the totals are the same whatever the weights of the region
    numerics::TotalRange difference;       // A's total less B's over the region, exact, in units of the grid
    std::optional<double> standard_error;  // of sampled shares, the larger of the two; nothing: exact within `error`
    double error = 0;
};

/// How often one job outscores another, for each pair.
///
///     const auto shares = compare_pairs(grid, std::array{PairPoints{clerk, cook}}, {.region = {.kind = RegionKind::simplex}});
///     shares[0].a_above        // clerk outscores cook for this share of all weights
///
/// The difference of two totals is linear in the weights, so its sign needs no more than the share of the region below 0 for
/// the differences of points: exact, as sensitivity::weigh is, where has_exact_shares and the method is not sampled; within
/// 1e-13 for the simplex and Dirichlet weights. Otherwise counted in the same scenarios as the bands are; equal totals, which
/// have no share unless they are equal everywhere, then count for neither. Where the exact
/// range says that only one is ever above, its share is exactly 1, sampled or not. Throws as `weigh` does.
[[nodiscard]] std::vector<PairShare> compare_pairs(const Grid& grid, std::span<const PairPoints> pairs,
                                                   const WeightsOptions& options);

}  // namespace je::sensitivity
