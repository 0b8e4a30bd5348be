// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "io/yaml/bytes.hpp"
#include "io/yaml/parse.hpp"
#include "io/yaml/words.hpp"
#include "study/new_files/parts.hpp"
#include "study/new_files/texts.hpp"

// A scheme like another: the text of its file with another heading. All else stays as it is written, comments included, so that
// no form of the scheme can be lost on the way, whatever forms there are.

namespace je::study {
namespace {

constexpr std::array<std::string_view, 8> heading_keys{"format", "id",    "title",   "edition",
                                                       "status", "owner", "licence", "sources"};

/// What stands at a key of the top level, up to the next key: [begin, end) of the text.
struct KeyPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool heading = false;
};

/// The text of a file as parts. In brackets (`{...}`) parts begin at their keys; else at the lines of their keys.
struct Layout {
    bool in_brackets = false;
    std::size_t indent = 0;  // columns before each key
    std::string_view lead;   // before the first part
    std::vector<KeyPart> parts;
    std::string_view rest;  // after the last part
};

std::string without_returns(std::string_view text) {
    if (text.starts_with(io::byte_order_mark)) text.remove_prefix(io::byte_order_mark.size());
    std::string clean;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') clean += text[i];
    return clean;
}

/// The place after the quoted text that begins at `at`.
std::size_t after_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote; ++at)
        if (quote == '"' && text[at] == '\\') ++at;
    return at + 1;  // '' within single quotes goes on as a quoted text of its own
}

/// The bracket that closes the one at `open`, of a text that is sound.
std::size_t closing_bracket(std::string_view text, std::size_t open) {
    std::size_t depth = 0;
    char before = '\n';  // the last sign that is no blank
    for (std::size_t i = open; i < text.size();) {
        const char c = text[i];
        const bool begins = before == '\n' || std::string_view{"{[,:\"'"}.find(before) != std::string_view::npos;
        if ((c == '"' || c == '\'') && begins) {
            i = after_quoted(text, i);
            before = c;
            continue;
        }
        if (c == '#' && i > 0 && std::string_view{" \t\n"}.find(text[i - 1]) != std::string_view::npos) {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) return i;
        if (c != ' ' && c != '\t' && c != '\n') before = c;
        ++i;
    }
    return text.size();
}

std::vector<std::size_t> line_starts(std::string_view text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n') starts.push_back(i + 1);
    return starts;
}

Layout layout_of(std::string_view text, const io::YamlNode& root) {
    const auto lines = line_starts(text);
    const auto offset = [&](const io::YamlNode& node) { return lines.at(node.line - 1) + node.column - 1; };
    Layout layout{.in_brackets = text[offset(root)] == '{', .lead = {}, .parts = {}, .rest = {}};
    for (const auto entry : io::YamlEntries{root}) {
        const std::size_t at = layout.in_brackets ? offset(entry.key) : lines.at(entry.key.line - 1);
        if (!layout.parts.empty()) layout.parts.back().end = at;
        const bool heading = std::find(heading_keys.begin(), heading_keys.end(), entry.key.text) != heading_keys.end();
        layout.parts.push_back({at, text.size(), heading});
    }
    const std::size_t first = layout.parts.front().begin;
    layout.lead = text.substr(0, first);
    layout.indent = layout.in_brackets ? 0 : text.find_first_not_of(' ', first) - first;
    if (layout.in_brackets) layout.parts.back().end = closing_bracket(text, offset(root));
    layout.rest = text.substr(layout.parts.back().end);
    return layout;
}

/// Calls `use` with each line of `text`, its end included.
template <class Use>
void each_line(std::string_view text, const Use& use) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        use(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
}

/// The comments of what stands before the first key: but for those that name a schema to editors.
std::string comments_in(std::string_view lead) {
    std::string comments;
    each_line(lead, [&](std::string_view line) {
        const auto mark = line.find_first_not_of(" \t{");
        if (mark == std::string_view::npos || line[mark] != '#') return;
        line.remove_prefix(mark);
        if (line.starts_with("# yaml-language-server:") || line.starts_with("# $schema:")) return;
        comments.append(line);
    });
    return comments;
}

