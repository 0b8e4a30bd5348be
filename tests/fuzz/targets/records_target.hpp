// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// The scheme and the questionnaire that the fuzz targets of records hold what they read against.

#include "fuzz/targets/yaml_target.hpp"
#include "io/readers/reader.hpp"
#include "je/model/appeal.hpp"
#include "je/model/panel.hpp"
#include "support/writers/writer.hpp"

namespace je::test {

inline constexpr const char* records_scheme_text = R"(format: je-scheme/1
id: demo
title: A small plan
edition: "1"
status: illustrative
factors:
  - {id: knowledge, name: Knowledge, levels: [{id: "1", points: 20}, {id: "2", points: 40.5}, {id: "4", points: 60}]}
  - {id: effort, name: Effort, levels: [{id: A, points: 10}, {id: B, points: 30}]}
panel:
  - {id: quorum, check: size, smallest: 2, largest: 5}
appeal:
  - {id: in-time, check: time-limit, from: result-sent, until: appeal-received, within: 10 working days}
)";

inline constexpr const char* records_job_text = R"(format: je-job/1
id: vlo
title: Victim Liaison Officer
scheme: demo
documents:
  - {id: jdq, kind: questionnaire}
factors: {}
)";

inline const model::Scheme& records_scheme() {
    static const model::Scheme made = [] {
        base::Diagnostics diagnostics;
        const auto draft = io::read_scheme(source_of(records_scheme_text), io::Limits{}, diagnostics);
        auto result = draft ? model::Scheme::make(*draft, diagnostics) : std::nullopt;
        require(result.has_value(), diagnostics.all().empty() ? "no scheme" : diagnostics.all().front().message);
        return *std::move(result);
    }();
    return made;
}

inline const model::Job& records_job() {
    static const model::Job made = [] {
        base::Diagnostics diagnostics;
        const auto draft = io::read_job(source_of(records_job_text), io::Limits{}, diagnostics);
        auto result = draft ? model::Job::make(*draft, records_scheme(), diagnostics) : std::nullopt;
        require(result.has_value(), diagnostics.all().empty() ? "no job" : diagnostics.all().front().message);
        return *std::move(result);
    }();
    return made;
}

}  // namespace je::test
