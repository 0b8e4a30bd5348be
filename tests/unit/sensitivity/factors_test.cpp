// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weights.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "support/close.hpp"
#include "support/draft.hpp"
#include "support/floors.hpp"

namespace factors_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using je::test::close;
using je::test::table_factor;

const base::Decimal fifth = base::Decimal::from_units(2'000);

Grid grid_of(const std::vector<std::string>& largest, const test::Pairs& bands) {
    std::vector<test::Draft::Factor> factors;
    for (std::size_t f = 0; f < largest.size(); ++f)
        factors.push_back(table_factor("f" + std::to_string(f), {"1", largest[f]}));
    return Grid::make(test::made(test::simple_scheme(factors)), test::band_table(bands)).value();
}

}  // namespace

TEST_CASE("leaving a factor out, worked by hand") {
    // M = 100, floor 50. Without f0 (m = 40): T = 100 (P - p) / 60.
    const Grid grid = grid_of({"40", "60"}, {{"1", "0"}, {"2", "50"}});
    const std::vector<std::int64_t> points{40, 20,   // 60: 20 * 5/3 = 33.3 without f0, 40 * 5/2 = 100 without f1
                                           10, 30,   // 40: exactly 50 without f0, which reaches; 25 without f1
                                           10, 29};  // 39: 48.3 and 25
    const Factors effects = factor_effects(grid, points, fifth);
    REQUIRE(effects.factors.size() == 2);
    REQUIRE(effects.factors[0].left_out);
    CHECK(effects.factors[0].left_out->moves.down == 1);
    CHECK(effects.factors[0].left_out->moves.up == 1);
    CHECK(effects.factors[0].left_out->moves.same == 1);
    REQUIRE(effects.factors[0].left_out->moved.size() == 2);
    CHECK(effects.factors[0].left_out->moved[0].job == 0);
    CHECK(effects.factors[0].left_out->moved[0].rung == 1);
    CHECK(effects.factors[0].left_out->moved[1].rung == 2);
    CHECK(effects.factors[1].left_out->moved.empty());
}

TEST_CASE("effective weights, worked by hand") {
    const Grid grid = grid_of({"40", "60"}, {{"1", "0"}});
    // f0: 10 20 30, f1: 5 5 5: totals differ by f0 alone.
    const auto alone = factor_effects(grid, std::vector<std::int64_t>{10, 5, 20, 5, 30, 5}, fifth);
    CHECK(alone.factors[0].effective_weight == 1.0);
    CHECK(alone.factors[1].effective_weight == 0.0);
    CHECK(alone.factors[0].weight == numerics::Fraction{2, 5});
    // f0: 10 20 30, f1: 8 4 0: P = 18 24 30; cov(f0, P) = 60 of var 36 (in thirds): 5/3 and -2/3.
    const auto against = factor_effects(grid, std::vector<std::int64_t>{10, 8, 20, 4, 30, 0}, fifth);
    CHECK(close(against.factors[0].effective_weight, 5.0 / 3));
    CHECK(close(against.factors[1].effective_weight, -2.0 / 3));
}

TEST_CASE("effective weights of very large points") {
    // The same three jobs with points of 10^13, beyond what products of 64 bits hold.
    const Grid grid = grid_of({"999999999", "999999999"}, {{"1", "0"}});
    const std::int64_t big = 100'000'000'000'000;  // the functions take any whole numbers
    const auto effects =
        factor_effects(grid, std::vector<std::int64_t>{1 * big, 8 * big / 10, 2 * big, 4 * big / 10, 3 * big, 0}, fifth);
    CHECK(close(effects.factors[0].effective_weight, 5.0 / 3));
    CHECK(close(effects.factors[1].effective_weight, -2.0 / 3));
    std::vector<std::int64_t> many;  // n S no longer fits 128 bits
    for (int i = 0; i < 40'000; ++i) {
        const std::int64_t size = i % 2 == 0 ? 900'000'000'000'000 : -900'000'000'000'000;
        many.insert(many.end(), {size, -size / 3});
    }
    const auto wide = factor_effects(grid, many, fifth);
    CHECK(close(wide.factors[0].effective_weight, 1.5));
    CHECK(close(wide.factors[1].effective_weight, -0.5));
}

