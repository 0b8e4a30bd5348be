// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/format.hpp"

#include <doctest/doctest.h>

#include <string>

#include "je/base/text.hpp"

namespace document_test {

namespace {

using std::string_literals::operator""s;
using je::base::Decimal;
using je::report::Block;
using je::report::Cell;
using je::report::Document;
using je::report::Name;
using je::report::Role;
using je::report::Table;

Table sample() {
    Table table{.caption = "Jobs", .columns = {{"id", "Job"}, {"total", "Total", Role::points, "points"}, {"ok", "Fine"}}};
    table.rows = {
        {"vlo"s, Decimal::from_whole(440), true}, {"longer"s, Decimal::from_units(1'532'500), false}, {Cell{}, Cell{}, Cell{}}};
    return table;
}

Document document_of(Block block) {
    Document document;
    document.add(std::move(block));
    return document;
}

std::string csv_of(Cell cell) {
    const std::string all = je::render::csv(Table{.columns = {{"c", "C"}}, .rows = {{std::move(cell)}}});
    return all.substr(2);  // after the header
}

std::string markdown_of(std::string text) { return je::render::markdown(document_of(je::report::Paragraph{std::move(text)})); }

/// A table whose first column is as wide as its longest word: 14 columns, with short names 5.
Table named_table() {
    return {.columns = {{"factor", "Factor", Role::name}, {"points", "Points", Role::points}, {"from", "From"}},
            .rows = {{Name{"Responsibility for people", "Resp."}, Decimal::from_whole(40), "stated"},
                     {Name{"Effort", ""}, Decimal::from_whole(7), "stated"},
                     {Name{"Responsibility for people", "Resp."}, Decimal::from_whole(3), "stated"}}};
}

}  // namespace

TEST_CASE("text lines up columns by their widest cell, numbers to the right, without trailing spaces") {
    CHECK(je::render::text(document_of(sample())) ==
          "Jobs\n"
          "Job     Total (points)  Fine\n"
          "------  --------------  ----\n"
          "vlo                440  yes\n"
          "longer          153.25  no\n"
          "\n");
}

TEST_CASE("text counts display columns, not bytes") {
    Table table{.columns = {{"a", "A"}, {"b", "B"}},
                .rows = {{"\xC3\xA9\xC3\xA9"s, "x"s}, {"\xE6\x97\xA5"s, "y"s}, {"abc"s, "z"s}}};
    CHECK(je::render::text(document_of(table)) == "A    B\n---  -\n\xC3\xA9\xC3\xA9   x\n\xE6\x97\xA5   y\nabc  z\n");
}

TEST_CASE("text underlines headings, lines up facts, hangs bullets and wraps at the width") {
    Document document;
    document.begin("title", 1, "Title");
    document.add(je::report::Facts{{{"Scheme", "demo"}, {"As of", "2026-01-01"}}});
    document.add(je::report::Caution{"these figures are illustrative"});
    document.begin("part", 2, "Part");
    document.add(je::report::Bullets{{"one two three four five six"}});
    CHECK(je::render::text(document, 24) ==
          "Title\n=====\n"
          "\nScheme:  demo\nAs of:   2026-01-01\n"
          "\nCAUTION: these figures\n         are\n         illustrative\n"
          "\nPart\n----\n"
          "\n- one two three four\n  five six\n");
}

TEST_CASE("text shows full names while they fit, wrapped at words") {
    CHECK(je::render::text(document_of(named_table()), 60) ==
          "Factor                     Points  From\n"
          "-------------------------  ------  ------\n"
          "Responsibility for people      40  stated\n"
          "Effort                          7  stated\n"
          "Responsibility for people       3  stated\n");
    CHECK(je::render::text(document_of(named_table()), 30) ==
          "Factor          Points  From\n"
          "--------------  ------  ------\n"
          "Responsibility      40  stated\n"
          "for people\n"
          "Effort               7  stated\n"
          "Responsibility       3  stated\n"
          "for people\n");
}

TEST_CASE("text takes short names where full ones do not fit, and says once what each stands for") {
    CHECK(je::render::text(document_of(named_table()), 29) ==
          "Factor  Points  From\n"
          "------  ------  ------\n"
          "Resp.       40  stated\n"
          "Effort       7  stated\n"
          "Resp.        3  stated\n"
          "\n"
          "Resp.:  Responsibility for\n"
          "        people\n");
    auto heading = Table{.columns = {{"a", Name{"Responsibility", "Resp."}}, {"b", "B"}}, .rows = {{"1"s, "2"s}}};
    CHECK(je::render::text(document_of(heading), 16) == "Resp.  B\n-----  -\n1      2\n\nResp.:\n  Responsibility\n");
}

TEST_CASE("text stacks rows, with full names, where short ones do not fit either") {
    const std::string out = je::render::text(document_of(named_table()), 19);
    CHECK(out.starts_with("Factor:\n  Responsibility\n  for people\n"));
    CHECK(out.find("Resp.") == std::string::npos);
    auto nameless = named_table();
    for (auto& row : nameless.rows) row.front() = Name{"Responsibility", ""};
    CHECK(je::render::text(document_of(nameless), 29).starts_with("Factor:  Responsibility\nPoints:  40\n"));
}

/// Everything but blanks, line ends and the lines under titles.
std::string letters_of(const std::string& text) {
    std::string letters;
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '=') letters += c;
    return letters;
}

