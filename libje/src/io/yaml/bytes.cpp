// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "je/base/text.hpp"
#include "je/io/file.hpp"

namespace je::io {
namespace {

using base::Diagnostic;
using base::Diagnostics;
using base::SourceTextPtr;

bool report_encoding(const SourceTextPtr& text, Diagnostics& diagnostics) {
    const auto encoding = foreign_encoding(text->text);
    if (!encoding.empty()) {
        diagnostics.error({"JE-Y02", base::position_at(text, 0), fmt::format("the file is {}, not UTF-8", encoding), "UTF-8",
                           fix_of_foreign(encoding)});
        return true;
    }
    const auto bad = base::first_invalid_utf8(text->text);
    if (!bad) return false;
    diagnostics.error({"JE-Y01", base::position_at(text, *bad),
                       fmt::format("byte 0x{:02X} is not valid UTF-8 here", base::byte_at(text->text, *bad)), "UTF-8",
                       "save the file as UTF-8; if all of it is Windows-1252, give --encoding windows-1252"});
    return true;
}

/// A control character other than tab and line ends (C0, DEL and C1).
bool is_control_at(std::string_view text, std::size_t at) {
    const unsigned c = base::byte_at(text, at);
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    if (c == 0x7F) return true;
    return c == 0xC2 && at + 1 < text.size() && base::byte_at(text, at + 1) < 0xA0;
}

/// The name of the control character at `at`.
std::string control_name(std::string_view text, std::size_t at) {
    const unsigned first = base::byte_at(text, at);
    return fmt::format("U+{:04X}", first == 0xC2 ? base::byte_at(text, at + 1) : first);
}

bool report_control(const SourceTextPtr& text, Diagnostics& diagnostics) {
    const auto found = first_control(text->text);
    if (!found) return false;
    diagnostics.error({"JE-Y03", base::position_at(text, *found),
                       fmt::format("the control character {} stands here", control_name(text->text, *found)),
                       "text without control characters other than tab and line ends",
                       "delete the character; it is invisible in most editors, so retype the word it is in"});
    return true;
}

bool report_lone_return(const SourceTextPtr& text, Diagnostics& diagnostics) {
    const std::string& all = text->text;
    for (std::size_t at = all.find('\r'); at != std::string::npos; at = all.find('\r', at + 1)) {
        if (at + 1 < all.size() && all[at + 1] == '\n') continue;
        diagnostics.error({"JE-Y04", base::position_at(text, at), "a carriage return stands here without a line feed",
                           "lines that end in a line feed, or in a carriage return and a line feed",
                           "save the file with Unix (LF) or Windows (CRLF) line ends"});
        return true;
    }
    return false;
}

/// Where the first line begins that is neither blank nor a comment.
std::size_t first_content(std::string_view text, std::size_t from) {
    while (from < text.size()) {
        const auto word = text.find_first_not_of(" \t\r\n", from);
        if (word == std::string_view::npos || text[word] != '#') return word;
        from = std::min(text.find('\n', word), text.size());
    }
    return std::string_view::npos;
}

bool report_start(const SourceTextPtr& text, std::size_t mark, Diagnostics& diagnostics) {
    const std::string& all = text->text;
    const auto start = first_content(all, mark);
    if (start == std::string_view::npos) {
        diagnostics.error({"JE-Y05", base::position_at(text, 0), "the file is empty", "a file that begins with 'format:'",
                           "write the file, or start from 'je new'"});
        return true;
    }
    if (all.compare(start, byte_order_mark.size(), byte_order_mark) == 0) {
        diagnostics.error({"JE-Y03", base::position_at(text, start), "a byte order mark (U+FEFF) stands here",
                           "at most one, as the first character of the file",
                           "delete the character; it is invisible in most editors, so retype the line"});
        return true;
    }
    if (all[start] != '%') return false;
    diagnostics.error(directive(base::position_at(text, start)));
    return true;
}

}  // namespace

std::optional<std::size_t> first_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const unsigned c = base::byte_at(text, at);
        if (c >= 0x20 && c < 0x7F) continue;
        if (is_control_at(text, at)) return at;
    }
    return std::nullopt;
}

bool report_misleading(const SourceTextPtr& text, Diagnostics& diagnostics) {
    LineFinder lines;
    auto found = base::first_misleading(text->text);
    if (!found) return false;
    for (; found; found = base::first_misleading(text->text, found->at + found->bytes)) {
        if (diagnostics.only_counts_error()) continue;
        const auto place = lines.find(text->text, found->at);
        diagnostics.error({"JE-K02",
                           {text, place.line, place.column, static_cast<std::uint32_t>(found->bytes)},
                           fmt::format("{} stands here", base::character_name(found->code)),
                           "text that reads as it is stored, comments too: no line separators and no characters that turn "
                           "the direction of writing",
                           "delete the character, which most editors do not show; a text that needs it can have it as an "
                           "escape in double quotes, as in \"\\u200F\""});
    }
    return true;
}

LineFinder::Place LineFinder::find(std::string_view text, std::size_t offset) {
    while (at_ > offset) {  // a little way back: not from the beginning of the text again
        if (text[--at_] != '\n') continue;
        --line_;
        const auto before = at_ == 0 ? std::string_view::npos : text.rfind('\n', at_ - 1);
        line_start_ = before == std::string_view::npos ? 0 : before + 1;
    }
    for (; at_ < std::min(offset, text.size()); ++at_) {
        if (text[at_] != '\n') continue;
        ++line_;
        line_start_ = at_ + 1;
    }
    return {line_, static_cast<std::uint32_t>(at_ - line_start_ + 1)};
}

base::Diagnostic directive(const base::SourcePosition& at) {
    return {"JE-Y12", at, "a YAML directive ('%') stands here", "a file that begins with 'format:'",
            "indent the line if it belongs to a text; otherwise take it out: a file of je needs no directive"};
}

std::optional<std::size_t> check_bytes(const SourceTextPtr& text, Diagnostics& diagnostics) {
    const std::size_t mark = std::string_view{text->text}.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    const bool reported = report_encoding(text, diagnostics) || report_control(text, diagnostics) ||
                          report_misleading(text, diagnostics) || report_lone_return(text, diagnostics) ||
                          report_start(text, mark, diagnostics);
    if (reported) return std::nullopt;
    return mark;
}

}  // namespace je::io
