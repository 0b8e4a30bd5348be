// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "je/base/text.hpp"

namespace je::io {

namespace {

using base::Diagnostic;
using base::Diagnostics;

constexpr std::size_t most_columns = 10'000;
static_assert(most_columns < CsvRow::most_cells);

// Names the columns of one header row.
class ColumnReader {
public:
    ColumnReader(const CsvRow& row, const model::Scheme& scheme, const CsvColumnNames& names, CsvPlaces& places,
                 Diagnostics& diagnostics)
        : row_{row}, scheme_{scheme}, names_{names}, places_{places}, diagnostics_{diagnostics} {}

    std::optional<CsvColumns> read() {
        if (too_many() || is_separator_hint()) return std::nullopt;
        columns_.count = row_.cells.size();
        for (std::size_t cell = 0; cell < row_.cells.size(); ++cell) read_name(cell);
        check_id();
        if (failed_) return std::nullopt;
        warn_of_missing_factors();
        return std::move(columns_);
    }

private:
    void fail(Diagnostic diagnostic) {
        diagnostics_.error(std::move(diagnostic));
        failed_ = true;
    }

    bool too_many() {
        if (row_.cell_count <= most_columns) return false;
        fail({.id = "JE-C17",
              .at = places_.of(row_, row_.cells[most_columns]),
              .message = fmt::format("the first row names {} columns", row_.cell_count),
              .expected = fmt::format("at most {} columns", most_columns),
              .fix = "remove the columns that are not needed"});
        return true;
    }

    // Some spreadsheets write their separator into a line of its own: sep=;
    bool is_separator_hint() {
        if (!row_.cells[0].text().starts_with("sep=")) return false;
        fail({.id = "JE-C18",
              .at = places_.of(row_),
              .message = "the first row is a spreadsheet's note about its separator",
              .expected = "a first row that names the columns",
              .fix = "remove the first line"});
        return true;
    }

    void read_name(std::size_t cell) {
        const std::string name{value_of(row_.cells[cell], scratch_)};
        if (name.empty()) return report_nameless(cell);
        const auto [first, is_new] = seen_.try_emplace(name, cell);
        if (!is_new) return report_duplicate(name, first->second, cell);
        const CsvColumnUse* use = names_.find(name);
        if (use == nullptr) return report_unknown(name, cell);
        assign(*use, cell);
    }

    void assign(const CsvColumnUse& use, std::size_t cell) {
        if (std::holds_alternative<CsvIdColumn>(use)) columns_.id = cell;
        if (std::holds_alternative<CsvTitleColumn>(use)) columns_.title = cell;
        if (std::holds_alternative<CsvHoldersColumn>(use)) columns_.holders = cell;
        if (std::holds_alternative<CsvPostsColumn>(use)) columns_.posts = cell;
        if (const auto* factor = std::get_if<model::FactorIndex>(&use)) {
            columns_.levels.push_back({cell, *factor, CsvLevels{scheme_[*factor]}});
        }
        if (const auto* fact = std::get_if<model::FactIndex>(&use)) columns_.facts.push_back({cell, *fact});
    }

    void report_nameless(std::size_t cell) {
        fail({.id = "JE-C16",
              .at = places_.of(row_, row_.cells[cell]),
              .message = fmt::format("column {} has no name", cell + 1),
              .expected = names_.described(),
              .fix = "name the column, or remove it with its separators from every row"});
    }

    void report_duplicate(const std::string& name, std::size_t first, std::size_t cell) {
        fail({.id = "JE-C14",
              .at = places_.of(row_, row_.cells[cell]),
              .message = fmt::format("column '{}' is named again; it is column {} already", shown(name), first + 1),
              .expected = "each column once",
              .fix = "remove one of the two, or give it its right name"});
    }

    void report_unknown(const std::string& name, std::size_t cell) {
        const auto meant = names_.meant_by(name);
        const std::string pass_over = fmt::format("pass it over with --extra-columns '{}'", shown(name));
        fail({.id = "JE-C13",
              .at = places_.of(row_, row_.cells[cell]),
              .message = fmt::format("column '{}' is not known to scheme '{}'", shown(name), scheme_.id().text()),
              .expected = names_.described(),
              .fix = meant ? fmt::format("write '{}', or {}", *meant, pass_over) : pass_over + ", or remove it"});
    }

