// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/batch/plan.hpp"

namespace je::tool {

/// Where an input lies: a scheme that is named is looked up.
[[nodiscard]] std::string path_of(const PlannedInput& input, const PlannedSection& section);

/// Says which files of a plan may not be written: outside the folder (JE-N14), by two sections (JE-N15), over an input
/// (JE-N16), where something else is (JE-N20), or under a name that is too long (JE-N23). A section may read the JSON that one
/// before it writes.
void check_outputs(const BatchPlan& plan, const std::string& run_file, base::Diagnostics& diagnostics);

/// Says where a plan would write and may not (JE-N24).
void check_places(const BatchPlan& plan, base::Diagnostics& diagnostics);

/// Says which files, folders and schemes that sections name are not there (JE-N17), or cannot be read (JE-N25). A plan that is
/// not `sound` may lack a section that would write what another reads, so nothing is said of what would lie in the output
/// folder.
void check_inputs(const BatchPlan& plan, bool sound, base::Diagnostics& diagnostics);

}  // namespace je::tool
