// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "je/model/scheme.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/names.hpp"
#include "model/scheme/words.hpp"

namespace je::model {

namespace {

void check_overlaps(const std::vector<DatedTable>& tables, std::string_view what, base::Diagnostics& diagnostics) {
    const DatedTable* longest = nullptr;  // of the earlier ones, the one that ends last
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto& table = tables[i];
        if (i > 0 && tables[i - 1].from->value == table.from->value) {
            diagnostics.error(
                {"JE-S65", table.from->at, fmt::format("two {}s are in force from {}", what, table.from->value.to_string()),
                 "one table in force on any day", "correct one of the dates; where both tables say the same, one is enough"});
        } else if (longest != nullptr && longest->until->value >= table.from->value) {
            diagnostics.error({"JE-S65", table.from->at,
                               fmt::format("a {} is in force from {}, while the one from {} is in force until {}", what,
                                           table.from->value.to_string(), longest->from->value.to_string(),
                                           longest->until->value.to_string()),
                               "one table in force on any day",
                               "let the earlier table end the day before, or begin the later one afterwards"});
        }
        if (table.until && (longest == nullptr || table.until->value > longest->until->value)) longest = &table;
    }
}

}  // namespace

void check_dates(std::vector<DatedTable> tables, std::string_view what, base::Diagnostics& diagnostics) {
    if (tables.size() < 2) return;
    for (const auto& table : tables) {
        if (!table.from) {
            diagnostics.error({"JE-S64", table.at, fmt::format("a {} has no 'from', though there are several", what),
                               "'from' in each of several tables", "add the date from which the table is in force"});
        }
    }
    tables.erase(std::remove_if(tables.begin(), tables.end(), [](const DatedTable& t) { return !t.from; }), tables.end());
    std::stable_sort(tables.begin(), tables.end(),
                     [](const DatedTable& a, const DatedTable& b) { return a.from->value < b.from->value; });
    check_overlaps(tables, what, diagnostics);
}

namespace {

void check_pay_row(const PayTableDraft::Row& row, base::Diagnostics& diagnostics) {
    if (row.min.value < base::Decimal{}) {
        diagnostics.error(
            {"JE-B23", row.min.at,
             fmt::format("the pay of band '{}' begins at {}, below zero", row.band.value, row.min.value.to_string()),
             "pay of zero or more", "correct 'min'"});
    }
    if (row.max.value < row.min.value) {
        diagnostics.error({"JE-B22", row.max.at,
                           fmt::format("the pay of band '{}' ends at {}, below where it begins ({})", row.band.value,
                                       row.max.value.to_string(), row.min.value.to_string()),
                           "a 'max' that is not below 'min'", "correct one of the two; they may have been swapped"});
    }
}

void check_pay_table(const PayTableDraft& draft, base::Diagnostics& diagnostics) {
    if (draft.rows.empty()) {
        diagnostics.error(
            {"JE-B20", draft.at, "the pay table has no rows", "at least one pay range", "add the pay range of a band"});
    }
    Names bands{{"band", "bands", "", ""}};
    for (const auto& row : draft.rows) {
        if (const auto first = bands.find(row.band.value)) {
            diagnostics.error(
                {"JE-B21", row.band.at,
                 fmt::format("the pay table has band '{}' twice{}", row.band.value, first_at(bands.first_place(*first))),
                 "one pay range for each band",
                 "correct the band of one of the two rows; where both say the same, one is enough"});
        }
        bands.add_quietly(row.band);
        check_pay_row(row, diagnostics);
    }
}

}  // namespace

std::optional<PayTable> PayTable::make(const PayTableDraft& draft, base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    check_pay_table(draft, diagnostics);
    std::optional<Status> status;
    if (draft.status) status = resolve_status("JE-S67", "a pay table", *draft.status, diagnostics);
    if (diagnostics.errors() > errors_before) return std::nullopt;
    PayTable table;
    for (const auto& row : draft.rows) {
        table.ranges_.push_back({BandId{row.band.value}, Money{row.min.value}, Money{row.max.value}, row.band.at});
    }
    table.from_ = draft.from ? std::optional{draft.from->value} : std::nullopt;
    table.currency_ = draft.currency.value;
    table.period_ = draft.period;
    table.status_ = status;
    table.note_ = draft.note;
    return table;
}

const PayRange* PayTable::range_of(const BandId& band) const {
    const auto found = std::find_if(ranges_.begin(), ranges_.end(), [&band](const PayRange& r) { return r.band == band; });
    return found == ranges_.end() ? nullptr : &*found;
}

