// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/io/yaml_reading.hpp"

namespace bands_reader_test {

using namespace je::test;

namespace {

constexpr const char* head = "format: je-bands/1\nid: council\ntitle: Council bands\nedition: \"2026\"\nstatus: local\n";

}  // namespace

TEST_CASE("a band file is read with its tables, holes and pay") {
    const auto outcome = bands_in(std::string{head} + R"(owner: A council
scheme: njc
sources: [{id: s1, title: Minutes}]
bands:
  - from: 2025-04-01
    until: 2026-03-31
    source: s1
    unbanded: [{from: 301, to: 319.5, reason: kept free}]
    table:
      - {id: "1", floor: 0, max: 249}
      - {id: 8a, name: Senior, floor: 250.5, note: since 2025}
  - {from: 2026-04-01, open_ended: true, table: [{id: "1", floor: 0}]}
pay:
  - {from: 2026-04-01, currency: GBP, period: year, status: illustrative, source: s1, note: n, table: [{band: "1", min: 20000, max: 21000.5}]}
)");
    CHECK(outcome.said() == "");
    REQUIRE(outcome.draft);
    const auto& draft = *outcome.draft;
    CHECK(draft.id.value == "council");
    CHECK(draft.scheme->value == "njc");
    REQUIRE(draft.bands.size() == 2);
    const auto& table = draft.bands[0];
    CHECK(table.from->value.to_string() == "2025-04-01");
    CHECK(table.until->value.to_string() == "2026-03-31");
    CHECK(table.source->value == "s1");
    CHECK(table.unbanded[0].to.value.to_string() == "319.5");
    CHECK(table.unbanded[0].reason == "kept free");
    CHECK(table.bands[0].max->value.to_string() == "249");
    CHECK(table.bands[1].id.value == "8a");
    CHECK(table.bands[1].name == "Senior");
    CHECK(table.bands[1].floor->at.to_string() == "test.yaml:16:39");
    CHECK(draft.bands[1].open_ended);
    REQUIRE(draft.pay.size() == 1);
    CHECK(draft.pay[0].currency.value == "GBP");
    CHECK(draft.pay[0].rows[0].max.value.to_string() == "21000.5");
}

TEST_CASE("one hole may stand without a list") {
    const auto outcome = bands_in(std::string{head} + "bands: [{unbanded: {from: 1, to: 2, reason: r}, table: []}]\n");
    REQUIRE(outcome.draft);
    REQUIRE(outcome.draft->bands[0].unbanded.size() == 1);
    CHECK(outcome.draft->bands[0].unbanded[0].from.value.to_string() == "1");
}

TEST_CASE("what a band file needs is asked for") {
    CHECK(bands_in("format: je-bands/1\n").diagnostics.errors() == 5);
    CHECK(bands_in(std::string{head} + "bands: [{}]\n").said() == "6:9 JE-Y35");
    CHECK(bands_in(std::string{head} + "bands: [{table: [{}]}]\n").said() == "6:18 JE-Y35, 6:18 JE-Y35");
    CHECK(bands_in(std::string{head} + "bands: []\npay: [{table: [{}]}]\n").diagnostics.errors() == 5);
    CHECK(bands_in(std::string{head} + "bands: [{unbanded: [{}], table: []}]\n").diagnostics.errors() == 3);
}

}  // namespace bands_reader_test
