// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/run_file.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace run_file_test {

using namespace je::io;
using je::base::Diagnostics;

namespace {

std::optional<RunFile> read(std::string text, RunFileKind kind, Diagnostics& said, const RunFileLimits& limits = {}) {
    return read_run_file(std::make_shared<const je::base::SourceText>(je::base::SourceText{"r", std::move(text)}), kind, said,
                         limits);
}

/// "[score 1:1] files 2:1 = a@2:9 b@2:12;" for every section and key.
std::string shown(std::string text, RunFileKind kind) {
    Diagnostics said;
    const auto run = read(std::move(text), kind, said);
    REQUIRE(run.has_value());
    const auto place = [](const je::base::SourcePosition& at) {
        return std::to_string(at.line) + ":" + std::to_string(at.column);
    };
    std::string out;
    for (const RunSection& section : run->sections) {
        out += "[" + section.name.value + " " + place(section.name.at) + "]";
        for (const RunKey& key : section.keys) {
            out += " " + key.name.value + " " + place(key.name.at) + (key.listed ? " =" : " :");
            for (const auto& value : key.values) out += " " + value.value + "@" + place(value.at);
            out += ";";
        }
    }
    return out;
}

/// Ids and places of all that is said of a text that cannot be read.
std::string refused(std::string text, RunFileKind kind, const RunFileLimits& limits = {}) {
    Diagnostics said;
    CHECK_FALSE(read(std::move(text), kind, said, limits).has_value());
    std::string out;
    for (const auto& d : said.all()) out += (out.empty() ? "" : " ") + d.id + "@" + d.at.to_string().substr(2);
    return out;
}

std::string repeated(const std::string& part, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += part;
    return all;
}

}  // namespace

TEST_CASE("a run file's form is known by the end of its name") {
    CHECK(run_file_kind("a/night.ini") == RunFileKind::ini);
    CHECK(run_file_kind("night.JSON") == RunFileKind::json);
    CHECK(run_file_kind("night.xml") == RunFileKind::xml);
    CHECK(run_file_kind("night.info") == RunFileKind::info);
    CHECK_FALSE(run_file_kind("night.yaml").has_value());
    CHECK_FALSE(run_file_kind("ini").has_value());
}

TEST_CASE("all four forms give sections, keys and values with their places") {
    CHECK(shown("; c\n[score]\n  files = a.yaml, b c.yaml \r\n\n[e.f]\n", RunFileKind::ini) ==
          "[score 2:1] files 3:3 : a.yaml, b c.yaml@3:11;[e.f 5:1]");
    CHECK(shown("{\"score\": {\n \"files\": [\"a\", 7],\n \"x\": true}, \"e.f\": {}}", RunFileKind::json) ==
          "[score 1:2] files 2:2 = a@2:12 7@2:17; x 3:2 : true@3:7;[e.f 3:14]");
    CHECK(shown("<?xml version=\"1.0\"?>\n<run><!-- <b> -->\n<score><files><item>a &amp; b</item>\n<item>c</item></files>"
                "<x>yes</x></score><e.f/></run>",
                RunFileKind::xml) == "[score 3:1] files 3:8 = a & b@3:15 c@4:1; x 4:23 : yes@4:23;[e.f 4:41]");
    CHECK(shown("score {\n files { item a\n item \"b c\" } ; c\n x yes y \"1\" \\\n \"2\" }\ne.f {}\n", RunFileKind::info) ==
          "[score 1:1] files 2:2 = a@2:10 b c@3:2; x 4:2 : yes@4:4; y 4:8 : 12@4:10;[e.f 6:1]");
}

TEST_CASE("an empty section is a section, a byte order mark is nothing") {
    CHECK(shown("\xEF\xBB\xBF[test]\n[check]", RunFileKind::ini) == "[test 1:4][check 2:1]");
    CHECK(shown("\xEF\xBB\xBF{\"test\": {}}", RunFileKind::json) == "[test 1:5]");
}

TEST_CASE("every mistake of an INI file is told") {
    CHECK(refused("x=1\n[a]\ny\n=2\nz=1\nz=2\n[b\n[c] d\nq=\"1\"\n[a]\n", RunFileKind::ini) ==
          "JE-N08@1:1 JE-N01@3:1 JE-N01@4:1 JE-N07@6:1 JE-N01@7:1 JE-N01@8:4 JE-N01@9:3 JE-N07@10:1");
}

TEST_CASE("what is given twice is told in every form") {
    CHECK(refused("{\"a\": {\"x\": 1,\n \"x\": 2},\n \"a\": {}}", RunFileKind::json) == "JE-N07@2:2 JE-N07@3:2");
    CHECK(refused("<run><a><x>1</x>\n<x>2</x></a>\n<a/></run>", RunFileKind::xml) == "JE-N07@2:1 JE-N07@3:1");
    CHECK(refused("a { x 1\n x 2 }\na {}", RunFileKind::info) == "JE-N07@2:2 JE-N07@3:1");
}

TEST_CASE("nothing to do is a mistake") {
    for (const auto kind : {RunFileKind::ini, RunFileKind::json, RunFileKind::xml, RunFileKind::info})
        CHECK(refused(" \n", kind) == "JE-N09@1:1");
    CHECK(refused("# nothing\n", RunFileKind::ini) == "JE-N09@1:1");
    CHECK(refused("{}", RunFileKind::json) == "JE-N09@1:1");
    CHECK(refused("<run/>", RunFileKind::xml) == "JE-N09@1:1");
    CHECK(refused("; nothing\n", RunFileKind::info) == "JE-N09@1:1");
}

