// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace appeal_reader_test {

using namespace je::test;

namespace {

/// An appeal with nothing wrong, eight lines long; tests add to it.
std::string appeal_text(const std::string& more = "") {
    return "format: je-appeal/1\nid: ours\nkind: individual\nbrought_by: union\njob: vlo\noriginal: first\n"
           "grounds:\n  - {kind: level, argument: as argued}\n" +
           more;
}

}  // namespace

TEST_CASE("an appeal is read in full") {
    const auto outcome = appeal_in(R"(format: je-appeal/1
id: vlo-2016
kind: collective
brought_by: jobholders
job: vlo
original: first
claims_band: "4"
documents:
  - {id: letter, kind: letter of appeal, title: The appeal, version: "1", date: 2016-10-03}
events:
  - {kind: result-sent, date: 2016-09-20}
  - {kind: appeal-received, date: 2016-10-03, note: by post}
grounds:
  - kind: level
    factor: knowledge
    claim: 5
    argument: what the panel left out
    evidence:
      - {document: letter, section: "2", quote: what it says}
  - {kind: process, argument: nobody spoke with the jobholders}
repanel: second
effective_dates:
  - {date: 2014-06-01, argued_by: the union, reason: the duty began then}
  - {date: 2016-10-03, argued_by: the employer}
decision:
  date: 2016-12-01
  reason: agreed in part
  effective_date: 2016-10-03
notes: Heard on one day.
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& appeal = *outcome.draft;
    CHECK_FALSE(appeal.flawed);
    CHECK(appeal.id.value == "vlo-2016");
    CHECK(appeal.id.at.to_string() == "test.yaml:2:5");
    CHECK(appeal.kind.value == "collective");
    CHECK(appeal.brought_by.value == "jobholders");
    CHECK(appeal.job.value == "vlo");
    CHECK(appeal.original.value == "first");
    CHECK(appeal.claims_band->value == "4");
    CHECK(appeal.documents[0].title == "The appeal");
    REQUIRE(appeal.events.size() == 2);
    CHECK(appeal.events[0].kind.value == "result-sent");
    CHECK(appeal.events[1].date.value->to_string() == "2016-10-03");
    CHECK(appeal.events[1].date.at.to_string() == "test.yaml:12:35");
    CHECK(appeal.events[1].note == "by post");
    REQUIRE(appeal.grounds.size() == 2);
    CHECK(appeal.grounds[0].factor->value == "knowledge");
    CHECK(appeal.grounds[0].claim->value == "5");
    CHECK(appeal.grounds[0].argument == "what the panel left out");
    CHECK(appeal.grounds[0].evidence[0].quote == "what it says");
    CHECK(appeal.grounds[0].at.to_string() == "test.yaml:14:5");
    CHECK(appeal.grounds[1].kind.value == "process");
    CHECK_FALSE(appeal.grounds[1].factor);
    CHECK(appeal.repanel->value == "second");
    REQUIRE(appeal.effective_dates.size() == 2);
    CHECK(appeal.effective_dates[0].date.value->to_string() == "2014-06-01");
    CHECK(appeal.effective_dates[0].argued_by.value == "the union");
    CHECK(appeal.effective_dates[0].reason == "the duty began then");
    CHECK(appeal.effective_dates[1].reason == "");
    REQUIRE(appeal.decision);
    CHECK(appeal.decision->date.value->to_string() == "2016-12-01");
    CHECK(appeal.decision->reason == "agreed in part");
    CHECK(appeal.decision->effective_date->value->to_string() == "2016-10-03");
    CHECK(appeal.notes == "Heard on one day.");
}

TEST_CASE("what may be left out of an appeal") {
    const auto outcome = appeal_in(appeal_text());
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    CHECK_FALSE(outcome.draft->claims_band);
    CHECK_FALSE(outcome.draft->repanel);
    CHECK_FALSE(outcome.draft->decision);
    CHECK(outcome.draft->events.empty());
    const auto decided = appeal_in(appeal_text("decision: {date: 2016-12-01}\n"));
    REQUIRE(decided.draft);
    CHECK_FALSE(decided.draft->decision->effective_date);
}

TEST_CASE("what an appeal needs") {
    CHECK(appeal_in("format: je-appeal/1\n").said() ==
          "1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35, 1:1 JE-Y35");
    CHECK(appeal_in(appeal_text("events: [{note: x}]\neffective_dates: [{reason: x}]\ndecision: {reason: x}\n")).said() ==
          "9:10 JE-Y35, 9:10 JE-Y35, 10:19 JE-Y35, 10:19 JE-Y35, 11:11 JE-Y35");
    CHECK(appeal_in(
              "format: je-appeal/1\nid: a\nkind: individual\nbrought_by: union\njob: b\noriginal: c\ngrounds: [{claim: 4}]\n")
              .said() == "7:11 JE-Y35, 7:11 JE-Y35");
}

TEST_CASE("values of the wrong kind") {
    CHECK(appeal_in(appeal_text("events: {kind: x}\n")).said() == "9:9 JE-Y41");
    CHECK(appeal_in(appeal_text("events: [{kind: x, date: 2016-13-01}]\n")).said() == "9:26 JE-Y49");
    CHECK(appeal_in(appeal_text("decision: upheld\n")).said() == "9:11 JE-Y40");
    CHECK(appeal_in(appeal_text("decision: {date: 2016-12-01, effective_date: soon}\n")).said() == "9:46 JE-Y49");
    CHECK(appeal_in(appeal_text("effective_dates: [{date: 2016-12-01, argued_by: \"\"}]\n")).said() == "9:49 JE-Y43");
    CHECK(appeal_in(appeal_text("repanel: 010\nclaims_band: yes\n")).said() == "9:10 JE-Y46, 10:14 JE-Y46");
}

TEST_CASE("unknown keys leave the rest readable, and the draft says that it is flawed") {
    const auto outcome = appeal_in(appeal_text("outcome: upheld\n"));
    CHECK(outcome.said() == "9:1 JE-Y33");
    REQUIRE(outcome.draft);
    CHECK(outcome.draft->flawed);
}

TEST_CASE("what stands under a misspelt key is read, and the draft says that it is flawed") {
    const auto outcome =
        appeal_in("format: je-appeal/1\nid: a\nkind: individual\nbrought_by: union\njob: b\noriginal: c\ngruonds: [a]\n");
    CHECK(outcome.said() == "7:1 JE-Y33, 7:11 JE-Y40");
    const auto read =
        appeal_in("format: je-appeal/1\nid: a\nkind: individual\nbrought_by: union\njob: b\noriginal: c\ngruonds: []\n");
    REQUIRE(read.draft);
    CHECK(read.draft->flawed);
}

}  // namespace appeal_reader_test
