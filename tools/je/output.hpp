// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace je::tool {

/// A file that is being written and is not to be left behind: while this lives, a signal that ends the program (SIGINT,
/// SIGTERM, SIGHUP, SIGQUIT, SIGXCPU) removes it first. A signal that is ignored stays so.
///
///     UnfinishedFile unfinished{temporary};
class UnfinishedFile {
public:
    explicit UnfinishedFile(const std::string& path);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

private:
    std::size_t slot_;
};

/// Where the result goes: stdout, the file of --output, or memory when the run is captured. A file is written under another
/// name beside it and renamed by `finish`, so that a failure leaves what was there before. A path that exists and is no regular
/// file (a pipe, /dev/null) is written to directly. What is written is gathered into large blocks.
///
///     Output output{options};
///     output.write(text);
///     output.finish();
///
/// Every failure - a folder that does not exist, a full disk, a closed stdout - throws base::OutsideError (JE-X10), and so does
/// a pipe that nobody opens for reading within five seconds (JE-X17). A path that leads to a file which the run has read throws
/// UsageError (JE-U17), as soon as it is known and at the latest in `finish`.
class Output {
public:
    explicit Output(const CommonOptions& options) : Output{options, options.format} {}
    /// `format`: which of several that a captured run gives; nothing for the table beside them.
    Output(const CommonOptions& options, std::optional<Format> format);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text);
    /// Writes what is left, so that nothing but the name of the file is to be given: what can fail has not failed.
    void complete();
    void finish();

private:
    void flush();
    void write_through(std::string_view text);
    [[noreturn]] void fail_and_clear(int error);
    [[noreturn]] void fail(int error) const;

    std::shared_ptr<Captured> captured_;  // null: written to a file or to stdout
    std::optional<Format> format_;
    std::optional<std::string> path_;           // as given; nothing for stdout
    std::string target_;                        // what the finished file is renamed to
    std::string temporary_;                     // empty when written to directly
    std::optional<UnfinishedFile> unfinished_;  // the temporary file, which a signal takes away
    std::string buffer_;
    int file_ = 1;
};

/// Whether a name is that of a ZIP archive: it ends in .zip, in letters of either case.
[[nodiscard]] bool is_archive_name(const std::string& path);

/// Writes a file whole. Throws as Output does.
void write_whole(const std::string& path, std::string_view bytes);

/// The formats a run is to give: those a captured run asks for, else that of its options.
[[nodiscard]] std::vector<Format> formats_of(const CommonOptions& options);

/// Throws UsageError (JE-U17) when `output` is one of the files to be read. Paths that do not exist are no match.
void refuse_to_overwrite(const std::optional<std::string>& output, std::span<const std::string> inputs,
                         std::string_view option = "output");

/// The same for the files and folders that a command was given, the scheme and the bands of its options, before any is read.
/// Throws base::OutsideError when one of `arguments` does not exist.
void protect_inputs(const CommonOptions& options, std::span<const std::string> arguments, std::string_view option = "output");

}  // namespace je::tool
