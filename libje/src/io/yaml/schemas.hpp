// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace je::io {

/// The JSON Schema (draft 2020-12) of the files of a format, for editors that complete keys and mark slips: made of the keys
/// that the reader takes (keys.hpp, the lists of rules) and of what stands at each (shapes.hpp). A key without a shape, or a
/// shape without a key, is a std::logic_error.
///
///     io::file_schema(io::job_format)
[[nodiscard]] std::string file_schema(std::string_view format);

/// "je-job-1.json".
[[nodiscard]] std::string schema_file(std::string_view format);

/// Two lines of comments that name the schema of a format to editors, relative to the file: one for the YAML language server
/// (Visual Studio Code and others), one for JetBrains.
[[nodiscard]] std::string lines_for_editors(std::string_view format);

}  // namespace je::io
