// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "je/io/file.hpp"

namespace je::io {

/// Files by their names, with '/' between folders.
using NamedFiles = std::map<std::string, std::string, std::less<>>;

/// The files as a ZIP archive (APPNOTE 6.3), in the order of their names. The same files give the same bytes: each is dated
/// 1980-01-01, the first day there is.
[[nodiscard]] std::string zip_of(const NamedFiles& files);

/// What is in a ZIP archive. Nothing, with the reason at `archive`, for what is none or is damaged (JE-M12), for names that
/// lead out of a folder, stand twice or are of no ordinary file (JE-M13), and where the files are more than 10,000 or larger
/// together than a file may be that is read (JE-M14): nothing is unpacked past that.
[[nodiscard]] std::optional<NamedFiles> read_zip(const base::SourceTextPtr& archive, const Limits& limits,
                                                 base::Diagnostics& diagnostics);

/// Whether these bytes begin as a ZIP archive does.
[[nodiscard]] bool is_zip(std::string_view bytes);

}  // namespace je::io
