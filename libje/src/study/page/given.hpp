// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "je/io/source.hpp"
#include "je/study/options.hpp"

namespace je::study {

/// A record of a panel or an appeal, and the job it is about; empty where its file has mistakes.
struct GivenRecord {
    std::string file;
    std::string job;
};

/// What was given to a report, by what it is.
struct GivenFiles {
    std::vector<std::string> all{};   // names of all YAML files, for look-ups of records
    std::vector<std::string> jobs{};  // questionnaires and CSV files
    std::vector<GivenRecord> panels{};
    std::vector<GivenRecord> appeals{};
    std::vector<base::SourceTextPtr> results{};
    std::vector<std::string> older{};  // questionnaires that stand in `all` alone: a newer version is among `jobs`
};

/// Sorts files and folders. A named file that has no place in a report is an error (JE-M02); those in folders are passed over,
/// and so are older versions of questionnaires there, which is said (JE-U98).
[[nodiscard]] GivenFiles sort_files(io::Source& source, std::span<const std::string> files, const Options& options,
                                    base::Diagnostics& diagnostics);

}  // namespace je::study
