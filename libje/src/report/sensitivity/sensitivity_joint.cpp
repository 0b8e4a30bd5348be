// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <fmt/format.h>

#include <utility>

namespace je::report {

namespace {

LongRow row_of(std::string job, std::string quantity, double value, double standard_error) {
    return {.part = "joint",
            .job = std::move(job),
            .quantity = std::move(quantity),
            .factor = {},
            .band = {},
            .other = {},
            .value = value,
            .standard_error = standard_error};
}

NumberShare share_view(const sensitivity::SampledShare& share) { return {share.of, share.share, share.standard_error}; }

}  // namespace

JointView joint_view(const sensitivity::JointJob& job, const model::BandTable& table, const sensitivity::Grid& grid) {
    JointView view;
    for (const auto& one : job.shares) {
        view.bands.push_back({.band = std::string{table.id_of(grid.ladder().band_of(one.rung))},
                              .share = one.share,
                              .standard_error = one.standard_error.value_or(0),
                              .from = grid.hole_of(one.rung)});
    }
    for (const auto& one : job.ranks) view.ranks.push_back(share_view(one));
    view.expected_rank = job.expected_rank;
    view.expected_rank_error = job.expected_rank_error;
    return view;
}

JointHeadView joint_head(const sensitivity::JointSummary& summary, std::string level_uncertainty, base::Decimal floor_shift) {
    JointHeadView view;
    view.level_uncertainty = std::move(level_uncertainty);
    view.floor_shift = floor_shift;
    for (const auto& one : summary.changing) view.jobs_changing.push_back(share_view(one));
    view.mean_jobs_changing = summary.mean;
    view.mean_jobs_changing_error = summary.mean_error;
    return view;
}

void add_joint_rows(std::vector<LongRow>& rows, const SensitivityJob& job) {
    for (const BandShare& one : job.joint->bands) {
        rows.push_back(row_of(job.id, "joint_share", one.share, one.standard_error.value_or(0)));
        rows.back().band = one.band;
        rows.back().other = hole_in_words(one.from);
    }
    for (const NumberShare& one : job.joint->ranks) {
        rows.push_back(row_of(job.id, "rank_share", one.share, one.standard_error));
        rows.back().other = fmt::format("{}", one.number);
    }
    rows.push_back(row_of(job.id, "expected_rank", job.joint->expected_rank, job.joint->expected_rank_error));
}

void add_joint_rows(std::vector<LongRow>& rows, const SensitivityHead& head) {
    for (const NumberShare& one : head.joint->jobs_changing) {
        rows.push_back(row_of("", "jobs_changing", one.share, one.standard_error));
        rows.back().other = fmt::format("{}", one.number);
    }
    rows.push_back(row_of("", "mean_jobs_changing", head.joint->mean_jobs_changing, head.joint->mean_jobs_changing_error));
}

}  // namespace je::report
