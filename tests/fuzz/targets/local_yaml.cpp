// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets/yaml_target.hpp"
#include "io/local/merge.hpp"
#include "io/readers/reader.hpp"
#include "je/model/scheme.hpp"

namespace {

using namespace je;

/// What the local agreements of tests/fuzz/every_key/local.yaml and of the corpus extend.
const base::SourceTextPtr& base_text() {
    static const auto text = std::make_shared<const base::SourceText>(base::SourceText{"base.yaml", R"(format: je-scheme/1
id: demo
title: Demo plan
edition: "1"
status: illustrative
owner: The libje authors
licence: Apache-2.0
max_total: 95
sources:
  - {id: own, title: Made up for this example}
groups: [{id: all, name: All}]
factors:
  - {id: knowledge, name: Knowledge, group: all, levels: [{id: "1", points: 20, options: {a: One., b: Other.}}, {id: "2", points: 40}, {id: "3", points: 70, help: As published.}]}
  - {id: effort, name: Effort, levels: [{id: "1", points: 10}, {id: "2", points: 25}]}
bands:
  - open_ended: true
    table: [{id: "1", floor: 30}, {id: "2", floor: 60}]
panel:
  - {id: three, check: size, smallest: 3}
  - {id: equal, check: equal-sides, sides: [management, union]}
appeal:
  - {id: in-time, check: time-limit, from: result-sent, until: appeal-lodged, within: 3 months}
)"});
    return text;
}

/// What cannot be carried out is told, and a scheme that comes of it is the base where nothing changes.
void merge_into_base(const io::LocalDraft& draft, const base::SourceTextPtr& text) {
    base::Diagnostics diagnostics;
    auto merged = io::merge(draft, base_text(), io::Limits{}, diagnostics);
    test::require_good(diagnostics, text);
    test::require(merged.draft.has_value() != diagnostics.has_errors(), "merged in spite of an error, or not, without one");
    if (!merged.draft) return;
    test::require(merged.changes.size() == draft.changes.size(), "a change was lost");
    const auto scheme = model::Scheme::make(*merged.draft, diagnostics);
    io::with_places_of_base(diagnostics, merged.changes);
    test::require_good(diagnostics, text);
    test::require_told(scheme.has_value(), diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    je::test::read_and_write<je::io::LocalDraft>(data, size, je::io::read_local, nullptr, merge_into_base);
    return 0;
}
