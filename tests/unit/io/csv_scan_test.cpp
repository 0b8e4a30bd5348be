// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/scan.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace csv_scan_test {

namespace {

using je::io::CsvFaultKind;
using je::io::CsvRow;
using je::io::CsvScanner;

// Cells as written between bars, rows as lines: "a|b\n".
std::string split(const std::string& text, char separator = ',') {
    CsvScanner scanner{text, separator};
    CsvRow row;
    std::string all;
    std::string scratch;
    while (scanner.next(row)) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i > 0) all += '|';
            all += je::io::value_of(row.cells[i], scratch);
        }
        all += '\n';
    }
    return all;
}

struct FoundFault {
    CsvFaultKind kind;
    std::size_t at;
    bool operator==(const FoundFault&) const = default;
};

std::vector<FoundFault> faults(const std::string& text) {
    CsvScanner scanner{text, ','};
    CsvRow row;
    std::vector<FoundFault> all;
    while (scanner.next(row)) {
        for (const auto& fault : row.faults) all.push_back({fault.kind, static_cast<std::size_t>(fault.at - text.data())});
    }
    return all;
}

std::vector<std::uint32_t> lines(const std::string& text) {
    CsvScanner scanner{text, ','};
    CsvRow row;
    std::vector<std::uint32_t> all;
    while (scanner.next(row)) all.push_back(row.line);
    return all;
}

bool last_row_unusual(const std::string& text) {
    CsvScanner scanner{text, ','};
    CsvRow row;
    bool unusual = false;
    while (scanner.next(row)) unusual = row.unusual;
    return unusual;
}

}  // namespace

