// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sensitivity/tally.hpp"

namespace je::sensitivity {

/// As `weigh` of a tally, with one made over the scenarios of the options where shares are sampled.
inline std::vector<JobWeights> weigh(const Grid& grid, std::span<const std::int64_t> points, const WeightsOptions& options) {
    const bool exact = shares_are_exact(grid, options);
    const TallyOptions counted{.region = options.region,
                               .seed = options.seed,
                               .shares = !exact || options.central,
                               .central = options.central,
                               .joint = {},
                               .threads = options.threads,
                               .progress = options.progress};
    return weigh(grid, points, options, tally(grid, {.points = points}, {0, options.scenarios}, counted), 0);
}

}  // namespace je::sensitivity
