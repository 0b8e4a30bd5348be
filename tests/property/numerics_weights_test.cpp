// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "numerics/weights/weights.hpp"

namespace numerics_weights_test {

namespace {

using namespace je::numerics;
using Whole = std::vector<std::int64_t>;

struct Job {
    Whole points, largest;
    operator Weighing() const { return {points, largest}; }
};

std::int64_t sum_of(const Whole& values) { return std::accumulate(values.begin(), values.end(), std::int64_t{0}); }

/// One to sixteen factors; points also below 0 and above the largest, and often alike.
Job any_job() {
    const auto count = *rc::gen::inRange<std::size_t>(1, 17);
    return {*rc::gen::container<Whole>(count, rc::gen::inRange<std::int64_t>(-10, 120)),
            *rc::gen::container<Whole>(count, rc::gen::inRange<std::int64_t>(1, 100))};
}
std::int64_t any_threshold(const Job& job) {
    const std::int64_t total = sum_of(job.points);
    return *rc::gen::inRange<std::int64_t>(total - 60, total + 61);
}

std::optional<Fraction> moved(const Job& job, std::int64_t threshold, Crossing crossing) {
    TransportDistance move;
    move.prepare(job);
    return move.moved(threshold, crossing);
}

Job turned_round(Job job) {
    std::reverse(job.points.begin(), job.points.end());
    std::reverse(job.largest.begin(), job.largest.end());
    return job;
}
Job negated(Job job) {
    for (std::int64_t& points : job.points) points = -points;
    return job;
}
/// Everything in units so much smaller: with these many products leave 128 bits.
constexpr std::int64_t finer_by = 500'000'000'000;
Job finer(Job job) {
    for (std::int64_t& points : job.points) points *= finer_by;
    for (std::int64_t& points : job.largest) points *= finer_by;
    return job;
}

}  // namespace

TEST_CASE("the order of the factors makes no difference to what a job stands") {
    CHECK(rc::check([] {
        const Job job = any_job();
        const Job other = turned_round(job);
        const std::int64_t threshold = any_threshold(job);
        for (const Crossing crossing : {Crossing::reach, Crossing::lose}) {
            RC_ASSERT((critical_spread(job, threshold, crossing) == critical_spread(other, threshold, crossing)));
            RC_ASSERT((moved(job, threshold, crossing) == moved(other, threshold, crossing)));
        }
        const Fraction spread{*rc::gen::inRange(0, 101), 100};
        RC_ASSERT((spread_range(job, spread, Rescale::max).highest == spread_range(other, spread, Rescale::max).highest));
    }));
}

TEST_CASE("a finer unit makes no difference either") {
    CHECK(rc::check([] {
        const Job job = any_job();
        const Job other = finer(job);
        const std::int64_t threshold = any_threshold(job);
        for (const Crossing crossing : {Crossing::reach, Crossing::lose}) {
            RC_ASSERT((critical_spread(job, threshold, crossing) == critical_spread(other, threshold * finer_by, crossing)));
            RC_ASSERT((moved(job, threshold, crossing) == moved(other, threshold * finer_by, crossing)));
        }
        const auto found = one_weight(job, Whole{threshold, threshold + 10}, 0);
        const auto finer_found = one_weight(other, Whole{threshold * finer_by, (threshold + 10) * finer_by}, 0);
        RC_ASSERT((found.from == finer_found.from && found.to == finer_found.to));
        const Fraction spread{*rc::gen::inRange(0, 1'000'000), 1'000'003};
        const TotalRange range = spread_range(job, spread, Rescale::max);
        RC_ASSERT((range.lowest * finer_by == spread_range(other, spread, Rescale::max).lowest));
        const Fraction least{1, static_cast<Int128>(1'000'003 * job.points.size())};
        const TotalRange all = simplex_range(job, least);
        const TotalRange finer_all = simplex_range(other, least);
        RC_ASSERT(all.lowest.floor_units(finer_by) == finer_all.lowest.floor_units(1));
        RC_ASSERT(all.highest.ceil_units(finer_by) == finer_all.highest.ceil_units(1));
    }));
}

TEST_CASE("losing a floor is reaching its negative from the other side") {
    CHECK(rc::check([] {
        const Job job = any_job();
        const std::int64_t threshold = any_threshold(job);
        if (sum_of(job.points) < threshold) return;
        // To lose needs strictly more than to be on the floor from above, so that only where both exist they agree.
        const auto lost = critical_spread(job, threshold, Crossing::lose);
        const auto reached = critical_spread(negated(job), -threshold, Crossing::reach);
        if (lost) RC_ASSERT((lost == reached));
        const auto lost_by = moved(job, threshold, Crossing::lose);
        const auto reached_by = moved(negated(job), -threshold, Crossing::reach);
        if (lost_by) RC_ASSERT((lost_by == reached_by));
        RC_ASSERT(lost.has_value() == lost_by.has_value());
    }));
}

TEST_CASE("at its critical spread, and not before, the range of totals touches the floor") {
    CHECK(rc::check([] {
        const Job job = any_job();
        const std::int64_t threshold = any_threshold(job);
        for (const Rescale rescale : {Rescale::max, Rescale::none}) {
            if (const auto up = critical_spread(job, threshold, Crossing::reach, rescale); up && *up > 0) {
                RC_ASSERT((spread_range(job, *up, rescale).highest == threshold));
            }
            if (const auto down = critical_spread(job, threshold, Crossing::lose, rescale); down && *down > 0) {
                RC_ASSERT((spread_range(job, *down, rescale).lowest == threshold));
            }
        }
    }));
}

TEST_CASE("a wider region has a wider range, and all weights the widest") {
    CHECK(rc::check([] {
        const Job job = any_job();
        const auto narrow = *rc::gen::inRange<std::int64_t>(0, 100);
        const TotalRange a = spread_range(job, Fraction{narrow, 100}, Rescale::max);
        const TotalRange b = spread_range(job, Fraction{narrow + 1, 100}, Rescale::max);
        const TotalRange all = simplex_range(job);
        const TotalRange some = simplex_range(job, Fraction{narrow, static_cast<Int128>(100 * job.points.size())});
        RC_ASSERT((b.lowest <= a.lowest && a.lowest <= sum_of(job.points)));
        RC_ASSERT((b.highest >= a.highest && a.highest >= sum_of(job.points)));
        RC_ASSERT((all.lowest <= b.lowest && all.highest >= b.highest));
        RC_ASSERT((all.lowest <= some.lowest && all.highest >= some.highest));
    }));
}

TEST_CASE("no weights are nearer in least squares than those with the least moved, nor move less") {
    CHECK(rc::check([] {
        const Job job = any_job();
        const std::int64_t threshold = any_threshold(job);
        TransportDistance move;
        move.prepare(job);
        std::vector<double> by_move(job.points.size());
        std::vector<double> by_squares(job.points.size());
        const auto share = move.moved(threshold, Crossing::reach, by_move);
        const auto distance = euclidean_projection(job, threshold, Crossing::reach, by_squares);
        RC_ASSERT(share.has_value() == distance.has_value());
        if (!share) return;
        double squares = 0;
        double sizes = 0;
        const auto all = static_cast<double>(sum_of(job.largest));
        for (std::size_t f = 0; f < by_move.size(); ++f) {
            const double base = static_cast<double>(job.largest[f]) / all;
            squares += (by_move[f] - base) * (by_move[f] - base);
            sizes += std::abs(by_squares[f] - base);
        }
        RC_ASSERT(*distance <= std::sqrt(squares) + 1e-12);
        RC_ASSERT(share->to_double() <= sizes / 2 + 1e-12);
    }));
}

}  // namespace numerics_weights_test
