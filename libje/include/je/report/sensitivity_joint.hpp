// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/band_table.hpp"
#include "je/report/document.hpp"
#include "je/report/sensitivity_rows.hpp"
#include "je/sensitivity/tally.hpp"

namespace je::report {

struct SensitivityHead;
struct SensitivityJob;
struct SensitivityResult;

/// A share counted in joint scenarios: of a band (empty: none), a rank, or a number of jobs.
struct JointShareView {
    std::string band;
    std::size_t number = 0;
    double share = 0;
    double standard_error = 0;
    std::optional<base::Decimal> from{};  // of a share in a declared hole: where it begins
};

/// What uncertain weights, levels and floors together do to one job. Ranks count from the highest total; jobs with equal totals
/// share the better rank.
struct JointView {
    std::vector<JointShareView> bands;
    std::vector<JointShareView> ranks;  // of the first ten
    double expected_rank = 0;
    double expected_rank_error = 0;
};

/// What they do to all jobs.
struct JointHeadView {
    std::string level_uncertainty;  // "adjacent:0.1"; empty: levels stay
    base::Decimal floor_shift{};    // points, up and down; 0: floors stay
    std::vector<JointShareView> jobs_changing;
    double mean_jobs_changing = 0;
    double mean_jobs_changing_error = 0;
};

[[nodiscard]] JointView joint_view(const sensitivity::JointJob& job, const model::BandTable& table,
                                   const sensitivity::Grid& grid);
[[nodiscard]] JointHeadView joint_head(const sensitivity::JointSummary& summary, std::string level_uncertainty,
                                       base::Decimal floor_shift);

/// Of the long form: rows about one job, and about all.
void add_joint_rows(std::vector<LongRow>& rows, const SensitivityJob& job);
void add_joint_rows(std::vector<LongRow>& rows, const SensitivityHead& head);
/// Of the text: what stands before the jobs, with one line a job where they are many; and about one job.
void add_joint_blocks(Document& document, const SensitivityResult& result);
void add_joint_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head);
/// The central weights of one job.
void add_central_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head);

}  // namespace je::report
