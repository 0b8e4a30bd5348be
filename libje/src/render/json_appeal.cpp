// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/appeal_json.hpp"
#include "render/json_explain_parts.hpp"
#include "render/json_panel_parts.hpp"
#include "render/json_parts.hpp"

namespace je::render {
namespace {

using report::AppealResult;

void write_outcome_of(JsonWriter& json, std::string_view key, const report::PanelResult& panel) {
    json.line().key(key).open_object().field("panel", panel.panel).field("date", panel.date);
    write_scored(json, panel.outcome);
    json.close_object();
}

void write_changed(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("changes").open_array();
    for (const auto& change : appeal.changes) {
        json.line()
            .open_object()
            .field("factor", change.factor)
            .field_or_null("from", change.from)
            .field_or_null("to", change.to);
        json.field("points", change.points).field("on_ground", change.on_ground);
        write_cited(json, change.evidence);
        json.field_or_null("claim", change.claim).field_or_null("reason", change.reason);
        json.field_or_null("reason_before", change.reason_before);
        write_dissent(json, change.dissent);
        json.close_object();
    }
    json.close_array();
}

std::string_view verdict_of(const appeal::Deadline& deadline) {
    if (deadline.in_time == appeal::InTime::late) return deadline.miss_is_error() ? "fail" : "warn";
    return to_text(deadline.in_time);
}

void write_deadlines(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("deadlines").open_array();
    for (const auto& deadline : appeal.deadlines) {
        json.line().open_object().field("rule", deadline.rule).field("from", deadline.from).field("due", deadline.due);
        json.field("done", deadline.done).field("verdict", verdict_of(deadline));
        json.field_or_null("limit", deadline.period).field("from_event", deadline.from_event);
        json.field("until_event", deadline.until_event).field("beyond_holidays", deadline.beyond_holidays).close_object();
    }
    json.close_array();
}

void write_dates(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("effective_dates").open_array();
    for (const auto& date : appeal.dates) {
        json.line().open_object().field("date", date.date).field_or_null("argued_by", date.argued_by);
        json.key("days_before_latest").number(static_cast<double>(date.days_before_latest)).key("days");
        if (date.days) {
            json.number(static_cast<double>(*date.days));
        } else {
            json.null();
        }
        json.field("at_bottom", date.at_bottom).field("at_top", date.at_top).close_object();
    }
    json.close_array();
}

void write_grounds(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("grounds").open_array();
    for (const auto& ground : appeal.grounds) {
        json.line()
            .open_object()
            .field("kind", ground.kind)
            .field_or_null("factor", ground.factor)
            .field_or_null("claim", ground.claim);
        json.field_or_null("argument", ground.argument);
        write_cited(json, ground.evidence);
        json.field_or_null("result", ground.result).field_or_null("at", ground.at).close_object();
    }
    json.close_array();
}

void write_events(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("events").open_array();
    for (const auto& event : appeal.events) {
        json.open_object().field("kind", event.kind).field("date", event.date).field_if("note", event.note).close_object();
    }
    json.close_array();
}

void write_gaps_of(JsonWriter& json, const report::PanelGaps& gaps) {
    json.line().key("record_gaps").open_object();
    write_texts(json, "no_reason", gaps.no_reason);
    write_texts(json, "no_evidence", gaps.no_evidence);
    write_texts(json, "not_scored_by_all", gaps.not_scored_by_all);
    write_texts(json, "splits", gaps.splits);
    write_texts(json, "dissent", gaps.dissent);
    write_texts(json, "questions", gaps.questions);
    json.close_object();
}

void write_result(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("outcome");
    if (!appeal.repanel) {
        json.null();
        return;
    }
    json.open_object();
    write_scored(json, appeal.repanel->outcome);
    json.field_or_null("direction", appeal.direction ? to_text(*appeal.direction) : std::string_view{}).close_object();
}

void write_both_panels(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("panels").open_array().line().open_object();
    write_panel(json, appeal.original);
    json.close_object();
    if (appeal.repanel) {
        json.line().open_object();
        write_panel(json, *appeal.repanel);
        json.close_object();
    }
    json.close_array();
}

/// Outcomes and verdicts alone.
void write_public_part(JsonWriter& json, const AppealResult& appeal) {
    json.line().key("deadlines").open_array();
    for (const auto& deadline : appeal.deadlines)
        json.open_object().field("rule", deadline.rule).field("verdict", verdict_of(deadline)).close_object();
    json.close_array();
    write_findings(json, appeal.rules);
    write_result(json, appeal);
    if (appeal.repanel) json.field("n_on_both_panels", appeal.sat_on_both);
    json.line().field("job", appeal.job).field_or_null("job_title", appeal.job_title);
    json.field("audience", to_text(appeal.audience));
    write_scheme(json.line(), appeal.scheme);
    write_bands(json, appeal.bands);
    write_texts(json.field("as_of", appeal.as_of), "differences", appeal.differences);
    write_texts(json, "rules_waiting", appeal.waiting);
    write_texts(json, "not_set", appeal.not_set);
    json.line().field_or_null("decision_date", appeal.decision_date).field_or_null("effective_date", appeal.effective_date);
}

void write_appeal(JsonWriter& json, const AppealResult& appeal) {
    json.field("appeal", appeal.appeal);
    write_outcome_of(json, "original", appeal.original);
    if (appeal.repanel) {
        write_outcome_of(json, "repanel", *appeal.repanel);
    } else {
        json.line().key("repanel").null();
    }
    if (hides_texts(appeal.audience)) return write_public_part(json, appeal);
    write_changed(json, appeal);
    write_deadlines(json, appeal);
    write_findings(json, appeal.rules);
    write_result(json, appeal);
    json.line().field("job", appeal.job).field_or_null("job_title", appeal.job_title).field("kind", appeal.kind);
    json.field("brought_by", appeal.brought_by).field_or_null("claims_band", appeal.claims_band);
    json.field("audience", to_text(appeal.audience)).field_if("notes", appeal.notes);
    write_scheme(json.line(), appeal.scheme);
    write_bands(json, appeal.bands);
    json.field("as_of", appeal.as_of);
    write_texts(json, "differences", appeal.differences);
    write_texts(json, "rules_waiting", appeal.waiting);
    write_texts(json, "not_set", appeal.not_set);
    write_events(json, appeal);
    write_grounds(json, appeal);
    json.line().key("if_claims_met").open_object();
    write_outcome(json, appeal.if_claims_met);
    json.field_if("no_band", appeal.claims_lose_band).close_object();
    json.field_or_null("target_band", appeal.target_band).field("reached", appeal.reached);
    json.field("max_factors", appeal.max_factors);
    write_changes(json, "raise_among_appealed", appeal.among_appealed);
    write_changes(json, "raise", appeal.among_all);
    write_changes(json, "lower", appeal.down);
    write_changes(json, "raise_and_lose", appeal.up_and_out);
    write_lowering(json, appeal.lowering);
    write_dates(json, appeal);
    json.line().field_or_null("decision_date", appeal.decision_date).field_or_null("decision_reason", appeal.decision_reason);
    json.field_or_null("effective_date", appeal.effective_date).field_if("currency", appeal.currency);
    write_gaps_of(json, appeal.gaps);
    write_both_panels(json, appeal);
}

}  // namespace

std::string json(const report::AppealsResult& result) {
    std::string out;
    JsonWriter json{out};
    json.open_object();
    if (result.appeals.size() == 1) {
        json.field("format", "je-appeal-result/1");
        write_appeal(json, result.appeals.front());
    } else {
        json.field("format", "je-appeals-result/1").line().key("appeals").open_array();
        for (const auto& appeal : result.appeals) {
            json.line().open_object();
            write_appeal(json, appeal);
            json.close_object();
        }
        json.close_array();
    }
    write_left_out(json, result.left_out);
    write_ending(json, result.inputs, result.tool);
    json.close_object();
    out.push_back('\n');
    return out;
}

}  // namespace je::render
