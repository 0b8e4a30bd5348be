// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/syntax.hpp"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <optional>

#include "io/yaml/bytes.hpp"
#include "io/yaml/words.hpp"

namespace je::io {
namespace {

using base::Diagnostic;
namespace words = YAML::ErrorMsg;

std::string_view line_at(const SyntaxError& error) { return base::line_of(error.at.source->text, error.at.line); }

/// Whether yaml-cpp found that one thing does not fit another.
bool of_structure(const SyntaxError& error) {
    return error.words == words::END_OF_MAP || error.words == words::END_OF_SEQ || error.words == words::MAP_VALUE ||
           error.words == words::MAP_KEY || error.words == words::BLOCK_ENTRY || error.words == words::TAB_IN_INDENTATION ||
           error.words == words::END_OF_MAP_FLOW || error.words == words::END_OF_SEQ_FLOW;
}

struct Quote {
    std::size_t begin = 0;
    std::size_t end = 0;  // past the text when it is never closed
};

/// The first quoted text from `from` on that spans several lines or is never closed.
std::optional<Quote> long_quote(std::string_view text, std::size_t from) {
    bool starts_word = true;
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (starts_word && c == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        if (starts_word && (c == '"' || c == '\'')) {
            std::size_t end = at + 1;
            while (end < text.size() && text[end] != c) {
                end += c == '"' && text[end] == '\\' ? 2 : 1;
            }
            if (end >= text.size() || text.substr(at, end - at).find('\n') != std::string_view::npos) return Quote{at, end + 1};
            at = end;
        }
        starts_word = std::string_view{" \t\r\n[{,"}.find(c) != std::string_view::npos;
    }
    return std::nullopt;
}

/// The last line above `line` of `text` that is not blank; empty when there is none.
std::string_view last_line_above(std::string_view text, std::string_view line) {
    if (line.data() == nullptr || line.data() <= text.data()) return {};
    const auto before = text.substr(0, static_cast<std::size_t>(line.data() - text.data()));
    const auto last = before.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) return {};
    const auto begin = before.rfind('\n', last);
    const auto from = begin == std::string_view::npos ? 0 : begin + 1;
    return before.substr(from, last + 1 - from);
}

/// "id:demo" on the last line above that is not blank: YAML takes it for one word.
std::optional<Diagnostic> missing_space(const SyntaxError& error) {
    if (!of_structure(error)) return std::nullopt;
    const std::string_view text = error.at.source->text;
    const auto line = last_line_above(text, line_at(error));
    const auto word = line.find_first_not_of(" -");
    const auto colon = word == std::string_view::npos ? word : line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", word);
    if (colon == std::string_view::npos || colon == word || line[colon] != ':') return std::nullopt;
    if (colon + 1 >= line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t') return std::nullopt;
    auto at = base::position_at(error.at.source, static_cast<std::size_t>(line.data() - text.data()) + word);
    at.length = static_cast<std::uint32_t>(colon - word + 1);
    const auto written = line.substr(word, std::min(line.find_first_of(" \t", word), line.size()) - word);
    return Diagnostic{"JE-Y37", at, fmt::format("'{}' has no space after the colon", shown_text(written)),
                      "'key: value' with a space after the colon",
                      fmt::format("write '{}: '", line.substr(word, colon - word))};
}

std::optional<Diagnostic> tab(const SyntaxError& error) {
    const auto line = line_at(error);
    const auto indent = line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
    const auto found = indent.find('\t');
    if (found == std::string_view::npos) return std::nullopt;
    auto at = error.at;
    at.column = static_cast<std::uint32_t>(found + 1);
    return Diagnostic{
        "JE-Y07", at, "this line is indented with a tab", "lines indented with spaces",
        "replace the tab with spaces: as many as the keys beside it have, two more than the key above that it belongs to"};
}

/// A quote that is never closed, or closed by the quote that should have opened the next text.
std::optional<Diagnostic> quote(const SyntaxError& error) {
    const bool at_end = error.words == words::EOF_IN_SCALAR || error.words == words::DOC_IN_SCALAR;
    if (!at_end && !of_structure(error)) return std::nullopt;
    const auto& source = error.at.source;
    const auto opening = long_quote(source->text, error.reached);
    if (at_end) return unclosed_quote(opening ? base::position_at(source, opening->begin) : error.at);
    for (const Quote& found : {opening.value_or(Quote{}), Quote{error.quote_begin, error.quote_end}}) {
        if (found.end == 0 || base::position_at(source, found.end).line != error.at.line) continue;
        auto diagnostic = unclosed_quote(base::position_at(source, found.begin));
        diagnostic.message =
            fmt::format("the quote that opens here closes only on line {}, where the text goes on", error.at.line);
        return diagnostic;
    }
    return std::nullopt;
}

std::optional<Diagnostic> bracket(const SyntaxError& error) {
    if (error.words == words::FLOW_END) {
        return Diagnostic{"JE-Y25", error.at, "this closing bracket matches none that is open",
                          "']' for the last '[' that is open, '}' for the last '{'",
                          "write the bracket that opens it, or the one that matches; a text with brackets needs quotes"};
    }
    if (!error.open_bracket.known()) return std::nullopt;
    const char opening = base::line_of(error.at.source->text, error.open_bracket.line)[error.open_bracket.column - 1];
    const char closing = opening == '[' ? ']' : '}';
    return Diagnostic{
        "JE-Y09", error.open_bracket,
        fmt::format("the '{}' that opens here is not closed, or what it holds cannot be read (at line {}, column {})", opening,
                    error.at.line, error.at.column),
        fmt::format("values with commas between them, then '{}'", closing),
        fmt::format("close it with '{}', put commas between the values, and quote texts that hold "
                    "brackets, commas, colons, question marks or quotes",
                    closing)};
}

std::optional<Diagnostic> escape(const SyntaxError& error) {
    if (!error.words.starts_with(words::INVALID_ESCAPE) && !error.words.starts_with(words::INVALID_HEX) &&
        !error.words.starts_with(words::INVALID_UNICODE)) {
        return std::nullopt;
    }
    return Diagnostic{"JE-Y22", error.at,
                      fmt::format("the escape before this place is not known ({})", shown_text(error.words)), known_escapes,
                      "write \\\\ for a backslash, or use single quotes, in which a backslash is only a backslash"};
}

std::optional<Diagnostic> reserved(const SyntaxError& error) {
    const auto line = line_at(error);
    if (error.words != words::UNKNOWN_TOKEN || error.at.column > line.size()) return std::nullopt;
    return Diagnostic{"JE-Y23", error.at,
                      fmt::format("a value cannot begin with '{}' unless it is in quotes", line[error.at.column - 1]),
                      "a value that begins with a letter or digit, or one in quotes", "put the value in double quotes"};
}

std::optional<Diagnostic> undefined_alias(const SyntaxError& error) {
    if (error.words != words::UNKNOWN_ANCHOR) return std::nullopt;
    return Diagnostic{"JE-Y14", error.at, "an alias ('*') stands here", "values without anchors and aliases",
                      "write the value itself; a text that begins with '*' needs quotes"};
}

/// "title: Head: north": a colon in a text that is not in quotes.
std::optional<Diagnostic> second_colon(const SyntaxError& error) {
    if (error.words != words::MAP_VALUE) return std::nullopt;
    const auto before = line_at(error).substr(0, error.at.column - 1);
    if (before.find(": ") == std::string_view::npos) return std::nullopt;
    return Diagnostic{"JE-Y20", error.at, "a second colon on this line makes it unclear where the value begins",
                      "one 'key: value' a line",
                      "put the value in double quotes if the colon belongs to it, or begin a new line"};
}

std::optional<Diagnostic> indentation(const SyntaxError& error) {
    if (!of_structure(error)) return std::nullopt;
    auto at = error.at;
    const auto word = line_at(error).find_first_not_of(' ');
    if (error.words == words::MAP_VALUE &&
        word < at.column - 1) {  // yaml-cpp points at the colon; the key is what does not fit
        at.length = static_cast<std::uint32_t>(at.column - 1 - word);
        at.column = static_cast<std::uint32_t>(word + 1);
    }
    return Diagnostic{
        "JE-Y21", at, "this does not fit what stands above it", "keys of one map, and dashes of one list, in one column",
        "look at the indentation of this line and of the one above, and for a quote or bracket above that is not closed"};
}

Diagnostic in_yaml_words(const SyntaxError& error) {
    return {"JE-Y24", error.at, fmt::format("this is not valid YAML: {}", shown_text(error.words)),
            "YAML as docs/files.md describes it",
            "look at this line and the one above: indentation, quotes, brackets, and a space after each colon"};
}

}  // namespace

Diagnostic unclosed_quote(const base::SourcePosition& at) {
    return {"JE-Y08", at, "the quote that opens here is never closed", "a closing quote of the same kind on the same line",
            "close the quote; inside double quotes write \\\" for a quote, inside single quotes write '' for one"};
}

Diagnostic explain_syntax(const SyntaxError& error) {
    for (const auto explain :
         {tab, quote, escape, reserved, undefined_alias, second_colon, bracket, missing_space, indentation}) {
        if (auto found = explain(error)) return *std::move(found);
    }
    return in_yaml_words(error);
}

}  // namespace je::io
