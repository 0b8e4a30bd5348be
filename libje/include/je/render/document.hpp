// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "je/report/document.hpp"

namespace je::render {

inline constexpr std::size_t usual_width = 100;  // columns

/// Plain text for a terminal or a file: headings underlined, tables aligned by display width. No line is wider than
/// `width` columns but for a single word that is: paragraphs are wrapped, the widest columns of a table too, and a table that
/// has no room even so is written row by row, each cell under its heading's name. Control characters in values are
/// replaced, characters that show nothing are shown by their codes, a run of blanks is one, and right-to-left writing is
/// isolated. No colour codes.
[[nodiscard]] std::string text(const report::Document& document, std::size_t width = usual_width);

/// GitHub-flavoured Markdown; pipes, angle brackets and emphasis marks in values are escaped.
[[nodiscard]] std::string markdown(const report::Document& document);

/// One page of HTML that needs nothing beside it: no script, no font, no picture, no network. Its figures are drawn as SVG,
/// each with its sentence and its numbers in a table. It can be printed, and read aloud; its content policy allows its own
/// style sheets alone. It has no lines to wrap: the width is passed over.
[[nodiscard]] std::string html_page(const report::Document& document, std::size_t width = usual_width);

/// One table as CSV (RFC 4180, LF line ends, UTF-8, header row of column keys). A text that a spreadsheet would take for a
/// formula (begins with = + - @, their wide forms, tab or a line end, perhaps after apostrophes) gets an apostrophe in front,
/// so that taking one away from those gives the text again; numbers stay numbers. A character that shows nothing is written
/// <U+200B>, and the first sign of a text "<U+" is written <U+003C>.
[[nodiscard]] std::string csv(const report::Table& table);
[[nodiscard]] std::string csv_header(const std::vector<report::Column>& columns);
/// Appends one row, line end included, to `out`. For streaming; of views, allocates nothing but `out`.
void append_csv_row(std::string& out, std::span<const report::CellView> row);

}  // namespace je::render
