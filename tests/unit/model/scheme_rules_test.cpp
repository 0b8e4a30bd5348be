// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_rules_test {

namespace {

/// The small scheme with a number and a choice of grades, for rules to be added.
Draft with_facts() {
    auto draft = small_scheme();
    draft.facts = {number_fact("staff"), choice_fact("grade", {"low", "mid", "high"})};
    draft.sources = {{text("s1"), "Handbook", ""}};
    return draft;
}

}  // namespace

TEST_CASE("a derivation gives the level for each choice") {
    auto draft = with_facts();
    draft.derived = {derivation("d", "knowledge", "grade", {{"high", "3"}, {"low", "1"}})};
    draft.derived[0].source = text("s1");
    draft.derived[0].id = text("d", 50);
    const auto scheme = made(draft);
    const auto& rule = scheme.derivations()[0];
    CHECK(rule.id == "d");
    CHECK(rule.factor == model::FactorIndex{0});
    CHECK(rule.facts == std::vector{model::FactIndex{1}});
    REQUIRE(rule.level_of_choice.size() == 3);
    CHECK(rule.level_of_choice[0] == model::LevelIndex{0});
    CHECK_FALSE(rule.level_of_choice[1].has_value());
    CHECK(rule.level_of_choice[2] == model::LevelIndex{2});
    CHECK(rule.source == "s1");
    CHECK(rule.summary == "summary of d");
    CHECK(rule.at.line == 50);
}

TEST_CASE("a derivation's table speaks of choices and levels, each choice once") {
    auto draft = with_facts();
    draft.derived = {derivation("d", "knowledge", "grade", {{"hihg", "3"}, {"low", "4"}, {"mid", "2"}, {"mid", "3"}})};
    auto& table = draft.derived[0].table;
    table[0].first.at = at_line(50);
    table[1].second.at = at_line(51);
    table[3].first.at = at_line(53);
    CHECK(mistakes(draft) ==
          "JE-S53 draft.yaml:50: derivation 'd' has an entry for 'hihg', which is not a choice of fact 'grade'\n"
          "JE-S54 draft.yaml:53: derivation 'd' has two entries for 'mid'\n"
          "JE-S08 draft.yaml:51: derivation 'd' names level '4', which factor 'knowledge' does not have\n");
}

TEST_CASE("a derivation needs a choice, and some entry") {
    auto draft = with_facts();
    draft.derived = {derivation("d", "knowledge", "staff", {{"1", "1"}})};
    draft.derived[0].fact = text("staff", 50);
    CHECK(mistakes(draft) == "JE-S52 draft.yaml:50: derivation 'd' uses fact 'staff', whose kind is 'number'\n");
    draft.derived = {derivation("d", "knowledge", "grade", {})};
    draft.derived[0].id = text("d", 51);
    CHECK(mistakes(draft) == "JE-S45 draft.yaml:51: derivation 'd' has no entries, so it can never have an effect\n");
}

TEST_CASE("a factor is derived once") {
    auto draft = with_facts();
    draft.derived = {derivation("d", "knowledge", "grade", {{"low", "1"}}),
                     derivation("e", "knowledge", "grade", {{"mid", "2"}})};
    draft.derived[1].factor = text("knowledge", 55);
    CHECK(mistakes(draft) == "JE-S55 draft.yaml:55: factor 'knowledge' is derived by 'd' and by 'e'\n");
}

TEST_CASE("rules of one kind have different ids") {
    auto draft = with_facts();
    const auto derived = derivation("x", "knowledge", "grade", {{"low", "1"}});
    draft.derived = {derived, derived};
    const auto raised = modifier("x", "effort", "staff", "3", {"1"}, "2");
    draft.modifiers = {raised, raised};
    const auto gate = constraint("x", "error", {}, {on_factor("effort", "is", {"1"})});
    draft.constraints = {gate, gate};
    const auto floor = band_rule("x", "grade", {{"low", "B"}});
    draft.band_rules = {floor, floor};
    const Draft::Rule convention{.id = text("x"), .summary = "so it is read"};
    draft.conventions = {convention, convention};
    CHECK(mistakes(draft) ==
          "JE-S02 draft.yaml:1: derivation 'x' is given twice (first at draft.yaml:1)\n"
          "JE-S02 draft.yaml:1: modifier 'x' is given twice (first at draft.yaml:1)\n"
          "JE-S02 draft.yaml:1: constraint 'x' is given twice (first at draft.yaml:1)\n"
          "JE-S02 draft.yaml:1: band rule 'x' is given twice (first at draft.yaml:1)\n"
          "JE-S02 draft.yaml:1: convention 'x' is given twice (first at draft.yaml:1)\n");
}

