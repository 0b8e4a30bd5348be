// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "je/base/text.hpp"
#include "pages.hpp"

namespace je::tool {

namespace {

constexpr std::size_t page_width = 80;

/// Whether a link's text begins at `at`: a bracket whose partner is followed by a parenthesis.
bool begins_link(std::string_view text, std::size_t at) {
    const std::size_t end = text.find(']', at);
    return end != std::string_view::npos && end + 1 < text.size() && text[end + 1] == '(';
}

/// The text that Markdown marks up: emphasis marks, code ticks and escapes taken away; `[text](target)` becomes its text.
std::string without_marks(std::string_view text) {
    std::string out;
    bool code = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '`') {
            code = !code;
        } else if (!code && c == '\\' && i + 1 < text.size()) {
            out.push_back(text[++i]);
        } else if (!code && c == ']' && i + 1 < text.size() && text[i + 1] == '(') {
            i = std::min(text.find(')', i), text.size() - 1);
        } else if (code || (c != '*' && (c != '[' || !begins_link(text, i)))) {
            out.push_back(c);
        }
    }
    return out;
}

/// Turns the pages' subset of Markdown into plain text, line by line: headings, paragraphs, lists (also within lists),
/// definitions
/// (": " below what they define), and code that is fenced or indented by four.
class PageText {
public:
    std::string run(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            line(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        flush();
        return out_;
    }

private:
    void line(std::string_view raw) {
        const std::size_t indent = std::min(raw.find_first_not_of(' '), raw.size());
        const std::string_view rest = raw.substr(indent);
        if (rest.substr(0, 3) == "```") {
            flush();
            fenced_ = !fenced_;
        } else if (fenced_) {
            code(raw);
        } else if (rest.empty()) {
            flush();
            gap_ = true;
        } else if (rest.substr(0, 2) == "# " || rest.substr(0, 3) == "## ") {
            heading(rest);
        } else if (const std::size_t mark = mark_length(rest); mark > 0) {
            bullet(rest.substr(0, mark), rest.substr(mark), indent);
        } else if (indent >= 4 && gathered_.empty()) {
            code(raw.substr(4));
        } else {
            gathered_.append(gathered_.empty() ? "" : " ").append(rest);
        }
    }

    /// How long the mark is that begins a list's item ("- ", "12. ") or a definition (": "); zero for other lines.
    static std::size_t mark_length(std::string_view text) {
        if (text.substr(0, 2) == "- " || text.substr(0, 2) == ": ") return 2;
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        return digits > 0 && digits <= 2 && text.substr(digits, 2) == ". " ? digits + 2 : 0;
    }

    void heading(std::string_view raw) {
        flush();
        out_ += out_.empty() ? "" : "\n";
        out_ += raw[1] == ' ' ? "" : "  ";
        out_ += without_marks(raw.substr(raw.find(' ') + 1));
        out_ += "\n";
        gap_ = false;
    }

    /// "- `--option VALUE`: what it does" puts the option on a line of its own.
    void bullet(std::string_view mark, std::string_view rest, std::size_t indent) {
        flush();
        const std::string margin(4 + indent, ' ');
        const std::size_t colon = rest.find("`: ");
        const bool names = mark == "- " && rest.substr(0, 1) == "`" && colon != std::string_view::npos;
        if (names) {
            put(margin + without_marks(rest.substr(0, colon + 1)));
            rest.remove_prefix(colon + 3);
        }
        gathered_ = rest;
        others_ = margin + std::string(names || mark == ": " ? 4 : mark.size(), ' ');
        first_ = names || mark == ": " ? others_ : margin + std::string{mark};
    }

    void code(std::string_view raw) {
        flush();
        put(raw.empty() ? std::string{} : fmt::format("        {}", raw));
    }

    void flush() {
        if (gathered_.empty()) return;
        const auto lines = base::wrap(without_marks(gathered_), page_width - others_.size());
        for (std::size_t i = 0; i < lines.size(); ++i) put((i == 0 ? first_ : others_) + lines[i]);
        gathered_.clear();
        first_ = others_ = std::string(4, ' ');
    }

    void put(const std::string& text) {
        if (gap_) out_ += "\n";
        gap_ = false;
        out_ += text + "\n";
    }

    std::string out_;
    std::string gathered_;
    std::string first_ = std::string(4, ' ');
    std::string others_ = std::string(4, ' ');
    bool fenced_ = false;
    bool gap_ = false;
};

}  // namespace

std::string_view page_as_markdown(std::string_view name) {
    const auto found = std::find_if(pages().begin(), pages().end(), [&](const Page& page) { return page.name == name; });
    if (found == pages().end()) throw std::logic_error{fmt::format("no page {}", name)};
    return found->text;
}

std::string page_as_text(std::string_view markdown) { return PageText{}.run(markdown); }

}  // namespace je::tool
