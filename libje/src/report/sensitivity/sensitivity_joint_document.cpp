// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "report/explain/explain_document.hpp"
#include "report/sensitivity/sensitivity_words.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

void paragraph(Document& document, Text text) { document.add(Paragraph{std::move(text)}); }

Text sampled(const SensitivityHead& head) {
    return say("sampled: {} scenarios, seed {}", head.sampling->scenarios, head.sampling->seed);
}

/// Of a band or a number, as sampled.
template <class SampledShare>
Text with_error(const SampledShare& share) {
    if (share.share == 1) return "all scenarios drawn";
    return Share{share.share, Share::Form::rounded, share.standard_error};
}

Text moved_together(const JointHeadView& joint) {
    Text text = "weights drawn from the region";
    if (joint.level_uncertainty)
        text += (say("; levels moved by one at random, each on its own ({}), {}", *joint.level_uncertainty,
                     joint.level_uncertainty->ends_with("ends=stay")
                         ? "where the half that leads off an end of the scale stays at the level"
                         : "all of it inward from an end of the scale"));
    if (joint.floor_shift > base::Decimal{})
        text += (say("; all floors moved together by up to {} either way", named(joint.floor_shift)));
    return text;
}

Text share_of_own_band(const SensitivityJob& job) {
    for (const BandShare& share : job.joint->bands) {
        if (share.band == job.band) return with_error(share);
    }
    return Share(0.0);
}

void add_list(Document& document, const SensitivityResult& result) {
    Table table{.caption = say("{} jobs in joint scenarios ({})", result.jobs.size(), sampled(result.head)),
                .columns = {{"id", "Job", Role::id},
                            {"band", "Band", Role::band},
                            {"stays", "Stays", Role::share},
                            {"rank", "Expected rank", Role::number},
                            {"error", "Standard error", Role::number}}};
    for (const SensitivityJob& job : result.jobs) {
        if (!job.joint) continue;
        table.rows.push_back({job.id, Band{job.band}, share_of_own_band(job), Estimate{job.joint->expected_rank, 2},
                              Estimate{job.joint->expected_rank_error, 3}});
    }
    document.add(std::move(table));
}

}  // namespace

void add_joint_blocks(Document& document, const SensitivityResult& result) {
    if (!result.head.joint || result.jobs.empty()) return;
    const JointHeadView& joint = *result.head.joint;
    document.begin("joint", 2, "Weights, levels and floors together");
    paragraph(document, say("Joint scenarios ({}): {}. Jobs are ranked from the highest total; equal totals share the "
                            "better rank. On average {} of {} (standard error {}) are then in another "
                            "band than now.",
                            sampled(result.head), moved_together(joint), Estimate{joint.mean_jobs_changing, 2},
                            counted(result.head.jobs, "job", "jobs"), Estimate{joint.mean_jobs_changing_error, 3}));
    Table table{.caption = "How many jobs change band in a joint scenario",
                .columns = {{"jobs", "Jobs", Role::count}, {"share", "Share of scenarios", Role::share}}};
    for (const NumberShare& one : joint.jobs_changing) table.rows.push_back({say("{}", one.number), with_error(one)});
    document.add(std::move(table));
    if (result.jobs.size() > sensitivity_in_full) add_list(document, result);
}

void add_joint_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head) {
    if (!job.joint) return;
    std::vector<Text> bands;
    std::vector<Text> ranks;
    for (const BandShare& one : job.joint->bands) bands.push_back(say("{} in {}", band_in_words(one.band), with_error(one)));
    for (const NumberShare& one : job.joint->ranks) ranks.push_back(say("{} in {}", one.number, with_error(one)));
    Text text = say("In joint scenarios ({}): {}.", sampled(head), list_in_words(bands));
    if (!ranks.empty()) text += (say(" Of the first {} ranks: {}.", sensitivity::ranks_counted, list_in_words(ranks)));
    text += (say(" The expected rank among {} is {} (standard error {}).", counted(head.jobs, "job", "jobs"),
                 Estimate{job.joint->expected_rank, 2}, Estimate{job.joint->expected_rank_error, 3}));
    paragraph(document, std::move(text));
}

void add_central_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head) {
    if (!job.weights || job.weights->central.empty()) return;
    Table table{.caption = say("Central weights: the mean of the weights that put the job there, the standard error in "
                               "brackets ({})",
                               sampled(head)),
                .columns = {{"factor", "Factor", Role::name}, {"weight", "Weight now", Role::share}}};
    for (const CentralWeightsView& one : job.weights->central) {
        const Text band = one.band ? say("Band {}", Band{one.band}) : Text{"None"};
        table.columns.push_back({"band_" + one.band.value_or(""), say("{}: {} times", band, one.scenarios), Role::share});
    }
    for (std::size_t f = 0; f < head.factors.size(); ++f) {
        const FactorNameView& factor = head.factors[f];
        std::vector<Cell> row{Name{factor.name, factor.short_name}, fixed_share(factor.weight)};
        for (const CentralWeightsView& one : job.weights->central)
            row.emplace_back(Share{one.weights[f], Share::Form::fixed, one.standard_errors[f]});
        table.rows.push_back(std::move(row));
    }
    document.add(std::move(table));
}

}  // namespace je::report
