// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/band_table.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "unit/model/band_table_support.hpp"

namespace band_table_test {

namespace {

using band_tables::date;
using band_tables::decimal;
using band_tables::hole;
using band_tables::line;
using band_tables::made;
using band_tables::open_table_of;
using band_tables::points;
using band_tables::Row;
using band_tables::table_of;
using je::base::Decimal;
using je::model::BandTable;
using je::model::Points;

std::string band_at(const BandTable& table, const std::string& total) {
    const auto band = table.band_of(points(total));
    return table.id_of(band).value_or("none");
}

std::string next_after(const BandTable& table, const std::string& total) {
    const auto band = table.next_above(points(total));
    return table.id_of(band).value_or("none");
}

// NHS Job Evaluation Handbook, the table of bands: whole points, each band to the point below the next.
const std::vector<Row> nhs{{"1", "0", "160"},    {"2", "161", "215"},  {"3", "216", "270"},  {"4", "271", "325"},
                           {"5", "326", "395"},  {"6", "396", "465"},  {"7", "466", "539"},  {"8a", "540", "584"},
                           {"8b", "585", "629"}, {"8c", "630", "674"}, {"8d", "675", "720"}, {"9", "721", "765"}};
// OPM, Factor Evaluation System grade conversion: gaps of five points that no total of the system can reach.
const std::vector<Row> fes{{"GS-1", "190", "250"},    {"GS-2", "255", "450"},    {"GS-3", "455", "650"},
                           {"GS-4", "655", "850"},    {"GS-5", "855", "1100"},   {"GS-6", "1105", "1350"},
                           {"GS-7", "1355", "1600"},  {"GS-8", "1605", "1850"},  {"GS-9", "1855", "2100"},
                           {"GS-10", "2105", "2350"}, {"GS-11", "2355", "2750"}, {"GS-12", "2755", "3150"},
                           {"GS-13", "3155", "3600"}, {"GS-14", "3605", "4050"}, {"GS-15", "4055"}};
const std::vector<Row> no_tops{{"A", "0"}, {"B", "100"}, {"C", "153.25"}, {"D", "153.2501", "400"}};
const std::vector<Row> negative{{"low", "-5", "-1"}, {"middle", "0"}, {"high", "3", "3"}};

/// PLAIN AND SLOW, for tests only: every band is asked whether it holds the total.
std::string band_by_scan(const BandTable& table, Points total) {
    std::string holders;
    const auto bands = table.bands();
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const bool begun = bands[i].floor <= total;
        const bool next_begun = i + 1 < bands.size() && bands[i + 1].floor <= total;
        const bool above_max = bands[i].max && *bands[i].max < total;
        if (begun && !next_begun && !above_max) holders += bands[i].id.text();
    }
    return holders.empty() ? "none" : holders;
}

TEST_CASE("a total equal to a floor is in the band that begins there") {
    const auto table = made(table_of(nhs));
    for (std::size_t i = 1; i < nhs.size(); ++i) {
        const auto floor = decimal(nhs[i].floor);
        CAPTURE(nhs[i].id);
        CHECK(band_at(table, (floor - Decimal::from_whole(1)).to_string()) == nhs[i - 1].id);
        CHECK(band_at(table, floor.to_string()) == nhs[i].id);
        CHECK(band_at(table, (floor + Decimal::from_whole(1)).to_string()) == nhs[i].id);
        CHECK(next_after(table, (floor - Decimal::from_units(1)).to_string()) == nhs[i].id);
        CHECK(next_after(table, floor.to_string()) != nhs[i].id);
    }
}

TEST_CASE("every total of several tables is in the band that a scan finds") {
    for (const auto& draft : {table_of(nhs), open_table_of(fes), table_of(no_tops), table_of(negative)}) {
        const auto table = made(draft);
        std::size_t wrong = 0;
        for (std::int64_t quarter = -40; quarter <= 4 * 4200; ++quarter) {
            for (const std::int64_t beside : {-1, 0, 1}) {
                const Points total{Decimal::from_units(quarter * 2500 + beside)};
                if (band_at(table, total.to_string()) != band_by_scan(table, total)) ++wrong;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("a band without a max goes up to the next floor, so that no fraction falls between two bands") {
    const auto table = made(open_table_of({{"1", "0"}, {"2", "231"}, {"3", "308"}}));
    CHECK(band_at(table, "230.5") == "1");
    CHECK(band_at(table, "230.9999") == "1");
    CHECK(band_at(table, "307.5") == "2");
    CHECK(band_at(table, "308") == "3");
}

TEST_CASE("a total above a max and below the next floor is in no band") {
    const auto table = made(table_of(nhs));
    CHECK(band_at(table, "160") == "1");
    CHECK(band_at(table, "160.0001") == "none");
    CHECK(band_at(table, "160.9999") == "none");
    CHECK(band_at(table, "161") == "2");
    CHECK(next_after(table, "160.5") == "2");
}

TEST_CASE("a total beyond the last max is in no band, never in the highest") {
    const auto closed = made(table_of(nhs));
    CHECK(band_at(closed, "765") == "9");
    CHECK(band_at(closed, "765.0001") == "none");
    CHECK(band_at(closed, "999999999.9999") == "none");
    const auto open = made(open_table_of(fes));
    CHECK(band_at(open, "999999999.9999") == "GS-15");
    CHECK(next_after(open, "4055") == "none");
}

TEST_CASE("a total below the first floor is in no band, and the first band is next") {
    const auto table = made(open_table_of(fes));
    CHECK(band_at(table, "189.9999") == "none");
    CHECK(band_at(table, "190") == "GS-1");
    CHECK(next_after(table, "-1") == "GS-1");
    CHECK(next_after(table, "189.9999") == "GS-1");
    CHECK(next_after(table, "190") == "GS-2");
}

TEST_CASE("a band is found by its id") {
    const auto table = made(table_of(nhs));
    REQUIRE(table.find("8c").has_value());
    CHECK(table.find("8c")->value() == 9);
    CHECK_FALSE(table.find("8C").has_value());
    CHECK_FALSE(table.find("").has_value());
}

TEST_CASE("a made table says what its draft said") {
    auto draft = table_of({{"1", "10", "20"}, {"2", "30", "40"}});
    draft.from = {{date("2020-04-01"), line(2)}};
    draft.until = {{date("2021-03-31"), line(3)}};
    draft.source = {{"handbook", line(4)}};
    draft.bands[0].name = "Band one";
    draft.bands[1].note = "a note";
    draft.unbanded = {hole("41", "50"), hole("20.0001", "29.9999")};
    const auto table = made(draft);
    CHECK(table.from() == date("2020-04-01"));
    CHECK(table.until() == date("2021-03-31"));
    CHECK(table.source() == "handbook");
    CHECK_FALSE(table.open_ended());
    CHECK(table.at().to_string() == "bands.yaml:1:1");
    REQUIRE(table.bands().size() == 2);
    CHECK(table.bands()[0].name == "Band one");
    CHECK(table.bands()[0].floor == points("10"));
    CHECK(table.bands()[0].max == points("20"));
    CHECK(table.bands()[1].note == "a note");
    CHECK(table.bands()[1].at.line == 20);
    REQUIRE(table.unbanded().size() == 2);
    CHECK(table.unbanded()[0].from == points("20.0001"));
    CHECK(table.unbanded()[0].reason == "said so");
}

TEST_CASE("declared holes hold both their ends and nothing else") {
    auto draft = table_of({{"1", "10", "20"}, {"2", "30", "40"}});
    draft.unbanded = {hole("45.5", "45.5"), hole("21", "29")};
    const auto table = made(draft);
    struct Total {
        const char* total;
        bool in_hole;
    };
    for (const auto& row : std::vector<Total>{{"20", false},
                                              {"20.9999", false},
                                              {"21", true},
                                              {"25", true},
                                              {"29", true},
                                              {"29.0001", false},
                                              {"30", false},
                                              {"45.4999", false},
                                              {"45.5", true},
                                              {"45.5001", false},
                                              {"0", false}}) {
        CAPTURE(row.total);
        CHECK((table.declared_hole(points(row.total)) != nullptr) == row.in_hole);
    }
}

/// A table in force over the given days; empty for no limit. Its only band is named after its first day.
BandTable in_force_over(const char* from, const char* until) {
    auto draft = table_of({{*from != '\0' ? from : "always", "0", "10"}});
    if (*from != '\0') draft.from = {{date(from), line(2)}};
    if (*until != '\0') draft.until = {{date(until), line(3)}};
    return made(draft);
}

std::string chosen(const std::vector<BandTable>& tables, const char* as_of) {
    const auto* const table = je::model::in_force(tables, *as_of != '\0' ? std::optional{date(as_of)} : std::nullopt);
    return table != nullptr ? table->bands()[0].id.text() : "none";
}

TEST_CASE("the table in force is the latest begun and not yet ended, both days included") {
    const std::vector<BandTable> tables{in_force_over("2024-04-01", ""), in_force_over("2020-04-01", "2024-12-31"),
                                        in_force_over("2010-04-01", "2012-03-31")};
    CHECK(chosen(tables, "2010-03-31") == "none");
    CHECK(chosen(tables, "2010-04-01") == "2010-04-01");
    CHECK(chosen(tables, "2012-03-31") == "2010-04-01");
    CHECK(chosen(tables, "2012-04-01") == "none");
    CHECK(chosen(tables, "2020-03-31") == "none");
    CHECK(chosen(tables, "2020-04-01") == "2020-04-01");
    CHECK(chosen(tables, "2024-03-31") == "2020-04-01");
    CHECK(chosen(tables, "2024-04-01") == "2024-04-01");
    CHECK(chosen(tables, "2024-12-31") == "2024-04-01");
    CHECK(chosen(tables, "9999-12-31") == "2024-04-01");
}

TEST_CASE("without a date the table that begins last is taken, even one that has ended") {
    CHECK(chosen({in_force_over("2020-04-01", "2021-03-31"), in_force_over("2010-04-01", "")}, "") == "2020-04-01");
    CHECK(chosen({in_force_over("", ""), in_force_over("2010-04-01", "")}, "") == "2010-04-01");
    CHECK(chosen({in_force_over("", "")}, "") == "always");
    CHECK(chosen({}, "") == "none");
}

TEST_CASE("a table without a first day has always been in force, and gives way to any that has begun") {
    const std::vector<BandTable> tables{in_force_over("", ""), in_force_over("2020-04-01", "")};
    CHECK(chosen(tables, "0001-01-01") == "always");
    CHECK(chosen(tables, "2020-03-31") == "always");
    CHECK(chosen(tables, "2020-04-01") == "2020-04-01");
}

TEST_CASE("which way a job goes is by band; without one on either side there is no up and down") {
    using je::model::BandIndex;
    using je::model::BandMove;
    using je::model::BandOrNone;
    struct Case {
        BandOrNone from, to;
        BandMove move;
    };
    const BandOrNone none;
    je::model::BandMoves all;
    for (const Case& c : {Case{BandIndex{1}, BandIndex{2}, BandMove::up}, Case{BandIndex{2}, BandIndex{1}, BandMove::down},
                          Case{BandIndex{1}, BandIndex{1}, BandMove::same}, Case{BandIndex{0}, none, BandMove::out_of_bands},
                          Case{none, BandIndex{0}, BandMove::into_a_band}, Case{none, none, BandMove::in_no_band}}) {
        CHECK((je::model::band_move(c.from, c.to) == c.move));
        all.count(c.move);
    }
    CHECK(all.up + all.down + all.same == 3);
    CHECK(all.moved() == 4);
    CHECK(all.all() == 6);
}

}  // namespace

}  // namespace band_table_test
