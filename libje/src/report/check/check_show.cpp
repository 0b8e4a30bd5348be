// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "base/wording.hpp"
#include "je/base/text.hpp"
#include "je/report/check_result.hpp"
#include "report/explain/explain_parts.hpp"
#include "scoring/proof.hpp"
#include "scoring/proof_deciding.hpp"

namespace je::report {

namespace {

using scoring::ReachableTotals;

constexpr std::uint64_t most_counted = 1'000'000;  // totals gone through one by one

std::string rule_text(const model::PointsRule& rule) {
    const std::string rounding =
        base::worded("rounded {} to {}", base::translated(mode_text(rule.rounding.mode)), rule.rounding.to.to_string());
    switch (rule.kind) {
        case model::PointsRuleKind::table:
            return base::worded("points stated");
        case model::PointsRuleKind::none:
            return base::worded("no points");
        case model::PointsRuleKind::matrix:
            return base::worded("points from a matrix");
        case model::PointsRuleKind::percent:
            return base::worded("percentages");
        case model::PointsRuleKind::arithmetic:
            return base::worded("weight {}, equal steps from {}, {}", rule.weight.to_string(), rule.lowest.to_string(),
                                rounding);
        case model::PointsRuleKind::geometric:
            return base::worded("weight {}, equal ratios from {}, {}", rule.weight.to_string(), rule.lowest.to_string(),
                                rounding);
        case model::PointsRuleKind::scores:
            return base::worded("weight {}, by scores, {}", rule.weight.to_string(), rounding);
    }
    return {};
}

std::string group_name(const model::Scheme& scheme, const std::optional<model::GroupIndex>& group) {
    return group ? scheme[*group].name : std::string{};
}

std::string group_short(const model::Scheme& scheme, const std::optional<model::GroupIndex>& group) {
    return group ? scheme[*group].short_name : std::string{};
}

void set_percent(ShownUnit::Entry& entry, base::Decimal percent) {
    entry.points.reset();
    entry.percent = percent;
}

ShownUnit show_factor(const model::Scheme& scheme, const model::Factor& factor) {
    ShownUnit unit{.id = factor.id.text(),
                   .name = factor.name,
                   .group = group_name(scheme, factor.group),
                   .group_short = group_short(scheme, factor.group),
                   .rule = rule_text(factor.rule),
                   .source = factor.source};
    for (const model::Level& level : factor.levels) {
        auto& entry =
            unit.entries.emplace_back(ShownUnit::Entry{level.id.text(), "", level.points.value(), false, level.summary});
        if (factor.rule.kind == model::PointsRuleKind::percent) set_percent(entry, level.percent);
    }
    return unit;
}

/// What the scheme prints as a unit's weight, and what its points weigh.
void add_weights(ShownUnit& shown, const model::Scheme& scheme, const model::ScoredUnit& unit) {
    if (const auto& printed = unit.printed_weight()) {
        shown.printed_weight = printed->value.value();
        shown.rule += base::worded(", printed weight {}", printed->value.to_string());
    }
    if (scheme.largest_total() <= model::Points{}) return;
    const model::StatedWeights weights = scheme.weights().value_or(model::StatedWeights{});
    const auto to = weights.rounded_to ? weights.rounded_to->value() : base::Decimal::from_units(1);
    shown.weight = model::weight_of(unit.largest(), {scheme.largest_total(), weights.total}, to).value();
}

/// What the points range over, and of what they are percentages.
void add_dependence(ShownUnit& shown, const model::Scheme& scheme, const model::ScoredUnit& unit) {
    shown.smallest = unit.smallest().value();
    shown.largest = unit.largest().value();
    if (!unit.is_dependent()) return;
    shown.of = scheme[unit.dependence()->base].id();
    shown.rule += base::worded("; percent of the points of {}{}", shown.of, dependent_rounding_text(*unit.dependence()));
}

ShownUnit::Side show_side(const model::Factor& factor) {
    ShownUnit::Side side{factor.id.text(), factor.name, {}};
    for (const model::Level& level : factor.levels) side.levels.emplace_back(level.id.text(), level.summary);
    return side;
}

/// "matrix of who (rows) and why (columns)", "matrix of depth, breadth and contact, with contact along each row".
std::string matrix_text(const model::Scheme& scheme, const model::ScoredUnit& matrix) {
    std::vector<std::string> ids;
    for (const auto& side : matrix.sides()) ids.push_back(scheme[side.factor].id.text());
    if (ids.size() == 2) return base::worded("matrix of {} (rows) and {} (columns)", ids.front(), ids.back());
    const std::string last = ids.back();
    ids.pop_back();
    return base::worded("matrix of {} and {}, with {} along each row", fmt::format("{}", fmt::join(ids, ", ")), last, last);
}

/// The levels of all dimensions but the last: "2", "A x few".
std::string row_of(const model::Scheme& scheme, const model::ScoredUnit& matrix, std::size_t cell) {
    const std::string name = scheme.option_name(matrix, cell);
    return name.substr(0, name.rfind(" x "));
}

ShownUnit show_matrix(const model::Scheme& scheme, const model::ScoredUnit& matrix) {
    const model::ScoredUnit::Side& last = matrix.sides().back();
    const model::Factor& columns = scheme[last.factor];
    ShownUnit unit{.id = matrix.id(),
                   .name = matrix.name(),
                   .group = group_name(scheme, matrix.group()),
                   .group_short = group_short(scheme, matrix.group()),
                   .rule = matrix_text(scheme, matrix),
                   .source = matrix.source(),
                   .is_matrix = true};
    for (const auto& side : matrix.sides()) unit.sides.push_back(show_side(scheme[side.factor]));
    for (const model::Level& column : columns.levels) unit.columns.push_back(column.id.text());
    for (std::size_t i = 0; i < matrix.options().size(); ++i) {
        const model::UnitOption& cell = matrix[i];
        unit.entries.push_back({row_of(scheme, matrix, i), columns[model::ScoredUnit::level_of(i, last)].id.text(),
                                cell.allowed ? std::optional{cell.points.value()} : std::nullopt, cell.unlikely, ""});
        if (matrix.is_dependent() && cell.allowed) set_percent(unit.entries.back(), cell.percent);
    }
    return unit;
}

/// How many reachable totals the band holds.
std::uint64_t count_in(const model::BandTable& table, model::BandIndex band, const ReachableTotals& totals) {
    std::uint64_t count = 0;
    const model::Points step{base::Decimal::from_units(1)};
    auto total = totals.first_at_or_above(table[band].floor);
    while (total && table.bands_of(*total).contains(band)) {
        ++count;
        total = totals.first_at_or_above(*total + step);
    }
    return count;
}

void count_bands(ShownBandTable& shown, const model::BandTable& table, const std::optional<ReachableTotals>& totals) {
    const bool counted = totals && totals->count() <= most_counted;
    if (counted) {
        shown.table.columns.push_back({"reachable", "Reachable totals", Role::count});
    }
    for (std::size_t i = 0; i < shown.bands.size(); ++i) {
        if (!counted) continue;
        shown.bands[i].reachable = count_in(table, model::BandIndex{i}, *totals);
        shown.table.rows[i].emplace_back(static_cast<std::int64_t>(*shown.bands[i].reachable));
    }
}

/// Points from one floor to the next, or where bands overlap from a floor to the band's end, for people.
void add_widths(Table& table, const std::vector<ShownBand>& bands, bool overlaps) {
    table.columns.push_back({"width", "Width", Role::points});
    for (std::size_t i = 0; i < bands.size(); ++i) {
        auto width = bands[i].below ? std::optional{*bands[i].below - bands[i].floor} : std::nullopt;
        if (overlaps && bands[i].max) width = *bands[i].max - bands[i].floor;
        table.rows[i].push_back(cell_or_nothing(width));
    }
}

/// The bands, and what the rules give over all combinations.
ShownBandTable show_deciding(ShownBandTable shown, const model::Scheme& scheme, const model::BandTable& table) {
    for (const model::Band& band : table.bands())
        shown.bands.push_back({.id = band.id.text(), .name = band.name, .max = {}, .below = {}, .reachable = {}});
    const auto decided = scoring::decided_combinations(scheme, table);
    shown.combinations = decided.combinations;
    for (const auto& one : decided.by)
        shown.by.push_back({table.deciding()->rules[one.rule].id.text(), table[one.band].id.text(), one.combinations});
    shown.table = band_table(table, scheme);
    return shown;
}

ShownBandTable show_table(const model::Scheme& scheme, const model::BandTable& table,
                          const std::optional<ReachableTotals>& totals) {
    ShownBandTable shown;
    shown.from = table.from();
    shown.until = table.until();
    shown.source = table.source();
    shown.overlaps = table.overlaps();
    const auto bands = table.bands();
    if (table.deciding() != nullptr) return show_deciding(std::move(shown), scheme, table);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        ShownBand& band = shown.bands.emplace_back();
        band.id = bands[i].id.text();
        band.name = bands[i].name;
        band.floor = bands[i].floor.value();
        if (bands[i].max) band.max = bands[i].max->value();
        if (i + 1 < bands.size() && !table.overlaps()) band.below = bands[i + 1].floor.value();
    }
    shown.table = band_table(table, scheme);
    add_widths(shown.table, shown.bands, table.overlaps());
    count_bands(shown, table, totals);
    return shown;
}

std::string plural_tables(std::size_t n) { return n == 1 ? "" : base::worded(", in each of {} band tables", n); }

bool any_hole(std::span<const model::BandTable> tables) {
    for (const model::BandTable& table : tables) {
        if (!table.unbanded().empty()) return true;
    }
    return false;
}

std::string where_totals_are(std::span<const model::BandTable> tables) {
    const bool overlaps = std::any_of(tables.begin(), tables.end(), [](const auto& table) { return table.overlaps(); });
    if (overlaps)
        return any_hole(tables) ? base::worded(", each in one band or in several that overlap, or in a declared hole")
                                : base::worded(", each in one band or in several that overlap");
    return any_hole(tables) ? base::worded(", each in exactly one band or a declared hole")
                            : base::worded(", each in exactly one band");
}

}  // namespace

