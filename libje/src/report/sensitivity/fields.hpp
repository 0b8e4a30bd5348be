// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/description.hpp"
#include "je/report/sensitivity_result.hpp"

namespace je::report {

template <>
const Description& description<LevelsView>();

// What is about all jobs together.

/// Of FactorsView: `factors`.
[[nodiscard]] const Description& factor_effect_fields();
template <>
const Description& description<FloorsView>();

}  // namespace je::report
