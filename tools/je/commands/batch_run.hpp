// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "commands/batch_plan.hpp"
#include "console.hpp"
#include "je/report/batch_result.hpp"
#include "shared_inputs.hpp"

namespace je::tool {

/// Runs the sections of a plan one after another, writes their files, and gathers what became of them in `result`. Messages of
/// a section are printed when it is done, under a line that names it.
class BatchRun {
public:
    BatchRun(const BatchPlan& plan, Console& console, bool quiet, report::BatchResult& result)
        : plan_{plan}, console_{console}, quiet_{quiet}, result_{result} {}

    /// Gives the gravest exit status of all sections. One that fails ends the run, unless the plan says to keep going.
    [[nodiscard]] ExitStatus run();

private:
    [[nodiscard]] ExitStatus run_section(const PlannedSection& section, report::BatchSection& entry);
    [[nodiscard]] ExitStatus make_results(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said);
    void note_what_was_read(report::BatchSection& entry);
    void note_what_was_written(const PlannedSection& section, report::BatchSection& entry,
                               const std::vector<report::InputFile>& files);
    void say(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said);

    const BatchPlan& plan_;
    Console& console_;
    bool quiet_;
    report::BatchResult& result_;
    std::shared_ptr<SharedInputs> shared_ = std::make_shared<SharedInputs>();
};

/// A section as it is before it is run.
[[nodiscard]] report::BatchSection entry_of(const PlannedSection& section);

}  // namespace je::tool
