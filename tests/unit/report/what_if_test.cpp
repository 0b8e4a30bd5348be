// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/what_if.hpp"

#include <doctest/doctest.h>

#include "explain_fixture.hpp"
#include "je/render/format.hpp"
#include "je/report/compare_result.hpp"

namespace je::test::what_if_test {
namespace {

using report::ScoringTables;
using Test = ScoringTables::Condition::Test;
using Places = std::vector<ScoringTables::Place>;

/// The small scheme with rules between factors and about bands; no rule looks at `unused`.
std::string scheme_with_rules() {
    std::string text{small_scheme_text};
    text.insert(text.find("derived:"),
                "  - {id: unused, name: Unused, kind: yes-no}\n  - {id: lead, name: Lead, kind: yes-no}\n");
    return text + R"(constraints:
  - {id: c, severity: error, message: Both., when: [{factor: skill, at_least: "2"}], require: [{fact: lead, is: yes}, {fact: count, at_most: 9.5}]}
  - {id: d, severity: warning, message: Not that., when: [], require: [{factor: for, is_not: C}]}
band_rules:
  - {id: r, fact: grade, lowest_band: {high: "2"}, when: [{factor: skill, one_of: ["1", "3"]}]}
)";
}

}  // namespace

TEST_CASE("what-if has the tables of the scheme, and what the job states before rules") {
    const auto result = explained(scheme_with_rules(), small_job);
    REQUIRE(result.what_if);
    const report::WhatIf& what_if = *result.what_if;
    const ScoringTables& tables = what_if.tables;
    CHECK(what_if.id == "j");
    CHECK(what_if.levels == std::vector<std::optional<std::size_t>>{1, 1, 1, std::nullopt});
    CHECK(what_if.facts == std::vector<std::string>{"high", "3", ""});

    REQUIRE(tables.factors.size() == 4);
    CHECK(tables.factors[0].levels[2].id == "3");
    CHECK(tables.factors[0].levels[2].summary == "high");
    REQUIRE(tables.units.size() == 3);
    CHECK(tables.units[0].options[1].points == std::get<base::Decimal>(base::Decimal::parse("20.5")));
    const ScoringTables::Unit& matrix = tables.units[1];
    CHECK(matrix.is_matrix);
    CHECK(matrix.factors == Places{1, 2});
    REQUIRE(matrix.options.size() == 6);
    CHECK_FALSE(matrix.options[2].points.has_value());
    CHECK(matrix.options[4].points == base::Decimal::from_whole(8));
    CHECK(matrix.options[5].unlikely);
    CHECK(tables.bands[1].max == base::Decimal::from_whole(62));
    CHECK_FALSE(tables.bands[0].max.has_value());
}

TEST_CASE("what-if names what its rules look at by places among the facts in use") {
    const auto result = explained(scheme_with_rules(), small_job);
    const ScoringTables& tables = result.what_if.value().tables;
    REQUIRE(tables.facts.size() == 3);
    CHECK(tables.facts[2].id == "lead");
    CHECK(tables.facts[0].kind == ScoringTables::Fact::Kind::choice);
    CHECK(tables.facts[1].kind == ScoringTables::Fact::Kind::number);
    CHECK(tables.facts[2].kind == ScoringTables::Fact::Kind::yes_no);
    CHECK(tables.derivations[0].level_of_choice == std::vector<std::optional<std::size_t>>{0, 1});
    CHECK(tables.modifiers[0].at_least == "3");
    CHECK(tables.modifiers[0].from_levels == Places{0, 1});
    CHECK(tables.modifiers[0].ceiling == 2);
    CHECK(tables.constraints[0].is_error);
    CHECK(tables.constraints[0].when[0].test == Test::at_least);
    CHECK(tables.constraints[0].when[0].levels == Places{1});
    CHECK(tables.constraints[0].require[0].on_fact);
    CHECK(tables.constraints[0].require[0].of == 2);
    CHECK(tables.constraints[0].require[0].values == std::vector<std::string>{"yes"});
    CHECK(tables.constraints[0].require[1].values == std::vector<std::string>{"9.5"});
    CHECK(tables.constraints[1].require[0].test == Test::none_of);
    CHECK_FALSE(tables.constraints[1].is_error);
    CHECK(tables.band_rules[0].band_of_choice == std::vector<std::optional<std::size_t>>{std::nullopt, 1});
    CHECK(tables.band_rules[0].when[0].levels == Places{0, 2});
}

TEST_CASE("text and Markdown pass over a what-if") {
    auto result = explained(small_scheme_text, small_job);
    const auto with = report::explain_document(result);
    result.what_if.reset();
    const auto without = report::explain_document(result);
    CHECK(render::text(with) == render::text(without));
    CHECK(render::markdown(with) == render::markdown(without));
}

TEST_CASE("a comparator whose points are masked has no what-if") {
    const auto one = explained(small_scheme_text, small_job);
    auto result = report::compare({one, one});
    report::mask_comparators(result);
    CHECK(result.jobs[0].what_if.has_value());
    CHECK_FALSE(result.jobs[1].what_if.has_value());
}

TEST_CASE("of a comparator that is masked nothing is left that its total follows from") {
    const auto one = explained(small_scheme_text, small_job);
    auto result = report::compare({one, one});
    report::mask_comparators(result);
    const auto& masked = result.jobs[1];
    const base::Decimal nothing{};
    CHECK(result.jobs[0].total_max > nothing);
    CHECK((masked.total_min == nothing && masked.total_max == nothing));
    CHECK_FALSE(masked.band_max.visit([](const auto&) { return true; }, [] { return false; }));
    for (const auto& unit : masked.units)
        CHECK((!unit.points && unit.points_min == nothing && unit.points_max == nothing && unit.rule.empty()));
    for (const auto& factor : masked.factors)
        CHECK((!factor.points && !factor.points_min && !factor.points_max && factor.scale.empty() && !factor.below &&
               !factor.above));
}

}  // namespace je::test::what_if_test
