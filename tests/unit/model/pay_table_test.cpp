// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "unit/model/band_table_support.hpp"

namespace pay_table_test {

namespace {

using band_tables::date;
using band_tables::decimal;
using band_tables::line;
using band_tables::Row;
using je::base::Diagnostics;
using je::model::BandId;
using je::model::PayTable;
using je::model::PayTableDraft;

std::string diagnostics(const PayTableDraft& draft) { return band_tables::said_about<PayTable>(draft); }

PayTableDraft pay_of(const std::vector<Row>& rows) {
    PayTableDraft draft;
    draft.at = line(1);
    draft.currency = {"EUR", line(2)};
    draft.period = "year";
    for (const auto& row : rows) {
        const auto first = static_cast<std::uint32_t>(10 * (draft.rows.size() + 1));
        draft.rows.push_back(
            {{row.id, line(first)}, {decimal(row.floor), line(first + 1)}, {decimal(row.max), line(first + 2)}});
    }
    return draft;
}

TEST_CASE("pay ranges are found by band, and may overlap") {
    auto draft = pay_of({{"2", "21000", "24000"}, {"1", "20000", "22000.5"}, {"3", "30000", "30000"}});
    draft.from = {{date("2026-04-01"), line(3)}};
    draft.status = {{"illustrative", line(4)}};
    draft.note = "a note";
    Diagnostics diagnostics;
    const auto pay = PayTable::make(draft, diagnostics);
    REQUIRE(pay.has_value());
    CHECK(diagnostics.all().empty());
    REQUIRE(pay->range_of(BandId{"1"}) != nullptr);
    CHECK(pay->range_of(BandId{"1"})->max.to_string() == "22000.5");
    CHECK(pay->range_of(BandId{"4"}) == nullptr);
    CHECK(pay->ranges().size() == 3);
    CHECK(pay->currency() == "EUR");
    CHECK(pay->period() == "year");
    CHECK(pay->status() == je::model::Status::illustrative);
    CHECK(pay->note() == "a note");
    CHECK(pay->from() == date("2026-04-01"));
}

TEST_CASE("every mistake of a pay table is reported") {
    CHECK(diagnostics(pay_of({})) == "JE-B20 bands.yaml:1 the pay table has no rows");
    CHECK(diagnostics(pay_of({{"1", "100", "100"}})).empty());
    CHECK(diagnostics(pay_of({{"1", "0", "0"}})).empty());
    CHECK(diagnostics(pay_of({{"1", "100", "99.9999"}, {"1", "-0.01", "5"}})) ==
          "JE-B22 bands.yaml:12 the pay of band '1' ends at 99.9999, below where it begins (100)\n"
          "JE-B21 bands.yaml:20 the pay table has band '1' twice (first at bands.yaml:10)\n"
          "JE-B23 bands.yaml:21 the pay of band '1' begins at -0.01, below zero");
}

TEST_CASE("the pay table in force is the latest begun") {
    std::vector<PayTable> tables;
    for (const char* from : {"2024-04-01", "2020-04-01"}) {
        auto draft = pay_of({{"1", "1", "2"}});
        draft.from = {{date(from), line(3)}};
        draft.note = from;
        Diagnostics diagnostics;
        tables.push_back(PayTable::make(draft, diagnostics).value());
    }
    CHECK(je::model::in_force(tables, date("2020-03-31")) == nullptr);
    CHECK(je::model::in_force(tables, date("2020-04-01"))->note() == "2020-04-01");
    CHECK(je::model::in_force(tables, date("2024-04-01"))->note() == "2024-04-01");
    CHECK(je::model::in_force(tables, std::nullopt)->note() == "2024-04-01");
    CHECK(je::model::in_force(std::span<const PayTable>{}, std::nullopt) == nullptr);
}

}  // namespace

}  // namespace pay_table_test