std::vector<ShownBandTable> show_bands(const model::Scheme& scheme, std::span<const model::BandTable> tables) {
    const auto totals = scheme.has_points() ? ReachableTotals::of(scheme) : std::nullopt;
    std::vector<ShownBandTable> shown;
    for (const model::BandTable& table : tables) shown.push_back(show_table(scheme, table, totals));
    return shown;
}

ShownScheme show_scheme(const model::Scheme& scheme, SchemeInfo info) {
    ShownScheme shown;
    shown.info = std::move(info);
    shown.smallest_total = scheme.smallest_total().value();
    shown.largest_total = scheme.largest_total().value();
    for (const model::ScoredUnit& unit : scheme.units()) {
        shown.units.push_back(unit.is_combined() ? show_matrix(scheme, unit)
                                                 : show_factor(scheme, scheme[unit.sides().front().factor]));
        add_dependence(shown.units.back(), scheme, unit);
        add_weights(shown.units.back(), scheme, unit);
    }
    for (const model::SeriesPtr& one : scheme.series()) {
        auto& series = shown.series.emplace_back(ShownScheme::Series{one->id, {}});
        for (const model::Points value : one->values) series.values.push_back(value.value());
    }
    shown.band_tables = show_bands(scheme, scheme.band_tables());
    return shown;
}

