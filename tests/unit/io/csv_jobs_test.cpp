// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/csv_jobs.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "support/draft.hpp"

namespace {

using namespace std::string_literals;
using je::base::Diagnostics;
using je::io::CsvJob;
using je::io::CsvJobReader;
using je::io::CsvOptions;
using je::model::FactorIndex;

// Factors knowledge (levels 1, 2, 3), effort (levels A, B) and grade (derived from the fact base); facts base, staff, lead.
const je::model::Scheme& scheme() {
    static const je::model::Scheme made = [] {
        auto draft = je::test::simple_scheme({je::test::table_factor("knowledge", {"20", "40", "60"}),
                                              je::test::named_factor("effort", {{"A", "10"}, {"B", "30"}}),
                                              je::test::named_factor("grade", {{"5-1", "10"}, {"5-2", "30"}})});
        draft.factors[0].name = "Knowledge and training";
        draft.facts = {je::test::choice_fact("base", {"low", "high"}), je::test::number_fact("staff"),
                       je::test::yes_no_fact("lead")};
        draft.derived = {je::test::derivation("by-base", "grade", "base", {{"low", "5-1"}, {"high", "5-2"}})};
        return je::test::made(draft);
    }();
    return made;
}

struct Reading {
    bool usable = false;
    char separator = '?';
    std::vector<CsvJob> jobs;
    Diagnostics diagnostics;

    // "JE-C25 jobs.csv:2:5: message" for each error and warning.
    [[nodiscard]] std::vector<std::string> said() const {
        std::vector<std::string> all;
        for (const auto& d : diagnostics.all()) all.push_back(d.id + " " + d.at.to_string() + ": " + d.message);
        return all;
    }
    [[nodiscard]] std::string only() const {
        const auto all = said();
        return all.size() == 1 ? all[0] : std::to_string(all.size()) + " messages\n" + je::test::messages(diagnostics);
    }
    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> all;
        for (const auto& d : diagnostics.all()) all.push_back(d.id);
        return all;
    }
};

Reading read(const std::string& text, const CsvOptions& options = {}) {
    Reading reading;
    const auto source = std::make_shared<const je::base::SourceText>(je::base::SourceText{"jobs.csv", text});
    CsvJobReader reader{source, scheme(), options, reading.diagnostics};
    reading.usable = reader.usable();
    reading.separator = reader.separator();
    CsvJob job;
    while (reader.next(job, reading.diagnostics)) reading.jobs.push_back(job);
    return reading;
}

constexpr const char* header = "id,title,knowledge,effort,grade\n";
Reading read_rows(const std::string& rows) { return read(header + rows); }

std::string level_text(const CsvJob& job, std::size_t factor) {
    const auto level = job.answers.levels[factor];
    return level ? scheme()[FactorIndex{factor}][*level].id.text() : "-";
}

// "id/title/1/A/5-1", with "!" in front of a row with errors.
std::string as_text(const CsvJob& job) {
    std::string text = (job.valid ? "" : "!") + job.id + "/" + job.title;
    for (std::size_t i = 0; i < job.answers.levels.size(); ++i) text.append("/").append(level_text(job, i));
    return text;
}

std::vector<std::string> as_texts(const std::vector<CsvJob>& jobs) {
    std::vector<std::string> all;
    for (const auto& job : jobs) all.push_back(as_text(job));
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a row becomes a job") {
    const auto reading = read_rows("vlo,Victim Liaison Officer,2,A,5-1\npso,\"Officer, \"\"senior\"\"\",3,B,\n");
    CHECK(reading.usable);
    CHECK(reading.said().empty());
    CHECK(as_texts(reading.jobs) == Strings{"vlo/Victim Liaison Officer/2/A/5-1", "pso/Officer, \"senior\"/3/B/-"});
    CHECK(reading.jobs[0].line == 2);
    CHECK(reading.jobs[1].line == 3);
}

TEST_CASE("columns may come in any order, and an empty cell means not known") {
    const auto reading = read("effort,grade,knowledge,id\n,\"\",1,a\nB,5-2,,b");
    CHECK(reading.said().empty());
    CHECK(as_texts(reading.jobs) == Strings{"a//1/-/-", "b//-/B/5-2"});
}

