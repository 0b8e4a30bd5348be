// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/readers/matrix_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace je::io {

using model::SchemeDraft;

std::optional<SchemeDraft::RoundingDraft> rounding_of(const YamlContext& context, const YamlNode& node, std::string_view) {
    const YamlMapReader map{context, node, keys::rounding};
    return SchemeDraft::RoundingDraft{.to = map.need_number("to"), .mode = map.need_code("mode")};
}

std::optional<SchemeDraft::RoundingDraft> dependent_rounding_of(const YamlContext& context, const YamlNode& node,
                                                                std::string_view key) {
    const YamlMapReader map{context, node, keys::rounding};
    const YamlNode* to = map.find("to");
    const bool is_number =
        to == nullptr || !to->is_scalar() ||
        (to->plain && !to->text.empty() && std::string_view{"0123456789-+."}.find(to->text.front()) != std::string_view::npos);
    if (is_number) return rounding_of(context, node, key);
    return SchemeDraft::RoundingDraft{.to = {}, .mode = map.need_code("mode"), .series = map.need_code("to")};
}

namespace {

/// Where cells stand: under so many more dimensions, in the list or at the level that messages call `name`. `measure` is the
/// key of a cell that is a map.
struct CellsPlace {
    std::size_t dimensions;
    std::string_view name;
    std::string_view measure;
};

/// A number, `null`, or a map with a mark.
void read_cell(const YamlContext& context, const YamlNode& node, const CellsPlace& place, SchemeDraft::Cells& cell) {
    if (node.kind == YamlKind::null) return;
    cell.form = SchemeDraft::Cells::Form::cell;
    if (!node.is_map()) {
        cell.value = read_number(context, node, place.name);
        return;
    }
    const YamlMapReader map{context, node, keys::cell};
    for (const std::string_view other : {"points", "percent"}) {
        if (other == place.measure || !map.has(other)) continue;
        context.error("JE-E21", map.key_node(other), fmt::format("the cell states '{}' in place of '{}'", other, place.measure),
                      "'percent' in the cells of a matrix with 'percent_of', 'points' in those of others",
                      fmt::format("hold it against the scheme's own grid, and write '{}'", place.measure));
        return;
    }
    cell.value = map.need_number(place.measure);
    cell.unlikely = map.flag("unlikely");
}

SchemeDraft::Cells cells_of(const YamlContext& context, const YamlNode& node, const CellsPlace& place);

/// In the order of the last factor's levels.
void read_cell_list(const YamlContext& context, const YamlNode& node, const CellsPlace& place, SchemeDraft::Cells& cells) {
    cells.form = SchemeDraft::Cells::Form::list;
    for (const YamlNode& item : YamlItems{node}) cells.under.push_back(cells_of(context, item, {0, place.name, place.measure}));
}

void read_cell_map(const YamlContext& context, const YamlNode& node, const CellsPlace& place, SchemeDraft::Cells& cells) {
    cells.form = SchemeDraft::Cells::Form::levels;
    if (!is_map(context, node, Name{place.name})) return;
    for (const auto entry : YamlEntries{node}) {
        if (!entry.key.is_scalar()) continue;
        auto level = read_key(context, entry.key, "cells");
        auto under = cells_of(context, entry.value, {place.dimensions - 1, entry.key.text, place.measure});
        if (!level) continue;
        under.level = *std::move(level);
        cells.under.push_back(std::move(under));
    }
}

SchemeDraft::Cells cells_of(const YamlContext& context, const YamlNode& node, const CellsPlace& place) {
    SchemeDraft::Cells cells;
    cells.at = context.at(node);
    if (place.dimensions == 0) {
        read_cell(context, node, place, cells);
    } else if (place.dimensions == 1 && node.is_sequence()) {
        read_cell_list(context, node, place, cells);
    } else if (node.kind != YamlKind::null) {
        read_cell_map(context, node, place, cells);
    }
    return cells;
}

/// `dimensions`, or `rows` and `columns` for a matrix of two.
std::vector<YamlText> dimensions_of(const YamlContext& context, const YamlMapReader& map) {
    if (!map.has("dimensions")) return {map.need_code("rows"), map.need_code("columns")};
    for (const auto key : {"rows", "columns"}) {
        if (!map.has(key)) continue;
        context.error("JE-E01", map.key_node(key), fmt::format("the matrix states 'dimensions' and '{}'", key),
                      "either 'dimensions', or 'rows' and 'columns'",
                      "keep 'dimensions' alone: the rows first, then the columns");
    }
    return map.codes("dimensions");
}

}  // namespace

SchemeDraft::Matrix matrix_of(const YamlContext& context, const YamlNode& node) {
    const YamlMapReader map{context, node, keys::matrix};
    auto dimensions = dimensions_of(context, map);
    const YamlNode* cells = map.need("cells");
    const bool is_dependent = map.has("percent_of");
    const CellsPlace place{std::max<std::size_t>(dimensions.size(), 1), "cells", is_dependent ? "percent" : "points"};
    return {.id = map.need_code("id"),
            .name = map.need_words("name").value,
            .group = map.code("group"),
            .source = map.code("source"),
            .dimensions = std::move(dimensions),
            .cells = cells == nullptr ? SchemeDraft::Cells{} : cells_of(context, *cells, place),
            .at = context.at(node),
            .weight = map.number("weight"),
            .percent_of = map.code("percent_of"),
            .rounding = is_dependent ? map.part("rounding", dependent_rounding_of) : map.part("rounding", rounding_of),
            .short_name = map.part("short", read_filled_words)};
}

}  // namespace je::io
