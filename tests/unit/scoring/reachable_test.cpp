// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <stdexcept>

#include "scoring/proof.hpp"
#include "unit/scoring/real_schemes.hpp"

namespace je::test::reachable_test {

namespace {

using scoring::ReachableTotals;

ReachableTotals totals_of(const Draft& draft) {
    auto totals = ReachableTotals::of(made(draft));
    REQUIRE(totals.has_value());
    return *std::move(totals);
}

}  // namespace

TEST_CASE("the totals of public schemes are as many as were counted independently") {
    const auto afc = totals_of(nhs());
    CHECK(afc.smallest() == points("86"));
    CHECK(afc.largest() == points("1000"));
    CHECK(afc.count() == 898);
    const auto general = totals_of(fes());
    CHECK(general.smallest() == points("190"));
    CHECK(general.largest() == points("4480"));
    CHECK(general.count() == 836);
    const auto supervisory = totals_of(gssg());
    CHECK(supervisory.smallest() == points("1165"));
    CHECK(supervisory.largest() == points("4730"));
}

TEST_CASE("totals between those on the common step are not reached") {
    const auto totals = totals_of(scheme_of({{"a", "0.5 1"}, {"b", "1 3.5"}}));  // 1.5 2 4 4.5
    CHECK(totals.count() == 4);
    for (const auto* reached : {"1.5", "2", "4", "4.5"}) CHECK(totals.contains(points(reached)));
    for (const auto* missed : {"0", "1.4999", "1.5001", "1.75", "2.5", "3", "4.4999", "5", "100"}) {
        CAPTURE(missed);
        CHECK_FALSE(totals.contains(points(missed)));
    }
}

TEST_CASE("neighbours of a total are found on either side") {
    const auto totals = totals_of(scheme_of({{"a", "0.5 1"}, {"b", "1 3.5"}}));
    CHECK(totals.first_at_or_above(points("-7")) == points("1.5"));
    CHECK(totals.first_at_or_above(points("2")) == points("2"));
    CHECK(totals.first_at_or_above(points("2.0001")) == points("4"));
    CHECK_FALSE(totals.first_at_or_above(points("4.5001")).has_value());
    CHECK_FALSE(totals.last_below(points("1.5")).has_value());
    CHECK(totals.last_below(points("1.5001")) == points("1.5"));
    CHECK(totals.last_below(points("4")) == points("2"));
    CHECK(totals.last_below(points("1000")) == points("4.5"));
}

TEST_CASE("a scheme with a single total has that one") {
    const auto totals = totals_of(scheme_of({{"a", "7"}, {"b", "3"}}));
    CHECK(totals.count() == 1);
    CHECK(totals.smallest() == points("10"));
    CHECK(totals.largest() == points("10"));
    CHECK_FALSE(totals.contains(points("11")));
}

TEST_CASE("cells that are not allowed give no total") {
    Draft draft = simple_scheme({side_factor("rows", {"1", "2"}), side_factor("columns", {"A", "B"})});
    draft.matrices = {matrix("m", draft.factors[0], draft.factors[1], {"10 -", "20 40"})};
    const auto totals = totals_of(draft);
    CHECK(totals.count() == 3);
    CHECK_FALSE(totals.contains(points("30")));
}

TEST_CASE("combinations that break a rule give no total, and a fact left out breaks none") {
    Draft draft = scheme_of({{"a", "1 2"}, {"b", "10 20"}});
    draft.facts = {yes_no_fact("manager")};
    draft.constraints = {constraint("gate", "error", {on_factor("b", "is", {"2"})}, {on_factor("a", "is", {"2"})})};
    CHECK(totals_of(draft).count() == 3);
    CHECK_FALSE(totals_of(draft).contains(points("21")));
    draft.constraints[0].when.push_back(on_fact("manager", "is", {"yes"}));
    CHECK(totals_of(draft).count() == 4);
    draft.constraints[0].when.pop_back();
    draft.constraints[0].severity = text("warning");
    CHECK(totals_of(draft).count() == 4);
}

TEST_CASE("rules that forbid everything leave no total, and no end to ask for") {
    Draft draft = scheme_of({{"a", "1 2"}});
    draft.constraints = {constraint("one", "error", {}, {on_factor("a", "is", {"1"})}),
                         constraint("two", "error", {}, {on_factor("a", "is", {"2"})})};
    const auto totals = totals_of(draft);
    CHECK(totals.count() == 0);
    CHECK_FALSE(totals.first_at_or_above(points("0")).has_value());
    CHECK_THROWS_AS((void)totals.smallest(), std::logic_error);
    CHECK_THROWS_AS((void)totals.largest(), std::logic_error);
}

TEST_CASE("a combination adds up to its total and keeps the rules") {
    Draft draft = scheme_of({{"a", "1 2 4"}, {"b", "10 20"}});
    draft.constraints = {constraint("gate", "error", {on_factor("b", "is", {"2"})}, {on_factor("a", "at_least", {"2"})})};
    const auto scheme = made(draft);
    const auto totals = ReachableTotals::of(scheme);
    CHECK(totals->combination(scheme, points("24")) == std::vector{model::LevelIndex{2}, model::LevelIndex{1}});
    CHECK_FALSE(totals->combination(scheme, points("21")).has_value());
    CHECK_FALSE(totals->combination(scheme, points("24.5")).has_value());
    CHECK_FALSE(totals->combination(scheme, points("0")).has_value());
}

TEST_CASE("more totals than asked for are not enumerated") {
    const auto scheme = made(scheme_of({{"a", "0 0.0001"}, {"b", "0 100"}}));
    CHECK_FALSE(ReachableTotals::of(scheme, 1'000'001).has_value());
    const auto totals = ReachableTotals::of(scheme, 1'000'002);
    REQUIRE(totals.has_value());
    CHECK(totals->count() == 4);
}

TEST_CASE("many factors under rules are enumerated by what the rules tell apart") {
    Draft draft = simple_scheme({});
    for (int f = 0; f < 12; ++f) {
        draft.factors.push_back(table_factor("f" + std::to_string(f), words("1 2 3 4 5 6 7 8")));
        if (f > 0) {
            draft.constraints.push_back(constraint("c" + std::to_string(f), "error",
                                                   {on_factor("f" + std::to_string(f), "at_least", {"5"})},
                                                   {on_factor("f" + std::to_string(f - 1), "at_least", {"5"})}));
        }
    }
    const auto totals = totals_of(draft);
    CHECK(totals.smallest() == points("12"));
    CHECK(totals.largest() == points("96"));
    CHECK(totals.count() == 85);
}

}  // namespace je::test::reachable_test
