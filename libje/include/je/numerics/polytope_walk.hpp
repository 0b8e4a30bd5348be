// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "je/numerics/scenarios.hpp"

namespace je::numerics {

/// The weights w with w_f >= 0, sum 1 and, for each row, sum_f coefficients[f] w_f <= bound.
struct WeightPolytope {
    struct Row {
        std::vector<double> coefficients;
        double bound = 0;
    };
    std::vector<Row> rows;
    /// A point strictly inside: every w_f above 0, every row below its bound.
    std::vector<double> inside;
};

/// How the walk is made. A chain starts at the inside point, makes `burn_in` steps, then gives a scenario after every
/// `thinning` steps.
struct WalkOptions {
    std::size_t thinning = 0;        ///< 0: four steps for each factor
    std::size_t burn_in = 0;         ///< 0: 64 times the thinning
    std::size_t chain_length = 512;  ///< scenarios of one chain; chains are independent of each other
};

/// Weights uniform on a polytope, by hit-and-run (Smith, "Efficient Monte Carlo procedures for generating points uniformly
/// distributed over bounded regions", 1984): from a point, a direction uniform on the sphere of changes that keep the sum, then
/// a point uniform on the chord. Scenario i is the (i modulo chain_length)th of its chain, which has random numbers of its own,
/// so it depends on i and the seed alone; asking for scenarios from the middle of a chain costs walking it from its start.
///
/// The multipliers are rounded half up to 15 bits, the largest of each scenario to 32,767, so a scenario may overstep a row by
/// about 2^-16 of a weight. Throws std::invalid_argument when the inside point is not inside.
[[nodiscard]] Scenarios polytope_scenarios(std::vector<std::int64_t> largest, WeightPolytope polytope, std::uint64_t seed,
                                           const WalkOptions& options = {});

/// What the options come to for a number of factors: the steps that a report states.
[[nodiscard]] WalkOptions walk_made(const WalkOptions& options, std::size_t factors);

/// How many independent draws tell as much about the mean of `values` as these: n / (1 + 2 * sum of autocorrelations), at most
/// n; the autocovariances at each distance are taken within chains of `chain_length` (the last may be shorter) about the mean
/// of all, and summed in pairs while the pairs are positive (Geyer, "Practical Markov chain Monte Carlo", 1992). The number of
/// values when they are all alike.
[[nodiscard]] double effective_sample_size(std::span<const double> values, std::size_t chain_length);

/// The smallest effective sample size of the weight of any factor over `count` scenarios from 0, worked out from at most the
/// first sixteen chains and scaled up.
[[nodiscard]] double least_effective_size(const ScenarioSource& source, std::uint64_t count, std::size_t chain_length = 512);

}  // namespace je::numerics
