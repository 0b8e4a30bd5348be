// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "je/base/text.hpp"
#include "je/report/check_result.hpp"

namespace je::report {

namespace {

Cell points_cell(const ShownUnit::Entry& entry) {
    if (!entry.points) return Cell{std::string{"-"}};
    if (entry.unlikely) return Cell{entry.points->to_string() + " ?"};
    return Cell{*entry.points};
}

Table factor_table(const ShownUnit& unit) {
    Table table{
        "",
        {{"level", "Level"}, {"points", "Points", Align::right}, {"step", "Step", Align::right}, {"summary", "Summary"}},
        {}};
    std::optional<base::Decimal> before;
    for (const ShownUnit::Entry& entry : unit.entries) {
        const auto step = before && entry.points ? std::optional{*entry.points - *before} : std::nullopt;
        table.rows.push_back({entry.level, points_cell(entry), cell_or_nothing(step), entry.summary});
        before = entry.points;
    }
    return table;
}

Table matrix_grid(const ShownUnit& unit) {
    Table table{"", {{"level", "Level"}}, {}};
    for (const std::string& column : unit.columns) table.columns.push_back({column, column, Align::right});
    for (const ShownUnit::Entry& entry : unit.entries) {
        if (table.rows.empty() || table.rows.back().size() == table.columns.size()) table.rows.push_back({entry.level});
        table.rows.back().push_back(points_cell(entry));
    }
    return table;
}

std::string rule_sentence(const ShownUnit& unit) {
    std::string text = unit.rule;
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + (unit.source.empty() ? "." : fmt::format("; figures from source '{}'.", unit.source));
}

Table side_table(const ShownUnit::Side& side) {
    Table table{fmt::format("{} ({}):", side.name, side.id), {{"level", "Level"}, {"summary", "Summary"}}, {}};
    for (const auto& [level, summary] : side.levels) table.rows.push_back({level, summary});
    return table;
}

void add_unit(Document& document, const ShownUnit& unit) {
    document.blocks.emplace_back(Heading{3, fmt::format("{} ({})", unit.name, unit.id)});
    document.blocks.emplace_back(Paragraph{rule_sentence(unit)});
    document.blocks.emplace_back(unit.is_matrix ? matrix_grid(unit) : factor_table(unit));
    const bool refuses = std::any_of(unit.entries.begin(), unit.entries.end(), [](const auto& entry) { return !entry.points; });
    const bool doubts = std::any_of(unit.entries.begin(), unit.entries.end(), [](const auto& entry) { return entry.unlikely; });
    if (refuses || doubts) {
        document.blocks.emplace_back(
            Paragraph{fmt::format("{}{}{}", refuses ? "-: not allowed." : "", refuses && doubts ? " " : "",
                                  doubts ? "?: allowed but unlikely." : "")});
    }
    for (const ShownUnit::Side& side : unit.sides) document.blocks.emplace_back(side_table(side));
}

std::string dates_of(const ShownBandTable& table) {
    std::string text = table.from.empty() ? "" : " from " + table.from;
    return text + (table.until.empty() ? "" : " until " + table.until);
}

Table summary_table(const ShownScheme& scheme) {
    Table table{"",
                {{"factor", "Factor or matrix"},
                 {"group", "Group"},
                 {"levels", "Levels", Align::right},
                 {"lowest", "Lowest", Align::right},
                 {"highest", "Highest", Align::right},
                 {"share", "Share of largest total", Align::right}},
                {}};
    for (const ShownUnit& unit : scheme.units) {
        base::Decimal lowest = scheme.largest_total;
        base::Decimal highest{};
        std::int64_t allowed = 0;
        for (const auto& entry : unit.entries) {
            if (!entry.points) continue;
            ++allowed;
            lowest = std::min(lowest, *entry.points);
            highest = std::max(highest, *entry.points);
        }
        const std::int64_t whole = scheme.largest_total.units();
        const std::int64_t tenths = whole > 0 ? (highest.units() * 1000 + whole / 2) / whole : 0;
        table.rows.push_back({unit.id, unit.group, allowed, lowest, highest, fmt::format("{}.{} %", tenths / 10, tenths % 10)});
    }
    return table;
}

void add_scheme(Document& document, const ShownScheme& scheme) {
    document.blocks.emplace_back(Heading{1, scheme.info.title});
    document.blocks.emplace_back(
        Facts{{{"Edition", fmt::format("{} of {}, status {}", scheme.info.edition, scheme.info.id, scheme.info.status)},
               {"File", scheme.info.file.empty() ? scheme.info.name : file_in_short(scheme.info)},
               {"Totals", fmt::format("{} to {}", scheme.smallest_total.to_string(), scheme.largest_total.to_string())}}});
    add_scheme_cautions(document.blocks, scheme.info, {});
    document.blocks.emplace_back(summary_table(scheme));
    document.blocks.emplace_back(Heading{2, "Points"});
    for (const ShownUnit& unit : scheme.units) add_unit(document, unit);
    for (const ShownBandTable& table : scheme.band_tables) {
        document.blocks.emplace_back(Heading{2, "Bands" + dates_of(table)});
        document.blocks.emplace_back(table.table);
    }
}

std::string result_of(const CheckedFile& file) {
    const std::string warnings = base::counted(file.warnings, "warning", "warnings");
    if (file.errors == 0) return file.warnings == 0 ? file.proved : fmt::format("{}; {}", file.proved, warnings);
    return base::counted(file.errors, "error", "errors") + (file.warnings == 0 ? "" : ", " + warnings);
}

std::string closing(const CheckResult& result) {
    const std::size_t warnings = result.said.warnings();
    return fmt::format("{} checked: {}{}.", base::counted(result.files.size(), "file", "files"),
                       result.said.has_errors() ? base::counted(result.said.errors(), "error", "errors") : "no errors",
                       warnings > 0 ? ", " + base::counted(warnings, "warning", "warnings") : "");
}

std::string_view severity_text(base::Severity severity) {
    return severity == base::Severity::error ? "error" : severity == base::Severity::warning ? "warning" : "note";
}

Cell number_or_nothing(std::uint32_t number) {
    Cell cell;
    if (number > 0) cell.emplace<std::int64_t>(number);
    return cell;
}

Cell text_or_nothing(const base::SourceTextPtr& source) {
    Cell cell;
    if (source) cell.emplace<std::string>(source->name);
    return cell;
}

}  // namespace

Document check_document(const CheckResult& result) {
    Document document;
    for (const SchemeInfo& scheme : result.schemes) {
        if (scheme.replaces_shipped) document.blocks.emplace_back(Caution{replacement_in_words(scheme)});
    }
    for (const ShownScheme& scheme : result.shown) add_scheme(document, scheme);
    if (!result.shown.empty()) document.blocks.emplace_back(Heading{1, "Checked"});
    Table table{"", {{"file", "File"}, {"kind", "Kind"}, {"result", "Result"}}, {}};
    for (const CheckedFile& file : result.files) table.rows.push_back({file.name, file.kind, result_of(file)});
    if (!table.rows.empty()) document.blocks.emplace_back(std::move(table));
    document.blocks.emplace_back(Paragraph{closing(result)});
    Facts files;
    for (const SchemeInfo& scheme : result.schemes) add_scheme_file(files, scheme);
    if (!files.rows.empty()) document.blocks.emplace_back(std::move(files));
    return document;
}

Table shown_table(const CheckResult& result) {
    Table table{"",
                {{"scheme", "Scheme"},
                 {"unit", "Factor or matrix"},
                 {"level", "Level"},
                 {"column", "Column"},
                 {"points", "Points", Align::right},
                 {"unlikely", "Unlikely"},
                 {"rule", "Rule"},
                 {"source", "Source"}},
                {}};
    for (const ShownScheme& scheme : result.shown) {
        for (const ShownUnit& unit : scheme.units) {
            for (const ShownUnit::Entry& entry : unit.entries) {
                table.rows.push_back({scheme.info.id, unit.id, entry.level, entry.column, cell_or_nothing(entry.points),
                                      entry.unlikely, unit.rule, unit.source});
            }
        }
    }
    return table;
}

Table said_table(const CheckResult& result) {
    Table table{"",
                {{"file", "File"},
                 {"line", "Line", Align::right},
                 {"column", "Column", Align::right},
                 {"severity", "Severity"},
                 {"id", "Id"},
                 {"message", "Message"},
                 {"expected", "Expected"},
                 {"fix", "Fix"}},
                {}};
    for (const base::Diagnostic& d : result.said.all()) {
        table.rows.push_back({text_or_nothing(d.at.source), number_or_nothing(d.at.line),
                              number_or_nothing(d.at.line > 0 ? d.at.column : 0), std::string{severity_text(d.severity)}, d.id,
                              d.message, d.expected, d.fix});
    }
    return table;
}

}  // namespace je::report
