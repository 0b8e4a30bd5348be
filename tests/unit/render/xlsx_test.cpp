// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// What needs no reader of workbooks; tests/xlsx reads them.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/render/format.hpp"
#include "render/xlsx/values.hpp"

namespace je::xlsx_test {
namespace {

using render::xlsx::value_of;
using report::Content;

base::Decimal decimal(const char* text) { return std::get<base::Decimal>(base::Decimal::parse(text)); }

report::Document table_of(std::size_t columns) {
    report::Document document;
    document.begin("wide", 1, "A wide table");
    report::Table table{.id = "wide"};
    table.columns.resize(columns, {"c", "C"});
    table.rows.emplace_back(columns, report::Cell{std::string{"x"}});
    document.add(std::move(table));
    return document;
}

TEST_CASE("a number is shown as other formats show it") {
    struct Row {
        Content content;
        double number;
        const char* format;
    };
    const Row rows[] = {
        {report::Points{decimal("440")}, 440, "0"},
        {report::Points{decimal("153.25")}, 153.25, "0.00"},
        {report::named(decimal("440")), 440, "0\" points\""},
        {report::change(decimal("13")), 13, "+0;-0;0"},
        {report::change(decimal("-13.5")), -13.5, "+0.0;-0.0;0.0"},
        {report::change(decimal("0")), 0, "+0;-0;0"},
        {report::Money{decimal("16000"), "GBP"}, 16000, "#,##0"},
        {report::Money{decimal("16000"), "GBP", true}, 16000, "#,##0.00"},
        {report::Share{0.971}, 0.971, "0.0%"},
        {report::Share{0.0001}, 0.0001, "\"under 0.1 %\""},
        {report::Share{1.0}, 1, "0%"},
        {report::fixed_share(0.075), 0.075, "0.00%"},
        {report::Share(0.075, report::Share::Form::fixed, 0.001), 0.075, "0.00%\" (0.10 %)\""},
        {report::Estimate{0.94321, 3}, 0.94321, "0.000"},
        {std::int64_t{7}, 7, "0"},
    };
    for (const Row& row : rows) {
        const auto value = value_of(row.content);
        CAPTURE(value.shown);
        REQUIRE(value.is_number());
        CHECK(std::get<double>(value.content) == row.number);
        CHECK(value.number_format == row.format);
    }
}

TEST_CASE("ids, levels and bands are texts, whatever they look like") {
    for (const char* id : {"007", "1-7", "73928e03", "=1+1", "TRUE"}) {
        for (const Content& content : {Content{std::string{id}}, Content{report::Level{id}}, Content{report::Band{id}}}) {
            const auto value = value_of(content);
            REQUIRE(std::holds_alternative<std::string>(value.content));
            CHECK(std::get<std::string>(value.content) == id);
        }
    }
}

TEST_CASE("days are days, but for those that a sheet does not know") {
    CHECK(std::holds_alternative<base::Date>(value_of(*base::Date::parse("2024-02-29")).content));
    CHECK(std::get<std::string>(value_of(*base::Date::parse("1899-12-31")).content) == "1899-12-31");
}

TEST_CASE("the same document gives the same bytes") {
    CHECK(render::workbook(table_of(3)) == render::workbook(table_of(3)));
    CHECK(render::workbook(table_of(3)) != render::workbook(table_of(4)));
}

TEST_CASE("a table that is wider than a sheet is refused") {
    CHECK_NOTHROW(static_cast<void>(render::workbook(table_of(16'384))));
    try {
        static_cast<void>(render::workbook(table_of(16'385)));
        FAIL("a sheet has no such column");
    } catch (const base::OutsideError& error) {
        CHECK(error.diagnostic().id == "JE-X19");
    }
}

}  // namespace
}  // namespace je::xlsx_test
