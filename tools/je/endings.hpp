// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "options.hpp"

namespace je::tool {

/// The ending of a file's name in small letters: ".zip" of "papers.ZIP"; empty when it has none.
[[nodiscard]] std::string ending_of(const std::string& path);

/// Whether a name ends as a file of a kind that is known: one that je writes, or one that people may take je to write.
[[nodiscard]] bool ends_as_file(const std::string& path);

/// Throws UsageError (JE-U25) when the name of an output ends as files of a kind that je does not write: what it does write
/// would stand under a name that no other program opens. `parts` are what the result has, `format` the one that was asked for.
void refuse_ending(const std::string& output, std::optional<Format> format, std::span<const Part> parts);

}  // namespace je::tool
