// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/sensitivity/tally.hpp"

namespace je::sensitivity {

/// Counts joint scenarios into the lists of `out` that `empty_tally` made for them.
void count_joint(const Grid& grid, const TallyJobs& jobs, numerics::ScenarioRange range, const TallyOptions& options,
                 Tally& out);

}  // namespace je::sensitivity
