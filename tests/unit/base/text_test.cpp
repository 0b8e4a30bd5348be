// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace text_test {

namespace {

using std::string_literals::operator""s;

/// Joined with '|', so that a failure shows the lines.
std::string joined(const std::vector<std::string>& lines) {
    std::string result;
    for (const auto& line : lines) result += (result.empty() ? "" : "|") + line;
    return result;
}

TEST_CASE("a text is cut at separators, and what is empty between them is left out") {
    CHECK(je::base::parts_between("a,b c,d", ',') == std::vector<std::string>{"a", "b c", "d"});
    CHECK(je::base::parts_between(",,a,", ',') == std::vector<std::string>{"a"});
    CHECK(je::base::parts_between("", ',').empty());
    CHECK(je::base::parts_between(",", ',').empty());
}

TEST_CASE("controls are made visible, tabs and line feeds become spaces") {
    const std::string bad = "\xEF\xBF\xBD";
    CHECK(je::base::without_controls("plain \xC3\xA9 text") == "plain \xC3\xA9 text");
    CHECK(je::base::without_controls("a\tb\nc") == "a b c");
    CHECK(je::base::without_controls("\x1B[31mred") == bad + "[31mred");
    CHECK(je::base::without_controls("a\0b"s) == "a" + bad + "b");
    CHECK(je::base::without_controls("\r") == bad);
    CHECK(je::base::without_controls("\x1F \x7F~") == bad + " " + bad + "~");
    CHECK(je::base::without_controls("\xC2\x80\xC2\x9B\xC2\x9F\xC2\xA0") == bad + bad + bad + "\xC2\xA0");
    CHECK(je::base::without_controls("\xE2\x80\xAE"
                                     "a") ==
          "\xE2\x80\xAE"
          "a");  // shown by with_hidden_shown
    CHECK(je::base::without_controls("\x9B"
                                     "31m") == bad + "31m");  // a C1 control to terminals that do not read UTF-8
    CHECK(je::base::without_controls("").empty());
}

TEST_CASE("text is broken at spaces into lines of the width") {
    CHECK(joined(je::base::wrap("one two three", 7)) == "one two|three");
    CHECK(joined(je::base::wrap("one two three", 6)) == "one|two|three");
    CHECK(joined(je::base::wrap("one two three", 13)) == "one two three");
    CHECK(joined(je::base::wrap("one two three", 12)) == "one two|three");
    CHECK(joined(je::base::wrap("  one   two  ", 80)) == "one two");
    CHECK(joined(je::base::wrap("an extraordinarily long word", 6)) == "an|extraordinarily|long|word");
    CHECK(joined(je::base::wrap("a b", 0)) == "a|b");
    CHECK(je::base::wrap("", 10).empty());
    CHECK(je::base::wrap("   ", 10).empty());
}

TEST_CASE("wrapping counts columns, not bytes") {
    CHECK(joined(je::base::wrap("\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9", 5)) == "\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9");
    CHECK(joined(je::base::wrap("\xE6\xBC\xA2 \xE6\xBC\xA2", 4)) == "\xE6\xBC\xA2|\xE6\xBC\xA2");
    CHECK(joined(je::base::wrap("\xE6\xBC\xA2 \xE6\xBC\xA2", 5)) == "\xE6\xBC\xA2 \xE6\xBC\xA2");
}

TEST_CASE("every line of a wrapped text fits, is as full as can be, and no word is lost") {
    const std::string text = "a bb ccc dddd eeeee ffffff g hh iii jjjj kkkkk llllll m";
    for (std::size_t width = 1; width <= 60; ++width) {
        const auto lines = je::base::wrap(text, width);
        std::string together;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            CAPTURE(width);
            CAPTURE(lines[i]);
            const bool one_word = lines[i].find(' ') == std::string::npos;
            CHECK((lines[i].size() <= width || one_word));
            if (i > 0) CHECK(lines[i - 1].size() + 1 + lines[i].substr(0, lines[i].find(' ')).size() > width);
            together += (i == 0 ? "" : " ") + lines[i];
        }
        CHECK(together == text);
    }
}

TEST_CASE("words are quoted and listed") {
    const auto list = [](std::vector<std::string> words) { return je::base::quoted_list(words); };
    CHECK(list({}).empty());
    CHECK(list({"a"}) == "'a'");
    CHECK(list({"a", "b"}) == "'a' and 'b'");
    CHECK(list({"a", "b", "c"}) == "'a', 'b' and 'c'");
    CHECK(je::base::quoted_list(std::vector<std::string>{"a", "b"}, "or") == "'a' or 'b'");
}

TEST_CASE("one is singular, every other count plural") {
    CHECK(je::base::counted(0, "job", "jobs") == "0 jobs");
    CHECK(je::base::counted(1, "job", "jobs") == "1 job");
    CHECK(je::base::counted(2, "job", "jobs") == "2 jobs");
    CHECK(je::base::counted(21, "job", "jobs") == "21 jobs");
}

TEST_CASE("a whole number is digits only, within its limit") {
    constexpr auto largest = std::numeric_limits<std::uint64_t>::max();
    const auto read = [](std::string_view text, std::uint64_t limit) { return je::base::parse_whole(text, limit); };
    CHECK(read("0", 0) == 0U);
    CHECK(read("1", 0) == std::nullopt);
    CHECK(read("99", 100) == 99U);
    CHECK(read("100", 100) == 100U);
    CHECK(read("101", 100) == std::nullopt);
    CHECK(read("18446744073709551614", largest) == largest - 1);
    CHECK(read("18446744073709551615", largest) == largest);
    CHECK(read("18446744073709551616", largest) == std::nullopt);
    CHECK(read("99999999999999999999999999", largest) == std::nullopt);
    for (const std::string& text :
         std::vector<std::string>{"", "-1", "+1", " 1", "1 ", "01", "00", "1.0", "1e3", "0x1", "a", "1\0"s}) {
        CAPTURE(text);
        CHECK(read(text, largest) == std::nullopt);
    }
    for (std::uint64_t limit = 0; limit <= 40; ++limit) {
        for (std::uint64_t n = 0; n <= 120; ++n) CHECK(read(std::to_string(n), limit).has_value() == (n <= limit));
    }
}

}  // namespace

}  // namespace text_test
