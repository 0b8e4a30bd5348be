// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/sensitivity/weights.hpp"

#include <cmath>
#include <utility>

#include "je/numerics/parallel.hpp"
#include "je/numerics/weights.hpp"
#include "sensitivity/exact_shares.hpp"
#include "sensitivity/ranges.hpp"
#include "sensitivity/sources.hpp"

namespace je::sensitivity {

namespace {

using numerics::Crossing;
using numerics::Weighing;

/// The least change over the edge at `threshold`, by share moved, by spread and by least squares; nothing when none does it.
std::optional<EdgeChange> edge_change(const Weighing& weighing, const numerics::SmallestMove& move, std::int64_t threshold,
                                      Crossing crossing, Rung to) {
    const std::size_t factors = weighing.largest.size();
    EdgeChange change{.to = to,
                      .moved = {},
                      .weights = std::vector<double>(factors),
                      .by_spread = std::vector<double>(factors),
                      .distance = 0,
                      .nearest = std::vector<double>(factors)};
    const auto moved = move.moved(threshold, crossing, change.weights);
    if (!moved) return std::nullopt;
    change.moved = *moved;
    if (numerics::critical_spread(weighing, threshold, crossing, numerics::Rescale::max, change.by_spread))
        numerics::weights_of_multipliers(weighing, change.by_spread);
    else
        change.by_spread.clear();
    change.distance = numerics::least_squares_change(weighing, threshold, crossing, change.nearest).value_or(0);
    return change;
}

/// Everything but the shares.
class JobWeighing {
public:
    JobWeighing(const Grid& grid, const Region& region, RegionRanges ranges)
        : grid_{grid}, region_{region}, ranges_{std::move(ranges)} {}

    void weigh(std::span<const std::int64_t> points, JobWeights& out) {
        const Weighing weighing = grid_.weighing(points);
        const Ladder& ladder = grid_.ladder();
        std::int64_t total = 0;
        for (const std::int64_t one : points) total += one;
        out.rung = ladder.rung_of(total);
        out.range = ranges_.range(points);
        out.lowest = ladder.rung_of(out.range.lowest);
        out.highest = ladder.rung_of(out.range.highest);
        for (std::size_t f = 0; f < grid_.factors(); ++f)
            out.one_at_a_time.push_back(numerics::one_weight(weighing, ladder.starts, f));
        move_.prepare(weighing);
        if (out.rung < ladder.starts.size()) {
            const std::int64_t next = ladder.starts[out.rung];
            out.critical_up = numerics::critical_spread(weighing, next, Crossing::reach, region_.rescale);
            out.up = edge_change(weighing, move_, next, Crossing::reach, out.rung + 1);
        }
        if (out.rung > 0) {
            const std::int64_t floor = ladder.starts[out.rung - 1];
            out.critical_down = numerics::critical_spread(weighing, floor, Crossing::lose, region_.rescale);
            out.down = edge_change(weighing, move_, floor, Crossing::lose, out.rung - 1);
        }
    }

private:
    const Grid& grid_;
    const Region& region_;
    RegionRanges ranges_;
    numerics::SmallestMove move_;
};

}  // namespace

RungShare sampled_share(Rung rung, std::uint64_t times, std::uint64_t scenarios, double effective) {
    const double share = static_cast<double>(times) / static_cast<double>(scenarios);
    return {.rung = rung, .share = share, .standard_error = std::sqrt(share * (1 - share) / effective), .error = 0};
}

double effective_size(const numerics::ScenarioSource& source, const WeightsOptions& options) {
    if (options.region.required.empty()) return static_cast<double>(options.scenarios);
    if (options.effective_size > 0) return options.effective_size;
    return numerics::least_effective_size(source, options.scenarios);
}

bool shares_are_exact(const Grid& grid, const WeightsOptions& options) {
    return options.method != Method::sampled && has_exact_shares(grid, options.region);
}

std::vector<JobWeights> weigh_exactly(const Grid& grid, std::span<const std::int64_t> points, const WeightsOptions& options) {
    const std::size_t factors = grid.factors();
    std::vector<JobWeights> jobs(points.size() / factors);
    const bool exact = shares_are_exact(grid, options);
    const RegionRanges ranges{grid, options.region};
    numerics::for_ranges(jobs.size(), options.threads, [&](std::size_t first, std::size_t last) {
        JobWeighing weighing{grid, options.region, ranges};
        for (std::size_t j = first; j < last; ++j) weighing.weigh(points.subspan(j * factors, factors), jobs[j]);
        if (exact)
            add_exact_shares(grid, points.subspan(first * factors, (last - first) * factors), options.region,
                             std::span{jobs}.subspan(first, last - first));
    });
    return jobs;
}

}  // namespace je::sensitivity
