// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/tally.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "numerics/parallel.hpp"
#include "sensitivity/exact_shares.hpp"

namespace je::sensitivity {

namespace {

using numerics::Int128;
using Named = std::pair<std::string_view, std::vector<std::uint64_t> Tally::*>;

constexpr std::array<Named, 8> all_lists{{{"at_or_above", &Tally::at_or_above},
                                          {"central_sums", &Tally::central_sums},
                                          {"central_squares", &Tally::central_squares},
                                          {"joint_at_or_above", &Tally::joint_at_or_above},
                                          {"ranks", &Tally::ranks},
                                          {"rank_sums", &Tally::rank_sums},
                                          {"rank_squares", &Tally::rank_squares},
                                          {"changing", &Tally::changing}}};

void check_room(std::size_t jobs, std::uint64_t scenarios, const TallyOptions& options) {
    constexpr Int128 most = Int128{1} << 64;
    if (options.central && scenarios > std::uint64_t{1} << 31)
        throw std::invalid_argument{"too many scenarios for central weights"};
    if (options.joint && Int128{jobs} * Int128{jobs} * Int128{scenarios} >= most)
        throw std::invalid_argument{"too many jobs and scenarios for ranks"};
    if (options.central && !options.shares) throw std::invalid_argument{"central weights without shares"};
}

/// Counts and weights of one block, job by job.
class CentralCounting {
public:
    CentralCounting(const Grid& grid, std::size_t jobs, const TallyOptions& options, Tally& out)
        : grid_{grid}, jobs_{jobs}, options_{options}, out_{out}, base_{base_weights(grid)} {}

    void add(const numerics::ScenarioBlock& block) {
        numerics::for_ranges(jobs_, options_.threads, [&](std::size_t from, std::size_t to) {
            for (std::size_t j = from; j < to; ++j) add_job(block, j);
        });
    }

private:
    void add_job(const numerics::ScenarioBlock& block, std::size_t j) {
        const std::size_t factors = grid_.factors();
        const std::size_t starts = grid_.ladder().starts.size();
        const auto totals = block.job(j);
        for (std::size_t s = 0; s < block.count; ++s) {
            Rung rung = 0;
            while (rung < starts && totals[s] >= block.floor(rung)[s]) ++out_.at_or_above[j * starts + rung++];
            const std::size_t at = (j * (starts + 1) + rung) * factors;
            for (std::size_t f = 0; f < factors; ++f) {
                const std::uint64_t weight = block.weights[s * factors + f];
                out_.central_sums[at + f] += weight;
                out_.central_squares[at + f] += squared_difference(weight, base_[f]);
            }
        }
    }

