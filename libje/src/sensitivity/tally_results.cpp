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

/// The mean's, from sums over n of values and of their squares about `about`.
double error_of_mean(double mean, double mean_square, double about, double n) {
    const double bias = mean - about;
    return std::sqrt(std::max(0.0, mean_square - bias * bias) / n);
}

CentralWeights central_weights(const Tally& tally, std::size_t at, Rung rung, std::uint64_t times,
                               std::span<const std::uint64_t> base, double worth) {
    CentralWeights central{.rung = rung, .scenarios = times, .weights = {}, .standard_errors = {}};
    const double n = static_cast<double>(times);
    for (std::size_t f = 0; f < base.size(); ++f) {
        const double mean = static_cast<double>(tally.central_sums[at + f]) * 0x1p-32 / n;
        const double square = static_cast<double>(tally.central_squares[at + f]) * 0x1p-32 / n;
        central.weights.push_back(mean);
        central.standard_errors.push_back(error_of_mean(mean, square, static_cast<double>(base[f]) * 0x1p-32, n * worth));
    }
    return central;
}

/// `worth` is how many independent scenarios one is worth.
void add_sampled(const Grid& grid, const Tally& tally, std::size_t first_job, bool shares, double worth,
                 std::vector<JobWeights>& jobs) {
    const std::size_t starts = grid.ladder().starts.size();
    const auto base = base_weights(grid);
    for (std::size_t j = 0; j < jobs.size(); ++j) {
        const auto row = std::span{tally.at_or_above}.subspan((first_job + j) * starts, starts);
        for (Rung rung = jobs[j].lowest; rung <= jobs[j].highest; ++rung) {
            // Weights of a walk are rounded, so that a total may lie a little outside of the range: it counts for the end.
            const std::uint64_t reached = rung == jobs[j].lowest ? tally.scenarios : row[rung - 1];
            const std::uint64_t passed = rung == jobs[j].highest ? 0 : row[rung];
            const double n = static_cast<double>(tally.scenarios) * worth;
            if (shares && reached > passed) jobs[j].shares.push_back(sampled_share(rung, reached - passed, tally.scenarios, n));
            const std::uint64_t times = times_on(rung, row, tally.scenarios);
            if (times == 0 || tally.central_sums.empty()) continue;
            const std::size_t at = ((first_job + j) * (starts + 1) + rung) * grid.factors();
            jobs[j].central.push_back(central_weights(tally, at, rung, times, base, worth));
        }
    }
}

/// How many independent scenarios one of the options' is worth: one, unless they are walked to.
double worth_of_one(const Grid& grid, const WeightsOptions& options) {
    if (options.region.required.empty()) return 1;
    return effective_size(*scenarios_of(grid, options.region, options.seed), options) / static_cast<double>(options.scenarios);
}

double or_all(double independent, const Tally& tally) {
    return independent > 0 ? independent : static_cast<double>(tally.scenarios);
}

}  // namespace

std::vector<JobWeights> weigh(const Grid& grid, std::span<const std::int64_t> points, const WeightsOptions& options,
                              const Tally& tally, std::size_t first_job) {
    std::vector<JobWeights> jobs = weigh_exactly(grid, points, options);
    const bool exact = options.method != Method::sampled && has_exact_shares(grid, options.region);
    if (tally.at_or_above.empty()) return jobs;
    add_sampled(grid, tally, first_job, !exact, worth_of_one(grid, options), jobs);
    return jobs;
}

std::vector<JobWeights> weigh(const Grid& grid, std::span<const std::int64_t> points, const WeightsOptions& options) {
    const bool exact = options.method != Method::sampled && has_exact_shares(grid, options.region);
    const TallyOptions counted{.region = options.region,
                               .seed = options.seed,
                               .shares = !exact || options.central,
                               .central = options.central,
                               .joint = {},
                               .threads = options.threads,
                               .progress = options.progress};
    return weigh(grid, points, options, tally(grid, {.points = points}, {0, options.scenarios}, counted), 0);
}

JointJob joint_job(const Tally& tally, std::size_t job, double independent) {
    const double worth = or_all(independent, tally);
    const std::size_t jobs = tally.rank_sums.size();
    const std::size_t starts = tally.joint_at_or_above.size() / jobs;
    const auto row = std::span{tally.joint_at_or_above}.subspan(job * starts, starts);
    const double n = static_cast<double>(tally.scenarios);
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

JointSummary joint_summary(const Tally& tally, double independent) {
    const double worth = or_all(independent, tally);
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
