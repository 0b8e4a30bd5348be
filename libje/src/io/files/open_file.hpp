// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "je/base/diagnostic.hpp"
#include "je/io/file.hpp"

namespace je::io {

/// Reports a file of more than `limit` bytes (JE-F01).
void report_too_large(const std::string& name, std::uint64_t limit, base::Diagnostics& diagnostics);

/// Throws base::OutsideError for a file that could not be opened for reading, by the system's error code (JE-X01, X02, X04).
[[noreturn]] void fail_to_open(const std::string& name, int code);
/// The same for one that could not be read (JE-X03 for a folder, else JE-X05).
[[noreturn]] void fail_to_read(const std::string& name, int code);

/// As `read_file`, of a file that is open, from where it stands.
[[nodiscard]] std::optional<base::SourceTextPtr> read_open_file(int descriptor, const std::string& name, const Limits& limits,
                                                                base::Diagnostics& diagnostics,
                                                                Readable readable = Readable::files);

/// Asks the system to hold memory that is not yet written to in large pages: tens of millions of bytes are then had, and looked
/// up here and there, several times as fast. Only advice: nothing else changes, and systems without such pages do nothing.
void prefer_large_pages(const void* begin, std::size_t bytes);

}  // namespace je::io
