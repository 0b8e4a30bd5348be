// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/io/run_file.hpp"

namespace je::io {

/// A parsed tree as a plain value. What stands in it is text, whatever it was.
struct RunNode {
    std::string key;
    std::string data{};
    std::vector<RunNode> children{};
};

struct RunParseError {
    std::string message;
    std::size_t line = 0;  // 0: not known
};

/// Gives `text` to the parser of `kind`; nothing, with what it said in `error`, when it is not well-formed. The text must have
/// been found shallow and small: the parsers go down by recursion.
[[nodiscard]] std::optional<RunNode> parse_run_file(std::string_view text, RunFileKind kind, RunParseError& error);

}  // namespace je::io
