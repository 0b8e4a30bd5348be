// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "commands/batch/plan.hpp"
#include "console.hpp"
#include "je/report/batch_result.hpp"
#include "je/study/shared_inputs.hpp"

namespace je::tool {

/// Runs the sections of a plan one after another, writes their files, and gathers what became of them in `result`. Messages of
/// a section are printed when it is done, under a line that names it. With `result.dry_run` every section is tried, whatever
/// became of those before, and nothing is written.
class BatchRun {
public:
    BatchRun(const BatchPlan& plan, Console& console, bool quiet, report::BatchResult& result)
        : plan_{plan}, console_{console}, quiet_{quiet}, result_{result} {}

    /// Gives the gravest exit status of all sections. One that fails ends the run, unless the plan says to keep going; those
    /// after it do not count in a dry run either.
    [[nodiscard]] ExitStatus run();

private:
    /// That a file which a section reads was to be written by this run, and was not; nothing when all of them are there.
    [[nodiscard]] std::optional<base::Diagnostic> lacking(const PlannedSection& section) const;
    void note_what_was_not_written(const PlannedSection& section, const report::BatchSection& entry);
    [[nodiscard]] ExitStatus run_section(const PlannedSection& section, report::BatchSection& entry);
    [[nodiscard]] ExitStatus make_results(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said);
    /// Whether a section of a dry run reads a result that the run would write.
    [[nodiscard]] bool reads_what_is_not_there(const PlannedSection& section) const;
    void note_what_was_read(report::BatchSection& entry);
    void say(const PlannedSection& section, report::BatchSection& entry, base::Diagnostics& said);

    const BatchPlan& plan_;
    Console& console_;
    bool quiet_;
    report::BatchResult& result_;
    struct NotWritten {
        const PlannedSection* by = nullptr;
        bool run = true;
    };
    std::map<std::string, NotWritten> not_written_;       // by what a file is known by
    std::set<std::string> written_;                       // likewise, by its first name; in a dry run, what would be
    std::set<std::pair<std::string, std::string>> read_;  // names and checksums of `result_.read`
    std::shared_ptr<study::SharedInputs> shared_ = std::make_shared<study::SharedInputs>();
};

/// A section as it is before it is run.
[[nodiscard]] report::BatchSection entry_of(const PlannedSection& section);

}  // namespace je::tool
