// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weights.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "numerics/parallel.hpp"

namespace je::sensitivity {

namespace {

using numerics::Fraction;
using numerics::Int128;

/// Points by factor, and the totals and rungs they give.
struct Jobs {
    Jobs(const Grid& grid, std::span<const std::int64_t> all)
        : points{all}, factors{grid.factors()}, size{all.size() / grid.factors()} {
        for (std::size_t j = 0; j < size; ++j) {
            const auto row = points.subspan(j * factors, factors);
            totals.push_back(std::accumulate(row.begin(), row.end(), std::int64_t{0}));
            rungs.push_back(grid.ladder().rung_of(totals.back()));
        }
    }
    [[nodiscard]] std::int64_t at(std::size_t job, std::size_t factor) const { return points[job * factors + factor]; }

    std::span<const std::int64_t> points;
    std::size_t factors;
    std::size_t size;
    std::vector<std::int64_t> totals;
    std::vector<Rung> rungs;
};

/// A total as a fraction of whole numbers, not in lowest terms: `over` is above 0.
struct WideTotal {
    Int128 total = 0;
    Int128 over = 1;
    [[nodiscard]] bool reaches(std::int64_t start) const { return Int128{start} * over <= total; }
    [[nodiscard]] bool is_on(const Ladder& ladder, Rung rung) const {
        return (rung == 0 || reaches(ladder.starts[rung - 1])) &&
               (rung == ladder.starts.size() || !reaches(ladder.starts[rung]));
    }
    [[nodiscard]] Rung rung(const Ladder& ladder) const {
        const auto lost = [&](std::int64_t start) { return reaches(start); };
        return static_cast<Rung>(std::partition_point(ladder.starts.begin(), ladder.starts.end(), lost) -
                                 ladder.starts.begin());
    }
};

LeftOut left_out(const Grid& grid, const Jobs& jobs, std::size_t factor) {
    LeftOut result;
    const Int128 rest = grid.largest_total() - grid.largest()[factor];
    for (std::size_t j = 0; j < jobs.size; ++j) {
        const WideTotal without{Int128{grid.largest_total()} * (jobs.totals[j] - jobs.at(j, factor)), rest};
        if (without.is_on(grid.ladder(), jobs.rungs[j])) {
            const auto stays = grid.ladder().band_of(jobs.rungs[j]);
            result.moves.count(model::band_move(stays, stays));
            continue;
        }
        const Rung rung = without.rung(grid.ladder());
        result.moved.push_back({j, rung});
        result.moves.count(model::band_move(grid.ladder().band_of(jobs.rungs[j]), grid.ladder().band_of(rung)));
    }
    return result;
}

/// The totals at one weight x of a factor: x M p / m + (1 - x) M (P - p) / (M - m). For x = (m / M) (u / v), times v (M - m):
/// u p (M - m) + (M v - m u) (P - p).
class AtWeight {
public:
    AtWeight(const Grid& grid, std::size_t factor, std::int64_t u, std::int64_t v)
        : own_{Int128{u} * (grid.largest_total() - grid.largest()[factor])},
          others_{Int128{grid.largest_total()} * v - Int128{grid.largest()[factor]} * u},
          over_{Int128{v} * (grid.largest_total() - grid.largest()[factor])} {
        if (others_ >= 0) return;
        own_ = grid.largest_total();  // a weight above 1 counts as 1
        others_ = 0;
        over_ = grid.largest()[factor];
    }
    [[nodiscard]] WideTotal total(std::int64_t own, std::int64_t others) const {
        return {own_ * own + others_ * others, over_};
    }

private:
    Int128 own_, others_, over_;
};

/// The total is linear in the weight, so what both ends keep is kept between them.
std::size_t flipped(const Grid& grid, const Jobs& jobs, std::size_t factor, base::Decimal spread) {
    const std::int64_t one = base::Decimal::units_per_one;
    const AtWeight low{grid, factor, one - spread.units(), one};
    const AtWeight high{grid, factor, one + spread.units(), one};
    std::size_t count = 0;
    for (std::size_t j = 0; j < jobs.size; ++j) {
        const std::int64_t own = jobs.at(j, factor);
        const std::int64_t others = jobs.totals[j] - own;
        const bool stays = low.total(own, others).is_on(grid.ladder(), jobs.rungs[j]) &&
                           high.total(own, others).is_on(grid.ladder(), jobs.rungs[j]);
        if (!stays) ++count;
    }
    return count;
}

/// What a column of whole numbers adds up to, as size * mean + rest with a whole mean, so that products of the deviations
/// from it stay small.
struct Column {
    Int128 mean = 0;
    Int128 rest = 0;
    Column(Int128 sum, std::size_t size) : mean{sum / static_cast<Int128>(size)}, rest{sum % static_cast<Int128>(size)} {}
};

/// sum_j (a_j - mean) (b_j - mean), times n less the rests: n times n times the covariance.
struct Products {
    Int128 sum = 0;
    Int128 rests = 0;  // product of the two rests
};

/// cov / var = (n S_ab - r_a r_b) / (n S_bb - r_b^2). Where n S is too large for 128 bits, the parts below 1 of what is left
/// after division by n are beyond the 80th bit of S_bb, and are dropped.
double ratio(const Products& cov, const Products& var, std::size_t size) {
    const Int128 n = static_cast<Int128>(size);
    const Int128 limit = (Int128{1} << 125) / n;
    if (var.sum < limit && cov.sum < limit && cov.sum > -limit)
        return Fraction{n * cov.sum - cov.rests, n * var.sum - var.rests}.to_double();
    return Fraction{cov.sum - cov.rests / n, var.sum - var.rests / n}.to_double();
}

bool all_alike(const std::vector<std::int64_t>& totals) {
    return std::adjacent_find(totals.begin(), totals.end(), std::not_equal_to<>{}) == totals.end();
}

class Effective {
public:
    explicit Effective(const Jobs& jobs) : jobs_{jobs}, total_{sum([&](std::size_t j) { return jobs.totals[j]; }), jobs.size} {
        variance_ = products([&](std::size_t j) { return jobs_.totals[j]; }, total_);
    }
    [[nodiscard]] double weight(std::size_t factor) const {
        const auto own = [&](std::size_t j) { return jobs_.at(j, factor); };
        return ratio(products(own, Column{sum(own), jobs_.size}), variance_, jobs_.size);
    }

private:
    template <class Values>
    [[nodiscard]] Int128 sum(const Values& values) const {
        Int128 all = 0;
        for (std::size_t j = 0; j < jobs_.size; ++j) all += values(j);
        return all;
    }
    template <class Values>
    [[nodiscard]] Products products(const Values& values, const Column& column) const {
        Products result{0, column.rest * total_.rest};
        for (std::size_t j = 0; j < jobs_.size; ++j) result.sum += (values(j) - column.mean) * (jobs_.totals[j] - total_.mean);
        return result;
    }

