// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "je/model/scheme.hpp"
#include "support/draft.hpp"

namespace je::test::scheme_bands_test {

namespace {

model::BandTableDraft dated_bands(const char* from, const char* until = nullptr, std::uint32_t line = 1) {
    auto table = open_bands({{"A", "0"}, {"B", "50"}});
    table.from = date(from, line);
    if (until != nullptr) table.until = date(until);
    return table;
}

Draft with_bands(std::vector<model::BandTableDraft> tables) {
    auto draft = simple_scheme({table_factor("knowledge", {"20", "60"})});
    draft.bands = std::move(tables);
    return draft;
}

Draft with_pay(model::PayTableDraft table) {
    auto draft = with_bands({dated_bands("2020-01-01")});
    draft.pay = {std::move(table)};
    return draft;
}

model::BandsFileDraft bands_file() {
    model::BandsFileDraft draft;
    draft.id = text("council", 2);
    draft.title = "A council's bands";
    draft.edition = "2025";
    draft.status = text("local");
    draft.bands = {dated_bands("2020-01-01")};
    draft.pay = {pay({{"A", "10 20"}})};
    draft.at = at_line(1);
    return draft;
}

using test::mistakes;
std::string mistakes(const model::BandsFileDraft& draft) {
    base::Diagnostics diagnostics;
    const auto file = model::BandsFile::make(draft, diagnostics);
    return checked_messages(diagnostics, file.has_value());
}

}  // namespace

TEST_CASE("dated band tables follow each other") {
    CHECK(mistakes(with_bands({dated_bands("2020-01-01", "2020-12-31"), dated_bands("2021-01-01")})).empty());
    CHECK(mistakes(with_bands({dated_bands("2021-01-01"), dated_bands("2020-01-01")})).empty());
    CHECK(made(with_bands({dated_bands("2020-01-01"), dated_bands("2021-01-01")})).band_tables().size() == 2);
}

TEST_CASE("several tables each need a first day") {
    auto draft = with_bands({dated_bands("2020-01-01"), dated_bands("2021-01-01")});
    draft.bands[1].from.reset();
    draft.bands[1].at = at_line(70);
    CHECK(mistakes(draft) == "JE-S64 draft.yaml:70: a band table has no 'from', though there are several\n");
    draft.bands.erase(draft.bands.begin());
    CHECK(mistakes(draft).empty());
}

TEST_CASE("one band table is in force on any day") {
    CHECK(mistakes(with_bands({dated_bands("2020-01-01"), dated_bands("2020-01-01", nullptr, 71)})) ==
          "JE-S65 draft.yaml:71: two band tables are in force from 2020-01-01\n");
    CHECK(mistakes(with_bands({dated_bands("2020-06-01", nullptr, 72), dated_bands("2020-01-01", "2020-06-01")})) ==
          "JE-S65 draft.yaml:72: a band table is in force from 2020-06-01, while the one from 2020-01-01 is in force until "
          "2020-06-01\n");
}

TEST_CASE("a table that outlasts the one after it still overlaps the third") {
    CHECK(mistakes(with_bands({dated_bands("2020-01-01", "2025-12-31"), dated_bands("2021-01-01", "2021-12-31", 73),
                               dated_bands("2023-01-01", nullptr, 74)})) ==
          "JE-S65 draft.yaml:73: a band table is in force from 2021-01-01, while the one from 2020-01-01 is in force until "
          "2025-12-31\n"
          "JE-S65 draft.yaml:74: a band table is in force from 2023-01-01, while the one from 2020-01-01 is in force until "
          "2025-12-31\n");
}

TEST_CASE("the source of a band table and of pay must be declared") {
    auto draft = with_pay(pay({{"A", "10 20"}}));
    draft.bands[0].source = text("s1", 75);
    draft.pay[0].source = text("s2", 76);
    CHECK(mistakes(draft) ==
          "JE-S03 draft.yaml:75: a band table names source 's1', which is not declared\n"
          "JE-S03 draft.yaml:76: a pay table names source 's2', which is not declared\n");
}

TEST_CASE("pay is stated for bands of the scheme") {
    auto draft = with_pay(pay({{"A", "10 20"}, {"B", "15 25"}}));
    CHECK(made(draft).pay_tables().size() == 1);
    draft.pay[0].rows[1].band = text("C", 80);
    CHECK(mistakes(draft) == "JE-S09 draft.yaml:80: a pay table names band 'C', which is not declared\n");
    draft.bands.clear();
    CHECK(mistakes(draft).empty());
}

TEST_CASE("a currency is three capital letters") {
    for (const auto* currency : {"", "EU", "EURO", "eur", "E1R"}) {
        CAPTURE(currency);
        auto table = pay({{"A", "10 20"}});
        table.currency = text(currency, 81);
        CHECK(mistakes(with_pay(table)) ==
              "JE-S66 draft.yaml:81: the currency of a pay table is '" + std::string{currency} + "'\n");
    }
}

TEST_CASE("the status of pay is one of four") {
    auto table = pay({{"A", "10 20"}});
    table.status = text("ilustrative", 82);
    CHECK(mistakes(with_pay(table)) ==
          "JE-S67 draft.yaml:82: the status of a pay table is 'ilustrative', which does not exist\n");
    table.status = text("illustrative");
    CHECK(mistakes(with_pay(table)).empty());
}

TEST_CASE("several pay tables are told apart by their first day") {
    auto draft = with_pay(pay({{"A", "10 20"}}));
    draft.pay.push_back(draft.pay[0]);
    draft.pay[0].from = date("2024-04-01");
    draft.pay[1].from = date("2024-04-01", 83);
    CHECK(mistakes(draft) == "JE-S65 draft.yaml:83: two pay tables are in force from 2024-04-01\n");
    draft.pay[1].from.reset();
    draft.pay[1].at = at_line(84);
    CHECK(mistakes(draft) == "JE-S64 draft.yaml:84: a pay table has no 'from', though there are several\n");
}

TEST_CASE("a faulty table does not make its bands unknown elsewhere") {
    auto draft = with_pay(pay({{"A", "10 20"}, {"B", "15 25"}}));
    draft.bands[0].bands[1].floor = number("0", 85);
    const auto diagnostics = mistakes(draft);
    CHECK(diagnostics.find("draft.yaml:85") != std::string::npos);
    CHECK(diagnostics.find("JE-S09") == std::string::npos);
}

TEST_CASE("a file of bands keeps what its draft says") {
    auto draft = bands_file();
    draft.scheme = text("njc");
    base::Diagnostics diagnostics;
    const auto file = model::BandsFile::make(draft, diagnostics);
    REQUIRE(file.has_value());
    CHECK(file->id() == "council");
    CHECK(file->title() == "A council's bands");
    CHECK(file->edition() == "2025");
    CHECK(file->status() == model::Status::local);
    CHECK(file->scheme() == "njc");
    CHECK(file->band_tables().size() == 1);
    CHECK(file->pay_tables().size() == 1);
    CHECK(file->at().line == 1);
}

TEST_CASE("a file of bands is checked as the tables of a scheme are") {
    auto draft = bands_file();
    draft.status = text("loca", 3);
    draft.sources = {{text("s", 4), "", ""}, {text("s", 5), "", ""}};
    draft.bands[0].source = text("t", 6);
    draft.pay[0].rows[0].band = text("Z", 7);
    CHECK(mistakes(draft) ==
          "JE-S01 draft.yaml:3: the status of 'council' is 'loca', which does not exist\n"
          "JE-S02 draft.yaml:5: source 's' is given twice (first at draft.yaml:4)\n"
          "JE-S03 draft.yaml:6: a band table names source 't', which is not declared\n"
          "JE-S09 draft.yaml:7: a pay table names band 'Z', which is not declared\n");
}

TEST_CASE("a file of bands has a table") {
    auto draft = bands_file();
    draft.bands.clear();
    CHECK(mistakes(draft) == "JE-S28 draft.yaml:2: 'council' has no band tables\n");
}

}  // namespace je::test::scheme_bands_test