TEST_CASE("comma, semicolon and tab are found from the first row") {
    for (const char separator : {',', ';', '\t'}) {
        CAPTURE(separator);
        std::string text = "id|title|knowledge|effort|grade\nx|a b|1|A|5-1\n";
        for (char& c : text) c = c == '|' ? separator : c;
        const auto reading = read(text);
        CHECK(reading.separator == separator);
        CHECK(as_texts(reading.jobs) == Strings{"x/a b/1/A/5-1"});
        CHECK(reading.said().empty());
    }
    CHECK(read("id;knowledge;effort;grade\na;1;A;\n").separator == ';');
    CHECK(read("id;\"a,b,c\";knowledge;effort;grade\n", {.extra_columns = {"a,b,c"}}).separator == ';');
}

TEST_CASE("line ends, byte order mark and empty lines make no difference") {
    const Strings expected{"a//1/A/-", "b//2/B/-"};
    for (const auto& text :
         {"id,knowledge,effort,fact:base\na,1,A,\nb,2,B,\n"s, "id,knowledge,effort,fact:base\na,1,A,\nb,2,B,"s,
          "id,knowledge,effort,fact:base\r\na,1,A,\r\nb,2,B,\r\n"s,
          "\xEF\xBB\xBFid,knowledge,effort,fact:base\na,1,A,\nb,2,B,\n"s,
          "\n\nid,knowledge,effort,fact:base\n\na,1,A,\n\r\n\nb,2,B,\n\n"s,
          "\xEF\xBB\xBF\r\n\"id\",\"knowledge\",\"effort\",fact:base\na,\"1\",\"A\",\"\"\nb,2,B,\n"s}) {
        CAPTURE(text);
        const auto reading = read(text);
        CHECK(reading.said().empty());
        CHECK(as_texts(reading.jobs) == expected);
    }
}

TEST_CASE("facts are read by their kind") {
    const auto reading = read("id,knowledge,effort,grade,fact:base,fact:staff,fact:lead\na,,,,high,12.5,yes\nb,,,,,,no\n");
    REQUIRE(reading.said().empty());
    REQUIRE(reading.jobs.size() == 2);
    const auto& facts = reading.jobs[0].answers.facts;
    CHECK(facts[0] == je::model::FactValue{std::size_t{1}});
    CHECK(facts[1] == je::model::FactValue{je::test::decimal("12.5")});
    CHECK(facts[2] == je::model::FactValue{true});
    CHECK_FALSE(reading.jobs[1].answers.facts[0]);
    CHECK_FALSE(reading.jobs[1].answers.facts[1]);
    CHECK(reading.jobs[1].answers.facts[2] == je::model::FactValue{false});
}

TEST_CASE("extra columns are passed over, whatever is in them") {
    const auto reading =
        read("id,town,knowledge,effort,grade,effort note\na,\"x\ny\",1,A,,?\n", {.extra_columns = {"town", "effort note"}});
    CHECK(reading.said().empty());
    CHECK(as_texts(reading.jobs) == Strings{"a//1/A/-"});
}

TEST_CASE("an extra column that the scheme knows is passed over too, but never the id") {
    const auto reading = read("id,title,knowledge,effort,grade\na,T,9,A,\n", {.extra_columns = {"knowledge", "title", "id"}});
    CHECK(as_texts(reading.jobs) == Strings{"a//-/A/-"});
    CHECK(reading.ids() == Strings{"JE-C19"});
}

