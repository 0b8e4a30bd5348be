// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "io/csv/form.hpp"
#include "io/csv/loose.hpp"
#include "io/csv/scan.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

constexpr std::size_t rows_looked_at = 20;

// One row as one separator splits it.
struct Split {
    std::size_t known = 0;  // cells that are column names
    bool splits = false;    // more than one cell
    bool headings = false;  // names the id, and a factor or fact
};

struct Separator {
    char separator;
    std::string_view name;
    std::vector<Split> rows{};
};

Split split_of(const CsvRow& row, const CsvColumnNames& names) {
    constexpr std::size_t most_looked_at = 2000;
    Split split;
    std::string scratch;
    bool id = false;
    bool asked = false;
    for (std::size_t i = 0; i < std::min(row.cells.size(), most_looked_at); ++i) {
        const auto cell = value_of(row.cells[i], scratch);
        split.known += names.knows(cell) ? 1 : 0;
        id = id || names.is_id(cell);
        asked = asked || names.is_asked(cell);
    }
    split.splits = row.cells.size() > 1;
    split.headings = id && asked;
    return split;
}

// As many rows as `most`, or up to the row of headings: then no row below it is looked at, whatever separates it.
void split_rows(Separator& separator, std::string_view text, const CsvColumnNames& names, CsvRow& row, std::size_t& most) {
    CsvScanner scanner{text, separator.separator};
    while (separator.rows.size() < most && scanner.next(row)) {
        separator.rows.push_back(split_of(row, names));
        if (separator.rows.back().headings) most = separator.rows.size();
    }
}

// The separator that a first line such as sep=; names; a NUL where it names none.
char separator_named(std::string_view text) {
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (line.starts_with('"')) line.remove_prefix(1);
    if (line.size() < 5 || in_small_letters(line.substr(0, 4)) != "sep=") return '\0';
    return line[4];
}

void report_named(std::string_view text, const CsvColumnNames& names, CsvPlaces& places, base::Diagnostics& diagnostics) {
    CsvRow row;
    CsvScanner scanner{text, ','};
    static_cast<void>(scanner.next(row));
    diagnostics.error({"JE-C18", places.of(row),
                       fmt::format("the first line says that '{}' parts the columns", shown({&text[text.find('=') + 1], 1})),
                       "a comma, a semicolon or a tab after 'sep=', then a row that names the columns: " + names.described(),
                       "save the file with one of these between the columns"});
}

/// Whether a row split so names the id and a factor or fact.
bool finds_headings(const Separator& separator) {
    return std::any_of(separator.rows.begin(), separator.rows.end(), [](const Split& row) { return row.headings; });
}

std::size_t most_known(const Separator& separator) {
    std::size_t most = 0;
    for (const Split& row : separator.rows) most = std::max(most, row.splits ? row.known : 0);
    return most;
}

/// Of the first line sep=; where the headings are parted by something else.
base::Diagnostic contradiction(std::string_view named, std::string_view found, const base::SourcePosition& at) {
    return {"JE-C18", at,
            fmt::format("the first line says that {} part the columns, but the headings are parted by {}", named, found),
            "one separator throughout, and the same after 'sep='"};
}

// The row of headings: the first that names the id and a factor, else the first with the most names.
std::size_t row_of_headings(const std::vector<Separator>& separators) {
    std::size_t found = 0;
    std::size_t most = 0;
    for (std::size_t row = 0; row < rows_looked_at; ++row) {
        for (const Separator& one : separators) {
            if (row >= one.rows.size()) continue;
            if (one.rows[row].headings) return row;
            if (one.rows[row].known <= most) continue;
            most = one.rows[row].known;
            found = row;
        }
    }
    return found;
}

void report_none(const CsvRow& row, const CsvColumnNames& names, CsvPlaces& places, base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-C11", places.of(row), "the first row has no comma, semicolon or tab to tell columns apart",
                       "a first row that names the columns: " + names.described(),
                       "name the columns in the first row, with commas between them"});
}

