// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/study/sensitivity.hpp"
#include "report/sensitivity/views.hpp"
#include "sensitivity/weights.hpp"
#include "study/sensitivity/jobs.hpp"

namespace je::study {

// Parts of a sensitivity result that are about all its jobs together, or pairs of them, and weights that are required.
// `studied` has a grid.

/// How levels are looked at. A file of chances that cannot be used was said, and is left out.
[[nodiscard]] sensitivity::LevelsOptions levels_options(const StudiedJobs& studied, const SensitivityOptions& what,
                                                        std::size_t threads, Inputs& inputs, base::Diagnostics& diagnostics);
/// Levels of jobs `first`, `first` + 1, ..., `count` of them.
[[nodiscard]] std::vector<report::LevelsView> levels_part(const StudiedJobs& studied, std::size_t first, std::size_t count,
                                                          const sensitivity::LevelsOptions& options);

[[nodiscard]] report::FactorsView factors_part(const StudiedJobs& studied, const SensitivityOptions& what, std::size_t threads);
/// An anchor that is no job of the run, or of a band that is none of the table, is an error (JE-U90), and left out; so is a
/// second table that cannot be used.
[[nodiscard]] report::FloorsView floors_part(const StudiedJobs& studied, const SensitivityOptions& what, Inputs& inputs,
                                             base::Diagnostics& diagnostics);

/// The weightings that are to be set beside the scheme's own, the one of the options last. Mistakes in a file are errors
/// (JE-Z01 to JE-Z19), and there are none then. Throws Refusal for one of the options.
[[nodiscard]] std::vector<sensitivity::Weighting> weightings_asked(const StudiedJobs& studied, const SensitivityOptions& what,
                                                                   Inputs& inputs, base::Diagnostics& diagnostics);
[[nodiscard]] std::vector<report::WeightingView> weightings_part(const StudiedJobs& studied,
                                                                 std::span<const sensitivity::Weighting> weightings,
                                                                 base::Diagnostics& diagnostics);

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
