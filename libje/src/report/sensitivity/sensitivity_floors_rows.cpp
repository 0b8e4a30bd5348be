// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "je/report/common.hpp"
#include "report/explain/explain_document.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

class FloorRows {
public:
    explicit FloorRows(std::vector<LongRow>& rows) : rows_{rows} {}

    void add(const FloorsView& view) {
        for (const FloorShiftView& shift : view.shifts) {
            put("", "moves_up", shift.floor, shift.by, count_cell(shift.moves.up));
            put("", "moves_down", shift.floor, shift.by, count_cell(shift.moves.down));
            shift.moves.without_band([&](const std::string& kind, std::size_t jobs) {
                put("", "moves_" + kind, shift.floor, shift.by, count_cell(jobs));
            });
        }
        for (const SlackView& slack : view.slack) {
            put("", "floor", slack.floor, "", slack.at);
            put("", "can_fall", slack.floor, "", cell_or_nothing(slack.can_fall));
            put("", "can_rise", slack.floor, "", cell_or_nothing(slack.can_rise));
        }
        for (const GapView& gap : view.gaps)
            put("", "gap", fmt::format("{}", fmt::join(gap.floors, " ")),
                fmt::format("{}..{}", gap.below.to_string(), gap.above.to_string()), gap.width);
        for (const JobFloorsView& job : view.jobs) {
            put(job.job, "own_floor_up", job.band, "", cell_or_nothing(job.own_floor_up));
            put(job.job, "next_floor_down", job.next, "", cell_or_nothing(job.next_floor_down));
        }
        if (view.side_by_side) add(*view.side_by_side);
        for (const DerivedView& derived : view.derived) add(derived);
    }

private:
    void put(const std::string& job, std::string quantity, std::string band, Cell other, Cell value) {
        rows_.push_back({.part = "floors",
                         .job = job,
                         .quantity = std::move(quantity),
                         .factor = {},
                         .band = std::move(band),
                         .other = std::move(other),
                         .value = std::move(value),
                         .standard_error = {}});
    }

    void put_text(const std::string& job, std::string quantity, std::string band, std::string other, std::string text) {
        put(job, std::move(quantity), std::move(band), std::move(other), {});
        rows_.back().text = std::move(text);
    }

    /// Under `band` the band of the first table, as the text that of the second.
    void add(const SideBySideView& both) {
        for (const auto& job : both.jobs) put_text(job.job, "band_beside", job.a, both.b, job.b);
        put("", "moves_up_beside", "", both.b, count_cell(both.moves.up));
        put("", "moves_down_beside", "", both.b, count_cell(both.moves.down));
        put("", "same_beside", "", both.b, count_cell(both.moves.same));
        both.moves.without_band([&](const std::string& kind, std::size_t jobs) {
            put("", "moves_" + kind + "_beside", "", both.b, count_cell(jobs));
        });
    }

    void add(const DerivedView& derived) {
        const std::string rule{to_text(derived.rule)};
        if (!derived.reason.empty()) put_text("", "derived_reason", "", rule, derived.reason);
        for (const DerivedFloorView& floor : derived.floors) {
            if (floor.above) put(floor.above_job, "derived_above", floor.band, rule, *floor.above);
            if (floor.up_to) put(floor.up_to_job, "derived_up_to", floor.band, rule, *floor.up_to);
            if (!floor.floor) continue;
            put("", "derived_floor", floor.band, rule, *floor.floor);
            put("", "derived_jobs", floor.band, rule, count_cell(floor.jobs));
        }
        for (const MovedJobView& moved : derived.moved) put_text(moved.job, "derived_band", moved.from, rule, moved.to);
        if (!derived.reason.empty()) return;
        put("", "derived_moves_up", "", rule, count_cell(derived.moves.up));
        put("", "derived_moves_down", "", rule, count_cell(derived.moves.down));
        put("", "derived_same", "", rule, count_cell(derived.moves.same));
        derived.moves.without_band(
            [&](const std::string& kind, std::size_t jobs) { put("", "derived_moves_" + kind, "", rule, count_cell(jobs)); });
    }

    std::vector<LongRow>& rows_;
};

}  // namespace

void add_floor_rows(std::vector<LongRow>& rows, const FloorsView& view) { FloorRows{rows}.add(view); }

}  // namespace je::report
