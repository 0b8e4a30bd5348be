// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/panel/public_records.hpp"

#include <algorithm>

#include "report/panel/panel_words.hpp"

namespace je::report {

namespace {

void add_verdict_columns(Table& table) {
    table.columns.push_back({"pass", "Rules kept", Role::count});
    table.columns.push_back({"warn", "Warn", Role::count});
    table.columns.push_back({"fail", "Fail", Role::count});
}

void add_verdicts(std::vector<Cell>& row, const std::vector<panel::Finding>& findings) {
    for (const panel::Verdict verdict : {panel::Verdict::pass, panel::Verdict::warn, panel::Verdict::fail})
        row.emplace_back(count_of(findings, verdict));
}

/// Time limits, which are rules too: kept, or late by the scheme's own weight of that.
std::int64_t count_of(const std::vector<appeal::Deadline>& deadlines, panel::Verdict verdict) {
    return std::count_if(deadlines.begin(), deadlines.end(), [&](const appeal::Deadline& deadline) {
        if (deadline.in_time == appeal::InTime::met) return verdict == panel::Verdict::pass;
        return deadline.is_missed() && verdict == (deadline.miss_is_error() ? panel::Verdict::fail : panel::Verdict::warn);
    });
}

/// The panel that sat on the same job before; null when there is none. Panels are in order of job and date.
const PanelResult* before(const std::vector<PanelResult>& panels, std::size_t i) {
    return i > 0 && panels[i - 1].job == panels[i].job ? &panels[i - 1] : nullptr;
}

/// "up", "down"; empty where one of the two is not complete, or the bands are not of one table.
std::string direction_of(const PanelResult& before, const PanelResult& now) {
    const bool complete = before.outcome.band_is_settled() && now.outcome.band_is_settled();
    if (!complete || now.bands_used.empty() || before.bands_used != now.bands_used) return {};
    return std::string{to_text(model::band_move(before.band, now.band))};
}

/// Empty for no band, which no id of a band is.
Cell band_cell(const ScoredJob& job) { return job.band_min || job.band_max ? Cell{band_of(job)} : Cell{}; }

}  // namespace

std::int64_t count_of(const std::vector<panel::Finding>& findings, panel::Verdict verdict) {
    return std::count_if(findings.begin(), findings.end(), [&](const auto& finding) { return finding.verdict == verdict; });
}

std::string_view verdict_of(const appeal::Deadline& deadline) {
    if (deadline.in_time == appeal::InTime::met) return "in time";
    if (deadline.in_time == appeal::InTime::late && deadline.beyond_holidays) return "late, unless holidays fall between";
    if (deadline.in_time == appeal::InTime::late) return deadline.is_error ? "late (fail)" : "late (warn)";
    if (deadline.in_time == appeal::InTime::not_set) return "-";
    if (deadline.in_time == appeal::InTime::any_time) return "no limit";
    return to_text(deadline.in_time);
}

Table public_table(const PanelsResult& result) {
    Table table{.columns = {{"panel", "Panel", Role::id},
                            {"job", "Job", Role::id},
                            {"date", "Date", Role::date},
                            {"stage", "Stage"},
                            {"deciding", "Deciding", Role::count},
                            {"total", "Total", Role::points},
                            {"band", "Band", Role::band},
                            {"band_before", "Band before"},
                            {"direction", "Direction"}}};
    add_verdict_columns(table);
    for (std::size_t i = 0; i < result.panels.size(); ++i) {
        const PanelResult& panel = result.panels[i];
        const PanelResult* earlier = before(result.panels, i);
        auto& row = table.rows.emplace_back(
            std::vector<Cell>{panel.panel, panel.job, value_or(panel.date), to_text(panel.stage), panel.deciding,
                              total_of(panel.outcome), band_cell(panel.outcome), earlier ? band_cell(earlier->outcome) : Cell{},
                              earlier ? Cell{direction_of(*earlier, panel)} : Cell{}});
        add_verdicts(row, panel.rules);
    }
    if (!result.panels.empty() && !result.panels.front().scheme.has_points()) empty_points(table);
    return table;
}

Table public_table(const AppealsResult& result) {
    Table table{.columns = {{"appeal", "Appeal", Role::id},
                            {"job", "Job", Role::id},
                            {"original_date", "Original"},
                            {"total_before", "Total before", Role::points},
                            {"band_before", "Band before"},
                            {"repanel_date", "Re-panel"},
                            {"total_after", "Total after", Role::points},
                            {"band_after", "Band after"},
                            {"direction", "Outcome"}}};
    add_verdict_columns(table);
    for (const AppealResult& appeal : result.appeals) {
        const PanelResult& original = appeal.original;
        const auto again = [&](const auto& text) { return appeal.repanel ? Cell{text(*appeal.repanel)} : Cell{}; };
        auto& row = table.rows.emplace_back(
            std::vector<Cell>{appeal.appeal, appeal.job, value_or(original.date), total_of(original.outcome),
                              band_cell(original.outcome), again([](const PanelResult& panel) { return value_or(panel.date); }),
                              again([](const PanelResult& panel) { return total_of(panel.outcome); }),
                              again([](const PanelResult& panel) { return band_cell(panel.outcome); }),
                              appeal.direction ? Cell{to_text(*appeal.direction)} : Cell{}});
        for (const panel::Verdict verdict : {panel::Verdict::pass, panel::Verdict::warn, panel::Verdict::fail})
            row.emplace_back(count_of(appeal.rules, verdict) + count_of(appeal.deadlines, verdict));
    }
    if (!result.appeals.empty() && !result.appeals.front().scheme.has_points()) empty_points(table);
    return table;
}

void add_public_verdicts(Document& document, const AppealResult& result) {
    Facts limits;
    for (const appeal::Deadline& deadline : result.deadlines)
        limits.rows.emplace_back(deadline.rule,
                                 deadline.in_time == appeal::InTime::not_set ? "not set by the scheme" : verdict_of(deadline));
    if (limits.rows.empty()) return;
    document.begin("time-limits", 2, "Time limits");
    document.add(std::move(limits));
}

}  // namespace je::report
