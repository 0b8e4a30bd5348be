// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "je/scoring/level_changes.hpp"
#include "oracle/random_scheme.hpp"
#include "oracle/slow_changes.hpp"

namespace je::slow::level_changes_oracle_test {

namespace {

using scoring::Direction;

/// What a run of comparisons has met, so that a test cannot pass by comparing nothing.
struct Met {
    std::size_t jobs = 0;
    std::size_t sets = 0;
    std::size_t sets_of_three = 0;
    std::size_t jobs_in_no_band = 0;
    std::size_t lost_upwards = 0;  // sets
    std::size_t stopped = 0;
};

/// With so little work that the search stops, all sets of the fewest steps are found, best first, and none of more.
void compare_stopped(const model::Scheme& scheme, const model::Answers& answers, const scoring::Score& score,
                     Direction direction, std::size_t max_factors, const std::vector<slow::Change>& expected, Met& met) {
    for (const std::size_t work : {std::size_t{30}, std::size_t{100}, std::size_t{300}, std::size_t{1000}}) {
        const auto found = scoring::smallest_changes(scheme, scheme.band_tables()[0], answers, score, direction,
                                                     {.max_factors = max_factors, .keep = 0, .work = work});
        std::vector<slow::Change> fewest;
        for (const auto& change : expected) {
            if (!found.complete_to_steps || change.steps <= *found.complete_to_steps) fewest.push_back(change);
        }
        CHECK(slow::text_of(slow::as_changes(scheme, found.sets)) == slow::text_of(fewest));
        CHECK(found.found == fewest.size());
        met.stopped += found.complete_to_steps ? 1 : 0;
    }
}

void compare(const model::Scheme& scheme, const model::Answers& answers, std::size_t max_factors, Met& met) {
    const auto& table = scheme.band_tables()[0];
    const auto score = scoring::score(scheme, &table, answers);
    for (const auto direction : {Direction::raise, Direction::lower, Direction::raise_and_lose}) {
        CAPTURE(max_factors);
        CAPTURE(static_cast<int>(direction));
        const auto all =
            scoring::smallest_changes(scheme, table, answers, score, direction, {.max_factors = max_factors, .keep = 0});
        const auto found = slow::as_changes(scheme, all.sets);
        if (!score.complete) {
            CHECK(found.empty());
            continue;
        }
        slow::Levels levels;
        for (const auto& factor : score.factors) levels.push_back(factor.level.value());
        auto expected = slow::EveryChange{scheme, table, levels, answers.facts, direction}.find(max_factors);
        CHECK(slow::text_of(found) == slow::text_of(expected));
        CHECK((found == expected));
        compare_stopped(scheme, answers, score, direction, max_factors, expected, met);
        const auto best =
            scoring::smallest_changes(scheme, table, answers, score, direction, {.max_factors = max_factors, .keep = 4});
        CHECK(best.found == expected.size());
        CHECK(best.one_step_each ==
              static_cast<std::size_t>(std::count_if(expected.begin(), expected.end(),
                                                     [](const Change& c) { return c.steps == c.factors.size(); })));
        expected.resize(std::min<std::size_t>(expected.size(), 4));
        CHECK(slow::text_of(slow::as_changes(scheme, best.sets)) == slow::text_of(expected));
        ++met.jobs;
        met.sets += found.size();
        met.jobs_in_no_band += score.band_min ? 0 : 1;
        for (const auto& change : found) met.sets_of_three += change.factors.size() == 3 ? 1 : 0;
        if (direction == Direction::raise_and_lose) met.lost_upwards += found.size();
    }
}

Met compare_many(std::uint64_t first_seed, std::uint64_t last_seed, const slow::Parts& parts) {
    Met met;
    for (std::uint64_t seed = first_seed; seed <= last_seed; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, parts);
        slow::Random random{seed};
        for (std::size_t i = 0; i < 6; ++i) {
            CAPTURE(i);
            // Now and then a fact is not given.
            auto answers = slow::random_answers(scheme, random, 0);
            for (auto& fact : answers.facts) {
                if (random.one_in(8)) fact.reset();
            }
            compare(scheme, answers, 1 + i % 4, met);
        }
    }
    return met;
}

/// The same with every band asked for and with some factors that may move.
void compare_options(const model::Scheme& scheme, const model::Answers& answers, Met& met) {
    const auto& table = scheme.band_tables()[0];
    const auto score = scoring::score(scheme, &table, answers);
    if (!score.complete) return;
    slow::Levels levels;
    for (const auto& factor : score.factors) levels.push_back(factor.level.value());
    const std::size_t factors = levels.size();
    for (std::size_t subset = 0; subset < (std::size_t{1} << factors); ++subset) {
        std::vector<model::FactorIndex> only;
        for (std::size_t f = 0; f < factors; ++f) {
            if ((subset >> f) % 2 == 1) only.emplace_back(f);
        }
        for (std::size_t band = 0; band <= table.bands().size(); ++band) {
            CAPTURE(subset);
            CAPTURE(band);
            std::optional<model::BandIndex> to_band;
            if (band < table.bands().size()) to_band = model::BandIndex{band};
            for (const auto direction : {Direction::raise, Direction::lower, Direction::raise_and_lose}) {
                const auto found = scoring::smallest_changes(scheme, table, answers, score, direction,
                                                             {.max_factors = 3, .keep = 0, .only = only, .to_band = to_band});
                const auto expected = slow::EveryChange{scheme, table, levels, answers.facts, direction, only, to_band}.find(3);
                CHECK(slow::text_of(slow::as_changes(scheme, found.sets)) == slow::text_of(expected));
                met.sets += expected.size();
                ++met.jobs;
                met.jobs_in_no_band += score.band_min ? 0 : 1;
            }
        }
    }
}

}  // namespace

