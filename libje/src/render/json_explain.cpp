// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/explain_json.hpp"
#include "render/json_explain_parts.hpp"
#include "render/json_parts.hpp"

namespace je::render {
namespace {

void write_neighbour(JsonWriter& json, std::string_view key, const std::optional<report::LevelView>& level) {
    json.key(key);
    if (!level) {
        json.null();
        return;
    }
    json.open_object().field("level", level->id).field_or_null("summary", level->summary).field("points", level->points);
    json.field("difference", level->difference)
        .field("allowed", level->allowed)
        .field("unlikely", level->unlikely)
        .field_or_null("scheme_at", level->scheme_at);
    json.close_object();
}

void write_possible(JsonWriter& json, const std::vector<report::LevelView>& levels) {
    json.key("possible").open_array();
    for (const auto& level : levels) {
        json.open_object().field("level", level.id).field_or_null("summary", level.summary).field("points", level.points);
        json.field_or_null("scheme_at", level.scheme_at).close_object();
    }
    json.close_array();
}

void write_convention(JsonWriter& json, const report::ConventionView& rule) {
    json.open_object().field("id", rule.id).field_or_null("from", rule.from).field_or_null("until", rule.until);
    json.field("text", rule.text).field_if("source", rule.source).field_or_null("scheme_at", rule.scheme_at).close_object();
}

void write_conventions(JsonWriter& json, const std::vector<report::ConventionView>& rules) {
    json.key("conventions").open_array();
    for (const auto& rule : rules) write_convention(json, rule);
    json.close_array();
}

void write_rules(JsonWriter& json, const report::FactorTrace& trace) {
    if (trace.derived) {
        json.key("derived");
        write_rule(json, *trace.derived);
    }
    if (!trace.modifiers.empty()) {
        json.key("modifiers").open_array();
        for (const auto& rule : trace.modifiers) write_rule(json, rule);
        json.close_array();
    }
    if (trace.undecided.empty()) return;
    json.key("undecided").open_array();
    for (const auto& rule : trace.undecided) write_rule(json, rule);
    json.close_array();
}

void write_factor(JsonWriter& json, const report::FactorTrace& trace) {
    json.line().open_object().field("id", trace.id).field("name", trace.name).field_if("group", trace.group);
    json.field_if("matrix", trace.matrix).field("level", trace.level).field("points", trace.points);
    if (!trace.points && trace.points_min) json.field("points_min", trace.points_min).field("points_max", trace.points_max);
    json.field("largest", trace.largest).field_or_null("source", trace.source).field("stated", trace.stated);
    json.field_or_null("level_summary", trace.level_summary).field_or_null("rule", trace.rule);
    json.field_or_null("stated_at", trace.stated_at).field_or_null("scheme_at", trace.scheme_at);
    json.field_if("figures_from", trace.figures_from);
    write_rules(json, trace);
    write_evidence(json, trace.evidence);
    json.field_if("note", trace.note);
    write_conventions(json, trace.conventions);
    write_neighbour(json, "below", trace.below);
    write_neighbour(json, "above", trace.above);
    if (!trace.level) write_possible(json, trace.possible);
    json.close_object();
}

void write_matrices(JsonWriter& json, const report::ExplainResult& result) {
    json.key("matrices").open_array();
    for (const auto& unit : result.units) {
        if (!unit.is_matrix) continue;
        json.open_object()
            .field("id", unit.id)
            .field("name", unit.name)
            .field_or_null("level", unit.level)
            .field("points", unit.points);
        if (!unit.points) json.field("points_min", unit.points_min).field("points_max", unit.points_max);
        json.field("largest", unit.largest).field("unlikely", unit.unlikely).field_or_null("rule", unit.rule);
        json.field_or_null("scheme_at", unit.scheme_at).close_object();
    }
    json.close_array();
}

void write_facts(JsonWriter& json, const report::ExplainResult& result) {
    json.key("facts").open_array();
    for (const auto& fact : result.facts)
        json.open_object().field("id", fact.id).field_or_null("value", fact.value).field_or_null("at", fact.at).close_object();
    json.close_array().key("constraints").open_array();
    for (const auto& rule : result.constraints) {
        json.open_object().field("id", rule.id).field("severity", rule.severity).field("verdict", rule.verdict);
        json.field("message", rule.message)
            .field_if("source", rule.source)
            .field_or_null("scheme_at", rule.scheme_at)
            .close_object();
    }
    json.close_array();
}

void write_gaps(JsonWriter& json, const report::RecordGaps& gaps) {
    write_texts(json, "missing_levels", gaps.no_level);
    write_texts(json, "missing_evidence", gaps.no_evidence);
    write_gaps(json, "bare_evidence", gaps.bare_evidence);
    write_disputes(json, gaps);
    write_texts(json, "undated_documents", gaps.undated_documents);
    write_texts(json, "uncited_documents", gaps.uncited_documents);
    write_texts(json, "unstated_facts", gaps.unstated_facts);
}

void write_factors(JsonWriter& json, const report::ExplainResult& result) {
    json.line().key("factors").open_array();
    for (const auto& trace : result.factors) write_factor(json, trace);
    json.close_array();
    json.line();
    write_matrices(json, result);
    write_facts(json, result);
    write_conventions(json, result.conventions);
    json.line();
    write_gaps(json, result.gaps);
}

}  // namespace

std::string json(const report::ExplainResult& result) {
    std::string out;
    JsonWriter json{out};
    json.open_object().field("format", "je-explain/1");
    write_scheme(json, result.scheme);
    write_bands(json, result.bands);
    json.field("as_of", result.as_of);
    json.line();
    write_job_head(json, result);
    write_factors(json, result);
    json.field("max_factors", result.max_factors);
    write_changes(json, "raise", result.raise);
    write_changes(json, "lower", result.lower);
    write_changes(json, "raise_and_lose", result.raise_and_lose);
    write_lowering(json, result.lowering);
    write_ending(json, result.inputs, result.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
