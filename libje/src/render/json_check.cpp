// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/json.hpp"
#include "render/json_parts.hpp"

namespace je::render {

namespace {

std::string_view severity_text(base::Severity severity) {
    return severity == base::Severity::error ? "error" : severity == base::Severity::warning ? "warning" : "note";
}

void write_message(JsonWriter& json, const base::Diagnostic& d) {
    const bool known = d.at.known();
    json.open_object()
        .field("severity", severity_text(d.severity))
        .field("id", d.id)
        .field_or_null("file", d.at.source ? d.at.source->name : std::string{})
        .field("line", known ? std::optional{d.at.line} : std::nullopt)
        .field("column", known ? std::optional{d.at.column} : std::nullopt)
        .field("message", d.message)
        .field_or_null("expected", d.expected)
        .field_or_null("fix", d.fix)
        .close_object();
}

void write_unit(JsonWriter& json, const report::ShownUnit& unit) {
    json.line()
        .open_object()
        .field("id", unit.id)
        .field("name", unit.name)
        .field_or_null("group", unit.group)
        .field("rule", unit.rule)
        .field("printed_weight", unit.printed_weight)
        .field("weight", unit.weight);
    json.field_or_null("source", unit.source).key(unit.is_matrix ? "cells" : "levels").open_array();
    for (const auto& entry : unit.entries) {
        json.open_object().field(unit.is_matrix ? "row" : "id", entry.level);
        if (unit.is_matrix) json.field("column", entry.column);
        json.field("points", entry.points);
        if (unit.is_matrix) json.field("unlikely", entry.unlikely);
        json.close_object();
    }
    json.close_array().close_object();
}

void write_bands(JsonWriter& json, const report::ShownBandTable& table) {
    json.line()
        .open_object()
        .field_or_null("from", table.from)
        .field_or_null("until", table.until)
        .field_or_null("source", table.source);
    json.key("bands").open_array();
    for (const report::ShownBand& band : table.bands) {
        json.open_object()
            .field("id", band.id)
            .field_or_null("name", band.name)
            .field("floor", band.floor)
            .field("max", band.max)
            .field("below", band.below)
            .field("reachable_totals", band.reachable)
            .close_object();
    }
    json.close_array().close_object();
}

void write_shown(JsonWriter& json, const report::ShownScheme& scheme) {
    json.line()
        .open_object()
        .field("id", scheme.info.id)
        .field("edition", scheme.info.edition)
        .field("status", scheme.info.status)
        .field("sha256", scheme.info.sha256);
    if (scheme.info.replaces_shipped) json.field("replaces_shipped", true);
    json.field("smallest_total", scheme.smallest_total).field("largest_total", scheme.largest_total);
    json.key("units").open_array();
    for (const auto& unit : scheme.units) write_unit(json, unit);
    json.close_array().key("band_tables").open_array();
    for (const auto& table : scheme.band_tables) write_bands(json, table);
    json.close_array().close_object();
}

void write_file(JsonWriter& json, const report::CheckedFile& file) {
    json.line()
        .open_object()
        .field("name", file.name)
        .field("kind", file.kind)
        .field("errors", file.errors)
        .field("warnings", file.warnings)
        .field_or_null("proved", file.proved)
        .close_object();
}

}  // namespace

std::string json(const report::CheckResult& result) {
    std::string out;
    JsonWriter json{out};
    json.open_object().field("format", "je-check/1").line().key("files").open_array();
    for (const auto& file : result.files) write_file(json, file);
    json.line().close_array().line().field("errors", result.said.errors()).field("warnings", result.said.warnings());
    json.line().key("messages").open_array();
    for (const auto& d : result.said.all()) {
        json.line();
        write_message(json, d);
    }
    if (!result.said.all().empty()) json.line();
    json.close_array();
    if (result.said.not_kept() > 0) json.field("messages_not_listed", result.said.not_kept());
    if (!result.schemes.empty()) {
        json.line().key("schemes").open_array();
        for (const auto& scheme : result.schemes) write_scheme_object(json, scheme);
        json.close_array();
    }
    if (!result.shown.empty()) {
        json.line().key("shown").open_array();
        for (const auto& scheme : result.shown) write_shown(json, scheme);
        json.line().close_array();
    }
    write_ending(json, result.inputs, result.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
