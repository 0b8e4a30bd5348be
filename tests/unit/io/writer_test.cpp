// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "support/writers/writer.hpp"
#include "io/yaml/words.hpp"

#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace writer_test {

using namespace je;
using namespace je::test;

namespace {

// Every key of the format once, as the writer lays it out.
constexpr const char* whole_scheme = R"(format: je-scheme/1
id: demo
title: A demonstration plan
edition: "2026"
status: illustrative
owner: who owns the plan
licence: CC0
sources:
  - {id: s1, title: Plan handbook, url: "https://example.org/plan"}
max_total: 1000
weights: {total: 100, rounded_to: 0.1}
groups:
  - {id: skills, name: Skills, short: Sk, eu_criterion: skills}
factors:
  - id: knowledge
    name: Knowledge
    short: Know
    group: skills
    definition: "What is known: all of it"
    source: s1
    levels:
      - {id: "1", points: 20, summary: Follows instructions, help: more}
      - {id: "2", points: 40.5}
  - id: initiative
    name: Initiative
    weight: 20
    rule: {kind: scores, lowest: 10}
    rounding: {to: 0.5, mode: half-up}
    levels:
      - {id: a, score: 1.5}
  - id: bare
    name: Bare
    levels: []
matrices:
  - id: contacts
    name: Contacts
    short: Con
    group: skills
    source: s1
    dimensions: [personal-contacts, purpose]
    cells: {"1": {A: 30, B: {points: 60, unlikely: true}, "no": null}, "010": {}}
  - id: empty
    name: Empty
    dimensions: [a, b]
    cells: {}
facts:
  - {id: base, name: Base grade, kind: choice, choices: [GS-9, "010"]}
derived:
  - id: d
    factor: knowledge
    fact: base
    table: {GS-9: "1", "010": "2"}
    summary: by base
    source: s1
modifiers:
  - id: m
    factor: knowledge
    fact: staff
    at_least: 3
    raise: 1
    from_levels: ["1", "2"]
    ceiling: "3"
    summary: three or more
    source: s1
constraints:
  - id: c
    severity: warning
    when:
      - {fact: lead, is: "yes"}
    require:
      - {factor: knowledge, one_of: ["1", "2"]}
    message: needs two
    source: s1
band_rules:
  - id: r
    fact: base
    lowest_band: {GS-9: "2"}
    when:
      - {factor: knowledge, is_not: "1"}
    unless:
      - {fact: staff, at_most: "-2.5"}
    summary: a floor
    source: s1
bands:
  - from: 2026-01-01
    until: 2026-12-31
    source: s1
    open_ended: true
    unbanded:
      - {from: 1, to: 2.5, reason: kept free}
    table:
      - {id: "1", name: First, short: 1st, floor: 0, max: 99.5, note: "n"}
  - table: []
pay:
  - from: 2026-04-01
    currency: EUR
    period: year
    status: local
    source: s1
    note: "n"
    table:
      - {band: "1", min: 20000, max: 21000.5}
conventions:
  - id: v
    from: 2026-01-01
    until: 2026-12-31
    factor: knowledge
    text: Read it so
    source: s1
)";

constexpr const char* whole_bands = R"(format: je-bands/1
id: council
title: Council bands
edition: "2026"
status: local
owner: A council
scheme: njc
sources:
  - {id: s, title: Minutes}
bands:
  - table:
      - {id: "1", floor: 0}
pay:
  - currency: GBP
    period: year
    table:
      - {band: "1", min: 1, max: 2}
)";

constexpr const char* whole_job = R"(format: je-job/1
id: vlo
title: Victim Liaison Officer
organisation: Example service
scheme: nnc-probation
family: victim contact
version: 2016-08
note: "Two lines\nof note"
documents:
  - {id: jdq, kind: questionnaire, title: "Design, in full", version: "2", date: 2016-08-01}
facts: {base-grade: GS-9, staff: "3"}
factors:
  knowledge:
    level: "4"
    evidence:
      - {document: jdq, section: "3.1", quote: "what the \"document\" says", disputed: "who, and why"}
    note: why this level
  effort: {}
