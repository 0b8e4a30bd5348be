// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"
#include "je/io/encoding.hpp"
#include "je/io/file.hpp"
#include "options.hpp"

namespace je::tool {

/// As io::read_file, which nothing else here calls: remembers that the file was opened, so that no output takes its place.
[[nodiscard]] std::optional<base::SourceTextPtr> read_input(const std::string& path, const std::string& name,
                                                            const io::Limits& limits, base::Diagnostics& diagnostics,
                                                            io::Readable readable);

/// What names given to a command may lead to. Those on a command line may be pipes, as <(...) of a shell is; a command that
/// another one runs follows a file: a run file, a stored result, a shard.
[[nodiscard]] io::Readable readable_by(const CommonOptions& options);

/// The same of a file that people write, as UTF-8: io::read_text.
[[nodiscard]] std::optional<io::TextFile> read_input_text(const std::string& path, const std::string& name,
                                                          const io::Limits& limits, base::Diagnostics& diagnostics,
                                                          io::Readable readable,
                                                          io::Encoding encoding = io::Encoding::by_its_bytes);

/// Remembers a file that is read in another way. Files are known by what they are, not by what they are called.
void remember_as_read(const std::string& path);

/// Throws UsageError (JE-U17) when `output` leads to a regular file that this run has opened for reading, by whatever name.
void refuse_what_was_read(const std::optional<std::string>& output, std::string_view option = "output");

/// The same error, of an `output` that is known to be one of the files to be read.
[[noreturn]] void refuse_to_write_over(const std::string& output, std::string_view option);

}  // namespace je::tool
