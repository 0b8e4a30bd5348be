// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/sensitivity/pairs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sensitivity/exact_shares.hpp"
#include "sensitivity/ranges.hpp"
#include "sensitivity/sources.hpp"

namespace je::sensitivity {

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
