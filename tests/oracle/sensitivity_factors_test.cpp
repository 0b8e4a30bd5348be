// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "numerics/weights/weights.hpp"
#include "sensitivity/region.hpp"
#include "sensitivity/weights.hpp"
#include "support/close.hpp"
#include "support/draft.hpp"
#include "support/floors.hpp"

// SLOW AND PLAIN: fractions for every job, factor and weight; sums of doubles from the textbook.

namespace sensitivity_factors_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using numerics::Fraction;

struct Case {
    Grid grid;
    std::vector<std::int64_t> points;
    std::size_t jobs = 0;

    [[nodiscard]] std::span<const std::int64_t> row(std::size_t job) const {
        return std::span{points}.subspan(job * grid.factors(), grid.factors());
    }
    [[nodiscard]] std::int64_t total(std::size_t job) const {
        std::int64_t sum = 0;
        for (const auto one : row(job)) sum += one;
        return sum;
    }
};

Case any_case(std::mt19937& random) {
    std::vector<test::Draft::Factor> factors;
    std::vector<std::int64_t> largest;
    for (std::size_t f = 0; f < 2 + random() % 4; ++f) {
        largest.push_back(2 + static_cast<std::int64_t>(random() % 20));
        factors.push_back(test::table_factor("f" + std::to_string(f), {"1", std::to_string(largest.back())}));
    }
    Case made{Grid::make(test::made(test::simple_scheme(factors)),
                         test::band_table({{"1", "3"}, {"2", "9"}, {"3", "20"}, {"4", "31"}}))
                  .value(),
              {},
              1 + random() % 12};
    for (std::size_t j = 0; j < made.jobs; ++j) {
        for (const auto most : largest) made.points.push_back(static_cast<std::int64_t>(random()) % (most + 1));
    }
    return made;
}

/// Rungs of the total M (P - p) / (M - m).
Rung rung_without(const Case& one, std::size_t job, std::size_t factor) {
    const Fraction rest = Fraction{one.total(job)} - Fraction{one.row(job)[factor]};
    const Fraction all{one.grid.largest_total()};
    const Fraction total = all * rest / (all - Fraction{one.grid.largest()[factor]});
    Rung rung = 0;
    while (rung < one.grid.ladder().starts.size() && Fraction{one.grid.ladder().starts[rung]} <= total) ++rung;
    return rung;
}

bool holds(const numerics::WeightInterval& interval, const Fraction& weight) {
    const bool low = weight > interval.from || (interval.from_included && weight == interval.from);
    const bool high = weight < interval.to || (interval.to_included && weight == interval.to);
    return low && high;
}

bool can_flip(const Case& one, std::size_t job, std::size_t factor, base::Decimal spread) {
    const auto interval = numerics::one_weight(one.grid.weighing(one.row(job)), one.grid.ladder().starts, factor);
    const Fraction s = fraction_of(spread);
    const Fraction high = std::min(one.grid.weight(factor) * (Fraction{1} + s), Fraction{1});
    return !holds(interval, one.grid.weight(factor) * (Fraction{1} - s)) || !holds(interval, high);
}

}  // namespace

TEST_CASE("factors left out and moved alone, against fractions job by job") {
    std::mt19937 random{77};
    std::size_t moved = 0;
    std::size_t flipped = 0;
    for (int repeat = 0; repeat < 150; ++repeat) {
        const Case one = any_case(random);
        const auto spread = base::Decimal::from_units(static_cast<std::int64_t>(random() % 10'001));
        const Factors effects = factor_effects(one.grid, one.points, spread);
        for (std::size_t f = 0; f < one.grid.factors(); ++f) {
            model::BandMoves moves;
            std::size_t flips = 0;
            for (std::size_t j = 0; j < one.jobs; ++j) {
                const Rung now = one.grid.ladder().rung_of(one.total(j));
                const Rung then = rung_without(one, j, f);
                moves.count(model::band_move(one.grid.ladder().band_of(now), one.grid.ladder().band_of(then)));
                if (can_flip(one, j, f, spread)) ++flips;
            }
            const LeftOut& found = *effects.factors[f].left_out;
            CHECK(found.moves.up == moves.up);
            CHECK(found.moves.down == moves.down);
            CHECK(found.moves.same == moves.same);
            CHECK(found.moves.out_of_bands == moves.out_of_bands);
            CHECK(found.moves.into_a_band == moves.into_a_band);
            CHECK(found.moves.in_no_band == moves.in_no_band);
            for (const auto& job : found.moved) CHECK(job.rung == rung_without(one, job.job, f));
            CHECK(found.moved.size() == moves.moved());
            CHECK(effects.factors[f].jobs_flipped == flips);
            moved += found.moved.size();
            flipped += flips;
        }
    }
    CHECK(moved > 500);
    CHECK(flipped > 500);
}

TEST_CASE("effective weights against the textbook's two passes") {
    std::mt19937 random{78};
    for (int repeat = 0; repeat < 100; ++repeat) {
        const Case one = any_case(random);
        const Factors effects = factor_effects(one.grid, one.points, base::Decimal{});
        double mean = 0;
        for (std::size_t j = 0; j < one.jobs; ++j) mean += static_cast<double>(one.total(j)) / static_cast<double>(one.jobs);
        double variance = 0;
        std::vector<double> covariance(one.grid.factors(), 0.0);
        for (std::size_t j = 0; j < one.jobs; ++j) {
            const double deviation = static_cast<double>(one.total(j)) - mean;
            variance += deviation * deviation;
            for (std::size_t f = 0; f < covariance.size(); ++f) covariance[f] += static_cast<double>(one.row(j)[f]) * deviation;
        }
        const bool varies = variance > 1e-6;
        for (std::size_t f = 0; f < covariance.size(); ++f) {
            CHECK(effects.factors[f].effective_weight.has_value() == varies);
            if (varies) CHECK(test::close(effects.factors[f].effective_weight, covariance[f] / variance, 1e-9, 1e-10));
        }
    }
}

}  // namespace sensitivity_factors_test
