// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "je/io/run_file.hpp"

namespace je::tool {

/// A result file of a section, in one format; or one that an option of its command names, which has none.
struct PlannedFile {
    std::optional<Format> format;
    std::string name;  // within the output folder
    base::SourcePosition at;
};

/// A file or folder that a section names, or a scheme by its name.
struct PlannedInput {
    std::string name;
    base::SourcePosition at;
    bool may_be_name = false;  // of a scheme
    bool file_alone = false;   // a folder is none
    bool searched = false;     // a folder stands for the records below it
    bool all_read = false;     // all of which are read
};

/// A section that is understood: what to run, and where its results go.
struct PlannedSection {
    std::string name;
    base::SourcePosition at;
    const Command* command;
    std::vector<std::string> words{};     // what follows the command, without --format
    std::optional<std::string> figure{};  // of --figure, where one of several formats draws it: the others do without
    std::vector<std::string> scheme_path{};
    std::vector<PlannedInput> inputs{};
    std::vector<PlannedFile> files{};

    /// What follows the command for one format; nothing of a command that has none, as je bundle.
    [[nodiscard]] std::vector<std::string> words_for(std::optional<Format> format) const;
    /// The command with what it is given, ready to run; throws UsageError when it cannot follow it.
    [[nodiscard]] Work prepared(std::optional<Format> format, const std::shared_ptr<Captured>& captured,
                                const std::shared_ptr<study::SharedInputs>& shared) const;
    /// Its formats; nothing stands for what has none. The first is JSON if that is among them: its arguments are what `je
    /// verify` needs.
    [[nodiscard]] std::vector<std::optional<Format>> formats() const;
    /// Whether one of them is a figure alone.
    [[nodiscard]] bool draws_a_figure() const;
};

struct BatchPlan {
    std::vector<PlannedSection> sections{};
    std::string own_folder{};              // the one that the run file names, which --output may have put elsewhere
    std::string folder{};                  // for output
    std::vector<PlannedFile> summaries{};  // each in the format of its ending
    bool keep_going = false;
    bool outside_alone = false;  // all that is wrong is that inputs are not there, or places may not be written to
};

struct BatchWishes {
    std::string run_file;                               // in the current folder
    std::optional<std::string> folder;                  // of --output, which is trusted
    std::optional<base::Diagnostic> fault_of_folder{};  // what is wrong with it
    std::vector<std::string> only;                      // names of sections
};

/// Where a result file of a plan lies, from the current folder.
[[nodiscard]] std::string place_of(const BatchPlan& plan, const PlannedFile& file);

/// Makes sense of a run file, and says everything that is wrong with it before anything is run (JE-N10 to JE-N25): the current
/// folder must be that of the run file.
[[nodiscard]] BatchPlan plan_batch(const io::RunFile& run, const BatchWishes& wishes, base::Diagnostics& diagnostics);

}  // namespace je::tool