    void check_id() {
        if (seen_.contains("id")) return;
        fail({.id = "JE-C15",
              .at = places_.of(row_),
              .message = "there is no column 'id'",
              .expected = names_.described(),
              .fix = "name the column that holds each job's id 'id'"});
    }

    [[nodiscard]] bool is_derived(model::FactorIndex factor) const {
        const auto& all = scheme_.derivations();
        return std::any_of(all.begin(), all.end(), [&](const model::Derivation& derivation) {
            return derivation.factor == factor &&
                   std::any_of(columns_.facts.begin(), columns_.facts.end(),
                               [&](const CsvColumns::Fact& column) { return column.fact == derivation.fact; });
        });
    }

    void warn_of_missing_factors() {
        std::vector<std::string> missing;
        for (std::size_t i = 0; i < scheme_.factors().size(); ++i) {
            const model::FactorIndex factor{i};
            const bool given = std::any_of(columns_.levels.begin(), columns_.levels.end(),
                                           [&](const CsvColumns::Level& column) { return column.factor == factor; });
            if (!given && !is_derived(factor)) missing.push_back(scheme_[factor].id.text());
        }
        if (missing.empty()) return;
        diagnostics_.warning({.id = "JE-C19",
                              .at = places_.of(row_),
                              .message = fmt::format("no column gives {} {}: every job's level there counts as not known",
                                                     missing.size() == 1 ? "factor" : "factors", base::quoted_list(missing)),
                              .expected = "a column for each factor of the scheme",
                              .fix = "add the columns, or read the totals as ranges"});
    }

    const CsvRow& row_;
    const model::Scheme& scheme_;
    const CsvColumnNames& names_;
    CsvPlaces& places_;
    Diagnostics& diagnostics_;
    CsvColumns columns_;
    std::map<std::string, std::size_t, std::less<>> seen_;
    std::string scratch_;
    bool failed_ = false;
};

}  // namespace

CsvColumnNames::CsvColumnNames(const model::Scheme& scheme, const CsvOptions& options) : scheme_{&scheme} {
    uses_.emplace("id", CsvIdColumn{});
    for (const std::string& name : options.extra_columns) uses_.emplace(name, CsvExtraColumn{});
    uses_.emplace("title", CsvTitleColumn{});
    for (std::size_t i = 0; i < scheme.factors().size(); ++i) {
        uses_.emplace(scheme.factors()[i].id.text(), model::FactorIndex{i});
    }
    for (std::size_t i = 0; i < scheme.facts().size(); ++i) {
        uses_.emplace("fact:" + scheme.facts()[i].id.text(), model::FactIndex{i});
    }
    uses_.emplace("holders", CsvHoldersColumn{});  // a factor of that id goes first
    uses_.emplace("posts", CsvPostsColumn{});
}

const CsvColumnUse* CsvColumnNames::find(std::string_view name) const {
    const auto found = uses_.find(name);
    return found == uses_.end() ? nullptr : &found->second;
}

std::optional<std::string> CsvColumnNames::meant_by(std::string_view name) const {
    constexpr std::size_t longest_compared = 200;  // comparing spellings takes the product of the lengths
    if (name.size() > longest_compared) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& [candidate, use] : uses_) known.push_back(candidate);
    for (const model::Factor& factor : scheme_->factors()) {
        if (factor.name == name) return factor.id.text();
    }
    for (const model::FactDefinition& fact : scheme_->facts()) {
        if (fact.id == name || fact.name == name) return "fact:" + fact.id.text();
    }
    return base::nearest(name, known);
}

std::string CsvColumnNames::described() const {
    std::vector<std::string> factors;
    for (const model::Factor& factor : scheme_->factors()) factors.push_back(factor.id.text());
    std::vector<std::string> facts;
    for (const model::FactDefinition& fact : scheme_->facts()) facts.push_back("fact:" + fact.id.text());
    std::string all = "columns 'id', 'title' if wanted, and the factors " + base::quoted_list(factors);
    if (!facts.empty()) all += "; for facts " + base::quoted_list(facts);
    return all;
}

std::optional<CsvColumns> read_columns(const CsvRow& row, const model::Scheme& scheme, const CsvColumnNames& names,
                                       CsvPlaces& places, Diagnostics& diagnostics) {
    return ColumnReader{row, scheme, names, places, diagnostics}.read();
}

}  // namespace je::io
