// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <utility>

namespace je::report {

namespace {

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

}  // namespace je::report
