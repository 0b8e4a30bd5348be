// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/yaml/words.hpp"

#include <doctest/doctest.h>

#include <string>

namespace yaml_words_test {

using namespace je::io;

TEST_CASE("words and numbers that another YAML reader changes need quotes") {
    for (const char* text : {"true", "False", "YES",   "no",    "On",     "off",     "y",
                             "N",    "null",  "Null",  "~",     "010",    "00",      "0x1F",
                             "0o17", "0b11",  "1e5",   "1E5",   "1.5e-3", "1.10",    "2.0",
                             ".5",   "5.",    "-0",    "+5",    "-1.5",   "1_000",   ".nan",
                             ".NaN", ".inf",  "-.inf", "+.Inf", "12:30",  "1:30:15", "1234567890123456",
                             ""}) {
        CAPTURE(text);
        CHECK(changed_by_readers(text));
    }
}

TEST_CASE("words, whole numbers, dates and codes with letters need none") {
    for (const char* text : {"4",
                             "0",
                             "10",
                             "-5",
                             "1-7",
                             "8a",
                             "a1",
                             "B",
                             "GS-9",
                             "2016-08",
                             "2016-08-01",
                             "1.2.3",
                             "yesterday",
                             "nope",
                             "e5",
                             "1e",
                             "x10",
                             "-",
                             "123456789012345",
                             "0xyz",
                             "nan",
                             "inf",
                             "1,5",
                             "."}) {
        CAPTURE(text);
        CHECK_FALSE(changed_by_readers(text));
    }
}

TEST_CASE("a code begins with a letter or digit and holds letters, digits, signs and single spaces") {
    for (const char* text : {"4", "1-7", "8a", "B+", "5(a)", "O'Brien", "Band 3", "a_b.c/d+e&f", "caf\xC3\xA9",
                             "\xC3\x89t\xC3\xA9", "\xE4\xB8\xAD"}) {
        CAPTURE(text);
        CHECK(has_code_characters(text));
    }
    for (const char* text : {"", " a", "a ", "a  b", "-1", "+a", "(a)", "a,b", "a:b", "a\nb", "a\tb", "a\"b", "a#b", "\xC2\xA0",
                             "a\xC2\xA0"
                             "b",
                             "a\xE2\x80\xAE"
                             "b",
                             "a\xE2\x80\x8B",
                             "\xEF\xBB\xBF"
                             "a"}) {
        CAPTURE(text);
        CHECK_FALSE(has_code_characters(text));
    }
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(characters("") == 0);
    CHECK(characters("caf\xC3\xA9") == 4);
    CHECK(characters("\xE4\xB8\xAD\xF0\x9F\x98\x80") == 2);
}

TEST_CASE("a message shows at most sixty characters of a text, whole ones, on one line") {
    CHECK(shown_text("short") == "short");
    CHECK(shown_text("two\nlines") == "two lines");
    CHECK(shown_text(std::string(60, 'a')) == std::string(60, 'a'));
    CHECK(shown_text(std::string(61, 'a')) == std::string(60, 'a') + "...");
    CHECK(shown_text(std::string(1000, 'a')) == std::string(60, 'a') + "...");
    std::string accents;
    for (int i = 0; i < 100; ++i) accents += "\xC3\xA9";
    CHECK(shown_text(accents) == accents.substr(0, 120) + "...");
}

}  // namespace yaml_words_test
