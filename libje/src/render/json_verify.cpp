// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/verify_json.hpp"
#include "render/json_parts.hpp"

namespace je::render {

namespace {

void write_inputs(JsonWriter& json, const report::VerifiedFile& file) {
    json.line().key("inputs").open_array();
    for (const report::VerifiedInput& input : file.inputs) {
        json.line().open_object().field("name", input.name).field("state", to_text(input.state)).close_object();
    }
    json.close_array();
}

void write_differences(JsonWriter& json, const report::VerifiedFile& file) {
    json.line().key("differences").open_array();
    for (const report::ValueDifference& d : file.differences) {
        json.line().open_object().field("path", d.path).field("stored", d.stored).field("now", d.now).close_object();
    }
    json.close_array();
    json.field("differences_not_listed", file.differences_not_listed);
}

void write_result(JsonWriter& json, const report::VerifiedFile& file) {
    json.line();
    write_texts(json, "arguments", file.arguments);
    write_inputs(json, file);
    write_differences(json, file);
    json.line();
    write_texts(json, "notes", file.notes);
}

void write_log(JsonWriter& json, const report::VerifiedFile& file) {
    json.field("entries", file.entries).field("head", file.head).key("sealed").open_array();
    for (const report::VerifiedSeal& seal : file.sealed) {
        json.line()
            .open_object()
            .field("name", seal.name)
            .field("entry", seal.entry)
            .field("state", to_text(seal.state))
            .close_object();
    }
    json.close_array();
}

void write_file(JsonWriter& json, const report::VerifiedFile& file) {
    json.line().open_object().field("name", file.name).field_or_null("of", file.format).field("verdict", to_text(file.verdict));
    if (file.head.empty()) {
        write_result(json, file);
    } else {
        write_log(json, file);
    }
    json.close_object();
}

}  // namespace

std::string json(const report::VerifyResult& result) {
    std::string out;
    JsonWriter json{out};
    json.open_object().field("format", "je-verify/1");
    json.line().key("files").open_array();
    for (const report::VerifiedFile& file : result.files) write_file(json, file);
    if (!result.files.empty()) json.line();
    json.close_array();
    write_errors(json, result.errors);
    write_ending(json, result.inputs, result.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
