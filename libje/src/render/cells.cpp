// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/cells.hpp"

#include <fmt/format.h>

#include <variant>

#include "render/clean.hpp"

namespace je::render {

namespace {

struct ShowCell {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(base::Decimal number) const { return number.to_string(); }
    std::string operator()(double estimate) const { return fmt::format("{:.10g}", estimate); }
    std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
};

}  // namespace

std::string shown(const report::Cell& cell) { return std::visit(ShowCell{}, cell); }

std::string shown(const report::Column& column) {
    return column.unit.empty() ? column.label : column.label + " (" + column.unit + ")";
}

std::vector<std::vector<std::string>> text_grid(const report::Table& table) {
    std::vector<std::vector<std::string>> grid(1);
    for (const report::Column& column : table.columns) {
        grid[0].push_back(one_line(shown(column)));
    }
    for (const auto& row : table.rows) {
        auto& line = grid.emplace_back();
        for (const report::Cell& cell : row) {
            line.push_back(one_line(shown(cell)));
        }
    }
    return grid;
}

bool holds_together(const report::Block& first, const report::Block& second) {
    return std::holds_alternative<report::Bullets>(second) && std::holds_alternative<report::Paragraph>(first);
}

}  // namespace je::render
