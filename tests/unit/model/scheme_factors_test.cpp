// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_factors_test {

TEST_CASE("points may stay from a level to the next, but not fall") {
    struct Row {
        const char* middle;
        std::string diagnostics;
    };
    const std::string head = "JE-S07 draft.yaml:14: ";
    const Row rows[] = {
        {"20.0001", ""},
        {"20", ""},
        {"19.9999", head + "level 'B' of factor 'knowledge' has 19.9999 points, fewer than level 'A' (20)\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.middle);
        auto factor = named_factor("knowledge", {{"A", "20"}, {"B", "0"}, {"C", "95"}});
        factor.levels[1].points = number(row.middle, 14);
        CHECK(mistakes(simple_scheme({factor})) == row.diagnostics);
    }
}

TEST_CASE("a fall in points is said once, with how to mend it") {
    auto factor = named_factor("knowledge", {{"A", "20"}, {"B", "95"}, {"C", "80"}, {"D", "90"}});
    factor.levels[2].points = number("80", 14);
    base::Diagnostics diagnostics;
    CHECK_FALSE(model::Scheme::make(simple_scheme({factor}), diagnostics).has_value());
    REQUIRE(diagnostics.all().size() == 1);
    const auto& d = diagnostics.all()[0];
    CHECK(d.at.line == 14);
    CHECK(d.message == "level 'C' of factor 'knowledge' has 80 points, fewer than level 'B' (95)");
    CHECK(d.expected == "points that never fall from a level to the next");
    CHECK(d.fix == "put the levels in order, lowest first, with the points that the scheme states for each");
}

TEST_CASE("points may be zero but not less") {
    auto factor = named_factor("knowledge", {{"A", "0"}, {"B", "1"}});
    CHECK(mistakes(simple_scheme({factor})).empty());
    factor.levels[0].points = number("-0.5", 14);
    CHECK(mistakes(simple_scheme({factor})) ==
          "JE-S13 draft.yaml:14: level 'A' of factor 'knowledge' has -0.5 points, below zero\n");
    factor.levels[0].points = number("3");
    factor.levels[1].points = number("-1", 15);
    CHECK(mistakes(simple_scheme({factor})) ==
          "JE-S13 draft.yaml:15: level 'B' of factor 'knowledge' has -1 points, below zero\n");
}

TEST_CASE("a short name has one line of at most twenty columns") {
    struct Row {
        std::string name;
        std::string diagnostics;
    };
    const Row rows[] = {
        {"Know", ""},
        {"Knowledge and skills", ""},
        {"Knowledge, experience", "JE-S85 draft.yaml:9: the short name of factor 'knowledge' is 21 columns wide\n"},
        {"\xE7\x9F\xA5\xE8\xAD\x98 and its uses.", ""},
        {"\xE7\x9F\xA5\xE8\xAD\x98 and all its uses",
         "JE-S85 draft.yaml:9: the short name of factor 'knowledge' is 21 columns wide\n"},
        {"Know\nhow", "JE-S86 draft.yaml:9: the short name of factor 'knowledge' takes more than one line\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        auto factor = named_factor("knowledge", {{"A", "1"}});
        factor.short_name = text(row.name.c_str(), 9);
        CHECK(mistakes(simple_scheme({factor})) == row.diagnostics);
    }
}

TEST_CASE("a short name is neither another's nor the name of a factor without one") {
    auto first = named_factor("knowledge", {{"A", "1"}});
    auto second = named_factor("effort", {{"A", "1"}});
    first.short_name = text("Know", 8);
    second.short_name = text("Know", 9);
    const std::string diagnostics =
        "JE-S87 draft.yaml:9: the short name 'Know' of factor 'effort' also stands for factor 'knowledge'";
    CHECK(mistakes(simple_scheme({first, second})) == diagnostics + " (draft.yaml:8)\n");
    first.short_name.reset();
    first.name = "Know";
    first.id = text("knowledge", 7);
    CHECK(mistakes(simple_scheme({first, second})) == diagnostics + " (draft.yaml:7)\n");
    first.short_name = text("Knowledge", 8);
    CHECK(mistakes(simple_scheme({first, second})).empty());
    first.short_name = text("KNOW", 8);
    CHECK(mistakes(simple_scheme({first, second})).starts_with("JE-K01 draft.yaml:9: short name 'Know' looks like 'KNOW'"));
}

TEST_CASE("level ids of a factor must differ") {
    auto factor = named_factor("knowledge", {{"A", "1"}, {"A", "2"}});
    factor.levels[0].id = text("A", 10);
    factor.levels[1].id = text("A", 11);
    CHECK(mistakes(simple_scheme({factor})) ==
          "JE-S14 draft.yaml:11: factor 'knowledge' has level 'A' twice (first at draft.yaml:10)\n");
}

TEST_CASE("a factor needs a level") {
    auto factor = named_factor("knowledge", {});
    factor.id = text("knowledge", 8);
    auto draft = simple_scheme({factor});
    draft.constraints = {constraint("c", "error", {}, {on_factor("knowledge", "is", {"1"})})};
    CHECK(mistakes(draft) == "JE-S11 draft.yaml:8: factor 'knowledge' has no levels\n");
}

TEST_CASE("a factor has at most two hundred levels") {
    Strings level_points;
    for (int i = 0; i < 200; ++i) level_points.push_back(std::to_string(i));
    auto draft = simple_scheme({table_factor("knowledge", level_points)});
    CHECK(mistakes(draft).empty());
    level_points.push_back("200");
    draft = simple_scheme({table_factor("knowledge", level_points)});
    draft.factors[0].levels[200].id = text("201", 300);
    CHECK(mistakes(draft) == "JE-S68 draft.yaml:300: factor 'knowledge' has 201 levels\n");
}

TEST_CASE("a factor with neither points nor a weight is an error") {
    auto factor = side_factor("knowledge", {"1", "2"});
    factor.id = text("knowledge", 8);
    CHECK(mistakes(simple_scheme({factor})) ==
          "JE-S16 draft.yaml:8: factor 'knowledge' has neither points on its levels nor a weight\n");
}

TEST_CASE("a weight beside points is a printed one; with a rule beside it, it is not clear which gives the points") {
    auto factor = table_factor("knowledge", {"1", "2"});
    factor.weight = number("20", 8);
    const auto printed = made(simple_scheme({factor}));
    CHECK(printed.factors()[0].printed_weight->value == model::Weight{decimal("20")});
    CHECK(printed.factors()[0].rule.kind == model::PointsRuleKind::table);
    factor.rule = Draft::PointsRule{text("scores"), {}};
    auto draft = simple_scheme({factor});
    draft.max_total = number("100");
    draft.weights = Draft::Weights{number("100"), {}};
    CHECK(mistakes(draft) ==
          "JE-S15 draft.yaml:8: factor 'knowledge' states points on its levels and a rule that gives them\n");
}

TEST_CASE("points on some levels only are an error") {
    auto factor = table_factor("knowledge", {"1", "2", "3"});
    factor.levels[1].points.reset();
    factor.levels[1].id = text("2", 12);
    CHECK(mistakes(simple_scheme({factor})) ==
          "JE-S17 draft.yaml:12: factor 'knowledge' has points on some levels, but none on level '2'\n");
    factor.levels[2].points.reset();
    CHECK(mistakes(simple_scheme({factor})) ==
          "JE-S17 draft.yaml:12: factor 'knowledge' has points on some levels, but none on levels '2' and '3'\n");
}

TEST_CASE("a rule or a rounding without a weight is an error") {
    auto factor = table_factor("knowledge", {"1", "2"});
    factor.rule = Draft::PointsRule{text("arithmetic", 8), {}};
    CHECK(mistakes(simple_scheme({factor})) == "JE-S25 draft.yaml:8: factor 'knowledge' states a rule, but no weight\n");
    for (auto& level : factor.levels) level.points.reset();
    CHECK(mistakes(simple_scheme({factor})) == "JE-S25 draft.yaml:8: factor 'knowledge' states a rule, but no weight\n");
    factor = table_factor("knowledge", {"1", "2"});
    factor.rounding = Draft::RoundingDraft{number("1", 9), text("half-up")};
    CHECK(mistakes(simple_scheme({factor})) == "JE-S25 draft.yaml:9: factor 'knowledge' states a rounding, but no weight\n");
}

TEST_CASE("a score on a level with points is an error") {
    auto factor = table_factor("knowledge", {"1", "2"});
    factor.levels[1].score = number("5", 9);
    CHECK(mistakes(simple_scheme({factor})) ==
          "JE-S30 draft.yaml:9: level '2' of factor 'knowledge' has a score, which no rule of the factor uses\n");
}

}  // namespace je::test::scheme_factors_test
