// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/sensitivity_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/explain/explain_document.hpp"
#include "report/panel/panel_words.hpp"
#include "report/percent.hpp"
#include "report/sensitivity/sensitivity_words.hpp"

namespace je::report {

namespace {

template <class Part>
bool any_has(const SensitivityResult& result, Part SensitivityJob::*part) {
    return std::any_of(result.jobs.begin(), result.jobs.end(),
                       [&](const SensitivityJob& job) { return (job.*part).has_value(); });
}

void add_columns(Table& table, std::vector<Column> columns) {
    for (Column& column : columns) table.columns.push_back(std::move(column));
}

std::string or_dash(const std::string& text) { return text.empty() ? std::string{"-"} : text; }

std::string stays(const SensitivityJob& job) {
    for (const BandShareView& share : job.weights->acceptability) {
        if (share.band != job.band) continue;
        return is_all_drawn(share, *job.weights) ? std::string{"all scenarios drawn"} : percent(share.share);
    }
    return percent(0);
}

std::vector<Cell> weight_cells(const SensitivityJob& job) {
    std::string bands;
    for (const std::string& one : job.weights->bands) bands.append(bands.empty() ? "" : ", ").append(or_none(one));
    return {or_dash(job.weights->holds_up), or_dash(job.weights->holds_down), std::move(bands), stays(job)};
}

void add_standing(Document& document, const SensitivityResult& result, bool weights) {
    Table table{.caption = fmt::format("{} jobs, nearest to an edge of their band first", result.jobs.size()),
                .columns = {{"id", "Job"},
                            {"total", "Total", Align::right},
                            {"band", "Band"},
                            {"above_floor", "Above floor", Align::right},
                            {"to_next", "To next", Align::right}},
                .rows = {}};
    if (weights)
        add_columns(table, {{"up", "Up at", Align::right},
                            {"down", "Down at", Align::right},
                            {"bands", "Region reaches"},
                            {"stays", "Stays", Align::right}});
    for (const SensitivityJob& job : result.jobs) {
        std::vector<Cell> row{job.id, job.total, band_now(job), cell_or_nothing(job.above_floor), cell_or_nothing(job.to_next)};
        if (job.weights) {
            for (Cell& cell : weight_cells(job)) row.push_back(std::move(cell));
        }
        row.resize(table.columns.size());
        table.rows.push_back(std::move(row));
    }
    document.blocks.emplace_back(std::move(table));
    if (weights)
        document.blocks.emplace_back(Paragraph{
            "Up at, down at: how far weights must move, in either direction, before the edge above is reached and before the "
            "present "
            "band is lost; a dash where none does it. Stays: the share of the region in which the job keeps its band."});
}

/// The first of the smallest sets of changes: "Knowledge 4 -> 5 (+20)".
std::string first_of(const std::vector<ChangeSetView>& sets) {
    return sets.empty() ? std::string{"-"} : changes_text(sets.front());
}

std::string stays_if_uncertain(const LevelsView& levels) {
    if (!levels.has_chances()) return "-";
    for (const auto& [band, chance] : levels.band_chances) {
        if (band == levels.band) return chance_text(chance);
    }
    return chance_text(0);
}

void add_levels(Document& document, const SensitivityResult& result) {
    const auto first =
        std::find_if(result.jobs.begin(), result.jobs.end(), [](const auto& job) { return job.levels.has_value(); });
    const LevelsView& asked = *first->levels;
    const bool uncertain = !asked.uncertainty.empty();
    Table table{.caption = "Other levels (exact)",
                .columns = {{"id", "Job"}, {"band", "Band"}, {"one_step", "One level changes it", Align::right}},
                .rows = {}};
    if (uncertain) add_columns(table, {{"stays", "Stays if uncertain", Align::right}});
    if (asked.max_factors > 0) add_columns(table, {{"raise", "Smallest change up"}, {"lower", "Smallest change down"}});
    for (const SensitivityJob& job : result.jobs) {
        if (!job.levels) continue;
        std::vector<Cell> row{job.id, or_none(job.band),
                              fmt::format("{} of {}", job.levels->one_step_changing, job.levels->one_step_found)};
        if (uncertain) row.emplace_back(stays_if_uncertain(*job.levels));
        if (asked.max_factors > 0) {
            row.emplace_back(first_of(job.levels->raise.best));
            row.emplace_back(first_of(job.levels->lower.best));
        }
        table.rows.push_back(std::move(row));
    }
    document.blocks.emplace_back(std::move(table));
    std::string meaning{
        "One level changes it: how many of the single steps, one level more or less on one factor, lead to another band."};
    if (uncertain)
        meaning += fmt::format(" Stays if uncertain: the chance that the job keeps its band if {}, each by itself.",
                               asked.uncertainty);
    if (asked.max_factors > 0)
        meaning += fmt::format(
            " Smallest changes: one of those with the fewest level steps, on at most {} factors; a dash where none does it.",
            asked.max_factors);
    document.blocks.emplace_back(Paragraph{std::move(meaning)});
}

}  // namespace

void add_job_list(Document& document, const SensitivityResult& result) {
    add_standing(document, result, any_has(result, &SensitivityJob::weights));
    if (any_has(result, &SensitivityJob::levels)) add_levels(document, result);
    document.blocks.emplace_back(Paragraph{"--job ID shows one job in full; CSV and JSON hold all."});
}

}  // namespace je::report
