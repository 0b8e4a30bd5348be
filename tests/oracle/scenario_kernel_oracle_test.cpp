// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "numerics/random.hpp"
#include "numerics/scenarios/scenarios.hpp"
#include "oracle/slow_scenarios.hpp"
#include "support/listed_scenarios.hpp"

namespace scenario_kernel_oracle_test {

namespace {

using namespace je::numerics;
using je::test::slow_counts;

constexpr std::array all_instructions{Instructions::plain, Instructions::avx2, Instructions::avx512, Instructions::wide};

struct Question {
    std::vector<std::int64_t> largest;
    std::vector<std::int64_t> points;
    std::vector<std::int64_t> floors;

    [[nodiscard]] ScenarioJobs jobs() const { return {points, floors}; }
};

std::int64_t between(RandomStream& random, std::int64_t least, std::int64_t most) {
    return least + random.below(static_cast<std::uint32_t>(most - least + 1));
}

/// Points from 0 to each factor's largest, floors from below what is reachable to above it.
Question drawn(RandomStream& random, std::size_t factors, std::size_t jobs, std::int64_t most) {
    Question question;
    std::int64_t sum = 0;
    for (std::size_t f = 0; f < factors; ++f) {
        question.largest.push_back(between(random, 1, most));
        sum += question.largest.back();
    }
    for (std::size_t j = 0; j < jobs; ++j)
        for (std::size_t f = 0; f < factors; ++f) question.points.push_back(between(random, 0, question.largest[f]));
    const auto floors = between(random, 1, 11);
    for (std::int64_t i = 0; i < floors; ++i) question.floors.push_back(sum * (i * 110 - 20) / (floors * 100));
    return question;
}

void check_all(const ScenarioSource& source, const Question& question, ScenarioRange range) {
    const auto expected = slow_counts(source, question.jobs(), range);
    for (const Instructions kind : all_instructions) {
        KernelOptions options;
        options.instructions = kind;
        const auto counts = count_scenarios(source, question.jobs(), range, options);
        INFO("kind asked ", static_cast<int>(kind), ", used ", static_cast<int>(counts.used), ", factors ", source.factors());
        CHECK(counts.at_or_above == expected);
    }
}

Scenarios source_of(std::size_t kind, const std::vector<std::int64_t>& largest, std::uint64_t seed) {
    switch (kind) {
        case 0:
            return spread_scenarios(largest, {1, 5}, true, seed);
        case 1:
            return spread_scenarios(largest, {3, 100}, false, seed);
        case 2:
            return simplex_scenarios(largest, {0, 1}, seed);
        case 3:
            return simplex_scenarios(largest, {1, 50}, seed);
        case 4:
            return spread_scenarios(largest, {1, 1}, true, seed);
        default:
            return dirichlet_scenarios(largest, {7, 2}, seed);
    }
}

TEST_CASE("every kind of instruction counts what the definition counts, with 1 to 19 factors") {
    RandomStream random{20, 1, 0};
    for (std::size_t factors = 1; factors <= 19; ++factors) {
        const Question question = drawn(random, factors, 5, factors % 3 == 0 ? 900 : 40);
        const auto source = source_of(factors % 6, question.largest, factors);
        check_all(*source, question, {factors * 37, factors * 37 + 600});
    }
}

TEST_CASE("every source, over blocks that begin and end in the middle") {
    RandomStream random{21, 1, 0};
    for (std::size_t kind = 0; kind < 6; ++kind) {
        const Question question = drawn(random, 7, 6, 120);
        check_all(*source_of(kind, question.largest, 3), question, {500, 1100});
        check_all(*source_of(kind, question.largest, 3), question, {511, 513});
    }
}

TEST_CASE("all small jobs against all small lists, most of them exactly on a floor") {
    Question question{{2, 3}, {}, {-1, 0, 1, 2, 3, 4, 5, 6}};
    for (std::int64_t p = -1; p <= 2; ++p)
        for (std::int64_t q = 0; q <= 3; ++q) question.points.insert(question.points.end(), {p, q});
    std::vector<std::int32_t> multipliers;
    for (std::int32_t k = 0; k <= 4; ++k)
        for (std::int32_t l = k == 0 ? 1 : 0; l <= 4; ++l) multipliers.insert(multipliers.end(), {k, l});
    const std::uint64_t scenarios = multipliers.size() / 2;
    check_all(*listed_scenarios(question.largest, multipliers), question, {0, scenarios});
    check_all(*listed_scenarios(question.largest, multipliers, 3), question, {0, scenarios});
    check_all(*listed_weights(question.largest, multipliers), question, {0, scenarios});
}

TEST_CASE("points too large for 32 bits, and floors nobody reaches or misses") {
    constexpr std::int64_t trillion = 1'000'000'000'000;
    Question question{
        {10 * trillion, 3 * trillion, 7}, {}, {-trillion, 0, trillion, 5 * trillion, 13 * trillion + 7, 90 * trillion}};
    question.points = {10 * trillion, 3 * trillion, 7, 5 * trillion, 0, 7, 123'456'789, trillion, 0};
    for (std::size_t kind = 0; kind < 6; ++kind) {
        INFO("source ", kind);
        check_all(*source_of(kind, question.largest, 5), question, {0, 100});
    }
    Question small{{40, 60}, {-5, 10, 40, 60, 0, 0, 30'000, 30'000}, {-10, 0, 100, 101, 5'000'000'000'000}};
    for (std::size_t kind = 0; kind < 6; ++kind) check_all(*source_of(kind, small.largest, 6), small, {0, 50});
}

TEST_CASE("the edges of 16 and of 32 bits") {
    // 65,538 * 32,767 is the largest product below 2^31; with one more point, 64 bits must take over.
    for (const std::int64_t last : {0, 3, 4, 5}) {
        const Question question{{32'767, 32'767, 8}, {32'767, 32'767, last, -32'768, -32'767, -1}, {0, 30'000, 65'000, 65'538}};
        check_all(
            *listed_scenarios(question.largest, {32'767, 32'767, 32'767, 1, 32'767, 0, 0, 0, 32'767, 32'766, 32'767, 32'767}),
            question, {0, 4});
    }
    const Question question{{100, 100}, {50, 51, 100, 0}, {50, 100, 101}};
    check_all(*listed_scenarios(question.largest, {32'768, 1, 2'147'483'647, 2'147'483'647, 0, 5}), question, {0, 3});
}

TEST_CASE("threads, blocks and shards do not change a count") {
    RandomStream random{22, 1, 0};
    const Question question = drawn(random, 13, 150, 90);
    const auto source = simplex_scenarios(question.largest, {1, 100}, 9);
    constexpr ScenarioRange all{3, 20'003};
    KernelOptions options;
    options.threads = 1;
    const auto once = count_scenarios(*source, question.jobs(), all, options);
    for (const std::size_t threads : {std::size_t{2}, std::size_t{7}}) {
        options.threads = threads;
        CHECK(count_scenarios(*source, question.jobs(), all, options).at_or_above == once.at_or_above);
    }
    std::vector<std::uint64_t> added(once.at_or_above.size());
    for (const ScenarioRange shard : {ScenarioRange{3, 4}, {4, 700}, {700, 16'384}, {16'384, 16'384}, {16'384, 20'003}}) {
        const auto part = count_scenarios(*source, question.jobs(), shard, options);
        std::transform(added.begin(), added.end(), part.at_or_above.begin(), added.begin(), std::plus<>{});
    }
    CHECK(added == once.at_or_above);
}

TEST_CASE("jobs with the same points are counted once and reported each") {
    const Question question{{4, 6}, {1, 2, 4, 0, 1, 2, 1, 2}, {3, 5}};
    const auto source = simplex_scenarios(question.largest, {0, 1}, 2);
    const auto counts = count_scenarios(*source, question.jobs(), {0, 700});
    CHECK(counts.distinct_jobs == 2);
    CHECK(counts.scenarios == 700);
    CHECK(counts.at_or_above == slow_counts(*source, question.jobs(), {0, 700}));
}

TEST_CASE("visited totals and bounds decide as the definition does, wherever a range is cut") {
    RandomStream random{23, 1, 0};
    const Question question = drawn(random, 5, 9, 50);
    for (std::size_t kind = 0; kind < 6; ++kind) {
        const auto source = source_of(kind, question.largest, 4);
        std::vector<std::uint64_t> counts(9 * question.floors.size());
        std::vector<std::uint64_t> weights(5);
        const auto visit = [&](const ScenarioBlock& block) {
            for (std::size_t s = 0; s < block.count; ++s) {
                for (std::size_t f = 0; f < 5; ++f) weights[f] += block.weights[s * 5 + f];
                for (std::size_t j = 0; j < 9; ++j)
                    for (std::size_t i = 0; i < question.floors.size(); ++i)
                        counts[j * question.floors.size() + i] += block.job(j)[s] >= block.floor(i)[s] ? 1 : 0;
            }
        };
        visit_scenarios(*source, question.jobs(), {10, 300}, visit);
        visit_scenarios(*source, question.jobs(), {300, 1200}, visit);
        CHECK(counts == slow_counts(*source, question.jobs(), {10, 1200}));
        const auto all = scenario_weights(*source, 10, 1190);
        for (std::size_t f = 0; f < 5; ++f) {
            std::uint64_t sum = 0;
            for (std::size_t s = 0; s < 1190; ++s) sum += all[s * 5 + f];
            CHECK(weights[f] == sum);
        }
    }
}

TEST_CASE("what does not fit together is refused") {
    const auto source = simplex_scenarios({4, 6}, {0, 1}, 2);
    const auto refused = [&](const Question& question, ScenarioRange range) {
        CHECK_THROWS_AS((void)count_scenarios(*source, question.jobs(), range), std::invalid_argument);
    };
    refused({{}, {1, 2, 3}, {3}}, {0, 1});
    refused({{}, {1, 2}, {3, 2}}, {0, 1});
    refused({{}, {1, 2}, {3}}, {2, 1});
    CHECK_THROWS_AS((void)count_scenarios(*listed_scenarios({4, 6}, {1, 1}), {}, {0, 2}), std::invalid_argument);
    const std::vector<std::int64_t> huge{std::int64_t{1} << 60, 0};
    CHECK_THROWS_AS((void)count_scenarios(*source, {huge, {}}, {0, 1}), std::overflow_error);
}

}  // namespace

}  // namespace scenario_kernel_oracle_test