/// The comments and empty lines at the end of a part, which are about what comes next: set in no further than its key.
std::string_view tail_of(std::string_view part, std::size_t indent) {
    std::size_t begin = 0;
    std::size_t at = 0;
    each_line(part, [&](std::string_view line) {
        const auto mark = line.find_first_not_of(" \t\n");
        const bool is_tail = mark == std::string_view::npos || (line[mark] == '#' && mark <= indent);
        at += line.size();
        if (!is_tail) begin = at;
    });
    return part.substr(begin);
}

/// What follows the heading, as it is written.
std::string body_of(std::string_view text, const Layout& layout) {
    std::string body;
    for (const KeyPart& part : layout.parts) {
        const auto written = text.substr(part.begin, part.end - part.begin);
        if (!part.heading)
            body.append(written);
        else if (!layout.in_brackets)
            body.append(tail_of(written, layout.indent));
    }
    return body.substr(std::min(body.find_first_not_of('\n'), body.size()));
}

/// The keys of the heading, each with a comment.
class Heading {
public:
    Heading(bool in_brackets, std::size_t indent) : comma_{in_brackets ? "," : ""}, margin_(indent, ' ') {}

    void add(std::string_view key, std::string_view value, std::string_view told = {}) {
        line(fmt::format("{}: {}{}", key, io::yaml_scalar(value), comma_), told);
    }
    void add_sources(const std::vector<std::string>& ids) {
        if (ids.empty()) return line("# sources: in a list, each as {id: handbook, title: Title of the source}", {});
        const bool in_brackets = !comma_.empty();
        line(in_brackets ? "sources: [" : "sources:", "where the figures come from; what follows refers to them by these ids");
        for (const auto& id : ids)
            line(fmt::format("  {}{{id: {}, title: Title of the source}}{}", in_brackets ? "" : "- ", io::yaml_scalar(id),
                             comma_),
                 {});
        if (in_brackets) line("],", {});
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void line(const std::string& what, std::string_view told) {
        text_ += margin_;
        text_ += told.empty() ? what : fmt::format("{:<32} # {}", what, told);
        text_ += '\n';
    }

    std::string comma_;
    std::string margin_;
    std::string text_;
};

std::string heading_text(const Layout& layout, const SchemeToFollow& like, std::string_view id) {
    Heading heading{layout.in_brackets, layout.indent};
    heading.add("format", "je-scheme/1");
    heading.add("id", id, fmt::format("a code; jobs name the scheme by it. Call the file {}.yaml", id));
    heading.add("title", "Title of the scheme");
    heading.add("edition", "1", "change it whenever a figure changes");
    heading.add("status", "illustrative",
                "published | local | unverified | illustrative; the last two put a caution on every report");
    heading.add("owner", "Who owns the scheme");
    heading.add("licence", "On what terms the figures may be used");
    heading.add_sources(like.source_ids);
    return heading.text();
}

std::string what_it_is_like(const SchemeToFollow& like) {
    auto text = comment(fmt::format("A scheme to fill in, made like {}, edition {}, whose file has the SHA-256 {}.",
                                    like.info.id, like.info.edition, like.info.sha256),
                        0);
    if (like.info.replaces_shipped) text += comment("CAUTION: " + report::replacement_in_words(like.info), 0);
    text += "#\n";
    text += comment(
        "The heading is to be filled in: id, title, owner, licence and sources are placeholders. What follows the heading is "
        "that scheme's own - factors, levels, figures, rules, wordings and comments - and is to be changed into what yours "
        "says. Keep wording only where its owner allows it.",
        0);
    return text + "#\n#   je check FILE           proves it\n#   je check --show FILE    prints every figure\n";
}

}  // namespace

std::string new_scheme_like_text(const SchemeToFollow& like, std::string_view id) {
    auto source = std::make_shared<base::SourceText>(base::SourceText{"like", without_returns(like.text)});
    const base::SourceTextPtr kept = source;
    base::Diagnostics none;
    const auto tree = io::parse_yaml(kept, like.limits, none);
    const std::string_view text = kept->text;
    const auto layout = layout_of(text, tree.value().root());
    auto made = what_it_is_like(like) + (layout.in_brackets ? "{\n" : "") + heading_text(layout, like, id);
    made += fmt::format("\n# ----- From here on as {} has it -----\n", like.info.id);
    made.append(comments_in(layout.lead)).append("\n").append(body_of(text, layout)).append(layout.rest);
    if (!made.ends_with('\n')) made += '\n';
    return made;
}

}  // namespace je::study