    const Grid& grid_;
    std::size_t jobs_;
    const TallyOptions& options_;
    Tally& out_;
    std::vector<std::uint64_t> base_;
};

void count_weights(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options,
                   Tally& out) {
    const auto source = scenarios_of(grid, options.region, options.seed);
    const numerics::ScenarioJobs kernel_jobs{jobs.points, grid.ladder().starts};
    const numerics::KernelOptions kernel{.threads = options.threads, .instructions = {}, .progress = options.progress};
    if (!options.central) {
        out.at_or_above = numerics::count_scenarios(*source, kernel_jobs, range, kernel).at_or_above;
        return;
    }
    CentralCounting counting{grid, jobs.points.size() / grid.factors(), options, out};
    numerics::visit_scenarios(
        *source, kernel_jobs, range, [&](const numerics::ScenarioBlock& block) { counting.add(block); }, kernel);
}

}  // namespace

std::vector<std::uint64_t> base_weights(const Grid& grid) {
    std::vector<std::uint64_t> weights;
    for (const std::int64_t largest : grid.largest())
        weights.push_back(static_cast<std::uint64_t>((Int128{largest} << 32) / grid.largest_total()));
    return weights;
}

std::uint64_t squared_difference(std::uint64_t weight, std::uint64_t base) {
    const Int128 difference = Int128{weight} - Int128{base};
    return static_cast<std::uint64_t>((difference * difference + (Int128{1} << 31)) >> 32);
}

std::vector<std::uint16_t> level_row(const scoring::Score& score) {
    std::vector<std::uint16_t> row;
    row.reserve(score.factors.size());
    for (const scoring::FactorScore& factor : score.factors)
        row.push_back(static_cast<std::uint16_t>(factor.level.value_or(factor.lowest).value()));
    return row;
}

std::span<const Named> Tally::lists() { return all_lists; }

void Tally::add(const Tally& other) {
    for (const auto& [name, list] : all_lists) {
        auto& mine = this->*list;
        const auto& theirs = other.*list;
        if (mine.size() != theirs.size()) throw std::invalid_argument{"tallies of different things"};
        for (std::size_t i = 0; i < mine.size(); ++i) mine[i] += theirs[i];
    }
    scenarios += other.scenarios;
}

Tally empty_tally(const Grid& grid, std::size_t jobs, const TallyOptions& options) {
    const std::size_t starts = grid.ladder().starts.size();
    Tally out;
    if (options.shares) out.at_or_above.resize(jobs * starts);
    if (options.central) {
        out.central_sums.resize(jobs * (starts + 1) * grid.factors());
        out.central_squares.resize(out.central_sums.size());
    }
    if (!options.joint) return out;
    out.joint_at_or_above.resize(jobs * starts);
    out.ranks.resize(jobs * ranks_counted);
    out.rank_sums.resize(jobs);
    out.rank_squares.resize(jobs);
    out.changing.resize(jobs + 1);
    return out;
}

Tally tally(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options) {
    const std::size_t count = jobs.points.size() / grid.factors();
    const std::uint64_t scenarios = range.last - range.first;
    if (range.last < range.first) throw std::invalid_argument{"a range that ends before it begins"};
    check_room(count, scenarios, options);
    Tally out = empty_tally(grid, count, options);
    out.scenarios = scenarios;
    if (count == 0 || scenarios == 0) return out;
    if (options.shares) count_weights(grid, jobs, range, options, out);
    if (options.joint) count_joint(grid, jobs, range, options, out);
    return out;
}

void list_scenarios(const Grid& grid, numerics::ScenarioRange range, const TallyOptions& options,
                    const std::function<void(std::uint64_t, std::span<const std::uint64_t>, std::int64_t)>& take) {
    constexpr std::uint64_t together = 512;
    const auto source = scenarios_of(grid, options.region, options.seed);
    const std::size_t factors = grid.factors();
    for (std::uint64_t first = range.first; first < range.last; first += together) {
        const auto count = static_cast<std::size_t>(std::min(together, range.last - first));
        const auto weights = numerics::scenario_weights(*source, first, count);
        for (std::size_t s = 0; s < count; ++s)
            take(first + s, std::span{weights}.subspan(s * factors, factors),
                 options.joint ? floor_shift_of(*options.joint, options.seed, first + s) : 0);
    }
}

namespace {

/// Scenarios on a rung, from how many are at or above each start.
std::uint64_t times_on(Rung rung, std::span<const std::uint64_t> at_or_above, std::uint64_t scenarios) {
    const std::uint64_t reached = rung == 0 ? scenarios : at_or_above[rung - 1];
    const std::uint64_t passed = rung == at_or_above.size() ? 0 : at_or_above[rung];
    return reached - passed;
}

/// The mean's, of n independent values with this mean and this mean square about `about`.
double error_of_mean(double mean, double mean_square, double about, double n) {
    const double bias = mean - about;
    return std::sqrt(std::max(0.0, mean_square - bias * bias) / n);
}

double effective_or_all(const Tally& tally, double effective) {
    return effective > 0 ? effective : static_cast<double>(tally.scenarios);
}

/// Puts what was counted into jobs, the first of which is number `first_job` of the tally.
class SampledParts {
public:
    SampledParts(const Grid& grid, const Tally& tally, double effective)
        : grid_{grid}, tally_{tally}, effective_{effective}, base_{base_weights(grid)} {}

    /// Weights of scenarios are rounded, so that a total may lie a little outside of the range: it counts for the end.
    void put_shares(std::size_t j, JobWeights& job) const {
        const auto row = at_or_above(j);
        for (Rung rung = job.lowest; rung <= job.highest; ++rung) {
            const std::uint64_t reached = rung == job.lowest ? tally_.scenarios : row[rung - 1];
            const std::uint64_t passed = rung == job.highest ? 0 : row[rung];
            if (reached > passed) job.shares.push_back(sampled_share(rung, reached - passed, tally_.scenarios, effective_));
        }
    }

