// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/parse.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "unit/io/yaml_reading.hpp"

namespace yaml_parse_test {

using namespace je;
using je::test::joined;
using je::test::places;
using je::test::yaml;

namespace {

struct Parsed {
    std::shared_ptr<const base::SourceText> source;
    std::optional<io::YamlTree> tree;
    base::Diagnostics diagnostics;

    [[nodiscard]] std::string said() const { return joined(places(diagnostics)); }
    [[nodiscard]] std::string first_message() const {
        return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
    }
};

Parsed parse(std::string text, const io::Limits& limits = {}) {
    Parsed parsed;
    parsed.source = yaml(std::move(text));
    parsed.tree = io::parse_yaml(parsed.source, limits, parsed.diagnostics);
    return parsed;
}

std::string place_of(const io::YamlNode& node) {
    return std::to_string(node.line) + ":" + std::to_string(node.column) + "+" + std::to_string(node.length);
}

struct Case {
    const char* text;
    const char* said;
};

}  // namespace

TEST_CASE("a tree holds keys, values, lists and maps with their places") {
    const auto parsed = parse("a: 1\nb: [x, 'it''s']\nc:\n  - {d: \"\\u00e9\"}\n");
    REQUIRE(parsed.tree);
    CHECK(parsed.said() == "");
    const auto& nodes = parsed.tree->nodes;
    REQUIRE(nodes.size() == 12);
    CHECK(nodes[0].is_map());
    CHECK(nodes[0].size == 12);
    CHECK(nodes[2].text == "1");
    CHECK(nodes[2].plain);
    CHECK(place_of(nodes[2]) == "1:4+1");
    CHECK(nodes[4].is_sequence());
    CHECK(nodes[4].size == 3);
    CHECK(nodes[6].text == "it's");
    CHECK_FALSE(nodes[6].plain);
    CHECK(place_of(nodes[6]) == "2:8+7");
    CHECK(place_of(nodes[9]) == "4:5+1");
    CHECK(place_of(nodes[10]) == "4:6+1");
    CHECK(nodes[11].text == "\xC3\xA9");
    CHECK(place_of(nodes[11]) == "4:9+8");
}

TEST_CASE("a null value stands where its key stands, a null item where its dash stands") {
    const auto parsed = parse("a:\n\n\nlist:\n  -\n  # - not this one\n  - ~\n  -\nb: {c: , d}\ne: [ ~, null ]\n");
    REQUIRE(parsed.tree);
    std::string nulls;
    for (const auto& node : parsed.tree->nodes) {
        if (node.kind == io::YamlKind::null) nulls += place_of(node) + " ";
    }
    CHECK(nulls == "1:1+1 5:3+1 7:5+1 8:3+1 9:5+1 9:10+1 10:6+1 10:9+1 ");
}

TEST_CASE("texts over several lines, folded and literal, are kept as YAML means them") {
    const auto parsed = parse("a: one\n  two\nb: |\n  x\n  y\nc: >\n  x\n  y\nd: \"x\n\n  y\"\n");
    REQUIRE(parsed.tree);
    const auto& nodes = parsed.tree->nodes;
    CHECK(nodes[2].text == "one two");
    CHECK(place_of(nodes[2]) == "1:4+3");
    CHECK(nodes[4].text == "x\ny\n");
    CHECK(nodes[6].text == "x y\n");
    CHECK(nodes[8].text == "x\ny");
    CHECK(place_of(nodes[8]) == "9:4+2");
}

TEST_CASE("a byte order mark and CRLF line ends change nothing but the first line's columns") {
    const auto parsed = parse(
        "\xEF\xBB\xBF"
        "a: x\r\nb: \"y\"\r\n");
    REQUIRE(parsed.tree);
    const auto& nodes = parsed.tree->nodes;
    CHECK(nodes[1].text == "a");
    CHECK(place_of(nodes[2]) == "1:7+1");
    CHECK(nodes[2].text == "x");
    CHECK(nodes[4].text == "y");
    CHECK(place_of(nodes[4]) == "2:4+3");
}

TEST_CASE("bytes that are not plain UTF-8 text are refused where they stand") {
    const Case cases[] = {
        {"a: caf\xE9\n", "1:7 JE-Y01"},
        {"a: 1\nb: \xED\xA0\x80\n", "2:4 JE-Y01"},
        {"\xFF\xFE"
         "a",
         "1:1 JE-Y02"},
        {"a: \x1b[1m\n", "1:4 JE-Y03"},
        {"a: 1\nb: \x7f\n", "2:4 JE-Y03"},
        {"a: \xC2\x85\n", "1:4 JE-Y03"},
        {"\xEF\xBB\xBF\xEF\xBB\xBF"
         "a: 1\n",
         "1:4 JE-Y03"},
        {"a: 1\rb: 2\r", "1:5 JE-Y04"},
        {"", "1:1 JE-Y05"},
        {" \n\t\n# only a comment", "1:1 JE-Y05"},
        {"# x\n%YAML 1.2\n---\na: 1\n", "2:1 JE-Y12"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto parsed = parse(c.text);
        CHECK_FALSE(parsed.tree);
        CHECK(parsed.said() == c.said);
    }
    CHECK(parse(std::string{"a: \0b\n", 6}).said() == "1:4 JE-Y03");
    CHECK(parse(std::string{"a\0:\0", 4}).said() == "1:1 JE-Y02");
    CHECK(parse(std::string{"\xFF\xFE\0\0"
                            "a\0\0\0",
                            8})
              .first_message()
              .find("UTF-32") != std::string::npos);
}

TEST_CASE("faulty YAML is explained where it goes wrong") {
    const Case cases[] = {
        {"just words\n", "1:1 JE-Y06"},
        {"- a\n- b\n", "1:1 JE-Y06"},
        {"null\n", "1:1 JE-Y06"},
        {"a:\n\tb: 1\n", "2:1 JE-Y07"},
        {"a: 1\nb: \"x\nc: 2\n", "2:4 JE-Y08"},
        {"a: 1\nb: 'x\nc: 2", "2:4 JE-Y08"},
        {"a: 1\nb: \"x\nc: \"y\"\n", "2:4 JE-Y08"},
        {"a: [1, 2\nb: 3\n", "1:4 JE-Y09"},
        {"a: {b: [1}\n", "1:10 JE-Y25"},
        {"a: {b: 1\n", "1:4 JE-Y09"},
        {"a: 1\n---\nb: 1\n", "2:1 JE-Y10"},
        {"a: 1\n---\n", "2:1 JE-Y10"},
        {"{a: 1} junk\n", "1:8 JE-Y11"},
        {"a: 1\n...\njunk\n", "3:1 JE-Y11"},
        {"a: *x\n", "1:4 JE-Y14"},
        {"a: b: c\n", "1:5 JE-Y20"},
        {"a: 1\n  b: 2\n", "2:3 JE-Y21"},
        {"a: 1\n- b\n", "2:1 JE-Y21"},
        {"a: \"\\q\"\n", "1:7 JE-Y22"},
        {"a: \"\\ud800\"\n", "1:11 JE-Y22"},
        {"a: @b\n", "1:4 JE-Y23"},
        {"a: `b`\n", "1:4 JE-Y23"},
        {"a: b]\nc: ]\n", "2:4 JE-Y25"},
        {"a: &x &y z\n", "1:7 JE-Y24"},
        {"a:1\nb: 2\n", "1:1 JE-Y37"},
        {"x:\n  - ab:1\n\n    c: 2\n", "2:5 JE-Y37"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto parsed = parse(c.text);
        CHECK(parsed.said() == c.said);
        for (const auto& d : parsed.diagnostics.all()) {
            CHECK_FALSE(d.message.empty());
            CHECK_FALSE(d.expected.empty());
            CHECK_FALSE(d.fix.empty());
        }
    }
}

TEST_CASE("yaml-cpp's own words are given where nothing better is known") {
    CHECK(parse("a: &x &y z\n").first_message() == "this is not valid YAML: cannot assign multiple anchors to the same node");
}

TEST_CASE("an end mark, a start mark and comments are no second document") {
    CHECK(parse("---\na: 1\n...\n# done\n").said() == "");
    CHECK(parse("a: 1\n...\n...\n").said() == "");
}

TEST_CASE("a directive is refused wherever it stands") {
    CHECK(parse("a: 1\n%\n").said() == "2:1 JE-Y12");
    CHECK(parse("a: \"x\ny\"\n%TAG ! x\n# end\n").said() == "3:1 JE-Y12");
    CHECK(parse("a: 1\n...\n%YAML 1.2\n").said() == "3:1 JE-Y12");
    CHECK(parse("a: 1\n%YAML 1.2\n---\nb: 1\n").diagnostics.has_errors());
    CHECK(parse("a: \"x\n%y\"\nb: 5%\nc: |\n  %\n").said() == "");
}

TEST_CASE("anchors, aliases, tags and merge keys are refused, each where it stands, and reading goes on") {
    const auto parsed = parse("a: &x 1\nb: *x\nc: !!int 3\nd: ! e\nf:\n  <<: {g: 1}\nh: !t [1]\na: 2\n");
    CHECK(parsed.tree);
    CHECK(parsed.said() == "1:4 JE-Y13, 2:4 JE-Y14, 3:4 JE-Y15, 4:4 JE-Y15, 6:3 JE-Y16, 7:4 JE-Y15, 8:1 JE-Y34");
}

TEST_CASE("a cycle of aliases is only an alias") { CHECK(parse("a: &x [*x]\n").said() == "1:4 JE-Y13, 1:8 JE-Y14"); }

TEST_CASE("quoted signs are text, not anchors or tags") {
    CHECK(parse("a: \"&x\"\nb: '*x'\nc: \"!t\"\n\"<<\": 1\n").said() == "");
}

TEST_CASE("a key is one word") {
    CHECK(parse("? [a]\n: 1\nb: 2\n").said() == "1:3 JE-Y17");
    CHECK(parse("? {a: 1}\n: 1\n").said() == "1:3 JE-Y17");
    CHECK(parse(": 1\n").said() == "1:1 JE-Y17");
    CHECK(parse("~: 1\n").said() == "1:1 JE-Y17");
}

TEST_CASE("repeated keys are found in few and in many, quoted or not, each with the first place") {
    CHECK(parse("a: 1\nb: 2\n\"a\": 3\na: 4\n").said() == "3:1 JE-Y34, 4:1 JE-Y34");
    CHECK(parse("a: 1\nb: 2\n\"a\": 3\n").first_message() == "the key 'a' is given twice; the first is at 1:1");
    std::string many;
    for (int i = 0; i < 100; ++i) many.append("k").append(std::to_string(i)).append(": 1\n");
    const auto parsed = parse(many + "k42: 2\nk7: 3\nk42: 4\n");
    REQUIRE(parsed.diagnostics.errors() == 3);
    CHECK(parsed.first_message() == "the key 'k42' is given twice; the first is at 43:1");
    CHECK(parse("x: {a: 1, a: 2}\ny: [{b: 1, b: 1}]\n").said() == "1:11 JE-Y34, 2:12 JE-Y34");
}

TEST_CASE("escapes that stand for control characters are refused; those for tab and line ends are not") {
    CHECK(parse("a: \"\\0\"\nb: \"\\e[1m\"\nc: \"\\x85\"\n").said() == "1:4 JE-Y03, 2:4 JE-Y03, 3:4 JE-Y03");
    CHECK(parse("a: \"\\t\\n\\r\"\n").said() == "");
}

TEST_CASE("escapes of which yaml-cpp makes bytes that are not UTF-8 are refused") {
    CHECK(parse("a: \"\\N\"\nb: \"x\\_y\"\n").said() == "1:4 JE-Y22, 2:4 JE-Y22");
}

TEST_CASE("the limit of depth holds at the limit and one beyond it") {
    io::Limits limits;
    limits.max_depth = 3;
    CHECK(parse("a: [[1]]\n", limits).said() == "");
    CHECK(parse("a: [[[1]]]\n", limits).said() == "1:6 JE-Y18");
    CHECK(parse("a:\n  b:\n    c:\n      d: 1\n", limits).said() == "4:7 JE-Y18");
    CHECK(parse("a: " + std::string(63, '[') + std::string(63, ']') + "\n").said() == "");
    CHECK(parse("a: " + std::string(64, '[') + std::string(64, ']') + "\n").said() == "1:67 JE-Y18");
}

TEST_CASE("a depth that yaml-cpp itself cannot reach is an error, whatever the limit") {
    io::Limits limits;
    limits.max_depth = 100'000;
    const auto parsed = parse("a: " + std::string(2000, '[') + std::string(2000, ']') + "\n", limits);
    CHECK(parsed.diagnostics.errors() == 1);
    CHECK(parsed.diagnostics.all().front().id == "JE-Y18");
}

TEST_CASE("the limit of nodes holds at the limit and one beyond it") {
    io::Limits limits;
    limits.max_nodes = 5;
    CHECK(parse("a: 1\nb: 2\n", limits).said() == "");
    CHECK(parse("a: 1\nb: [2]\n", limits).said() == "2:5 JE-Y19");
}

TEST_CASE("limits as large as numbers go are no limits") {
    io::Limits limits;
    limits.max_depth = limits.max_nodes = static_cast<std::size_t>(-1);
    CHECK(parse("a: [" + std::string(300'000, ',') + "]\n", limits).said() == "");
}

TEST_CASE("what yaml-cpp would keep in memory whole is stopped on the way") {
    const auto open = parse(std::string(3'000'000, '['));
    CHECK(open.said() == "1:1 JE-Y18");
    io::Limits limits;
    limits.max_nodes = 1000;
    std::string list = "[";
    for (int i = 0; i < 200'000; ++i) list += ",";
    CHECK(parse(list, limits).said() == "1:1 JE-Y19");
}

TEST_CASE("long runs of anything take time in proportion to their length") {
    constexpr std::size_t n = 1'000'000;
    const auto repeat = [](std::string_view part) {
        std::string text;
        while (text.size() < n) {
            text += part;
        }
        return text;
    };
    std::string keys;
    for (int i = 0; i < 100'000; ++i) keys.append("k").append(std::to_string(i)).append(": 1\n");
    const std::string flow = "a: [" + repeat("b, ") + "b]\n";
    for (const auto& text : {repeat("["), repeat("{"), repeat("- "), repeat("a: "), repeat("? "), repeat("\""), repeat(" "),
                             repeat("\n") + "a: 1\n", "a: 1\n" + repeat("\n") + "  b: 2\n", "a: " + repeat("x"),
                             repeat("x") + ": 1\n", "a: \"" + repeat("x\n") + "\"\n", "a:\n" + repeat("-\n"), keys, flow,
                             "a: [" + repeat("!t x, ") + "]", repeat("&a "), repeat("! "), "a: |\n" + repeat(" x\n")}) {
        const auto start = std::chrono::steady_clock::now();
        const auto parsed = parse(text);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        CAPTURE(text.substr(0, 20));
        CHECK(parsed.tree.has_value() != (parsed.diagnostics.has_errors() && !parsed.tree));
        CHECK(taken.count() < 60.0);  // quadratic behaviour takes hours; a busy machine under sanitizers does not
    }
}

}  // namespace yaml_parse_test
