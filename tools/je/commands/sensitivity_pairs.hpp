// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/sensitivity_jobs.hpp"
#include "je/sensitivity/weights.hpp"
#include "options.hpp"

namespace je::tool {

/// Ids of two jobs to be compared.
struct PairAsked {
    std::string a;
    std::string b;
};

/// --pair and --require.
[[nodiscard]] std::vector<Option> pair_options();
/// Throws UsageError (JE-U10) for what is not two ids.
[[nodiscard]] std::vector<PairAsked> read_pairs(const GivenOptions& given);
/// Throws UsageError (JE-U80) for a job that is not among those studied.
[[nodiscard]] std::vector<report::PairView> compare(const StudiedJobs& studied, const std::vector<PairAsked>& pairs,
                                                    const sensitivity::WeightsOptions& options);

/// Throws UsageError (JE-U74) where the region of --require cannot be cut.
[[nodiscard]] std::vector<std::string> read_requirements(const GivenOptions& given, const sensitivity::Region& region);
/// Reads requirements between the weights of the scheme in use into the region. Throws UsageError for what cannot be read
/// (JE-U81 to JE-U83).
void require_weights(const StudiedJobs& studied, const std::vector<std::string>& required, sensitivity::Region& region);
/// How a region that requirements cut is sampled; nothing where there are none. Puts the effective size into the options.
/// Throws UsageError for a region without weights (JE-U84) or without room (JE-U85).
[[nodiscard]] std::optional<report::WalkView> prepare_walk(const sensitivity::Grid& grid, sensitivity::WeightsOptions& options);

}  // namespace je::tool
