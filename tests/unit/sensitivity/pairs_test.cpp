// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/weights.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "support/close.hpp"
#include "support/draft.hpp"
#include "support/floors.hpp"

namespace pairs_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using je::test::close;
using numerics::Fraction;
using Row = std::vector<std::int64_t>;

model::Scheme scheme_of(const std::vector<std::string>& largest) {
    std::vector<test::Draft::Factor> factors;
    for (std::size_t f = 0; f < largest.size(); ++f)
        factors.push_back(test::table_factor("f" + std::to_string(f), {"1", largest[f]}));
    return test::made(test::simple_scheme(factors));
}
Grid grid_of(const model::Scheme& scheme) { return Grid::make(scheme, test::band_table({{"1", "0"}})).value(); }
Grid grid_of(const std::vector<std::string>& largest) { return grid_of(scheme_of(largest)); }

WeightsOptions over(RegionKind kind) {
    WeightsOptions options;
    options.region.kind = kind;
    return options;
}

PairShare one_pair(const Grid& grid, const Row& a, const Row& b, const WeightsOptions& options) {
    const std::array pair{PairPoints{a, b}};
    return compare_pairs(grid, pair, options).at(0);
}

}  // namespace

TEST_CASE("pairs over the simplex, against rationals") {
    const Grid five = grid_of({"900", "900", "900", "900", "900"});
    const Row a{500, 300, 700, 200, 900};
    const Row b{400, 450, 650, 350, 600};
    const PairShare share = one_pair(five, a, b, over(RegionKind::simplex));
    CHECK(close(share.a_above, 261.0 / 400));
    CHECK(close(share.b_above, 139.0 / 400));
    CHECK_FALSE(share.standard_error);
    CHECK(share.difference.lowest == Fraction{-750});  // 4500 / 900 times -150
    CHECK(share.difference.highest == Fraction{1500});
    CHECK(close(one_pair(five, b, a, over(RegionKind::simplex)).a_above, 139.0 / 400));
    // Two factors, w0 from 0.1 to 0.9; A is above where 4 w0 > 3.
    WeightsOptions bounded = over(RegionKind::simplex);
    bounded.region.least_weight = base::Decimal::from_units(1'000);
    CHECK(close(one_pair(grid_of({"10", "10"}), {1, 0}, {0, 3}, bounded).a_above, 0.1875, 1e-12));
    CHECK(close(one_pair(grid_of({"10", "10"}), {1, 0}, {0, 3}, over(RegionKind::simplex)).a_above, 0.25, 1e-12));
}

TEST_CASE("pairs under whole Dirichlet parameters and spreads, against rationals") {
    WeightsOptions dirichlet = over(RegionKind::dirichlet);
    dirichlet.region.concentration = base::Decimal::from_whole(10);
    // Dirichlet(3, 7): B is above where the second weight is below 3/4.
    CHECK(close(one_pair(grid_of({"30", "70"}), {0, 7}, {9, 0}, dirichlet).b_above, 19683.0 / 32768));
    // 12 k0 > 10 k1 with both from 0.8 to 1.2: all but the triangle of 0.024 of 0.16.
    const Grid grid = grid_of({"20", "30"});
    for (const auto rescale : {numerics::Rescale::max, numerics::Rescale::none}) {
        WeightsOptions spread = over(RegionKind::spread);
        spread.region.rescale = rescale;
        const PairShare share = one_pair(grid, {12, 5}, {0, 15}, spread);
        CHECK(close(share.b_above, 0.15, 1e-9));
        CHECK(close(share.a_above, 0.85, 1e-9));
        CHECK(share.error < 1e-9);
    }
}

TEST_CASE("certain pairs are exact however they are looked at") {
    const Grid grid = grid_of({"20", "30"});
    for (const auto kind : {RegionKind::spread, RegionKind::simplex, RegionKind::dirichlet}) {
        for (const auto method : {Method::automatic, Method::sampled}) {
            WeightsOptions options = over(kind);
            options.method = method;
            options.scenarios = 100;
            const PairShare equal = one_pair(grid, {3, 4}, {3, 4}, options);
            CHECK(equal.equal_everywhere);
            CHECK(equal.a_above + equal.b_above == 0);
            const PairShare above = one_pair(grid, {3, 4}, {3, 2}, options);  // equal only where w1 is 0
            CHECK(above.a_above == 1);
            CHECK(above.b_above == 0);
            CHECK_FALSE(above.equal_everywhere);
            CHECK_FALSE(above.standard_error);
        }
    }
    // 20 % of spread brings A, with 15 to 10, exactly down to B and never below.
    CHECK(one_pair(grid, {15, 0}, {0, 10}, over(RegionKind::spread)).b_above == 0);
    CHECK(one_pair(grid, {14, 0}, {0, 10}, over(RegionKind::spread)).b_above > 0);
}

TEST_CASE("sampled pairs lie within four standard errors of exact ones, and of cut regions") {
    const model::Scheme scheme = scheme_of({"20", "30", "50"});
    const Grid grid = grid_of(scheme);
    const Row a{10, 20, 30};
    const Row b{18, 4, 33};
    for (const auto kind : {RegionKind::spread, RegionKind::simplex, RegionKind::dirichlet}) {
        WeightsOptions options = over(kind);
        options.region.spread = base::Decimal::from_units(9'000);
        options.region.concentration = base::Decimal::from_whole(10);
        const PairShare exact = one_pair(grid, a, b, options);
        options.method = Method::sampled;
        options.scenarios = 10'000;
        const PairShare sampled = one_pair(grid, a, b, options);
        REQUIRE(sampled.standard_error);
        INFO(to_text(kind) << " " << exact.a_above << " " << sampled.a_above);
        CHECK(exact.a_above > 0.05);
        CHECK(exact.a_above < 0.95);
        CHECK(std::abs(sampled.a_above - exact.a_above) < 4 * *sampled.standard_error);
        CHECK(std::abs(sampled.b_above - exact.b_above) < 4 * *sampled.standard_error);
    }
    // D = 100 (10 w0 / 20 - 10 w1 / 30) > 0 where 3 w0 > 2 w1, with w0 <= w1: of the triangle (0,1,0), (0,0,1), (1,1,0)/2 that
    // between (2,3,0)/5 and (1,1,0)/2, a fifth.
    WeightsOptions cut = over(RegionKind::simplex);
    require(cut.region, std::get<Requirement>(read_requirement("f1 >= f0", scheme, grid)));
    cut.scenarios = 6'000;
    const PairShare share = one_pair(grid, {10, 0, 7}, {0, 10, 7}, cut);
    REQUIRE(share.standard_error);
    CHECK(std::abs(share.a_above - 0.2) < 4 * *share.standard_error);
    CHECK(share.difference.highest == Fraction{25, 3});  // at a half each: 25 - 50/3
    CHECK(share.difference.lowest == Fraction{-100, 3});
    require(cut.region, std::get<Requirement>(read_requirement("2*f1 >= 3*f0", scheme, grid)));
    CHECK(one_pair(grid, {10, 0, 7}, {0, 10, 7}, cut).b_above == 1);
}

}  // namespace pairs_test