TEST_CASE("rules say when they name what is not declared") {
    auto draft = with_facts();
    draft.derived = {derivation("d", "know", "grad", {{"low", "1"}})};
    draft.derived[0].source = text("s2");
    draft.modifiers = {modifier("m", "efort", "staf", "3", {"1"}, "2")};
    draft.conventions = {{.id = text("v"), .factor = text("nothing"), .summary = "so it is read", .source = text("s3")}};
    CHECK(mistakes(draft) ==
          "JE-S03 draft.yaml:1: derivation 'd' names source 's2', which is not declared\n"
          "JE-S05 draft.yaml:1: derivation 'd' names factor 'know', which is not declared\n"
          "JE-S06 draft.yaml:1: derivation 'd' names fact 'grad', which is not declared\n"
          "JE-S05 draft.yaml:1: modifier 'm' names factor 'efort', which is not declared\n"
          "JE-S06 draft.yaml:1: modifier 'm' names fact 'staf', which is not declared\n"
          "JE-S03 draft.yaml:1: convention 'v' names source 's3', which is not declared\n"
          "JE-S05 draft.yaml:1: convention 'v' names factor 'nothing', which is not declared\n");
}

TEST_CASE("a modifier keeps its levels, its ceiling and its count") {
    auto draft = with_facts();
    draft.modifiers = {modifier("m", "knowledge", "staff", "2.5", {"1", "2"}, "3", "2")};
    const auto scheme = made(draft);
    const auto& rule = scheme.modifiers()[0];
    CHECK(rule.at_least == decimal("2.5"));
    CHECK(rule.raise == 2);
    CHECK(rule.ceiling == model::LevelIndex{2});
    REQUIRE(rule.from_levels.size() == 2);
    CHECK(rule.from_levels[1] == model::LevelIndex{1});
}

TEST_CASE("a modifier needs a number, a whole raise, some levels and a ceiling above them") {
    auto draft = with_facts();
    draft.modifiers = {modifier("m", "knowledge", "grade", "3", {"1", "3"}, "2", "1.5")};
    auto& rule = draft.modifiers[0];
    rule.fact->at = at_line(60);
    rule.from_levels[1].at = at_line(61);
    rule.raise->at = at_line(62);
    CHECK(mistakes(draft) ==
          "JE-S57 draft.yaml:62: modifier 'm' raises by 1.5 levels\n"
          "JE-S52 draft.yaml:60: modifier 'm' uses fact 'grade', whose kind is 'choice'\n"
          "JE-S56 draft.yaml:61: modifier 'm' raises level '3', which is above its ceiling '2'\n");
    draft.modifiers = {modifier("m", "knowledge", "staff", "3", {}, "9", "0")};
    draft.modifiers[0].ceiling->at = at_line(63);
    CHECK(mistakes(draft) ==
          "JE-S57 draft.yaml:1: modifier 'm' raises by 0 levels\n"
          "JE-S45 draft.yaml:1: modifier 'm' has no levels under 'from_levels', so it can never have an effect\n"
          "JE-S08 draft.yaml:63: modifier 'm' names level '9', which factor 'knowledge' does not have\n");
    draft.modifiers = {modifier("m", "knowledge", "staff", "3", {"2"}, "2")};
    CHECK(mistakes(draft).empty());
}

