// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "je/base/text.hpp"
#include "je/io/seal.hpp"

namespace je::io {

namespace {

constexpr std::size_t looked_at = 4096;  // where the first keys of a file stand
constexpr std::size_t longest_word = 64;

/// `text` without the spaces around it, a comment after it, and one pair of quotes.
std::string_view bare(std::string_view text) {
    if (const auto comment = text.find(" #"); comment != std::string_view::npos) text = text.substr(0, comment);
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
        text = text.substr(1, text.size() - 2);
    }
    return text;
}

/// The value of a key that begins a line; empty when there is none.
std::string_view value_of(std::string_view text, std::string_view key) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with(key) && line.substr(key.size()).starts_with(':')) return bare(line.substr(key.size() + 1));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return {};
}

/// The value of `format` in a text in braces, JSON or YAML: `{"format":"je-score/1"`, `{format: je-job/1`.
std::string_view format_in_braces(std::string_view text) {
    const auto key = text.find_first_not_of("{ \t\r\n\"");
    constexpr std::string_view format = "format";
    if (key == std::string_view::npos || text.substr(key, format.size()) != format) return {};
    text.remove_prefix(key + format.size());
    const auto value = text.find_first_not_of("\": \t\r\n");
    if (value == std::string_view::npos) return {};
    text.remove_prefix(value);
    return bare(text.substr(0, text.find_first_of("\",} \r\n")));
}

/// "panel" of "je-panel/1"; empty for what is no format.
std::string kind_of(std::string_view format) {
    const auto slash = format.find('/');
    if (slash == std::string_view::npos || slash + 1 == format.size() || format.size() > longest_word) return {};
    if (format.find_first_not_of("0123456789", slash + 1) != std::string_view::npos) return {};
    std::string_view kind = format.substr(0, slash);
    if (kind.starts_with("je-")) kind.remove_prefix(3);
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return kind.find_first_not_of(letters) == std::string_view::npos ? std::string{kind} : std::string{};
}

void report_not_utf8(const base::SourcePosition& at, std::string what, base::Diagnostics& diagnostics) {
    diagnostics.error(
        {.id = "JE-L14",
         .at = at,
         .message = std::move(what),
         .expected = "UTF-8: the log holds the whole file as text",
         .fix = "seal the same content saved as UTF-8; for a file of another kind, seal a text that states its SHA-256"});
}

}  // namespace

bool can_be_sealed(const base::SourceTextPtr& file, base::Diagnostics& diagnostics) {
    const auto wrong = base::first_invalid_utf8(file->text);
    if (wrong) {
        report_not_utf8(base::position_at(file, *wrong),
                        fmt::format("byte 0x{:02X} is not valid UTF-8 here, so '{}' cannot be sealed",
                                    static_cast<unsigned char>(file->text[*wrong]), file->name),
                        diagnostics);
    } else if (base::first_invalid_utf8(file->name)) {
        report_not_utf8({}, fmt::format("the name '{}' is not UTF-8, so the file cannot be sealed", file->name), diagnostics);
        return false;
    }
    return !wrong;
}

SealRecord record_of(std::string name, std::string text, std::optional<base::Date> date) {
    std::string_view look = std::string_view{text}.substr(0, looked_at);
    if (look.starts_with("\xEF\xBB\xBF")) look.remove_prefix(3);
    const bool braces = look.substr(std::min(look.find_first_not_of(" \t\r\n"), look.size())).starts_with('{');
    SealRecord record;
    record.kind = kind_of(braces ? format_in_braces(look) : value_of(look, "format"));
    if (record.kind.empty()) {
        record.kind = "document";
    } else if (!braces) {
        const std::string_view id = value_of(look, "id");
        if (id.size() <= longest_word && !base::first_invalid_utf8(id)) record.id = id;
    }
    record.name = std::move(name);
    record.text = std::move(text);
    record.date = date;
    return record;
}

}  // namespace je::io
