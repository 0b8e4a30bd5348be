// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_weights_test {

namespace {

/// One factor of this kind in a scheme of 1000 points and weights that add up to 100.
Draft weighted_scheme(Draft::Factor factor) {
    auto draft = simple_scheme({std::move(factor)});
    draft.max_total = number("1000");
    draft.weights = Draft::Weights{number("100"), {}};
    return draft;
}

std::string points_of(const model::Factor& factor) {
    std::string result;
    for (const auto& level : factor.levels) result += level.points.to_string() + " ";
    return result;
}

Draft::Factor arithmetic() { return weighted_factor("initiative", "20", "arithmetic", "10", 3); }

}  // namespace

TEST_CASE("a weighted factor gets its points by its rule") {
    CHECK(points_of(made(weighted_scheme(arithmetic())).factors()[0]) == "10 105 200 ");
    CHECK(points_of(made(weighted_scheme(weighted_factor("f", "10", "geometric", "25", 3))).factors()[0]) == "25 50 100 ");
    CHECK(points_of(made(weighted_scheme(scored_factor("f", "10", {"0", "1", "4"}))).factors()[0]) == "0 25 100 ");
}

TEST_CASE("a weighted factor rounds as it says") {
    struct Row {
        const char* mode;
        const char* points;
    };
    // 10 + 93 x 1 / 2 = 56.5 in the middle, to whole points
    const Row rows[] = {{"half-up", "10 57 103 "}, {"half-even", "10 56 103 "}, {"down", "10 56 103 "}, {"up", "10 57 103 "}};
    for (const auto& row : rows) {
        CAPTURE(row.mode);
        auto factor = weighted_factor("f", "10.3", "arithmetic", "10", 3);
        factor.rounding = Draft::RoundingDraft{number("1"), text(row.mode)};
        CHECK(points_of(made(weighted_scheme(factor)).factors()[0]) == row.points);
    }
}

TEST_CASE("the weights are kept as stated") {
    auto draft = weighted_scheme(arithmetic());
    draft.factors.push_back(weighted_factor("other", "33.3", "arithmetic", "0", 2));
    draft.weights = Draft::Weights{number("100", 6), number("0.1")};
    const auto scheme = made(draft);
    REQUIRE(scheme.weights().has_value());
    CHECK(scheme.weights()->total == model::Weight::whole(100));
    CHECK(scheme.weights()->rounded_to == model::Weight{decimal("0.1")});
    CHECK(scheme.weights()->sum == model::Weight{decimal("53.3")});
    CHECK(scheme.weights()->places.size() == 2);
    CHECK(scheme.weights()->at.line == 6);
    CHECK(scheme.factors()[0].rule.weight == model::Weight::whole(20));
    CHECK(scheme.largest_total() == points("533"));
}

TEST_CASE("weights need max_total and what they add up to") {
    auto draft = weighted_scheme(arithmetic());
    draft.factors[0].weight = number("20", 7);
    draft.factors.push_back(weighted_factor("other", "80", "arithmetic", "0", 2));
    draft.max_total.reset();
    CHECK(mistakes(draft) ==
          "JE-S18 draft.yaml:7: factor 'initiative' states a weight, but the scheme has no 'max_total' to take a "
          "share of\n");
    draft.max_total = number("1000");
    draft.weights.reset();
    CHECK(mistakes(draft) ==
          "JE-S19 draft.yaml:7: factor 'initiative' states a weight, but the scheme does not say what the weights "
          "add up to\n");
}

TEST_CASE("weights that no factor states are an error") {
    auto draft = small_scheme();
    draft.weights = Draft::Weights{number("100", 5), {}};
    CHECK(mistakes(draft) == "JE-S20 draft.yaml:5: the scheme has 'weights', but no factor states a weight\n");
}

TEST_CASE("totals, weights and roundings must be above zero") {
    auto draft = weighted_scheme(arithmetic());
    draft.weights = Draft::Weights{number("0", 5), number("-0.1", 6)};
    draft.factors[0].weight = number("0", 7);
    draft.factors[0].rounding = Draft::RoundingDraft{number("0", 8), text("up")};
    CHECK(mistakes(draft) ==
          "JE-S21 draft.yaml:5: 'total' of 'weights' is 0, not above zero\n"
          "JE-S22 draft.yaml:6: 'rounded_to' of 'weights' is -0.1, not above zero\n"
          "JE-S23 draft.yaml:7: the weight of factor 'initiative' is 0, not above zero\n"
          "JE-S32 draft.yaml:8: 'to' in the rounding of factor 'initiative' is 0, not above zero\n");
    draft = weighted_scheme(arithmetic());
    draft.max_total = number("-1000", 4);
    CHECK(mistakes(draft) == "JE-S39 draft.yaml:4: 'max_total' is -1000, not above zero\n");
}

