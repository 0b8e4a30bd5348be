// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/batch_json.hpp"
#include "render/json_parts.hpp"

namespace je::render {

namespace {

void write_section(JsonWriter& json, const report::BatchSection& section) {
    json.line().open_object().field("name", section.name).field("at", section.at).field("outcome", to_text(section.outcome));
    json.line();
    write_texts(json, "arguments", section.arguments);
    json.line();
    write_texts(json, "read", section.read);
    json.line();
    write_texts(json, "written", section.written);
    json.field("warnings", section.warnings);
    write_errors(json, section.messages, section.errors - section.messages.size());
    json.close_object();
}

}  // namespace

std::string json(const report::BatchResult& result) {
    std::string out;
    JsonWriter json{out};
    json.open_object().field("format", "je-batch/1");
    json.line()
        .key("run_file")
        .open_object()
        .field("name", result.run_file.name)
        .field("sha256", result.run_file.sha256)
        .close_object();
    json.field("dry_run", result.dry_run);
    json.line().key("sections").open_array();
    for (const report::BatchSection& section : result.sections) write_section(json, section);
    json.line().close_array();
    json.line().key("outputs").open_array();
    for (const report::InputFile& file : result.written) {
        json.line().open_object().field("name", file.name).field("sha256", file.sha256).close_object();
    }
    if (!result.written.empty()) json.line();
    json.close_array();
    write_ending(json, result.read, result.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
