// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/tables_reader.hpp"

#include "io/yaml_map_reader.hpp"

namespace je::io {
namespace {

using model::BandTableDraft;
using model::PayTableDraft;

BandTableDraft::Band band_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 5> keys{"id", "name", "floor", "max", "note"};
    const YamlMapReader map{context, node, "band", keys};
    return {.id = map.need_code("id"),
            .name = map.reference("name"),
            .floor = map.need_number("floor"),
            .max = map.number("max"),
            .note = map.text("note")};
}

BandTableDraft::Unbanded unbanded_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 3> keys{"from", "to", "reason"};
    const YamlMapReader map{context, node, "unbanded entry", keys};
    return {.from = map.need_number("from"), .to = map.need_number("to"), .reason = map.need_text("reason").value};
}

/// One hole may stand alone, without a list around it.
std::vector<BandTableDraft::Unbanded> holes_of(const YamlContext& context, const YamlMapReader& map) {
    const YamlNode* node = map.find("unbanded");
    if (node != nullptr && node->is_map()) return {unbanded_of(context, *node)};
    return map.list("unbanded", unbanded_of);
}

PayTableDraft::Row pay_row_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 3> keys{"band", "min", "max"};
    const YamlMapReader map{context, node, "pay row", keys};
    return {.band = map.need_code("band"), .min = map.need_number("min"), .max = map.need_number("max")};
}

}  // namespace

model::SchemeDraft::Source source_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 3> keys{"id", "title", "url"};
    const YamlMapReader map{context, node, "source", keys};
    return {.id = map.need_code("id"), .title = map.need_text("title").value, .url = map.text("url")};
}

BandTableDraft band_table_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 6> keys{"from", "until", "source", "open_ended", "unbanded", "table"};
    const YamlMapReader map{context, node, "band table", keys};
    return {.from = map.date("from"),
            .until = map.date("until"),
            .source = map.code("source"),
            .open_ended = map.flag("open_ended"),
            .unbanded = holes_of(context, map),
            .bands = map.need_list("table", band_of),
            .at = context.at(node)};
}

PayTableDraft pay_table_of(const YamlContext& context, const YamlNode& node) {
    static constexpr std::array<std::string_view, 7> keys{"from", "currency", "period", "status", "source", "note", "table"};
    const YamlMapReader map{context, node, "pay table", keys};
    return {.from = map.date("from"),
            .currency = map.need_code("currency"),
            .period = map.need_text("period").value,
            .status = map.code("status"),
            .source = map.code("source"),
            .note = map.text("note"),
            .rows = map.need_list("table", pay_row_of),
            .at = context.at(node)};
}

}  // namespace je::io
