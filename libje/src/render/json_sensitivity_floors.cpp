// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "render/json_sensitivity_floors.hpp"

#include "render/json_parts.hpp"

namespace je::render {

namespace {

void write_shifts(JsonWriter& json, const report::FloorsView& view) {
    json.line().key("shifts").open_array();
    for (const report::FloorShiftView& shift : view.shifts) {
        json.open_object().field_or_null("floor", shift.floor).field("by", shift.by);
        json.field("up", shift.moves.up).field("down", shift.moves.down);
        write_without_band(json, shift.moves);
        json.close_object();
    }
    json.close_array();
}

void write_gaps(JsonWriter& json, const report::FloorsView& view) {
    json.line().key("gaps").open_array();
    for (const report::GapView& gap : view.gaps) {
        json.open_object().field("below", gap.below).field("above", gap.above).field("width", gap.width);
        json.key("floors").open_array();
        for (const std::string& floor : gap.floors) json.value(floor);
        json.close_array().close_object();
    }
    json.close_array();
    json.line().key("slack").open_array();
    for (const report::SlackView& slack : view.slack) {
        json.open_object().field("floor", slack.floor).field("at", slack.at);
        json.field("can_fall", slack.can_fall).field("can_rise", slack.can_rise).close_object();
    }
    json.close_array();
}

void write_jobs(JsonWriter& json, const report::FloorsView& view) {
    json.line().key("jobs").open_array();
    for (const report::JobFloorsView& job : view.jobs) {
        json.line().open_object().field("id", job.job).field("total", job.total).field_or_null("band", job.band);
        json.field("own_floor_up", job.own_floor_up).field_or_null("next_band", job.next);
        json.field("next_floor_down", job.next_floor_down).close_object();
    }
    json.close_array();
}

void write_side_by_side(JsonWriter& json, const std::optional<report::SideBySideView>& both) {
    json.line().key("side_by_side");
    if (!both) {
        json.null();
        return;
    }
    json.open_object().field("a", both->a).field("b", both->b).field("bands_a", both->bands_a).field("bands_b", both->bands_b);
    write_moves(json.field("same_ids", both->same_ids), both->moves);
    json.key("jobs").open_array();
    for (const auto& job : both->jobs) {
        json.line().open_object().field("id", job.job).field("total", job.total);
        json.field_or_null("a", job.a).field_or_null("b", job.b);
        json.field("moves", to_text(job.move)).close_object();
    }
    json.close_array().close_object();
}

void write_derived_floor(JsonWriter& json, const report::DerivedFloorView& floor) {
    json.open_object().field("band", floor.band).field("present", floor.present).field("floor", floor.floor);
    json.field("jobs", floor.jobs);
    if (floor.above) json.field("above", floor.above).field("above_job", floor.above_job);
    if (floor.up_to) json.field("up_to", floor.up_to).field("up_to_job", floor.up_to_job);
    json.field_if("note", floor.note).close_object();
}

void write_derived(JsonWriter& json, const report::FloorsView& view) {
    json.line().key("derived").open_array();
    for (const report::DerivedView& derived : view.derived) {
        json.line().open_object().field("rule", derived.rule).field_if("reason", derived.reason).key("floors").open_array();
        for (const report::DerivedFloorView& floor : derived.floors) write_derived_floor(json, floor);
        json.close_array();
        if (derived.reason.empty()) write_moves(json, derived.moves);
        json.key("moved").open_array();
        for (const report::MovedJobView& moved : derived.moved)
            json.open_object()
                .field("id", moved.job)
                .field_or_null("from", moved.from)
                .field_or_null("to", moved.to)
                .close_object();
        json.close_array().close_object();
    }
    json.close_array();
}

}  // namespace

void write_floors(JsonWriter& json, const report::FloorsView& view) {
    json.line().key("floors").open_object().field("unit", view.unit).field("step", view.step).field("most", view.most);
    write_shifts(json, view);
    write_gaps(json, view);
    write_jobs(json, view);
    write_side_by_side(json, view.side_by_side);
    write_derived(json, view);
    json.close_object();
}

}  // namespace je::render
