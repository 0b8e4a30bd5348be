// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <variant>

#include "je/base/characters.hpp"
#include "je/base/text.hpp"
#include "je/render/document.hpp"
#include "render/cells.hpp"
#include "render/clean.hpp"

namespace je::render {

namespace {

/// One long cell would otherwise pad every row to its own width.
constexpr std::size_t widest_column = 240;

/// How many bytes of `text`, whole characters and at least one of them, fit the widest column.
std::size_t bytes_that_fit(std::string_view text) {
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
        width += base::display_width(text.substr(at, next - at));
        if (at > 0 && width > widest_column) break;
        at = next;
    }
    return at;
}

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
            widest = std::max(widest, base::display_width(indented(label)));
        }
        for (const auto& [label, value] : facts.rows) {
            const std::string name = indented(label) + ":";
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
                widths[i] = std::max(widths[i], std::min(base::display_width(row[i]), widest_column));
            }
        }
        for (std::size_t r = 0; r < grid.size(); ++r) {
            row_lines(grid[r], columns, widths);
            if (r == 0) {
                rule(widths);
            }
        }
    }

    /// One line, and more of them for a row with a cell that is wider than any column may be.
    void row_lines(const std::vector<std::string>& row, const std::vector<report::Column>& columns,
                   const std::vector<std::size_t>& widths) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 1;
        for (const std::string& cell : row) {
            cells.push_back(base::display_width(cell) <= widest_column ? std::vector{cell} : folded(cell));
            height = std::max(height, cells.back().size());
        }
        for (std::size_t n = 0; n < height; ++n) {
            std::vector<std::string_view> now;
            for (const auto& lines : cells) now.push_back(n < lines.size() ? std::string_view{lines[n]} : std::string_view{});
            row_line(now, columns, widths);
        }
    }

    /// The text in lines that fit the widest column; words that do not are broken.
    static std::vector<std::string> folded(const std::string& text) {
        std::vector<std::string> lines;
        for (const std::string& words : base::wrap(text, widest_column)) {
            for (std::string_view rest = words; !rest.empty();) {
                const std::size_t part = bytes_that_fit(rest);
                lines.emplace_back(rest.substr(0, part));
                rest.remove_prefix(part);
            }
        }
        return lines;
    }

    void row_line(const std::vector<std::string_view>& row, const std::vector<report::Column>& columns,
                  const std::vector<std::size_t>& widths) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string fill(widths[i] - base::display_width(row[i]), ' ');
            const bool right = columns[i].align == report::Align::right;
            text.append(i == 0 ? "" : "  ").append(right ? fill : "").append(base::isolated(row[i])).append(right ? "" : fill);
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
