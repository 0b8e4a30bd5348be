// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "sensitivity/floors.hpp"
#include "sensitivity/weights.hpp"
#include "support/floors.hpp"

namespace sensitivity_floors_test {

namespace {

using namespace je;
using namespace je::sensitivity;
using je::model::Points;

const model::BandTable table = test::band_table({{"1", "20"}, {"2", "45"}, {"3", "60"}, {"4", "81"}});
constexpr Points one = Points::whole(1);

std::vector<Points> any_totals() {
    const auto whole = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 111));
    return test::totals(whole);
}

std::vector<std::size_t> any_order(std::size_t size) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
    return order;
}

std::vector<std::size_t> counts_of(const std::vector<FloorShift>& shifts) {
    std::vector<std::size_t> counts;
    for (const FloorShift& shift : shifts)
        counts.insert(counts.end(), {shift.moves.up + shift.moves.into_a_band, shift.moves.down + shift.moves.out_of_bands});
    return counts;
}

/// Jobs that change band when floor i moves by `by`.
std::size_t moved_by(const SortedTotals& totals, std::size_t floor, Points by) {
    for (const FloorShift& shift : shift_floors(table, totals, Points::whole(120), one)) {
        if (shift.floor == BandIndex{floor} && shift.by == by) return shift.moves.moved();
    }
    return 0;  // the shift 0
}

void each_derived(const DeriveInput& input, const std::function<void(const DerivedFloors&)>& check) {
    for (const auto& derived : {floors_by_width(input), floors_by_count(input), floors_by_gaps(input)}) {
        if (derived.reason.empty()) check(derived);
    }
}

Grid any_grid() {
    const auto draft = test::simple_scheme(
        {test::table_factor("a", {"1", "40"}), test::table_factor("b", {"1", "27"}), test::table_factor("c", {"1", "53"})});
    return Grid::make(test::made(draft), table).value();
}

}  // namespace

TEST_CASE("properties of moved floors") {
    CHECK(rc::check("the order of jobs is irrelevant", [] {
        const auto totals = any_totals();
        std::vector<Points> shuffled;
        for (const std::size_t j : any_order(totals.size())) shuffled.push_back(totals[j]);
        const auto shifts = [](const std::vector<Points>& all) {
            return counts_of(shift_floors(table, SortedTotals{all}, Points::whole(7), one));
        };
        RC_ASSERT(shifts(totals) == shifts(shuffled));
        RC_ASSERT(gaps_of(table, SortedTotals{totals}, one).size() == gaps_of(table, SortedTotals{shuffled}, one).size());
        RC_ASSERT(floors_by_count({table, totals, one, {}}).floors == floors_by_count({table, shuffled, one, {}}).floors);
    }));
    CHECK(rc::check("a floor moved within its slack moves no job, and one unit more moves one", [] {
        const SortedTotals totals{any_totals()};
        const auto slack = slack_of(table, totals, one);
        const auto floor = *rc::gen::inRange<std::size_t>(0, 4);
        if (slack[floor].can_rise) RC_ASSERT(moved_by(totals, floor, *slack[floor].can_rise) == 0U);
        if (slack[floor].can_fall) {
            RC_ASSERT(moved_by(totals, floor, Points{} - *slack[floor].can_fall) == 0U);
            RC_ASSERT(moved_by(totals, floor, Points{} - *slack[floor].can_fall - one) > 0U);
        }
        if (slack[floor].can_rise)
            RC_ASSERT(moved_by(totals, floor, *slack[floor].can_rise + one) > 0U);
        else
            RC_ASSERT(moved_by(totals, floor, Points::whole(1000)) == 0U);
    }));
    CHECK(rc::check("a table beside itself moves no job, and beside another the moves are those the other way round", [] {
        const auto totals = any_totals();
        const auto other = test::band_table({{"1", "30"}, {"2", "40"}, {"3", "70"}, {"4", "80"}, {"5", "90"}});
        const auto there = side_by_side(table, other, totals).moves;
        const auto back = side_by_side(other, table, totals).moves;
        RC_ASSERT(side_by_side(table, table, totals).moves.moved() == 0U);
        RC_ASSERT(there.up == back.down);
        RC_ASSERT(there.down == back.up);
        RC_ASSERT(there.into_a_band == back.out_of_bands);
        RC_ASSERT(there.out_of_bands == back.into_a_band);
        RC_ASSERT(there.all() == totals.size());
    }));
}

TEST_CASE("properties of floors made anew") {
    CHECK(rc::check("they rise from the first floor, and hold each job once", [] {
        const auto totals = any_totals();
        each_derived({table, totals, one, Points::whole(110)}, [&](const DerivedFloors& derived) {
            RC_ASSERT(derived.floors.size() == table.bands().size());
            RC_ASSERT(derived.floors.front() == table.bands().front().floor);
            RC_ASSERT(std::adjacent_find(derived.floors.begin(), derived.floors.end(), std::greater_equal<>{}) ==
                      derived.floors.end());
            const auto held = std::accumulate(derived.jobs_in_band.begin(), derived.jobs_in_band.end(), std::size_t{0});
            RC_ASSERT(held == SortedTotals{totals}.count(derived.floors.front(), Points::whole(1'000)));
            RC_ASSERT(derived.moves.all() == totals.size());
        });
    }));
    CHECK(rc::check("anchors keep their bands, and with every job anchored no job moves", [] {
        const auto totals = any_totals();
        std::vector<Anchor> anchors;
        for (std::size_t j = 0; j < totals.size(); ++j) {
            if (*rc::gen::arbitrary<bool>()) anchors.push_back({j});
        }
        const auto derived = floors_by_anchors({table, totals, one, {}}, anchors);
        RC_ASSERT(derived.reason.empty() == !anchors.empty());
        const auto now = jobs_and_floors(table, totals, one);
        for (const Anchor& anchor : anchors) RC_ASSERT(derived.bands[anchor.job] == now[anchor.job].band);
        if (!anchors.empty() && anchors.size() == totals.size())
            RC_ASSERT(derived.moves.same + derived.moves.in_no_band == totals.size());
    }));
}

TEST_CASE("properties of factors") {
    CHECK(rc::check("effective weights sum to 1; a weight that does not move flips none, one that moves more no fewer", [] {
        const Grid grid = any_grid();
        const auto jobs = *rc::gen::inRange<std::size_t>(2, 12);
        std::vector<std::int64_t> points;
        for (std::size_t j = 0; j < jobs; ++j) {
            for (const std::int64_t largest : grid.largest()) points.push_back(*rc::gen::inRange<std::int64_t>(0, largest + 1));
        }
        const auto some = factor_effects(grid, points, base::Decimal::from_units(*rc::gen::inRange<std::int64_t>(0, 10'001)));
        const auto none = factor_effects(grid, points, base::Decimal{});
        const auto most = factor_effects(grid, points, base::Decimal::from_whole(1));
        double sum = 0;
        for (std::size_t f = 0; f < grid.factors(); ++f) {
            sum += some.factors[f].effective_weight.value_or(0);
            RC_ASSERT(none.factors[f].jobs_flipped == 0U);
            RC_ASSERT(some.factors[f].jobs_flipped <= most.factors[f].jobs_flipped);
            // At weight 0 the factor is left out, so its movers are among those that its weight can move.
            RC_ASSERT(most.factors[f].left_out->moved.size() <= most.factors[f].jobs_flipped);
        }
        RC_ASSERT(!some.no_effective_weight.empty() || std::abs(sum - 1) < 1e-12);
    }));
}

}  // namespace sensitivity_floors_test