supersedes: vlo-2016
posts:
  - {id: north, title: North region, holders: 3}
)";

template <class Draft>
std::string rewritten(const Outcome<Draft>& outcome, std::string (*write)(const Draft&)) {
    return outcome.draft ? write(*outcome.draft) : outcome.said();
}

}  // namespace

TEST_CASE("what was written and read is written in the same way, every key of it") {
    CHECK(rewritten(scheme_in(whole_scheme), test::write_scheme) == whole_scheme);
    CHECK(rewritten(bands_in(whole_bands), test::write_bands_file) == whole_bands);
    CHECK(rewritten(job_in(whole_job), test::write_job) == whole_job);
}

TEST_CASE("keys that say nothing are left out; keys that must be there are written empty") {
    CHECK(rewritten(job_in(job_text("documents: []\nfacts: {}\nnote: \"\"\n")), test::write_job) == job_text());
    CHECK(
        rewritten(
            scheme_in("format: je-scheme/1\nid: a\ntitle: t\nedition: e\nstatus: local\nfactors: []\nbands: []\nderived: []\n"),
            test::write_scheme) == "format: je-scheme/1\nid: a\ntitle: t\nedition: e\nstatus: local\nfactors: []\n");
    const auto odd = scheme_in(
        "format: je-scheme/1\nid: a\ntitle: t\nedition: e\nstatus: local\nfactors: []\n"
        "constraints: [{id: c, severity: error, require: [], message: m}]\n"
        "modifiers: [{id: m, factor: f, fact: g, at_least: 1, raise: 1, from_levels: [], ceiling: x}]\n"
        "derived: [{id: d, factor: f, fact: g, table: {}}]\nband_rules: [{id: b, fact: g, lowest_band: {}}]\n");
    REQUIRE(odd.draft);
    const std::string written = test::write_scheme(*odd.draft);
    CHECK(rewritten(scheme_in(written), test::write_scheme) == written);
}

TEST_CASE("a scalar stands bare when nothing can misread it") {
    for (const char* text : {"a", "8a", "1-7", "Victim Liaison Officer", "GS-9", "don't", "50%", "a & b", "caf\xC3\xA9",
                             "\xE4\xB8\xAD\xE6\x96\x87", "x (y)", "a/b", "2016-08"}) {
        CAPTURE(text);
        CHECK(io::yaml_scalar(text) == text);
    }
}

TEST_CASE("a scalar is quoted when a reader could take it for something else") {
    for (const char* text :
         {"4",  "-4",  "010",  "1.10", "1e5",  "0x1F", "yes", "No",  "null", "~",  "true", "2016-08-01", "12:30", ".inf",
          " a", "a ",  "a: b", "a:",   "a #b", "#a",   "- a", "-a",  "&a",   "*a", "!a",   "|",          ">",     "@a",
          "%a", "{a}", "[a]",  "a, b", "a]",   "a?",   "? a", "'a'", "<<",   "=",  "---",  "..."}) {
        CAPTURE(text);
        CHECK(io::yaml_scalar(text) == '"' + std::string{text} + '"');
    }
    CHECK(io::yaml_scalar("") == "\"\"");
    CHECK(io::yaml_scalar("a\"b") == R"("a\"b")");
    CHECK(io::yaml_scalar("a\\b") == R"("a\\b")");
    CHECK(io::yaml_scalar("a\nb\tc\rd") == R"("a\nb\tc\rd")");
}

TEST_CASE("characters that cannot be seen or turn the writing around are escaped") {
    CHECK(io::yaml_scalar("a\xE2\x80\xAE"
                          "b") == R"("a\u202Eb")");
    CHECK(io::yaml_scalar("a\xE2\x80\xA8"
                          "b") == R"("a\u2028b")");
    CHECK(io::yaml_scalar("\xEF\xBB\xBF"
                          "a") == R"("\uFEFFa")");
    CHECK(io::yaml_scalar("a\x1b") == R"("a\u001B")");
    CHECK(io::yaml_scalar("\xC2\x85") == R"("\u0085")");
}

}  // namespace writer_test