TEST_CASE("smallest changes to a band asked for, and among some factors, are those of an exhaustive search") {
    Met met;
    for (std::uint64_t seed = 7001; seed <= 7160; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, {.most_factors = 4, .most_levels = 3});
        slow::Random random{seed};
        for (std::size_t i = 0; i < 4; ++i) compare_options(scheme, slow::random_answers(scheme, random, 0), met);
    }
    CHECK(met.jobs > 10000);
    CHECK(met.sets > 10000);
    CHECK(met.jobs_in_no_band > 1000);
}

TEST_CASE("smallest changes with options of every job of a few small schemes are those of an exhaustive search") {
    Met met;
    for (std::uint64_t seed = 8001; seed <= 8012; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, {.most_factors = 3, .most_levels = 3});
        slow::every_levels(scheme, [&](const slow::Levels& levels) {
            model::Answers answers{scheme};
            for (std::size_t f = 0; f < levels.size(); ++f) answers.levels[f] = levels[f];
            compare_options(scheme, answers, met);
        });
    }
    CHECK(met.sets > 900);
}

TEST_CASE("smallest changes of additive schemes are those of an exhaustive search, in the same order") {
    const Met met = compare_many(1, 600, {.matrix = false, .constraints = false, .facts = false, .holes = false});
    CHECK(met.jobs == 10800);
    CHECK(met.stopped > 1000);
    CHECK(met.sets > 10000);
    CHECK(met.sets_of_three > 1000);
}

TEST_CASE("smallest changes with holes between bands are those of an exhaustive search") {
    const Met met = compare_many(1001, 1600, {.matrix = false, .constraints = false, .facts = false});
    CHECK(met.lost_upwards > 1000);
    CHECK(met.sets > 10000);
    CHECK(met.jobs_in_no_band > 1000);
}

TEST_CASE(
    "smallest changes with matrices, cells that are not allowed, constraints and rules are those of an exhaustive search") {
    const Met met = compare_many(2001, 4000, {});
    CHECK(met.jobs > 10000);
    CHECK(met.sets > 10000);
    CHECK(met.sets_of_three > 1000);
}

TEST_CASE("smallest changes of every job of a few small schemes are those of an exhaustive search") {
    Met met;
    for (std::uint64_t seed = 5001; seed <= 5060; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, {.most_factors = 4, .most_levels = 3});
        slow::every_levels(scheme, [&](const slow::Levels& levels) {
            model::Answers answers{scheme};
            for (std::size_t f = 0; f < levels.size(); ++f) answers.levels[f] = levels[f];
            compare(scheme, answers, 3, met);
        });
    }
    CHECK(met.sets > 1000);
}

TEST_CASE(
    "moves into holes in the middle and at the top, of every job of every small table, are those of an exhaustive search") {
    Met met;
    auto draft = test::simple_scheme({test::table_factor("a", {"0", "1", "3"}), test::table_factor("b", {"0", "2", "4"})});
    // Every way to cut the totals 0 to 7 into a band, a hole, a band and a hole at the top.
    for (int max = 0; max < 7; ++max) {
        for (int floor = max + 1; floor <= 7; ++floor) {
            for (int top = floor; top <= 7; ++top) {
                CAPTURE(max);
                CAPTURE(floor);
                CAPTURE(top);
                const auto n = [](int value) { return std::to_string(value); };
                draft.bands = {test::bands({{"low", "0"}, {"high", n(floor)}})};
                draft.bands[0].bands[0].max = test::number(n(max));
                draft.bands[0].bands[1].max = test::number(n(top));
                const auto scheme = test::made(draft);
                slow::every_levels(scheme, [&](const slow::Levels& levels) {
                    model::Answers answers{scheme};
                    for (std::size_t f = 0; f < levels.size(); ++f) answers.levels[f] = levels[f];
                    compare(scheme, answers, 2, met);
                });
            }
        }
    }
    CHECK(met.lost_upwards > 300);
    CHECK(met.jobs_in_no_band > 300);
}

constexpr Parts dependent_points{.facts = false, .dependents = true, .most_dimensions = 4, .most_factors = 6, .most_levels = 3};

TEST_CASE(
    "smallest changes under matrices of several dimensions and points that depend on others are those of an exhaustive "
    "search") {
    const Met met = compare_many(9001, 9200, dependent_points);
    CHECK(met.jobs > 1000);
    CHECK(met.sets > 1000);
    CHECK(met.sets_of_three > 80);
}

TEST_CASE("points that depend on others, in a few schemes: smallest changes") {  // the only ones under sanitizers
    const Met met = compare_many(9001, 9020, dependent_points);
    CHECK(met.jobs > 50);
    CHECK(met.sets > 50);
    CHECK(met.sets_of_three > 3);
}

}  // namespace je::slow::level_changes_oracle_test
