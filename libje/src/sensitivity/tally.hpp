// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/sensitivity/tally.hpp"
#include "numerics/scenarios/scenarios.hpp"
#include "sensitivity/levels.hpp"
#include "sensitivity/weights.hpp"

namespace je::sensitivity {

/// Uncertain levels and floors beside uncertain weights.
struct JointOptions {
    /// How the level of each factor of each job moves; all draws are independent.
    AdjacentLevels levels{};
    /// All floors move together by a whole number of units of the grid from -K to K, all equally likely. At most 10^9.
    std::int64_t floor_shift = 0;
};

/// What is counted over a region's scenarios.
struct TallyOptions {
    Region region;
    std::uint64_t seed = 1;
    bool shares = true;    // how often each job is at or above each start of a rung
    bool central = false;  // and the weights with which it is on each rung: needs `shares`
    std::optional<JointOptions> joint;
    std::size_t threads = 0;
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

struct TallyJobs {
    std::span<const std::int64_t> points;  // a row of grid.factors() for each job
    // For joint alone: a row of scheme->factors() for each job, as level_row gives it.
    std::span<const std::uint16_t> levels{};
    const model::Scheme* scheme = nullptr;
};

/// Positions of a complete job's levels, after derivations and modifiers, one for each factor of the scheme.
[[nodiscard]] std::vector<std::uint16_t> level_row(const scoring::Score& score);

/// Counts scenarios range.first to range.last - 1.
///
///     const Tally half = tally(grid, jobs, {0, 50'000}, options);
///     Tally all = half;
///     all.add(tally(grid, jobs, {50'000, 100'000}, options));     // == tally(grid, jobs, {0, 100'000}, options)
///
/// Scenario i is the same whatever the range, the threads and the machine: its weights are those of the region's source; its
/// shift of the floors comes from stream 2 of RandomStream{seed, i}, the levels of job j from stream 3 + j, a draw for each
/// factor of the scheme that has several levels. Totals are compared with floors exactly.
///
/// A job's rank in a joint scenario is one more than the number of jobs with a higher total: jobs with equal totals share the
/// better rank. Points of a matrix follow the moved levels of both its factors; where the scheme does not allow that pair, the
/// points stay as they are. Derivations, modifiers, constraints and band rules play no part: bands are those by points.
///
/// Memory beyond the counts is some 20 megabytes and 8 bytes a job, whatever the scenarios. Throws std::invalid_argument when
/// sizes do not fit together or counts might not fit 64 bits (central: 2^32 scenarios; ranks: jobs squared times scenarios),
/// and std::overflow_error when a total might not.
[[nodiscard]] Tally tally(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options);

/// Lists of the lengths that `tally` gives for so many jobs, all 0: what counts read from elsewhere must fit.
[[nodiscard]] Tally empty_tally(const Grid& grid, std::size_t jobs, const TallyOptions& options);

/// Everything about weights for the jobs whose points stand in `points`, a row of grid.factors() for each job.
///
///     const auto weights = weigh(grid, points, {.region = {.kind = RegionKind::simplex}}, counted, 0);
///     weights[0].critical_up       // "holds as long as no weight moves by as much"
///
/// Critical spreads, ranges, single weights and smallest changes are exact fractions and do not depend on options. Shares are
/// exact where `has_exact_shares` and the method is not `sampled`: within 1e-13 for the simplex and Dirichlet weights, and
/// within the bound that each carries, below 1e-9, for a spread. Sampled ones carry their standard error, sqrt(a (1-a) / n),
/// with the effective size for n where scenarios are walked to. Such a region must have room (std::logic_error; see CutRegion).
/// A rung that the exact range leaves out never has a share, and a range within one rung has share 1. Sampled shares
/// and central weights are taken from a tally over the same region, in which the first of these jobs is number `first_job`.
/// `bands`: of a table that overlaps, the band chosen for each job; none where no choice is recorded.
[[nodiscard]] std::vector<JobWeights> weigh(const Grid& grid, std::span<const std::int64_t> points,
                                            const WeightsOptions& options, const Tally& tally, std::size_t first_job,
                                            std::span<const model::BandOrNone> bands = {});

struct SampledShare {
    std::size_t of = 0;  // rank, or number of jobs
    double share = 0;
    double standard_error = 0;
};

/// What joint scenarios do to one job. `effective` is how many independent scenarios those of the tally are worth, for standard
/// errors; 0: as many as they are.
struct JointJob {
    std::vector<RungShare> shares;    // those that are not 0, lowest rung first
    std::vector<SampledShare> ranks;  // those of the first ranks that came up
    double expected_rank = 0;
    double expected_rank_error = 0;  // its standard error
};
[[nodiscard]] JointJob joint_job(const Tally& tally, std::size_t job, double effective = 0);

/// How many jobs have another band than now.
struct JointSummary {
    std::vector<SampledShare> changing;  // numbers that came up, rising
    double mean = 0;
    double mean_error = 0;  // its standard error
};
[[nodiscard]] JointSummary joint_summary(const Tally& tally, double effective = 0);

/// The shift of all floors in a joint scenario, in units of the grid.
[[nodiscard]] std::int64_t floor_shift_of(const JointOptions& joint, std::uint64_t seed, std::uint64_t scenario);

/// Calls `take` with each scenario of a range: its number, the weight of each factor of the grid in whole 2^-32, and the shift
/// of the floors (0 unless joint).
void list_scenarios(const Grid& grid, numerics::ScenarioRange range, const TallyOptions& options,
                    const std::function<void(std::uint64_t, std::span<const std::uint64_t>, std::int64_t)>& take);

/// Base weights in whole 2^-32, rounded down.
[[nodiscard]] std::vector<std::uint64_t> base_weights(const Grid& grid);
/// (weight - base)^2 in whole 2^-32, both in 2^-32, rounded half up: variances are told from what is small, not as the small
/// difference of two large sums.
[[nodiscard]] std::uint64_t squared_difference(std::uint64_t weight, std::uint64_t base);

/// Counts joint scenarios into the lists of `out` that `empty_tally` made for them.
void count_joint(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options,
                 Tally& out);

}  // namespace je::sensitivity
