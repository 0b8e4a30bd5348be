// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/json_sensitivity_levels.hpp"

#include "render/json_explain_parts.hpp"

namespace je::render {
namespace {

void write_move(JsonWriter& json, const report::StepMoveView& move) {
    json.field("factor", move.factor).field("from", move.from).field("to", move.to).field_if("counts_as", move.counts_as);
}

void write_one_step(JsonWriter& json, const std::vector<report::LevelStepView>& steps) {
    json.line().key("one_step").open_array();
    for (const auto& step : steps) {
        json.line().open_object();
        write_move(json, step.changes.front());
        json.field("total", step.total).field_or_null("band", step.band).field("changes_band", step.changes_band);
        json.field("allowed", step.allowed).field_if("why_not", step.why_not).close_object();
    }
    json.close_array();
}

void write_pairs(JsonWriter& json, const report::LevelsView& view) {
    json.line().key("pairs").open_object().field("looked_at", view.pairs_looked_at).key("changing").open_array();
    for (const auto& pair : view.pairs) {
        json.line().open_object().key("changes").open_array();
        for (const auto& move : pair.changes) {
            json.open_object();
            write_move(json, move);
            json.close_object();
        }
        json.close_array().field("total", pair.total).field_or_null("band", pair.band).close_object();
    }
    json.close_array().field("not_listed", view.pairs_not_listed()).close_object();
}

void write_chances(JsonWriter& json, const report::LevelsView& view) {
    json.line().field_or_null("uncertainty", view.uncertainty).key("band_chance");
    if (!view.has_chances()) {
        json.null().field("band_chance_reason",
                          view.uncertainty.empty() ? "no uncertainty of levels was given" : view.no_band_chances);
        json.key("mean").null().key("standard_deviation").null();
        return;
    }
    json.open_array();
    for (const auto& [band, chance] : view.band_chances)
        json.open_object().field_or_null("band", band).key("chance").number(chance).close_object();
    json.close_array().key("mean").number(view.mean).key("standard_deviation").number(view.standard_deviation);
    json.field("total_min", view.lowest).field("total_max", view.highest).key("at_end_of_scale").open_array();
    for (const auto& end : view.at_ends)
        json.open_object().field("factor", end.factor).field("level", end.level).close_object();
    json.close_array();
}

}  // namespace

void write_sensitivity_levels(JsonWriter& json, const report::LevelsView& view) {
    json.line().key("levels").open_object();
    write_one_step(json, view.one_step);
    write_pairs(json, view);
    write_chances(json, view);
    write_changes(json, "raise", view.raise);
    write_changes(json, "lower", view.lower);
    write_changes(json, "raise_and_lose", view.raise_and_lose);
    json.close_object();
}

}  // namespace je::render
