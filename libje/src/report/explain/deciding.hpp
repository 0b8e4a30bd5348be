// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/report/deciding_trace.hpp"
#include "je/report/explain_result.hpp"

namespace je::report {

/// The rules of the table that were looked at, in its order; none where points give bands. Where the first that holds decides,
/// those after it are not looked at.
[[nodiscard]] std::vector<DecidingTrace> trace_rules(const model::Scheme& scheme, const model::BandTable& table,
                                                     const model::Answers& answers, const scoring::Score& score);

/// Which rule gave the band, or which bands there may be, in a sentence or two.
[[nodiscard]] Text decided_in_words(const ExplainResult& result);
/// The rules looked at: of each that does not hold the first condition that fails, of others all.
[[nodiscard]] Table rules_table(const std::vector<DecidingTrace>& rules);

}  // namespace je::report