TEST_CASE("what cannot be a list of jobs is told so") {
    struct Row {
        std::string text, said;
    };
    const Row rows[] = {
        {"", "JE-C01 jobs.csv:1:1: the file is empty"},
        {"\xEF\xBB\xBF\r\n\n", "JE-C01 jobs.csv:1:1: the file is empty"},
        {"id,know\xE9ledge\n", "JE-C02 jobs.csv:1:8: byte 0xE9 is not UTF-8"},
        {"id,\x01knowledge\n", "JE-C03 jobs.csv:1:4: control character U+0001"},
        {"id,knowledge\0\n"s, "JE-C03 jobs.csv:1:13: control character U+0000"},
        {"id,knowledge,effort\ra,1,A\rb,2,B\r", "JE-C04 jobs.csv:1:20: a carriage return without a line feed"},
        {"id,\"knowledge\na,1\nb,2\n", "JE-C05 jobs.csv:1:4: the quote that opens this cell is never closed"},
        {"id,\"knowledge\na,1\nb,\"2\"\n",
         "JE-C06 jobs.csv:1:4: the quote that opens this cell is closed on line 3, where text follows it"},
        {"\"id\"x,knowledge\n", "JE-C07 jobs.csv:1:5: 'x' stands after the quote that closes the cell"},
        {"id,know\"ledge\n", "JE-C08 jobs.csv:1:8: a quote within a cell that is not quoted"},
        {"PK\x03\x04 and so on", "JE-C09 jobs.csv:1:1: the file is a spreadsheet's workbook, not CSV"},
        {"\xFF\xFEi\0d\0"s, "JE-C10 jobs.csv:1:1: the file is in UTF-16"},
        {"vlo\npso\n", "JE-C11 jobs.csv:1:1: the first row has no comma, semicolon or tab to tell columns apart"},
        {"id,a;title\n",
         "JE-C12 jobs.csv:1:1: the first row can be split at commas or semicolons: none of them gives the most known names"},
        {"id,title,Knowledge,effort,grade\n", "JE-C13 jobs.csv:1:10: column 'Knowledge' is not known to scheme 'demo'"},
        {"id,title,title,knowledge,effort,grade\n",
         "JE-C14 jobs.csv:1:10: column 'title' is named again; it is column 2 already"},
        {"title,knowledge,effort,grade\n", "JE-C15 jobs.csv:1:1: there is no column 'id'"},
        {"id,,knowledge,effort,grade\n", "JE-C16 jobs.csv:1:4: column 2 has no name"},
        {"id" + std::string(10'000, ',') + "\n", "JE-C17 jobs.csv:1:10003: the first row names 10001 columns"},
        {"sep=;\nid;knowledge\n", "JE-C18 jobs.csv:1:1: the first row is a spreadsheet's note about its separator"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.said);
        const auto reading = read(row.text);
        CHECK(reading.only() == row.said);
        CHECK_FALSE(reading.usable);
        CHECK(reading.jobs.empty());
        REQUIRE(reading.diagnostics.errors() == 1);
        CHECK_FALSE(reading.diagnostics.all()[0].expected.empty());
        CHECK_FALSE(reading.diagnostics.all()[0].fix.empty());
    }
}

TEST_CASE("all mistakes of the first row are reported together") {
    const auto reading = read("name,knowlege,effort,effort,,grade,x\n");
    CHECK(reading.said() == Strings{"JE-C13 jobs.csv:1:1: column 'name' is not known to scheme 'demo'",
                                    "JE-C13 jobs.csv:1:6: column 'knowlege' is not known to scheme 'demo'",
                                    "JE-C14 jobs.csv:1:22: column 'effort' is named again; it is column 3 already",
                                    "JE-C16 jobs.csv:1:29: column 5 has no name",
                                    "JE-C13 jobs.csv:1:36: column 'x' is not known to scheme 'demo'",
                                    "JE-C15 jobs.csv:1:1: there is no column 'id'"});
}

TEST_CASE("an unknown column is shown its nearest spelling and the way to pass it over") {
    const auto fix = [](const std::string& name) {
        const auto reading = read("id,effort,grade," + name + "\n");
        REQUIRE(reading.diagnostics.errors() == 1);
        return reading.diagnostics.all()[0].fix;
    };
    CHECK(fix("knowlege") == "write 'knowledge', or pass it over with --extra-columns 'knowlege'");
    CHECK(fix("Knowledge and training") == "write 'knowledge', or pass it over with --extra-columns 'Knowledge and training'");
    CHECK(fix("staff") == "write 'fact:staff', or pass it over with --extra-columns 'staff'");
    CHECK(fix("town") == "pass it over with --extra-columns 'town', or remove it");
    CHECK(fix(std::string(5000, 'k')) == "pass it over with --extra-columns '" + std::string(60, 'k') + "...', or remove it");
    CHECK(read("id,effort,grade,town\n").diagnostics.all()[0].expected ==
          "columns 'id', 'title' if wanted, and the factors 'knowledge', 'effort' and 'grade'; for facts 'fact:base', "
          "'fact:staff' and "
          "'fact:lead'");
}

TEST_CASE("factors without a column are named once, as a warning") {
    const auto reading = read("id,effort\na,A\nb,B\n");
    CHECK(reading.only() ==
          "JE-C19 jobs.csv:1:1: no column gives factors 'knowledge' and 'grade': every job's level there counts as not known");
    CHECK(reading.diagnostics.warnings() == 1);
    CHECK(as_texts(reading.jobs) == Strings{"a//-/A/-", "b//-/B/-"});
    CHECK(read("id,effort,grade\na,A,\n").only() ==
          "JE-C19 jobs.csv:1:1: no column gives factor 'knowledge': every job's level there counts as not known");
}

TEST_CASE("a factor whose level follows from a given fact needs no column") {
    CHECK(read("id,knowledge,effort,fact:base\na,1,A,low\n").said().empty());
}

TEST_CASE("a first row alone is a list without jobs, and a warning") {
    for (const char* text : {"id,knowledge,effort,grade\n", "id,knowledge,effort,grade", "id,knowledge,effort,grade\n\n\r\n"}) {
        const auto reading = read(text);
        CHECK(reading.usable);
        CHECK(reading.only() == "JE-C20 jobs.csv:1:1: the file has no jobs, only a row of column names");
        CHECK(reading.diagnostics.warnings() == 1);
    }
}

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
        {" ", "JE-C21 jobs.csv:3:1: the row has 1 cell, the first row names 5 columns"},
        {"x,a,1,A,,", "JE-C22 jobs.csv:3:10: the row has 6 cells, the first row names 5 columns"},
        {"x,a, b,1,A,5-1", "JE-C22 jobs.csv:3:12: the row has 6 cells, the first row names 5 columns"},
        {"x" + std::string(50'000, ','), "JE-C22 jobs.csv:3:7: the row has 50001 cells, the first row names 5 columns"},
        {",a,1,A,", "JE-C23 jobs.csv:3:1: the job has no id"},
        {"\"\",a,1,A,", "JE-C23 jobs.csv:3:2: the job has no id"},
        {",,,,", "JE-C23 jobs.csv:3:1: every cell of the row is empty"},
        {" x,a,1,A,", "JE-C24 jobs.csv:3:1: the id ' x' has spaces at its ends, a tab or a line end"},
        {"\"x\ny\",a,1,A,", "JE-C24 jobs.csv:3:2: the id 'x y' has spaces at its ends, a tab or a line end"},
        {"x,a,4,A,", "JE-C25 jobs.csv:3:5: '4' is not a level of factor 'knowledge'"},
        {"x,a,\"4\",A,", "JE-C25 jobs.csv:3:6: '4' is not a level of factor 'knowledge'"},
        {"x,a,1,a,", "JE-C25 jobs.csv:3:7: 'a' is not a level of factor 'effort'"},
        {"x,a,\"1\"\"\",A,", "JE-C25 jobs.csv:3:6: '1\"' is not a level of factor 'knowledge'"},
        {"x,a,1 ,A,", "JE-C26 jobs.csv:3:5: the level of factor 'knowledge' is '1 ', with spaces at its ends"},
        {"x,a,  ,A,", "JE-C26 jobs.csv:3:5: the level of factor 'knowledge' is nothing but spaces"},
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
    const auto reading = read("id,knowledge,effort,grade,fact:base,fact:staff,fact:lead\n,7,C,5-3,mid,010,maybe\n");
    CHECK(reading.ids() == Strings{"JE-C23", "JE-C25", "JE-C25", "JE-C25", "JE-C27", "JE-C27", "JE-C27"});
    CHECK(reading.said().back() == "JE-C27 jobs.csv:2:18: 'maybe' is not a value of fact 'lead'");
}

TEST_CASE("a bad fact is told what its kind allows") {
    const auto expected = [](const std::string& fact) {
        return read("id,knowledge,effort,grade,fact:" + fact + "\na,,,,?\n").diagnostics.all().at(0).expected;
    };
    CHECK(expected("base") == "'low' or 'high', or an empty cell");
    CHECK(expected("staff") == "a number such as 3 or 2.5, or an empty cell");
    CHECK(expected("lead") == "'yes' or 'no', or an empty cell");
}

TEST_CASE("the fix of a bad level guesses what happened") {
    struct Row {
        std::string cells, fix;
    };
    const Row rows[] = {
        {"2.0,A,", "write '2', or leave the cell empty if the level is not known"},
        {"12,A,", "write '1' if that is meant, or leave the cell empty if the level is not known"},
        {"high,A,", "write one of these levels, or leave the cell empty if the level is not known"},
        {"1,A,5-3", "write '5-1' if that is meant, or leave the cell empty if the level is not known"},
        {"1,A,5-Jan", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"1,A,Jan-05", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"1,A,05/01/2026", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"1,A,2026-05-01", "a spreadsheet has turned the level into a date: format the column as text and write it again"},
        {"1,A, 5-1", "write '5-1'"},
        {" ,A,", "leave the cell empty"},
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
    CHECK(read("\xEF\xBB\xBFid,x,knowledge,effort,grade\n").said()[0].starts_with("JE-C13 jobs.csv:1:7:"));
}

TEST_CASE("reading stops at the largest number of jobs and says so once") {
    const std::string rows = "a,,1,A,\nb,,2,A,\nc,,3,A,\nd,,1,A,\n";
    for (const std::uint64_t limit : {0U, 1U, 3U, 4U, 5U}) {
        CAPTURE(limit);
        const auto reading = read(header + rows, {.extra_columns = {}, .max_jobs = limit});
        CHECK(reading.jobs.size() == std::min<std::size_t>(limit, 4));
        if (limit >= 4) CHECK(reading.said().empty());
        if (limit == 1)
            CHECK(reading.only() == "JE-C28 jobs.csv:3:1: there are more than 1 jobs; those from here on are not read");
        if (limit < 4) CHECK(reading.ids() == Strings{"JE-C28"});
    }
    CHECK(read(header + rows + "\n\n", {.extra_columns = {}, .max_jobs = 4}).said().empty());
}

TEST_CASE("the place of each factor's cell in the row last read can be asked for") {
    Diagnostics diagnostics;
    const auto source = std::make_shared<const je::base::SourceText>(
        je::base::SourceText{"jobs.csv", "knowledge,title,effort,id\n2,\"x\ny\",A,vlo\n"});
    CsvJobReader reader{source, scheme(), {}, diagnostics};
    CsvJob job;
    REQUIRE(reader.next(job, diagnostics));
    CHECK(reader.position_of(FactorIndex{1}).to_string() == "jobs.csv:3:4");
    CHECK(reader.position_of(FactorIndex{0}).to_string() == "jobs.csv:2:1");
    CHECK(reader.position_of_id().to_string() == "jobs.csv:3:6");
    CHECK(reader.position_of_id().length == 3);
    CHECK(reader.position_of(FactorIndex{2}).to_string() == "jobs.csv:3:6");  // no column: the row's id
}

TEST_CASE("a job that is used again keeps nothing of the row before") {
    Diagnostics diagnostics;
    const auto source = std::make_shared<const je::base::SourceText>(
        je::base::SourceText{"jobs.csv", "id,title,knowledge,effort,fact:staff\na,A,1,A,3\nb,,,,\n,bad\n"});
    CsvJobReader reader{source, scheme(), {}, diagnostics};
    CsvJob job;
    job.answers.levels.assign(50, je::model::LevelIndex{1});
    REQUIRE(reader.next(job, diagnostics));
    CHECK(as_text(job) == "a/A/1/A/-");
    REQUIRE(reader.next(job, diagnostics));
    CHECK(as_text(job) == "b//-/-/-");
    CHECK_FALSE(job.answers.facts[1]);
    REQUIRE(reader.next(job, diagnostics));
    CHECK(as_text(job) == "!//-/-/-");
    CHECK_FALSE(reader.next(job, diagnostics));
    CHECK_FALSE(reader.next(job, diagnostics));
}

TEST_CASE("errors that are no longer kept are still counted") {
    std::string rows;
    for (int i = 0; i < 1500; ++i) rows += "x,,9,Q,\n";
    const auto reading = read_rows(rows);
    CHECK(reading.diagnostics.errors() == 3000);
    CHECK(reading.jobs.size() == 1500);
}

TEST_CASE("a moved reader goes on") {
    Diagnostics diagnostics;
    const auto source = std::make_shared<const je::base::SourceText>(je::base::SourceText{"jobs.csv", header + "a,,1,A,\n"s});
    CsvJobReader reader{source, scheme(), {}, diagnostics};
    CsvJobReader moved = std::move(reader);
    CsvJob job;
    CHECK(moved.next(job, diagnostics));
    CHECK(as_text(job) == "a//1/A/-");
}
