// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace panel_reader_test {

using namespace je::test;

namespace {

/// A panel with nothing wrong, nine lines long; tests add to it.
std::string panel_text(const std::string& more = "") {
    return "format: je-panel/1\nid: first\njob: vlo\nscheme: demo\ndate: 2016-09-14\nstage: evaluation\n"
           "panellists:\n  - {id: asha, side: union, role: chair}\nfactors: {}\n" +
           more;
}

}  // namespace

TEST_CASE("a record of a panel is read in full") {
    const auto outcome = panel_in(R"(format: je-panel/1
id: first
job: vlo
job_version: "2016-08"
scheme: nnc-probation
edition: "2009"
date: 2016-09-14
stage: evaluation
decision: consensus
documents:
  - {id: minutes, kind: minutes of the panel, date: 2016-09-14}
panellists:
  - id: asha
    name: Asha Example
    side: union
    role: chair
    post: senior evaluator
    trained_in: [nnc-probation, njc]
    organisation: Example service
    connected_to_job: manages a team next door
  - {id: ben, side: management, role: member, connected_to_job: true}
  - {id: carol, side: independent, role: adviser, connected_to_job: false}
factors:
  knowledge:
    individual: {asha: 4, ben: "1-7"}
    agreed: 4
    rationale: why this level
    evidence:
      - {document: jdq, section: "3.1", quote: what it says, disputed: by the manager}
    dissent:
      - {panellist: ben, level: "1-7", reason: sees it otherwise}
      - {panellist: asha, reason: for the record}
  effort: {}
notes: Held in one sitting.
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& panel = *outcome.draft;
    CHECK_FALSE(panel.flawed);
    CHECK(panel.id.value == "first");
    CHECK(panel.id.at.to_string() == "test.yaml:2:5");
    CHECK(panel.job.value == "vlo");
    CHECK(panel.job_version->value == "2016-08");
    CHECK(panel.scheme.value == "nnc-probation");
    CHECK(panel.edition->value == "2009");
    CHECK(panel.date.value->to_string() == "2016-09-14");
    CHECK(panel.date.at.to_string() == "test.yaml:7:7");
    CHECK(panel.stage.value == "evaluation");
    CHECK(panel.decision->value == "consensus");
    CHECK(panel.documents[0].id.text() == "minutes");
    REQUIRE(panel.panellists.size() == 3);
    const auto& asha = panel.panellists[0];
    CHECK(asha.id.value == "asha");
    CHECK(asha.name == "Asha Example");
    CHECK(asha.side.value == "union");
    CHECK(asha.role.value == "chair");
    CHECK(asha.post == "senior evaluator");
    REQUIRE(asha.trained_in.size() == 2);
    CHECK(asha.trained_in[1].value == "njc");
    CHECK(asha.organisation == "Example service");
    CHECK(asha.connected_to_job == "manages a team next door");
    CHECK(panel.panellists[1].connected_to_job == "the record does not say how");
    CHECK(panel.panellists[1].at.to_string() == "test.yaml:21:5");
    CHECK(panel.panellists[2].connected_to_job == "");
    REQUIRE(panel.factors.size() == 2);
    const auto& knowledge = panel.factors[0];
    CHECK(knowledge.id.value == "knowledge");
    REQUIRE(knowledge.individual.size() == 2);
    CHECK(knowledge.individual[1].first.value == "ben");
    CHECK(knowledge.individual[1].second.value == "1-7");
    CHECK(knowledge.agreed->value == "4");
    CHECK(knowledge.agreed->at.to_string() == "test.yaml:26:13");
    CHECK(knowledge.rationale == "why this level");
    CHECK(knowledge.evidence[0].section == "3.1");
    REQUIRE(knowledge.dissent.size() == 2);
    CHECK(knowledge.dissent[0].level->value == "1-7");
    CHECK(knowledge.dissent[0].reason == "sees it otherwise");
    CHECK_FALSE(knowledge.dissent[1].level);
    CHECK(panel.factors[1].id.at.to_string() == "test.yaml:33:3");
    CHECK_FALSE(panel.factors[1].agreed);
    CHECK(panel.notes == "Held in one sitting.");
}

TEST_CASE("what may be left out of a panel") {
    const auto outcome = panel_in(panel_text());
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    CHECK_FALSE(outcome.draft->job_version);
    CHECK_FALSE(outcome.draft->edition);
    CHECK_FALSE(outcome.draft->decision);
    CHECK(outcome.draft->documents.empty());
    CHECK(outcome.draft->factors.empty());
}

TEST_CASE("what a panel needs") {
    CHECK(panel_in("format: je-panel/1\n").said() ==
          "1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35");
    CHECK(panel_in(panel_text("documents: [{id: a}]\n")).said() == "10:13 JE-Y35");
    const auto outcome = panel_in(
        "format: je-panel/1\nid: a\njob: b\nscheme: c\ndate: 2016-09-14\nstage: review\n"
        "panellists: [{name: Asha}]\nfactors: {k: {dissent: [{level: 4}]}}\n");
    CHECK(outcome.said() == "7:14 JE-Y35, 7:14 JE-Y35, 7:14 JE-Y35, 8:25 JE-Y35, 8:25 JE-Y35");
    CHECK_FALSE(outcome.draft);
}

TEST_CASE("values of the wrong kind") {
    CHECK(panel_in(panel_text("job_version: 010\n")).said() == "10:14 JE-Y46");
    CHECK(panel_in(panel_text("edition: [a]\n")).said() == "10:10 JE-Y42");
    CHECK(panel_in(panel_text("documents: {a: b}\n")).said() == "10:12 JE-Y41");
    const auto outcome = panel_in(
        "format: je-panel/1\nid: a\njob: b\nscheme: c\ndate: 2016-02-30\nstage: review\n"
        "panellists: {asha: chair}\nfactors: [knowledge]\n");
    CHECK(outcome.said() == "5:7 JE-Y49, 7:13 JE-Y41, 8:10 JE-Y40");
    CHECK(panel_in("format: je-panel/1\nid: a\njob: b\nscheme: c\ndate: 2016-09-14\nstage: review\npanellists: []\n"
                   "factors: {k: {individual: [asha]}, l: 4, m: {agreed: 010}}\n")
              .said() == "8:27 JE-Y40, 8:39 JE-Y40, 8:54 JE-Y46");
}

TEST_CASE("a connection to the job is told in words, or with true or false") {
    const auto connection = [](const std::string& value) {
        const auto outcome = panel_in(
            "format: je-panel/1\nid: a\njob: b\nscheme: c\ndate: 2016-09-14\nstage: review\n"
            "panellists: [{id: x, side: union, role: chair, connected_to_job: " +
            value + "}]\nfactors: {}\n");
        return outcome.draft ? outcome.draft->panellists[0].connected_to_job : outcome.said();
    };
    CHECK(connection("true") == "the record does not say how");
    CHECK(connection("false") == "");
    CHECK(connection("\"false\"") == "false");
    CHECK(connection("no longer") == "no longer");
    CHECK(connection("\"\"") == "7:66 JE-Y43");
}

TEST_CASE("unknown keys leave the rest readable, and the draft says that it is flawed") {
    const auto outcome = panel_in(panel_text("minutes: long\n"));
    CHECK(outcome.said() == "10:1 JE-Y33");
    REQUIRE(outcome.draft);
    CHECK(outcome.draft->flawed);
    CHECK_FALSE(panel_in(panel_text("minutes: long\nedition: [a]\n")).draft);
}

TEST_CASE("a factor or a person twice in a map is a repeated key") {
    CHECK(panel_in("format: je-panel/1\nid: a\njob: b\nscheme: c\ndate: 2016-09-14\nstage: review\npanellists: []\n"
                   "factors:\n  k: {individual: {x: 1, x: 2}}\n  k: {}\n")
              .said() == "9:26 JE-Y34, 10:3 JE-Y34");
}

}  // namespace panel_reader_test
