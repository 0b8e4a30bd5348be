// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/report/seal_result.hpp"

namespace je::report {

namespace {

Table table_of(const SealResult& result) {
    Table table;
    table.columns = {{.key = "entry", .label = "Entry", .role = Role::count},
                     {.key = "kind", .label = "Kind"},
                     {.key = "id", .label = "Id"},
                     {.key = "file", .label = "File"},
                     {.key = "hash", .label = "Hash"}};
    for (const SealedRow& row : result.files) {
        if (row.unchanged) continue;
        table.rows.push_back({row.entry, row.kind, row.id, row.name, row.hash});
    }
    return table;
}

}  // namespace

Document seal_document(const SealResult& result) {
    Document document;
    if (auto table = table_of(result); !table.rows.empty()) document.add(std::move(table));
    Bullets unchanged;
    for (const SealedRow& row : result.files) {
        if (row.unchanged) unchanged.items.push_back(say("{} is unchanged since entry {}", row.name, row.entry));
    }
    if (!unchanged.items.empty()) document.add(std::move(unchanged));
    document.add(
        Facts{{{"Log", say("{}, {}", result.log, counted(result.entries, "entry", "entries"))}, {"Head", result.head}}});
    document.add(Paragraph{"Note the head outside the log: it shows later whether entries were cut off at the end."});
    return document;
}

}  // namespace je::report
