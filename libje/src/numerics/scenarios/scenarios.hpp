// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace je::numerics {

/// How the scenarios of a source are written down in whole numbers. Scenario i multiplies the points of factor f by
///
///     k_f = gains[f] * (offset + e_f),        e_f whole, from -reach to reach
///
/// and a job's total is then, with m_f the largest points of factor f and M their sum,
///
///     T = M * sum k_f p_f / sum k_f m_f       or, when `unit` is set and nothing is rescaled,       T = sum k_f p_f / unit
///
/// so that T is at or above a floor exactly when sum k_f p_f is at or above a whole number that depends on scenario and floor
/// alone.
struct ScenarioForm {
    std::vector<std::int64_t> largest;      ///< m_f, each above 0
    std::vector<std::int64_t> gains;        ///< each above 0; all 1 unless the multipliers of small factors would be coarse
    std::int64_t offset = 0;                ///< 0 or more
    std::int64_t reach = 0;                 ///< at most 32,767, but for lists of the tests
    std::optional<std::int64_t> most_size;  ///< what sum k_f m_f never exceeds, where that is less than its parts allow
    std::optional<std::int64_t> unit;       ///< set when the scheme's largest total moves with the weights
};

/// Scenarios: sets of multipliers of the factors' points. Immutable; `fill` may be called from several threads.
///
/// Scenario i depends on the source and i alone, so it does not matter how scenarios are divided over threads, blocks or
/// computers.
/// Streams 0 and 1 of a RandomStream are used up by sources; draws of other things, such as levels, take streams from 2.
class ScenarioSource {
public:
    virtual ~ScenarioSource() = default;
    ScenarioSource(const ScenarioSource&) = delete;
    ScenarioSource& operator=(const ScenarioSource&) = delete;

    [[nodiscard]] const ScenarioForm& form() const { return form_; }
    [[nodiscard]] std::size_t factors() const { return form_.largest.size(); }
    /// How many scenarios there are: of a list, its length; otherwise without limit.
    [[nodiscard]] virtual std::uint64_t size() const { return std::numeric_limits<std::uint64_t>::max(); }
    /// e of scenarios first, first + 1, ...: `out` holds factors() numbers for each, one scenario after the other.
    virtual void fill(std::uint64_t first, std::span<std::int64_t> out) const = 0;

protected:
    explicit ScenarioSource(ScenarioForm form) : form_{std::move(form)} {}

private:
    ScenarioForm form_;
};

using Scenarios = std::shared_ptr<const ScenarioSource>;

/// The weight of every factor in scenarios first, first + 1, ..., count of them, in whole 2^-32, rounded half up, scenario
/// after scenario: w_f = k_f m_f / sum k_g m_g. Scenarios without rescaling have these weights too.
[[nodiscard]] std::vector<std::uint64_t> scenario_weights(const ScenarioSource& source, std::uint64_t first, std::size_t count);

/// A fraction of whole numbers, the lower one above 0.
struct Ratio {
    std::int64_t above = 0;
    std::int64_t below = 1;
};

// All of these throw std::invalid_argument for what their comments exclude; `largest` is m_f, each above 0 and together below
// 2^50.

/// Every weight multiplied by a number of its own from 1 - spread to 1 + spread, all equally likely, then rescaled to sum 1
/// unless `rescale` is false. The spread is above 0 and at most 1.
///
/// The numbers are whole multiples of 1 / offset, 2 reach + 1 of them, as many as 16 bits and the size of the points allow,
/// placed at the middle of equal cells of the range: so their mean is that of the range, and their variance is within 1 in 16
/// reach^2 of it.
[[nodiscard]] Scenarios spread_scenarios(std::vector<std::int64_t> largest, Ratio spread, bool rescale, std::uint64_t seed);

/// Weights uniform on { w_f >= least, sum w_f = 1 }. `least` times the number of factors is below 1, and least is 0 or more.
///
/// Uniform spacings: the gaps between sorted whole random numbers of 32 bits, without a logarithm. The multipliers are the
/// weights in 2^-15 or finer, rounded half up.
[[nodiscard]] Scenarios simplex_scenarios(std::vector<std::int64_t> largest, Ratio least, std::uint64_t seed);

/// Weights w ~ Dirichlet(concentration * w0), w0_f = m_f / M; the concentration is above 0 and at most 10^6.
///
/// Where all concentration * w0_f are whole and their sum is at most 512, by uniform spacings, taken together; otherwise by
/// gamma variates (Marsaglia and Tsang, "A simple method for generating gamma variables", 2000) with a logarithm and an
/// exponential made of + - * / alone, so that every machine gets the same bits. Multipliers as for the simplex.
[[nodiscard]] Scenarios dirichlet_scenarios(std::vector<std::int64_t> largest, Ratio concentration, std::uint64_t seed);

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

