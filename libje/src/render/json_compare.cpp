// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/compare_json.hpp"
#include "render/json_explain_parts.hpp"
#include "render/json_parts.hpp"

namespace je::render {
namespace {

void write_job(JsonWriter& json, const report::CompareResult& result, std::size_t j) {
    const auto& job = result.jobs[j];
    json.line().open_object();
    write_job_head(json, job);
    json.field("difference", result.total_differences[j]);
    write_texts(json, "missing_levels", job.gaps.no_level);
    write_texts(json, "missing_evidence", job.gaps.no_evidence);
    write_disputes(json, job.gaps);
    json.close_object();
}

void write_unit(JsonWriter& json, const report::CompareResult& result, std::size_t u) {
    const auto& unit = result.units[u];
    json.line().open_object().field("id", unit.id).field("name", unit.name).field("kind", unit.is_matrix ? "matrix" : "factor");
    json.key("jobs").open_array();
    for (std::size_t j = 0; j < result.jobs.size(); ++j) {
        const auto& scored = result.jobs[j].units[u];
        json.open_object().field("job", result.jobs[j].id).field_or_null("level", scored.level).field("points", scored.points);
        if (!scored.points && !result.jobs[j].masked)
            json.field("points_min", scored.points_min).field("points_max", scored.points_max);
        json.field("difference", unit.differences[j]).close_object();
    }
    json.close_array().close_object();
}

void write_trace(JsonWriter& json, const report::ExplainResult& job, const report::FactorTrace& trace) {
    json.open_object().field("job", job.id).field("level", trace.level).field_or_null("level_summary", trace.level_summary);
    json.field_or_null("source", trace.source).field_or_null("stated_at", trace.stated_at);
    write_evidence(json, trace.evidence);
    json.field_if("note", trace.note).close_object();
}

void write_factor(JsonWriter& json, const report::CompareResult& result, std::size_t f) {
    const auto& factor = result.factors[f];
    json.line().open_object().field("id", factor.id).field("name", factor.name).field("same", factor.same);
    json.key("jobs").open_array();
    for (const auto& job : result.jobs) write_trace(json, job, job.factors[f]);
    json.close_array().close_object();
}

}  // namespace

std::string json(const report::CompareResult& result) {
    std::string out;
    JsonWriter json{out};
    const auto& first = result.jobs.front();
    json.open_object().field("format", "je-compare/1");
    write_scheme(json, first.scheme);
    write_bands(json, first.bands);
    json.field("as_of", first.as_of);
    json.line().key("jobs").open_array();
    for (std::size_t j = 0; j < result.jobs.size(); ++j) write_job(json, result, j);
    json.close_array().line().key("units").open_array();
    for (std::size_t u = 0; u < result.units.size(); ++u) write_unit(json, result, u);
    json.close_array().line().key("factors").open_array();
    for (std::size_t f = 0; f < result.factors.size(); ++f) write_factor(json, result, f);
    json.close_array();
    write_left_out(json, result.left_out);
    write_ending(json, result.inputs, result.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