TEST_CASE("no line is wider than the page, whatever words it has, and no letter is lost") {
    const std::string address = "https://example.org/" + std::string(150, 'x') + "/a-b_c?d=e";
    Document document;
    document.begin("title", 1, std::string(70, 'T') + " " + address);
    document.add(je::report::Paragraph{"before " + address + " behind"});
    document.add(je::report::Caution{std::string(50, 'c')});
    document.add(je::report::Note{std::string(60, 'n')});
    document.add(je::report::Bullets{{std::string(45, 'b'), std::string("short")}});
    document.add(je::report::Facts{{{std::string(48, 'l'), std::string("v")}, {std::string("  under"), address}}});
    document.add(je::report::Facts{{{std::string(30, 'l'), std::string("short words beside a long label")}}});
    document.add(je::report::Facts{{{std::string("Ünïcödé ") + "\xE6\x97\xA5\xE6\x9C\xAC", std::string(90, 'u')}}});
    const std::string all = letters_of(je::render::text(document, 1000));
    for (std::size_t width = 40; width <= 300; ++width) {
        CAPTURE(width);
        const std::string text = je::render::text(document, width);
        std::size_t begin = 0;
        for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
            CHECK(je::base::display_width(text.substr(begin, end - begin)) <= width);
        CHECK(letters_of(text) == all);
    }
}

TEST_CASE("Markdown and CSV have full names") {
    CHECK(je::render::markdown(document_of(named_table())).find("| Responsibility for people | 40 |") != std::string::npos);
    CHECK(csv_of(Name{"Responsibility for people", "Resp."}) == "Responsibility for people\n");
}

TEST_CASE("text strips control characters and bytes that are not UTF-8") {
    const std::string out = je::render::text(document_of(je::report::Paragraph{"a\x1b[31mb\xFF"}));
    CHECK(out == "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD\n");
}

TEST_CASE("Markdown writes each kind of block") {
    Document document;
    document.begin("part", 2, "Part");
    document.add(je::report::Facts{{{"Scheme", "demo"}}});
    document.add(je::report::Caution{"careful"});
    document.add(je::report::Bullets{{je::report::Text{"one"}, je::report::Text{"two"}}});
    document.add(sample());
    CHECK(
        je::render::markdown(document) ==
        "## Part\n\n- **Scheme:** demo\n\n> **Caution:** careful\n\n- one\n- two\n\n"
        "Jobs\n\n| Job | Total (points) | Fine |\n|---|---:|---|\n| vlo | 440 | yes |\n| longer | 153.25 | no |\n|  |  |  |\n");
}

TEST_CASE("Markdown marks in values are escaped") {
    CHECK(markdown_of("a|b<c>*d*_e_`f`[g]\\") == "a\\|b\\<c\\>\\*d\\*\\_e\\_\\`f\\`\\[g\\]\\\\\n");
    CHECK(markdown_of("&lt; ~x~ $y$") == "\\&lt; \\~x\\~ \\$y\\$\n");
    CHECK(markdown_of("# not a heading") == "\\# not a heading\n");
    CHECK(markdown_of("- not a list") == "\\- not a list\n");
    CHECK(markdown_of("1. not a list") == "1\\. not a list\n");
    CHECK(markdown_of("2026-01-01") == "2026-01-01\n");
    CHECK(markdown_of("12") == "12\n");
    CHECK(markdown_of("two\nlines") == "two lines\n");
}

TEST_CASE("a negative number in a Markdown table stays as it is") {
    Table table{.columns = {{"a", "A"}}, .rows = {{Decimal::from_whole(-5)}}};
    CHECK(je::render::markdown(document_of(table)) == "| A |\n|---|\n| -5 |\n");
}

TEST_CASE("CSV quotes what needs it and writes numbers as numbers") {
    CHECK(csv_of("plain"s) == "plain\n");
    CHECK(csv_of("a,b"s) == "\"a,b\"\n");
    CHECK(csv_of("say \"x\""s) == "\"say \"\"x\"\"\"\n");
    CHECK(csv_of("two\nlines"s) == "\"two\nlines\"\n");
    CHECK(csv_of(Cell{}) == "\n");
    CHECK(csv_of(Decimal::from_units(-5'000)) == "-0.5\n");
    CHECK(csv_of(std::int64_t{-7}) == "-7\n");
    CHECK(csv_of(false) == "false\n");
}

TEST_CASE("CSV guards texts that a spreadsheet would take for a formula") {
    for (const std::string start : {"=", "+", "-", "@", "\t"}) {
        CAPTURE(start);
        CHECK(csv_of(start + "1") == "'" + start + "1\n");
    }
    CHECK(csv_of("=HYPERLINK(\"x\",1)"s) == "\"'=HYPERLINK(\"\"x\"\",1)\"\n");
    CHECK(csv_of("\r=1"s) == "\"'\r=1\"\n");
    CHECK(csv_of("\n=1"s) == "\"'\n=1\"\n");
    CHECK(csv_of("\xEF\xBC\x9D"
                 "1"s) ==
          "'\xEF\xBC\x9D"
          "1\n");
    CHECK(csv_of("a=1"s) == "a=1\n");
}

TEST_CASE("a CSV text that has apostrophes before a formula gets one more, and only such a text") {
    CHECK(csv_of("'=1"s) == "''=1\n");
    CHECK(csv_of("''-1"s) == "'''-1\n");
    CHECK(csv_of("'"s) == "'\n");
    CHECK(csv_of("'quoted'"s) == "'quoted'\n");
    CHECK(csv_of("'s-Hertogenbosch"s) == "'s-Hertogenbosch\n");
}

TEST_CASE("CSV is UTF-8 whatever it is given") { CHECK(csv_of("a\xFF"s) == "a\xEF\xBF\xBD\n"); }

TEST_CASE("a CSV table begins with the columns' keys") {
    CHECK(je::render::csv(sample()) == "id,total,ok\nvlo,440,true\nlonger,153.25,false\n,,\n");
}

}  // namespace document_test
