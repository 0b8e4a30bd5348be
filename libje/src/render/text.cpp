// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "je/base/characters.hpp"
#include "je/base/text.hpp"
#include "je/render/document.hpp"
#include "render/cells.hpp"
#include "render/clean.hpp"

namespace je::render {

namespace {

/// Lays out one block after another as plain text.
class TextLayout {
public:
    TextLayout(std::string& out, std::size_t width) : out_{out}, width_{width} {}

    void operator()(const report::Heading& heading) {
        const std::string text = one_line(heading.text);
        line(base::isolated(text));
        if (heading.level < 3) {
            line(std::string(base::display_width(text), heading.level == 1 ? '=' : '-'));
        }
    }
    void operator()(const report::Paragraph& paragraph) { wrapped("", "", paragraph.text); }
    void operator()(const report::Bullets& bullets) {
        for (const std::string& item : bullets.items) {
            wrapped("- ", "  ", item);
        }
    }
    void operator()(const report::Caution& caution) { wrapped("CAUTION: ", "         ", caution.text); }
    void operator()(const report::Note& note) { wrapped("Note: ", "      ", note.text); }
    void operator()(const report::Facts& facts) {
        std::size_t widest = 0;
        for (const auto& [label, value] : facts.rows) {
            widest = std::max(widest, base::display_width(one_line(label)));
        }
        for (const auto& [label, value] : facts.rows) {
            const std::string name = one_line(label) + ":";
            wrapped(base::isolated(name) + std::string(widest + 3 - base::display_width(name), ' '), std::string(widest + 3, ' '), value);
        }
    }
    void operator()(const report::Table& table) {
        if (!table.caption.empty()) {
            wrapped("", "", table.caption);
        }
        rows(text_grid(table), table.columns);
    }

private:
    void line(std::string text) {
        text.erase(text.find_last_not_of(' ') + 1);
        out_ += text;
        out_.push_back('\n');
    }

    void wrapped(const std::string& first, const std::string& others, const std::string& text) {
        const std::size_t indent = base::display_width(first);
        const auto lines = base::wrap(one_line(text), width_ > indent + 20 ? width_ - indent : 20);
        if (lines.empty()) {
            line(first);
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            line((i == 0 ? first : others) + base::isolated(lines[i]));
        }
    }

    void rows(const std::vector<std::vector<std::string>>& grid, const std::vector<report::Column>& columns) {
        std::vector<std::size_t> widths(columns.size(), 1);
        for (const auto& row : grid) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                widths[i] = std::max(widths[i], base::display_width(row[i]));
            }
        }
        for (std::size_t r = 0; r < grid.size(); ++r) {
            row_line(grid[r], columns, widths);
            if (r == 0) {
                rule(widths);
            }
        }
    }

    void row_line(const std::vector<std::string>& row, const std::vector<report::Column>& columns,
                  const std::vector<std::size_t>& widths) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string fill(widths[i] - base::display_width(row[i]), ' ');
            text += i == 0 ? "" : "  ";
            const std::string cell = base::isolated(row[i]);
            text += columns[i].align == report::Align::right ? fill + cell : cell + fill;
        }
        line(text);
    }

    void rule(const std::vector<std::size_t>& widths) {
        std::string text;
        for (const std::size_t width : widths) {
            text += (text.empty() ? "" : "  ") + std::string(width, '-');
        }
        line(text);
    }

    std::string& out_;
    std::size_t width_;
};

}  // namespace

std::string text(const report::Document& document, std::size_t width) {
    std::string out;
    TextLayout layout{out, width};
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        if (i > 0 && !holds_together(document.blocks[i - 1], document.blocks[i])) {
            out.push_back('\n');
        }
        std::visit(layout, document.blocks[i]);
    }
    return out;
}

}  // namespace je::render
