// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/study/sensitivity.hpp"
#include "report/sensitivity/views.hpp"
#include "study/sensitivity/jobs.hpp"

namespace je::study {

// Parts of a sensitivity result that are about all its jobs together. `studied` has a grid.

/// How levels are looked at. A file of chances that cannot be used was said, and is left out.
[[nodiscard]] sensitivity::LevelsOptions levels_options(const StudiedJobs& studied, const SensitivityOptions& what,
                                                        std::size_t threads, Inputs& inputs, base::Diagnostics& said);
/// Levels of jobs `first`, `first` + 1, ..., `count` of them.
[[nodiscard]] std::vector<report::LevelsView> levels_part(const StudiedJobs& studied, std::size_t first, std::size_t count,
                                                          const sensitivity::LevelsOptions& options);

[[nodiscard]] report::FactorsView factors_part(const StudiedJobs& studied, const SensitivityOptions& what, std::size_t threads);
/// An anchor that is no job of the run, or of a band that is none of the table, is an error (JE-U90), and left out; so is a
/// second table that cannot be used.
[[nodiscard]] report::FloorsView floors_part(const StudiedJobs& studied, const SensitivityOptions& what, Inputs& inputs,
                                             base::Diagnostics& said);

}  // namespace je::study
