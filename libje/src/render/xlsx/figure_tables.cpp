// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/figure_tables.hpp"

#include <algorithm>
#include <variant>

#include "render/values.hpp"

namespace je::render::xlsx {

using report::Cell;
using report::Content;
using report::Figure;
using report::Points;
using report::Range;
using report::Table;

namespace {

constexpr std::size_t most_marks = 6;  // that a ladder has columns for

const Points* points_in(const Content& content) { return std::get_if<Points>(&content); }

const Points* beginning_of(const Cell& cell) {
    const auto* range = std::get_if<Range>(&cell.value);
    return range != nullptr ? points_in(range->from) : cell.content() != nullptr ? points_in(*cell.content()) : nullptr;
}

/// The row of the band that holds a total; nothing where none does.
std::optional<std::size_t> row_of(const Table& bands, base::Decimal total) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < bands.rows.size(); ++i) {
        const Points* floor = beginning_of(bands.rows[i][1]);
        if (floor != nullptr && floor->amount <= total) found = i;
    }
    if (!found) return found;
    const auto* range = std::get_if<Range>(&bands.rows[*found][1].value);
    const Points* last = range != nullptr && range->end == Range::End::included ? points_in(range->to) : nullptr;
    return last != nullptr && last->amount < total ? std::nullopt : found;
}

void add_total(Table& bands, std::vector<bool>& strong, const std::string& label, const Content& at) {
    const Points* total = points_in(at);
    if (total == nullptr) return;
    const auto row = row_of(bands, total->amount);
    bands.columns.push_back({"total:" + label, label, report::Role::points});
    for (std::size_t i = 0; i < bands.rows.size(); ++i) {
        const bool is_here = row && *row == i;
        bands.rows[i].push_back(is_here ? Cell{*total} : Cell{});
        if (is_here) strong[i] = true;
    }
}

}  // namespace

Table ladder_table(const Figure& figure, std::vector<bool>& strong) {
    Table bands = figure.numbers;
    strong.assign(bands.rows.size(), false);
    for (std::size_t i = 0; i < std::min(figure.marks.size(), most_marks); ++i) {
        const auto& [label, at, by_rule] = figure.marks[i];
        if (const auto* range = std::get_if<Range>(&at)) {
            add_total(bands, strong, label + ", lowest", range->from);
            add_total(bands, strong, label + ", highest", range->to);
        } else {
            add_total(bands, strong, label, std::get<Content>(at));
        }
    }
    return bands;
}

Table count_table(const Figure& figure, const std::vector<std::string>& bands) {
    Table table{.id = figure.id + "-by-band",
                .columns = {{"band", "Band", report::Role::band}, {"count", "Jobs", report::Role::count}}};
    for (const std::string& band : bands)
        table.rows.push_back({Cell{Content{report::Band{band}}}, Cell{Content{std::int64_t{0}}}});
    table.rows.push_back({Cell{"in no band, or not known"}, Cell{Content{std::int64_t{0}}}});
    return table;
}

namespace {

/// The place of a level in what a cell lists, from 1; nothing for one that it does not list.
Cell rank_in(const Cell& scale, const Cell& level) {
    const std::string wanted = shown(level);
    std::vector<std::string> levels;
    if (const auto* text = std::get_if<report::Text>(&scale.value)) {
        for (const report::Run& run : text->runs) {
            const auto* content = std::get_if<Content>(&run);
            if (content != nullptr && std::holds_alternative<report::Level>(*content)) levels.push_back(shown(*content));
        }
    } else {
        levels.push_back(shown(scale));
    }
    const auto found = std::find(levels.begin(), levels.end(), wanted);
    return found == levels.end() ? Cell{} : Cell{Content{std::int64_t{found - levels.begin() + 1}}};
}

std::optional<std::size_t> column_of(const Table& table, std::string_view key) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(), [&](const auto& one) { return one.key == key; });
    return found == table.columns.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - table.columns.begin())};
}

Table rank_table(const Figure& figure, const Table& numbers) {
    Table ranks{
        .id = figure.id + "-ranks", .caption = "Ranks of the levels; 1 is the lowest", .columns = {numbers.columns.front()}};
    const auto scale = column_of(numbers, "scale");
    std::vector<std::size_t> levels;
    for (std::size_t i = 0; scale && i < numbers.columns.size(); ++i) {
        if (!numbers.columns[i].key.starts_with("level:") && numbers.columns[i].key != "agreed") continue;
        levels.push_back(i);
        ranks.columns.push_back({"rank:" + numbers.columns[i].key, numbers.columns[i].label, report::Role::count});
    }
    for (const auto& row : numbers.rows) {
        auto& added = ranks.rows.emplace_back(std::vector<Cell>{row.front()});
        for (const std::size_t i : levels) added.push_back(rank_in(row[*scale], row[i]));
    }
    return ranks;
}

Table order_table(const Figure& figure, const Table& numbers) {
    Table order{.id = figure.id + "-order",
                .caption = "The events by number",
                .columns = {numbers.columns[0], {"order", "Number", report::Role::count}, numbers.columns[1]}};
    for (const auto& row : numbers.rows) order.rows.push_back({row[0], order.rows.size() + 1, row[1]});
    return order;
}

}  // namespace

std::optional<Table> chart_table(const Figure& figure, const Table& numbers) {
    if (figure.kind == Figure::Kind::dot_plot && !numbers.columns.empty()) return rank_table(figure, numbers);
    if (figure.kind == Figure::Kind::time_line && numbers.columns.size() > 1) return order_table(figure, numbers);
    return std::nullopt;
}

std::optional<std::size_t> band_column(const Table& table) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [](const auto& one) { return one.role == report::Role::band; });
    if (found == table.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.columns.begin());
}

}  // namespace je::render::xlsx
