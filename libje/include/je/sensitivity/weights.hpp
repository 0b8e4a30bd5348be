// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "je/numerics/weights.hpp"
#include "je/sensitivity/grid.hpp"
#include "je/sensitivity/region.hpp"

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
    Rung rung = 0;                                    // now
    std::optional<numerics::Fraction> critical_up;    // least spread that can reach the next rung; nothing: none can
    std::optional<numerics::Fraction> critical_down;  // the spread up to which the present rung cannot be lost
    numerics::TotalRange range;                       // over the region, exact
    Rung lowest = 0;                                  // rungs of the two ends
    Rung highest = 0;
    std::vector<RungShare> shares;                        // rungs from lowest to highest whose share is not 0
    std::vector<numerics::WeightInterval> one_at_a_time;  // one for each factor of the grid
    std::optional<EdgeChange> up;
    std::optional<EdgeChange> down;
    std::vector<CentralWeights> central;  // of each rung that came up; only when asked for
};

enum class Method { exact, sampled, automatic };

struct WeightsOptions {
    Region region;
    Method method = Method::automatic;
    std::uint64_t scenarios = 100'000;  // where shares are sampled
    std::uint64_t seed = 1;
    bool central = false;  // central weights too, always sampled
    std::size_t threads = 0;
    /// How many independent scenarios those of a cut region are worth, for standard errors, as walk_made says; 0: worked out.
    double effective_size = 0;
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

/// Every share called exact is right to within this, its ten printed digits included; the bounds that numerics proves
/// (spread_share.hpp, simplex_share.hpp) are far below.
inline constexpr double exact_share_error = 1e-9;

/// Whether the shares of this region have an exact form: all but Dirichlet weights whose parameters are not whole, and regions
/// with requirements.
[[nodiscard]] bool has_exact_shares(const Grid& grid, const Region& region);

/// Whether the shares of a result are exact: the region has such a form, and samples were not asked for.
[[nodiscard]] bool shares_are_exact(const Grid& grid, const WeightsOptions& options);

/// Everything about weights for the jobs whose points stand in `points`, a row of grid.factors() for each job.
///
///     const auto weights = weigh(grid, points, {.region = {.kind = RegionKind::simplex}});
///     weights[0].critical_up       // "holds as long as no weight moves by as much"
///
/// Critical spreads, ranges, single weights and smallest changes are exact fractions and do not depend on options. Shares are
/// exact where `has_exact_shares` and the method is not `sampled`: within 1e-13 for the simplex and Dirichlet weights, and
/// within the bound that each carries, below 1e-9, for a spread. Sampled ones carry their standard error, sqrt(a (1-a) / n),
/// with the effective size for n where scenarios are walked to. Such a region must have room (std::logic_error; see CutRegion).
/// A rung that the exact range leaves out never has a share, and a range within one rung has share 1.
[[nodiscard]] std::vector<JobWeights> weigh(const Grid& grid, std::span<const std::int64_t> points,
                                            const WeightsOptions& options);

}  // namespace je::sensitivity