/// How hit-and-run goes. A chain starts at the inside point, makes `burn_in` steps, then gives a scenario after every
/// `thinning` steps.
struct HitAndRunOptions {
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
                                           const HitAndRunOptions& options = {});

/// What the options come to for a number of factors: the steps that a report states.
[[nodiscard]] HitAndRunOptions with_defaults(const HitAndRunOptions& options, std::size_t factors);

/// How many independent draws tell as much about the mean of `values` as these: n / (1 + 2 * sum of autocorrelations), at most
/// n; the autocovariances at each distance are taken within chains of `chain_length` (the last may be shorter) about the mean
/// of all, and summed in pairs while the pairs are positive (Geyer, "Practical Markov chain Monte Carlo", 1992). The number of
/// values when they are all alike.
[[nodiscard]] double effective_sample_size(std::span<const double> values, std::size_t chain_length);

/// The smallest effective sample size of the weight of any factor over `count` scenarios from 0, worked out from at most the
/// first sixteen chains and scaled up.
[[nodiscard]] double least_effective_size(const ScenarioSource& source, std::uint64_t count, std::size_t chain_length = 512);

/// Jobs and floors, all in whole numbers of one unit of points.
struct ScenarioJobs {
    std::span<const std::int64_t> points;  ///< p_jf, job after job, as many for each as the source has factors
    std::span<const std::int64_t> floors;  ///< rising
};

/// Scenarios first, first + 1, ..., last - 1. Shards are ranges side by side: their counts add up.
struct ScenarioRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// The code that does the work. All give the same counts; `automatic` takes the widest the processor has.
enum class Instructions { automatic, plain, avx2, avx512, wide };

struct KernelOptions {
    std::size_t threads = 0;  ///< 0: as many as the machine has; one is used for fewer than 10^6 evaluations
    /// A kind the processor lacks is replaced by the widest it has; `wide` is 64-bit arithmetic, taken also wherever 32 bits
    /// might not do.
    Instructions instructions = Instructions::automatic;
    /// Called now and then by the calling thread with the scenarios done so far.
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

struct ScenarioCounts {
    std::uint64_t scenarios = 0;
    std::vector<std::uint64_t> at_or_above;   ///< [job][floor]: scenarios in which the job's total is at or above the floor
    Instructions used = Instructions::plain;  ///< never `automatic`
    std::size_t distinct_jobs = 0;            ///< jobs with points that no job before them has
};

/// Counts, for every job and floor, the scenarios with the total at or above the floor, exactly.
///
///     const auto source = simplex_scenarios(largest, {0, 1}, seed);
///     const auto counts = count_scenarios(*source, {points, floors}, {0, 100000});
///     counts.at_or_above[job * floors.size() + floor]         // of 100,000
///
/// The same on any number of threads, with any instructions, and for ranges added up. Memory beyond points and counts: a few
/// megabytes, whatever the numbers of jobs and scenarios. Throws std::invalid_argument when sizes do not fit together, floors
/// do not rise or the source has fewer scenarios, and std::overflow_error when a sum might not fit 64 bits (largest points up
/// to 10^13 do).
[[nodiscard]] ScenarioCounts count_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                                             const KernelOptions& options = {});

/// Scenarios with every number that leads to a band: what ranks, central weights and changes of band are counted from.
struct ScenarioBlock {
    std::uint64_t first = 0;  ///< the number of its first scenario
    std::size_t count = 0;
    std::span<const std::int64_t> totals;  ///< [job][scenario]: sum_f k_f p_jf, comparable within a scenario
    std::span<const std::int64_t>
        bounds;  ///< [floor][scenario]: the job is at or above the floor when its total is not below this
    std::span<const std::uint64_t> weights;  ///< [scenario][factor], in whole 2^-32

    [[nodiscard]] std::span<const std::int64_t> job(std::size_t j) const { return totals.subspan(j * count, count); }
    [[nodiscard]] std::span<const std::int64_t> floor(std::size_t i) const { return bounds.subspan(i * count, count); }
};

/// Calls `visit` on the calling thread with block after block, in order, until the range is done. Totals are worked out on
/// `threads`. What the visitor adds up in whole numbers is the same for ranges added up. Blocks are of at most 512 scenarios,
/// and fewer for many jobs, so that memory stays at about 20 megabytes (8 bytes a job at least). Throws as count_scenarios
/// does.
void visit_scenarios(const ScenarioSource& source, const ScenarioJobs& jobs, ScenarioRange range,
                     const std::function<void(const ScenarioBlock&)>& visit, const KernelOptions& options = {});

}  // namespace je::numerics