TEST_CASE("what is nested too deep never reaches a parser") {
    CHECK(refused(repeated("[", 100'000), RunFileKind::json) == "JE-N03@1:9");
    CHECK(refused(repeated("{\"a\":", 100'000), RunFileKind::json) == "JE-N03@1:41");
    CHECK(refused(repeated("<a>", 100'000), RunFileKind::xml) == "JE-N03@1:25");
    CHECK(refused(repeated("a {", 100'000), RunFileKind::info) == "JE-N03@1:24");
}

TEST_CASE("too large a file, and too many keys, are refused") {
    CHECK(refused("[a]\n" + std::string(std::size_t{1} << 20, ';'), RunFileKind::ini) == "JE-N02@1:1");
    CHECK(refused("[a]\nb=1\nc=2\n", RunFileKind::ini, {.max_bytes = 100, .max_depth = 8, .max_keys = 2}) == "JE-N04@3:1");
    CHECK(refused("{\"a\": {\"b\": 1,\"c\": 2}}", RunFileKind::json, {.max_bytes = 100, .max_depth = 8, .max_keys = 2}) ==
          "JE-N04@1:15");
    // What a parser might take for openings, where the scan does not, is counted all the same.
    CHECK(refused("{\"a\": {\"b\": \"[[[[[\"}}", RunFileKind::json, {.max_bytes = 100, .max_depth = 8, .max_keys = 3}) ==
          "JE-N04@1:18");
}

TEST_CASE("a run file reaches for no other file and names no entities") {
    CHECK(refused("a {\n  #include \"/etc/passwd\"\n}", RunFileKind::info) == "JE-N06@2:3");
    CHECK(refused("<!DOCTYPE run [<!ENTITY a \"b\">]><run><a>&a;</a></run>", RunFileKind::xml) == "JE-N06@1:1");
    CHECK(refused("<run><a b=\"1\"/></run>", RunFileKind::xml) == "JE-N06@1:9");
}

TEST_CASE("tags that do not match are told, which the parser does not") {
    CHECK(refused("<run><a></b></run>", RunFileKind::xml) == "JE-N01@1:9");
    CHECK(refused("<run><a>", RunFileKind::xml) == "JE-N01@1:6");
    CHECK(refused("<run></run></run>", RunFileKind::xml) == "JE-N01@1:12");
    CHECK(refused("<run/><run/>", RunFileKind::xml) == "JE-N08@1:1");
    CHECK(refused("<run><a\"b></run>", RunFileKind::xml) == "JE-N01@1:6");
}

TEST_CASE("what a parser refuses has its line") {
    CHECK(refused("{\n \"a\": {\n  \"b\": 1,\n }\n}", RunFileKind::json) == "JE-N01@3:9");
    CHECK(refused("{\"a\": {}} more", RunFileKind::json) == "JE-N01@1:11");
    CHECK(refused("a {\n b \"c\n}", RunFileKind::info) == "JE-N01@2:2");
    CHECK(refused("<run>\n <a>&#xZ;</a>\n</run>", RunFileKind::xml).starts_with("JE-N01@2"));
}

TEST_CASE("sections hold keys, and keys hold values") {
    CHECK(refused("{\"a\": 1, \"b\": {\"c\": {\"d\": 1}, \"e\": [[1]]}}", RunFileKind::json) ==
          "JE-N08@1:2 JE-N08@1:22 JE-N08@1:37");
    CHECK(refused("[1, 2]", RunFileKind::json) == "JE-N08@1:2 JE-N08@1:5");
    CHECK(refused("[]\nx = 1\n", RunFileKind::ini) == "JE-N08@1:1");
    CHECK(refused("7", RunFileKind::json) == "JE-N08@1:1");
    CHECK(refused("<run><a><b>text<item>c</item></b></a></run>", RunFileKind::xml) == "JE-N08@1:9");
    CHECK(refused("a { files b.yaml, c.yaml d.yaml }\na.b 3\n", RunFileKind::info) == "JE-N08@2:1");
}

TEST_CASE("an escape brings in no control character") {
    CHECK(refused("{\"a\": {\"b\": \"c\\u0000d\"}}", RunFileKind::json) == "JE-N05@1:13");
    CHECK(refused("a { b \"c\\nd\" }", RunFileKind::info) == "JE-N05@1:7");
    CHECK(refused("[a]\nb = \x01\n", RunFileKind::ini) == "JE-N05@2:5");
    CHECK(refused("[a]\nb = \xE4\n", RunFileKind::ini) == "JE-N05@2:5");
}

TEST_CASE("a run file of thousands of sections on one long line is read in no time" * doctest::timeout(10)) {
    std::string text = "{\"first\": {\"command\": \"score\"}";
    for (int i = 0; i < 4990; ++i)
        text += ", \"s" + std::to_string(i) + "\": {\"command\": \"score\"" + std::string(170, ' ') + "}";
    Diagnostics said;
    const auto run = read(text + "}", RunFileKind::json, said);
    REQUIRE(run.has_value());
    CHECK(run->sections.size() == 4991);
}

}  // namespace run_file_test
