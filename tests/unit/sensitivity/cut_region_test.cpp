// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/region.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "numerics/shares/shares.hpp"
#include "sensitivity/weights.hpp"
#include "support/draft.hpp"
#include "support/floors.hpp"
#include "support/weigh.hpp"

namespace cut_region_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using numerics::Fraction;

constexpr std::uint64_t scenarios = 8'000;

/// Factors f0, f1, ..., all with as many points at most.
class Plan {
public:
    Plan(std::size_t factors, const std::string& largest, const test::Pairs& bands)
        : scheme_{test::made(test::simple_scheme(all(factors, largest)))},
          grid_{Grid::make(scheme_, test::band_table(bands)).value()} {}

    [[nodiscard]] Region region(RegionKind kind, const std::vector<std::string>& required) const {
        Region region;
        region.kind = kind;
        for (const auto& one : required) require(region, std::get<Requirement>(read_requirement(one, scheme_, grid_)));
        return region;
    }
    [[nodiscard]] Region simplex(const std::vector<std::string>& required) const {
        return region(RegionKind::simplex, required);
    }
    [[nodiscard]] Room room(const std::vector<std::string>& required) const {
        return CutRegion{grid_, simplex(required)}.room();
    }
    [[nodiscard]] const Grid& grid() const { return grid_; }

private:
    static std::vector<test::Draft::Factor> all(std::size_t factors, const std::string& largest) {
        std::vector<test::Draft::Factor> list;
        for (std::size_t f = 0; f < factors; ++f) list.push_back(test::table_factor("f" + std::to_string(f), {"1", largest}));
        return list;
    }

    model::Scheme scheme_;
    Grid grid_;
};

/// The share above the only floor, which is to be within four standard errors of the true one.
void check_share(const Plan& plan, const Region& region, const std::vector<std::int64_t>& points, double below) {
    WeightsOptions options;
    options.region = region;
    options.scenarios = scenarios;
    options.seed = 7;
    const auto weights = weigh(plan.grid(), points, options);
    REQUIRE(weights.size() == 1);
    REQUIRE(weights[0].shares.size() == 2);
    const RungShare& share = weights[0].shares[0];
    REQUIRE(share.standard_error);
    INFO(share.share << " for " << below);
    CHECK(std::abs(share.share - below) < 4 * *share.standard_error);
    CHECK(*share.standard_error >= std::sqrt(share.share * (1 - share.share) / double(scenarios)));
    CHECK(share.share + weights[0].shares[1].share == doctest::Approx(1));
}

}  // namespace

