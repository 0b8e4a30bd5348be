// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "je/render/document.hpp"
#include "render/cells.hpp"
#include "render/clean.hpp"

namespace je::render {

namespace {

/// Whether a line that begins so would be read as a heading, a list, a quote or a rule.
bool begins_a_block(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    if (std::string_view{"#+-=:"}.find(text.front()) != std::string_view::npos) {
        return true;
    }
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
}

/// Escapes marks that mean something anywhere in a line.
std::string escaped_inside(std::string_view raw) {
    const std::string text = one_line(raw);
    std::string out;
    for (const char c : text) {
        if (std::string_view{"\\`*_[]<>|~&$"}.find(c) != std::string_view::npos) {
            out.push_back('\\');
        }
        out.push_back(c);
    }
    return out;
}

std::string escaped(std::string_view raw) {
    std::string out = escaped_inside(raw);
    if (begins_a_block(out)) {
        const std::size_t mark = std::min(out.find_first_not_of("0123456789"), out.size() - 1);
        out.insert(mark, 1, '\\');
    }
    return out;
}

class MarkdownLayout {
public:
    explicit MarkdownLayout(std::string& out) : out_{out} {}

    void operator()(const report::Heading& heading) {
        line(std::string(static_cast<std::size_t>(std::clamp(heading.level, 1, 6)), '#') + " " + escaped(heading.text));
    }
    void operator()(const report::Paragraph& paragraph) { line(escaped(paragraph.text)); }
    void operator()(const report::Bullets& bullets) {
        for (const std::string& item : bullets.items) {
            out_ += "- ";
            line(escaped(item));
        }
    }
    void operator()(const report::Caution& caution) {
        out_ += "> **Caution:** ";
        line(escaped(caution.text));
    }
    void operator()(const report::Note& note) {
        out_ += "> **Note:** ";
        line(escaped(note.text));
    }
    void operator()(const report::Facts& facts) {
        for (const auto& [label, value] : facts.rows) {
            out_ += "- **";
            out_ += escaped(label);
            out_ += ":** ";
            line(escaped_inside(value));
        }
    }
    void operator()(const report::Table& table) {
        if (!table.caption.empty()) {
            line(escaped(table.caption));
            line("");
        }
        std::string header = "|";
        std::string rule = "|";
        for (const report::Column& column : table.columns) {
            header += " ";
            header += escaped_inside(shown(column));
            header += " |";
            rule += column.align == report::Align::right ? "---:|" : "---|";
        }
        line(header);
        line(rule);
        for (const auto& row : table.rows) {
            std::string cells = "|";
            for (const report::Cell& cell : row) {
                cells += " ";
                cells += escaped_inside(shown(cell));  // inside a table nothing begins a block
                cells += " |";
            }
            line(cells);
        }
    }

private:
    void line(const std::string& text) {
        out_ += text;
        out_.push_back('\n');
    }

    std::string& out_;
};

}  // namespace

std::string markdown(const report::Document& document) {
    std::string out;
    MarkdownLayout layout{out};
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (i > 0) {
            out.push_back('\n');
        }
        std::visit(layout, document.blocks[i]);
    }
    return out;
}

}  // namespace je::render
