// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "je/numerics/weights.hpp"
#include "je/sensitivity/grid.hpp"
#include "je/sensitivity/weights.hpp"

namespace je::sensitivity {

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
