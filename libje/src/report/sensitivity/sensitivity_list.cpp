// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "report/explain/explain_document.hpp"
#include "report/panel/panel_words.hpp"
#include "report/sensitivity/percent.hpp"
#include "report/sensitivity/sensitivity_words.hpp"

namespace je::report {

namespace {

template <class Part>
bool any_has(const SensitivityResult& result, Part SensitivityJob::*part) {
    return std::any_of(result.jobs.begin(), result.jobs.end(),
                       [&](const SensitivityJob& job) { return (job.*part).has_value(); });
}

bool has_points(const SensitivityResult& result) { return !result.head.scheme || result.head.scheme->has_points(); }

void add_columns(Table& table, std::vector<Column> columns) {
    for (Column& column : columns) table.columns.push_back(std::move(column));
}

Text stays(const SensitivityJob& job) {
    if (job.is_open()) return Nothing{Reason::not_given};
    for (const BandShare& share : job.weights->acceptability) {
        if (share.band != job.band) continue;
        return is_all_drawn(share, *job.weights) ? Text{"all scenarios drawn"} : Text{Share{share.share}};
    }
    return Share{0.0};
}

std::vector<Cell> weight_cells(const SensitivityJob& job) {
    std::vector<Text> bands;
    for (const auto& one : job.weights->bands) bands.emplace_back(Band{one});
    const auto at = [](const std::optional<base::Decimal>& percent) {
        return percent ? Content{percent_text(*percent)} : Content{Nothing{Reason::no_way}};
    };
    return {at(job.weights->holds_up_percent), at(job.weights->holds_down_percent), listed(bands), stays(job)};
}

void add_standing(Document& document, const SensitivityResult& result, bool weights) {
    Table table{
        .caption = say(has_points(result) ? "{} jobs, nearest to an edge of their band first" : "{} jobs, in the order given",
                       result.jobs.size()),
        .columns = {{"id", "Job", Role::id},
                    {"total", "Total", Role::points},
                    {"band", "Band", Role::band},
                    {"above_floor", "Above floor", Role::points},
                    {"to_next", "To next", Role::points}}};
    if (weights)
        add_columns(table, {{"up", "Up at", Role::number},
                            {"down", "Down at", Role::number},
                            {"bands", "Region reaches"},
                            {"stays", "Stays", Role::share}});
    for (const SensitivityJob& job : result.jobs) {
        std::vector<Cell> row{job.id, job.total, band_now(job), value_or(job.above_floor), value_or(job.to_next)};
        if (job.weights) {
            for (Cell& cell : weight_cells(job)) row.push_back(std::move(cell));
        }
        row.resize(table.columns.size());
        table.rows.push_back(std::move(row));
    }
    document.add(std::move(table));
    if (weights)
        document.add(Paragraph{
            "Up at, down at: how far weights must move, in either direction, before the edge above is reached and before the "
            "present "
            "band is lost; a dash where none does it. Stays: the share of the region in which the job keeps its band."});
}

/// The first of the smallest sets of changes: "Knowledge 4 -> 5 (+20)".
Text first_of(const std::vector<ChangeSetView>& sets, bool has_points) {
    return sets.empty() ? Text{Nothing{Reason::no_way}} : changes_text(sets.front(), has_points);
}

Text stays_if_uncertain(const LevelsView& levels) {
    if (!levels.has_chances() || !levels.open.empty()) return Nothing{Reason::not_given};
    for (const BandShare& one : levels.band_chances) {
        if (one.band == levels.band) return chance(one.share);
    }
    return chance(0.0);
}

void add_levels(Document& document, const SensitivityResult& result) {
    const auto first =
        std::find_if(result.jobs.begin(), result.jobs.end(), [](const auto& job) { return job.levels.has_value(); });
    const LevelsView& asked = *first->levels;
    const bool uncertain = asked.uncertainty.has_value();
    Table table{
        .caption = "Other levels (exact)",
        .columns = {{"id", "Job", Role::id}, {"band", "Band", Role::band}, {"one_step", "One level changes it", Role::count}}};
    if (uncertain) add_columns(table, {{"stays", "Stays if uncertain", Role::share}});
    if (asked.max_factors > 0) add_columns(table, {{"raise", "Smallest change up"}, {"lower", "Smallest change down"}});
    for (const SensitivityJob& job : result.jobs) {
        if (!job.levels) continue;
        std::vector<Cell> row{job.id, job.levels->open.empty() ? Text{Band{job.levels->band}} : band_now(job),
                              say("{} of {}", job.levels->one_step_changing, job.levels->one_step_found)};
        if (uncertain) row.emplace_back(stays_if_uncertain(*job.levels));
        if (asked.max_factors > 0) {
            row.emplace_back(first_of(job.levels->raise.best, asked.has_points));
            row.emplace_back(first_of(job.levels->lower.best, asked.has_points));
        }
        table.rows.push_back(std::move(row));
    }
    document.add(std::move(table));
    Text meaning{
        "One level changes it: how many of the single steps, one level more or less on one factor, lead to another band."};
    if (uncertain)
        meaning +=
            say(" Stays if uncertain: the chance that the job keeps its band if {}, each by itself.", *asked.uncertainty);
    if (asked.max_factors > 0)
        meaning += say(
            " Smallest changes: one of those with the fewest level steps, on at most {} factors; a dash where none does it.",
            asked.max_factors);
    document.add(Paragraph{std::move(meaning)});
}

}  // namespace

void add_job_list(Document& document, const SensitivityResult& result) {
    add_standing(document, result, any_has(result, &SensitivityJob::weights));
    if (any_has(result, &SensitivityJob::levels)) add_levels(document, result);
    document.add(Paragraph{"--job ID shows one job in full; CSV and JSON hold all."});
}

}  // namespace je::report
