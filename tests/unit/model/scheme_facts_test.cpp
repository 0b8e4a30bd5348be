// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_facts_test {

namespace {

/// The small scheme with a number, a choice, a yes-no fact and one constraint that requires `condition`.
Draft with_condition(Draft::Condition condition) {
    auto draft = small_scheme();
    draft.facts = {number_fact("staff"), choice_fact("grade", {"low", "high"}), yes_no_fact("nights")};
    draft.constraints = {constraint("c", "error", {}, {std::move(condition)})};
    return draft;
}

const model::Condition& condition_of(const model::Scheme& scheme) { return scheme.constraints()[0].require[0]; }

}  // namespace

TEST_CASE("facts are numbers, choices or yes and no") {
    const auto scheme = made(with_condition(on_fact("staff", "is", {"1"})));
    CHECK(scheme.facts()[0].kind == model::FactKindOf::number);
    CHECK(scheme.facts()[1].kind == model::FactKindOf::choice);
    CHECK(scheme.facts()[1].choices == Strings{"low", "high"});
    CHECK(scheme.facts()[2].kind == model::FactKindOf::yes_no);
}

TEST_CASE("a fact's kind must be known, and its users are not blamed as well") {
    auto draft = with_condition(on_fact("staff", "at_least", {"five"}));
    draft.facts[0].kind = text("numbr", 30);
    CHECK(mistakes(draft) == "JE-S49 draft.yaml:30: fact 'staff' is of kind 'numbr', which does not exist\n");
}

TEST_CASE("choices belong to a fact of kind choice, and to no other") {
    auto draft = with_condition(on_fact("grade", "is", {"low"}));
    draft.facts[1].choices.clear();
    draft.facts[1].kind = text("choice", 30);
    CHECK(mistakes(draft) == "JE-S50 draft.yaml:30: fact 'grade' is a choice, but has no choices\n");
    draft = with_condition(on_fact("grade", "is", {"low"}));
    draft.facts[1].kind = text("number");
    draft.facts[1].choices[0] = text("low", 31);
    CHECK(mistakes(draft) == "JE-S50 draft.yaml:31: fact 'grade' has choices, but its kind is 'number'\n");
}

TEST_CASE("choices differ") {
    auto draft = with_condition(on_fact("grade", "is", {"low"}));
    draft.facts[1].choices.push_back(text("low", 32));
    CHECK(mistakes(draft) == "JE-S51 draft.yaml:32: fact 'grade' has choice 'low' twice (first at draft.yaml:1)\n");
}

TEST_CASE("a fact has at most a thousand choices") {
    Strings choices;
    for (int i = 0; i < 1000; ++i) choices.push_back(std::string{"c"}.append(std::to_string(i)));
    auto draft = with_condition(on_fact("staff", "is", {"1"}));
    draft.facts[1] = choice_fact("grade", choices);
    CHECK(mistakes(draft).empty());
    draft.facts[1].choices.push_back(text("more", 33));
    CHECK(mistakes(draft) == "JE-S68 draft.yaml:33: fact 'grade' has 1001 choices\n");
}

TEST_CASE("a condition holds the levels it names") {
    const auto scheme = made(with_condition(on_factor("knowledge", "one_of", {"3", "1"})));
    const auto& condition = std::get<model::FactorCondition>(condition_of(scheme).what);
    CHECK(condition.factor == model::FactorIndex{0});
    CHECK(condition.test == model::Test::one_of);
    REQUIRE(condition.levels.size() == 2);
    CHECK(condition.levels[0] == model::LevelIndex{2});
    CHECK(condition.levels[1] == model::LevelIndex{0});
}

TEST_CASE("a condition holds the values of a fact by their kind") {
    struct Row {
        Draft::Condition condition;
        model::Test test;
        model::FactValue value;
    };
    const Row rows[] = {
        {on_fact("staff", "at_least", {"2.5"}), model::Test::at_least, decimal("2.5")},
        {on_fact("staff", "at_most", {"-1"}), model::Test::at_most, decimal("-1")},
        {on_fact("grade", "is_not", {"high"}), model::Test::is_not, std::size_t{1}},
        {on_fact("nights", "is", {"yes"}), model::Test::is, true},
        {on_fact("nights", "is", {"false"}), model::Test::is, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.condition.values[0].value);
        const auto scheme = made(with_condition(row.condition));
        const auto& condition = std::get<model::FactCondition>(condition_of(scheme).what);
        CHECK(condition.test == row.test);
        REQUIRE(condition.values.size() == 1);
        CHECK((condition.values[0] == row.value));
    }
}

