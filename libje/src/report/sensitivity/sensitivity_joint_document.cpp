// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <utility>

#include "je/base/text.hpp"
#include "je/report/sensitivity_result.hpp"
#include "report/explain/explain_document.hpp"
#include "report/percent.hpp"
#include "report/sensitivity/sensitivity_words.hpp"

namespace je::report {

namespace {

void paragraph(Document& document, std::string text) { document.blocks.emplace_back(Paragraph{std::move(text)}); }

std::string sampled(const SensitivityHead& head) {
    return fmt::format("sampled: {} scenarios, seed {}", head.sampling->scenarios, head.sampling->seed);
}

std::string with_error(const JointShareView& share) {
    if (share.share == 1) return "all scenarios drawn";
    return fmt::format("{} (standard error {:.2f} %)", percent(share.share), 100 * share.standard_error);
}

std::string moved_together(const JointHeadView& joint) {
    std::string text = "weights drawn from the region";
    if (!joint.level_uncertainty.empty())
        text.append(fmt::format("; levels moved by one at random, each on its own ({}), {}", joint.level_uncertainty,
                                joint.level_uncertainty.ends_with("ends=stay")
                                    ? "where the half that leads off an end of the scale stays at the level"
                                    : "all of it inward from an end of the scale"));
    if (joint.floor_shift > base::Decimal{})
        text.append(fmt::format("; all floors moved together by up to {} either way", points_text(joint.floor_shift)));
    return text;
}

std::string share_of_own_band(const SensitivityJob& job) {
    for (const JointShareView& share : job.joint->bands) {
        if (share.band == job.band) return with_error(share);
    }
    return "0 %";
}

void add_list(Document& document, const SensitivityResult& result) {
    Table table{.caption = fmt::format("{} jobs in joint scenarios ({})", result.jobs.size(), sampled(result.head)),
                .columns = {{"id", "Job"},
                            {"band", "Band"},
                            {"stays", "Stays", Align::right},
                            {"rank", "Expected rank", Align::right},
                            {"error", "Standard error", Align::right}},
                .rows = {}};
    for (const SensitivityJob& job : result.jobs) {
        if (!job.joint) continue;
        table.rows.push_back({job.id, job.band.empty() ? std::string{"none"} : job.band, share_of_own_band(job),
                              fmt::format("{:.2f}", job.joint->expected_rank),
                              fmt::format("{:.3f}", job.joint->expected_rank_error)});
    }
    document.blocks.push_back(std::move(table));
}

}  // namespace

void add_joint_blocks(Document& document, const SensitivityResult& result) {
    if (!result.head.joint || result.jobs.empty()) return;
    const JointHeadView& joint = *result.head.joint;
    paragraph(document, fmt::format("Joint scenarios ({}): {}. Jobs are ranked from the highest total; equal totals share the "
                                    "better rank. On average {:.2f} of {} (standard error {:.3f}) are then in another "
                                    "band than now.",
                                    sampled(result.head), moved_together(joint), joint.mean_jobs_changing,
                                    base::counted(result.head.jobs, "job", "jobs"), joint.mean_jobs_changing_error));
    Table table{.caption = "How many jobs change band in a joint scenario",
                .columns = {{"jobs", "Jobs", Align::right}, {"share", "Share of scenarios", Align::right}},
                .rows = {}};
    for (const JointShareView& one : joint.jobs_changing)
        table.rows.push_back({fmt::format("{}", one.number), with_error(one)});
    document.blocks.push_back(std::move(table));
    if (result.jobs.size() > sensitivity_in_full) add_list(document, result);
}

void add_joint_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head) {
    if (!job.joint) return;
    std::vector<std::string> bands;
    std::vector<std::string> ranks;
    for (const JointShareView& one : job.joint->bands)
        bands.push_back(fmt::format("{} in {}", band_in_words(one.band), with_error(one)));
    for (const JointShareView& one : job.joint->ranks) ranks.push_back(fmt::format("{} in {}", one.number, with_error(one)));
    std::string text = fmt::format("In joint scenarios ({}): {}.", sampled(head), base::list_in_words(bands));
    if (!ranks.empty())
        text.append(fmt::format(" Of the first {} ranks: {}.", sensitivity::ranks_counted, base::list_in_words(ranks)));
    text.append(fmt::format(" The expected rank among {} is {:.2f} (standard error {:.3f}).",
                            base::counted(head.jobs, "job", "jobs"), job.joint->expected_rank, job.joint->expected_rank_error));
    paragraph(document, std::move(text));
}

void add_central_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head) {
    if (!job.weights || job.weights->central.empty()) return;
    Table table{.caption = fmt::format("Central weights: the mean of the weights that put the job there, the standard error in "
                                       "brackets ({})",
                                       sampled(head)),
                .columns = {{"factor", "Factor"}, {"weight", "Weight now", Align::right}},
                .rows = {}};
    for (const CentralWeightsView& one : job.weights->central) {
        const std::string band = one.band.empty() ? "None" : fmt::format("Band {}", one.band);
        table.columns.push_back(
            {fmt::format("band_{}", one.band), fmt::format("{}: {} times", band, one.scenarios), Align::right});
    }
    for (std::size_t f = 0; f < head.factors.size(); ++f) {
        std::vector<Cell> row{head.factors[f].name, fmt::format("{:.2f} %", 100 * head.factors[f].weight)};
        for (const CentralWeightsView& one : job.weights->central)
            row.emplace_back(fmt::format("{:.2f} % ({:.2f} %)", 100 * one.weights[f], 100 * one.standard_errors[f]));
        table.rows.push_back(std::move(row));
    }
    document.blocks.push_back(std::move(table));
}

}  // namespace je::report
