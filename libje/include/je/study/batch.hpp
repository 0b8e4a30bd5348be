// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/base/interface.hpp"
#include "je/report/batch_result.hpp"
#include "je/study/shared_inputs.hpp"

namespace je::study {

/// A section of a run: one command, whose results go into files of their own.
struct Section {
    std::string name{};
    base::SourcePosition at{};  // in the run file
    std::string command{};
    std::vector<std::string> arguments{};  // what it is given
    struct Input {
        std::string name{};  // as the section has it
        std::string path{};  // the file or folder that is read
        base::SourcePosition at{};
    };
    std::vector<Input> inputs{};
    struct File {
        std::string name{};  // of a result, within the folder of results
        std::string path{};
    };
    std::vector<File> files{};  // that it is to write
    bool strict = false;        // its warnings count as errors
};

/// What runs the commands of a run, and keeps and shows what comes of them.
class Sections : public base::Interface {
public:
    /// Runs a section: `done`, `errors`, `wrong_usage` or `outside`. Its results are kept, and entered in `written`, where
    /// `has_result` says so of the outcome and of what was said; in a dry run they are only named. May throw
    /// base::OutsideError.
    [[nodiscard]] virtual report::SectionOutcome run(const Section& section, base::Diagnostics& diagnostics,
                                                     std::vector<report::InputFile>& written) = 0;
    /// What a file is known by: two paths that have a name in common are one file.
    [[nodiscard]] virtual std::vector<std::string> known_by(const std::string& path) const = 0;
    /// Is told what became of a section, and what was said; `why` completes it where there is no error to tell that it failed.
    virtual void told(const Section& section, const report::BatchSection& entry, const base::Diagnostics& diagnostics,
                      const std::string& why) = 0;
};

/// Whether a section gave the result it was to give. That a check failed is a result, which says what is wrong; one that was
/// made beside errors is not what was asked for.
[[nodiscard]] bool has_result(const Section& section, report::SectionOutcome outcome, const base::Diagnostics& diagnostics);

/// Runs sections one after another, and enters what became of them, what was read and what was written in `result`. Gives the
/// gravest outcome. A section that fails ends the run, unless it is to `keep_going`; one that reads what another was to write
/// and did not is not run (JE-N26), and of a file from an earlier run that has no successor a warning is given (JE-N19). With
/// `result.dry_run` every section is tried whatever became of those before, but those after one that fails do not count.
/// Through `inputs` the commands share what they read.
[[nodiscard]] report::SectionOutcome batch(const io::Source& source, const std::vector<Section>& all, Sections& sections,
                                           bool keep_going, SharedInputs& inputs, report::BatchResult& result);

}  // namespace je::study
