// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "je/base/text.hpp"
#include "render/values.hpp"
#include "render/xlsx/blocks.hpp"
#include "render/xlsx/formulas.hpp"

namespace je::render::xlsx {

using report::Cell;
using report::Document;
using report::Range;
using report::Table;
using report::Text;

namespace {

constexpr std::size_t most_cautions = 3;  // repeated on each sheet

const Range* split_range(const Cell& cell) {
    const auto* range = std::get_if<Range>(&cell.value);
    return range != nullptr && takes_two_cells(*range) ? range : nullptr;
}

std::vector<bool> columns_that_split(const Table& table) {
    std::vector<bool> split(table.columns.size(), false);
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (split_range(row[i]) != nullptr) split[i] = true;
        }
    }
    return split;
}

bool sums_up(const std::vector<Cell>& row) {
    return std::any_of(row.begin(), row.end(),
                       [](const Cell& cell) { return cell.formula && cell.formula->kind == report::Formula::Kind::sum; });
}

TableSpot spot_of(const Table& table, std::size_t sheet, std::size_t head) {
    TableSpot spot{.table = &table, .sheet = sheet, .head = head, .is_split = columns_that_split(table)};
    for (const bool split : spot.is_split) {
        spot.columns.push_back(spot.width);
        spot.width += split ? 2 : 1;
    }
    return spot;
}

Line head_line(const TableSpot& spot) {
    Line line;
    for (std::size_t i = 0; i < spot.columns.size(); ++i) {
        const report::Column& column = spot.table->columns[i];
        const bool right = is_number(column.role) || spot.is_split[i];
        const Dress dress{Look::head, {}, right, !right && i > 0};
        const std::string label = shown(column);
        if (!spot.is_split[i]) {
            line.slots.push_back({.column = spot.columns[i], .value = words(label), .dress = dress});
            continue;
        }
        line.slots.push_back({.column = spot.columns[i], .value = words(ours("{}, from", {label})), .dress = dress});
        line.slots.push_back({.column = spot.columns[i] + 1, .value = words(ours("{}, to", {label})), .dress = dress});
    }
    return line;
}

/// A row is at most 409 points high, so that of a long text it would not show the end: it takes several rows.
std::vector<std::string> parts_of_words(const std::string& text) {
    constexpr std::size_t lines_of_row = 24;
    std::vector<std::string> parts;
    const auto lines = base::wrap(text, width_of_words);
    if (lines.size() <= lines_of_row) return {text};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i % lines_of_row == 0) parts.emplace_back();
        parts.back() += (parts.back().empty() ? "" : " ") + lines[i];
    }
    return parts;
}

std::string section_of(const Cell& cell) {
    if (const auto* content = cell.content()) {
        const auto* name = std::get_if<report::Name>(content);
        return name != nullptr ? name->section : std::string{};
    }
    const auto* text = std::get_if<Text>(&cell.value);
    if (text == nullptr || text->runs.size() != 1) return {};
    const auto* link = std::get_if<report::Link>(&text->runs.front());
    return link != nullptr && link->to == report::Link::To::section ? link->target : std::string{};
}

}  // namespace

Line row_line(const TableSpot& spot, const std::vector<Cell>& row, Look look) {
    Line line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Cell& cell = row[i];
        const bool right = is_number(spot.table->columns[i].role) || spot.is_split[i];
        const auto add = [&](std::size_t column, Value value) {
            Slot& slot = line.slots.emplace_back(Slot{.column = column, .value = std::move(value)});
            slot.dress = {look, slot.value.number_format, right, !right && column > 0};
        };
        const Range* range = split_range(cell);
        if (range != nullptr && spot.is_split[i]) {
            add(spot.columns[i], from_of(*range));
            add(spot.columns[i] + 1, to_of(*range));
            continue;
        }
        const auto* content = cell.content();
        add(spot.columns[i], content != nullptr ? value_of(*content) : words(shown(cell)));
        line.slots.back().formula = cell.formula ? &*cell.formula : nullptr;
        line.slots.back().section = section_of(cell);
        if (spot.is_split[i]) add(spot.columns[i] + 1, line.slots.back().value.is_number() ? value_of(*content) : Value{});
    }
    return line;
}

void CountSpot::add(const std::vector<Cell>& row) { ++counts[shown(row[column])]; }

Plan::Plan(const Document& document) {
    const auto& sections = document.sections();
    const auto first = std::find_if(sections.begin(), sections.end(), [](const auto& one) { return !one.title.empty(); });
    title_ = first == sections.end() ? ours("Result") : shown(first->title);
    take_cautions(document);
    place_blocks(*this, document);
}

/// Those of the beginning hold for all sheets.
void Plan::take_cautions(const Document& document) {
    for (const auto& section : document.sections()) {
        for (const auto& block : section.blocks) {
            const auto* caution = std::get_if<report::Caution>(&block);
            if (caution == nullptr) continue;
            if (first_caution_.empty()) first_caution_ = shown(caution->text);
            if (std::find(cautions_.begin(), cautions_.end(), caution->text) == cautions_.end())
                cautions_.push_back(caution->text);
        }
        if (!section.title.empty()) return;
    }
}

const TableSpot* Plan::table(const std::string& id) const {
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const TableSpot& one) { return one.table->id == id; });
    return found == tables.end() ? nullptr : &*found;
}

