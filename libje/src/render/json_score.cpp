// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/json.hpp"
#include "render/json_parts.hpp"

namespace je::render {

namespace {

void write_factor(JsonWriter& json, const report::ScoredFactor& factor) {
    json.open_object().field("id", factor.id).field_or_null("level", factor.level).field("points", factor.points);
    json.field_or_null("source", factor.source);
    if (factor.points_min) json.field("points_min", factor.points_min).field("points_max", factor.points_max);
    if (factor.stated != factor.level) json.field_if("stated", factor.stated);
    json.field_if("modifier", factor.modifier).close_object();
}

void write_total(JsonWriter& json, const report::ScoredJob& job) {
    using Maybe = std::optional<base::Decimal>;
    json.field("complete", job.complete)
        .field("total", job.complete ? Maybe{job.total_max} : Maybe{})
        .field_or_null("band", job.complete ? job.band_max : std::string{})
        .field("above_floor", job.above_floor)
        .field("to_next", job.to_next)
        .field_or_null("next_band", job.next_band);
    if (!job.complete) {
        json.field("total_min", job.total_min)
            .field("total_max", job.total_max)
            .field_or_null("band_min", job.band_min)
            .field_or_null("band_max", job.band_max);
    }
}

/// What only some jobs have.
void write_extras(JsonWriter& json, const report::ScoredJob& job) {
    json.field_if("no_band", job.no_band);
    if (!job.no_band_between.empty()) json.field("may_be_in_no_band", true).field("no_band_between", job.no_band_between);
    if (!job.band_rule.empty()) {
        json.field_or_null("band_by_points", job.band_by_points).field("band_rule", job.band_rule);
    }
    if (job.pay) {
        json.key("pay").open_object().field("min", job.pay->min).field("max", job.pay->max).close_object();
    }
    json.field_if("note", job.note);
}

}  // namespace

void ScoreJson::begin(const report::ScoreHead& head) {
    JsonWriter json{out_};
    json.open_object().field("format", "je-score/1");
    write_scheme(json, head.scheme);
    write_bands(json, head.bands);
    json.field("as_of", head.as_of);
    if (!head.currency.empty()) {
        json.key("pay")
            .open_object()
            .field("currency", head.currency)
            .field_or_null("period", head.period)
            .field_or_null("from", head.pay_from)
            .close_object();
    }
    json.line().key("jobs").open_array();
}

void ScoreJson::job(const report::ScoredJob& job) {
    JsonWriter json{out_};
    json.after_value(!first_).line().open_object().field("id", job.id).field("title", job.title);
    first_ = false;
    write_total(json, job);
    write_extras(json, job);
    json.key("factors").open_array();
    for (const report::ScoredFactor& factor : job.factors) write_factor(json, factor);
    json.close_array().close_object();
}

void ScoreJson::end(const report::ScoreTail& tail) {
    JsonWriter json{out_};
    if (!first_) json.line();
    json.close_array();
    write_errors(json, tail.errors, tail.errors_not_listed);
    write_left_out(json, tail.left_out);
    write_ending(json, tail.inputs, tail.tool);
    json.close_object();
    out_.push_back('\n');
}

std::string json(const report::ScoreResult& result) {
    std::string out;
    ScoreJson writer{out};
    writer.begin(result.head);
    for (const report::ScoredJob& job : result.jobs) writer.job(job);
    writer.end(result.tail);
    return out;
}

}  // namespace je::render
