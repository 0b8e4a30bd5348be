// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "je/sensitivity/tally.hpp"
#include "sensitivity/exact_shares.hpp"
#include "sensitivity/sources.hpp"
#include "sensitivity/weight_units.hpp"

namespace je::sensitivity {

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
                              const Tally& tally, std::size_t first_job) {
    std::vector<JobWeights> jobs = weigh_exactly(grid, points, options);
    const bool exact = shares_are_exact(grid, options);
    if (tally.at_or_above.empty()) return jobs;
    const SampledParts sampled{grid, tally, effective_size(*scenarios_of(grid, options.region, options.seed), options)};
    for (std::size_t j = 0; j < jobs.size(); ++j) {
        if (!exact) sampled.put_shares(first_job + j, jobs[j]);
        if (!tally.central_sums.empty()) sampled.put_central(first_job + j, jobs[j]);
    }
    return jobs;
}

std::vector<JobWeights> weigh(const Grid& grid, std::span<const std::int64_t> points, const WeightsOptions& options) {
    const bool exact = shares_are_exact(grid, options);
    const TallyOptions counted{.region = options.region,
                               .seed = options.seed,
                               .shares = !exact || options.central,
                               .central = options.central,
                               .joint = {},
                               .threads = options.threads,
                               .progress = options.progress};
    return weigh(grid, points, options, tally(grid, {.points = points}, {0, options.scenarios}, counted), 0);
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
