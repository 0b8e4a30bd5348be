// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "je/base/language.hpp"
#include "je/base/text.hpp"
#include "je/render/format.hpp"
#include "render/clean.hpp"
#include "render/values.hpp"

namespace je::render {

namespace {

constexpr std::size_t between = 2;        // blanks between columns
constexpr std::size_t least_room = 20;    // for what stands beside a label
constexpr std::size_t short_word = 24;    // that stays whole with its hyphens
constexpr std::size_t longest_word = 64;  // that is never broken, such as a SHA-256

/// How many bytes of `text`, whole characters and at least one of them, fit `widest` columns.
std::size_t bytes_that_fit(std::string_view text, std::size_t widest) {
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
        width += base::display_width(text.substr(at, next - at));
        if (at > 0 && width > widest) break;
        at = next;
    }
    if (at == text.size()) return at;
    const auto sign = text.substr(0, at).find_last_of("-/_");  // better there than within a word
    return sign != std::string_view::npos && 2 * sign > at ? sign + 1 : at;
}

/// The text in lines of at most `width` columns; words that are wider are broken.
std::vector<std::string> folded(const std::string& text, std::size_t width) {
    if (base::display_width(text) <= width) return {text};
    std::vector<std::string> lines;
    for (const std::string& words : base::wrap(text, width)) {
        for (std::string_view rest = words; !rest.empty();) {
            const std::size_t part = bytes_that_fit(rest, width);
            lines.emplace_back(rest.substr(0, part));
            rest.remove_prefix(part);
        }
    }
    return lines;
}

/// The widest part of `text` that stays together: a word, of a long one the part up to a hyphen or a slash.
std::size_t widest_word(std::string_view text) {
    std::size_t widest = 0;
    while (!text.empty()) {
        std::size_t end = std::min(text.find(' '), text.size());
        if (end > short_word) end = std::min(text.find_first_of("-/_", short_word / 2) + 1, end);
        if (end == 0) end = text.size();
        widest = std::max(widest, base::display_width(text.substr(0, end)));
        text.remove_prefix(end);
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
    return widest;
}

/// The widest word of a text that is wrapped at blanks alone.
std::size_t longest_unbroken(std::string_view text) {
    std::size_t widest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        widest = std::max(widest, base::display_width(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return widest;
}

using Grid = std::vector<std::vector<std::string>>;  // the headings first

/// Headings and rows as clean texts, a run of blanks in them as one.
Grid text_grid(const report::Table& table, Names names) {
    Grid grid(1);
    for (const report::Column& column : table.columns) grid[0].push_back(one_line(shown(column, names)));
    for (const auto& row : table.rows) {
        auto& line = grid.emplace_back();
        for (const report::Cell& cell : row) line.push_back(one_line(shown(cell, names)));
    }
    return grid;
}

/// The names in a table that have a short one, each once and as they come: the short name, then the full one.
class ShortNames {
public:
    explicit ShortNames(const report::Table& table) {
        for (const report::Column& column : table.columns) (*this)(column.label);
        for (const auto& row : table.rows) {
            for (const report::Cell& cell : row) std::visit(*this, cell.value);
        }
    }
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

    void operator()(const report::Content& value) {
        const auto* name = std::get_if<report::Name>(&value);
        if (name == nullptr || name->brief.empty() || !seen_.insert(name->brief).second) return;
        all_.emplace_back(one_line(name->brief), name->full);
    }
    void operator()(const report::Range& range) {
        (*this)(range.from);
        (*this)(range.to);
    }
    void operator()(const report::Text& text) {
        for (const report::Run& run : text.runs) std::visit(*this, run);
    }
    void operator()(const std::string&) {}
    void operator()(const report::Link&) {}

private:
    std::set<std::string_view> seen_;  // of the table
    std::vector<std::pair<std::string, std::string>> all_;
};

/// How wide the columns of a table are on a page of a given width: as their widest cell, if the page has room for all. Else
/// headings wider than what stands below them are wrapped, and where that is not enough the widest columns give way, down to
/// their widest word. Numbers stay on one line.
class ColumnWidths {
public:
    ColumnWidths(const Grid& grid, const std::vector<report::Column>& columns, std::size_t page)
        : page_{page}, now_(columns.size(), 1) {
        std::vector<std::size_t> cells = now_, words = now_;
        for (std::size_t r = 0; r < grid.size(); ++r) {
            for (std::size_t i = 0; i < columns.size(); ++i) {
                const std::size_t width = base::display_width(grid[r][i]);
                const bool whole = r > 0 && is_number(columns[i].role);
                now_[i] = std::max(now_[i], width);
                std::size_t word = std::min(widest_word(grid[r][i]), longest_word);
                if (r == 0) word = std::max(word, (width + 4) / 3);  // a heading takes three lines, or four
                cells[i] = std::max(cells[i], r > 0 ? width : word);
                words[i] = std::max(words[i], whole ? width : word);
            }
        }
        for (const auto& least : {cells, words}) {
            while (total(now_) > page_ && give_way(least)) {
            }
        }
    }

    /// Whether the table is no wider than the page.
    [[nodiscard]] bool fit() const { return total(now_) <= page_; }
    [[nodiscard]] const std::vector<std::size_t>& widths() const { return now_; }

private:
    [[nodiscard]] static std::size_t total(const std::vector<std::size_t>& widths) {
        std::size_t all = widths.empty() ? 0 : between * (widths.size() - 1);
        for (const std::size_t width : widths) all += width;
        return all;
    }

    /// Makes the widest column that can give way narrower: to the next widest one at once, so that long cells cost nothing.
    bool give_way(const std::vector<std::size_t>& least) {
        std::size_t widest = now_.size(), next = 1;
        for (std::size_t i = 0; i < now_.size(); ++i) {
            if (now_[i] > least[i] && (widest == now_.size() || now_[i] > now_[widest])) widest = i;
        }
        if (widest == now_.size()) return false;
        for (std::size_t i = 0; i < now_.size(); ++i) {
            if (i != widest && now_[i] > least[i]) next = std::max(next, std::min(now_[i], now_[widest] - 1));
        }
        const std::size_t over = total(now_) - page_;
        const std::size_t wanted = now_[widest] > over ? now_[widest] - over : 1;
        now_[widest] = std::max({wanted, next, least[widest]});
        return true;
    }

    std::size_t page_;
    std::vector<std::size_t> now_;
};

/// Lays out one block after another as plain text.
class TextLayout {
public:
    TextLayout(std::string& out, std::size_t width) : out_{out}, width_{width} {}

    /// A section: its title and its blocks, with an empty line before each but a list under its sentence.
    void add(const report::Section& section) {
        if (!section.title.empty()) add_title(section);
        bool is_below_sentence = false;
        for (const report::Block& block : section.blocks) {
            if (!report::has_words(block)) continue;
            if (!(is_below_sentence && std::holds_alternative<report::Bullets>(block))) add_gap();
            std::visit(*this, block);
            is_below_sentence = std::holds_alternative<report::Paragraph>(block);
        }
    }

    void operator()(const report::Paragraph& paragraph) { wrapped("", "", shown(paragraph.text)); }
    void operator()(const report::Bullets& bullets) {
        for (const report::Text& item : bullets.items) {
            wrapped("- ", "  ", shown(item));
        }
    }
    void operator()(const report::Caution& caution) { headed("CAUTION: ", caution.text); }
    void operator()(const report::Note& note) { headed("Note: ", note.text); }
    void operator()(const report::Figure&) {}
    void operator()(const report::WhatIf&) {}
    void operator()(const report::Facts& facts) {
        std::vector<std::pair<std::string, std::string>> rows;
        for (const auto& [label, value] : facts.rows) rows.emplace_back(shown(label), shown(value));
        add_facts(rows);
    }
    void operator()(const report::Table& table) {
        if (!table.caption.empty()) {
            wrapped("", "", shown(table.caption));
        }
        const Grid grid = text_grid(table, Names::full);
        if (!rows(grid, table.columns) && !rows_with_short_names(table)) stacked(grid);
    }

private:
    void add_gap() {
        if (!out_.empty()) out_.push_back('\n');
    }

    void add_title(const report::Section& section) {
        add_gap();
        std::size_t widest = 0;
        for (const std::string& part : folded(one_line(shown(section.title)), width_)) {
            line(base::isolated(part));
            widest = std::max(widest, base::display_width(part));
        }
        if (section.level < 3) {
            line(std::string(widest, section.level == 1 ? '=' : '-'));
        }
    }

    void add_facts(const std::vector<std::pair<std::string, std::string>>& rows) {
        const std::string below = "  ";
        std::size_t widest = 0;
        for (const auto& [label, value] : rows) {
            widest = std::max(widest, base::display_width(indented(label)));
        }
        const std::size_t room = width_ > widest + 3 ? width_ - widest - 3 : 0;
        for (const auto& [label, value] : rows) {
            const std::string name = indented(label) + ":";
            const std::string words = one_line(value);
            const bool is_cramped = room < least_room && base::display_width(words) > room;
            if (room == 0 || is_cramped || longest_unbroken(words) > room) {  // a long word, such as an address
                for (const std::string& part : folded(name, width_)) line(base::isolated(part));
                wrapped(below, below, value);
                continue;
            }
            wrapped(base::isolated(name) + std::string(widest + 3 - base::display_width(name), ' '),
                    std::string(widest + 3, ' '), value);
        }
    }

    void line(std::string text) {
        text.erase(text.find_last_not_of(' ') + 1);
        out_ += text;
        out_.push_back('\n');
    }

    /// A paragraph set in under the word that it begins with.
    void headed(std::string_view head, const report::Text& text) {
        const std::string first{base::translated(head)};
        wrapped(first, std::string(base::display_width(first), ' '), shown(text));
    }

    void wrapped(const std::string& first, const std::string& others, const std::string& text) {
        const std::size_t indent = base::display_width(first);
        const auto lines = folded(one_line(text), width_ - std::min(indent, width_ - 1));
        if (lines.empty()) {
            line(first);
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            line((i == 0 ? first : others) + base::isolated(lines[i]));
        }
    }

    /// False, and nothing is written, where the table is too wide for the page.
    bool rows(const Grid& grid, const std::vector<report::Column>& columns) {
        const ColumnWidths fitted{grid, columns, width_};
        if (!fitted.fit()) return false;
        for (std::size_t r = 0; r < grid.size(); ++r) {
            row_lines(grid[r], columns, fitted.widths());
            if (r == 0) {
                rule(fitted.widths());
            }
        }
        return true;
    }

    /// The rows with short names, and below them what these stand for.
    bool rows_with_short_names(const report::Table& table) {
        const ShortNames names{table};
        if (names.all().empty() || !rows(text_grid(table, Names::brief), table.columns)) return false;
        out_.push_back('\n');
        add_facts(names.all());
        return true;
    }

    /// A table that is too wide for the page: each row as a list of its cells, named by the headings.
    void stacked(const Grid& grid) {
        for (std::size_t r = 1; r < grid.size(); ++r) {
            std::vector<std::pair<std::string, std::string>> row;
            for (std::size_t i = 0; i < grid[r].size(); ++i) {
                if (!grid[r][i].empty()) row.emplace_back(grid[0][i].empty() ? "-" : grid[0][i], grid[r][i]);
            }
            if (r > 1) out_.push_back('\n');
            add_facts(row);
        }
    }

    /// One line, and more of them for a row with a cell that is wider than its column.
    void row_lines(const std::vector<std::string>& row, const std::vector<report::Column>& columns,
                   const std::vector<std::size_t>& widths) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 1;
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back(folded(row[i], widths[i]));
            height = std::max(height, cells.back().size());
        }
        for (std::size_t n = 0; n < height; ++n) {
            std::vector<std::string_view> now;
            for (const auto& lines : cells) now.push_back(n < lines.size() ? std::string_view{lines[n]} : std::string_view{});
            row_line(now, columns, widths);
        }
    }

    void row_line(const std::vector<std::string_view>& row, const std::vector<report::Column>& columns,
                  const std::vector<std::size_t>& widths) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string fill(widths[i] - base::display_width(row[i]), ' ');
            const bool right = is_number(columns[i].role);
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
    for (const report::Section& section : document.sections()) layout.add(section);
    return out;
}

}  // namespace je::render
