// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/json_value.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace json_value_test {

using namespace je::io;
using je::base::Diagnostics;

namespace {

std::optional<JsonValue> read(std::string text, Diagnostics& said, const Limits& limits = {}) {
    return read_json(std::make_shared<const je::base::SourceText>(je::base::SourceText{"r.json", std::move(text)}), limits,
                     said);
}

JsonValue must_read(std::string text) {
    Diagnostics said;
    auto value = read(std::move(text), said);
    REQUIRE(value.has_value());
    return *std::move(value);
}

/// What was found, and where, of a text that cannot be read.
std::string refused(std::string text, const Limits& limits = {}) {
    Diagnostics said;
    CHECK_FALSE(read(std::move(text), said, limits).has_value());
    REQUIRE(said.all().size() == 1);
    return said.all().front().id + " " + said.all().front().at.to_string();
}

/// "path: before -> now" of every difference, one a line.
std::string differences(std::string before, std::string now, std::size_t most = 50) {
    const auto found = compare_json(must_read(std::move(before)), must_read(std::move(now)), most);
    std::string text;
    for (const JsonDifference& d : found.listed) {
        text += d.path + ": " + d.before.value_or("none") + " -> " + d.now.value_or("none") + "\n";
    }
    return found.not_listed == 0 ? text : text + std::to_string(found.not_listed) + " more\n";
}

}  // namespace

TEST_CASE("numbers keep the digits they are written with") {
    const auto list = must_read("[450, 450.0, 4.5e2, -0, 0, -7, 123456789012345678901234567890, 0.1]");
    std::string words;
    for (const auto& [name, value] : list.members) words += value.word + " ";
    CHECK(words == "450 450.0 4.5e2 -0 0 -7 123456789012345678901234567890 0.1 ");
}

TEST_CASE("a value is found by its name, and a text is told from a word") {
    const auto value = must_read(R"({"a": "true", "b": true, "c": null})");
    REQUIRE(value.find("a") != nullptr);
    CHECK(value.find("a")->as_text() == "true");
    CHECK_FALSE(value.find("b")->as_text().has_value());
    CHECK(value.find("d") == nullptr);
    CHECK(value.find("a")->find("x") == nullptr);
}

TEST_CASE("what cannot be read is refused where it stands") {
    CHECK(refused("") == "JE-V01 r.json:1:1");
    CHECK(refused("{\"a\": 1,\n \"b\": nothing}") == "JE-V01 r.json:2:8");
    CHECK(refused("{} {}").substr(0, 6) == "JE-V01");
    CHECK(refused("\"\xFF\"").substr(0, 6) == "JE-V01");
    CHECK(refused("[1e999]").substr(0, 6) == "JE-V01");
    CHECK(refused(R"({"a": 1, "a": 1})").substr(0, 6) == "JE-V04");
}

TEST_CASE("depth and count stop at their limits and not before") {
    Limits limits;
    limits.max_depth = 3;
    limits.max_nodes = 4;
    Diagnostics said;
    CHECK(read("[[[1]]]", said, limits).has_value());
    CHECK(refused("[[[[]]]]", limits).substr(0, 6) == "JE-V02");
    CHECK(read("[1,2,3]", said, limits).has_value());
    CHECK(refused("[1,2,3,4]", limits).substr(0, 6) == "JE-V03");
    CHECK(refused(std::string(200'000, '[')).substr(0, 6) == "JE-V02");
}

TEST_CASE("equal values have no difference, in whatever order the names stand") {
    CHECK(differences(R"({"a":1,"b":[1,{"c":null}]})", R"({"b":[1,{"c":null}],"a":1})").empty());
}

TEST_CASE("each difference is told with its path") {
    CHECK(differences(R"({"jobs":[{"factors":[{"points":60}]}]})", R"({"jobs":[{"factors":[{"points":61}]}]})") ==
          "jobs[0].factors[0].points: 60 -> 61\n");
    CHECK(differences("1", "2") == ": 1 -> 2\n");
    CHECK(differences(R"({"a":"3"})", R"({"a":3})") == "a: \"3\" -> 3\n");
    CHECK(differences(R"({"a":3.0})", R"({"a":3})") == "a: 3.0 -> 3\n");
    CHECK(differences(R"({"a":[1]})", R"({"a":{}})") == "a: list of 1 -> object of 0\n");
}

TEST_CASE("what only one of the two has is told") {
    CHECK(differences(R"({"a":1,"b":2})", R"({"c":[],"a":1})") == "b: 2 -> none\nc: none -> list of 0\n");
    CHECK(differences("[1,2]", "[1]") == "[1]: 2 -> none\n");
    CHECK(differences("[1]", "[1,2]") == "[1]: none -> 2\n");
}

TEST_CASE("no more differences are listed than asked for, and the others are counted") {
    CHECK(differences("[1,2,3,4]", "[5,6,7,8]", 2) == "[0]: 1 -> 5\n[1]: 2 -> 6\n2 more\n");
    CHECK(differences("[1,2]", "[5,6]", 2) == "[0]: 1 -> 5\n[1]: 2 -> 6\n");
}

TEST_CASE("a long text is cut between characters") {
    std::string text(199, 'x');
    text += "\xC3\xA9";  // its second byte is the 201st
    const auto found = differences("\"" + text + "\"", "1");
    CHECK(found == ": \"" + text.substr(0, 199) + "...\" -> 1\n");
}

}  // namespace json_value_test
