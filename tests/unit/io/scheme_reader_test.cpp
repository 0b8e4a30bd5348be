// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace scheme_reader_test {

using namespace je::test;

namespace {

constexpr const char* head = "format: je-scheme/1\nid: demo\ntitle: A plan\nedition: \"2026\"\nstatus: illustrative\n";

Outcome<je::model::SchemeDraft> scheme_with(const std::string& more) { return scheme_in(head + more); }

}  // namespace

TEST_CASE("a scheme's heading, groups, factors and levels are read") {
    const auto outcome = scheme_with(R"(owner: nobody
licence: CC0
sources: [{id: s1, title: Handbook, url: "https://example.org"}]
max_total: 1000
weights: {total: 100, rounded_to: 0.1}
groups: [{id: skills, name: Skills, eu_criterion: skills}]
factors:
  - id: knowledge
    name: Knowledge and experience
    short: Knowledge
    group: skills
    definition: what is known
    source: s1
    levels: [{id: "1", points: 20, summary: low, help: more}, {id: "2", points: 40.5}]
  - {id: effort, name: Effort, weight: 20, rule: {kind: scores, lowest: 10}, rounding: {to: 0.5, mode: half-up}, levels: [{id: a, score: 1.5}]}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& scheme = *outcome.draft;
    CHECK(scheme.id.value == "demo");
    CHECK(scheme.edition == "2026");
    CHECK(scheme.status.at.to_string() == "test.yaml:5:9");
    CHECK(scheme.sources[0].url == "https://example.org");
    CHECK(scheme.max_total->value.to_string() == "1000");
    CHECK(scheme.weights->rounded_to->value.to_string() == "0.1");
    CHECK(scheme.groups[0].eu_criterion->value == "skills");
    REQUIRE(scheme.factors.size() == 2);
    CHECK(scheme.factors[0].levels[0].help == "more");
    CHECK(scheme.factors[0].levels[1].points->value.to_string() == "40.5");
    CHECK(scheme.factors[0].at.to_string() == "test.yaml:13:5");
    CHECK(scheme.factors[0].short_name->value == "Knowledge");
    CHECK(scheme.factors[0].short_name->at.to_string() == "test.yaml:15:12");
    CHECK_FALSE(scheme.factors[1].short_name);
    CHECK(scheme.factors[1].rule->kind.value == "scores");
    CHECK(scheme.factors[1].rule->lowest->value.to_string() == "10");
    CHECK(scheme.factors[1].rounding->mode.value == "half-up");
    CHECK(scheme.factors[1].levels[0].score->value.to_string() == "1.5");
    CHECK_FALSE(scheme.factors[1].levels[0].points);
}

TEST_CASE("cells of a matrix are numbers, nulls and marked numbers") {
    const auto outcome = scheme_with(R"(factors: []
matrices:
  - id: contacts
    name: Contacts
    rows: who
    columns: why
    cells:
      "1": {A: 30, B: {points: 130, unlikely: true}, C: null}
      "2": {A: 45.5}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& matrix = outcome.draft->matrices[0];
    REQUIRE(matrix.cells.under.size() == 2);
    CHECK(matrix.cells.under[0].level.value == "1");
    REQUIRE(matrix.cells.under[0].under.size() == 3);
    CHECK(matrix.cells.under[0].under[0].value->value.to_string() == "30");
    CHECK(matrix.cells.under[0].under[1].unlikely);
    CHECK_FALSE(matrix.cells.under[0].under[2].value);
    CHECK(matrix.cells.under[0].under[2].level.value == "C");
    CHECK(matrix.cells.under[1].under[0].value->value.to_string() == "45.5");
    CHECK(scheme_with("factors: []\nmatrices: [{id: m, name: M, rows: a, columns: b, cells: {x: {A: high, B: {unlikely: "
                      "true}}, z: 3}}]\n")
              .said() == "7:65 JE-Y44, 7:74 JE-Y35, 7:96 JE-Y40");
}

TEST_CASE("cells of three dimensions are maps within maps, lists within the last, and null for a branch") {
    using Form = je::model::SchemeDraft::Cells::Form;
    const auto outcome = scheme_with(R"(factors: []
matrices:
  - id: cube
    name: Cube
    dimensions: [depth, breadth, contact]
    cells:
      A: {one: [40, null, {points: 56, unlikely: true}], few: null}
      B: null
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& cells = outcome.draft->matrices[0].cells;
    REQUIRE(cells.under.size() == 2);
    CHECK(cells.under[1].form == Form::none);
    REQUIRE(cells.under[0].under.size() == 2);
    CHECK(cells.under[0].under[1].form == Form::none);
    const auto& list = cells.under[0].under[0];
    CHECK(list.form == Form::list);
    REQUIRE(list.under.size() == 3);
    CHECK(list.under[0].value->value.to_string() == "40");
    CHECK(list.under[1].form == Form::none);
    CHECK(list.under[2].unlikely);
    CHECK(scheme_with("factors: []\nmatrices: [{id: m, name: M, dimensions: [a, b], cells: {x: {A: [1]}, z: {B: {C: 2}}}}]\n")
              .said() == "7:64 JE-Y42, 7:77 JE-Y35, 7:78 JE-Y33");
    CHECK(scheme_with("factors: []\nmatrices: [{id: m, name: M, dimensions: [a, b, c], cells: {x: [1, 2]}}]\n").said() ==
          "7:63 JE-Y40");
    CHECK(scheme_with("factors: []\nmatrices: [{id: m, name: M, rows: a, dimensions: [a, b], cells: {}}]\n").said() ==
          "7:29 JE-E01");
}

TEST_CASE("facts and rules are read") {
    const auto outcome = scheme_with(R"(factors: []
facts:
  - {id: base, name: Base, kind: choice, choices: [GS-5, "010"]}
derived:
  - {id: d, factor: e, fact: base, table: {GS-5: A, "010": B}, summary: by base, source: s}
modifiers:
  - {id: m, factor: k, fact: num, at_least: 3, raise: 1, from_levels: ["1", "2"], ceiling: "3", summary: more}
constraints:
  - {id: c, severity: warning, when: [{fact: lead, is: yes}, {fact: num, at_least: 2.5}], require: [{factor: k, one_of: [A, "010"]}], message: needs}
band_rules:
  - {id: r, fact: base, lowest_band: {GS-5: "2"}, when: [{factor: k, is_not: "1"}], unless: [{fact: num, at_most: -1}], summary: floor}
conventions:
  - {id: v, from: 2026-01-01, until: 2026-12-31, factor: k, text: Read it so, source: s}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& scheme = *outcome.draft;
    CHECK(scheme.facts[0].choices[1].value == "010");
    CHECK(scheme.derived[0].table[1].first.value == "010");
    CHECK(scheme.derived[0].table[1].second.value == "B");
    CHECK(scheme.modifiers[0].raise->value.to_string() == "1");
    CHECK(scheme.modifiers[0].from_levels.size() == 2);
    const auto& constraint = scheme.constraints[0];
    CHECK(constraint.when[0].fact->value == "lead");
    CHECK(constraint.when[0].test.value == "is");
    CHECK(constraint.when[0].test.at.to_string() == "test.yaml:14:52");
    CHECK(constraint.when[0].values[0].value == "yes");
    CHECK(constraint.when[1].values[0].value == "2.5");
    CHECK(constraint.require[0].test.value == "one_of");
    CHECK(constraint.require[0].values.size() == 2);
    CHECK(scheme.band_rules[0].table[0].second.value == "2");
    CHECK(scheme.band_rules[0].unless[0].values[0].value == "-1");
    CHECK(scheme.conventions[0].until->value.to_string() == "2026-12-31");
}

TEST_CASE("a condition is about one thing and has one test") {
    const auto said = [](const std::string& condition) {
        return scheme_with("factors: []\nconstraints: [{id: c, severity: error, message: m, require: [" + condition + "]}]\n")
            .said();
    };
    CHECK(said("{factor: a, is: \"1\"}") == "");
    CHECK(said("{factor: a, fact: b, is: \"1\"}") == "7:62 JE-Y52");
    CHECK(said("{is: \"1\"}") == "7:62 JE-Y52");
    CHECK(said("{factor: a}") == "7:62 JE-Y53");
    CHECK(said("{factor: a, is: x, at_least: z}") == "7:62 JE-Y53");
    CHECK(said("{factor: a, one_of: []}") == "7:82 JE-Y54");
    CHECK(said("{factor: a, one_of: b}") == "7:82 JE-Y41");
    CHECK(said("{factor: a, is: yes}") == "7:78 JE-Y46");
    CHECK(said("{fact: a, is: yes}") == "");
    CHECK(said("a") == "7:62 JE-Y40");
}

TEST_CASE("what a scheme needs is asked for") {
    CHECK(scheme_in("format: je-scheme/1\n").diagnostics.errors() == 5);
    CHECK(scheme_with("factors: [{}]\n").diagnostics.errors() == 3);
    CHECK(scheme_with("factors: []\nderived: [{}]\nmodifiers: [{}]\nconstraints: [{}]\nband_rules: [{}]\nconventions: "
                      "[{}]\nfacts: [{}]\n")
              .diagnostics.errors() == 4 + 7 + 4 + 3 + 2 + 3);
}

}  // namespace scheme_reader_test
