// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <vector>

#include "unit/model/band_table_support.hpp"

namespace overlapping_bands_test {

namespace {

using band_tables::hole;
using band_tables::made;
using band_tables::points;
using band_tables::Row;
using je::model::BandTable;
using je::model::BandTableDraft;

BandTableDraft overlapping(const std::vector<Row>& rows) {
    auto draft = band_tables::table_of(rows);
    draft.overlaps = true;
    return draft;
}

std::string diagnostics(const BandTableDraft& draft) { return band_tables::said_about<BandTable>(draft); }

/// PLAIN AND SLOW: every band is asked whether it holds one of the totals, hundredth by hundredth.
std::string by_scan(const BandTable& table, int from, int to) {
    std::string held;
    for (const auto& band : table.bands()) {
        bool any = false;
        for (int total = from; total <= to; ++total) {
            const auto at = je::model::Points{je::base::Decimal::from_units(100 * total)};
            any = any || (band.floor <= at && (!band.max || at <= *band.max));
        }
        if (any) held += band.id.text() + " ";
    }
    return held;
}

std::string by_table(const BandTable& table, int from, int to) {
    const auto at = [](int total) { return je::model::Points{je::base::Decimal::from_units(100 * total)}; };
    std::string held;
    const auto bands = table.bands_of(at(from), at(to));
    for (std::size_t i = bands.first; i < bands.end; ++i) held += table.bands()[i].id.text() + " ";
    return held;
}

}  // namespace

TEST_CASE("a total is in every band that has begun and not ended, and so is each range of totals") {
    auto open = overlapping({{"A", "0", "1"}, {"B", "0.5", "2"}, {"C", "0.75", "2.5"}, {"D", "3"}});
    open.open_ended = true;
    for (const auto& table : {made(overlapping({{"A", "0", "1"}, {"B", "0.5", "2"}, {"C", "3", "4"}})), made(open),
                              made(overlapping({{"A", "1", "1"}, {"B", "2", "2"}})),
                              made(overlapping({{"A", "0", "3"}, {"B", "1", "4"}, {"C", "2", "5"}}))}) {
        CHECK(table.overlaps());
        for (int from = -10; from <= 420; from += 5) {
            for (const int width : {0, 5, 45, 120})
                CHECK(by_table(table, from, from + width) == by_scan(table, from, from + width));
        }
    }
}

TEST_CASE("of an ordinary table the bands of a total are the one that holds it, and those of a range all that it touches") {
    const auto table = made(band_tables::open_table_of({{"A", "0", "10"}, {"B", "20"}, {"C", "30"}}));
    CHECK_FALSE(table.overlaps());
    for (const auto& [from, to, bands] : std::vector<std::tuple<const char*, const char*, std::string>>{{"-1", "-1", ""},
                                                                                                        {"0", "0", "A"},
                                                                                                        {"10", "10", "A"},
                                                                                                        {"11", "19", ""},
                                                                                                        {"11", "20", "B"},
                                                                                                        {"29.9999", "30", "BC"},
                                                                                                        {"-5", "50", "ABC"},
                                                                                                        {"30", "90", "C"}}) {
        const auto found = table.bands_of(points(from), points(to));
        std::string ids;
        for (std::size_t i = found.first; i < found.end; ++i) ids += table.bands()[i].id.text();
        CHECK(ids == bands);
    }
}

TEST_CASE("each band of a table that overlaps states where it ends, but the last of an open-ended one") {
    CHECK(diagnostics(overlapping({{"1", "0", "30"}, {"2", "20", "40"}})).empty());
    CHECK(diagnostics(overlapping({{"1", "0", "30"}, {"2", "30.0001", "40"}})).empty());
    CHECK(diagnostics(overlapping({{"1", "0"}, {"2", "20", "40"}})) ==
          "JE-S90 bands.yaml:10 band '1' has no 'max', and the table says that bands overlap");
    CHECK(diagnostics(overlapping({{"1", "0", "30"}, {"2", "20"}})) ==
          "JE-S90 bands.yaml:20 band '2' has no 'max', and the table says that bands overlap");
    auto open = overlapping({{"1", "0"}, {"2", "20"}});
    open.open_ended = true;
    CHECK(diagnostics(open) == "JE-S90 bands.yaml:10 band '1' has no 'max', and the table says that bands overlap");
}

TEST_CASE("where bands overlap, floors rise and so do their ends") {
    CHECK(diagnostics(overlapping({{"1", "0", "30"}, {"2", "20", "30.0001"}})).empty());
    CHECK(diagnostics(overlapping({{"1", "0", "60"}, {"2", "30", "60"}})) ==
          "JE-S91 bands.yaml:22 band '2' ends at 60, as band '1' does, which is listed before it");
    CHECK(diagnostics(overlapping({{"1", "0", "60"}, {"2", "30", "59.9999"}})) ==
          "JE-S91 bands.yaml:22 band '2' ends at 59.9999, below band '1' (60), which is listed before it");
    CHECK(diagnostics(overlapping({{"1", "10", "60"}, {"2", "10", "70"}})) ==
          "JE-B03 bands.yaml:21 band '2' begins at 10, as band '1' does");
}

TEST_CASE("a declared hole lies outside of every band of a table that overlaps") {
    auto draft = overlapping({{"1", "0", "30"}, {"2", "20", "40"}, {"3", "50", "60"}});
    draft.unbanded = {hole("41", "49")};
    CHECK(diagnostics(draft).empty());
    draft.unbanded = {hole("40", "49")};
    CHECK(diagnostics(draft).starts_with("JE-B11"));
    draft.unbanded = {hole("25", "28")};
    CHECK(diagnostics(draft).starts_with("JE-B11"));
}

}  // namespace overlapping_bands_test