std::string proved_of(const model::Scheme& scheme, std::span<const model::BandTable> tables) {
    std::string text = base::counted_now(scheme.factors().size(), "factor", "factors");
    std::size_t matrices = 0;
    std::size_t factors_in_them = 0;
    for (const model::ScoredUnit& unit : scheme.units()) {
        if (!unit.is_combined()) continue;
        ++matrices;
        factors_in_them += unit.sides().size();
    }
    if (!scheme.has_points()) {
        for (const model::BandTable& table : tables)
            text += base::worded(
                ", {} of levels and facts, each with exactly one band by {}",
                base::counted_now(scoring::decided_combinations(scheme, table).combinations, "combination", "combinations"),
                base::counted_now(table.deciding()->rules.size(), "rule", "rules"));
        return text;
    }
    if (matrices > 0) text += base::worded(" ({} in {})", factors_in_them, base::counted_now(matrices, "matrix", "matrices"));
    const auto totals = ReachableTotals::of(scheme);
    if (!totals) {
        return text + base::worded(", totals from {} to {}: too many for a proof", scheme.smallest_total().to_string(),
                                   scheme.largest_total().to_string());
    }
    text += base::worded(", {} from {} to {}", base::counted_now(totals->count(), "reachable total", "reachable totals"),
                         totals->smallest().to_string(), totals->largest().to_string());
    if (tables.empty()) return text + base::worded("; no bands");
    return text + where_totals_are(tables) + plural_tables(tables.size());
}

}  // namespace je::report
