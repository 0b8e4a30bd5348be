// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/document.hpp"
#include "render/xlsx/book.hpp"
#include "render/xlsx/texts.hpp"
#include "render/xlsx/values.hpp"

namespace je::render::xlsx {

// A document divided into sheets, with the place of all that it says, before anything is written: formulas and links lead
// forward too.

/// One cell, or several side by side that are one.
struct Slot {
    std::size_t column = 0;
    Value value{};
    Dress dress{};
    bool is_wide = false;                      // goes on to the right, as far as lines of text do
    const report::Formula* formula = nullptr;  // of the document
    std::string own_formula{};                 // without the sign =
    std::string section{};                     // to which it links
    std::optional<std::size_t> sheet{};        // the same
};

struct Line {
    std::vector<Slot> slots{};
};

/// A cell of the book.
struct Spot {
    std::size_t sheet = 0;
    std::size_t row = 0;
    std::size_t column = 0;
};

/// Where a table stands. A column of ranges takes two of the sheet.
struct TableSpot {
    const report::Table* table = nullptr;
    std::size_t sheet = 0;
    std::size_t head = 0;                // row of the headings; the others follow
    std::size_t sums = 0;                // row of the first that sums up others; the one behind the last where none does
    std::size_t end = 0;                 // behind the last row
    std::vector<std::size_t> columns{};  // where each of the table begins
    std::vector<bool> is_split{};        // which takes two
    std::size_t width = 0;
    [[nodiscard]] std::size_t column(std::size_t of_table) const { return columns[of_table]; }
};

/// How many rows of a table are in each band.
struct CountSpot {
    std::string table{};     // its id
    std::size_t column = 0;  // of the bands, in the table
    std::vector<std::string> bands{};
    std::map<std::string, std::size_t> counts{};
    Spot first{};  // cell of the first count
    [[nodiscard]] bool takes(const report::Table& one) const { return one.id == table; }
    void add(const std::vector<report::Cell>& row);
};

/// Where a chart stands.
struct ChartSpot {
    const report::Figure* figure = nullptr;
    std::string numbers{};  // the id of its table
    std::size_t row = 0;
    std::size_t rows = 0;  // that it stands over
};
inline constexpr std::size_t width_of_words = 100;  // columns of text in a line, at least

/// A cell whose content is chosen from a list of others.
struct Choice {
    std::size_t row = 0;
    std::size_t column = 0;
    std::string from{};  // a range
};

struct Sheet {
    std::string name;
    std::string title;
    std::vector<Line> lines{};
    std::vector<std::size_t> tables{};  // of the plan
    std::vector<ChartSpot> charts{};
    std::vector<Choice> choices{};
};

class Plan {
public:
    /// The document outlives the plan.
    explicit Plan(const report::Document& document);

    std::vector<Sheet> sheets;
    std::vector<TableSpot> tables;
    std::vector<CountSpot> counts;

    [[nodiscard]] const std::string& title() const { return title_; }
    /// The first of the document; empty: it has none.
    [[nodiscard]] const std::string& caution() const { return first_caution_; }
    /// Null where nothing of this name is in the book.
    [[nodiscard]] const Spot* anchor(const std::string& name) const { return found(anchors_, name); }
    [[nodiscard]] const Spot* section(const std::string& id) const { return found(sections_, id); }
    [[nodiscard]] const TableSpot* table(const std::string& id) const;
    /// Whether a caution stands on top of each sheet.
    [[nodiscard]] bool is_on_each_sheet(const report::Text& caution) const;

    // Each adds to what is there. Sheets and tables are named by their places in `sheets` and `tables`.
    std::size_t open_sheet(const std::string& wished, const std::string& title);
    void begin_section(std::size_t sheet, const std::string& id);
    void add_line(std::size_t sheet, std::vector<Slot> slots) { sheets[sheet].lines.push_back({std::move(slots)}); }
    void add_words(std::size_t sheet, const report::Text& text, Look look, std::string_view before = {});
    /// Words that lead to a sheet.
    void add_link(std::size_t sheet, const std::string& words, std::size_t to);
    /// `strong`: rows that are to be seen first.
    std::size_t add_table(std::size_t sheet, const report::Table& table, const std::vector<bool>& strong = {});
    /// A table on a sheet of its own.
    std::size_t add_table_sheet(const report::Table& table, const std::string& name, const std::vector<bool>& strong = {});
    /// Keeps a table that is not the document's.
    const report::Table& own(report::Table table) { return owned_.emplace_back(std::move(table)); }

    /// The last: what a closing document says goes to the first sheet, and the list of sheets behind it.
    void close(const report::Document* closing = nullptr);

private:
    using Spots = std::map<std::string, Spot, std::less<>>;
    [[nodiscard]] static const Spot* found(const Spots& spots, const std::string& name) {
        const auto at = spots.find(name);
        return at == spots.end() ? nullptr : &at->second;
    }

    void take_cautions(const report::Document& document);
    void list_sheets();
    void fill_in(const CountSpot& counted);

    SheetNames names_;
    std::string title_;
    std::string first_caution_;
    std::vector<report::Text> cautions_;  // of the whole document
    Spots anchors_, sections_;
    std::deque<report::Table> owned_;
};

/// The cells of a row of a table.
[[nodiscard]] Line row_line(const TableSpot& spot, const std::vector<report::Cell>& row, Look look);

}  // namespace je::render::xlsx
