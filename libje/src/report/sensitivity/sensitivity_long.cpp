// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

/// The rows of one part, about one job where a row names no other.
class PartRows {
public:
    PartRows(std::vector<LongRow>& rows, std::string part, std::string job = {})
        : rows_{rows}, part_{std::move(part)}, job_{std::move(job)} {}

    /// `row` says what it is about; its text stands for a value that is no number.
    void put(std::string quantity, Cell value, LongRow row = {}) {
        row.part = part_;
        if (row.job.empty()) row.job = job_;
        row.quantity = std::move(quantity);
        row.value = std::move(value);
        rows_.push_back(std::move(row));
    }
    template <class T>
    void put_if_any(std::string quantity, const std::optional<T>& value, LongRow row = {}) {
        if (value) put(std::move(quantity), *value, std::move(row));
    }
    /// "moves_up", "moves_out_of_bands", ...: what stands around each kind, and the quantity of those that stay; empty: not
    /// told.
    void put_moves(const MovesView& moves, const LongRow& row, const std::string& before, const std::string& behind,
                   const std::string& same) {
        put(before + "up" + behind, moves.up, row);
        put(before + "down" + behind, moves.down, row);
        if (!same.empty()) put(same, moves.same, row);
        moves.without_band([&](const std::string& kind, std::size_t jobs) { put(before + kind + behind, jobs, row); });
    }

private:
    std::vector<LongRow>& rows_;
    std::string part_;
    std::string job_;
};

/// So that two holes are told apart.
std::string hole_in_words(const std::optional<base::Decimal>& from) {
    return from ? fmt::format("hole from {}", from->to_string()) : std::string{};
}

LongRow about_share(const BandShare& share) {
    return {.band = share.band, .other = hole_in_words(share.from), .standard_error = value_or(share.standard_error)};
}
LongRow about_number(const NumberShare& share) {
    return {.other = fmt::format("{}", share.number), .standard_error = share.standard_error};
}

void add_base(PartRows rows, const SensitivityJob& job) {
    const bool has_points = !job.levels || job.levels->has_points;
    rows.put(has_points ? "total" : "band", has_points ? Cell{job.total} : Cell{}, {.band = job.band});
    rows.put_if_any("above_floor", job.above_floor, {.band = job.band});
    rows.put_if_any("to_next", job.to_next, {.band = job.band});
}

void add_change(PartRows& rows, const std::string& way, const WeightChangeView& change, const SensitivityHead& head) {
    rows.put(way + "_moved", change.moved, {.band = change.band});
    rows.put(way + "_distance", change.distance, {.band = change.band});
    for (std::size_t f = 0; f < change.weights.size(); ++f)
        rows.put(way + "_weight", change.weights[f], {.factor = head.factors[f].id, .band = change.band});
}

void add_weights(PartRows rows, const SensitivityJob& job, const SensitivityHead& head) {
    const WeightsView& weights = *job.weights;
    rows.put_if_any("critical_spread_up", weights.critical_up);
    rows.put_if_any("critical_spread_down", weights.critical_down);
    rows.put("total_min", weights.total_min);
    rows.put("total_max", weights.total_max);
    for (const BandShare& share : weights.acceptability) rows.put("share", share.share, about_share(share));
    for (const OneWeightView& one : weights.one_at_a_time) {
        rows.put("holds_from", one.holds_from, {.factor = one.factor, .band = job.band});
        rows.put("holds_to", one.holds_to, {.factor = one.factor, .band = job.band});
        if (one.below) rows.put("below_at", one.below->at, {.factor = one.factor, .band = one.below->band});
        if (one.above) rows.put("above_at", one.above->at, {.factor = one.factor, .band = one.above->band});
    }
    if (weights.up) add_change(rows, "up", *weights.up, head);
    if (weights.down) add_change(rows, "down", *weights.down, head);
    for (const CentralWeightsView& one : weights.central) {
        for (std::size_t f = 0; f < one.weights.size(); ++f)
            rows.put("central_weight", one.weights[f],
                     {.factor = head.factors[f].id, .band = one.band, .standard_error = one.standard_errors[f]});
    }
}

void add_sets(PartRows& rows, const LevelsView& view, const ChangeSetsView& sets, const std::string& way) {
    if (view.max_factors > 0) rows.put(way + "_found", sets.found);
    for (const auto& set : sets.best) {
        std::vector<Text> changes;
        for (const auto& change : set.changes) changes.push_back(say("{} {} -> {}", change.factor, change.from, change.to));
        rows.put(way + "_steps", set.steps, {.band = set.to_band, .other = listed(changes)});
    }
}

