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
        const auto& [label, at] = figure.marks[i];
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

std::optional<std::size_t> band_column(const Table& table) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [](const auto& one) { return one.role == report::Role::band; });
    if (found == table.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.columns.begin());
}

}  // namespace je::render::xlsx
