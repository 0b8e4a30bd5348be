// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/tally.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "support/tally_case.hpp"
#include "support/weigh.hpp"

namespace je::sensitivity::tally_test {

namespace {

using test::TallyCase;

bool same(const Tally& a, const Tally& b) {
    for (const auto& [name, list] : Tally::lists()) {
        if (a.*list != b.*list) return false;
    }
    return a.scenarios == b.scenarios;
}

}  // namespace

TEST_CASE("tallies of ranges side by side add up to that of the whole") {
    const TallyCase all;
    const auto options = TallyCase::everything();
    const Tally whole = tally(all.grid, all.tally_jobs(), {0, 700}, options);
    Tally sum = empty_tally(all.grid, all.jobs(), options);
    const std::uint64_t edges[] = {0, 1, 250, 250, 513, 700};
    for (std::size_t i = 0; i + 1 < std::size(edges); ++i)
        sum.add(tally(all.grid, all.tally_jobs(), {edges[i], edges[i + 1]}, options));
    CHECK(same(sum, whole));
    CHECK_FALSE(same(tally(all.grid, all.tally_jobs(), {1, 701}, options), whole));
}

TEST_CASE("the same on 1, 2 and 7 threads") {
    const TallyCase all;
    auto options = TallyCase::everything();
    options.threads = 1;
    const Tally one = tally(all.grid, all.tally_jobs(), {0, 600}, options);
    for (const std::size_t threads : {2U, 7U}) {
        options.threads = threads;
        CHECK(same(tally(all.grid, all.tally_jobs(), {0, 600}, options), one));
    }
}

TEST_CASE("tallies of different things do not add up") {
    const TallyCase all;
    auto options = TallyCase::everything();
    Tally whole = tally(all.grid, all.tally_jobs(), {0, 10}, options);
    options.central = false;
    CHECK_THROWS_AS(whole.add(tally(all.grid, all.tally_jobs(), {10, 20}, options)), std::invalid_argument);
}

TEST_CASE("counts of shares are the same with and without central weights") {
    const TallyCase all;
    auto options = TallyCase::everything();
    const Tally visited = tally(all.grid, all.tally_jobs(), {0, 900}, options);
    options.central = false;
    options.joint.reset();
    CHECK(tally(all.grid, all.tally_jobs(), {0, 900}, options).at_or_above == visited.at_or_above);
}

TEST_CASE("without uncertain levels and floors, joint shares are those of the weights") {
    const TallyCase all;
    auto options = TallyCase::everything();
    options.joint = JointOptions{};
    const Tally counts = tally(all.grid, all.tally_jobs(), {0, 400}, options);
    CHECK(counts.joint_at_or_above == counts.at_or_above);
}

TEST_CASE("ranks, changes and bands come to the number of scenarios") {
    const TallyCase all;
    const Tally counts = tally(all.grid, all.tally_jobs(), {0, 300}, TallyCase::everything());
    CHECK(std::accumulate(counts.changing.begin(), counts.changing.end(), std::uint64_t{0}) == 300);
    double expected = 0;
    for (std::size_t j = 0; j < all.jobs(); ++j) {
        const JointJob job = joint_job(counts, j);
        double shares = 0;
        double ranks = 0;
        for (const RungShare& one : job.shares) shares += one.share;
        for (const SampledShare& one : job.ranks) ranks += one.share;
        CHECK(shares == doctest::Approx(1));
        CHECK(ranks == doctest::Approx(1));  // six jobs: every rank is among the first ten
        expected += job.expected_rank;
    }
    CHECK(expected <= 21);  // 1 + ... + 6, less where ranks are shared
    CHECK(expected > 15);
}

TEST_CASE("jobs with equal totals share the better rank") {
    const TallyCase all;
    auto options = TallyCase::everything();
    options.joint = JointOptions{};
    const Tally counts = tally(all.grid, all.tally_jobs(), {0, 200}, options);
    CHECK(counts.rank_sums[1] == counts.rank_sums[3]);  // the same levels
    CHECK(counts.rank_sums[4] == 200);                  // the highest level of everything
}

TEST_CASE("central weights lie where the weights of a band lie, and their errors are those of a mean") {
    const TallyCase all;
    WeightsOptions options;
    options.region.kind = RegionKind::simplex;
    options.central = true;
    options.scenarios = 4'000;
    const auto jobs = weigh(all.grid, all.points, options);
    for (const JobWeights& job : jobs) {
        std::uint64_t scenarios = 0;
        std::vector<double> mean(all.grid.factors());
        for (const CentralWeights& one : job.central) {
            scenarios += one.scenarios;
            CHECK(std::accumulate(one.weights.begin(), one.weights.end(), 0.0) == doctest::Approx(1).epsilon(1e-8));
            for (std::size_t f = 0; f < mean.size(); ++f)
                mean[f] += one.weights[f] * static_cast<double>(one.scenarios) / 4'000;
        }
        CHECK(scenarios == 4'000);
        for (const double weight : mean) CHECK(weight == doctest::Approx(0.25).epsilon(0.05));
        CHECK_FALSE(job.shares.front().standard_error);  // exact all the same
    }
    // One rung alone: weights uniform on a simplex of four have the variance 3 / (16 * 5).
    const auto& alone = jobs[4].central;
    REQUIRE(alone.size() == 1);
    CHECK(alone.front().standard_errors.front() == doctest::Approx(std::sqrt(0.0375 / 4'000)).epsilon(0.05));
}

TEST_CASE("sampled shares come from the tally given, for the jobs from the first on") {
    const TallyCase all;
    WeightsOptions options;
    options.method = Method::sampled;
    options.scenarios = 500;
    const auto whole = weigh(all.grid, all.points, options);
    TallyOptions counted;
    const Tally counts = tally(all.grid, all.tally_jobs(), {0, 500}, counted);
    const auto last = weigh(all.grid, std::span{all.points}.subspan(5 * all.grid.factors()), options, counts, 5);
    REQUIRE(last.size() == 1);
    REQUIRE(last[0].shares.size() == whole[5].shares.size());
    for (std::size_t i = 0; i < last[0].shares.size(); ++i) {
        CHECK(last[0].shares[i].rung == whole[5].shares[i].rung);
        CHECK(last[0].shares[i].share == whole[5].shares[i].share);
    }
}

TEST_CASE("what would not fit is refused") {
    const TallyCase all;
    auto options = TallyCase::everything();
    CHECK_THROWS_AS(static_cast<void>(tally(all.grid, all.tally_jobs(), {0, std::uint64_t{1} << 32}, options)),
                    std::invalid_argument);
    options.shares = false;
    CHECK_THROWS_AS(static_cast<void>(tally(all.grid, all.tally_jobs(), {0, 10}, options)), std::invalid_argument);
    options = TallyCase::everything();
    CHECK_THROWS_AS(static_cast<void>(tally(all.grid, {.points = all.points}, {0, 10}, options)), std::invalid_argument);
}

TEST_CASE("scenarios are listed with the weights and shifts that are counted") {
    const TallyCase all;
    const auto options = TallyCase::everything();
    std::uint64_t next = 3;
    list_scenarios(all.grid, {3, 600}, options,
                   [&](std::uint64_t i, std::span<const std::uint64_t> weights, std::int64_t shift) {
                       CHECK(i == next++);
                       CHECK(weights.size() == all.grid.factors());
                       CHECK(shift == floor_shift_of(*options.joint, options.seed, i));
                       CHECK(std::abs(shift) <= 4);
                   });
    CHECK(next == 600);
}

}  // namespace je::sensitivity::tally_test