void add_levels(PartRows rows, const LevelsView& view) {
    for (const LevelStepView& step : view.one_step) {
        const StepMoveView& move = step.changes.front();
        const LongRow about{.factor = move.factor, .band = step.band, .other = move.to};
        if (view.has_points) rows.put("one_step_total", value_or(step.total), about);
        rows.put("one_step_allowed", std::int64_t{step.allowed}, about);
        rows.put("one_step_changes_band", std::int64_t{step.changes_band}, about);
    }
    if (view.pairs_looked_at > 0) {
        rows.put("pairs_looked_at", view.pairs_looked_at);
        rows.put("pairs_changing_band", view.pairs_found);
    }
    if (view.has_chances()) {
        for (const BandShare& one : view.band_chances) rows.put("band_chance", one.share, {.band = one.band});
        for (const EndOfScale& end : view.at_ends)
            rows.put("at_end_of_scale", std::int64_t{1}, {.factor = end.factor, .other = end.level});
        if (view.has_points) {
            rows.put("mean_total", view.mean);
            rows.put("sd_total", view.standard_deviation);
        }
    }
    add_sets(rows, view, view.raise, "raise");
    add_sets(rows, view, view.lower, "lower");
    add_sets(rows, view, view.raise_and_lose, "raise_and_lose");
}

void add_joint(PartRows rows, const JointView& joint) {
    for (const BandShare& one : joint.bands) rows.put("joint_share", one.share, about_share(one));
    for (const NumberShare& one : joint.ranks) rows.put("rank_share", one.share, about_number(one));
    rows.put("expected_rank", joint.expected_rank, {.standard_error = joint.expected_rank_error});
}

void add_factors(PartRows rows, const FactorsView& view) {
    for (const FactorEffectView& factor : view.factors) {
        const LongRow about{.factor = factor.id};
        rows.put("weight", factor.weight, about);
        rows.put("effective_weight", value_or(factor.effective_weight), about);
        if (!factor.effective_weight)
            rows.put("effective_weight_reason", {}, {.factor = factor.id, .text = view.no_effective_weight.value_or("")});
        const std::string_view note = effective_weight_note(factor);
        if (!note.empty()) rows.put("effective_weight_note", {}, {.factor = factor.id, .text = std::string{note}});
        rows.put("jobs_flipped", factor.jobs_flipped, about);
        if (!factor.left_out) continue;
        rows.put_moves(factor.left_out->moves, about, "left_out_", "", "left_out_same");
        for (const MovedJobView& moved : factor.left_out->moved)
            rows.put("band_without", {},
                     {.job = moved.job, .factor = factor.id, .band = moved.from, .text = moved.to.value_or("")});
    }
}

void add_derived(PartRows& rows, const DerivedView& derived) {
    const std::string rule{to_text(derived.rule)};
    if (derived.reason) rows.put("derived_reason", {}, {.other = rule, .text = *derived.reason});
    for (const DerivedFloorView& floor : derived.floors) {
        const LongRow about{.band = floor.band, .other = rule};
        rows.put_if_any("derived_above", floor.above, {.job = floor.above_job, .band = floor.band, .other = rule});
        rows.put_if_any("derived_up_to", floor.up_to, {.job = floor.up_to_job, .band = floor.band, .other = rule});
        if (!floor.floor) continue;
        rows.put("derived_floor", *floor.floor, about);
        rows.put("derived_jobs", floor.jobs, about);
    }
    for (const MovedJobView& moved : derived.moved)
        rows.put("derived_band", {}, {.job = moved.job, .band = moved.from, .other = rule, .text = moved.to.value_or("")});
    if (!derived.reason) rows.put_moves(derived.moves, {.other = rule}, "derived_moves_", "", "derived_same");
}

void add_floors(PartRows rows, const FloorsView& view) {
    for (const FloorShiftView& shift : view.shifts)
        rows.put_moves(shift.moves, {.band = shift.floor, .other = shift.by}, "moves_", "", "");
    for (const SlackView& slack : view.slack) {
        rows.put("floor", slack.at, {.band = slack.floor});
        rows.put("can_fall", value_or(slack.can_fall), {.band = slack.floor});
        rows.put("can_rise", value_or(slack.can_rise), {.band = slack.floor});
    }
    for (const GapView& gap : view.gaps)
        rows.put("gap", gap.width,
                 {.band = fmt::format("{}", fmt::join(gap.floors, " ")),
                  .other = fmt::format("{}..{}", gap.below.to_string(), gap.above.to_string())});
    for (const JobFloorsView& job : view.jobs) {
        rows.put("own_floor_up", value_or(job.own_floor_up), {.job = job.job, .band = job.band});
        rows.put("next_floor_down", value_or(job.next_floor_down), {.job = job.job, .band = job.next});
    }
    if (const auto& both = view.side_by_side) {
        // Under `band` the band of the first table, as the text that of the second.
        for (const auto& job : both->jobs)
            rows.put("band_beside", {}, {.job = job.job, .band = job.a, .other = both->b, .text = job.b.value_or("")});
        rows.put_moves(both->moves, {.other = both->b}, "moves_", "_beside", "same_beside");
    }
    for (const DerivedView& derived : view.derived) add_derived(rows, derived);
}

void add_pair(PartRows rows, const PairView& pair) {
    const Content error = value_or(pair.standard_error);
    rows.put("share_above", pair.a_above, {.job = pair.a, .other = pair.b, .standard_error = error});
    rows.put("share_above", pair.b_above, {.job = pair.b, .other = pair.a, .standard_error = error});
    rows.put("difference_min", pair.difference_min, {.job = pair.a, .other = pair.b});
    rows.put("difference_max", pair.difference_max, {.job = pair.a, .other = pair.b});
}