    const Jobs& jobs_;
    Column total_;
    Products variance_;
};

}  // namespace

Factors factor_effects(const Grid& grid, std::span<const std::int64_t> points, base::Decimal spread, std::size_t threads) {
    if (spread < base::Decimal{} || spread > base::Decimal::from_whole(1))
        throw std::invalid_argument("a weight moves by a share of 0 to 1 of itself");
    if (points.size() % grid.factors() != 0) throw std::invalid_argument("each job has points for every factor");
    const Jobs jobs{grid, points};
    Factors result;
    result.jobs = jobs.size;
    if (jobs.size < 2)
        result.no_effective_weight = "it takes at least two jobs whose totals differ";
    else if (all_alike(jobs.totals))
        result.no_effective_weight = "all these jobs have the same total, so nothing drives their differences";
    result.factors.resize(grid.factors());
    std::optional<Effective> effective;
    if (result.no_effective_weight.empty()) effective.emplace(jobs);
    numerics::for_ranges(grid.factors(), threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t f = first; f < last; ++f) {
            FactorEffect& effect = result.factors[f];
            effect.weight = grid.weight(f);
            if (effective) effect.effective_weight = effective->weight(f);
            if (grid.factors() == 1) continue;
            effect.left_out = left_out(grid, jobs, f);
            effect.jobs_flipped = flipped(grid, jobs, f, spread);
        }
    });
    return result;
}

}  // namespace je::sensitivity
