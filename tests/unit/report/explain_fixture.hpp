// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "io/readers/reader.hpp"
#include "je/report/explain_result.hpp"

namespace je::test {

inline base::SourceTextPtr source_named(std::string name, std::string_view text) {
    return std::make_shared<const base::SourceText>(base::SourceText{std::move(name), std::string{text}});
}

inline std::runtime_error unusable(const base::Diagnostics& diagnostics) {
    const auto& all = diagnostics.all();
    return std::runtime_error{all.empty() ? "unusable" : all.front().at.to_string() + ": " + all.front().message};
}

inline model::Scheme scheme_from(std::string_view text) {
    base::Diagnostics diagnostics;
    const auto draft = io::read_scheme(source_named("scheme.yaml", text), {}, diagnostics);
    auto scheme = draft ? model::Scheme::make(*draft, diagnostics) : std::nullopt;
    if (!scheme) throw unusable(diagnostics);
    return std::move(*scheme);
}

inline model::Job job_from(std::string_view text, const model::Scheme& scheme) {
    base::Diagnostics diagnostics;
    const auto draft = io::read_job(source_named("job.yaml", text), {}, diagnostics);
    auto job = draft ? model::Job::make(*draft, scheme, diagnostics) : std::nullopt;
    if (!job) throw unusable(diagnostics);
    return std::move(*job);
}

inline report::ExplainResult explained(const model::Scheme& scheme, const model::Job& job, std::optional<base::Date> as_of = {},
                                       const report::ExplainOptions& options = {}) {
    const auto* table = model::in_force(scheme.band_tables(), as_of);
    const auto* pay = model::in_force(scheme.pay_tables(), as_of);
    const report::ExplainInput input{.scheme = &scheme,
                                     .job = &job,
                                     .table = table,
                                     .pay = pay,
                                     .scheme_info = report::scheme_info(scheme, "scheme.yaml", "00"),
                                     .bands_info = report::bands_info(table),
                                     .as_of = as_of};
    return report::explain(input, scoring::score(scheme, table, job.answers()), options);
}

inline report::ExplainResult explained(std::string_view scheme_text, std::string_view job_text) {
    const auto scheme = scheme_from(scheme_text);
    return explained(scheme, job_from(job_text, scheme));
}

inline const report::FactorTrace& factor(const report::ExplainResult& result, std::string_view id) {
    const auto found =
        std::find_if(result.factors.begin(), result.factors.end(), [&](const auto& trace) { return trace.id == id; });
    if (found == result.factors.end()) throw std::runtime_error{"no factor " + std::string{id}};
    return *found;
}

/// Two factors, a matrix, a derived factor, a modifier and two bands.
inline constexpr std::string_view small_scheme_text = R"(format: je-scheme/1
id: small
title: Small
edition: "1"
status: local
owner: o
licence: l
sources: [{id: s, title: Handbook}]
factors:
  - id: skill
    name: Skill
    source: s
    levels: [{id: "1", points: 10, summary: low}, {id: "2", points: 20.5, summary: middle}, {id: "3", points: 30, summary: high}]
  - {id: with, name: With, levels: [{id: "1", summary: colleagues}, {id: "2", summary: public}]}
  - {id: for, name: For, levels: [{id: A, summary: facts}, {id: B, summary: persuading}, {id: C, summary: disputes}]}
  - id: work
    name: Work
    source: s
    levels: [{id: w1, points: 5}, {id: w2, points: 10}, {id: w3, points: 20}]
matrices:
  - {id: contact, name: Contact, source: s, rows: with, columns: for, cells: {"1": {A: 1, B: 5, C: null}, "2": {A: 4, B: 8, C: {points: 12, unlikely: true}}}}
facts:
  - {id: grade, name: Grade, kind: choice, choices: [low, high]}
  - {id: count, name: Count, kind: number}
derived:
  - {id: by-grade, factor: work, fact: grade, table: {low: w1, high: w2}, summary: Work follows grade.}
modifiers:
  - {id: more, factor: work, fact: count, at_least: 3, raise: 1, from_levels: [w1, w2], ceiling: w3, summary: Three raise.}
bands:
  - {from: 2026-01-01, source: s, table: [{id: "1", floor: 16}, {id: "2", floor: 40, max: 62}]}
conventions:
  - {id: always, factor: skill, text: Always.}
  - {id: later, from: 2027-01-01, factor: skill, text: Later.}
  - {id: ended, until: 2025-12-31, factor: skill, text: Ended.}
)";

inline constexpr std::string_view small_job = R"(format: je-job/1
id: j
title: Job
scheme: small
documents: [{id: d, kind: letter, date: 2026-01-01}, {id: e, kind: letter}]
facts: {grade: high, count: 3}
factors:
  skill:
    level: 2
    evidence:
      - {document: d, section: "1", quote: words}
      - {document: e, disputed: "them: no"}
  with: {level: 2}
  for: {level: B}
)";

}  // namespace je::test
