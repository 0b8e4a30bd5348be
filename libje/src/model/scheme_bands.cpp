// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme_bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "model/scheme_dates.hpp"
#include "model/scheme_factors.hpp"

namespace je::model {

namespace {

bool is_currency(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_currency(const Text& currency, base::Diagnostics& diagnostics) {
    if (is_currency(currency.value)) return;
    diagnostics.error({.id = "JE-S66",
                       .at = currency.at,
                       .message = fmt::format("the currency of a pay table is '{}'", currency.value),
                       .expected = "three capital letters, as in 'EUR'",
                       .fix = "write the code of the currency"});
}

void check_pay(const PayTableDraft& draft, const Names& sources, const Names& bands, base::Diagnostics& diagnostics) {
    check_currency(draft.currency, diagnostics);
    if (draft.status) static_cast<void>(resolve_status("JE-S67", "a pay table", *draft.status, diagnostics));
    static_cast<void>(source_of(draft.source, "a pay table", sources, diagnostics));
    if (bands.empty()) return;
    for (const auto& row : draft.rows) static_cast<void>(bands.resolve(row.band, "a pay table", diagnostics));
}

/// Each is proved against all totals, which takes its time.
template <class Draft>
bool are_too_many(const std::vector<Draft>& drafts, std::string_view what, base::Diagnostics& diagnostics) {
    constexpr std::size_t most_tables = 100;
    if (drafts.size() <= most_tables) return false;
    diagnostics.error({.id = "JE-S68",
                       .at = drafts[most_tables].at,
                       .message = fmt::format("there are {} {}", drafts.size(), what),
                       .expected = fmt::format("at most {} {}", most_tables, what),
                       .fix = "use fewer; docs/limits.md has all bounds"});
    return true;
}

}  // namespace

std::optional<Status> resolve_status(std::string_view id, std::string_view user, const Text& text,
                                     base::Diagnostics& diagnostics) {
    if (const auto status = parse_status(text.value)) return status;
    const std::array<std::string, 4> statuses{"published", "local", "unverified", "illustrative"};
    report({.id = id,
            .word = text,
            .message = fmt::format("the status of {} is '{}', which does not exist", user, text.value),
            .what = "the statuses",
            .allowed = statuses},
           diagnostics);
    return std::nullopt;
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

std::vector<BandTable> make_band_tables(const std::vector<BandTableDraft>& drafts, const Names& sources,
                                        base::Diagnostics& diagnostics) {
    std::vector<BandTable> tables;
    std::vector<DatedTable> dated;
    if (are_too_many(drafts, "band tables", diagnostics)) return tables;
    for (const auto& draft : drafts) {
        static_cast<void>(source_of(draft.source, "a band table", sources, diagnostics));
        dated.push_back({draft.from, draft.until, draft.at});
        if (auto table = BandTable::make(draft, diagnostics)) tables.push_back(*std::move(table));
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

}  // namespace je::model
