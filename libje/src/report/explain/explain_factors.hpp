// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/report/explain_result.hpp"

namespace je::report {

/// The trace of every factor, in the scheme's order.
[[nodiscard]] std::vector<FactorTrace> trace_factors(const ExplainInput& input, const scoring::Score& score);

/// What adds up to the total, in the scheme's order of scored units.
[[nodiscard]] std::vector<UnitTrace> trace_units(const ExplainInput& input, const scoring::Score& score);

/// The conventions about `factor` (nothing: about no single factor) that are in force on `input.as_of`. Without a date all
/// are given: only the reader knows which day matters.
[[nodiscard]] std::vector<ConventionView> conventions_of(const ExplainInput& input, std::optional<model::FactorIndex> factor);

/// What the record lacks or disputes. `traces` are those of the same job.
[[nodiscard]] RecordGaps find_gaps(const ExplainInput& input, const std::vector<FactorTrace>& traces);

/// Empty where the scheme states none, and for a matrix.
[[nodiscard]] std::string short_name_of(const model::Scheme& scheme, const model::ScoredUnit& unit);

[[nodiscard]] std::string date_text(const std::optional<base::Date>& date);

}  // namespace je::report
