// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/wording.hpp"
#include "je/io/file.hpp"
#include "je/render/format.hpp"
#include "je/version.hpp"
#include "render/html/drawing.hpp"
#include "render/html/figure_numbers.hpp"
#include "render/html/page_parts.hpp"
#include "render/html/tree_drawing.hpp"
#include "render/html/what_if.hpp"
#include "render/html/what_if_groups.hpp"
#include "render/html/words.hpp"
#include "render/values.hpp"

namespace je::render {

namespace html {

namespace {

using report::Document;
using report::Figure;
using report::Section;
using report::Table;

std::string labelled(std::string_view label, const report::Text& text) {
    return fmt::format("<b>{}</b> {}", ours(label), inline_of(text));
}

constexpr std::size_t contents_listed = 200;
constexpr std::size_t most_columns = 10;       // side by side; of a table with more, each row is a block
constexpr std::size_t most_options = 200'000;  // combinations of levels in the what-if
constexpr std::size_t rows_of_short = 20;      // a table with no more is not divided between sheets of paper

/// Sections and their blocks, one after another.
class Body {
public:
    explicit Body(const Document& document) : document_{document}, head_{head_of(document.sections())}, numbers_{document} {
        for (const Section& section : document.sections()) {
            for (const auto& block : section.blocks) {
                const auto* figure = std::get_if<Figure>(&block);
                if (figure != nullptr && !figure->numbers_in.empty()) drawn_in_.emplace(figure->numbers_in, figure);
            }
        }
    }

    /// The document's own title, where one section holds all others.
    [[nodiscard]] const Section* head() const { return head_; }

    void write() {
        for (const Section& section : document_.sections()) {
            if (&section != head_) open(section);
            for (const auto& block : section.blocks) std::visit(*this, block);
            if (section.folded && !section.title.empty()) out_ += "</div>\n</details>\n";
        }
        close(2);
    }

    [[nodiscard]] const std::string& text() const { return out_; }
    [[nodiscard]] const std::string& contents() const { return contents_; }
    [[nodiscard]] bool has_what_if() const { return has_what_if_; }
    /// What stands on each sheet of paper; empty: there is none.
    [[nodiscard]] const std::string& first_caution() const { return first_caution_; }

    /// The first alone: the address of a page carries one choice.
    void operator()(const report::WhatIf& what_if) {
        if (options_in_groups(what_if.tables) > most_options) {
            out_ += "<p>" +
                    ours(
                        "The levels of this scheme make more combinations than a page can try. Change a level in a copy of "
                        "the questionnaire and score that.") +
                    "</p>\n";
            return;
        }
        if (std::exchange(has_what_if_, true)) return;
        out_ += what_if_part(what_if, open_.empty() ? 2 : open_.back() + 1);
    }
    void operator()(const report::Paragraph& paragraph) { element("p", "", inline_of(paragraph.text)); }
    void operator()(const report::Note& note) { element("p", "note", labelled("Note:", note.text)); }
    void operator()(const report::Caution& caution) {
        const std::string words = shown(caution.text);
        if (!cautions_.insert(words).second) return;  // said before
        if (first_caution_.empty()) first_caution_ = words;
        element("p", "caution", labelled("Caution:", caution.text));
    }
    void operator()(const report::Bullets& bullets) {
        out_ += "<ul>\n";
        for (const report::Text& item : bullets.items) element("li", "", inline_of(item));
        out_ += "</ul>\n";
    }
    void operator()(const report::Facts& facts) {
        if (facts.rows.empty()) return;
        out_ += "<dl>\n";
        for (const auto& [label, value] : facts.rows) {
            out_ += fmt::format("<div{}><dt>{}</dt><dd>{}</dd></div>\n",
                                shown(label).starts_with("  ") ? " class=\"under\"" : "", inline_of(label), inline_of(value));
        }
        out_ += "</dl>\n";
    }
    void operator()(const Table& table) {
        const auto found = drawn_in_.find(table.id);
        const bool is_drawn = !table.id.empty() && found != drawn_in_.end() && RowDrawing::draws(*found->second);
        add_table(table, is_drawn ? found->second : nullptr);
    }
    void operator()(const Figure& figure) {
        const Table& numbers = numbers_.of(figure);
        if (RowDrawing::draws(figure)) {
            if (figure.numbers_in.empty()) add_table(numbers, &figure);
            return;
        }
        const Drawing drawn = drawing(figure, numbers);
        if (drawn.inside.empty()) return;
        out_ += fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}", inline_of(figure.sentence),
                            figure.kind == Figure::Kind::tree ? tree_images(figure, numbers) : image(figure, drawn));
        if (figure.numbers_in.empty() && !numbers.rows.empty()) add_numbers(numbers);
        out_ += "</figure>\n";
    }

private:
    [[nodiscard]] static const Section* head_of(const std::vector<Section>& sections) {
        const auto is_first = [](const Section& one) { return one.level == 1 && !one.title.empty(); };
        if (std::count_if(sections.begin(), sections.end(), is_first) != 1) return nullptr;
        const Section& first = sections.front();
        if (is_first(first)) return &first;
        return sections.size() > 1 && first.title.empty() && is_first(sections[1]) ? &sections[1] : nullptr;
    }

