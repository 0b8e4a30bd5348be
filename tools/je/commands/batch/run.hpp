// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/batch/plan.hpp"
#include "console.hpp"
#include "je/report/batch_result.hpp"

namespace je::tool {

/// Runs the sections of a plan, writes their files, and gathers what became of them in `result`. Messages of a section are
/// printed when it is done, under a line that names it. Gives the gravest exit status of all sections that count.
[[nodiscard]] ExitStatus run_plan(const BatchPlan& plan, Console& console, bool quiet, report::BatchResult& result);

}  // namespace je::tool
