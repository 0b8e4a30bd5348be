// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_derivations_test {

namespace {

base::WideDecimal wide(std::string_view text) { return std::get<base::WideDecimal>(base::WideDecimal::parse(text)); }

model::FactTest range(std::string_view from, std::string_view below) {
    model::FactTest test;
    if (!from.empty()) test.from = wide(from);
    if (!below.empty()) test.below = wide(below);
    return test;
}

model::FactDefinition fact_of(model::FactKindOf kind, std::vector<std::string> choices = {}) {
    return {.id = model::FactId{"f"}, .name = "F", .kind = kind, .choices = std::move(choices)};
}

}  // namespace

TEST_CASE("a row holds its lower bound and not its upper one, to the last of nineteen digits") {
    const auto holds = [](const model::FactTest& test, std::string_view value) {
        return test.holds(model::FactValue{wide(value)});
    };
    CHECK(holds(range("1", "6"), "1"));
    CHECK(holds(range("1", "6"), "5.9999"));
    CHECK_FALSE(holds(range("1", "6"), "6"));
    CHECK_FALSE(holds(range("1", "6"), "0.9999"));
    CHECK(holds(range("1000000000000000.0001", ""), "1000000000000000.0001"));
    CHECK_FALSE(holds(range("1000000000000000.0001", ""), "1000000000000000"));
    CHECK(holds(range("", "1000000000000000.0001"), "1000000000000000"));
    CHECK(holds(range("", ""), "0"));
}

TEST_CASE("several choices are counted, those of a row alone; choices and yes-no are looked up") {
    model::FactTest two_of_three = range("2", "");
    two_of_three.of = {0b0111};
    CHECK(two_of_three.holds(model::FactValue{model::ChoiceSet{0b0101}}));
    CHECK_FALSE(two_of_three.holds(model::FactValue{model::ChoiceSet{0b1100}}));
    model::FactTest one;
    one.is = {0, 2};
    CHECK(one.holds(model::FactValue{std::size_t{2}}));
    CHECK_FALSE(one.holds(model::FactValue{std::size_t{1}}));
    one.is = {1};
    CHECK(one.holds(model::FactValue{true}));
    CHECK_FALSE(one.holds(model::FactValue{false}));
}

TEST_CASE("a number is one that its fact allows") {
    auto fact = fact_of(model::FactKindOf::number);
    CHECK(model::parse_fact(fact, "0"));
    CHECK(model::parse_fact(fact, "1000000000000000.9999"));
    CHECK_FALSE(model::parse_fact(fact, "-0.0001"));
    fact.min = wide("-2");
    fact.max = wide("20");
    CHECK(model::parse_fact(fact, "-2"));
    CHECK(model::parse_fact(fact, "20"));
    CHECK_FALSE(model::parse_fact(fact, "20.0001"));
    CHECK(model::parse_fact(fact, "1.5"));
    fact.whole = true;
    CHECK_FALSE(model::parse_fact(fact, "1.5"));
}

TEST_CASE("several choices are read from a list or a cell, each once, and written as a cell") {
    const auto fact = fact_of(model::FactKindOf::several, {"keys", "night watch", "cash"});
    const auto bits = [&](std::string_view text) {
        const auto value = model::parse_fact(fact, text);
        return value ? static_cast<int>(std::get<model::ChoiceSet>(*value).bits) : -1;
    };
    CHECK(bits("[keys, cash]") == 0b101);
    CHECK(bits("cash;keys") == 0b101);
    CHECK(bits("night watch; keys") == 0b011);
    CHECK(bits("[]") == 0);
    CHECK(bits("-") == 0);
    CHECK(bits("keys;keys") == -1);
    CHECK(bits("keys;") == -1);
    CHECK(bits("") == -1);
    CHECK(bits("lamps") == -1);
    CHECK(model::text_of({0b101}, fact.choices) == "keys;cash");
    CHECK(model::text_of({0}, fact.choices) == "-");
}

TEST_CASE("wide numbers go on by one ten-thousandth, and round up") {
    const auto next = [](std::string_view text) { return wide(text).next().to_string(); };
    CHECK(next("0") == "0.0001");
    CHECK(next("0.9999") == "1");
    CHECK(next("999999999999999999.9998") == "999999999999999999.9999");
    CHECK(next("-0.0001") == "0");
    CHECK(next("-1") == "-0.9999");
    CHECK(next("-1.0001") == "-1");
    CHECK(next("-1.5") == "-1.4999");
    const auto up = [](std::string_view text) { return wide(text).rounded_up().to_string(); };
    CHECK(up("5.0001") == "6");
    CHECK(up("5") == "5");
    CHECK(up("-5.5") == "-5");
    CHECK(up("-0.5") == "0");
    CHECK(wide("6").last_whole_below().to_string() == "5");
    CHECK(wide("5.5").last_whole_below().to_string() == "5");
}

TEST_CASE("rows of one and of two facts are made, each with its place") {
    auto draft = small_scheme();
    draft.facts = {number_fact("staff"), choice_fact("site", {"town", "country"})};
    auto rule = range_derivation("d", "knowledge", {"staff", "site"});
    rule.ranges.push_back({{range_of("staff", "", "5")}, text("1"), at_line(40)});
    rule.ranges.push_back(
        {{range_of("staff", "5", ""), {.fact = text("site"), .is = texts({"town"})}}, text("3"), at_line(41)});
    rule.ranges.push_back(
        {{range_of("staff", "5", ""), {.fact = text("site"), .is = texts({"country"})}}, text("2"), at_line(42)});
    draft.derived = {rule};
    const auto scheme = made(draft);
    const auto& made_rule = scheme.derivations()[0];
    REQUIRE(made_rule.rows.size() == 3);
    CHECK_FALSE(made_rule.is_table());
    CHECK_FALSE(made_rule.rows[0].tests[1].has_value());
    CHECK(made_rule.rows[1].tests[1]->is == std::vector<std::size_t>{0});
    CHECK(made_rule.rows[2].level == model::LevelIndex{1});
    CHECK(made_rule.rows[2].at.line == 42);
    CHECK(scheme.rules()[0].facts == std::vector{model::FactIndex{0}, model::FactIndex{1}});
}

}  // namespace je::test::scheme_derivations_test