void report_several(const CsvRow& row, const std::string& separators, const CsvColumnNames& names, CsvPlaces& places,
                    base::Diagnostics& diagnostics) {
    diagnostics.error({"JE-C12", places.of(row),
                       fmt::format("the first row can be split at {}: none of them gives the most known names", separators),
                       "a first row that names the columns: " + names.described(),
                       "put the names that hold a separator in quotes, and use one separator throughout"});
}

// Of the separators, the one that splits the row into most names.
std::optional<CsvStart> choose(const std::vector<Separator>& separators, std::size_t at, const CsvRow& first,
                               const CsvColumnNames& names, CsvPlaces& places, base::Diagnostics& diagnostics) {
    std::size_t most = 0;
    for (const Separator& one : separators) most = at < one.rows.size() ? std::max(most, one.rows[at].known) : most;
    std::string names_of_best;
    std::size_t best = 0;
    CsvStart start{separators.front().separator, at};
    for (const Separator& one : separators) {
        if (at >= one.rows.size() || one.rows[at].known != most || !one.rows[at].splits) continue;
        if (++best == 1) start.separator = one.separator;
        names_of_best += fmt::format("{}{}", best == 1 ? "" : " or ", one.name);
    }
    if (best == 1 || (best == 0 && most > 0)) return start;
    if (best == 0) {
        report_none(first, names, places, diagnostics);
    } else {
        report_several(first, names_of_best, names, places, diagnostics);
    }
    return std::nullopt;
}

/// By the separator that the first line names, unless the headings show another.
std::optional<CsvStart> start_named(char named, const std::vector<Separator>& separators, const base::SourcePosition& at,
                                    base::Diagnostics& diagnostics) {
    const auto own =
        std::find_if(separators.begin(), separators.end(), [&](const Separator& one) { return one.separator == named; });
    std::vector<const Separator*> others;
    std::string names;
    for (const Separator& one : separators) {
        if (&one == &*own || finds_headings(*own)) continue;
        if (!finds_headings(one) && most_known(one) <= most_known(*own)) continue;
        others.push_back(&one);
        names += fmt::format("{}{}", names.empty() ? "" : " or ", one.name);
    }
    if (others.empty()) return CsvStart{named, std::max<std::size_t>(row_of_headings({*own}), 1)};
    auto told = contradiction(own->name, names, at);
    if (others.size() > 1 || !finds_headings(*others.front())) {
        told.fix = "write after 'sep=' what stands between the columns, or take that line away";
        diagnostics.error(std::move(told));
        return std::nullopt;
    }
    told.id = "JE-C38";
    told.fix = "nothing, when the columns are right: they are read as the headings show; else correct the first line";
    diagnostics.warning(std::move(told));
    return CsvStart{others.front()->separator, std::max<std::size_t>(row_of_headings({*others.front()}), 1)};
}

}  // namespace

std::optional<CsvStart> find_start(std::string_view text, const CsvColumnNames& names, CsvPlaces& places,
                                   base::Diagnostics& diagnostics) {
    std::vector<Separator> separators{{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}};
    const char named = separator_named(text);
    const bool known =
        std::any_of(separators.begin(), separators.end(), [&](const Separator& one) { return one.separator == named; });
    if (named != '\0' && !known) {
        report_named(text, names, places, diagnostics);
        return std::nullopt;
    }
    CsvRow row;
    std::size_t most_rows = rows_looked_at;
    for (Separator& one : separators) split_rows(one, text, names, row, most_rows);
    CsvRow first;
    CsvScanner scanner{text, separators.front().separator};
    static_cast<void>(scanner.next(first));
    if (named != '\0') return start_named(named, separators, places.of(first), diagnostics);
    return choose(separators, row_of_headings(separators), first, names, places, diagnostics);
}

}  // namespace je::io
