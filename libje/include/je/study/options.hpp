// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"
#include "je/io/source.hpp"
#include "je/report/audience.hpp"
#include "je/report/common.hpp"
#include "je/version.hpp"

namespace je::study {

class SharedInputs;

/// What all use-cases are told. A use-case passes over what has no meaning for it.
struct Options {
    std::optional<std::string> scheme;                     // a name, or a file; nothing: the one that the inputs name
    std::vector<std::string> scheme_folders;               // where schemes are looked up by name, in order
    bool accept_base = false;                              // a local agreement may stand on a scheme changed since
    std::optional<std::string> bands;                      // a je-bands/1 file in place of the scheme's own tables
    std::optional<base::Date> as_of;                       // the day whose tables apply; nothing: the newest
    std::vector<std::string> jobs;                         // ids of the jobs meant; empty: all
    std::vector<std::string> extra_columns;                // of CSV files, to be passed over
    std::vector<std::string> records;                      // files and folders in which records are looked up by id
    report::Audience audience = report::Audience::record;  // who will see the result: what they may not see is not in it
    bool several_holders = false;  // jobs of which nobody says how many hold them are known to have several
    io::Limits limits;
    io::Encoding encoding = io::Encoding::by_its_bytes;   // of the files named
    io::Readable readable = io::Readable::files;          // whether files named may be pipes
    bool checksums = true;                                // list the inputs with their SHA-256 in results that do without
    report::ToolInfo tool{std::string{version}, {}, {}};  // what the result says it was made by
    std::shared_ptr<SharedInputs> shared;                 // what other use-cases have read; null: nothing is shared
};

/// How far a use-case has come.
struct Progress {
    enum class Of { files, jobs, scenarios };
    Of of = Of::files;
    std::uint64_t done = 0;
    std::uint64_t all = 0;  // 0: not known
};

/// How a use-case is run, which changes nothing in its result. Both functions are called on the thread that called the
/// use-case.
struct Control {
    std::size_t threads = 0;  // 0: as many as the machine has
    std::function<void(const Progress&)> progress{};
    std::function<bool()>
        cancelled{};  // whether to stop: asked before each file and job, and often while scenarios are counted
};

/// What came of a use-case. Every mistake that a user can make is a value here:
///
///     const auto outcome = study::explain(source, files, options);
///     std::fputs(render::text(outcome.said).c_str(), stderr);
///     if (outcome.refused) ...   // the options do not fit the inputs: one diagnostic says why
///     if (outcome.result) ...    // there may be one beside errors about other jobs
///
/// base::OutsideError alone is thrown, for what no caller can foresee: a file that cannot be read.
template <class Result>
struct Outcome {
    std::optional<Result> result{};
    base::Diagnostics diagnostics{std::numeric_limits<std::size_t>::max()};  // about the inputs, in the order found
    std::optional<base::Diagnostic> refused{};                               // there is then no result
    bool cancelled = false;                                                  // likewise
};

/// For use-cases whose result is handed on row by row.
struct Done {};

/// Why there is no view of a sitting panel of totals of many jobs, which are what it is not to be led by (JE-U65).
[[nodiscard]] base::Diagnostic no_panel_view(std::string_view command);

}  // namespace je::study
