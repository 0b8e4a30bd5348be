// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/check_result.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "scoring/proof.hpp"
#include "support/draft.hpp"

namespace check_result_test {

namespace {

namespace base = je::base;
namespace model = je::model;
namespace report = je::report;
namespace test = je::test;

report::ShownScheme shown(const model::Scheme& scheme) {
    return report::show_scheme(scheme, report::scheme_info(scheme, "demo.yaml", "abc"));
}

}  // namespace

TEST_CASE("a shown factor has every level with its points and the rule they came from") {
    const auto scheme = test::made(test::small_scheme());
    const auto figures = shown(scheme);
    REQUIRE(figures.units.size() == 2);
    CHECK(figures.units[0].id == "knowledge");
    CHECK(figures.units[0].rule == "points stated");
    REQUIRE(figures.units[0].entries.size() == 3);
    CHECK(figures.units[0].entries[2].level == "3");
    CHECK(figures.units[0].entries[2].points.value().to_string() == "60");
    CHECK(figures.smallest_total.to_string() == "30");
    CHECK(figures.largest_total.to_string() == "90");
}

TEST_CASE("a weighted factor shows the points its rule expands to, and says which rule") {
    auto draft = test::simple_scheme(
        {test::weighted_factor("skill", "60", "arithmetic", "20", 3), test::scored_factor("care", "40", {"1", "4"})});
    draft.max_total = test::number("1000");
    draft.weights.emplace();
    draft.weights->total = test::number("100");
    draft.factors[0].rounding = test::Draft::RoundingDraft{test::number("1"), test::text("half-even")};
    draft.factors[1].rounding = test::Draft::RoundingDraft{test::number("5"), test::text("down")};
    draft.bands = {test::open_bands({{"A", "0"}})};
    const auto figures = shown(test::made(draft));
    CHECK(figures.units[0].rule == "weight 60, equal steps from 20, rounded half to even to 1");
    CHECK(figures.units[0].entries[1].points.value().to_string() == "310");
    CHECK(figures.units[1].rule == "weight 40, by scores, rounded down to 5");
    CHECK(figures.units[1].entries[0].points.value().to_string() == "100");
}

TEST_CASE("a shown matrix has a row of cells for each level of its rows") {
    const auto rows = test::side_factor("contacts", {"1", "2"});
    const auto columns = test::side_factor("purpose", {"A", "B"});
    auto draft = test::simple_scheme({rows, columns});
    draft.matrices = {test::matrix("dealings", rows, columns, {"10 -", "30 50?"})};
    draft.bands = {test::open_bands({{"1", "0"}})};
    const auto figures = shown(test::made(draft));
    REQUIRE(figures.units.size() == 1);
    const auto& unit = figures.units[0];
    CHECK(unit.is_matrix);
    CHECK(unit.rule == "matrix of contacts (rows) and purpose (columns)");
    CHECK(unit.columns == std::vector<std::string>{"A", "B"});
    REQUIRE(unit.entries.size() == 4);
    CHECK_FALSE(unit.entries[1].points.has_value());
    CHECK(unit.entries[3].unlikely);
    REQUIRE(unit.sides.size() == 2);
    CHECK(unit.sides[1].levels.at(1).second == "summary of B");
}

TEST_CASE("bands count the totals that fall into them, and all counts add up") {
    const auto scheme = test::made(test::small_scheme());
    const auto figures = shown(scheme);
    REQUIRE(figures.band_tables.size() == 1);
    std::uint64_t sum = 0;
    for (const auto& band : figures.band_tables[0].bands) sum += band.reachable.value();
    // totals: 30 50 (knowledge 1), 50 70 (2), 70 90 (3): four different ones
    CHECK(figures.band_tables[0].bands[0].reachable.value() == 1);
    CHECK(figures.band_tables[0].bands[1].reachable.value() == 2);
    CHECK(figures.band_tables[0].bands[2].reachable.value() == 1);
    CHECK(sum == je::scoring::ReachableTotals::of(scheme)->count());
}

TEST_CASE("what is proved names factors, totals, bands and holes") {
    auto draft = test::small_scheme();
    const auto plain = test::made(draft);
    CHECK(report::proved_of(plain, plain.band_tables()) ==
          "2 factors, 4 reachable totals from 30 to 90, each in exactly one band");
    CHECK(report::proved_of(plain, {}) == "2 factors, 4 reachable totals from 30 to 90; no bands");
    draft.bands[0].bands[0].floor = test::number("40");
    draft.bands[0].unbanded.push_back({test::number("30"), test::number("39"), "outside"});
    const auto hole = test::made(draft);
    CHECK(report::proved_of(hole, hole.band_tables()) ==
          "2 factors, 4 reachable totals from 30 to 90, each in exactly one band or a declared hole");
}

TEST_CASE("everything said becomes a row, with an empty cell where there is no place") {
    report::CheckResult result;
    result.diagnostics.error({.id = "JE-S07", .at = test::at_line(3), .message = "m", .expected = "e", .fix = "f"});
    result.diagnostics.warning({.id = "JE-U22", .message = "w"});
    const auto table = report::said_table(result);
    REQUIRE(table.rows.size() == 2);
    CHECK((table.rows[0][0] == report::Cell{std::string{"draft.yaml"}}));
    CHECK((table.rows[0][1] == report::Cell{std::int64_t{3}}));
    CHECK((table.rows[1][0] == report::Cell{}));
    CHECK((table.rows[1][2] == report::Cell{}));
    CHECK((table.rows[1][3] == report::Cell{std::string{"warning"}}));
}

}  // namespace check_result_test
