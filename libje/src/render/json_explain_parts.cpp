// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/json_explain_parts.hpp"

namespace je::render {
namespace {

using Band = base::OrNone<report::BandTrace>;

void write_band_id(JsonWriter& json, std::string_view key, const Band& band) {
    json.key(key).text_or_null(band.visit([](const report::BandTrace& one) { return one.id; }, [] { return std::string{}; }));
}

void write_points(JsonWriter& json, const report::ExplainResult& job) {
    if (job.masked) json.field("masked", true);
    json.key("total");
    if (job.complete && !job.masked)
        json.value(job.total_min);
    else
        json.null();
    write_band_id(json, "band", job.complete ? job.band_max : Band{});
    json.field("above_floor", job.above_floor).field("to_next", job.to_next);
    write_band_id(json, "next_band", job.next_band);
    if (job.complete || job.masked) return;
    json.field("total_min", job.total_min).field("total_max", job.total_max);
    write_band_id(json, "band_min", job.band_min);
    write_band_id(json, "band_max", job.band_max);
}

void write_pay(JsonWriter& json, const std::optional<report::PayTrace>& pay) {
    if (!pay) return;
    json.key("pay").open_object().field("currency", pay->currency).field_if("period", pay->period).field("min", pay->min);
    json.field("max", pay->max).field_if("from", pay->from).field_if("status", pay->status).field_if("note", pay->note);
    json.field_or_null("at", pay->at).close_object();
}

}  // namespace

void write_job_head(JsonWriter& json, const report::ExplainResult& job) {
    json.field("id", job.id)
        .field("title", job.title)
        .field_if("organisation", job.organisation)
        .field_if("version", job.version);
    json.field_if("note", job.note).field_if("supersedes", job.supersedes).field_or_null("at", job.job_at);
    json.field("complete", job.complete);
    write_points(json, job);
    json.field_if("no_band", job.no_band_reason);
    if (!job.no_band_between.empty()) json.field("may_be_in_no_band", true).field("no_band_between", job.no_band_between);
    if (job.band_below) {
        write_band_id(json, "band_below", job.band_below);
        json.field("above_band_below", job.above_band_below);
    }
    if (job.band_rule) {
        write_band_id(json, "band_by_points", job.points_band_max);
        json.field("band_rule", job.band_rule->id).key("band_rule_trace");
        write_rule(json, *job.band_rule);
    }
    write_pay(json, job.pay);
}

void write_evidence(JsonWriter& json, const std::vector<report::EvidenceView>& evidence) {
    json.key("evidence").open_array();
    for (const auto& piece : evidence) {
        json.open_object()
            .field("document", piece.document)
            .field_or_null("kind", piece.kind)
            .field_or_null("title", piece.title);
        json.field_or_null("version", piece.version).field_or_null("date", piece.date).field_or_null("section", piece.section);
        json.field_or_null("quote", piece.quote)
            .field_or_null("disputed", piece.disputed)
            .field_or_null("at", piece.at)
            .close_object();
    }
    json.close_array();
}

void write_rule(JsonWriter& json, const report::RuleView& rule) {
    json.open_object().field("id", rule.id).field("text", rule.text).field_if("summary", rule.summary);
    json.field_if("source", rule.source).field_or_null("scheme_at", rule.scheme_at);
    if (rule.fact)
        json.field("fact", rule.fact->id).field_or_null("value", rule.fact->value).field_or_null("stated_at", rule.fact->at);
    json.close_object();
}

void write_gaps(JsonWriter& json, std::string_view key, const std::vector<report::EvidenceGap>& gaps) {
    json.key(key).open_array();
    for (const auto& gap : gaps) {
        json.open_object().field("factor", gap.factor).field("document", gap.document).field_or_null("section", gap.section);
        json.field_if("disputed", gap.disputed).field_or_null("at", gap.at).close_object();
    }
    json.close_array();
}

void write_disputes(JsonWriter& json, const report::RecordGaps& gaps) {
    if (gaps.disputes_left_out) {
        json.key("disputed_evidence").null();
    } else {
        write_gaps(json, "disputed_evidence", gaps.disputed);
    }
}

void write_changes(JsonWriter& json, std::string_view key, const report::ChangeSetsView& sets) {
    json.line().field(std::string{key}.append("_found"), sets.found);
    json.field(std::string{key}.append("_one_step_each"), sets.one_step_each);
    if (sets.complete_to_steps) json.field(std::string{key}.append("_complete_to_steps"), *sets.complete_to_steps);
    write_sets(json, key, sets.best);
}

void write_lowering(JsonWriter& json, const std::optional<report::LoweringView>& lowering) {
    json.line().key("appeal_may_lower");
    if (!lowering) {
        json.null();
        return;
    }
    json.open_object().field("allowed", lowering->allowed).field("rule", lowering->rule);
    json.field_or_null("scheme_at", lowering->scheme_at).close_object();
}

void write_sets(JsonWriter& json, std::string_view key, const std::vector<report::ChangeSetView>& sets) {
    json.line().key(key).open_array();
    for (const auto& set : sets) {
        json.line().open_object().field_or_null("to_band", set.to_band).field("steps", set.steps).field("points", set.points);
        json.field("one_step_each", set.one_step_each());
        json.key("changes").open_array();
        for (const auto& change : set.changes) {
            json.open_object().field("factor", change.factor).field("from", change.from).field("to", change.to);
            json.field("points", change.points).close_object();
        }
        json.close_array().close_object();
    }
    json.close_array();
}

}  // namespace je::render