TEST_CASE("a weight needs a rule of a known kind") {
    auto factor = arithmetic();
    factor.rule->kind = text("aritmetic", 8);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S26 draft.yaml:8: factor 'initiative' has a rule of kind 'aritmetic', which does not exist\n");
    factor.rule.reset();
    factor.weight = number("20", 9);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S24 draft.yaml:9: factor 'initiative' states a weight, but no rule for the points of its levels\n");
}

TEST_CASE("a way of rounding must be known") {
    auto factor = arithmetic();
    factor.rounding = Draft::RoundingDraft{number("1"), text("half-upp", 8)};
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S33 draft.yaml:8: factor 'initiative' rounds by 'half-upp', which is not a way of rounding\n");
}

TEST_CASE("equal steps and equal ratios need the points of the lowest level") {
    auto factor = arithmetic();
    factor.rule->lowest.reset();
    factor.rule->kind = text("arithmetic", 8);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S27 draft.yaml:8: the arithmetic rule of factor 'initiative' has no 'lowest'\n");
    factor.rule->kind = text("geometric", 8);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S27 draft.yaml:8: the geometric rule of factor 'initiative' has no 'lowest'\n");
    factor.rule->lowest = number("-1", 9);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S13 draft.yaml:9: 'lowest' in the rule of factor 'initiative' has -1 points, below zero\n");
}

TEST_CASE("what a rule does not use is an error") {
    auto factor = arithmetic();
    factor.levels[1].score = number("3", 9);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S30 draft.yaml:9: level '2' of factor 'initiative' has a score, which its arithmetic rule does not use\n");
    factor = scored_factor("f", "10", {"1", "2"});
    factor.rule->lowest = number("3", 10);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S30 draft.yaml:10: factor 'f' has 'lowest' in its rule, which the rule 'scores' does not use\n");
}

TEST_CASE("each level needs a score that is more than the one below it") {
    auto factor = scored_factor("f", "10", {"1", "2", "3"});
    factor.levels[1].score.reset();
    factor.levels[1].id = text("2", 9);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S29 draft.yaml:9: level '2' of factor 'f' has no score, which its rule needs\n");
    factor = scored_factor("f", "10", {"2", "1", "3"});
    factor.levels[1].score = number("2", 10);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S31 draft.yaml:10: level '2' of factor 'f' has score 2, not more than level '1' (2)\n");
    factor = scored_factor("f", "10", {"0", "1"});
    factor.levels[0].score = number("-1", 11);
    CHECK(mistakes(weighted_scheme(factor)) == "JE-S31 draft.yaml:11: level '1' of factor 'f' has score -1, below zero\n");
    factor = scored_factor("f", "10", {"0"});
    factor.levels[0].score = number("0", 12);
    CHECK(mistakes(weighted_scheme(factor)) == "JE-S31 draft.yaml:12: the largest score of factor 'f' is not above zero\n");
}

TEST_CASE("a rule that cannot give points says why") {
    auto factor = weighted_factor("f", "10", "arithmetic", "1", 1);
    factor.id = text("f", 7);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S34 draft.yaml:7: factor 'f' has one level, but its arithmetic rule needs two\n");
    factor = weighted_factor("f", "10", "geometric", "0", 2);
    factor.rule->lowest = number("0", 8);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S35 draft.yaml:8: 'lowest' in the geometric rule of factor 'f' is 0, not above zero\n");
    factor = weighted_factor("f", "10", "arithmetic", "101", 2);
    factor.rule->lowest = number("101", 8);
    CHECK(mistakes(weighted_scheme(factor)) ==
          "JE-S36 draft.yaml:8: the lowest level of factor 'f' has 101 points, not less than the "
          "highest, which gets 1000 x 10 / 100\n");
    factor = weighted_factor("f", "999999999", "arithmetic", "1", 2);
    factor.weight = number("999999999", 9);
    auto draft = weighted_scheme(factor);
    draft.weights = Draft::Weights{number("1"), {}};
    CHECK(mistakes(draft) ==
          "JE-S37 draft.yaml:9: the highest level of factor 'f' gets 1000 x 999999999 / 1 points, more than can be held\n");
}

TEST_CASE("points may come out equal after rounding") {
    auto factor = weighted_factor("f", "10", "arithmetic", "98", 5);
    factor.rounding = Draft::RoundingDraft{number("1"), text("down")};
    for (auto& level : factor.levels) level.id.at = at_line(20);
    CHECK(mistakes(weighted_scheme(factor)).empty());
    factor = weighted_factor("f", "10", "arithmetic", "100", 3);
    CHECK(mistakes(weighted_scheme(factor)).empty());
}

}  // namespace je::test::scheme_weights_test
