// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/model/job.hpp"

namespace je::model {

/// Levels, facts and what is said about each factor, in the scheme's order.
struct JobAnswers {
    Answers answers;
    std::vector<Rating> ratings;
    std::vector<base::SourcePosition> fact_positions;
};

/// What the draft states under `scheme`; factors, levels, facts and values that the scheme does not have are reported.
[[nodiscard]] JobAnswers make_answers(const JobDraft& draft, const Scheme& scheme, base::Diagnostics& diagnostics);

/// What can be said of a draft whatever its scheme: ids that occur twice, evidence from documents that are not declared,
/// documents that nothing cites, a job that replaces itself.
void check_record(const JobDraft& draft, base::Diagnostics& diagnostics);

}  // namespace je::model