TEST_CASE("a condition is about a factor or a fact, one of the two") {
    auto condition = on_factor("knowledge", "is", {"1"});
    condition.at = at_line(40);
    condition.fact = text("staff");
    CHECK(mistakes(with_condition(condition)) ==
          "JE-S58 draft.yaml:40: a condition of constraint 'c' names a factor and a fact\n");
    condition.fact.reset();
    condition.factor.reset();
    CHECK(mistakes(with_condition(condition)) ==
          "JE-S58 draft.yaml:40: a condition of constraint 'c' names neither a factor nor a fact\n");
}

TEST_CASE("a condition names factors, facts, levels and tests that exist") {
    auto draft = with_condition(on_factor("knowledge", "is", {"1"}));
    auto& require = draft.constraints[0].require;
    require = {on_factor("knowlege", "is", {"1"}), on_fact("staf", "is", {"1"}), on_factor("effort", "is", {"3"}),
               on_factor("effort", "atleast", {"1"})};
    require[0].factor = text("knowlege", 41);
    require[1].fact = text("staf", 42);
    require[2].values[0] = text("3", 43);
    require[3].test = text("atleast", 44);
    CHECK(mistakes(draft) ==
          "JE-S05 draft.yaml:41: constraint 'c' names factor 'knowlege', which is not declared\n"
          "JE-S06 draft.yaml:42: constraint 'c' names fact 'staf', which is not declared\n"
          "JE-S08 draft.yaml:43: constraint 'c' names level '3', which factor 'effort' does not have\n"
          "JE-S59 draft.yaml:44: a condition of constraint 'c' tests by 'atleast', which is not a test\n");
}

TEST_CASE("an unknown test and an unknown level in one condition are two mistakes") {
    auto condition = on_factor("effort", "above", {"9"});
    condition.test = text("above", 44);
    condition.values[0] = text("9", 45);
    CHECK(mistakes(with_condition(condition)) ==
          "JE-S59 draft.yaml:44: a condition of constraint 'c' tests by 'above', which is not a test\n"
          "JE-S08 draft.yaml:45: constraint 'c' names level '9', which factor 'effort' does not have\n");
}

TEST_CASE("only numbers and levels have an order") {
    auto condition = on_fact("grade", "at_least", {"low"});
    condition.test = text("at_least", 44);
    CHECK(
        mistakes(with_condition(condition)) ==
        "JE-S60 draft.yaml:44: a condition of constraint 'c' tests fact 'grade' by 'at_least', but its values have no order\n");
    condition = on_fact("nights", "at_most", {"yes"});
    condition.test = text("at_most", 45);
    CHECK(
        mistakes(with_condition(condition)) ==
        "JE-S60 draft.yaml:45: a condition of constraint 'c' tests fact 'nights' by 'at_most', but its values have no order\n");
    CHECK(mistakes(with_condition(on_factor("effort", "at_most", {"1"}))).empty());
}

TEST_CASE("a condition gives a fact a value it can have") {
    struct Row {
        const char* fact;
        const char* value;
        const char* expected;
        const char* fix;
    };
    const Row rows[] = {
        {"staff", "many",
         "a number of 0 or more: digits, at most one point with one to four digits after it, at most "
         "999,999,999,999,999,999.9999",
         "write digits, with at most four after a point"},
        {"grade", "hgh", "one of the choices of fact 'grade': 'low' and 'high'", "write 'high'"},
        {"grade", "123456", "one of the choices of fact 'grade': 'low' and 'high'", "use one of these"},
        {"nights", "often", "'yes' or 'no'", "write 'yes' or 'no'"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.value);
        auto condition = on_fact(row.fact, "is", {row.value});
        condition.values[0].at = at_line(46);
        base::Diagnostics diagnostics;
        CHECK_FALSE(model::Scheme::make(with_condition(condition), diagnostics).has_value());
        CHECK(messages(diagnostics) == "JE-S61 draft.yaml:46: a condition of constraint 'c' gives fact '" +
                                           std::string{row.fact} + "' the value '" + row.value + "', which it cannot have\n");
        CHECK(diagnostics.all()[0].expected == row.expected);
        CHECK(diagnostics.all()[0].fix == row.fix);
    }
}

TEST_CASE("only one_of takes several values, and every test takes one") {
    auto condition = on_factor("knowledge", "is", {"1", "2"});
    condition.values[1].at = at_line(47);
    CHECK(mistakes(with_condition(condition)) == "JE-S62 draft.yaml:47: a condition of constraint 'c' gives 'is' 2 values\n");
    condition = on_factor("knowledge", "one_of", {});
    condition.test.at = at_line(48);
    CHECK(mistakes(with_condition(condition)) ==
          "JE-S62 draft.yaml:48: a condition of constraint 'c' gives 'one_of' no value\n");
}

}  // namespace je::test::scheme_facts_test
