// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace job_reader_test {

using namespace je::test;

TEST_CASE("a job is read as the page on files shows it") {
    const auto outcome = job_in(R"(format: je-job/1
id: vlo
title: Victim Liaison Officer
organisation: Example service
scheme: nnc-probation
version: "2016-08"
note: Levels here are illustrative.
documents:
  - {id: jdq, kind: questionnaire, title: Job design questionnaire, version: "2", date: 2016-08-01}
facts: {base-grade: GS-9, staff: 3}
factors:
  knowledge:
    level: 4
    evidence:
      - {document: jdq, section: "3.1", quote: "what the document says", disputed: "who disputes it, and why"}
    note: why this level
  effort: {}
family: victim contact
supersedes: vlo-2016
posts:
  - {id: north, title: North region, holders: 3}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& job = *outcome.draft;
    CHECK(job.id.value == "vlo");
    CHECK(job.id.at.to_string() == "test.yaml:2:5");
    CHECK(job.title == "Victim Liaison Officer");
    CHECK(job.organisation == "Example service");
    CHECK(job.scheme.value == "nnc-probation");
    CHECK(job.version == "2016-08");
    CHECK(job.note == "Levels here are illustrative.");
    REQUIRE(job.documents.size() == 1);
    CHECK(job.documents[0].kind == "questionnaire");
    CHECK(job.documents[0].version == "2");
    CHECK(job.documents[0].date->to_string() == "2016-08-01");
    CHECK(job.documents[0].at.to_string() == "test.yaml:9:5");
    REQUIRE(job.facts.size() == 2);
    CHECK(job.facts[0].id.value == "base-grade");
    CHECK(job.facts[0].value.value == "GS-9");
    CHECK(job.facts[1].value.at.to_string() == "test.yaml:10:34");
    REQUIRE(job.factors.size() == 2);
    CHECK(job.factors[0].level->value == "4");
    CHECK(job.factors[0].note == "why this level");
    REQUIRE(job.factors[0].evidence.size() == 1);
    CHECK(job.factors[0].evidence[0].document.text() == "jdq");
    CHECK(job.factors[0].evidence[0].section == "3.1");
    CHECK(job.factors[0].evidence[0].disputed == "who disputes it, and why");
    CHECK_FALSE(job.factors[1].level);
    CHECK(job.factors[1].id.at.to_string() == "test.yaml:17:3");
    CHECK(job.family->value == "victim contact");
    CHECK(job.supersedes->value == "vlo-2016");
    CHECK(job.posts[0].holders == 3);
}

TEST_CASE("a level written where the factor's entry belongs is told how to be written") {
    const auto outcome = job_in("format: je-job/1\nid: a\ntitle: t\nscheme: s\nfactors: {knowledge: 4}\n");
    CHECK(outcome.said() == "5:22 JE-Y40");
    CHECK(outcome.about("JE-Y40").fix == "write {level: 4}");
}

TEST_CASE("of a document only id and kind are needed, of evidence only the document") {
    CHECK(job_in(job_text("documents: [{id: a, kind: k}]\n")).said() == "");
    CHECK(job_in(job_text("documents: [{}]\n")).said() == "6:13 JE-Y35, 6:13 JE-Y35");
    CHECK(job_in("format: je-job/1\nid: a\ntitle: t\nscheme: s\nfactors: {k: {evidence: [{quote: q}]}}\n").said() ==
          "5:26 JE-Y35");
    CHECK(job_in("format: je-job/1\nid: a\ntitle: t\nscheme: s\nfactors: {k: {evidence: [{document: d}]}}\n").said() == "");
}

TEST_CASE("a section is kept as written and needs quotes where it looks like a number") {
    CHECK(job_in("format: je-job/1\nid: a\ntitle: t\nscheme: s\nfactors: {k: {evidence: [{document: d, section: 3.1}]}}\n")
              .said() == "5:49 JE-Y46");
    CHECK(
        job_in(
            "format: je-job/1\nid: a\ntitle: t\nscheme: s\nfactors: {k: {evidence: [{document: d, section: \"Part B, 3\"}]}}\n")
            .said() == "");
}

}  // namespace job_reader_test
