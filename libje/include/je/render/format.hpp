// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/document.hpp"

namespace je::render {

/// The ways to write a result.
enum class Format { text, markdown, csv, json, html };

/// What a format writes of a result: the document that people read, its table, or all of its values.
enum class Part { document, table, values };

/// How results are written in a format. A new format is an enumerator and what `how` says of it; nothing else names formats.
///
///     const auto& how = render::how(*render::format_named("markdown"));
///     how.document(report::panel_document(result), render::usual_width);
struct HowWritten {
    Format format = Format::text;
    std::string_view name{};        // as --format has it
    std::string_view ending{};      // of a file: ".md"
    std::string_view media_type{};  // RFC 6838
    Part part = Part::document;
    // Of Part::document. The width is in columns, of lines that are wrapped: a format that has no lines takes no notice.
    std::string (*document)(const report::Document&, std::size_t width) = nullptr;
    // Of Part::table: the line of headings, and a row added to what is written so far. Rows come one by one.
    std::string (*headings)(const std::vector<report::Column>&) = nullptr;
    void (*append_row)(std::string&, std::span<const report::CellView>) = nullptr;
};

/// All formats, in the order in which they are named to users.
[[nodiscard]] std::span<const HowWritten> formats();
[[nodiscard]] const HowWritten& how(Format format);
/// By the name that --format gives; nothing when there is none of that name.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
/// By the ending of a file's name, its point included; nothing when no format has it.
[[nodiscard]] std::optional<Format> format_of_ending(std::string_view ending);

/// Adds one row to `out` in a format of Part::table.
void append_row(std::string& out, const HowWritten& how, const std::vector<report::Cell>& row);
/// A table in a format of Part::table, headings and all rows.
[[nodiscard]] std::string table(const HowWritten& how, const report::Table& table);

}  // namespace je::render