    void element(std::string_view name, std::string_view look, std::string_view inside) {
        if (inside.empty()) return;
        const std::string with = look.empty() ? std::string{} : fmt::format(" class=\"{}\"", look);
        out_ += fmt::format("<{0}{1}>{2}</{0}>\n", name, with, inside);
    }

    /// Ends parts that this level does not stand in.
    void close(int level) {
        while (!open_.empty() && open_.back() >= level) {
            out_ += "</section>\n";
            open_.pop_back();
        }
    }

    /// Titles go down by one where several sections are of the first level, and never leave a level out.
    void open(const Section& section) {
        if (section.title.empty()) return;
        const int wished = section.level + (head_ == nullptr ? 1 : 0);
        const int level = std::clamp(wished, 2, open_.empty() ? 2 : open_.back() + 1);
        close(level);
        open_.push_back(level);
        const std::string id = id_of(section.id);
        last_ = id;
        const std::string title = inline_of(section.title);
        const std::string heading = fmt::format("<h{0}>{1}</h{0}>\n", level, title);
        out_ += section.folded ? "<section>\n<details><summary>" : fmt::format("<section id=\"{}\">\n", id);
        heading_at_ = out_.size() + 3;  // behind "<h2"
        out_ += heading;
        if (section.folded) out_ += fmt::format("</summary>\n<div id=\"{}\">\n", id);  // a link into what is folded opens it
        if (level == 2) add_to_contents(id, title);
    }

    void add_to_contents(const std::string& id, const std::string& title) {
        if (++listed_ <= contents_listed) contents_ += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", id, title);
        if (listed_ == contents_listed + 1) contents_ += "<li>" + ours("and more below") + "</li>\n";
    }

    /// Under the drawing; where another drawing of the page has the same ones, a link to them.
    void add_numbers(const Table& numbers) {
        const auto [before, is_new] = written_.emplace(all_of(numbers), numbers.id);
        if (!is_new && !before->second.empty()) {
            out_ += fmt::format("<p class=\"numbers\"><a href=\"#{}\">{}</a></p>\n", id_of("table", before->second),
                                ours("The numbers of this drawing"));
            return;
        }
        out_ += "<details class=\"numbers\"><summary>" + ours("The numbers of this drawing") + "</summary>\n";
        add_table(numbers, nullptr);
        out_ += "</details>\n";
    }
    /// What a table says, without its id.
    [[nodiscard]] static std::string all_of(const Table& table) {
        std::string all;
        for (const report::Column& column : table.columns) all += shown(column) + '\n';
        for (const auto& row : table.rows)
            for (const report::Cell& cell : row) all += shown(cell) + '\n';
        return all;
    }

    void add_table(const Table& table, const Figure* figure) {
        const std::optional<RowDrawing> drawing =
            figure != nullptr ? std::optional<RowDrawing>{std::in_place, *figure, table} : std::nullopt;
        out_ += table_start(table, figure, drawing ? drawing->scale() : std::string{});
        out_ += "<thead><tr>";
        for (const report::Column& column : table.columns) out_ += head_cell(column);
        if (drawing && drawing->has_column()) out_ += fmt::format("<th scope=\"col\">{}</th>", drawing->column_head());
        out_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            out_ += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i)
                add_cell(row[i], table, i, drawing ? in_cell(drawing->under(row, i)) : std::string{});
            if (drawing && drawing->has_column())
                out_ += fmt::format("<td class=\"drawn\">{}</td>", in_cell(drawing->in_column(row)));
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table>\n";
    }

    /// A table without a caption is called as the part that it stands in.
    [[nodiscard]] std::string table_start(const Table& table, const Figure* figure, std::string_view scale) {
        std::string caption = inline_of(table.caption);
        if (figure != nullptr && caption.empty()) caption = inline_of(figure->sentence);
        if (!scale.empty()) caption += fmt::format("<span class=\"scale\">{}</span>", number(scale));
        std::string start = "<table";
        if (!table.id.empty()) start += fmt::format(" id=\"{}\"", id_of("table", table.id));
        if (table.columns.size() > most_columns) {
            start += " class=\"blocks\"";
        } else if (table.rows.size() <= rows_of_short) {
            start += " class=\"short\"";
        }
        if (caption.empty() && !last_.empty()) {
            start += fmt::format(" aria-labelledby=\"{}-h\"", last_);
            if (heading_at_ > 0) out_.insert(std::exchange(heading_at_, 0), fmt::format(" id=\"{}-h\"", last_));
        }
        return start + (caption.empty() ? ">\n" : fmt::format(">\n<caption>{}</caption>\n", caption));
    }

    /// Where a cell does not stand under its head: "Points, pso" of several columns of points; "band 3" says it itself.
    [[nodiscard]] static std::string label_alone(const report::Column& column) {
        const std::string label = shown(column);
        const auto colon = column.key.find(':');
        const std::string whose = colon == std::string::npos ? "" : column.key.substr(colon + 1);
        const bool says_whose = label == whose || label.ends_with(" " + whose) || label.starts_with(whose + ":");
        return plain(whose.empty() || says_whose ? label : label + ", " + whose);
    }

