// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/json.hpp"
#include "render/json_parts.hpp"

namespace je::render {

namespace {

void write_mismatches(JsonWriter& json, const report::TestedExample& example) {
    json.key("mismatches").open_array();
    for (const report::Mismatch& m : example.mismatches) {
        json.open_object()
            .field("what", m.what)
            .field("expected", m.expected)
            .field("got", m.got)
            .field_or_null("at", m.at)
            .close_object();
    }
    json.close_array();
}

void write_factors(JsonWriter& json, const report::TestedExample& example) {
    json.key("factors").open_array();
    for (const report::ScoredFactor& factor : example.factors) {
        json.open_object()
            .field("id", factor.id)
            .field_or_null("level", factor.level)
            .field("points", factor.points)
            .close_object();
    }
    json.close_array();
}

void write_example(JsonWriter& json, const report::TestedExample& example) {
    json.line()
        .open_object()
        .field("name", example.name)
        .field_or_null("at", example.at)
        .field("scheme", example.scheme)
        .field_or_null("source", example.source)
        .field("passed", example.passed());
    if (!example.passed()) {
        json.field_if("error", example.problem);
        write_mismatches(json, example);
        write_factors(json, example);
    }
    json.close_object();
}

}  // namespace

std::string json(const report::TestResult& result) {
    std::string out;
    JsonWriter json{out};
    json.open_object().field("format", "je-test-result/1");
    json.line().field("passed", result.passed()).field("failed", result.examples.size() - result.passed());
    if (!result.schemes.empty()) {
        json.line().key("schemes").open_array();
        for (const auto& scheme : result.schemes) write_scheme_object(json, scheme);
        json.close_array();
    }
    json.line().key("examples").open_array();
    for (const auto& example : result.examples) write_example(json, example);
    if (!result.examples.empty()) json.line();
    json.close_array();
    write_errors(json, result.errors);
    write_ending(json, result.inputs, result.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
