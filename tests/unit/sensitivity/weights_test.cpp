// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weights.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "support/close.hpp"
#include "support/draft.hpp"
#include "support/floors.hpp"
#include "support/weigh.hpp"

namespace je::sensitivity::weights_test {

namespace {

using base::Decimal;
using numerics::Fraction;
using test::table_factor;

/// Factors of two levels each, the upper one with these points.
Grid grid_of(const test::Strings& largest, const test::Pairs& bands) {
    std::vector<test::Draft::Factor> factors;
    for (std::size_t f = 0; f < largest.size(); ++f)
        factors.push_back(table_factor("f" + std::to_string(f), {"1", largest[f]}));
    return Grid::make(test::made(test::simple_scheme(factors)), test::band_table(bands)).value();
}

double share_of(const JobWeights& job, Rung rung) {
    for (const RungShare& share : job.shares) {
        if (share.rung == rung) return share.share;
    }
    return 0;
}

Region simplex(std::int64_t least_units = 0) {
    return {.kind = RegionKind::simplex, .spread = {}, .least_weight = Decimal::from_units(least_units), .concentration = {}};
}

WeightsOptions over(const Region& region) {
    WeightsOptions options;
    options.region = region;
    return options;
}

}  // namespace

TEST_CASE("a job's weights, worked by hand") {
    // M = 120, S = 80, 75, 30, total 70, band of 60 to 84. To lose 60: d = 1200, 600, -600, so s = 1200 / 2400; the least move
    // is 10 / (80 - 30) of all weight. 85 is above every S.
    const Grid grid = grid_of({"60", "40", "20"}, {{"1", "0"}, {"2", "60"}, {"3", "85"}});
    const std::vector<std::int64_t> points{40, 25, 5};
    const auto jobs = weigh(grid, points, {});
    REQUIRE(jobs.size() == 1);
    const JobWeights& job = jobs.front();
    CHECK(job.rung == 2);
    CHECK_FALSE(job.critical_up.has_value());
    CHECK(job.critical_down.value() == Fraction{1, 2});
    CHECK_FALSE(job.up.has_value());
    REQUIRE(job.down.has_value());
    CHECK(job.down->to == 1);
    CHECK(job.down->moved == Fraction{1, 5});
    CHECK(test::close(job.down->weights[0], 0.3, 1e-12));
    CHECK(test::close(job.down->weights[2], 1.1 / 3, 1e-12));
    // Raised 80 and 75 by a fifth, lowered 30: 120 (1.2 (40 + 25) + 0.8 5) / (1.2 100 + 0.8 20) = 82 * 120 / 136.
    CHECK(job.range.highest == Fraction{82 * 120, 136});
    CHECK(job.lowest == 2);
    CHECK(job.highest == 2);
    REQUIRE(job.shares.size() == 1);
    CHECK(job.shares[0].share == 1);
    CHECK(job.one_at_a_time[2].to == Fraction{3, 8});
}

TEST_CASE("shares of the simplex: two factors, and the published values") {
    // S = 0 and 100 (of M = 100 with equal largest points): uniform, so the share at or above 75 is a quarter.
    const Grid two = grid_of({"50", "50"}, {{"1", "0"}, {"2", "75"}});
    const std::vector<std::int64_t> half{0, 50};
    const auto uniform = weigh(two, half, over(simplex()));
    CHECK(test::close(share_of(uniform[0], 2), 0.25, 1e-14));
    // With at least a tenth each, T = 10 + 80 u: at or above 75 for u >= 65/80.
    const auto bounded = weigh(two, half, over(simplex(1'000)));
    CHECK(test::close(share_of(bounded[0], 2), 15.0 / 80, 1e-14));
    // Five factors with S = 100, 250, 250, 400, 700 and threshold 300: below with 253/729.
    const Grid five = grid_of({"200", "200", "200", "200", "200"}, {{"1", "0"}, {"2", "300"}});
    const std::vector<std::int64_t> points{20, 50, 50, 80, 140};
    const auto known = weigh(five, points, over(simplex()));
    CHECK(test::close(share_of(known[0], 1), 253.0 / 729, 1e-13));
    CHECK(test::close(share_of(known[0], 1) + share_of(known[0], 2), 1, 1e-13));
}

TEST_CASE("shares of Dirichlet weights with whole parameters") {
    // Concentration 10 over weights 3/10 and 7/10: Dirichlet(3, 7) on S = 0 and 100, at or above 75: 1 - 19683/32768 below is
    // on the other side: the share below 75 of the factor with parameter 7 is pbeta(.75, 7, 3).
    const Grid grid = grid_of({"30", "70"}, {{"1", "0"}, {"2", "75"}});
    const std::vector<std::int64_t> points{0, 70};
    const Region region{
        .kind = RegionKind::dirichlet, .spread = {}, .least_weight = {}, .concentration = Decimal::from_whole(10)};
    CHECK(has_exact_shares(grid, region));
    CHECK(test::close(share_of(weigh(grid, points, over(region))[0], 1), 19683.0 / 32768, 1e-13));
}

TEST_CASE("shares of a spread: half of the box lies on either side of a job that is on the edge by symmetry") {
    const Grid grid = grid_of({"50", "50"}, {{"1", "0"}, {"2", "50"}});
    const std::vector<std::int64_t> points{50, 0};  // T = 100 k1 / (k1 + k2)
    const auto jobs = weigh(grid, points, {});
    CHECK(test::close(share_of(jobs[0], 1), 0.5, 1e-12));
    CHECK(test::close(share_of(jobs[0], 2), 0.5, 1e-12));
    CHECK(jobs[0].critical_down.value() == Fraction{0});
}

TEST_CASE("without rescaling, totals move by the points alone") {
    const Grid grid = grid_of({"50", "50"}, {{"1", "0"}, {"2", "60"}});
    const std::vector<std::int64_t> points{50, 0};
    Region region;
    region.rescale = numerics::Rescale::none;
    const auto jobs = weigh(grid, points, over(region));
    CHECK(jobs[0].range.lowest == Fraction{40});
    CHECK(jobs[0].range.highest == Fraction{60});
    CHECK(jobs[0].critical_up.value() == Fraction{1, 5});
    CHECK(share_of(jobs[0], 1) == doctest::Approx(1));
}

TEST_CASE("sampled shares agree with exact ones, and say how far they may be off") {
    const Grid grid = grid_of({"60", "40", "20", "80"}, {{"1", "0"}, {"2", "80"}, {"3", "100"}, {"4", "120"}});
    const std::vector<std::int64_t> points{40, 25, 5, 33, 13, 40, 11, 44, 60, 1, 1, 80};
    for (const RegionKind kind : {RegionKind::spread, RegionKind::simplex}) {
        WeightsOptions options;
        options.region.kind = kind;
        options.region.spread = Decimal::from_units(6'000);
        const auto exact = weigh(grid, points, options);
        options.method = Method::sampled;
        options.scenarios = 40'000;
        const auto sampled = weigh(grid, points, options);
        for (std::size_t j = 0; j < exact.size(); ++j) {
            for (Rung rung = 0; rung <= 4; ++rung) {
                const double share = share_of(exact[j], rung);
                CAPTURE(j);
                CAPTURE(rung);
                CHECK(std::abs(share_of(sampled[j], rung) - share) <= 4 * std::sqrt(share * (1 - share) / 40'000) + 1e-12);
            }
        }
        REQUIRE(sampled[0].shares[0].standard_error.has_value());
        CHECK_FALSE(exact[0].shares[0].standard_error.has_value());
    }
}

TEST_CASE("any number of threads gives the same") {
    const Grid grid = grid_of({"60", "40", "20"}, {{"1", "0"}, {"2", "60"}, {"3", "85"}});
    std::vector<std::int64_t> points;
    for (std::int64_t i = 0; i < 900; ++i) points.push_back(i * 7 % 20);
    for (const Method method : {Method::exact, Method::sampled}) {
        std::vector<JobWeights> first;
        for (const std::size_t threads : {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
            WeightsOptions options = over(simplex());
            options.method = method;
            options.scenarios = 500;
            options.threads = threads;
            const auto jobs = weigh(grid, points, options);
            if (first.empty()) first = jobs;
            bool same = jobs.size() == first.size();
            for (std::size_t j = 0; same && j < jobs.size(); ++j) {
                same = jobs[j].range.lowest == first[j].range.lowest && jobs[j].shares.size() == first[j].shares.size();
                for (std::size_t s = 0; same && s < jobs[j].shares.size(); ++s)
                    same = jobs[j].shares[s].share == first[j].shares[s].share;
            }
            CHECK(same);
        }
    }
}

TEST_CASE("a job whose factors all stand alike has one total whatever the weights") {
    const Grid grid = grid_of({"60", "40", "20"}, {{"1", "0"}, {"2", "60"}, {"3", "85"}});
    const std::vector<std::int64_t> points{30, 20, 10};  // S = 60 for each: on the floor itself
    const auto jobs = weigh(grid, points, over(simplex()));
    CHECK(jobs[0].rung == 2);
    CHECK_FALSE(jobs[0].critical_up.has_value());
    CHECK_FALSE(jobs[0].critical_down.has_value());
    REQUIRE(jobs[0].shares.size() == 1);
    CHECK(jobs[0].shares[0].rung == 2);
    CHECK(jobs[0].shares[0].share == 1);
}

TEST_CASE("a factor alone has all the weight") {
    const Grid grid = grid_of({"60"}, {{"1", "0"}, {"2", "40"}});
    const std::vector<std::int64_t> points{40};
    const auto jobs = weigh(grid, points, over(simplex()));
    CHECK(jobs[0].range.lowest == jobs[0].range.highest);
    CHECK_FALSE(jobs[0].up.has_value());
    CHECK_FALSE(jobs[0].down.has_value());
    CHECK(jobs[0].one_at_a_time[0].from == jobs[0].one_at_a_time[0].to);
}

TEST_CASE("a declared hole is a rung of its own, without a band") {
    const Ladder ladder = ladder_of(test::band_table({{"1", "0"}, {"2", "60"}}, {{"50", "59"}}));
    REQUIRE(ladder.rungs() == 4);
    CHECK(ladder.points[1] == model::Points::whole(50));
    CHECK(ladder.bands[1].is_none());
    CHECK(ladder.bands[2] == model::BandIndex{1});
}

}  // namespace je::sensitivity::weights_test
