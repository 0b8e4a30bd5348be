// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weights.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "numerics/parallel.hpp"
#include "numerics/weights/weights.hpp"
#include "sensitivity/exact_shares.hpp"

namespace je::sensitivity {

namespace {

using numerics::Crossing;
using numerics::Weighing;

/// The least change over the edge at `threshold`, by share moved, by spread and by least squares; nothing when none does it.
std::optional<EdgeChange> edge_change(const Weighing& weighing, const numerics::TransportDistance& move, std::int64_t threshold,
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
    change.distance = numerics::euclidean_projection(weighing, threshold, crossing, change.nearest).value_or(0);
    return change;
}

/// Everything but the shares.
class JobWeighing {
public:
    JobWeighing(const Grid& grid, const Region& region, RegionRanges ranges)
        : grid_{grid}, region_{region}, ranges_{std::move(ranges)} {}

    void weigh(std::span<const std::int64_t> points, const model::BandOrNone& band, JobWeights& out) {
        const Weighing weighing = grid_.weighing(points);
        const Ladder& ladder = grid_.ladder();
        out.rung = grid_.rung_of(points);
        out.kept = ladder.kept(out.rung, band);
        out.range = ranges_.range(points);
        out.lowest = ladder.rung_of(out.range.lowest);
        out.highest = ladder.rung_of(out.range.highest);
        find_edges(out.kept);
        for (std::size_t f = 0; f < grid_.factors(); ++f)
            out.one_at_a_time.push_back(beside(out.kept, numerics::one_weight(weighing, edges_, f)));
        move_.prepare(weighing);
        if (out.kept.to < ladder.starts.size()) {
            const std::int64_t next = ladder.starts[out.kept.to];
            out.critical_up = numerics::critical_spread(weighing, next, Crossing::reach, region_.rescale);
            out.up = edge_change(weighing, move_, next, Crossing::reach, out.kept.to + 1);
        }
        if (out.kept.from > 0) {
            const std::int64_t floor = ladder.starts[out.kept.from - 1];
            out.critical_down = numerics::critical_spread(weighing, floor, Crossing::lose, region_.rescale);
            out.down = edge_change(weighing, move_, floor, Crossing::lose, out.kept.from - 1);
        }
    }

private:
    /// All starts, less those on which the job keeps its band.
    void find_edges(const Ladder::Stretch& kept) {
        edges_.clear();
        const auto& starts = grid_.ladder().starts;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (i + 1 <= kept.from || i >= kept.to) edges_.push_back(starts[i]);
        }
    }

    /// Floors reached counted among all starts again.
    static numerics::WeightInterval beside(const Ladder::Stretch& kept, numerics::WeightInterval interval) {
        for (auto* const edge : {&interval.below, &interval.above}) {
            if (*edge && (*edge)->floors_reached > kept.from) (*edge)->floors_reached += kept.to - kept.from;
        }
        return interval;
    }

    std::vector<std::int64_t> edges_;

    const Grid& grid_;
    const Region& region_;
    RegionRanges ranges_;
    numerics::TransportDistance move_;
};

}  // namespace

RungShare sampled_share(Rung rung, std::uint64_t times, std::uint64_t scenarios, double effective) {
    const double share = static_cast<double>(times) / static_cast<double>(scenarios);
    return {.rung = rung, .share = share, .standard_error = std::sqrt(share * (1 - share) / effective), .error = 0};
}

double effective_size(const numerics::ScenarioSource& source, const WeightsOptions& options) {
    if (!options.region.required) return static_cast<double>(options.scenarios);
    if (options.effective_size > 0) return options.effective_size;
    return numerics::least_effective_size(source, options.scenarios);
}

bool shares_are_exact(const Grid& grid, const WeightsOptions& options) {
    return options.method != Method::sampled && has_exact_shares(grid, options.region);
}

std::vector<JobWeights> weigh_exactly(const Grid& grid, std::span<const std::int64_t> points, const WeightsOptions& options,
                                      std::span<const model::BandOrNone> bands) {
    const std::size_t factors = grid.factors();
    std::vector<JobWeights> jobs(points.size() / factors);
    const bool exact = shares_are_exact(grid, options);
    const RegionRanges ranges{grid, options.region};
    numerics::for_ranges(jobs.size(), options.threads, [&](std::size_t first, std::size_t last) {
        JobWeighing weighing{grid, options.region, ranges};
        for (std::size_t j = first; j < last; ++j)
            weighing.weigh(points.subspan(j * factors, factors), j < bands.size() ? bands[j] : model::BandOrNone{}, jobs[j]);
        if (exact)
            add_exact_shares(grid, points.subspan(first * factors, (last - first) * factors), options.region,
                             std::span{jobs}.subspan(first, last - first));
    });
    return jobs;
}

