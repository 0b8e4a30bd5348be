// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/description.hpp"
#include "je/report/explain_result.hpp"

namespace je::report {

// What other results show of an explained job.

template <>
inline constexpr auto last_of<ConstraintVerdict> = ConstraintVerdict::open;

Description describe(Of<EvidenceView>);
Description describe(Of<ViaView>);
Description describe(Of<FactorTrace>);
Description describe(Of<FactRangeView>);
Description describe(Of<DerivedRowView>);
Description describe(Of<LoweringView>);
Description describe(Of<StepView>);
Description describe(Of<TreeTrace>);
Description describe(Of<AskNextView>);
/// Of TwoPaths.
[[nodiscard]] Description two_paths_fields();
/// Of UnitTrace: a matrix.
[[nodiscard]] Description matrix_fields();

/// From `id` to `pay`.
[[nodiscard]] Description explained_job_fields();
/// Of RecordGaps.
[[nodiscard]] Description gap_fields();
/// Of ChangeSetsView: the sets with how many there are, each under keys of its own.
[[nodiscard]] Description raise_fields();
[[nodiscard]] Description lower_fields();
[[nodiscard]] Description raise_and_lose_fields();
[[nodiscard]] Description raise_among_appealed_fields();

}  // namespace je::report
