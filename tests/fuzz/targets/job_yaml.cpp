// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets/yaml_target.hpp"
#include "io/readers/reader.hpp"
#include "je/model/job.hpp"
#include "support/writers/writer.hpp"

namespace {

constexpr const char* scheme_text = R"(format: je-scheme/1
id: demo
title: A small plan
edition: "1"
status: illustrative
facts:
  - {id: staff, name: People led, kind: number}
  - {id: base, name: Base grade, kind: choice, choices: [GS-5, GS-9, "010"]}
  - {id: shifts, name: Works shifts, kind: yes-no}
factors:
  - {id: knowledge, name: Knowledge, levels: [{id: "1", points: 20}, {id: "2", points: 40.5}, {id: "4", points: 60}]}
  - {id: effort, name: Effort, levels: [{id: A, points: 10}, {id: B, points: 30}]}
derived:
  - {id: by-base, factor: effort, fact: base, table: {GS-5: A, GS-9: B, "010": B}}
modifiers:
  - {id: leads, factor: knowledge, fact: staff, at_least: 3, raise: 1, from_levels: ["1", "2"], ceiling: "4"}
constraints:
  - {id: shifts-need-effort, severity: error, when: [{fact: shifts, is: yes}], require: [{factor: effort, at_least: B}], message: Shifts ask for effort}
)";

const je::model::Scheme& scheme() {
    static const je::model::Scheme made = [] {
        je::base::Diagnostics diagnostics;
        const auto draft = je::io::read_scheme(je::test::source_of(scheme_text), je::io::Limits{}, diagnostics);
        auto result = draft ? je::model::Scheme::make(*draft, diagnostics) : std::nullopt;
        je::test::require(result.has_value(), diagnostics.all().empty() ? "no scheme" : diagnostics.all().front().message);
        return *std::move(result);
    }();
    return made;
}

void make_job(const je::model::JobDraft& draft, const je::base::SourceTextPtr& text) {
    je::base::Diagnostics diagnostics;
    const auto job = je::model::Job::make(draft, scheme(), diagnostics);
    je::test::require_good(diagnostics, text);
    je::test::require_told(draft, job.has_value(), diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::model::JobDraft>(data, size, je::io::read_job, je::test::write_job, make_job);
    return 0;
}
