// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "je/model/band_table.hpp"

/// What the tests of band and pay tables write their tables with.
namespace band_tables {

using je::base::Date;
using je::base::Decimal;
using je::base::Diagnostics;
using je::base::SourcePosition;
using je::model::BandTable;
using je::model::BandTableDraft;
using je::model::Points;

inline Decimal decimal(const std::string& text) { return std::get<Decimal>(Decimal::parse(text)); }
inline Points points(const std::string& text) { return Points{decimal(text)}; }
inline Date date(const char* text) { return Date::parse(text).value(); }

/// A place on line `line` of bands.yaml, so that a test can tell which value an error points at.
inline SourcePosition line(std::uint32_t number) {
    static const auto source = std::make_shared<const je::base::SourceText>(je::base::SourceText{"bands.yaml", ""});
    return {source, number, 1, 1};
}

/// A band as a table test writes it; an empty max is none. Its id stands on line 10 x place, floor on + 1, max on + 2.
struct Row {
    const char* id;
    const char* floor;
    const char* max = "";
};

inline BandTableDraft table_of(const std::vector<Row>& rows) {
    BandTableDraft draft;
    draft.at = line(1);
    for (const auto& row : rows) {
        const auto first = static_cast<std::uint32_t>(10 * (draft.bands.size() + 1));
        BandTableDraft::Band band{
            {row.id, line(first)}, "", je::base::Located<je::base::Decimal>{decimal(row.floor), line(first + 1)}, {}, ""};
        if (*row.max != '\0') band.max = {{decimal(row.max), line(first + 2)}};
        draft.bands.push_back(band);
    }
    return draft;
}

inline BandTableDraft open_table_of(const std::vector<Row>& rows) {
    auto draft = table_of(rows);
    draft.open_ended = true;
    return draft;
}

inline BandTableDraft::Unbanded hole(const char* from, const char* to) {
    return {{decimal(from), line(90)}, {decimal(to), line(91)}, "said so"};
}

/// Everything said about a draft: "JE-B05 bands.yaml:21 message".
template <class Table, class Draft>
std::string said_about(const Draft& draft) {
    Diagnostics diagnostics;
    const auto table = Table::make(draft, diagnostics);
    CHECK(table.has_value() == diagnostics.all().empty());
    std::string result;
    for (const auto& d : diagnostics.all()) {
        CHECK_FALSE(d.expected.empty());
        CHECK_FALSE(d.fix.empty());
        result += (result.empty() ? "" : "\n") + d.id + ' ' + d.at.file_and_line() + ' ' + d.message;
    }
    return result;
}

inline BandTable made(const BandTableDraft& draft) {
    Diagnostics diagnostics;
    auto table = BandTable::make(draft, diagnostics);
    REQUIRE(table.has_value());
    return *table;
}

}  // namespace band_tables
