// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/panel_json.hpp"
#include "render/json_explain_parts.hpp"
#include "render/json_panel_parts.hpp"
#include "render/json_parts.hpp"

namespace je::render {
namespace {

void write_statistic(JsonWriter& json, std::string_view key, const numerics::Statistic& statistic) {
    json.key(key);
    if (statistic.value) {
        json.number(*statistic.value);
        return;
    }
    json.null().key(std::string{key}.append("_reason")).value(statistic.reason);
}

void write_interval(JsonWriter& json, std::string_view key, const panel::Coefficient& coefficient) {
    json.key(key);
    if (coefficient.interval) {
        json.open_array().number(coefficient.interval->lower).number(coefficient.interval->upper).close_array();
    } else {
        json.null().key(std::string{key}.append("_reason")).value(coefficient.no_interval);
    }
}

void write_pairs(JsonWriter& json, const panel::Agreement& agreement) {
    json.key("pairs").open_array();
    for (const auto& pair : agreement.pairs) {
        json.open_object().field("a", pair.a).field("b", pair.b);
        write_statistic(json, "weighted_kappa", pair.kappa);
        json.field("n_factors", pair.units).close_object();
    }
    json.close_array();
}

void write_splits(JsonWriter& json, const report::PanelResult& panel) {
    json.line().key("splits").open_array();
    for (const report::PanelFactorView* split : panel.splits()) {
        json.line().open_object().field("factor", split->id);
        write_levels(json, split->individual);
        json.field_or_null("agreed", split->agreed).field("spread", split->spread).close_object();
    }
    json.close_array();
}

void write_outcomes(JsonWriter& json, const report::PanelResult& panel) {
    json.line().key("under_rules").open_array();
    for (const auto& [rule, outcome] : panel.under_rules) {
        json.line().open_object().field("rule", rule);
        write_outcome(json, outcome);
        json.close_object();
    }
    json.close_array().line().key("leave_one_out").open_array();
    for (const auto& one : panel.leave_one_out) {
        json.line().open_object().field("panellist", one.panellist);
        json.key("band_by_median");
        if (one.by_median.is_decided()) {
            json.text_or_null(one.by_median.band_max);
        } else {
            json.null();
        }
        write_outcome(json, one.by_median);
        json.field("moves_total", one.moves_total).close_object();
    }
    write_texts(json.close_array().line(), "most_influential", panel.most_influential);
}

void write_chances(JsonWriter& json, const report::PanelResult& panel) {
    json.line().key("band_probability");
    if (!panel.no_band_chances.empty()) {
        json.null().field("band_probability_reason", panel.no_band_chances);
        return;
    }
    json.open_array();
    for (const auto& [band, chance] : panel.band_chances) {
        json.open_object().field_or_null("band", band).key("probability").number(chance).close_object();
    }
    json.close_array();
}

void write_people(JsonWriter& json, const report::PanelResult& panel) {
    json.line().key("panellists").open_array();
    for (const auto& person : panel.people) {
        json.line().open_object().field("id", person.id).field_if("name", person.name).field("side", person.side);
        json.field("role", person.role).field_if("post", person.post).field_if("organisation", person.organisation);
        write_texts(json, "trained_in", person.trained_in);
        json.field_or_null("connected_to_job", person.connected_to_job).close_object();
    }
    json.close_array();
}

void write_sides(JsonWriter& json, const report::PanelResult& panel) {
    json.line().key("sides").open_array();
    for (const auto& side : panel.sides) {
        json.open_object().field("side", to_text(side.side)).key("mean_level").number(side.mean);
        json.field("panellists", side.panellists).field("levels", side.levels).close_object();
    }
    json.close_array();
}

void write_factor(JsonWriter& json, const report::PanelFactorView& factor) {
    json.line().open_object().field("id", factor.id).field("name", factor.name);
    write_levels(json, factor.individual);
    write_texts(json, "not_scored_by", factor.not_scored_by);
    json.field("spread", factor.spread).field_or_null("agreed", factor.agreed).field("points", factor.points);
    json.field_or_null("rationale", factor.rationale);
    write_cited(json, factor.evidence);
    write_dissent(json, factor.dissent);
    json.field_or_null("at", factor.at).close_object();
}

}  // namespace

void write_levels(JsonWriter& json, const std::vector<std::pair<std::string, std::string>>& levels) {
    json.key("levels").open_object();
    for (const auto& [who, level] : levels) json.field(who, level);
    json.close_object();
}

void write_cited(JsonWriter& json, const std::vector<report::CitedView>& evidence) {
    json.key("evidence").open_array();
    for (const auto& item : evidence) {
        json.open_object().field_or_null("document", item.document).field_if("section", item.section);
        json.field_if("quote", item.quote).field_if("disputed", item.disputed).close_object();
    }
    json.close_array();
}

void write_dissent(JsonWriter& json, const std::vector<report::DissentView>& dissents) {
    json.key("dissent").open_array();
    for (const auto& dissent : dissents) {
        json.open_object().field("panellist", dissent.panellist).field_or_null("level", dissent.level);
        json.field_or_null("reason", dissent.reason).close_object();
    }
    json.close_array();
}

void write_findings(JsonWriter& json, const std::vector<panel::Finding>& findings) {
    json.line().key("rules").open_array();
    for (const auto& finding : findings) {
        json.line().open_object().field("id", finding.rule).field("verdict", to_text(finding.verdict));
        json.field("message", finding.message)
            .field_if("summary", finding.summary)
            .field_if("source", finding.source)
            .close_object();
    }
    json.close_array();
}

void write_outcome(JsonWriter& json, const report::OutcomeView& outcome) {
    if (outcome.is_decided()) {
        json.field("total", outcome.total_max).field_or_null("band", outcome.band_max);
        return;
    }
    json.key("total").null().key("band").null();
    json.field("total_min", outcome.total_min).field("total_max", outcome.total_max);
    json.field_or_null("band_min", outcome.band_min).field_or_null("band_max", outcome.band_max);
}

void write_scored(JsonWriter& json, const report::ScoredJob& job) {
    if (job.complete) {
        json.field("total", job.total_max).field_or_null("band", job.band_max).field("above_floor", job.above_floor);
        json.field("to_next", job.to_next).field_or_null("next_band", job.next_band);
        return;
    }
    write_outcome(json, {job.total_min, job.total_max, job.band_min, job.band_max});
}

void write_agreement(JsonWriter& json, const panel::Agreement& agreement) {
    json.line().key("agreement").open_object();
    write_statistic(json, "krippendorff_alpha", agreement.krippendorff_alpha.value);
    write_statistic(json, "icc_2_1", agreement.icc_2_1.value);
    write_statistic(json, "icc_2_k", agreement.icc_2_k.value);
    write_statistic(json, "kendall_w", agreement.kendall_w.value);
    write_statistic(json, "percent_exact", agreement.percent_exact);
    json.field("n_panellists", agreement.panellists)
        .field("n_factors", agreement.factors)
        .field("n_complete", agreement.complete);
    write_interval(json, "icc_2_1_interval", agreement.icc_2_1);
    write_interval(json, "icc_2_k_interval", agreement.icc_2_k);
    write_pairs(json, agreement);
    json.field("caution", agreement.caution).close_object();
}

void write_panel(JsonWriter& json, const report::PanelResult& panel) {
    const bool is_public = hides_texts(panel.audience);
    json.field("panel", panel.panel).field("job", panel.job);
    write_scored(json, panel.outcome);
    if (is_public) json.field("n_panellists", panel.agreement.panellists);
    if (!is_public) write_agreement(json, panel.agreement);
    write_findings(json, panel.rules);
    if (!is_public) {
        write_splits(json, panel);
        write_outcomes(json, panel);
        write_chances(json, panel);
    }
    json.line().field_or_null("job_title", panel.job_title).field_or_null("job_version", panel.job_version);
    json.field("date", panel.date).field("stage", panel.stage);
    if (!is_public) json.field_or_null("decision", panel.decision);
    json.field("audience", to_text(panel.audience)).field_if("notes", panel.notes);
    write_scheme(json.line(), panel.scheme);
    write_bands(json, panel.bands);
    write_texts(json.field("as_of", panel.as_of), "differences", panel.differences);
    write_texts(json, "not_set", panel.not_set);
    if (is_public) return;
    write_people(json, panel);
    write_sides(json, panel);
    json.line().key("factors").open_array();
    for (const auto& factor : panel.factors) write_factor(json, factor);
    json.close_array();
}

std::string json(const report::PanelsResult& result) {
    std::string out;
    JsonWriter json{out};
    json.open_object();
    if (result.panels.size() == 1) {
        json.field("format", "je-panel-result/1");
        write_panel(json, result.panels.front());
    } else {
        json.field("format", "je-panels-result/1");
        write_moves(json.line().key("movers").open_object(), result.movers.bands);
        if (result.movers.other_bands > 0) json.field("other_bands", result.movers.other_bands);
        json.close_object();
        const bool is_public = result.left_out.any() || (!result.panels.empty() && hides_texts(result.panels.front().audience));
        if (!is_public) write_agreement(json, result.agreement);
        json.line().key("panels").open_array();
        for (const auto& panel : result.panels) {
            json.line().open_object();
            write_panel(json, panel);
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
