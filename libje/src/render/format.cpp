// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/format.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>
#include <variant>

#include "je/base/language.hpp"
#include "je/base/text.hpp"
#include "render/values.hpp"
#include "report/sections.hpp"

namespace je::render {
namespace {

std::string markdown_of_any_width(const report::Document& document, std::size_t) { return markdown(document); }

/// A format that is left out here does not compile.
HowWritten row_of(Format format) {
    switch (format) {
        case Format::text:
            return {.format = format, .name = "text", .ending = ".txt", .media_type = "text/plain", .document = text};
        case Format::markdown:
            return {.format = format,
                    .name = "markdown",
                    .ending = ".md",
                    .media_type = "text/markdown",
                    .document = markdown_of_any_width};
        case Format::csv:
            return {.format = format,
                    .name = "csv",
                    .ending = ".csv",
                    .media_type = "text/csv",
                    .part = Part::table,
                    .headings = csv_header,
                    .append_row = append_csv_row};
        case Format::json:
            return {
                .format = format, .name = "json", .ending = ".json", .media_type = "application/json", .part = Part::values};
        case Format::html:
            return {.format = format,
                    .name = "html",
                    .ending = ".html",
                    .media_type = "text/html",
                    .most_jobs = 5'000,
                    .room = 8'000'000,
                    .document = html_page};
        case Format::xlsx:
            return {.format = format,
                    .name = "xlsx",
                    .ending = ".xlsx",
                    .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    .is_binary = true,
                    .document = workbook,
                    .long_table = long_workbook};
        case Format::svg:
            return {.format = format,
                    .name = "svg",
                    .ending = ".svg",
                    .media_type = "image/svg+xml",
                    .part = Part::figure,
                    .document = svg};
    }
    throw std::logic_error{"a format that is none"};
}

/// Numbers stay numbers; what is no number is as people read it, and kept in `words`.
report::CellView view_of(const report::Cell& cell, std::vector<std::string>& words) {
    if (const report::Content* value = cell.content()) {
        if (const auto* text = std::get_if<std::string>(value)) return std::string_view{*text};
        if (const auto* name = std::get_if<report::Name>(value)) return std::string_view{name->full};
        if (const auto* number = std::get_if<std::int64_t>(value)) return *number;
        if (const auto* truth = std::get_if<bool>(value)) return *truth;
        if (const auto* points = std::get_if<report::Points>(value)) return points->amount;
        if (const auto* money = std::get_if<report::Money>(value)) return money->amount;
        if (const auto* number = std::get_if<report::Estimate>(value)) return number->value;
        if (const auto* share = std::get_if<report::Share>(value)) return share->part;
    }
    words.push_back(shown(cell));
    if (words.back().empty()) return {};
    return std::string_view{words.back()};
}

}  // namespace

std::span<const HowWritten> formats() {
    static const std::array all{row_of(Format::text), row_of(Format::markdown), row_of(Format::csv), row_of(Format::json),
                                row_of(Format::html), row_of(Format::xlsx),     row_of(Format::svg)};
    return all;
}

const HowWritten& how(Format format) { return formats()[static_cast<std::size_t>(format)]; }

std::optional<Format> format_named(std::string_view name) {
    const auto all = formats();
    const auto found = std::find_if(all.begin(), all.end(), [&](const HowWritten& one) { return one.name == name; });
    return found == all.end() ? std::nullopt : std::optional{found->format};
}

std::optional<Format> format_of_ending(std::string_view ending) {
    const auto all = formats();
    const std::string small = base::in_small_letters(ending);
    const auto found = std::find_if(all.begin(), all.end(), [&](const HowWritten& one) { return one.ending == small; });
    return found == all.end() ? std::nullopt : std::optional{found->format};
}

namespace {

void add_caution_of_language(report::Document& document) {
    const std::string_view caution = base::info(base::language_now()).caution;
    if (!caution.empty()) document.add_to_head(report::Caution{std::string{caution}});
}

}  // namespace

std::string document(const HowWritten& how, report::Document document, std::size_t width) {
    add_caution_of_language(document);
    return how.document(how.room > 0 ? report::fitted(std::move(document), how.room) : std::move(document), width);
}

std::unique_ptr<LongTable> long_table(const HowWritten& how, report::Document beginning) {
    add_caution_of_language(beginning);
    return how.long_table(std::move(beginning));
}

void append_row(std::string& out, const HowWritten& how, const std::vector<report::Cell>& row) {
    std::vector<std::string> words;  // that cells do not hold themselves
    words.reserve(row.size());
    std::vector<report::CellView> views;
    views.reserve(row.size());
    for (const report::Cell& cell : row) views.push_back(view_of(cell, words));
    how.append_row(out, views);
}

std::string table(const HowWritten& how, const report::Table& table) {
    std::string out = how.headings(table.columns);
    for (const auto& row : table.rows) append_row(out, how, row);
    return out;
}

}  // namespace je::render
