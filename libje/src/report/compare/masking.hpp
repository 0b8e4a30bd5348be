// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/explain_result.hpp"

namespace je::report {

/// The view of a sitting panel of a job that is not the one before it: takes out the points, and everything that they can be
/// worked out from but the levels.
void mask_comparator(ExplainResult& job);

}  // namespace je::report
