// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace characters_test {

namespace {

using je::base::difference_of;
using je::base::isolated;
using je::base::looks_of;
using je::base::with_hidden_escaped;
using je::base::with_hidden_shown;
using je::base::with_single_blanks;

bool alike(const std::string& a, const std::string& b) {
    const auto looks = looks_of(b);
    const auto mine = looks_of(a);
    return std::any_of(mine.begin(), mine.end(),
                       [&](const std::string& look) { return std::find(looks.begin(), looks.end(), look) != looks.end(); });
}

/// What docs/files.md says of undoing: each <U+...> back into its character.
std::string undone(std::string text) {
    for (std::size_t at = text.find("<U+"); at != std::string::npos; at = text.find("<U+", at + 1)) {
        const std::size_t end = text.find('>', at);
        const auto code = static_cast<char32_t>(std::stoul(text.substr(at + 3, end - at - 3), nullptr, 16));
        std::string character;
        if (code < 0x80) {
            character = {static_cast<char>(code)};
        } else if (code < 0x800) {
            character = {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
        } else {
            character = {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
                         static_cast<char>(0x80 | (code & 0x3F))};
        }
        text.replace(at, end + 1 - at, character);
    }
    return text;
}

TEST_CASE("what shows nothing is shown by its code, and can be undone") {
    CHECK(with_hidden_shown("plain <b> text") == "plain <b> text");
    CHECK(with_hidden_shown("x\u200By") == "x<U+200B>y");
    CHECK(with_hidden_shown("a\u202Eb\u2028c\u00ADd\uFEFF") == "a<U+202E>b<U+2028>c<U+00AD>d<U+FEFF>");
    CHECK(with_hidden_shown("x<U+200B>y") == "x<U+003C>U+200B>y");
    for (const std::string text :
         {"x\u200By", "<U+200B>", "<\u200BU+0041>", "<<U+", "<U\u200B+", "a\u3164\u2800", "caf\u00E9"}) {
        CAPTURE(text);
        CHECK(undone(with_hidden_shown(text)) == text);
    }
}

TEST_CASE("joiners and selectors stay where they do what they are for") {
    for (const char* text : {"\U0001F469\u200D\U0001F527", "\u2764\uFE0F", "1\uFE0F\u20E3", "\u0645\u06CC\u200C\u062E",
                             "\U0001F3F4\U000E0067\U000E0062\U000E007F", "\u1820\u180B", "\u0600\u0661"}) {
        CAPTURE(text);
        CHECK(with_hidden_shown(text) == text);
    }
    CHECK(with_hidden_shown("cl\u200Derk") == "cl<U+200D>erk");
    CHECK(with_hidden_shown("a\uFE0F") == "a<U+FE0F>");
    CHECK(with_hidden_shown("\u0645\u200C") == "\u0645<U+200C>");
    CHECK(with_hidden_shown("x\U000E0067") == "x<U+E0067>");
}

TEST_CASE("in JSON what shows nothing is an escape") {
    CHECK(with_hidden_escaped("\"x\u200By\"") == "\"x\\u200by\"");
    CHECK(with_hidden_escaped("\"\u2028\U000E0067\u00E9\"") == "\"\\u2028\\udb40\\udc67\u00E9\"");
}

TEST_CASE("a run of blanks of whatever kind is one, a single one stays what it is") {
    CHECK(with_single_blanks("a    b") == "a b");
    CHECK(with_single_blanks("a\u00A0b c") == "a\u00A0b c");
    CHECK(with_single_blanks("a\u00A0\u2003 b\t\tc") == "a b c");
    CHECK(with_single_blanks(std::string(200, ' ')) == " ");
    CHECK(with_single_blanks("").empty());
}

TEST_CASE("right-to-left writing is isolated from what stands beside it") {
    CHECK(isolated("plain caf\u00E9") == "plain caf\u00E9");
    CHECK(isolated("\u05E9\u05DC") == "\u2068\u05E9\u05DC\u2069");
    CHECK(isolated("a \u05E9 2 \u05DC (x) 3") == "a \u2068\u05E9 2 \u05DC\u2069 (x) 3");
    CHECK(isolated("\u05E9 b \u05DC") == "\u2068\u05E9\u2069 b \u2068\u05DC\u2069");
}

TEST_CASE("what looks alike is found, what only resembles is not") {
    struct Pair {
        const char* a;
        const char* b;
    };
    for (const Pair& pair : std::vector<Pair>{{"caf\u00E9", "cafe\u0301"},
                                              {"caf\u00E9", "caf\u00E9\u200B"},
                                              {"clerk", "cl\u0435rk"},
                                              {"clerk", "Clerk"},
                                              {"NHS", "\u039DHS"},
                                              {"\u0412\u0421 1", "BC 1"},
                                              {"\u0412\u0421 1", "\u0432\u0441 1"},
                                              {"post 1", "post  1 "},
                                              {"post 1", "post\u00A01"},
                                              {"post-1", "post\u20111"},
                                              {"post-1", "post\u20131"},
                                              {"O'Hara", "O\u2019Hara"},
                                              {"01", "\uFF10\uFF11"},
                                              {"STRASSE", "stra\u00DFe"},
                                              {"\u0435\u0301tude", "\u00E9tude"},
                                              {"\u0428", "\u0448"}}) {
        CAPTURE(pair.a);
        CAPTURE(pair.b);
        CHECK(alike(pair.a, pair.b));
        CHECK(alike(pair.b, pair.a));
    }
    for (const Pair& pair : std::vector<Pair>{
             {"cafe", "caf\u00E9"}, {"job-1", "job-l"}, {"A0", "AO"}, {"a", "b"}, {"1.10", "1.1"}, {"\u0448", "\u0449"}}) {
        CAPTURE(pair.a);
        CAPTURE(pair.b);
        CHECK_FALSE(alike(pair.a, pair.b));
    }
}

TEST_CASE("in what two texts differ is said") {
    CHECK(difference_of("clerk", "Clerk") == "capitals and small letters");
    CHECK(difference_of("caf\u00E9", "cafe\u0301") == "whether letter and accent are one character or two");
    CHECK(difference_of("caf\u00E9", "caf\u00E9\u200B") == "U+200B, which shows nothing");
    CHECK(difference_of("clerk", "cl\u0435rk") == "U+0435, which looks like 'e'");
    CHECK(difference_of("a b", "a  b") == "blanks");
}

TEST_CASE("of three that look alike the first is named, and none with itself") {
    je::base::LookAlikes ids;
    CHECK(ids.add("clerk", {}) == nullptr);
    CHECK(ids.add("cook", {}) == nullptr);
    CHECK(ids.add("clerk", {}) == nullptr);
    REQUIRE(ids.add("Clerk", {}) != nullptr);
    CHECK(ids.add("CLERK", {})->text == "clerk");
}

TEST_CASE("every character that misleads is found, wherever it lies") {
    const auto first = je::base::first_misleading("plain \u00E9 \u20AC \u0627 x\u2029y\u061C");
    REQUIRE(first);
    CHECK(first->code == 0x2029);
    CHECK(first->at == 17);
    const auto second = je::base::first_misleading("x\u2029y\u061C", 4);
    REQUIRE(second);
    CHECK(second->code == 0x061C);
    CHECK_FALSE(je::base::first_misleading("\u200B\u200C\u200D\u2027\u202F\u2065\u206A"));
    CHECK(je::base::character_name(0x202E) == "U+202E (right-to-left override)");
    CHECK(je::base::character_name(0x1F600) == "U+1F600");
}

}  // namespace

}  // namespace characters_test
