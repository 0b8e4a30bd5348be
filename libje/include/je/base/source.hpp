// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace je::base {

/// A text that was read, under the name the user gave it. Shared by every position in it, so that a message can show the
/// user's own line.
struct SourceText {
    std::string name;
    std::string text;
};

using SourceTextPtr = std::shared_ptr<const SourceText>;

/// A place in a text: 1-based line and column (columns count bytes), and how many columns it spans.
/// Default-constructed it is "nowhere" (line 0), for values that no file states.
struct SourcePosition {
    SourceTextPtr source;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 1;

    [[nodiscard]] bool known() const { return source != nullptr && line > 0; }
    /// "vlo.yaml:14:22"; empty when not known.
    [[nodiscard]] std::string to_string() const;
    /// "vlo.yaml:14"; empty when not known.
    [[nodiscard]] std::string file_and_line() const;
};

/// The place of byte number `at` (from 0) of a text; its end when there are fewer.
[[nodiscard]] SourcePosition position_at(const SourceTextPtr& source, std::size_t at);

/// Line number `line` (1-based) of a text, without its line end; empty when there is none.
[[nodiscard]] std::string_view line_of(std::string_view text, std::uint32_t line);

/// A value together with where it was written.
template <class T>
struct Located {
    T value;  // no initialiser: not every T (a Date) has a default
    SourcePosition at{};
};

}  // namespace je::base
