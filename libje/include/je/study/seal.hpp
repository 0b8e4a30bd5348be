// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "je/base/date.hpp"
#include "je/report/seal_result.hpp"
#include "je/study/options.hpp"

namespace je::study {

/// Gives the text of the log, empty for a new one; nothing, with the reason in what is said, when it cannot be used.
using ReadLog = std::function<std::optional<base::SourceTextPtr>(base::Diagnostics& diagnostics)>;

struct SealOptions {
    std::optional<base::Date> date{};   // to be entered with each file
    std::optional<std::string> head{};  // of the log, as it was noted earlier
};

/// What sealing adds to a log, which is yet to be written there.
struct Sealing {
    std::string lines{};  // to stand at the end of the log; empty when it holds all files as they are
    report::SealResult result{};
};

/// Seals files: what a log needs to hold their texts, after all of it was checked.
///
///     io::SealFile log{"appeal.sealed"};
///     const auto read = [&](base::Diagnostics& said) { return log.read({}, said); };
///     const auto outcome = study::seal(source, files, "appeal.sealed", read, options);
///     if (outcome.result) log.append(outcome.result->lines);
///
/// The log is read once all files are found fit to be sealed. A file that is not (JE-L14), and a log that is not sound, are
/// errors, and there is then no result; a date before the latest in the log is a warning (JE-L17).
[[nodiscard]] Outcome<Sealing> seal(io::Source& source, std::span<const std::string> files, const std::string& log,
                                    const ReadLog& read, const Options& options, const SealOptions& what = {});

}  // namespace je::study
