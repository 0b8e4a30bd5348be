// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/json_parts.hpp"

namespace je::render {

void write_scheme(JsonWriter& json, const std::optional<report::SchemeInfo>& scheme) {
    json.line().key("scheme");
    if (!scheme) {
        json.null();
        return;
    }
    write_scheme_object(json, *scheme);
    json.field_if("caution", scheme->caution);
}

void write_scheme_object(JsonWriter& json, const report::SchemeInfo& scheme) {
    json.open_object()
        .field("id", scheme.id)
        .field("edition", scheme.edition)
        .field("status", scheme.status)
        .field("sha256", scheme.sha256)
        .field_if("file", scheme.file);
    if (scheme.replaces_shipped) json.field("replaces_shipped", true);
    json.close_object();
}

void write_bands(JsonWriter& json, const report::BandsInfo& bands) {
    json.key("bands");
    if (!bands.any) {
        json.null();
        return;
    }
    json.open_object()
        .field_or_null("file", bands.file)
        .field("from", bands.from)
        .field("until", bands.until)
        .field_if("caution", bands.caution)
        .close_object();
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).open_array();
    for (const std::string& text : texts) json.value(text);
    json.close_array();
}

void write_errors(JsonWriter& json, const std::vector<report::ErrorEntry>& errors, std::size_t not_listed) {
    json.line().key("errors").open_array();
    for (const report::ErrorEntry& error : errors) {
        json.line()
            .open_object()
            .field_or_null("job", error.job)
            .field("id", error.id)
            .field("message", error.message)
            .field_or_null("at", error.at)
            .close_object();
    }
    if (!errors.empty()) json.line();
    json.close_array();
    if (not_listed > 0) json.field("errors_not_listed", not_listed);
}

namespace {

void write_tool(JsonWriter& json, const report::ToolInfo& tool) {
    json.line().key("tool").open_object().field("name", "je").field("version", tool.version);
    if (!tool.arguments.empty()) {
        json.key("arguments").open_array();
        for (const std::string& argument : tool.arguments) json.value(argument);
        json.close_array();
    }
    json.field_if("stamp", tool.stamp).close_object();
}

}  // namespace

void write_moves(JsonWriter& json, const model::BandMoves& moves) {
    json.field("up", moves.up).field("down", moves.down).field("same", moves.same);
    write_without_band(json, moves);
}

void write_without_band(JsonWriter& json, const model::BandMoves& moves) {
    moves.without_band([&json](std::string_view kind, std::size_t jobs) { json.field(kind, jobs); });
}

void write_left_out(JsonWriter& json, const report::LeftOutRecords& left_out) {
    if (!left_out.any()) return;
    json.line().key("left_out").open_object().field("single_holder", left_out.single_holder);
    json.field("holders_not_known", left_out.holders_not_known).close_object();
}

void write_ending(JsonWriter& json, const std::vector<report::InputFile>& inputs, const report::ToolInfo& tool) {
    json.line().key("inputs").open_array();
    for (const report::InputFile& input : inputs) {
        json.line().open_object().field("name", input.name).field("sha256", input.sha256).close_object();
    }
    if (!inputs.empty()) json.line();
    json.close_array();
    write_tool(json, tool);
}

}  // namespace je::render