TEST_CASE("totals that do not vary have no effective weights, and say why") {
    const Grid grid = grid_of({"40", "60"}, {{"1", "0"}});
    const auto alike = factor_effects(grid, std::vector<std::int64_t>{10, 5, 5, 10}, fifth);
    CHECK_FALSE(alike.factors[0].effective_weight);
    CHECK(alike.no_effective_weight == "all these jobs have the same total, so nothing drives their differences");
    CHECK(factor_effects(grid, std::vector<std::int64_t>{10, 5}, fifth).no_effective_weight ==
          "it takes at least two jobs whose totals differ");
    const auto none = factor_effects(grid, {}, fifth);
    CHECK(none.jobs == 0);
    CHECK_FALSE(none.factors[0].effective_weight);
    CHECK(none.factors[0].left_out->moves.same == 0);
}

TEST_CASE("jobs whose band one weight can change, at the very edge") {
    // Weights 1/2 and 1/2. A job of 30 + 10 = 40 has full-weight totals 60 and 20; at weight x of f0 20 + 40 x. The floor of 44
    // is reached at x = 3/5, that is +20 %; the floor of 36 is lost below x = 2/5, that is -20 %, where it is just held.
    const Grid up = grid_of({"50", "50"}, {{"1", "0"}, {"2", "44"}});
    const Grid down = grid_of({"50", "50"}, {{"1", "0"}, {"2", "36"}});
    const std::vector<std::int64_t> job{30, 10};
    CHECK(factor_effects(up, job, fifth).factors[0].jobs_flipped == 1);
    CHECK(factor_effects(up, job, base::Decimal::from_units(1'999)).factors[0].jobs_flipped == 0);
    CHECK(factor_effects(down, job, fifth).factors[0].jobs_flipped == 0);
    CHECK(factor_effects(down, job, base::Decimal::from_units(2'001)).factors[0].jobs_flipped == 1);
    CHECK(factor_effects(up, job, base::Decimal{}).factors[0].jobs_flipped == 0);
}

TEST_CASE("a weight moves to 1 at most") {
    // f0 has weight 9/10: +20 % would be 27/25. At 1 the total is 100 * 60 / 90 = 66.7.
    const Grid held = grid_of({"90", "10"}, {{"1", "0"}, {"2", "67"}});
    const Grid reached = grid_of({"90", "10"}, {{"1", "0"}, {"2", "66"}});
    const std::vector<std::int64_t> job{60, 1};
    CHECK(factor_effects(held, job, fifth).factors[0].jobs_flipped == 0);
    CHECK(factor_effects(reached, job, fifth).factors[0].jobs_flipped == 1);
}

TEST_CASE("an only factor has no weight to move and nothing without it") {
    const Grid grid = grid_of({"40"}, {{"1", "0"}, {"2", "20"}});
    const auto effects = factor_effects(grid, std::vector<std::int64_t>{10, 30}, fifth);
    CHECK_FALSE(effects.factors[0].left_out);
    CHECK(effects.factors[0].jobs_flipped == 0);
    CHECK(effects.factors[0].effective_weight == 1.0);
}

TEST_CASE("what is no share and no whole row is refused") {
    const Grid grid = grid_of({"40", "60"}, {{"1", "0"}});
    CHECK_THROWS_AS((void)factor_effects(grid, {}, base::Decimal::from_units(-1)), std::invalid_argument);
    CHECK_THROWS_AS((void)factor_effects(grid, {}, base::Decimal::from_units(10'001)), std::invalid_argument);
    CHECK_THROWS_AS((void)factor_effects(grid, std::vector<std::int64_t>{1}, fifth), std::invalid_argument);
}

}  // namespace factors_test