TEST_CASE("a constraint is an error or a warning") {
    auto draft = with_facts();
    draft.constraints = {constraint("c", "error", {on_fact("staff", "is", {"0"})}, {on_factor("effort", "is", {"1"})}),
                         constraint("w", "warning", {}, {on_factor("effort", "is", {"1"})})};
    const auto scheme = made(draft);
    CHECK(scheme.constraints()[0].is_error);
    CHECK(scheme.constraints()[0].when.size() == 1);
    CHECK(scheme.constraints()[0].summary == "message of c");
    CHECK_FALSE(scheme.constraints()[1].is_error);
    draft.constraints[1].severity = text("warn", 70);
    CHECK(mistakes(draft) == "JE-S63 draft.yaml:70: constraint 'w' has severity 'warn', which does not exist\n");
}

TEST_CASE("a constraint requires something") {
    auto draft = with_facts();
    draft.constraints = {constraint("c", "error", {on_fact("staff", "is", {"0"})}, {})};
    draft.constraints[0].id = text("c", 71);
    CHECK(mistakes(draft) ==
          "JE-S45 draft.yaml:71: constraint 'c' has no conditions under 'require', so it can never have an effect\n");
}

TEST_CASE("a band rule gives the lowest band for each choice") {
    auto draft = with_facts();
    draft.band_rules = {band_rule("r", "grade", {{"mid", "B"}}, {on_fact("staff", "at_least", {"1"})},
                                  {on_factor("effort", "is", {"1"}), on_factor("effort", "is", {"2"})})};
    const auto scheme = made(draft);
    const auto& rule = scheme.band_rules()[0];
    REQUIRE(rule.band_of_choice.size() == 3);
    CHECK_FALSE(rule.band_of_choice[0].has_value());
    CHECK(rule.band_of_choice[1] == model::BandId{"B"});
    CHECK(rule.when.size() == 1);
    CHECK(rule.unless.size() == 2);
}

TEST_CASE("the bands of a band rule are those of some table of the scheme, where it has one") {
    auto draft = with_facts();
    draft.band_rules = {band_rule("r", "grade", {{"mid", "E"}})};
    draft.band_rules[0].table[0].second.at = at_line(80);
    CHECK(mistakes(draft) == "JE-S09 draft.yaml:80: band rule 'r' names band 'E', which is not declared\n");
    draft.bands[0].from = date("2020-01-01");
    draft.bands.push_back(open_bands({{"D", "0"}, {"E", "10"}}));
    draft.bands[1].from = date("2021-01-01");
    CHECK(mistakes(draft).empty());
    draft.bands.clear();
    CHECK(mistakes(draft).empty());
}

TEST_CASE("a band rule needs a choice and its entries") {
    auto draft = with_facts();
    draft.band_rules = {band_rule("r", "staff", {{"1", "B"}}), band_rule("s", "grade", {{"top", "B"}}),
                        band_rule("t", "grade", {})};
    CHECK(mistakes(draft) ==
          "JE-S52 draft.yaml:1: band rule 'r' uses fact 'staff', whose kind is 'number'\n"
          "JE-S53 draft.yaml:1: band rule 's' has an entry for 'top', which is not a choice of fact 'grade'\n"
          "JE-S45 draft.yaml:1: band rule 't' has no entries, so it can never have an effect\n");
}

TEST_CASE("a convention is in force from its first day to its last") {
    auto draft = with_facts();
    draft.conventions = {{.id = text("v"),
                          .from = date("2026-01-01"),
                          .until = date("2026-01-01"),
                          .factor = text("effort"),
                          .summary = "so it is read",
                          .source = text("s1")}};
    const auto scheme = made(draft);
    CHECK(scheme.conventions()[0].factor == model::FactorIndex{1});
    CHECK(scheme.conventions()[0].from->to_string() == "2026-01-01");
    CHECK(scheme.conventions()[0].summary == "so it is read");
    draft.conventions[0].until = date("2025-12-31", 90);
    CHECK(mistakes(draft) == "JE-S69 draft.yaml:90: convention 'v' ends on 2025-12-31, before it begins on 2026-01-01\n");
}

}  // namespace je::test::scheme_rules_test