namespace {

bool is_currency(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_currency(const Text& currency, base::Diagnostics& diagnostics) {
    if (is_currency(currency.value)) return;
    diagnostics.error({"JE-S66", currency.at, fmt::format("the currency of a pay table is '{}'", currency.value),
                       "three capital letters, as in 'EUR'", "write the code of the currency"});
}

void check_pay(const PayTableDraft& draft, const Names& sources, const Names& bands, base::Diagnostics& diagnostics) {
    check_currency(draft.currency, diagnostics);
    static_cast<void>(source_of(draft.source, "a pay table", sources, diagnostics));
    if (bands.empty()) return;
    for (const auto& row : draft.rows) static_cast<void>(bands.resolve(row.band, "a pay table", diagnostics));
}

/// Each is proved against all totals, which takes its time.
template <class Draft>
bool are_too_many(const std::vector<Draft>& drafts, std::string_view what, base::Diagnostics& diagnostics) {
    constexpr std::size_t most_tables = 100;
    if (drafts.size() <= most_tables) return false;
    diagnostics.error({"JE-S68", drafts[most_tables].at, fmt::format("there are {} {}", drafts.size(), what),
                       fmt::format("at most {} {}", most_tables, what), "use fewer; docs/limits.md has all bounds"});
    return true;
}

}  // namespace

std::optional<Status> resolve_status(std::string_view id, std::string_view user, const Text& text,
                                     base::Diagnostics& diagnostics) {
    return resolve_word(words::statuses,
                        {.id = id,
                         .word = text,
                         .message = fmt::format("the status of {} is '{}', which does not exist", user, text.value),
                         .what = "the statuses"},
                        diagnostics);
}

std::vector<Source> make_sources(const std::vector<SchemeDraft::Source>& drafts, Names& names, base::Diagnostics& diagnostics) {
    std::vector<Source> sources;
    for (const auto& draft : drafts) {
        names.add(draft.id, diagnostics);
        sources.push_back({SourceId{draft.id.value}, draft.title, draft.url});
    }
    return sources;
}

Names band_names(const std::vector<BandTableDraft>& drafts) {
    Names names{{"band", "bands", "JE-S09", ""}};
    for (const auto& table : drafts) {
        for (const auto& band : table.bands) names.add_quietly(band.id);
    }
    return names;
}

std::vector<BandTable> make_band_tables(const std::vector<BandTableDraft>& drafts, Method method, const Names& sources,
                                        base::Diagnostics& diagnostics) {
    std::vector<BandTable> tables;
    std::vector<DatedTable> dated;
    if (are_too_many(drafts, "band tables", diagnostics)) return tables;
    for (const auto& draft : drafts) {
        static_cast<void>(source_of(draft.source, "a band table", sources, diagnostics));
        dated.push_back({draft.from, draft.until, draft.at});
        if (auto table = BandTable::make(draft, diagnostics, method)) tables.push_back(*std::move(table));
    }
    check_dates(std::move(dated), "band table", diagnostics);
    return tables;
}

std::vector<PayTable> make_pay_tables(const std::vector<PayTableDraft>& drafts, const Names& sources, const Names& bands,
                                      base::Diagnostics& diagnostics) {
    std::vector<PayTable> tables;
    std::vector<DatedTable> dated;
    if (are_too_many(drafts, "pay tables", diagnostics)) return tables;
    for (const auto& draft : drafts) {
        check_pay(draft, sources, bands, diagnostics);
        dated.push_back({draft.from, std::nullopt, draft.at});
        if (auto table = PayTable::make(draft, diagnostics)) tables.push_back(*std::move(table));
    }
    check_dates(std::move(dated), "pay table", diagnostics);
    return tables;
}

std::optional<BandsFile> BandsFile::make(const BandsFileDraft& draft, base::Diagnostics& diagnostics) {
    const auto errors_before = diagnostics.errors();
    BandsFile file;
    file.id_ = draft.id.value;
    file.title_ = draft.title;
    file.edition_ = draft.edition;
    file.scheme_ = draft.scheme ? draft.scheme->value : "";
    file.at_ = draft.at;
    const auto status = resolve_status("JE-S01", fmt::format("'{}'", draft.id.value), draft.status, diagnostics);
    if (status) file.status_ = *status;
    Names sources{{"source", "sources", "JE-S03", "JE-S02"}};
    static_cast<void>(make_sources(draft.sources, sources, diagnostics));
    if (draft.bands.empty()) {
        diagnostics.error({"JE-S28", draft.id.at, fmt::format("'{}' has no band tables", draft.id.value),
                           "at least one table under 'bands'", "add the bands with their floors"});
    }
    file.band_tables_ = make_band_tables(draft.bands, Method::points, sources, diagnostics);
    file.pay_tables_ = make_pay_tables(draft.pay, sources, band_names(draft.bands), diagnostics);
    if (draft.flawed || diagnostics.errors() > errors_before) return std::nullopt;
    return file;
}

}  // namespace je::model
