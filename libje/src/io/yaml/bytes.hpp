// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// Of UTF-8, as the first bytes of a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The first control character of valid UTF-8 `text`, other than tab, line feed and carriage return.
[[nodiscard]] std::optional<std::size_t> first_control(std::string_view text);

/// Reports every line separator and every character that turns the direction of writing (JE-K02); they may stand anywhere,
/// comments included, and none can be seen. Whether there was any. `text` is valid UTF-8.
[[nodiscard]] bool report_misleading(const base::SourceTextPtr& text, base::Diagnostics& diagnostics);

/// Finds lines and columns of one text; asking for rising offsets takes time linear in the text altogether.
class LineFinder {
public:
    struct Place {
        std::uint32_t line;
        std::uint32_t column;
    };
    [[nodiscard]] Place find(std::string_view text, std::size_t offset);

private:
    std::size_t at_ = 0;
    std::size_t line_start_ = 0;
    std::uint32_t line_ = 1;
};

/// A line at `at` that begins with '%'.
[[nodiscard]] base::Diagnostic directive(const base::SourcePosition& at);

/// Looks at the bytes of a file before it is taken for YAML: another encoding than UTF-8, control characters, lone carriage
/// returns, directives, nothing at all. Gives how many bytes a byte order mark takes; nothing when it had to report something.
[[nodiscard]] std::optional<std::size_t> check_bytes(const base::SourceTextPtr& text, base::Diagnostics& diagnostics);

}  // namespace je::io
