// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "je/render/format.hpp"
#include "render/html/drawing.hpp"
#include "render/html/figure_numbers.hpp"
#include "render/html/page_parts.hpp"
#include "render/html/pieces.hpp"
#include "render/html/words.hpp"
#include "render/values.hpp"

namespace je::render {

namespace html {

namespace {

using report::Cell;
using report::Figure;
using report::Table;

constexpr int page_margin = 20;  // pixels
constexpr int full_width = 720;  // of what is drawn
constexpr int names_wide = 240;  // of that, for the names of rows
constexpr int values_wide = 120;
constexpr std::size_t columns_of_names = 30, columns_of_values = 16, columns_of_sentences = 88;
constexpr std::size_t rows_told = 60;  // in the description

/// Texts one under another.
std::string lines(const std::vector<std::string>& texts, int x, int y, std::string_view look) {
    std::string out;
    for (const std::string& text : texts) {
        out += fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>", x, y, look, plain(text));
        y += line_height;
    }
    return out;
}

std::string nested(const Drawing& drawing, int x, int y, int wide) {
    return fmt::format("<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" overflow=\"visible\">{}</svg>", x, y, wide,
                       drawing.height, drawing.inside);
}

/// The numbers in words, for who does not see the drawing: "1: Totals 164 to under 275".
std::string told(const Table& numbers) {
    std::string out;
    for (std::size_t r = 0; r < std::min(rows_told, numbers.rows.size()); ++r) {
        const auto& row = numbers.rows[r];
        std::string cells;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const std::string text = shown(row[i]);
            if (!text.empty()) cells += fmt::format("{}{} {}", cells.empty() ? "" : ", ", shown(numbers.columns[i]), text);
        }
        if (!row.empty()) out += fmt::format(" {}: {}.", shown(row.front()), cells);
    }
    if (numbers.rows.size() > rows_told) out += fmt::format(" And {} more.", numbers.rows.size() - rows_told);
    return out;
}

/// A part of a figure, from the top down.
struct Block {
    int height = 0;
    std::string inside{};
};

/// The rows of a figure that is drawn in its table: the name, and for each cell with a drawing what it is, its value and that.
class Rows {
public:
    Rows(const Figure& figure, const Table& numbers) : numbers_{numbers}, drawing_{figure, numbers} {
        add_scale();
        for (const auto& row : numbers.rows) add(row);
    }
    [[nodiscard]] Block block() && { return std::move(block_); }

private:
    void add_scale() {
        const std::string scale = drawing_.scale();
        if (scale.empty()) return;
        const auto texts = wrapped(scale, columns_of_sentences, full_width);
        block_ = {static_cast<int>(texts.size()) * line_height + 8, lines(texts, 0, 13, "quiet")};
    }

    void add(const std::vector<Cell>& row) {
        if (row.empty()) return;
        int y = block_.height;
        const int top = y;
        std::string inside;
        for (std::size_t i = 1; i < row.size(); ++i) y += add_drawn(inside, drawing_.under(row, i), value_of(row, i), y);
        if (drawing_.has_column()) y += add_drawn(inside, drawing_.in_column(row), value_in_column(row), y);
        if (y == top) return;  // a total below the factors
        const auto name = wrapped(shown(row.front()), columns_of_names, names_wide);
        block_.inside += lines(name, 0, top + 13, "") + inside;
        block_.height = std::max(y, top + static_cast<int>(name.size()) * line_height) + 8;
    }

    /// How much further down it goes on.
    static int add_drawn(std::string& inside, const Drawing& drawing, const std::string& value, int y) {
        if (drawing.inside.empty()) return 0;
        const auto text = wrapped(value, columns_of_values, values_wide);
        inside += lines(text, names_wide, y + 13, "") +
                  nested(drawing, names_wide + values_wide, y + 2, full_width - names_wide - values_wide);
        return std::max(drawing.height + 6, static_cast<int>(text.size()) * line_height);
    }