TEST_CASE("rows are split at separators and line ends") {
    struct Row {
        std::string text, cells;
    };
    const Row rows[] = {
        {"", ""},
        {"a", "a\n"},
        {"a\n", "a\n"},
        {"a,b\nc,d\n", "a|b\nc|d\n"},
        {"a,b\r\nc,d\r\n", "a|b\nc|d\n"},
        {"a,b\r\nc,d", "a|b\nc|d\n"},
        {",", "|\n"},
        {",,\n,", "||\n|\n"},
        {"a,\n", "a|\n"},
        {" a , b ", " a | b \n"},
        {"a\tb;c", "a\tb;c\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(split(row.text) == row.cells);
        CHECK(faults(row.text).empty());
    }
}

TEST_CASE("quoted cells hold separators, line ends and doubled quotes") {
    struct Row {
        std::string text, cells;
    };
    const Row rows[] = {
        {"\"a\"", "a\n"},
        {"\"\"", "\n"},
        {"\"\",x", "|x\n"},
        {"x,\"\"", "x|\n"},
        {"\"a,b\",c", "a,b|c\n"},
        {"\"a\nb\",c\nd,e", "a\nb|c\nd|e\n"},
        {"\"a\r\nb\"\r\nc", "a\r\nb\nc\n"},
        {"\"a\"\"b\"", "a\"b\n"},
        {"\"\"\"\"", "\"\n"},
        {"\"\"\"a\"\"\"", "\"a\"\n"},
        {"\"a\"\r\n\"b\"", "a\nb\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(split(row.text) == row.cells);
        CHECK(faults(row.text).empty());
    }
}

TEST_CASE("the separator asked for is the only one") {
    CHECK(split("a;b,c\td", ';') == "a|b,c\td\n");
    CHECK(split("a;b,c\td", '\t') == "a;b,c|d\n");
    CHECK(split("\"a;b\";\"\"", ';') == "a;b|\n");
}

TEST_CASE("wholly empty lines are passed over and counted") {
    CHECK(split("\n\r\na\n\n\r\nb\n\n") == "a\nb\n");
    CHECK(lines("\n\r\na\n\n\r\nb\n\n") == std::vector<std::uint32_t>{3, 6});
    CHECK(split("\"\"\na") == "\na\n");  // a quoted nothing is a row
}

TEST_CASE("lines within quoted cells are counted") {
    CHECK(lines("\"a\n\nb\",\"c\nd\"\ne\n") == std::vector<std::uint32_t>{1, 5});
}

TEST_CASE("a quote within an unquoted cell is a fault and an ordinary character") {
    CHECK(faults("ab\"c\"") == std::vector<FoundFault>{{CsvFaultKind::quote_in_cell, 2}, {CsvFaultKind::quote_in_cell, 4}});
    CHECK(split("a\"b,c\nd") == "a\"b|c\nd\n");
}

TEST_CASE("text after a closing quote is a fault up to the next separator") {
    CHECK(faults("\"a\"b,c") == std::vector<FoundFault>{{CsvFaultKind::text_after_quote, 3}});
    CHECK(faults("\"a\" ,c") == std::vector<FoundFault>{{CsvFaultKind::text_after_quote, 3}});
    CHECK(split("\"a\"b\"x,c\nd") == "a|c\nd\n");
}

TEST_CASE("a quote that is never closed costs one row") {
    CHECK(faults("a,\"b\nc,d\ne,f\n") == std::vector<FoundFault>{{CsvFaultKind::unclosed_quote, 2}});
    CHECK(split("a,\"b,x\r\nc,d\ne,f\n") == "a|b,x\nc|d\ne|f\n");
    CHECK(lines("a,\"b\nc,d\ne,f\n") == std::vector<std::uint32_t>{1, 2, 3});
    CHECK(split("\"") == "\n");
    CHECK(split("a\n\"b\"\"") == "a\nb\"\"\n");
}

TEST_CASE("a quote that runs into a later quoted cell costs one row") {
    const std::string text = "a,\"b\nc,d\ne,\"f\"\ng,h\n";
    CHECK(faults(text) == std::vector<FoundFault>{{CsvFaultKind::runaway_quote, 2}});
    CHECK(split(text) == "a|b\nc|d\ne|f\ng|h\n");
    CHECK(lines(text) == std::vector<std::uint32_t>{1, 2, 3, 4});
}

TEST_CASE("after a runaway quote lines are counted from the line of the quote, not of the row") {
    const std::string text = "\"a\nb\",\"c\nd,\"e\"\nf\n";
    CHECK(faults(text) == std::vector<FoundFault>{{CsvFaultKind::runaway_quote, 6}});
    CHECK(lines(text) == std::vector<std::uint32_t>{1, 3, 4});
}

TEST_CASE("bytes that need a look mark their row") {
    using namespace std::string_literals;
    for (const auto& text : {"a\x01"
                             "b"s,
                             "a\0b"s, "\0"s, "\xC3\xA9"s, "a\rb"s, "a\r"s, "\x7F"s, "\"\x01\""s, "\"a\rb\""s, "\"a\"\r"s,
                             "\"a\0b\""s, "\"a\"x\x01"s}) {
        CAPTURE(text);
        CHECK(last_row_unusual(text));
    }
    for (const auto& text : {"a b~!"s, "\"a\r\nb\""s, "a\tb"s, "\"a\tb,c\""s, "a\r\n"s}) {
        CAPTURE(text);
        CHECK_FALSE(last_row_unusual(text));
    }
}

TEST_CASE("a NUL does not end the text") {
    using namespace std::string_literals;
    CHECK(split("a\0b,c\nd"s) == "a\0b|c\nd\n"s);
    CHECK(split("\"a\0b\",c"s) == "a\0b|c\n"s);
}

TEST_CASE("a cell may end, and be unusual, at any place of a long text") {
    // Texts are looked at in blocks; no place within or between blocks may matter.
    for (std::size_t length = 0; length < 150; ++length) {
        for (std::size_t at = 0; at <= length; ++at) {
            const std::string before(at, 'a');
            const std::string after(length - at, 'b');
            REQUIRE(split(before + "," + after + "\nc") == before + "|" + after + "\nc\n");
            REQUIRE(split(before + ",\"" + after + "\"\nc") == before + "|" + after + "\nc\n");
            REQUIRE(split(before + "\t" + after) == before + "\t" + after + "\n");
            REQUIRE(split("x" + before + "\r\n" + after) == "x" + before + "\n" + after + (after.empty() ? "" : "\n"));
            REQUIRE(faults("x" + before + "\"" + after) == std::vector<FoundFault>{{CsvFaultKind::quote_in_cell, at + 1}});
            REQUIRE(last_row_unusual(before + "\x7F" + after));
            REQUIRE(last_row_unusual(before + "\xC3" + after));
            REQUIRE(last_row_unusual(before + "\x1F" + after));
        }
    }
}

TEST_CASE("of a row without measure the first cells and faults are kept and all cells counted") {
    CsvRow row;
    const std::string cells(100'000, ',');
    REQUIRE(CsvScanner{cells, ','}.next(row));
    CHECK(row.cells.size() == CsvRow::most_cells);
    CHECK(row.cell_count == 100'001);
    const std::string quotes = "x" + std::string(10'000, '"');
    REQUIRE(CsvScanner{quotes, ','}.next(row));
    CHECK(row.faults.size() == CsvRow::most_faults);
    CHECK(row.cell_count == 1);
}

}  // namespace csv_scan_test
