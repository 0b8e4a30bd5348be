// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/csv_jobs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/io/csv_reading.hpp"

namespace csv_rows_test {

using namespace std::string_literals;
using namespace je::test::csv;

TEST_CASE("a bad row is reported and the next one is read") {
    struct Row {
        std::string text, said;
    };
    const Row rows[] = {
        {"x,caf\xE9,1,A,", "JE-C02 jobs.csv:3:6: byte 0xE9 is not UTF-8"},
        {"x,\xED\xA0\x80,1,A,", "JE-C02 jobs.csv:3:3: byte 0xED is not UTF-8"},
        {"x,a\x1B[1m,1,A,", "JE-C03 jobs.csv:3:4: control character U+001B"},
        {"x,a\xC2\x85,1,A,", "JE-C03 jobs.csv:3:4: control character U+0085"},
        {"x,a\0b,1,A,"s, "JE-C03 jobs.csv:3:4: control character U+0000"},
        {"x,a\x7F,1,A,", "JE-C03 jobs.csv:3:4: control character U+007F"},
        {"x,a\rb,1,A,", "JE-C04 jobs.csv:3:4: a carriage return without a line feed"},
        {"x,\"a\rb\",1,A,", "JE-C04 jobs.csv:3:5: a carriage return without a line feed"},
        {"x,\"a\"" + std::string(100, '\x80') + ",1,A,", "JE-C02 jobs.csv:3:6: byte 0x80 is not UTF-8"},
        {"x,\"a\"b,1,A,", "JE-C07 jobs.csv:3:6: 'b' stands after the quote that closes the cell"},
        {"x,a\"b,1,A,", "JE-C08 jobs.csv:3:4: a quote within a cell that is not quoted"},
        {"x,a,1,A", "JE-C21 jobs.csv:3:1: the row has 4 cells, the first row names 5 columns"},
        {"x,a, b,1,A,5-1", "JE-C22 jobs.csv:3:12: the row has 6 cells, the first row names 5 columns"},
        {"x" + std::string(50'000, ','), "JE-C22 jobs.csv:3:7: the row has 50001 cells, the first row names 5 columns"},
        {",a,1,A,", "JE-C23 jobs.csv:3:1: the job has no id"},
        {"\"\",a,1,A,", "JE-C23 jobs.csv:3:2: the job has no id"},
        {"\"x\ny\",a,1,A,", "JE-C24 jobs.csv:3:2: the id 'x y' has a tab or a line end within it"},
        {"x,a,4,A,", "JE-C25 jobs.csv:3:5: '4' is not a level of factor 'knowledge'"},
        {"x,a,\"4\",A,", "JE-C25 jobs.csv:3:6: '4' is not a level of factor 'knowledge'"},
        {"x,a,\"1\"\"\",A,", "JE-C25 jobs.csv:3:6: '1\"' is not a level of factor 'knowledge'"},
        {"x,a, 4,A,", "JE-C25 jobs.csv:3:5: ' 4' is not a level of factor 'knowledge'"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.said);
        const auto reading = read_rows("first,,1,A,\n" + row.text + "\nlast,,3,B,\n");
        CHECK(reading.only() == row.said);
        REQUIRE(reading.jobs.size() == 3);
        CHECK(as_text(reading.jobs[0]) == "first//1/A/-");
        CHECK_FALSE(reading.jobs[1].valid);
        CHECK(as_text(reading.jobs[2]) == "last//3/B/-");
        REQUIRE(reading.diagnostics.errors() == 1);
        CHECK_FALSE(reading.diagnostics.all()[0].expected.empty());
        CHECK_FALSE(reading.diagnostics.all()[0].fix.empty());
    }
}

TEST_CASE("every bad cell of a row is reported") {
    const auto reading = read("id,knowledge,effort,grade,fact:base,fact:staff,fact:lead\n,7,C,5-3,mid,1e1,maybe\n");
    CHECK(reading.ids() == Strings{"JE-C23", "JE-C25", "JE-C25", "JE-C25", "JE-C27", "JE-C27", "JE-C27"});
    CHECK(reading.said().back() == "JE-C27 jobs.csv:2:18: 'maybe' is not a value of fact 'lead'");
}

TEST_CASE("a bad fact is told what its kind allows") {
    const auto expected = [](const std::string& fact) {
        return read("id,knowledge,effort,grade,fact:" + fact + "\na,,,,?\n").diagnostics.all().at(0).expected;
    };
    CHECK(expected("base") == "'low' or 'high', or an empty cell");
    CHECK(expected("staff") ==
          "a number such as 3 or 2.5, 0 or more and at most 999,999,999,999,999,999.9999, or an empty cell");
    CHECK(expected("lead") == "'yes' or 'no', or an empty cell");
}

TEST_CASE("the fix of a bad level guesses what happened") {
    struct Row {
        std::string cells, fix;
    };
    const Row rows[] = {
        {"12,A,",
         "write one of these levels; if the level is not known, move what stands here to another column and leave the cell "
         "empty"},
        {"n/a,A,", "leave the cell empty if it is not known, which counts as not known and never as zero"},
        {"#REF!,A,", "leave the cell empty if it is not known, which counts as not known and never as zero"},
        {"1,A,45662", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"high,A,",
         "write one of these levels; if the level is not known, move what stands here to another column and leave the cell "
         "empty"},
        {"1,A,5-3",
         "write one of these levels; if the level is not known, move what stands here to another column and leave the cell "
         "empty"},
        {"1,A,5-Jan", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"1,A,Jan-05", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"1,A,05/01/2026", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"1,A,2026-05-01", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.cells);
        const auto reading = read_rows("x,t," + row.cells + "\n");
        REQUIRE(reading.diagnostics.errors() == 1);
        CHECK(reading.diagnostics.all()[0].fix == row.fix);
    }
    CHECK(read_rows("x,t,9,A,\n").diagnostics.all()[0].expected ==
          "'1', '2' or '3', or an empty cell when the level is not known");
}

TEST_CASE("an unclosed quote costs its own row and no other") {
    const auto reading = read_rows("a,\"A,1,A,\nb,B,2,B,\nc,C,3,A,\n");
    CHECK(reading.only() == "JE-C05 jobs.csv:2:3: the quote that opens this cell is never closed");
    CHECK(as_texts(reading.jobs) == Strings{"!//-/-/-", "b/B/2/B/-", "c/C/3/A/-"});
}

TEST_CASE("a stray quote before a later quoted cell costs its own row and no other") {
    const auto reading = read_rows("a,\"A,1,A,\nb,B,2,B,\nc,\"C\",3,A,\nd,D,1,A,\n");
    CHECK(reading.only() == "JE-C06 jobs.csv:2:3: the quote that opens this cell is closed on line 4, where text follows it");
    CHECK(as_texts(reading.jobs) == Strings{"!//-/-/-", "b/B/2/B/-", "c/C/3/A/-", "d/D/1/A/-"});
}

TEST_CASE("positions after a quoted cell of several lines are in the user's own lines") {
    const auto reading = read_rows("a,\"one\ntwo\r\nthree\",9,A,\nb,,9,A,\n");
    CHECK(reading.said() == Strings{"JE-C25 jobs.csv:4:8: '9' is not a level of factor 'knowledge'",
                                    "JE-C25 jobs.csv:5:4: '9' is not a level of factor 'knowledge'"});
    CHECK(reading.jobs[0].line == 2);
    CHECK(reading.jobs[1].line == 5);
}

TEST_CASE("columns on the first line count the byte order mark, as its bytes are part of the line") {
    CHECK(read("\xEF\xBB\xBFid,x,knowledge,effort,grade\n").said()[0].starts_with("JE-C30 jobs.csv:1:7:"));
}

}  // namespace csv_rows_test