TEST_CASE("how much room requirements leave") {
    const Plan plan{3, "100", {{"1", "0"}}};
    CHECK(plan.room({"f0 >= f1"}) == Room::full);
    CHECK(plan.room({"f0 >= 0.9999"}) == Room::full);
    CHECK(plan.room({"f0 >= 0.5", "f1 >= 0.5"}) == Room::flat);
    CHECK(plan.room({"f0 >= f1", "f1 >= f0"}) == Room::flat);
    CHECK(plan.room({"f0 >= 1"}) == Room::flat);
    CHECK(plan.room({"f0 >= 0.5", "f1 >= 0.5001"}) == Room::empty);
    // What is always so, or never, has no edge.
    CHECK(plan.room({"f0 + f1 + f2 <= 1"}) == Room::full);
    CHECK(plan.room({"f0 + f1 + f2 >= 1"}) == Room::full);
    CHECK(plan.room({"f0 + f1 + f2 >= 1.0001"}) == Room::empty);
    // Numbers of any size.
    CHECK(plan.room({"999999999*f0 + 999999999*f1 + 999999998.9998*f2 <= 999999998.9999"}) == Room::full);
    Region spread = plan.region(RegionKind::spread, {"f0 >= 0.4"});
    CHECK(CutRegion{plan.grid(), spread}.room() == Room::flat);  // 1.2 / 3 is all that 20 % allows
    spread.spread = base::Decimal::from_units(2'100);
    CHECK(CutRegion{plan.grid(), spread}.room() == Room::full);
}

TEST_CASE("ranges over a cut region are exact") {
    const Plan plan{3, "100", {{"1", "0"}}};
    const std::vector<std::int64_t> points{100, 0, 50};  // T = 300 w0 + 150 w2
    const auto cut = CutRegion{plan.grid(), plan.simplex({"f0 >= f1", "f2 <= 0.25"})}.range(points);
    CHECK(cut.lowest == Fraction{150});
    CHECK(cut.highest == Fraction{300});
    Region least = plan.simplex({"f0 + f2 <= 70%"});
    least.least_weight = base::Decimal::from_units(1'000);
    CHECK(CutRegion{plan.grid(), least}.range(points).highest == Fraction{195});  // .6, .3, .1
    CHECK(CutRegion{plan.grid(), least}.range(points).lowest == Fraction{45});    // .1, .8, .1
    Region spread = plan.region(RegionKind::spread, {"f1 >= f0"});
    spread.spread = base::Decimal::from_units(3'000);                              // 7/30 to 13/30
    CHECK(CutRegion{plan.grid(), spread}.range(points).highest == Fraction{150});  // w0 = w1: 150 (w0 + w1 + w2)
    CHECK(CutRegion{plan.grid(), spread}.range(points).lowest == Fraction{120});   // 7/30, 13/30, 10/30
    CHECK_THROWS_AS((void)CutRegion(plan.grid(), plan.simplex({"f0 >= 1.1"})).range(points), std::logic_error);
    CHECK_THROWS_AS((void)CutRegion(plan.grid(), plan.region(RegionKind::dirichlet, {"f0 >= 0.1"})), std::invalid_argument);
}

TEST_CASE("shares of cut simplexes that are known") {
    // f0 >= f1 leaves the triangle with totals 300, 150 (f2 alone) and 150 (f0 and f1 half each) at its corners.
    const Plan triangle{3, "100", {{"1", "0"}, {"2", "200"}}};
    check_share(triangle, triangle.simplex({"f0 >= f1"}), {100, 0, 50}, 5.0 / 9);
    // Ranked weights: 13/56, with four points a point.
    const Plan ranked{4, "800", {{"1", "0"}, {"2", "1400"}}};
    check_share(ranked, ranked.simplex({"f0 >= f1", "f1 >= f2", "f2 >= f3"}), {300, 500, 200, 800}, 13.0 / 56);
    // Lower bounds, as the least weight has them, but as requirements.
    const Plan bounded{4, "800", {{"1", "0"}, {"2", "1600"}}};
    check_share(bounded, bounded.simplex({"f0 >= 0.1", "f1 >= 0.1", "f2 >= 0.2", "f3 >= 0.05"}), {300, 500, 200, 800},
                11501.0 / 23958);
}

TEST_CASE("the box of a spread is cut without rescaling") {
    // |w - 1/3| <= 1/10: a hexagon, which is the same for all orders of the weights, and turned about its middle. T = 300 w0 is
    // below 100 for half of it.
    const Plan plan{3, "100", {{"1", "0"}, {"2", "100"}}};
    Region region = plan.region(RegionKind::spread, {"f0 <= 1"});
    region.spread = base::Decimal::from_units(3'000);
    check_share(plan, region, {100, 0, 0}, 0.5);
    // Where w1 >= w0, w0 is the least of three for two thirds, and so below 1/3; else the middle one, below for half.
    Region cut = plan.region(RegionKind::spread, {"f1 >= f0"});
    cut.spread = region.spread;
    check_share(plan, cut, {100, 0, 0}, 5.0 / 6);
}

TEST_CASE("how a walk was made") {
    const Plan plan{3, "100", {{"1", "0"}}};
    const WalkMade walk = walk_made(plan.grid(), plan.simplex({"f0 >= f1"}), 5'000, 1);
    CHECK(walk.thinning == 12);
    CHECK(walk.burn_in == 768);
    CHECK(walk.effective_size > 2'500);
    CHECK(walk.effective_size <= 5'000);
}

}  // namespace cut_region_test
