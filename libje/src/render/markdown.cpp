// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "base/gaps.hpp"
#include "je/base/language.hpp"
#include "je/render/format.hpp"
#include "render/clean.hpp"
#include "render/values.hpp"

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

    void add(const report::Section& section) {
        if (!section.title.empty()) {
            add_gap();
            line(std::string(static_cast<std::size_t>(std::clamp(section.level, 1, 6)), '#') + " " +
                 escaped(shown(section.title)));
        }
        for (const report::Block& block : section.blocks) {
            if (!report::has_words(block)) continue;
            add_gap();
            std::visit(*this, block);
        }
    }

    void operator()(const report::Paragraph& paragraph) { line(escaped(shown(paragraph.text))); }
    void operator()(const report::Bullets& bullets) {
        for (const report::Text& item : bullets.items) {
            out_ += "- ";
            line(escaped(shown(item)));
        }
    }
    void operator()(const report::Caution& caution) {
        out_ += base::filled("> **{}** ", {base::translated("Caution:")});
        line(escaped(shown(caution.text)));
    }
    void operator()(const report::Note& note) {
        out_ += base::filled("> **{}** ", {base::translated("Note:")});
        line(escaped(shown(note.text)));
    }
    void operator()(const report::Facts& facts) {
        for (const auto& [label, value] : facts.rows) {
            out_ += "- **";
            out_ += escaped(shown(label));
            out_ += ":** ";
            line(escaped_inside(shown(value)));
        }
    }
    void operator()(const report::Table& table) {
        if (!table.caption.empty()) {
            line(escaped(shown(table.caption)));
            line("");
        }
        std::string header = "|";
        std::string rule = "|";
        for (const report::Column& column : table.columns) {
            header += " ";
            header += escaped_inside(shown(column));
            header += " |";
            rule += is_number(column.role) ? "---:|" : "---|";
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

    void operator()(const report::Figure&) {}
    void operator()(const report::WhatIf&) {}

private:
    void add_gap() {
        if (!out_.empty()) out_.push_back('\n');
    }
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
    for (const report::Section& section : document.sections()) layout.add(section);
    return out;
}

}  // namespace je::render
