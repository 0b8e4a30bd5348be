// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "unit/model/band_table_support.hpp"

namespace band_table_check_test {

namespace {

using band_tables::date;
using band_tables::hole;
using band_tables::line;
using band_tables::open_table_of;
using band_tables::table_of;
using je::base::Diagnostics;
using je::model::BandTable;
using je::model::BandTableDraft;

std::string diagnostics(const BandTableDraft& draft) { return band_tables::said_about<BandTable>(draft); }

TEST_CASE("a table without bands is refused") {
    CHECK(diagnostics(table_of({})) == "JE-B01 bands.yaml:1 the band table has no bands");
}

TEST_CASE("floors that do not rise are refused, at the lower one") {
    CHECK(diagnostics(table_of({{"3", "216"}, {"4", "271", "325"}})).empty());
    CHECK(diagnostics(table_of({{"3", "216"}, {"4", "216.0001", "325"}})).empty());
    CHECK(diagnostics(table_of({{"3", "216"}, {"4", "216", "325"}})) ==
          "JE-B03 bands.yaml:21 band '4' begins at 216, as band '3' does");
    CHECK(diagnostics(table_of({{"3", "216"}, {"4", "215.9999", "325"}})) ==
          "JE-B04 bands.yaml:21 band '4' begins at 215.9999, below band '3' (216), which is listed before it");
    CHECK(diagnostics(table_of({{"1", "0"}, {"2", "900"}, {"3", "200"}, {"4", "300", "400"}})) ==
          "JE-B04 bands.yaml:31 band '3' begins at 200, below band '2' (900), which is listed before it");
}

TEST_CASE("overlapping bands are refused, with both and their numbers") {
    CHECK(diagnostics(table_of({{"3", "216", "269"}, {"4", "270", "325"}})).empty());
    CHECK(diagnostics(table_of({{"3", "216", "270"}, {"4", "270", "325"}})) ==
          "JE-B05 bands.yaml:21 band '4' begins at 270, inside band '3' (216 to 270)");
    CHECK(diagnostics(table_of({{"3", "216", "271"}, {"4", "270", "325"}})) ==
          "JE-B05 bands.yaml:21 band '4' begins at 270, inside band '3' (216 to 271)");
}

TEST_CASE("a max below its floor is refused, a band of one total is not") {
    CHECK(diagnostics(table_of({{"3", "216", "216.0001"}, {"4", "300", "325"}})).empty());
    CHECK(diagnostics(table_of({{"3", "216", "216"}, {"4", "300", "325"}})).empty());
    CHECK(diagnostics(table_of({{"3", "216", "215.9999"}, {"4", "300", "325"}})) ==
          "JE-B06 bands.yaml:12 band '3' ends at 215.9999, below its floor (216)");
}

TEST_CASE("the last band states a max or the table is open ended, not both and not neither") {
    CHECK(diagnostics(table_of({{"1", "0"}, {"2", "100", "200"}})).empty());
    CHECK(diagnostics(open_table_of({{"1", "0"}, {"2", "100"}})).empty());
    CHECK(diagnostics(open_table_of({{"1", "0", "90"}, {"2", "100"}})).empty());
    CHECK(diagnostics(table_of({{"1", "0"}, {"2", "100"}})) ==
          "JE-B07 bands.yaml:20 the last band '2' has no 'max', so nothing says where it ends");
    CHECK(diagnostics(open_table_of({{"1", "0"}, {"2", "100", "200"}})) ==
          "JE-B08 bands.yaml:22 the table is open ended, but its last band '2' ends at 200");
}

TEST_CASE("a band listed twice is refused, with the place of the first") {
    CHECK(diagnostics(table_of({{"1", "0"}, {"2", "100"}, {"1", "200", "300"}})) ==
          "JE-B02 bands.yaml:30 band '1' is in the table twice (first at bands.yaml:10)");
}

TEST_CASE("a table in force until before it begins is refused, one for a single day is not") {
    auto draft = table_of({{"1", "0", "10"}});
    draft.from = {{date("2026-04-01"), line(2)}};
    draft.until = {{date("2026-04-01"), line(3)}};
    CHECK(diagnostics(draft).empty());
    draft.until->value = date("2026-04-02");
    CHECK(diagnostics(draft).empty());
    draft.until->value = date("2026-03-31");
    CHECK(diagnostics(draft) ==
          "JE-B09 bands.yaml:3 the band table is in force until 2026-03-31, before the day it begins (2026-04-01)");
}

TEST_CASE("a declared hole may touch bands but hold none of their totals") {
    const auto with_hole = [](const char* from, const char* to) {
        auto draft = table_of({{"1", "10", "20"}, {"2", "30"}, {"3", "40", "50"}});
        draft.unbanded = {hole(from, to)};
        return diagnostics(draft);
    };
    CHECK(with_hole("0", "9.9999").empty());
    CHECK(with_hole("20.0001", "29.9999").empty());
    CHECK(with_hole("50.0001", "1000").empty());
    CHECK(with_hole("25", "25").empty());
    CHECK(with_hole("0", "10") ==
          "JE-B11 bands.yaml:90 totals 0 to 10 are declared to be in no band, but band '1' (10 to 20) holds some of them");
    CHECK(with_hole("20", "29") ==
          "JE-B11 bands.yaml:90 totals 20 to 29 are declared to be in no band, but band '1' (10 to 20) holds some of them");
    CHECK(with_hole("21", "30") ==
          "JE-B11 bands.yaml:90 totals 21 to 30 are declared to be in no band, but band '2' (30 up to 40) holds some of them");
    CHECK(with_hole("39.9999", "39.9999") ==
          "JE-B11 bands.yaml:90 total 39.9999 is declared to be in no band, but band '2' (30 up to 40) holds it");
    CHECK(with_hole("50", "50") ==
          "JE-B11 bands.yaml:90 total 50 is declared to be in no band, but band '3' (40 to 50) holds it");
    CHECK(with_hole("0", "1000") ==
          "JE-B11 bands.yaml:90 totals 0 to 1000 are declared to be in no band, but band '3' (40 to 50) holds some of them");
    CHECK(with_hole("29", "21") ==
          "JE-B10 bands.yaml:91 the totals declared to be in no band end at 21, below where they begin (29)");
}

TEST_CASE("a hole above the last floor of an open-ended table is refused") {
    auto draft = open_table_of({{"1", "10", "20"}, {"2", "30"}});
    draft.unbanded = {hole("100", "200")};
    CHECK(
        diagnostics(draft) ==
        "JE-B11 bands.yaml:90 totals 100 to 200 are declared to be in no band, but band '2' (30 and above) holds some of them");
}

TEST_CASE("declared holes that overlap are refused, in whatever order they stand") {
    auto draft = table_of({{"1", "10", "20"}});
    draft.unbanded = {hole("40", "50"), hole("30", "39.9999")};
    CHECK(diagnostics(draft).empty());
    draft.unbanded = {hole("40", "50"), hole("30", "40")};
    CHECK(diagnostics(draft) == "JE-B12 bands.yaml:90 the totals 40 to 50 under 'unbanded' overlap the totals 30 to 40");
}

TEST_CASE("an overlap with a wide hole is found behind a narrow one inside it") {
    auto draft = table_of({{"1", "10", "20"}});
    draft.unbanded = {hole("30", "100"), hole("40", "50"), hole("60", "70")};
    CHECK(diagnostics(draft) ==
          "JE-B12 bands.yaml:90 the totals 40 to 50 under 'unbanded' overlap the totals 30 to 100\n"
          "JE-B12 bands.yaml:90 the totals 60 to 70 under 'unbanded' overlap the totals 30 to 100");
}

TEST_CASE("every mistake of a table is reported") {
    auto draft = open_table_of({{"1", "100", "50"}, {"1", "90"}, {"2", "200", "300"}});
    draft.unbanded = {hole("9", "8")};
    CHECK(diagnostics(draft) ==
          "JE-B02 bands.yaml:20 band '1' is in the table twice (first at bands.yaml:10)\n"
          "JE-B06 bands.yaml:12 band '1' ends at 50, below its floor (100)\n"
          "JE-B04 bands.yaml:21 band '1' begins at 90, below band '1' (100), which is listed before it\n"
          "JE-B08 bands.yaml:32 the table is open ended, but its last band '2' ends at 300\n"
          "JE-B10 bands.yaml:91 the totals declared to be in no band end at 8, below where they begin (9)");
}

TEST_CASE("an error said before does not keep a good table from being made") {
    Diagnostics diagnostics;
    diagnostics.error({.id = "JE-T01", .message = "said before"});
    CHECK(BandTable::make(table_of({{"1", "0", "10"}}), diagnostics).has_value());
    CHECK(diagnostics.errors() == 1);
}

}  // namespace

}  // namespace band_table_check_test
