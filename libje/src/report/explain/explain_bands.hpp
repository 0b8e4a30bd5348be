// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/explain_result.hpp"
#include "je/scoring/level_changes.hpp"

namespace je::report {

[[nodiscard]] BandTrace view_band(const model::Band& band);
/// Sets of level changes in ids and names.
/// `total` is the job's now, where it is known.
[[nodiscard]] ChangeSetsView view_sets(const model::Scheme& scheme, const model::BandTable& table,
                                       const scoring::FoundChanges& found, const std::optional<model::Points>& total);
/// What the scheme's rules say of appeals that lower the result; nothing when they do not say.
[[nodiscard]] std::optional<LoweringView> lowering_of(const model::Scheme& scheme);

/// Fills in the bands of `result`: by points and after band rules, margins, pay range, or why there is no band.
void add_bands(ExplainResult& result, const ExplainInput& input, const scoring::Score& score);

/// The constraints of the scheme and whether the job breaks them.
[[nodiscard]] std::vector<ConstraintView> view_constraints(const ExplainInput& input, const scoring::Score& score);

/// Fills in what moves the band of a complete job that has a band table.
void add_changes(ExplainResult& result, const ExplainInput& input, const scoring::Score& score, const ExplainOptions& options);

}  // namespace je::report
