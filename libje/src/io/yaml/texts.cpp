// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cctype>
#include <functional>

#include "io/yaml/odd.hpp"
#include "io/yaml/values.hpp"
#include "io/yaml/words.hpp"
#include "je/base/text.hpp"

// Texts, and what they may say less, or more, than their writer thinks.

namespace je::io {
namespace {

/// Whether nothing but blanks stands before `at` on its line.
bool is_line_of_its_own(std::string_view text, std::size_t at) {
    const auto before = text.find_last_not_of(" \t", at - 1);
    return before == std::string_view::npos || text[before] == '\n';
}

/// The rest of the line is a comment that may well be more of the text: set off by one blank, or with a word right after it.
bool may_be_text(const YamlContext& context, const YamlNode& node, std::string_view comment) {
    if (comment.size() < 2) return false;
    if (is_line_of_its_own(context.source_of(node)->text, node.comment)) return comment[1] != '#';
    const bool aside = context.source_of(node)->text[node.comment - 1] != ' ' || context.source->text[node.comment - 2] == ' ';
    return comment[1] != '#' && (!aside || comment[1] != ' ');
}

/// A key of ours with another key or a brace right before it, as whole lines have it: "skills: level: 4". Empty when there is
/// none.
std::string_view swallowed_key(std::string_view text) {
    for (std::size_t colon = text.find(": "); colon != std::string_view::npos; colon = text.find(": ", colon + 1)) {
        std::size_t begin = colon;
        while (begin > 0 && ((text[begin - 1] >= 'a' && text[begin - 1] <= 'z') || text[begin - 1] == '_')) --begin;
        const std::string_view before = text.substr(0, begin);
        const std::string_view word = text.substr(begin, colon - begin);
        if ((before.ends_with(": ") || before.ends_with("{")) && is_known_key(word)) return word;
    }
    return {};
}

/// Quotes that close lines after they should have: the keys between are part of the text, and nothing else tells.
void warn_of_swallowed_keys(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (node.plain || node.text.find('\n') != std::string_view::npos) return;
    const auto swallowed = swallowed_key(node.text);
    if (swallowed.empty()) return;
    context.warning(
        "JE-Y71", node, fmt::format("the text of '{}' holds '{}:' as a key would stand in the file", key, swallowed),
        "quotes that close where the text ends",
        "look for the end of this text: if the lines after its first are keys of their own, close the quote before them");
}

/// Whether `node` says what stands in the file, sign by sign: nothing in it is an escape.
bool is_as_written(const YamlContext& context, const YamlNode& node) {
    const std::string_view file = context.source_of(node)->text;
    const auto from = std::less_equal<>{}(file.data(), node.text.data());
    return node.plain || (from && std::less<>{}(node.text.data(), file.data() + file.size()));
}

/// "C:\temp" in double quotes: a path in which a backslash and a letter stand for a tab or a new line. As it was written; empty
/// when `text` is none.
std::string path_with_escapes(std::string_view text) {
    const auto sign = text.find_first_of("\t\n\r");
    if (sign == std::string_view::npos || sign == 0) return {};
    const bool drive = sign >= 2 && text[sign - 1] == ':' && std::isalpha(static_cast<unsigned char>(text[sign - 2])) != 0 &&
                       (sign == 2 || std::string_view{" (\n"}.find(text[sign - 3]) != std::string_view::npos);
    if (!drive && !text.starts_with('\\')) return {};
    std::string written = text.starts_with('\\') ? "\\" : "";  // of a server's name, which begins with two
    for (const char c : text) {
        const auto escape = std::string_view{"\t\n\r"}.find(c);
        if (escape == std::string_view::npos)
            written += c;
        else
            written += {'\\', "tnr"[escape]};
    }
    return written;
}

void warn_of_path(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (node.plain || is_as_written(context, node)) return;
    const auto written = path_with_escapes(node.text);
    if (written.empty()) return;
    context.warning(
        "JE-Y74", node,
        fmt::format(
            "the text of '{}' looks like a path, and a backslash in it makes a tab or a new line of the letter after it", key),
        "a path in single quotes, in which a backslash is only a backslash",
        single_quote_fix(key, written).value_or("put the text in single quotes ('), and write '' for each apostrophe in it"));
}

/// What a bare text says less, or more, than its writer may think: a comment ends it; curly quotes are part of it.
void warn_of_lost_text(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!node.plain) return;
    const auto comment = context.comment_of(node);
    if (may_be_text(context, node, comment)) {
        context.warning("JE-Y65", node,
                        fmt::format("'{}' ends before ' #', where a comment begins; not read: '{}'", key, shown_text(comment)),
                        "quotes around a text with ' #' in it, or two spaces before a comment and one after the '#'",
                        quote_fix(key, fmt::format("{} {}", node.text, comment)));
    }
    if (!is_curly_quoted(node.text)) return;
    context.warning("JE-Y70", node, fmt::format("the curly quotes around '{}' are part of the text", key),
                    "straight quotes (\" or ') around a text, or none", quote_fix(key, within_curly(node.text)));
}

bool is_name_key(std::string_view key) {
    return key == "title" || key == "name" || key == "short" || key == "organisation" || key == "post";
}

/// A name that holds what nobody sees is another name than the one it looks like.
void warn_of_hidden(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_name_key(key) || !is_as_written(context, node) || node.text.find("<U+") != std::string_view::npos) return;
    const std::string shown = base::with_hidden_shown(node.text);
    const auto mark = shown.find("<U+");
    if (mark == std::string::npos) return;
    const auto odd = odd_at(node.text, mark);
    const auto code = shown.substr(mark + 1, shown.find('>', mark) - mark - 1);
    context.warning(
        "JE-Y66", node,
        fmt::format("'{}' has {} in it", key, odd.name.empty() ? code + ", which shows nothing" : std::string{odd.name}),
        "characters that can be seen",
        "retype it without that character; where it belongs there, write it as an escape in double quotes");
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

std::optional<YamlText> read_text(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_single(context, node, key)) return std::nullopt;
    warn_of_lost_text(context, node, key);
    warn_of_swallowed_keys(context, node, key);
    warn_of_path(context, node, key);
    warn_of_hidden(context, node, key);
    return context.text_of(node);
}

std::optional<YamlText> read_filled_text(const YamlContext& context, const YamlNode& node, std::string_view key) {
    if (!is_single(context, node, key)) return std::nullopt;
    warn_of_lost_text(context, node, key);
    warn_of_swallowed_keys(context, node, key);
    warn_of_path(context, node, key);
    const auto unseen = first_unseen(node.text);
    const bool nothing = is_blank(node.text) || (unseen.kind != OddCharacter::none && is_blank(without_odd(node.text)));
    if (!nothing) warn_of_hidden(context, node, key);
    if (!nothing) return context.text_of(node);
    context.error("JE-Y43", node,
                  unseen.kind == OddCharacter::none
                      ? fmt::format("'{}' is empty", key)
                      : fmt::format("'{}' holds nothing that can be seen, only {}", key, unseen.name),
                  "a text", "write what it should say");
    return std::nullopt;
}

}  // namespace je::io
