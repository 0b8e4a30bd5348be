// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/csv_jobs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "unit/io/csv_reading.hpp"

namespace csv_jobs_test {

using namespace std::string_literals;
using namespace je::test::csv;

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
        {"PK\x03\x04 and so on", "JE-F04 jobs.csv:1:1: this is a zip archive, not a text file"},
        {"\xFF\xFEi\0d\0"s, "JE-C10 jobs.csv:1:1: the file is in UTF-16"},
        {"vlo\npso\n", "JE-C11 jobs.csv:1:1: the first row has no comma, semicolon or tab to tell columns apart"},
        {"id,a;title\n",
         "JE-C12 jobs.csv:1:1: the first row can be split at commas or semicolons: none of them gives the most known names"},
        {"id,title,knowlege,effort,grade\n", "JE-C13 jobs.csv:1:10: column 'knowlege' is not known to scheme 'demo'"},
        {"id,title,knowledge,Knowledge and training,effort,grade\n",
         "JE-C14 jobs.csv:1:20: column 'Knowledge and training' is 'knowledge' in words, which column 3 gives already"},
        {"id,title,title,knowledge,effort,grade\n",
         "JE-C14 jobs.csv:1:10: column 'title' is named again; it is column 2 already"},
        {"title,knowledge,effort,grade\n", "JE-C15 jobs.csv:1:1: there is no column 'id'"},
        {"id" + std::string(10'000, ',') + "\n", "JE-C17 jobs.csv:1:10003: the first row names 10001 columns"},
        {"sep=|\nid|knowledge\n", "JE-C18 jobs.csv:1:1: the first line says that '|' parts the columns"},
        {"sep=;\n", "JE-C01 jobs.csv:1:1: the file has no row that names columns"},
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
    CHECK(reading.said() == Strings{"JE-C14 jobs.csv:1:22: column 'effort' is named again; it is column 3 already",
                                    "JE-C13 jobs.csv:1:6: column 'knowlege' is not known to scheme 'demo'",
                                    "JE-C15 jobs.csv:1:1: there is no column 'id'"});
}

TEST_CASE("a slip in a column's name is shown its nearest spelling and the way to pass it over") {
    const auto reading = read("id,effort,grade,knowlege\n");
    REQUIRE(reading.diagnostics.errors() == 1);
    CHECK(reading.diagnostics.all()[0].fix == "write 'knowledge', or pass it over with --extra-columns 'knowlege'");
    CHECK(reading.diagnostics.all()[0].expected ==
          "columns 'id', 'title' if wanted, and the factors 'knowledge', 'effort' and 'grade'; for facts 'fact:base', "
          "'fact:staff' and "
          "'fact:lead'");
}

TEST_CASE("columns that are not known are named once, and kept when asked for") {
    const std::string text = "id,town,knowledge,effort,grade,FTE,town\na,York,1,A,,0.5,x\nb,,2,B,\n";
    const auto reading = read(text);
    CHECK(reading.only() ==
          "JE-C30 jobs.csv:1:4: columns 'town', 'FTE' and 'town' are not known to scheme 'demo' and passed over");
    CHECK(reading.diagnostics.all()[0].severity == je::base::Severity::note);
    CHECK(as_texts(reading.jobs) == Strings{"a//1/A/-", "b//2/B/-"});
    const auto kept = read(text, {.extra_columns = {}, .keep_columns = true});
    CHECK(kept.said().empty());
    CHECK(kept.jobs[0].others == Strings{"York", "0.5", "x"});
    CHECK(kept.jobs[1].others == Strings{"", "", ""});
    CHECK(read("id,effort,knowledge,grade," + std::string(5000, 'k') + "\n").ids() == Strings{"JE-C30", "JE-C20"});
}

TEST_CASE("headings may be in words, below other rows") {
    struct Row {
        std::string headings, said;
    };
    const Row rows[] = {
        {"Job ID,Knowledge,EFFORT,Grade",
         "columns are read by their headings: 'Job ID' as 'id', 'Knowledge' as 'knowledge', "
         "'EFFORT' as 'effort', 'Grade' as 'grade'"},
        {"id,\"Knowledge\nand  training\",effort,grade",
         "a column is read by its heading: 'Knowledge and  training' as 'knowledge'"},
        {"id,1. Knowledge & training,effort,grade",
         "a column is read by its heading: '1. Knowledge & training' as 'knowledge'"},
        {"id,Know. & Train.,effort,grade", "a column is read by its heading: 'Know. & Train.' as 'knowledge'"},
        {"id,Factor 1: knowledge (level),effort,grade",
         "a column is read by its heading: 'Factor 1: knowledge (level)' as 'knowledge'"},
        {"Job number,knowledge,effort,grade", "a column is read by its heading: 'Job number' as 'id'"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.headings);
        const auto reading = read(row.headings + "\nx,1,A,5-1\n");
        CHECK(reading.only() == "JE-C31 jobs.csv:1:1: " + row.said);
        CHECK(as_texts(reading.jobs) == Strings{"x//1/A/5-1"});
    }
    const auto below = read("List of jobs,,,\n,,,\nid,knowledge,effort,grade\nx,1,A,5-1\n");
    CHECK(below.only() == "JE-C34 jobs.csv:1:1: 1 row above the row that names the columns is passed over: 'List of jobs'");
    CHECK(as_texts(below.jobs) == Strings{"x//1/A/5-1"});
    CHECK(read("sep=;\r\nid;knowledge;effort;grade\r\nx;1;A;5-1\r\n").said().empty());
}

TEST_CASE("a level is read as spreadsheets write it where one level alone is meant") {
    struct Row {
        std::string cell, level;
    };
    const Row rows[] = {{" 2 ", "2"},
                        {"2.0", "2"},
                        {"2.00", "2"},
                        {"\"2,0\"", "2"},
                        {"02", "2"},
                        {"Level 2", "2"},
                        {"level: 2", "2"},
                        {"L2", "2"},
                        {"Lvl. 2", "2"},
                        {"\"=\"\"2\"\"\"", "2"},
                        {"\xC2\xA0"
                         "2",
                         "2"},
                        {"  ", "-"}};
    for (const auto& row : rows) {
        CAPTURE(row.cell);
        const auto reading = read_rows("x,," + row.cell + ",A,\n");
        CHECK(as_texts(reading.jobs) == Strings{"x//" + row.level + "/A/-"});
        CHECK(reading.ids() == (row.level == "-" ? Strings{} : Strings{"JE-C32"}));
    }
    for (const std::string cell : {"2.5", "2/3", "2+", "2?", "0", "Level", "L", "\"2,000\"", "2 or 3", "-2", "2e0"}) {
        CAPTURE(cell);
        CHECK(read_rows("x,," + cell + ",A,\n").ids() == Strings{"JE-C25"});
    }
}

TEST_CASE("each way of reading a cell is said once, with how many cells there are") {
    const auto reading = read_rows("a,,2.0,A,\nb,,3.0,b,\n c ,,1,B,\n");
    CHECK(reading.said() ==
          Strings{"JE-C32 jobs.csv:4:1: ' c ' is read as 'c' of column 'id': blanks around a value are passed over",
                  "JE-C32 jobs.csv:2:4: '2.0' is read as '2' of factor 'knowledge': a number stands for the value that equals "
                  "it (2 cells "
                  "in this way)",
                  "JE-C32 jobs.csv:3:8: 'b' is read as 'B' of factor 'effort': capitals and small letters are not told apart"});
    CHECK(as_texts(reading.jobs) == Strings{"a//2/A/-", "b//3/B/-", "c//1/B/-"});
}

TEST_CASE("rows of nothing are passed over, and a last row of totals with a warning") {
    const auto reading = read_rows("a,,1,A,\n,,,,\n,,,\nb,,2,B,,,,\n,Total,3,,\nAverage,,1.5,,\n\n,,,,\n");
    CHECK(as_texts(reading.jobs) == Strings{"a//1/A/-", "b//2/B/-"});
    CHECK(reading.said() == Strings{"JE-C33 jobs.csv:6:1: the last row is taken for totals, not for a job, and passed over",
                                    "JE-C33 jobs.csv:7:1: the last row is taken for totals, not for a job, and passed over"});
    CHECK(as_texts(read_rows("total,,1,A,\nb,,2,B,\n").jobs) == Strings{"total//1/A/-", "b//2/B/-"});
}

TEST_CASE("a column without a name may stand there while nothing is in it") {
    CHECK(read("id,,knowledge,effort,grade,,\na,,1,A,,,\n").said().empty());
    CHECK(read("id,,knowledge,effort,grade,,\na,,1,A,,,\nb,x,1,A,,,y\n").only() ==
          "JE-C16 jobs.csv:3:3: what stands in columns without a name is not read: 2 cells");
}

TEST_CASE("facts and counts are read as spreadsheets write them") {
    const auto reading = read(
        "id;knowledge;effort;grade;fact:base;fact:staff;fact:lead;holders\na;1;A;; Low ;12,5;TRUE;3.0\nb;1;A;;;1,500;;x\n");
    CHECK(reading.ids() == Strings{"JE-C27", "JE-C29", "JE-C32", "JE-C32"});
    const auto& facts = reading.jobs[0].answers.facts;
    CHECK(facts[0] == je::model::FactValue{std::size_t{0}});
    CHECK(facts[1] == je::model::FactValue{je::test::decimal("12.5")});
    CHECK(facts[2] == je::model::FactValue{true});
    REQUIRE(reading.jobs[0].posts.size() == 1);
    CHECK(reading.jobs[0].posts[0].holders == 3);
}

TEST_CASE("a family is read as it is stated, and nothing where none is") {
    const auto reading =
        read("id,Job family,knowledge,effort,grade\na, care & nursing ,1,A,\nb,,1,A,\nc,\"x,y\",1,A,\nd,-,1,A,\n");
    CHECK(reading.ids() == Strings{"JE-C31", "JE-C41", "JE-C41", "JE-C32"});
    REQUIRE(reading.jobs.size() == 4);
    CHECK(reading.jobs[0].family == "care & nursing");
    CHECK_FALSE(reading.jobs[1].family);
    CHECK_FALSE(reading.jobs[2].valid);
    CHECK(read("id,family,knowledge,effort,grade\na," + std::string(64, 'x') + ",1,A,\n").said().empty());
    CHECK(read("id,family,knowledge,effort,grade\na," + std::string(65, 'x') + ",1,A,\n").ids() == Strings{"JE-C41"});
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

TEST_CASE("reading stops at the largest number of jobs and says so once") {
    const std::string rows = "a,,1,A,\nb,,2,A,\nc,,3,A,\nd,,1,A,\n";
    for (const std::uint64_t limit : {0U, 1U, 3U, 4U, 5U}) {
        CAPTURE(limit);
        const auto reading = read(header + rows, {.extra_columns = {}, .max_jobs = limit});
        CHECK(reading.jobs.size() == std::min<std::size_t>(limit, 4));
        if (limit >= 4) CHECK(reading.said().empty());
        if (limit == 1)
            CHECK(reading.only() == "JE-C28 jobs.csv:3:1: there is more than 1 job; those from here on are not read");
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

}  // namespace csv_jobs_test
