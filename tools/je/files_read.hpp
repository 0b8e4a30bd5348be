// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"
#include "je/io/source.hpp"

namespace je::tool {

/// Remembers a file that is read in another way. Files are known by what they are, not by what they are called.
void remember_as_read(const std::string& path);

/// Throws UsageError (JE-U17) when `output` leads to a regular file that this run has opened for reading, by whatever name.
void refuse_what_was_read(const std::optional<std::string>& output, std::string_view option = "output");

/// The same error, of an `output` that is known to be one of the files to be read.
[[noreturn]] void refuse_to_write_over(const std::string& output, std::string_view option);

/// Whether two paths lead to one place, where there may be nothing yet.
[[nodiscard]] bool is_one_place(const std::string& a, const std::string& b);

/// The file system, for all commands of the run. Nothing here reads files but through it: it remembers that a file was opened,
/// so that no output takes its place.
class Files : public io::FileSource {
public:
    [[nodiscard]] std::optional<base::SourceTextPtr> read(const std::string& path, const std::string& name,
                                                          const io::Limits& limits, base::Diagnostics& diagnostics,
                                                          io::Readable readable) override;
};
[[nodiscard]] Files& files();

}  // namespace je::tool