template <class Number>
void put_fraction(PartRows& rows, const std::string& what, const Number& figure, LongRow about, const std::string& exact) {
    rows.put(what, figure, about);
    about.text = exact;
    if (!exact.empty()) rows.put(what + "_exact", {}, about);
}

/// Under `other` the weighting; where a figure is a fraction, a row `..._exact` has it as a text.
void add_weighting(PartRows rows, const WeightingView& view) {
    const WeightingHead& head = view.head;
    const LongRow about{.other = head.id};
    for (const UnitWeightView& one : head.weights)
        put_fraction(rows, "weighting_weight", one.share, {.factor = one.id, .other = head.id}, one.weight);
    put_fraction(rows, "weighting_moved", head.moved_share, about, head.moved);
    put_fraction(rows, "weighting_largest_relative", head.largest_relative_share, about, head.largest_relative);
    rows.put("weighting_floors", {}, {.other = head.id, .text = head.floors});
    rows.put("weighting_largest_total", head.largest_total, about);
    for (const NewFloorView& floor : view.new_floors)
        rows.put("weighting_new_floor", floor.floor, {.band = floor.band, .other = head.id});
    rows.put_moves(view.moves, about, "weighting_moves_", "", "weighting_same");
    for (const WeighedJobView& job : view.jobs) {
        put_fraction(rows, "weighting_total", job.total, {.job = job.id, .band = job.band, .other = head.id},
                     job.total_exact.value_or(""));
        rows.put("weighting_direction", {},
                 {.job = job.id, .band = job.band, .other = head.id, .text = std::string{to_text(job.direction)}});
        rows.put("weighting_rank", job.rank, {.job = job.id, .other = head.id});
        rows.put("weighting_rank_change", job.rank_change, {.job = job.id, .other = head.id});
    }
}

}  // namespace

namespace {

/// A column, and what of a row stands in it.
struct LongColumn {
    Column column;
    Cell (*take)(LongRow& row);
};

const std::vector<LongColumn>& columns_and_cells() {
    static const std::vector<LongColumn> columns{
        {{"part", "Part"}, [](LongRow& row) -> Cell { return std::move(row.part); }},
        {{"job", "Job"}, [](LongRow& row) -> Cell { return std::move(row.job); }},
        {{"quantity", "Quantity"}, [](LongRow& row) -> Cell { return std::move(row.quantity); }},
        {{"factor", "Factor"}, [](LongRow& row) -> Cell { return std::move(row.factor); }},
        {{"band", "Band"}, [](LongRow& row) -> Cell { return text_or(std::move(row.band)); }},
        {{"other", "Other"}, [](LongRow& row) -> Cell { return std::move(row.other); }},
        {{"value", "Value", Role::number}, [](LongRow& row) -> Cell { return std::move(row.value); }},
        {{"standard_error", "Standard error", Role::number},
         [](LongRow& row) -> Cell { return std::move(row.standard_error); }},
        {{"text", "Text"}, [](LongRow& row) -> Cell { return std::move(row.text); }}};
    return columns;
}

}  // namespace

const std::vector<Column>& long_columns() {
    static const auto columns = [] {
        std::vector<Column> all;
        for (const LongColumn& one : columns_and_cells()) all.push_back(one.column);
        return all;
    }();
    return columns;
}

std::vector<Cell> long_cells(LongRow row) {
    std::vector<Cell> cells;
    for (const LongColumn& one : columns_and_cells()) cells.push_back(one.take(row));
    return cells;
}

void add_rows(std::vector<LongRow>& rows, const SensitivityJob& job, const SensitivityHead& head) {
    add_base({rows, "base", job.id}, job);
    if (job.weights) add_weights({rows, "weights", job.id}, job, head);
    if (job.levels) add_levels({rows, "levels", job.levels->job}, *job.levels);
    if (job.joint) add_joint({rows, "joint", job.id}, *job.joint);
}

void add_rows(std::vector<LongRow>& rows, const SensitivityTail& tail) {
    if (tail.factors) add_factors({rows, "factors"}, *tail.factors);
    if (tail.floors) add_floors({rows, "floors"}, *tail.floors);
    if (!tail.weightings.empty())
        PartRows{rows, "weightings"}.put("weighting_caution", {}, {.text = std::string{weighting_caution}});
    for (const WeightingView& view : tail.weightings) add_weighting({rows, "weightings"}, view);
}

void add_rows(std::vector<LongRow>& rows, const SensitivityHead& head) {
    for (const PairView& pair : head.pairs) add_pair({rows, "pairs"}, pair);
    if (!head.joint) return;
    PartRows joint{rows, "joint"};
    for (const NumberShare& one : head.joint->jobs_changing) joint.put("jobs_changing", one.share, about_number(one));
    joint.put("mean_jobs_changing", head.joint->mean_jobs_changing, {.standard_error = head.joint->mean_jobs_changing_error});
}

}  // namespace je::report