std::size_t Plan::open_sheet(const std::string& wished, const std::string& title) {
    sheets.push_back({names_.name_for(wished), title});
    const std::size_t sheet = sheets.size() - 1;
    add_words(sheet, Text{title}, Look::title);
    const std::size_t shown_here = sheet == 0 ? cautions_.size() : std::min(cautions_.size(), most_cautions);
    for (std::size_t i = 0; i < shown_here; ++i) add_words(sheet, cautions_[i], Look::caution, "Caution:");
    if (shown_here < cautions_.size())
        add_words(sheet, Text{ours("{} more on the first sheet", {std::to_string(cautions_.size() - shown_here)})},
                  Look::caution, "Cautions:");
    sheets[sheet].lines.emplace_back();
    return sheet;
}

void Plan::add_words(std::size_t sheet, const Text& text, Look look, std::string_view before) {
    const std::string all = shown(text);
    if (all.empty()) return;
    if (look == Look::heading && !sheets[sheet].lines.back().slots.empty()) sheets[sheet].lines.emplace_back();
    for (const std::string& part : parts_of_words(before.empty() ? all : ours(before) + " " + all))
        add_line(sheet, {Slot{.value = words(part), .dress = {look}, .is_wide = true}});
}

std::size_t Plan::add_table(std::size_t sheet, const Table& table, const std::vector<bool>& strong) {
    if (const std::string caption = shown(table.caption); caption != sheets[sheet].title)
        add_words(sheet, Text{caption}, Look::heading);
    TableSpot spot = spot_of(table, sheet, sheets[sheet].lines.size());
    sheets[sheet].lines.push_back(head_line(spot));
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        if (spot.sums == 0 && sums_up(row)) spot.sums = sheets[sheet].lines.size();
        const Look look = spot.sums != 0 ? Look::total : i < strong.size() && strong[i] ? Look::strong : Look::plain;
        for (std::size_t j = 0; j < row.size(); ++j) {
            if (!row[j].anchor.empty())
                anchors_.emplace(row[j].anchor, Spot{sheet, sheets[sheet].lines.size(), spot.columns[j]});
        }
        sheets[sheet].lines.push_back(row_line(spot, row, look));
    }
    spot.end = sheets[sheet].lines.size();
    if (spot.sums == 0) spot.sums = spot.end;
    sheets[sheet].lines.emplace_back();
    sheets[sheet].tables.push_back(tables.size());
    tables.push_back(std::move(spot));
    return tables.size() - 1;
}

std::size_t Plan::add_table_sheet(const Table& table, const std::string& name, const std::vector<bool>& strong) {
    return add_table(open_sheet(name, name), table, strong);
}

void Plan::add_link(std::size_t sheet, const std::string& said, std::size_t to) {
    add_line(sheet, {Slot{.value = words(said), .dress = {Look::link}, .is_wide = true, .sheet = to}});
}

void Plan::begin_section(std::size_t sheet, const std::string& id) {
    sections_.emplace(id, Spot{sheet, sheets[sheet].lines.size(), 0});
}

bool Plan::is_on_each_sheet(const Text& caution) const {
    return std::find(cautions_.begin(), cautions_.end(), caution) != cautions_.end();
}

void Plan::close(const Document* closing) {
    if (closing != nullptr) {
        for (const auto& section : closing->sections()) {
            add_words(0, section.title, Look::heading);
            for (const auto& block : section.blocks) {
                if (const auto* one = std::get_if<report::Paragraph>(&block)) add_words(0, one->text, Look::text);
                if (const auto* one = std::get_if<report::Caution>(&block)) add_words(0, one->text, Look::caution, "Caution:");
            }
        }
    }
    for (const CountSpot& counted : counts) fill_in(counted);
    list_sheets();
}

/// The count of a band is a formula over the column of bands. It looks for what is equal, as COUNTIF would read "<5" as a
/// condition.
void Plan::fill_in(const CountSpot& counted) {
    const TableSpot* of = table(counted.table);
    std::size_t others = 0;
    for (const auto& [band, count] : counted.counts) others += count;
    const auto set = [&](std::size_t row, std::size_t count, std::string formula) {
        Slot& slot = sheets[counted.first.sheet].lines[counted.first.row + row].slots[1];
        slot.value = value_of(report::Content{static_cast<std::int64_t>(count)});
        if (of != nullptr && of->end > of->head + 1) slot.own_formula = std::move(formula);
    };
    const std::string cells = of == nullptr
                                  ? std::string{}
                                  : column_reference(*this, of->sheet, of->head + 1, of->end - 1, of->columns[counted.column]);
    for (std::size_t i = 0; i < counted.bands.size(); ++i) {
        const auto found = counted.counts.find(counted.bands[i]);
        const std::size_t count = found == counted.counts.end() ? 0 : found->second;
        others -= count;
        set(i, count, fmt::format("SUMPRODUCT(--({}=$A${}))", cells, counted.first.row + i + 1));
    }
    set(counted.bands.size(), others,
        fmt::format("ROWS({})-SUM($B${}:$B${})", cells, counted.first.row + 1, counted.first.row + counted.bands.size()));
}

void Plan::list_sheets() {
    if (sheets.size() < 2) return;
    add_words(0, Text{"Sheets of this workbook"}, Look::heading);
    for (std::size_t i = 1; i < sheets.size(); ++i) {
        Line line{{Slot{.value = words(sheets[i].name), .dress = {Look::link}, .sheet = i}}};
        if (sheets[i].title != sheets[i].name)
            line.slots.push_back({.column = 1, .value = words(sheets[i].title), .dress = {Look::text}, .is_wide = true});
        sheets[0].lines.push_back(std::move(line));
    }
}

}  // namespace je::render::xlsx
