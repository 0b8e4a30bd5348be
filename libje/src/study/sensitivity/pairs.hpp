// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sensitivity/weights.hpp"
#include "study/sensitivity/jobs.hpp"

namespace je::study {

/// Throws Refusal (JE-U80) for a job that is not among those studied.
[[nodiscard]] std::vector<report::PairView> compare_pairs(const StudiedJobs& studied,
                                                          const std::vector<std::pair<std::string, std::string>>& pairs,
                                                          const sensitivity::WeightsOptions& options);

/// Reads requirements between the weights of the scheme in use into the region. Throws Refusal for what cannot be read (JE-U81
/// to JE-U83), and for more than can be computed (JE-U97).
void require_weights(const StudiedJobs& studied, const std::vector<std::string>& required, sensitivity::Region& region);
/// How a region that requirements cut is sampled; nothing where there are none. Puts the effective size into the options.
/// Throws Refusal for a region without weights (JE-U84) or without room (JE-U85).
[[nodiscard]] std::optional<report::WalkView> prepare_walk(const sensitivity::Grid& grid, sensitivity::WeightsOptions& options);

}  // namespace je::study
