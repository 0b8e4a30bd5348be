// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::render {

/// Finds lines of texts. Asked in rising order, as sorted diagnostics do, it reads each text once.
class LineFinder {
public:
    /// The line a position is in, without its line end; empty when there is none.
    [[nodiscard]] std::string_view line(const base::SourcePosition& at);

private:
    const base::SourceText* source_ = nullptr;
    std::uint32_t number_ = 1;
    std::size_t begin_ = 0;
    std::optional<std::size_t> end_;  // of that line, which may be the whole text
};

/// Part of a user's line, fit to show, and where the underline stands below it, in display columns.
struct Excerpt {
    std::string text;
    std::size_t indent = 0;
    std::size_t underline = 1;
};

/// Cuts `line` to about `width` columns around `length` bytes from `column` (1-based), "..." standing for what is left out.
/// Tabs become four spaces; control characters and bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] Excerpt excerpt(std::string_view line, std::size_t column, std::size_t length, std::size_t width);

}  // namespace je::render
