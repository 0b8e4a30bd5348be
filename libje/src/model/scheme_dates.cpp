// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme_dates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace je::model {

namespace {

void no_from(const DatedTable& table, std::string_view what, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S64",
                       .at = table.at,
                       .message = fmt::format("a {} has no 'from', though there are several", what),
                       .expected = "'from' in each of several tables",
                       .fix = "add the date from which the table is in force"});
}

void same_from(const DatedTable& table, std::string_view what, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S65",
                       .at = table.from->at,
                       .message = fmt::format("two {}s are in force from {}", what, table.from->value.to_string()),
                       .expected = "one table in force on any day",
                       .fix = "correct one of the dates; where both tables say the same, one is enough"});
}

void overlap(const DatedTable& table, const DatedTable& earlier, std::string_view what, base::Diagnostics& diagnostics) {
    diagnostics.error({.id = "JE-S65",
                       .at = table.from->at,
                       .message = fmt::format("a {} is in force from {}, while the one from {} is in force until {}", what,
                                              table.from->value.to_string(), earlier.from->value.to_string(),
                                              earlier.until->value.to_string()),
                       .expected = "one table in force on any day",
                       .fix = "let the earlier table end the day before, or begin the later one afterwards"});
}

void check_overlaps(const std::vector<DatedTable>& tables, std::string_view what, base::Diagnostics& diagnostics) {
    const DatedTable* longest = nullptr;  // of the earlier ones, the one that ends last
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto& table = tables[i];
        if (i > 0 && tables[i - 1].from->value == table.from->value) {
            same_from(table, what, diagnostics);
        } else if (longest != nullptr && longest->until->value >= table.from->value) {
            overlap(table, *longest, what, diagnostics);
        }
        if (table.until && (longest == nullptr || table.until->value > longest->until->value)) longest = &table;
    }
}

}  // namespace

void check_dates(std::vector<DatedTable> tables, std::string_view what, base::Diagnostics& diagnostics) {
    if (tables.size() < 2) return;
    for (const auto& table : tables) {
        if (!table.from) no_from(table, what, diagnostics);
    }
    tables.erase(std::remove_if(tables.begin(), tables.end(), [](const DatedTable& t) { return !t.from; }), tables.end());
    std::stable_sort(tables.begin(), tables.end(),
                     [](const DatedTable& a, const DatedTable& b) { return a.from->value < b.from->value; });
    check_overlaps(tables, what, diagnostics);
}

}  // namespace je::model
