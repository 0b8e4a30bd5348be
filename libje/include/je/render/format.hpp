// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/interface.hpp"
#include "je/report/document.hpp"

namespace je::render {

/// The ways to write a result.
enum class Format { text, markdown, csv, json, html, xlsx, svg };

/// What a format writes of a result: the document that people read, its table, all of its values, or one figure of the
/// document.
enum class Part { document, table, values, figure };

/// Writes a document, the last block of which is a table that is too long to hold, as rows come. It is made with the first
/// rows, which decide the widths of columns; memory does not grow with the others.
class LongTable : public base::Interface {
public:
    /// As long as the columns of the table.
    virtual void row(const std::vector<report::Cell>& cells) = 0;
    /// With paragraphs and cautions that close the document. Hands on what is written, piece by piece; nothing comes after it.
    virtual void end(const report::Document& closing, const std::function<void(std::string_view)>& write) = 0;
};

/// How results are written in a format. A new format is an enumerator and what `how` says of it; nothing else names formats.
///
///     const auto& how = render::how(*render::format_named("markdown"));
///     render::document(how, report::panel_document(result), render::usual_width);
struct HowWritten {
    Format format = Format::text;
    std::string_view name{};        // as --format has it
    std::string_view ending{};      // of a file: ".md"
    std::string_view media_type{};  // RFC 6838
    Part part = Part::document;
    bool is_binary = false;           // bytes that no terminal can show
    std::size_t most_jobs = 100'000;  // that a document shows of a result of many jobs
    std::size_t room = 0;             // in bytes, about, for sections of many alike; 0: there is room for all
    // Of Part::document and Part::figure. The width is in columns, of lines that are wrapped: a format that has no lines takes
    // no notice.
    std::string (*document)(const report::Document&, std::size_t width) = nullptr;
    // Of Part::document, where a table can be longer than memory has room for; else null.
    std::unique_ptr<LongTable> (*long_table)(report::Document beginning) = nullptr;
    // Of Part::table: the line of headings, and a row added to what is written so far. Rows come one by one.
    std::string (*headings)(const std::vector<report::Column>&) = nullptr;
    void (*append_row)(std::string&, std::span<const report::CellView>) = nullptr;
};

/// All formats, in the order in which they are named to users.
[[nodiscard]] std::span<const HowWritten> formats();
[[nodiscard]] const HowWritten& how(Format format);
/// By the name that --format gives; nothing when there is none of that name.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
/// By the ending of a file's name, its point included, in letters of either case; nothing when no format has it.
[[nodiscard]] std::optional<Format> format_of_ending(std::string_view ending);

/// A document in a format of Part::document or Part::figure, with what readers must know of the words of the language it is in.
[[nodiscard]] std::string document(const HowWritten& how, report::Document document, std::size_t width);
/// The same for a document with a table too long to hold.
[[nodiscard]] std::unique_ptr<LongTable> long_table(const HowWritten& how, report::Document beginning);
/// Adds one row to `out` in a format of Part::table.
void append_row(std::string& out, const HowWritten& how, const std::vector<report::Cell>& row);
/// A table in a format of Part::table, headings and all rows.
[[nodiscard]] std::string table(const HowWritten& how, const report::Table& table);

inline constexpr std::size_t usual_width = 100;  // columns

/// Plain text for a terminal or a file: headings underlined, tables aligned by display width. No line is wider than
/// `width` columns but for a single word that is: paragraphs are wrapped, the widest columns of a table too, and a table that
/// has no room even so is written row by row, each cell under its heading's name. Control characters in values are
/// replaced, characters that show nothing are shown by their codes, a run of blanks is one, and right-to-left writing is
/// isolated. No colour codes.
[[nodiscard]] std::string text(const report::Document& document, std::size_t width = usual_width);

/// GitHub-flavoured Markdown; pipes, angle brackets and emphasis marks in values are escaped.
[[nodiscard]] std::string markdown(const report::Document& document);

/// One page of HTML that needs nothing beside it: no font, no picture, no network. Its figures are drawn as SVG, each with its
/// sentence and its numbers in a table. It can be printed, and read aloud; its content policy allows its own style sheets
/// alone, and where the document has a what-if (the first counts) the script for it. It has no lines to wrap: the width is
/// passed over.
[[nodiscard]] std::string html_page(const report::Document& document, std::size_t width = usual_width);

/// A workbook (Office Open XML): a first sheet with what leads, then a sheet for each part of the document and for each longer
/// table. Numbers, shares and dates are such, ids and other texts are never formulas. Cells that follow from others are
/// formulas with their values beside them; figures that a spreadsheet can show as they are, are its own charts. The same
/// document gives the same bytes. Throws base::OutsideError where there is no room for temporary files (JE-X18), and where a
/// sheet would have more rows or columns than a sheet can hold (JE-X19). The width is passed over.
[[nodiscard]] std::string workbook(const report::Document& document, std::size_t width = usual_width);
/// The same with a table that is too long to hold; errors come from any of its functions.
[[nodiscard]] std::unique_ptr<LongTable> long_workbook(report::Document beginning);

/// The first figure of a document as an SVG image that needs nothing beside it: its sentence, its colours, a title, and its
/// numbers as the description. It can be put into a letter or on a page of others. Empty where there is no figure; the width
/// is passed over.
///
///     render::svg(render::figure_alone(report::explain_document(result), "ladder"));
[[nodiscard]] std::string svg(const report::Document& document, std::size_t width = usual_width);
/// The ids of a document's figures, in its order.
[[nodiscard]] std::vector<std::string> figures_of(const report::Document& document);
/// The figure of that id with its numbers, and nothing else.
[[nodiscard]] report::Document figure_alone(const report::Document& document, std::string_view id);

/// One table as CSV (RFC 4180, LF line ends, UTF-8, header row of column keys). A text that a spreadsheet would take for a
/// formula (begins with = + - @, their wide forms, tab or a line end, perhaps after apostrophes) gets an apostrophe in front,
/// so that taking one away from those gives the text again; numbers stay numbers. A character that shows nothing is written
/// <U+200B>, and the first sign of a text "<U+" is written <U+003C>.
[[nodiscard]] std::string csv(const report::Table& table);
[[nodiscard]] std::string csv_header(const std::vector<report::Column>& columns);
/// Appends one row, line end included, to `out`. For streaming; of views, allocates nothing but `out`.
void append_csv_row(std::string& out, std::span<const report::CellView> row);

}  // namespace je::render
