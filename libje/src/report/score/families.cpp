// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/score/families.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace je::report {

namespace {

constexpr std::string_view open_band = "?";  // key of jobs that may be in more than one band; no band has such an id
constexpr std::size_t most_families = 100;   // rows; all others share one

void add_bands(FamilyBands& sum, const FamilyBands& one) {
    for (const auto& [band, jobs] : one.in_band) sum.in_band[band] += jobs;
    sum.in_none += one.in_none;
    sum.open += one.open;
}

FamilyBands sum_of_families(const BandsByFamily& all) {
    FamilyBands sum = all.not_stated;
    for (const auto& [family, bands] : all.families) add_bands(sum, bands);
    return sum;
}

/// A row of the table: a family, those of few jobs together, or jobs without one.
struct FamilyRow {
    Text label;
    std::string anchor;
    FamilyBands bands;
};

/// Those of most jobs where there are too many to show.
std::vector<FamilyRow> family_rows(const BandsByFamily& all) {
    std::vector<std::pair<std::string, FamilyBands>> families{all.families.begin(), all.families.end()};
    FamilyBands others;
    std::size_t left_out = 0;
    if (families.size() > most_families) {
        std::stable_sort(families.begin(), families.end(),
                         [](const auto& a, const auto& b) { return a.second.jobs() > b.second.jobs(); });
        left_out = families.size() - most_families;
        for (std::size_t i = most_families; i < families.size(); ++i) add_bands(others, families[i].second);
        families.resize(most_families);
        std::sort(families.begin(), families.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }
    std::vector<FamilyRow> rows;
    for (auto& [family, bands] : families) rows.push_back({Content{family}, family, std::move(bands)});
    if (left_out > 0) rows.push_back({counted(left_out, "other family", "other families"), "?", std::move(others)});
    if (all.not_stated.jobs() > 0) rows.push_back({"no family stated", "", all.not_stated});
    return rows;
}

/// How many jobs are in each of the bands that any job is in, lowest first.
struct FamilyColumn {
    std::string key;
    Text label;
    std::size_t (*count)(const FamilyBands& bands, const std::string& key);
};

std::vector<FamilyColumn> family_columns(const FamilyBands& sum, const BandsInfo& bands) {
    std::vector<FamilyColumn> columns;
    const auto in_band = [](const FamilyBands& of, const std::string& key) {
        const auto found = of.in_band.find(key);
        return found == of.in_band.end() ? 0 : found->second;
    };
    for (const BandFloor& band : bands.floors)
        if (sum.in_band.contains(band.band)) columns.push_back({band.band, Band{band.band, Band::Form::named}, in_band});
    if (sum.in_none > 0)
        columns.push_back(
            {"", Band{std::nullopt, Band::Form::named}, [](const FamilyBands& of, const std::string&) { return of.in_none; }});
    if (sum.open > 0)
        columns.push_back(
            {std::string{open_band}, "band not known", [](const FamilyBands& of, const std::string&) { return of.open; }});
    return columns;
}

std::string family_anchor(const std::string& row, const std::string& column) { return "families." + row + "." + column; }

}  // namespace

std::size_t FamilyBands::jobs() const {
    return std::accumulate(in_band.begin(), in_band.end(), in_none + open,
                           [](std::size_t sum, const auto& one) { return sum + one.second; });
}

void BandsByFamily::add(const ScoredJob& job) {
    FamilyBands& bands = job.family ? families[*job.family] : not_stated;
    if (job.band_min != job.band_max || job.no_band_between)
        ++bands.open;
    else if (job.band_min)
        ++bands.in_band[*job.band_min];
    else
        ++bands.in_none;
}

namespace {

Table family_table(const std::vector<FamilyRow>& rows, const FamilyBands& sum, const std::vector<FamilyColumn>& bands) {
    Table table{.id = "bands-by-family", .caption = "Jobs by family and band", .columns = {{"what", "Family", Role::name}}};
    for (const FamilyColumn& band : bands) table.columns.push_back({"band:" + band.key, band.label, Role::count});
    table.columns.push_back({"jobs", "All", Role::count});
    const auto add = [&](const Text& label, const std::string& anchor, const FamilyBands& of, auto formula_of) {
        std::vector<Cell> cells{label};
        std::vector<std::string> summands;
        for (const FamilyColumn& band : bands) {
            summands.push_back(family_anchor(anchor, band.key));
            cells.push_back(formula_of(Cell{band.count(of, band.key)}.at(summands.back()), band.key));
        }
        cells.push_back(Cell{of.jobs()}.is(Formula::sum(std::move(summands))));
        table.rows.push_back(std::move(cells));
    };
    for (const FamilyRow& row : rows) add(row.label, row.anchor, row.bands, [](Cell cell, const std::string&) { return cell; });
    add("All jobs", "*", sum, [&](Cell cell, const std::string& key) {
        std::vector<std::string> summands;
        for (const FamilyRow& row : rows) summands.push_back(family_anchor(row.anchor, key));
        return std::move(cell).is(Formula::sum(std::move(summands)));
    });
    return table;
}

Text family_sentence(const BandsByFamily& all, const FamilyBands& sum) {
    const std::size_t without = all.not_stated.jobs();
    return say("The bands of {} by the family that each states: {}, and {}.", counted(sum.jobs(), "job", "jobs"),
               counted(all.families.size(), "family", "families"),
               without == 0 ? Text{"no job without one"} : counted(without, "job that states none", "jobs that state none"));
}

}  // namespace

void add_families(Document& document, const ScoreResult& result) {
    const BandsByFamily& all = result.by_family;
    if (all.families.empty() || !result.head.bands.any) return;
    const FamilyBands sum = sum_of_families(all);
    document.begin("families", 2, "Bands by family");
    document.add(Paragraph{family_sentence(all, sum)});
    document.add(
        Figure{"families-bands", Figure::Kind::shares, "What part of each family is in which band.", {}, "bands-by-family"});
    document.add(family_table(family_rows(all), sum, family_columns(sum, result.head.bands)));
}

void add_families_in_words(Document& document, const ScoreResult& result) {
    const BandsByFamily& all = result.by_family;
    if (all.families.empty() || !result.head.bands.any) return;
    const FamilyBands sum = sum_of_families(all);
    document.add(Paragraph{family_sentence(all, sum)});
    for (const FamilyRow& row : family_rows(all)) {
        std::vector<Text> bands;
        for (const FamilyColumn& band : family_columns(row.bands, result.head.bands))
            bands.push_back(say("{}: {}", band.label, band.count(row.bands, band.key)));
        document.add(Paragraph{say("{}: {} ({}).", row.label, counted(row.bands.jobs(), "job", "jobs"), listed(bands))});
    }
}

}  // namespace je::report
