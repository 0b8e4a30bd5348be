// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "je/report/document.hpp"

namespace je::render::html {

// Words and values as HTML. All text that a page shows goes through here, so that nothing of the data can be markup.

/// The text on one line with its marks as references; writing from right to left is kept apart from what stands beside it.
[[nodiscard]] std::string words(std::string_view text);
/// The same without elements, for attributes, titles and texts in drawings.
[[nodiscard]] std::string plain(std::string_view text);
/// Words of ours in the language of now, as `plain`.
[[nodiscard]] std::string ours(std::string_view english);
/// As `plain`, with a true minus and a thin space before the percent sign.
[[nodiscard]] std::string number(std::string_view text);

[[nodiscard]] std::string inline_of(const report::Text& text);
[[nodiscard]] std::string inline_of(const report::Cell& cell);
/// The same without elements.
[[nodiscard]] std::string plain_of(const report::Text& text);

/// An id or fragment from that of a section. It begins with a letter and has letters, digits, - and, for any other byte, _ with
/// two digits: different ids stay different.
[[nodiscard]] std::string id_of(std::string_view id);
/// The same of another kind of thing: a figure, a table, a cell.
[[nodiscard]] std::string id_of(std::string_view kind, std::string_view id);

}  // namespace je::render::html
