// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/render/diagnostics.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace diagnostics_test {

namespace {

using je::base::Diagnostic;
using je::base::Diagnostics;
using je::base::Severity;
using je::base::SourcePosition;
using je::base::SourceText;

SourcePosition place(std::string text, std::uint32_t line, std::uint32_t column, std::uint32_t length,
                     std::string name = "demo.yaml") {
    return {std::make_shared<const SourceText>(SourceText{std::move(name), std::move(text)}), line, column, length};
}

/// The lines that show the user's own text: the second and third of the message.
std::string shown(const SourcePosition& at, std::size_t width = 120) {
    const std::string text = je::render::text(Diagnostic{.id = "JE-S07", .at = at, .message = "m"}, {.width = width});
    return text.substr(text.find('\n') + 1);
}

std::string line(std::size_t spaces, std::string_view text) { return std::string(spaces, ' ') + std::string{text}; }

}  // namespace

TEST_CASE("a message has its place first, then the user's line underlined, then what was expected and how to mend it") {
    const auto at = place("id: demo\n  - { id: C, points: 80 }\n", 2, 21, 2);
    const Diagnostic d{
        .id = "JE-S07", .at = at, .message = "level 'C' has 80 points", .expected = "more than 95", .fix = "give it more"};
    CHECK(je::render::text(d) ==
          "demo.yaml:2:21: error: level 'C' has 80 points [JE-S07]\n"
          "    2 |   - { id: C, points: 80 }\n"
          "      |                     ^^\n"
          "  expected: more than 95\n"
          "  fix: give it more\n");
}

TEST_CASE("a message without a place begins with the program's name") {
    const Diagnostic d{.id = "JE-U01", .message = "no such command", .fix = "see je --help", .severity = Severity::warning};
    CHECK(je::render::text(d) == "je: warning: no such command [JE-U01]\n  fix: see je --help\n");
}

TEST_CASE("the underline stands below what it means") {
    SUBCASE("at the first column") { CHECK(shown(place("abc", 1, 1, 3)) == "    1 | abc\n      | ^^^\n"); }
    SUBCASE("past the end of the line") { CHECK(shown(place("abc", 1, 4, 1)) == "    1 | abc\n      |    ^\n"); }
    SUBCASE("never beyond the line's end") { CHECK(shown(place("abc\ndef", 1, 3, 9)) == "    1 | abc\n      |   ^\n"); }
    SUBCASE("in an empty line") { CHECK(shown(place("\nabc", 1, 1, 1)) == "    1 |\n      | ^\n"); }
    SUBCASE("after a tab, shown as four spaces") {
        CHECK(shown(place("\tx: 1", 1, 2, 1)) == "    1 |     x: 1\n      |     ^\n");
    }
    SUBCASE("after letters of two bytes") {
        CHECK(shown(place("\xC3\xA9\xC3\xA9: x", 1, 7, 1)) == "    1 | \xC3\xA9\xC3\xA9: x\n      |     ^\n");
    }
    SUBCASE("over letters two columns wide") {
        CHECK(shown(place("a: \xE6\x97\xA5\xE6\x9C\xAC", 1, 4, 6)) == "    1 | a: \xE6\x97\xA5\xE6\x9C\xAC\n      |    ^^^^\n");
    }
    SUBCASE("in the last line without a line end, after CRLF") {
        CHECK(shown(place("a\r\nbcd\r\n", 2, 2, 1)) == "    2 | bcd\n      |  ^\n");
    }
    SUBCASE("with line numbers of six digits") {
        CHECK(shown(place(std::string(123455, '\n') + "abc", 123456, 2, 1)) == "123456 | abc\n       |  ^\n");
    }
}

TEST_CASE("a line that is too long is cut around the place") {
    const std::string long_line(300, 'a');
    SUBCASE("in the middle") {
        const auto at = place(long_line + "BAD" + long_line, 1, 301, 3);
        CHECK(shown(at, 30) ==
              "    1 | ..." + std::string(10, 'a') + "BAD" + std::string(17, 'a') + "...\n" + line(6, "|") + line(14, "^^^\n"));
    }
    SUBCASE("at the beginning") {
        CHECK(shown(place("BAD" + long_line, 1, 1, 3), 30) == "    1 | BAD" + std::string(27, 'a') + "...\n      | ^^^\n");
    }
    SUBCASE("at the end") {
        CHECK(shown(place(long_line + "BAD", 1, 301, 3), 30) ==
              "    1 | ..." + std::string(27, 'a') + "BAD\n" + line(6, "|") + line(31, "^^^\n"));
    }
    SUBCASE("of a megabyte") {
        const std::string megabyte(1'000'000, 'a');
        CHECK(shown(place(megabyte + "BAD" + megabyte, 1, 1'000'001, 3), 30) ==
              "    1 | ..." + std::string(10, 'a') + "BAD" + std::string(17, 'a') + "...\n" + line(6, "|") + line(14, "^^^\n"));
    }
}

TEST_CASE("nothing in a file reaches the terminal as a control code") {
    const Diagnostic d{.id = "JE-J01",
                       .at = place("a: \x1b[31mred\xE2\x80\xAE", 1, 4, 1, "x\x1b[2J.yaml"),
                       .message = "found '\x1b]0;x\x07'",
                       .expected = "a\nb",
                       .fix = "c\rd"};
    const std::string text = je::render::text(d);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(text.find("  expected: a b\n") != std::string::npos);
}

TEST_CASE("bytes that are not UTF-8 are shown as U+FFFD, one column each") {
    CHECK(shown(place("a: \xFFz", 1, 5, 1)) == "    1 | a: \xEF\xBF\xBDz\n      |     ^\n");
}

TEST_CASE("colour marks the severity and the underline, and nothing else") {
    const Diagnostic d{.id = "JE-S07", .at = place("abc", 1, 1, 1), .message = "m"};
    CHECK(je::render::text(d, {.color = true}) ==
          "demo.yaml:1:1: \x1b[1;31merror\x1b[0m: m [JE-S07]\n    1 | abc\n      | \x1b[1;32m^\x1b[0m\n");
}

TEST_CASE("messages of one text come in any order and each shows its own line") {
    const auto source = std::make_shared<const SourceText>(SourceText{"d", "one\ntwo\nthree\n"});
    Diagnostics list;
    for (const std::uint32_t number : {3u, 1u, 2u, 2u})
        list.error({.id = "JE-S01", .at = {source, number, 1, 1}, .message = "m"});
    const std::string text = je::render::text(list);
    const auto at = [&](std::string_view part) { return text.find(part); };
    CHECK(at("3 | three") < at("1 | one"));
    CHECK(at("1 | one") < at("2 | two"));
    CHECK(at("2 | two") != text.rfind("2 | two"));
}

TEST_CASE("a list says how many messages it did not keep") {
    Diagnostics list{2};
    for (int i = 0; i < 5; ++i) list.error({.id = "JE-S01", .message = "m"});
    CHECK(je::render::text(list) == "je: error: m [JE-S01]\nje: error: m [JE-S01]\nje: 3 messages more not shown\n");
}

TEST_CASE("the summary counts errors and warnings") {
    CHECK(je::render::summary(0, 0).empty());
    CHECK(je::render::summary(1, 0) == "1 error");
    CHECK(je::render::summary(2, 1) == "2 errors, 1 warning");
    CHECK(je::render::summary(0, 3) == "3 warnings");
}

}  // namespace diagnostics_test