    void put_central(std::size_t j, JobWeights& job) const {
        for (Rung rung = job.lowest; rung <= job.highest; ++rung) {
            const std::uint64_t times = times_on(rung, at_or_above(j), tally_.scenarios);
            if (times > 0) job.central.push_back(central(j, rung, times));
        }
    }

private:
    [[nodiscard]] std::span<const std::uint64_t> at_or_above(std::size_t j) const {
        const std::size_t starts = grid_.ladder().starts.size();
        return std::span{tally_.at_or_above}.subspan(j * starts, starts);
    }

    [[nodiscard]] CentralWeights central(std::size_t j, Rung rung, std::uint64_t times) const {
        CentralWeights central{.rung = rung, .scenarios = times, .weights = {}, .standard_errors = {}};
        const std::size_t at = (j * grid_.ladder().rungs() + rung) * base_.size();
        const double n = static_cast<double>(times);
        const double worth = n * effective_ / static_cast<double>(tally_.scenarios);
        for (std::size_t f = 0; f < base_.size(); ++f) {
            const double mean = static_cast<double>(tally_.central_sums[at + f]) * 0x1p-32 / n;
            const double square = static_cast<double>(tally_.central_squares[at + f]) * 0x1p-32 / n;
            central.weights.push_back(mean);
            central.standard_errors.push_back(error_of_mean(mean, square, static_cast<double>(base_[f]) * 0x1p-32, worth));
        }
        return central;
    }

    const Grid& grid_;
    const Tally& tally_;
    double effective_;
    std::vector<std::uint64_t> base_;
};

}  // namespace

std::vector<JobWeights> weigh(const Grid& grid, std::span<const std::int64_t> points, const WeightsOptions& options,
                              const Tally& tally, std::size_t first_job, std::span<const model::BandOrNone> bands) {
    std::vector<JobWeights> jobs = weigh_exactly(grid, points, options, bands);
    const bool exact = shares_are_exact(grid, options);
    if (tally.at_or_above.empty()) return jobs;
    const SampledParts sampled{grid, tally, effective_size(*scenarios_of(grid, options.region, options.seed), options)};
    for (std::size_t j = 0; j < jobs.size(); ++j) {
        if (!exact) sampled.put_shares(first_job + j, jobs[j]);
        if (!tally.central_sums.empty()) sampled.put_central(first_job + j, jobs[j]);
    }
    return jobs;
}

JointJob joint_job(const Tally& tally, std::size_t job, double effective) {
    const std::size_t jobs = tally.rank_sums.size();
    const std::size_t starts = tally.joint_at_or_above.size() / jobs;
    const auto row = std::span{tally.joint_at_or_above}.subspan(job * starts, starts);
    const double n = static_cast<double>(tally.scenarios);
    const double worth = effective_or_all(tally, effective);
    JointJob out;
    for (Rung rung = 0; rung <= starts; ++rung) {
        const std::uint64_t times = times_on(rung, row, tally.scenarios);
        if (times > 0) out.shares.push_back(sampled_share(rung, times, tally.scenarios, worth));
    }
    for (std::size_t rank = 1; rank <= ranks_counted; ++rank) {
        const std::uint64_t times = tally.ranks[job * ranks_counted + rank - 1];
        if (times == 0) continue;
        const RungShare share = sampled_share(0, times, tally.scenarios, worth);
        out.ranks.push_back({rank, share.share, *share.standard_error});
    }
    out.expected_rank = static_cast<double>(tally.rank_sums[job]) / n;
    out.expected_rank_error = error_of_mean(out.expected_rank, static_cast<double>(tally.rank_squares[job]) / n, 0, worth);
    return out;
}

JointSummary joint_summary(const Tally& tally, double effective) {
    const double worth = effective_or_all(tally, effective);
    JointSummary out;
    double squares = 0;
    for (std::size_t jobs = 0; jobs < tally.changing.size(); ++jobs) {
        if (tally.changing[jobs] == 0) continue;
        const RungShare share = sampled_share(0, tally.changing[jobs], tally.scenarios, worth);
        out.changing.push_back({jobs, share.share, *share.standard_error});
        const auto number = static_cast<double>(jobs);
        out.mean += number * share.share;
        squares += number * number * share.share;
    }
    out.mean_error = error_of_mean(out.mean, squares, 0, worth);
    return out;
}

}  // namespace je::sensitivity