    /// Of several columns that are drawn each says whose it is: "vlo 80".
    [[nodiscard]] std::string value_of(const std::vector<Cell>& row, std::size_t i) const {
        const std::string& key = numbers_.columns[i].key;
        const auto colon = key.find(':');
        if (colon != std::string::npos) return key.substr(colon + 1) + " " + shown(row[i]);
        if (key != "points_max" || i == 0) return shown(row[i]);
        return shown(report::Cell{report::between(*row[i - 1].content(), *row[i].content())});
    }

    /// What was agreed; of shares each by its name.
    [[nodiscard]] std::string value_in_column(const std::vector<Cell>& row) const {
        std::string out;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const std::string& key = numbers_.columns[i].key;
            if (key == "agreed") return "agreed " + shown(row[i]);
            if (key.starts_with("band:")) out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", key.substr(5), shown(row[i]));
        }
        return out;
    }

    const Table& numbers_;
    RowDrawing drawing_;
    Block block_;
};

/// The rows of a table as lines, the first cell before the others.
void add_lines(Block& block, const Table& numbers) {
    constexpr int dates_wide = 100;
    for (const auto& row : numbers.rows) {
        std::string words;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const std::string text = shown(row[i]);
            if (!text.empty()) words += (words.empty() ? "" : ": ") + text;
        }
        const auto texts = wrapped(words, columns_of_sentences - 14, full_width - dates_wide);
        block.inside +=
            lines({shown(row.front())}, 0, block.height + 13, "quiet") + lines(texts, dates_wide, block.height + 13, "");
        block.height += std::max<int>(1, static_cast<int>(texts.size())) * line_height + 4;
    }
}

Block drawn(const Figure& figure, const Table& numbers) {
    if (RowDrawing::draws(figure)) return Rows{figure, numbers}.block();
    const Drawing alone = drawing(figure, numbers);
    Block block{alone.height, nested(alone, 0, 0, full_width)};
    if (figure.kind == Figure::Kind::time_line) add_lines(block, numbers);
    return block;
}

std::string alone(const Figure& figure, const Table& numbers) {
    const auto sentence = wrapped(shown(figure.sentence), columns_of_sentences, full_width, "bold");
    const int top = page_margin + static_cast<int>(sentence.size()) * line_height + 10;
    const Block block = drawn(figure, numbers);
    const int height = top + block.height + page_margin;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\">\n<title id=\"title\">{2}</title>\n<desc id=\"desc\">{2}{3}</desc>\n"
        "<style>svg text {{ font-family: \"Segoe UI\", Arial, sans-serif; }}{4}</style>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n{5}\n"
        "<svg x=\"{6}\" y=\"{7}\" width=\"{8}\" height=\"{9}\" overflow=\"visible\">{10}</svg>\n</svg>\n",
        full_width + 2 * page_margin, height, plain_of(figure.sentence), number(told(numbers)), figure_style,
        lines(sentence, page_margin, page_margin + 10, "bold"), page_margin, top, full_width, block.height, block.inside);
}

}  // namespace

}  // namespace html

namespace {

std::vector<const report::Figure*> all_figures(const report::Document& document) {
    std::vector<const report::Figure*> figures;
    for (const auto& section : document.sections()) {
        for (const auto& block : section.blocks) {
            if (const auto* figure = std::get_if<report::Figure>(&block)) figures.push_back(figure);
        }
    }
    return figures;
}

}  // namespace

std::vector<std::string> figures_of(const report::Document& document) {
    std::vector<std::string> ids;
    for (const report::Figure* figure : all_figures(document)) ids.push_back(figure->id);
    return ids;
}

report::Document figure_alone(const report::Document& document, std::string_view id) {
    report::Document alone;
    const html::FigureNumbers numbers{document};
    for (const report::Figure* figure : all_figures(document)) {
        if (figure->id != id) continue;
        alone.add(*figure);
        if (!figure->numbers_in.empty()) alone.add(numbers.of(*figure));
    }
    return alone;
}

std::string svg(const report::Document& document, std::size_t) {
    const auto figures = all_figures(document);
    return figures.empty() ? std::string{} : html::alone(*figures.front(), html::FigureNumbers{document}.of(*figures.front()));
}

}  // namespace je::render
