// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/agreement.hpp"

#include <doctest/doctest.h>

#include "support/close.hpp"
#include "support/process.hpp"

namespace je::panel::agreement_test {

namespace {

using test::close;

// Four factors of four levels each.
model::Scheme four_factors() {
    std::vector<test::Draft::Factor> factors;
    for (const char* id : {"a", "b", "c", "d"}) factors.push_back(test::table_factor(id, {"10", "20", "30", "40"}));
    return test::made(test::simple_scheme(std::move(factors)));
}

const std::string two = "m1:management u1:union";

Agreement of(const model::Scheme& scheme, const std::string& people, const std::vector<test::Recorded>& factors) {
    const auto panel = test::made(test::panel_draft(scheme, people, factors), scheme);
    const RatedPanel rated{&scheme, &panel};
    return agreement(std::span{&rated, 1});
}

}  // namespace

TEST_CASE("people who gave the same levels agree perfectly") {
    const auto scheme = four_factors();
    const auto result = of(scheme, two, {{"a", "1 1", "1"}, {"b", "2 2", "2"}, {"c", "3 3", "3"}, {"d", "4 4", "4"}});
    CHECK(result.panels == 1);
    CHECK(result.panellists == 2);
    CHECK(result.factors == 4);
    CHECK(result.complete == 4);
    CHECK(close(result.percent_exact.value, 100));
    CHECK(close(result.krippendorff_alpha.value.value, 1));
    CHECK(close(result.icc_2_1.value.value, 1));
    CHECK(close(result.icc_2_k.value.value, 1));
    CHECK(close(result.kendall_w.value.value, 1));
    REQUIRE(result.pairs.size() == 1);
    CHECK(result.pairs[0].a == "m1");
    CHECK(result.pairs[0].b == "u1");
    CHECK(result.pairs[0].units == 4);
    CHECK(close(result.pairs[0].kappa.value, 1));
}

TEST_CASE("two people, worked by hand") {
    const auto scheme = four_factors();
    // m1: 1 2 3 4, u1: 1 2 3 3. They agree on 3 of 4.
    const auto result = of(scheme, two, {{"a", "1 1", "1"}, {"b", "2 2", "2"}, {"c", "3 3", "3"}, {"d", "4 3", "4"}});
    CHECK(close(result.percent_exact.value, 75));
    REQUIRE(result.pairs.size() == 1);
    // Squared differences: observed 0 + 0 + 0 + 1 over 4; expected, over all 16 pairs: 1 against 1, 2, 3, 3: 0 + 1 + 4 + 4;
    // 2: 1 + 0 + 1 + 1; 3: 4 + 1 + 0 + 0; 4: 9 + 4 + 1 + 1; together 32 over 16. Kappa = 1 - 0.25 / 2.
    CHECK(close(result.pairs[0].kappa.value, 0.875));
    // Mean squares of two people and four rows: rows 59/24, people 1/8, rest 1/8.
    // ICC(2,1) = (MSR - MSE) / (MSR + MSE + 2 (MSC - MSE) / 4).
    CHECK(close(result.icc_2_1.value.value, (59.0 / 24 - 1.0 / 8) / (59.0 / 24 + 1.0 / 8)));
    CHECK(result.icc_2_1.interval.has_value());
    CHECK(result.icc_2_1.no_interval.empty());
    CHECK_FALSE(result.krippendorff_alpha.interval.has_value());
    CHECK(result.krippendorff_alpha.no_interval == "no interval is computed for alpha");
    CHECK(result.kendall_w.no_interval == "no interval is computed for W");
}

TEST_CASE("one person agrees with nobody, and it is said why there is no figure") {
    const auto scheme = four_factors();
    const auto result =
        of(scheme, "m1:management o1:union:observer", {{"a", "1", "1"}, {"b", "2", "2"}, {"c", "3", "3"}, {"d", "4", "4"}});
    CHECK(result.panellists == 1);
    CHECK(result.factors == 0);
    CHECK(result.pairs.empty());
    for (const auto* one : {&result.percent_exact, &result.krippendorff_alpha.value, &result.icc_2_1.value,
                            &result.icc_2_k.value, &result.kendall_w.value}) {
        CHECK_FALSE(one->value.has_value());
        CHECK_FALSE(one->reason.empty());
    }
    CHECK(result.caution == "Only one person gave levels, so there is nobody to agree or disagree with.");
}

TEST_CASE("a record without individual levels has no figures, and says why") {
    const auto scheme = four_factors();
    const auto result = of(scheme, two, {});
    CHECK(result.factors == 0);
    CHECK(result.complete == 0);
    CHECK(result.pairs.empty());
    CHECK_FALSE(result.percent_exact.value.has_value());
    CHECK(result.caution == "Nobody's own levels are recorded, so there is nothing to compare.");
}

TEST_CASE("all the same level on all factors: agreement without variation is no measure of reliability") {
    const auto scheme = four_factors();
    const auto result = of(scheme, two, {{"a", "2 2", "2"}, {"b", "2 2", "2"}, {"c", "2 2", "2"}, {"d", "2 2", "2"}});
    CHECK(close(result.percent_exact.value, 100));
    for (const auto* one :
         {&result.krippendorff_alpha.value, &result.icc_2_1.value, &result.icc_2_k.value, &result.kendall_w.value}) {
        CHECK_FALSE(one->value.has_value());
        CHECK_FALSE(one->reason.empty());
    }
}

TEST_CASE("a missing level takes its factor out of what needs complete rows, not out of the rest") {
    const auto scheme = four_factors();
    const std::string three = two + " u2:union";
    const auto result = of(scheme, three, {{"a", "1 1 1", "1"}, {"b", "2 . 2", "2"}, {"c", "3 3 3", "3"}, {"d", ". . 4", "4"}});
    CHECK(result.panellists == 3);
    CHECK(result.factors == 3);   // d has one level alone
    CHECK(result.complete == 2);  // a and c
    REQUIRE(result.pairs.size() == 3);
    CHECK(result.pairs[0].a + result.pairs[0].b == "m1u1");
    CHECK(result.pairs[0].units == 2);
    CHECK(result.pairs[1].a + result.pairs[1].b == "m1u2");
    CHECK(result.pairs[1].units == 3);
    CHECK(result.pairs[2].a + result.pairs[2].b == "u1u2");
    CHECK(result.pairs[2].units == 2);
    CHECK(result.caution ==
          "These figures rest on 3 people and 3 factors of one job. So few can show where views differed; they cannot show how "
          "reliable the scheme or "
          "any person is. The factors differ in their scales, which by itself raises the correlations.");
}

TEST_CASE("several panels: people of one id are one person, and those who never sat together are no pair") {
    const auto scheme = four_factors();
    const auto first =
        test::made(test::panel_draft(scheme, "m1:management u1:union", {{"a", "1 1", "1"}, {"b", "2 3", "2"}}, "one"), scheme);
    const auto second = test::made(
        test::panel_draft(scheme, "m1:management u2:union", {{"a", "2 2", "2"}, {"c", "3 3", "3"}, {"d", "4 4", "4"}}, "two"),
        scheme);
    const std::vector<RatedPanel> both{{&scheme, &first}, {&scheme, &second}};
    const auto result = agreement(both);
    CHECK(result.panels == 2);
    CHECK(result.panellists == 3);
    CHECK(result.factors == 5);
    CHECK(result.complete == 0);
    CHECK(close(result.percent_exact.value, 80));
    REQUIRE(result.pairs.size() == 2);
    CHECK(result.pairs[0].a + result.pairs[0].b == "m1u1");
    CHECK(result.pairs[0].units == 2);
    CHECK(result.pairs[1].a + result.pairs[1].b == "m1u2");
    CHECK(result.pairs[1].units == 3);
    CHECK(result.caution ==
          "These figures rest on 3 people and 5 factors over 2 panels. Not everyone sat on every panel, and no factor was "
          "scored by all of them: a "
          "coefficient that needs complete rows has none.");
}

TEST_CASE("the same people on every panel") {
    const auto scheme = four_factors();
    const auto first = test::made(test::panel_draft(scheme, two, {{"a", "1 1", "1"}, {"b", "2 3", "2"}}, "one"), scheme);
    const auto second = test::made(test::panel_draft(scheme, two, {{"a", "2 2", "2"}, {"c", "3 3", "3"}}, "two"), scheme);
    const std::vector<RatedPanel> both{{&scheme, &first}, {&scheme, &second}};
    CHECK(agreement(both).caution ==
          "These figures rest on 2 people and 4 factors over 2 panels. All of them scored each of these factors.");
}

TEST_CASE("no panels, no figures") {
    const auto result = agreement({});
    CHECK(result.panels == 0);
    CHECK(result.panellists == 0);
    CHECK_FALSE(result.percent_exact.value.has_value());
}

}  // namespace je::panel::agreement_test
