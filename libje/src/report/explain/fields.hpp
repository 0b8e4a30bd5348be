// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/description.hpp"
#include "je/report/explain_result.hpp"

namespace je::report {

// What other results show of an explained job.

template <>
inline constexpr auto last_of<ConstraintVerdict> = ConstraintVerdict::open;

template <>
const Description& description<EvidenceView>();
template <>
const Description& description<FactorTrace>();
template <>
const Description& description<LoweringView>();
/// Of UnitTrace: a matrix.
[[nodiscard]] const Description& matrix_fields();

/// From `id` to `pay`.
[[nodiscard]] const Description& explained_job_fields();
/// Of RecordGaps.
[[nodiscard]] Field disputed_evidence_field();
/// Of ChangeSetsView: the sets with how many there are, each under keys of its own.
[[nodiscard]] const Description& raise_fields();
[[nodiscard]] const Description& lower_fields();
[[nodiscard]] const Description& raise_and_lose_fields();
[[nodiscard]] const Description& raise_among_appealed_fields();

}  // namespace je::report
