// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/sensitivity_jobs.hpp"
#include "commands/sensitivity_options.hpp"
#include "je/report/sensitivity_factors.hpp"
#include "je/report/sensitivity_floors.hpp"

namespace je::tool {

// Parts of a sensitivity result that are about all its jobs together. `studied` has a grid.

[[nodiscard]] report::FactorsView factors_part(const StudiedJobs& studied, const SensitivityOptions& asked);
/// An anchor that is no job of the run, or of a band that is none of the table, is an error (JE-U90), and left out; so is a
/// second table that cannot be used.
[[nodiscard]] report::FloorsView floors_part(const StudiedJobs& studied, const SensitivityOptions& asked, Inputs& inputs,
                                             base::Diagnostics& said);

}  // namespace je::tool
