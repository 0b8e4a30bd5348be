// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/xlsx/formulas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace je::render::xlsx {

using report::Formula;

namespace {

std::string quoted_sheet(const Plan& plan, std::size_t sheet) { return fmt::format("'{}'!", plan.sheets[sheet].name); }

/// As the cell `at` names another: what stands in its row moves with it.
std::string seen_from(const Plan& plan, const Spot& at, const Spot& spot) {
    if (spot.sheet != at.sheet) return reference(plan, spot);
    if (spot.row == at.row) return fmt::format("{}{}", column_name(spot.column), spot.row + 1);
    return fmt::format("${}${}", column_name(spot.column), spot.row + 1);
}

/// "SUM($C$5:$C$17)" of cells one under another, else each by itself.
std::string sum_text(const Plan& plan, const Spot& at, const std::vector<Spot>& spots) {
    const auto is_next = [](const Spot& a, const Spot& b) {
        return a.sheet == b.sheet && a.column == b.column && a.row + 1 == b.row;
    };
    bool is_column = spots.size() > 1;
    for (std::size_t i = 1; i < spots.size(); ++i) is_column = is_column && is_next(spots[i - 1], spots[i]);
    if (is_column && spots.front().sheet == at.sheet)
        return fmt::format("SUM({}:{})", seen_from(plan, at, spots.front()), seen_from(plan, at, spots.back()));
    if (is_column)
        return fmt::format(
            "SUM({})", column_reference(plan, spots.front().sheet, spots.front().row, spots.back().row, spots.front().column));
    constexpr std::size_t most_arguments = 200;  // of a function: 255
    std::string text;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        text += i % most_arguments == 0 ? (i == 0 ? "SUM(" : ")+SUM(") : ",";
        text += seen_from(plan, at, spots[i]);
    }
    return text + ")";
}

/// The last band whose floor the total has reached; "none" below the first, and above a stated largest total.
std::string band_text(const Plan& plan, const TableSpot& floors, const std::string& total, const std::string& before) {
    const auto column = [&](std::size_t at) {
        return column_reference(plan, floors.sheet, floors.head + 1, floors.end - 1, at);
    };
    const std::string from = column(floors.columns[1]);
    const std::string band = fmt::format("LOOKUP({},{},{})", total, from, column(floors.columns[0]));
    const std::string named = before.empty() ? band : literal(before) + "&" + band;
    const std::string none = literal(ours("none"));
    if (!floors.is_split[1]) return fmt::format("IFERROR({},{})", named, none);
    return fmt::format("IFERROR(IF({0}>LOOKUP({0},{1},{2}),{4},{3}),{4})", total, from, column(floors.columns[1] + 1), named,
                       none);
}

}  // namespace

std::string column_name(std::size_t column) {
    char name[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(name, static_cast<lxw_col_t>(column), LXW_FALSE);
    return name;
}

std::string reference(const Plan& plan, const Spot& spot) {
    return fmt::format("{}${}${}", quoted_sheet(plan, spot.sheet), column_name(spot.column), spot.row + 1);
}

std::string column_reference(const Plan& plan, std::size_t sheet, std::size_t first_row, std::size_t last_row,
                             std::size_t column) {
    const std::string name = column_name(column);
    return fmt::format("{0}${1}${2}:${1}${3}", quoted_sheet(plan, sheet), name, first_row + 1, last_row + 1);
}

std::string formula_text(const Plan& plan, const FindAnchor& find, const Formula& formula, const Spot& at,
                         const std::string& before) {
    std::vector<Spot> spots;
    for (const std::string& name : formula.of) {
        const Spot* spot = find(name);
        if (spot == nullptr) return {};
        spots.push_back(*spot);
    }
    if (spots.empty()) return {};
    switch (formula.kind) {
        case Formula::Kind::sum:
            return sum_text(plan, at, spots);
        case Formula::Kind::difference:
            return fmt::format("{}-{}", seen_from(plan, at, spots.front()), seen_from(plan, at, spots.back()));
        case Formula::Kind::band: {
            const TableSpot* floors = plan.table(formula.floors);
            if (floors == nullptr || floors->end == floors->head + 1) return {};
            return band_text(plan, *floors, seen_from(plan, at, spots.front()), before);
        }
    }
    return {};
}

}  // namespace je::render::xlsx