namespace {

using UnitPoints = std::vector<std::int64_t>;

UnitPoints difference(const PairPoints& pair) {
    UnitPoints difference(pair.a.begin(), pair.a.end());
    for (std::size_t f = 0; f < difference.size(); ++f) difference[f] -= pair.b[f];
    return difference;
}

// Which of the two is ever above, from the exact range. Where one alone is, it is but for weights without a share.
bool a_can_lead(const PairShare& share) { return share.difference.highest > 0; }
bool b_can_lead(const PairShare& share) { return share.difference.lowest < 0; }

bool is_open(const PairShare& share) { return a_can_lead(share) && b_can_lead(share); }

PairShare certain_share(const numerics::TotalRange& difference) {
    PairShare share;
    share.difference = difference;
    share.a_above = a_can_lead(share) ? 1 : 0;
    share.b_above = b_can_lead(share) ? 1 : 0;
    share.equal_everywhere = !a_can_lead(share) && !b_can_lead(share);
    return share;
}

void put_exact(const Grid& grid, const Region& region, const UnitPoints& difference, PairShare& share) {
    const auto below = exact_share_below(grid, region, difference, 0);
    share.b_above = std::clamp(below.value, 0.0, 1.0);
    share.a_above = 1 - share.b_above;
    share.error = below.error;
}

/// Scenarios in which A is above B, and B above A, for each pair.
class Leads {
public:
    Leads(const Grid& grid, std::span<const PairPoints> pairs) : counts_(pairs.size()) {
        points_.reserve(2 * pairs.size() * grid.factors());
        for (const PairPoints& pair : pairs) {
            points_.insert(points_.end(), pair.a.begin(), pair.a.end());
            points_.insert(points_.end(), pair.b.begin(), pair.b.end());
        }
    }

    void count(const numerics::ScenarioSource& source, const WeightsOptions& options) {
        const std::vector<std::int64_t> no_floors;
        numerics::visit_scenarios(source, {points_, no_floors}, {0, options.scenarios},
                                  [this](const numerics::ScenarioBlock& block) {
                                      for (std::size_t i = 0; i < counts_.size(); ++i)
                                          add(block.job(2 * i), block.job(2 * i + 1), counts_[i]);
                                  },
                                  {.threads = options.threads, .instructions = {}, .progress = options.progress});
    }

    void put(std::size_t pair, double scenarios, double effective, PairShare& share) const {
        share.a_above = static_cast<double>(counts_[pair].first) / scenarios;
        share.b_above = static_cast<double>(counts_[pair].second) / scenarios;
        const auto variance = [](double p) { return p * (1 - p); };
        share.standard_error = std::sqrt(std::max(variance(share.a_above), variance(share.b_above)) / effective);
    }

private:
    using Count = std::pair<std::uint64_t, std::uint64_t>;

    static void add(std::span<const std::int64_t> a, std::span<const std::int64_t> b, Count& count) {
        for (std::size_t s = 0; s < a.size(); ++s) {
            count.first += a[s] > b[s] ? 1U : 0U;
            count.second += b[s] > a[s] ? 1U : 0U;
        }
    }

    std::vector<std::int64_t> points_;
    std::vector<Count> counts_;
};

}  // namespace

std::vector<PairShare> compare_pairs(const Grid& grid, std::span<const PairPoints> pairs, const WeightsOptions& options) {
    std::vector<PairShare> shares;
    std::size_t open = 0;
    const bool exact = shares_are_exact(grid, options);
    RegionRanges ranges{grid, options.region};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const UnitPoints points = difference(pairs[i]);
        shares.push_back(certain_share(ranges.range(points)));
        if (!is_open(shares[i])) continue;
        ++open;
        if (exact) put_exact(grid, options.region, points, shares[i]);
    }
    if (exact || open == 0) return shares;
    const auto source = scenarios_of(grid, options.region, options.seed);
    Leads leads{grid, pairs};
    leads.count(*source, options);
    const double effective = effective_size(*source, options);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (is_open(shares[i])) leads.put(i, static_cast<double>(options.scenarios), effective, shares[i]);
    }
    return shares;
}

}  // namespace je::sensitivity
