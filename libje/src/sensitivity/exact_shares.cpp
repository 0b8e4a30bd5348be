// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/exact_shares.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "numerics/shares/shares.hpp"

namespace je::sensitivity {

namespace {

using numerics::BoundedShare;
using numerics::Fraction;
using numerics::Int128;

constexpr double simplex_error = 1e-13;  // numerics/simplex_share.hpp
constexpr std::int64_t largest_count = 1'000;

/// The concentration times each base weight, when all are whole and small enough.
std::optional<std::vector<std::size_t>> whole_parameters(const Grid& grid, base::Decimal concentration) {
    std::vector<std::size_t> counts;
    for (std::size_t f = 0; f < grid.factors(); ++f) {
        const Fraction parameter = (fraction_of(concentration) * grid.weight(f)).reduced();
        if (parameter.denominator() != 1 || parameter > Fraction{largest_count}) return std::nullopt;
        counts.push_back(static_cast<std::size_t>(parameter.numerator()));
    }
    return counts;
}

/// Shares below each edge that lies within the range of one job, as shares of the rungs between them.
void put_shares(std::span<const BoundedShare> below, JobWeights& job) {
    BoundedShare before{0, 0};
    for (Rung rung = job.lowest; rung <= job.highest; ++rung) {
        const BoundedShare until = rung == job.highest ? BoundedShare{1, 0} : below[rung - job.lowest];
        const double share = std::clamp(until.value - before.value, 0.0, 1.0);
        if (share > 0)
            job.shares.push_back({.rung = rung, .share = share, .standard_error = {}, .error = before.error + until.error});
        before = until;
    }
}

/// Totals at the corners of the simplex, less the threshold: each a difference of whole numbers rounded once.
class SimplexShares {
public:
    SimplexShares(const Grid& grid, const Region& region)
        : grid_{grid},
          counts_{region.kind == RegionKind::dirichlet ? *whole_parameters(grid, region.concentration)
                                                       : std::vector<std::size_t>{}},
          least_(grid.factors(), region.kind == RegionKind::simplex ? fraction_of(region.least_weight).to_double() : 0.0) {}

    void put(std::span<const std::int64_t> points, JobWeights& job) const {
        const std::span starts{grid_.ladder().starts};
        put_shares(shares_below(points, starts.subspan(job.lowest, job.highest - job.lowest)), job);
    }

    [[nodiscard]] std::vector<BoundedShare> shares_below(std::span<const std::int64_t> points,
                                                         std::span<const std::int64_t> thresholds) const {
        std::vector<BoundedShare> below;
        if (thresholds.empty()) return below;
        std::vector<double> knots = corners(points);
        if (least_.front() > 0) knots = numerics::lower_bounded_knots(knots, least_);
        const std::vector<double> edges(thresholds.begin(), thresholds.end());
        for (const double share : numerics::simplex_shares_below(knots, edges, counts_))
            below.push_back({share, simplex_error});
        return below;
    }

private:
    [[nodiscard]] std::vector<double> corners(std::span<const std::int64_t> points) const {
        std::vector<double> knots;
        for (std::size_t f = 0; f < points.size(); ++f)
            knots.push_back(Fraction{Int128{grid_.largest_total()} * points[f], grid_.largest()[f]}.to_double());
        return knots;
    }

    const Grid& grid_;
    std::vector<std::size_t> counts_;
    std::vector<double> least_;
};

/// The share in which sum k_f d_f < 0 for multipliers k_f = 1 + s u_f.
class SpreadShares {
public:
    SpreadShares(const Grid& grid, const Region& region)
        : grid_{grid}, spread_{fraction_of(region.spread).to_double()}, rescale_{region.rescale} {}

    void put(std::span<const std::int64_t> points, JobWeights& job) {
        std::vector<BoundedShare> below;
        for (Rung rung = job.lowest; rung < job.highest; ++rung)
            below.push_back(share_below(points, grid_.ladder().starts[rung]));
        put_shares(below, job);
    }

    [[nodiscard]] BoundedShare share_below(std::span<const std::int64_t> points, std::int64_t threshold) {
        terms_.clear();
        Int128 sum = 0;
        const bool rescaled = rescale_ == numerics::Rescale::max;
        for (std::size_t f = 0; f < points.size(); ++f) {
            const Int128 d = rescaled ? Int128{grid_.largest_total()} * points[f] - Int128{threshold} * grid_.largest()[f]
                                      : Int128{points[f]};
            terms_.push_back(spread_ * static_cast<double>(d));
            sum += d;
        }
        if (!rescaled) sum -= threshold;
        return numerics::spread_share(terms_, -static_cast<double>(sum));
    }

private:
    const Grid& grid_;
    double spread_;
    numerics::Rescale rescale_;
    std::vector<double> terms_;
};

}  // namespace

bool has_exact_shares(const Grid& grid, const Region& region) {
    if (region.required) return false;
    return region.kind != RegionKind::dirichlet || whole_parameters(grid, region.concentration).has_value();
}

void add_exact_shares(const Grid& grid, std::span<const std::int64_t> points, const Region& region,
                      std::span<JobWeights> jobs) {
    const std::size_t factors = grid.factors();
    const auto put_all = [&](auto&& shares) {
        for (std::size_t j = 0; j < jobs.size(); ++j) shares.put(points.subspan(j * factors, factors), jobs[j]);
    };
    if (region.kind == RegionKind::spread)
        put_all(SpreadShares{grid, region});
    else
        put_all(SimplexShares{grid, region});
}

BoundedShare exact_share_below(const Grid& grid, const Region& region, std::span<const std::int64_t> points,
                               std::int64_t threshold) {
    if (region.kind == RegionKind::spread) return SpreadShares{grid, region}.share_below(points, threshold);
    return SimplexShares{grid, region}.shares_below(points, {&threshold, 1}).front();
}

RegionRanges::RegionRanges(const Grid& grid, const Region& region) : grid_{grid}, region_{region} {
    if (region.required) cut_ = std::make_shared<const CutRegion>(grid, region);
}

numerics::TotalRange RegionRanges::range(std::span<const std::int64_t> points) {
    if (cut_) {
        const auto [place, is_new] = known_.try_emplace({points.begin(), points.end()});
        if (is_new) place->second = cut_->range(points);
        return place->second;
    }
    const auto weighing = grid_.weighing(points);
    if (region_.kind == RegionKind::spread)
        return numerics::spread_range(weighing, fraction_of(region_.spread), region_.rescale);
    if (region_.kind == RegionKind::simplex) return numerics::simplex_range(weighing, fraction_of(region_.least_weight));
    return numerics::simplex_range(weighing);
}

}  // namespace je::sensitivity
