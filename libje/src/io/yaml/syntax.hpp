// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// Where yaml-cpp gave up.
struct SyntaxError {
    base::SourcePosition at;            // where it was then
    base::SourcePosition open_bracket;  // the innermost bracket not closed; not known when there is none
    std::size_t reached = 0;            // about where the last thing understood ends, in bytes
    std::size_t quote_begin = 0;        // where the last quoted text of several lines lies; both zero for none
    std::size_t quote_end = 0;
    std::string_view words;  // yaml-cpp's own
};

/// Says in plain words what is wrong with the YAML and how to mend it; yaml-cpp's own words are the fallback.
[[nodiscard]] base::Diagnostic explain_syntax(const SyntaxError& error);

inline constexpr const char* known_escapes = "\\\\, \\\", \\n, \\t or \\u and four hexadecimal digits inside double quotes";

/// A quote at `at` that no other closes.
[[nodiscard]] base::Diagnostic unclosed_quote(const base::SourcePosition& at);

}  // namespace je::io
