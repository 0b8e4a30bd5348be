// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "je/report/check_result.hpp"
#include "report/described_table.hpp"

namespace je::report {

namespace {

/// What the scheme states of an entry: points, or a percentage.
const std::optional<base::Decimal>& stated_of(const ShownUnit::Entry& entry) {
    return entry.percent ? entry.percent : entry.points;
}

Cell points_cell(const ShownUnit::Entry& entry) {
    const auto& stated = stated_of(entry);
    if (!stated) return Nothing{Reason::not_allowed};
    return entry.unlikely ? say("{} ?", *stated) : Text{*stated};
}

Table factor_table(const ShownUnit& unit, bool has_points) {
    const bool percent = !unit.of.empty();
    Table table{.columns = {{"level", "Level", Role::level},
                            {"points", percent ? "Percent" : "Points", Role::points},
                            {"step", "Step", Role::points},
                            {"summary", "Summary"}}};
    std::optional<base::Decimal> before;
    for (const ShownUnit::Entry& entry : unit.entries) {
        const auto& stated = stated_of(entry);
        const auto step = before && stated ? std::optional{*stated - *before} : std::nullopt;
        table.rows.push_back({entry.level, points_cell(entry), value_or(step), entry.summary});
        before = stated;
    }
    if (!has_points) leave_out_points(table);
    return table;
}

Table matrix_grid(const ShownUnit& unit) {
    Table table{.columns = {{"level", "Level", Role::level}}};
    for (const std::string& column : unit.columns) table.columns.push_back({column, column, Role::count});
    for (const ShownUnit::Entry& entry : unit.entries) {
        if (table.rows.empty() || table.rows.back().size() == table.columns.size()) table.rows.push_back({entry.level});
        table.rows.back().push_back(points_cell(entry));
    }
    return table;
}

Text rule_sentence(const ShownUnit& unit) {
    std::string text = unit.rule;
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + (unit.source.empty() ? "." : say("; figures from source '{}'.", unit.source));
}

Table side_table(const ShownUnit::Side& side) {
    Table table{.caption = say("{} ({}):", side.name, side.id),
                .columns = {{"level", "Level", Role::level}, {"summary", "Summary"}}};
    for (const auto& [level, summary] : side.levels) table.rows.push_back({Level{level}, summary});
    return table;
}

void add_unit(Document& document, const ShownUnit& unit, bool has_points) {
    document.begin("unit-" + unit.id, 3, say("{} ({})", unit.name, unit.id));
    if (has_points) document.add(Paragraph{rule_sentence(unit)});
    document.add(unit.is_matrix ? matrix_grid(unit) : factor_table(unit, has_points));
    const bool refuses =
        std::any_of(unit.entries.begin(), unit.entries.end(), [](const auto& entry) { return !stated_of(entry); });
    const bool doubts = std::any_of(unit.entries.begin(), unit.entries.end(), [](const auto& entry) { return entry.unlikely; });
    if (refuses || doubts) {
        document.add(Paragraph{say("{}{}{}", refuses ? "-: not allowed." : "", refuses && doubts ? " " : "",
                                   doubts ? "?: allowed but unlikely." : "")});
    }
    for (const ShownUnit::Side& side : unit.sides) document.add(side_table(side));
}

Text dates_of(const ShownBandTable& table) {
    Text text = table.from ? say(" from {}", *table.from) : Text{};
    return text + (table.until ? say(" until {}", *table.until) : Text{});
}

Table summary_table(const ShownScheme& scheme) {
    Table table{.columns = {{"factor", "Factor or matrix"},
                            {"group", "Group"},
                            {"levels", "Levels", Role::count},
                            {"lowest", "Lowest", Role::points},
                            {"highest", "Highest", Role::points},
                            {"share", "Share of largest total", Role::share}}};
    if (!scheme.info.has_points()) table.columns.resize(3);
    for (const ShownUnit& unit : scheme.units) {
        const base::Decimal lowest = unit.smallest;
        const base::Decimal highest = unit.largest;
        const std::int64_t allowed = std::count_if(unit.entries.begin(), unit.entries.end(),
                                                   [](const auto& entry) { return stated_of(entry).has_value(); });
        const std::int64_t whole = scheme.largest_total.units();
        const std::int64_t tenths = whole > 0 ? (highest.units() * 1000 + whole / 2) / whole : 0;
        table.rows.push_back({unit.id, Name{unit.group, unit.group_short}, allowed, lowest, highest,
                              fixed_share(static_cast<double>(tenths) / 1000, 1)});
        table.rows.back().resize(table.columns.size());
    }
    return table;
}

/// The table under the id of its section: there may be several, so that no cell is named.
Table with_id(Table table, const std::string& id) {
    table.id = id;
    for (auto& row : table.rows) {
        for (Cell& cell : row) cell.anchor.clear();
    }
    return table;
}

/// Over all combinations of levels and facts: which rule gives how many of them which band.
void add_decided(Document& document, const ShownBandTable& table) {
    Table decided{
        .caption = say("{} of levels and facts that a job can have, by the rule that gives the band:",
                       counted(*table.combinations, "combination", "combinations")),
        .columns = {{"rule", "Rule", Role::id}, {"band", "Band", Role::band}, {"combinations", "Combinations", Role::count}}};
    for (const ShownDecided& one : table.by)
        decided.rows.push_back({one.rule, Band{one.band}, static_cast<std::int64_t>(one.combinations)});
    document.add(std::move(decided));
}

void add_scheme(Document& document, const ShownScheme& scheme) {
    document.begin("scheme", 1, scheme.info.title);
    document.add(Facts{{{"Edition", say("{} of {}, status {}", scheme.info.edition, scheme.info.id, scheme.info.status)},
                        {"File", scheme.info.file.empty() ? scheme.info.name : file_in_short(scheme.info)},
                        scheme.info.has_points()
                            ? std::pair<Text, Text>{"Totals", say("{} to {}", scheme.smallest_total, scheme.largest_total)}
                            : std::pair<Text, Text>{"Method", "classification: rules give bands for levels, without points"}}});
    add_scheme_cautions(document, scheme.info, {});
    add_local_changes(document, scheme.info);
    document.add(summary_table(scheme));
    document.begin("points", 2, scheme.info.has_points() ? "Points" : "Levels");
    for (const ShownUnit& unit : scheme.units) add_unit(document, unit, scheme.info.has_points());
    for (const ShownScheme::Series& series : scheme.series) {
        Text values;
        for (const base::Decimal value : series.values) values += (values.empty() ? Text{} : Text{", "}) + Text{value};
        document.add(Paragraph{say("Series {}: {}.", series.id, values)});
    }
    for (const ShownBandTable& table : scheme.band_tables) {
        const std::string id = document.begin("bands", 2, "Bands" + dates_of(table)).id;
        document.add(with_id(table.table, id));
        if (table.combinations) add_decided(document, table);
    }
}

bool has_percentages(const ShownScheme& scheme) {
    return std::any_of(scheme.units.begin(), scheme.units.end(), [](const ShownUnit& unit) { return !unit.of.empty(); });
}

Text result_of(const CheckedFile& file) {
    const Text warnings = counted(file.warnings, "warning", "warnings");
    if (file.errors == 0) return file.warnings == 0 ? file.proved : say("{}; {}", file.proved, warnings);
    return counted(file.errors, "error", "errors") + (file.warnings == 0 ? Text{} : Text{", "} + warnings);
}

Text closing(const CheckResult& result) {
    const std::size_t warnings = result.diagnostics.warnings();
    return say("{} checked: {}{}.", counted(result.files.size(), "file", "files"),
               result.diagnostics.has_errors() ? counted(result.diagnostics.errors(), "error", "errors") : Text{"no errors"},
               warnings > 0 ? Text{", "} + counted(warnings, "warning", "warnings") : Text{});
}

}  // namespace

Document check_document(const CheckResult& result) {
    Document document;
    for (const SchemeInfo& scheme : result.schemes) {
        if (scheme.replaces_shipped) document.add(Caution{replacement_in_words(scheme)});
    }
    for (const ShownScheme& scheme : result.shown) add_scheme(document, scheme);
    if (result.trees) {
        for (const ShownTree& tree : *result.trees) add_tree(document, tree);
        if (result.trees->empty()) document.add(Paragraph{say("No factor has questions in the files that are sound.")});
    }
    if (!result.shown.empty() || (result.trees && !result.trees->empty())) document.begin("checked", 1, "Checked");
    Table table{.columns = {{"file", "File", Role::file}, {"kind", "Kind"}, {"result", "Result"}}};
    for (const CheckedFile& file : result.files) table.rows.push_back({file.name, file.kind, result_of(file)});
    if (!table.rows.empty()) document.add(std::move(table));
    document.add(Paragraph{closing(result)});
    Facts files;
    for (const SchemeInfo& scheme : result.schemes) add_scheme_file(files, scheme);
    if (!files.rows.empty()) document.add(std::move(files));
    return document;
}

Table shown_table(const CheckResult& result) {
    Table table{.columns = {{"scheme", "Scheme"},
                            {"unit", "Factor or matrix"},
                            {"level", "Level", Role::level},
                            {"column", "Column"},
                            {"points", "Points", Role::points},
                            {"unlikely", "Unlikely"},
                            {"rule", "Rule"},
                            {"source", "Source"}}};
    const bool any_percent = std::any_of(result.shown.begin(), result.shown.end(), has_percentages);
    if (any_percent) table.columns.push_back({"percent", "Percent", Role::count});
    for (const ShownScheme& scheme : result.shown) {
        for (const ShownUnit& unit : scheme.units) {
            for (const ShownUnit::Entry& entry : unit.entries) {
                const auto points = scheme.info.has_points() ? entry.points : std::nullopt;
                table.rows.push_back({scheme.info.id, unit.id, entry.level, entry.column, value_or(points), entry.unlikely,
                                      unit.rule, unit.source});
                if (any_percent) table.rows.back().push_back(value_or(entry.percent));
            }
        }
    }
    return table;
}

Table said_table(const CheckResult& result) {
    const Description& message = description<base::Diagnostic>();
    Table table = described_table(message, {"file", "line", "column", "severity", "id", "message", "expected", "fix"});
    for (const base::Diagnostic& d : result.diagnostics.all()) add_described_row(table, message, &d);
    return table;
}

}  // namespace je::report
