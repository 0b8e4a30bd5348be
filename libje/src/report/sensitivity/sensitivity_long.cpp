// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

class WeightRows {
public:
    WeightRows(std::vector<LongRow>& rows, const SensitivityJob& job, const SensitivityHead& head)
        : rows_{rows}, job_{job}, head_{head} {}

    void add() {
        const WeightsView& weights = *job_.weights;
        if (weights.critical_up) put("critical_spread_up", "", "", *weights.critical_up);
        if (weights.critical_down) put("critical_spread_down", "", "", *weights.critical_down);
        put("total_min", "", "", weights.total_min);
        put("total_max", "", "", weights.total_max);
        for (const BandShare& share : weights.acceptability) {
            put("share", "", share.band, share.share);
            rows_.back().other = hole_in_words(share.from);
            if (share.standard_error) rows_.back().standard_error = *share.standard_error;
        }
        for (const OneWeightView& one : weights.one_at_a_time) add_one(one);
        if (weights.up) add_change("up", *weights.up);
        if (weights.down) add_change("down", *weights.down);
        for (const CentralWeightsView& one : weights.central) {
            for (std::size_t f = 0; f < one.weights.size(); ++f) {
                put("central_weight", head_.factors[f].id, one.band, one.weights[f]);
                rows_.back().standard_error = one.standard_errors[f];
            }
        }
    }

private:
    void put(std::string quantity, std::string factor, std::string band, double value) {
        rows_.push_back({.part = "weights",
                         .job = job_.id,
                         .quantity = std::move(quantity),
                         .factor = std::move(factor),
                         .band = std::move(band),
                         .other = {},
                         .value = value,
                         .standard_error = {}});
    }

    void add_one(const OneWeightView& one) {
        put("holds_from", one.factor, job_.band, one.holds_from);
        put("holds_to", one.factor, job_.band, one.holds_to);
        if (one.below) put("below_at", one.factor, one.below->band, one.below->at);
        if (one.above) put("above_at", one.factor, one.above->band, one.above->at);
    }

    void add_change(std::string way, const WeightChangeView& change) {
        put(way + "_moved", "", change.band, change.moved);
        put(way + "_distance", "", change.band, change.distance);
        for (std::size_t f = 0; f < change.weights.size(); ++f)
            put(way + "_weight", head_.factors[f].id, change.band, change.weights[f]);
    }

    std::vector<LongRow>& rows_;
    const SensitivityJob& job_;
    const SensitivityHead& head_;
};

void add_base(std::vector<LongRow>& rows, const SensitivityJob& job) {
    const auto put = [&](const char* quantity, Cell value) {
        rows.push_back({.part = "base",
                        .job = job.id,
                        .quantity = quantity,
                        .factor = {},
                        .band = job.band,
                        .other = {},
                        .value = std::move(value),
                        .standard_error = {}});
    };
    put("total", job.total);
    if (job.above_floor) put("above_floor", *job.above_floor);
    if (job.to_next) put("to_next", *job.to_next);
}

}  // namespace

void add_rows(std::vector<LongRow>& rows, const SensitivityJob& job, const SensitivityHead& head) {
    add_base(rows, job);
    if (job.weights) WeightRows{rows, job, head}.add();
    if (job.levels) add_level_rows(rows, *job.levels);
    if (job.joint) add_joint_rows(rows, job);
}

void add_rows(std::vector<LongRow>& rows, const SensitivityTail& tail) {
    if (tail.factors) add_factor_rows(rows, *tail.factors);
    if (tail.floors) add_floor_rows(rows, *tail.floors);
}

void add_rows(std::vector<LongRow>& rows, const SensitivityHead& head) {
    for (const PairView& pair : head.pairs) add_rows(rows, pair);
    if (head.joint) add_joint_rows(rows, head);
}

Table sensitivity_table(const SensitivityResult& result) {
    Table table{.caption = {}, .columns = long_columns(), .rows = {}};
    std::vector<LongRow> rows;
    add_rows(rows, result.head);
    for (const SensitivityJob& job : result.jobs) add_rows(rows, job, result.head);
    add_rows(rows, result.tail);
    for (LongRow& row : rows) table.rows.push_back(long_cells(std::move(row)));
    return table;
}

}  // namespace je::report