    [[nodiscard]] static std::string head_cell(const report::Column& column) {
        const std::string_view look = column.role == report::Role::to_write ? " class=\"write\""
                                      : report::is_number(column.role)      ? " class=\"number\""
                                                                            : "";
        return fmt::format("<th scope=\"col\"{}>{}</th>", look, plain(shown(column)));
    }

    /// Whether a line of a row as a block begins here: of columns for each job, with the first of them.
    [[nodiscard]] static bool begins_line(const Table& table, std::size_t i) {
        const auto kind = [&](std::size_t at) { return table.columns[at].key.substr(0, table.columns[at].key.find(':') + 1); };
        return i > 0 && table.columns.size() > most_columns && !kind(1).empty() && kind(i) == kind(1);
    }

    void add_cell(const report::Cell& cell, const Table& table, std::size_t i, const std::string& under) {
        const report::Column& column = table.columns[i];
        const std::string inside = inline_of(cell);
        if (i == 0) {
            out_ += inside.empty() ? "<td></td>" : fmt::format("<th scope=\"row\">{}</th>", inside);
            return;
        }
        const bool is_number = report::is_number(column.role) && !std::holds_alternative<report::Text>(cell.value);
        const std::string_view look = is_number                               ? " class=\"number\""
                                      : column.role == report::Role::to_write ? " class=\"write\""
                                      : column.key == "go_to"                 ? " class=\"whole\""
                                      : begins_line(table, i)                 ? " class=\"line\""
                                                                              : "";
        const std::string label = inside.empty() ? "" : fmt::format(" data-label=\"{}\"", label_alone(column));
        out_ += fmt::format("<td{}{}>{}{}</td>", look, label, inside, under);
    }

    const Document& document_;
    const Section* head_;  // null: there is none
    FigureNumbers numbers_;
    std::map<std::string_view, const Figure*> drawn_in_;
    std::vector<int> open_;
    std::string out_, contents_, last_, first_caution_;
    std::set<std::string> cautions_;
    std::map<std::string, std::string> written_;  // numbers of drawings: the id of the table that has them
    std::size_t listed_ = 0;
    std::size_t heading_at_ = 0;  // where the id of the last heading would stand; 0: it has one
    bool has_what_if_ = false;
};

/// A text between quotes in a style sheet.
std::string in_style(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool stays = c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>';
        out += stays || static_cast<unsigned char>(c) >= 0x80 ? std::string(1, c)
                                                              : fmt::format("\\{:x} ", static_cast<unsigned char>(c));
    }
    return out;
}

/// What stands on each sheet of paper: a caution, the title, the number of the page.
std::string sheet_style(std::string_view caution, std::string_view title) {
    return fmt::format(
        "@page{{@top-left{{content:\"{}\"}}@bottom-left{{content:\"{}\"}}"
        "@bottom-right{{content:counter(page) \"{}\" counter(pages)}}}}",
        in_style(caution), in_style(title), in_style(base::translated(" of ")));
}

/// Nothing but this style, and this script where there is one.
std::string policy(std::string_view style, std::string_view sheet, std::string_view script) {
    const auto allowed = script.empty() ? std::string{} : fmt::format("script-src 'sha256-{}'; ", io::sha256_base64(script));
    return fmt::format("default-src 'none'; style-src 'sha256-{}' 'sha256-{}'; {}base-uri 'none'; form-action 'none'",
                       io::sha256_base64(style), io::sha256_base64(sheet), allowed);
}

}  // namespace

std::string page(const Document& document) {
    Body body{document};
    body.write();
    const Section* head = body.head();
    const std::string title = head != nullptr ? inline_of(head->title) : ours("Job evaluation report");
    const std::string name = head != nullptr ? shown(head->title) : std::string{base::translated("Job evaluation report")};
    const std::string sheet = sheet_style(body.first_caution(), name);
    const std::string_view script = body.has_what_if() ? page_script : std::string_view{};
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{}</style>\n<style>{}</style>\n</head>\n",
        base::info(base::language_now()).code, policy(page_style, sheet, script), plain(name), page_style, sheet);
    out += fmt::format("<body>\n<a class=\"skip\" href=\"#report\">{}</a>\n<header>\n<h1>{}</h1>\n</header>\n",
                       ours("To the report"), title);
    if (!body.contents().empty())
        out += fmt::format("<nav aria-labelledby=\"contents-h\">\n<h2 id=\"contents-h\">{}</h2>\n<ol>\n{}</ol>\n</nav>\n",
                           ours("Contents"), body.contents());
    out += fmt::format("<main id=\"report\">\n{}</main>\n<footer>\n<p>{}</p>\n</footer>\n{}</body>\n</html>\n", body.text(),
                       plain(base::worded("Made by je {}. This page asks nothing of the network.", version)),
                       script.empty() ? "" : fmt::format("<script>{}</script>\n", script));
    return out;
}

}  // namespace html

std::string html_page(const report::Document& document, std::size_t) { return html::page(document); }

}  // namespace je::render
