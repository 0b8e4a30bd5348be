// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/common.hpp"
#include "je/report/description.hpp"
#include "je/report/document.hpp"

namespace je::report {

/// What became of one section of a run file.
enum class SectionOutcome {
    done,
    errors,       // the data has errors, or a check failed
    wrong_usage,  // the command could not follow what it was given
    outside,      // something outside failed, such as a file that cannot be read
    not_run,      // a section before it failed
    planned       // --dry-run
};
/// "done", "errors", "wrong usage", "outside", "not run", "planned".
[[nodiscard]] std::string_view to_text(SectionOutcome outcome);

struct BatchSection {
    std::string name;
    std::string at;  // "run.ini:12"
    SectionOutcome outcome = SectionOutcome::planned;
    std::vector<std::string> arguments{};  // the command and what it was given, as they could be typed
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::vector<ErrorEntry> messages{};  // errors alone, the first of them
    std::vector<std::string> read{};     // names of files it was made from
    std::vector<std::string> written{};  // names within the output folder; of a planned section those it would write
    bool tried = true;                   // false: --dry-run of one that reads a result of the run
};

/// The result of `je batch`.
struct BatchResult {
    InputFile run_file{};
    std::string folder{};   // for output, as given
    std::string summary{};  // names of the summaries' files within it, with commas between; empty when there is none
    bool dry_run = false;
    std::vector<BatchSection> sections{};  // in the order of the run file
    std::vector<InputFile> read{};         // every file that went into a result, once, in the order first read
    std::vector<InputFile> written{};      // in the order written, the summary itself apart
    std::size_t times_read = 0;            // files read from disk; less than the times they were asked for
    std::size_t times_asked = 0;
    ToolInfo tool{};
};

/// Whether it was to be done and is not, or would not be, whatever the reason.
[[nodiscard]] bool is_failed(const BatchSection& section);
/// Sections of which that is so.
[[nodiscard]] std::size_t failed(const BatchResult& result);

/// What was done and what failed first, then every file with its checksum.
[[nodiscard]] Document batch_document(const BatchResult& result);
/// The same for a file that lies beside the results: what was written is linked.
[[nodiscard]] Document batch_index(const BatchResult& result);

Description describe(Of<BatchResult>);

}  // namespace je::report
