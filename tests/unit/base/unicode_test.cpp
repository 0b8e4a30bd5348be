// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "je/base/text.hpp"

namespace unicode_test {

namespace {

using je::base::display_width;
using je::base::first_invalid_utf8;

/// The Unicode standard's bit layout, for tests only; writes any number, also what UTF-8 must not hold.
std::string encoded(std::uint32_t code, std::size_t bytes) {
    if (bytes == 1) return {static_cast<char>(code)};
    const std::vector<std::uint32_t> marks{0, 0, 0xC0, 0xE0, 0xF0};
    std::string result;
    for (std::size_t i = bytes; i-- > 1; code >>= 6U) result.insert(result.begin(), static_cast<char>(0x80U | (code & 0x3FU)));
    return static_cast<char>(marks[bytes] | code) + result;
}

std::size_t shortest(std::uint32_t code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

TEST_CASE("every character is valid in its shortest form, and no surrogate is") {
    std::size_t wrong = 0;
    for (std::uint32_t code = 0; code <= 0x1FFFFF; ++code) {
        const bool scalar = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        if (!first_invalid_utf8(encoded(code, shortest(code))).has_value() != scalar) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("no overlong form is valid") {
    std::size_t wrong = 0;
    for (std::uint32_t code = 0; code < 0x10000; ++code) {
        for (std::size_t bytes = shortest(code) + 1; bytes <= 4; ++bytes) {
            if (first_invalid_utf8(encoded(code, bytes)) != std::optional<std::size_t>{0}) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the place of the first invalid byte is told, wherever it lies") {
    for (std::size_t before = 0; before <= 20; ++before) {
        for (const char* bad : {"\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xFF",
                                "\xC3"
                                "a",
                                "\xED\xA0\x80", "\xC0\xAF"}) {
            const std::string ascii(before, 'x');
            CHECK(first_invalid_utf8(ascii + bad) == before);
            CHECK(first_invalid_utf8(ascii + bad + "more text behind it") == before);
            CHECK(first_invalid_utf8(ascii + "\xE2\x82\xAC" + bad) == before + 3);
        }
        CHECK(first_invalid_utf8(std::string(before, 'x') + "\xE2\x82\xAC" + std::string(before, 'y')) == std::nullopt);
    }
    CHECK(first_invalid_utf8("") == std::nullopt);
}

TEST_CASE("columns are those a terminal gives") {
    struct Row {
        const char* text;
        std::size_t columns;
    };
    for (const Row& row : std::vector<Row>{{"", 0},
                                           {"abc", 3},
                                           {"caf\xC3\xA9", 4},               // a letter with its accent
                                           {"cafe\xCC\x81", 4},              // a letter, then a combining accent
                                           {"\xE6\xBC\xA2\xE5\xAD\x97", 4},  // two Han characters
                                           {"\xEF\xBC\xA1", 2},              // fullwidth A
                                           {"\xEF\xBD\xA1", 1},              // halfwidth full stop
                                           {"\xF0\x9F\x98\x80", 2},          // an emoji
                                           {"\xEA\xB0\x80", 2},              // a Hangul syllable
                                           {"\xE1\x84\x80\xE1\x85\xA1", 2},  // the same kind of syllable in two letters
                                           {"a\xE2\x80\x8B"
                                            "b",
                                            2},                  // zero-width space between
                                           {"\xE2\x80\x94", 1},  // em dash
                                           {"\xC2\xA3"
                                            "5",
                                            2},                         // pound sign
                                           {"\xD9\x85\xD9\x8E", 1},     // an Arabic letter with a vowel mark
                                           {"\xF0\xA0\x80\x80", 2}}) {  // a Han character of plane 2
        CAPTURE(row.text);
        CHECK(display_width(row.text) == row.columns);
    }
}

TEST_CASE("each end of a run of wide or combining characters is where the standard has it") {
    struct Row {
        std::uint32_t code;
        std::size_t columns;
    };
    for (const Row& row : std::vector<Row>{{0x2FF, 1},  {0x300, 0},  {0x36F, 0},   {0x370, 1},   {0x10FF, 1},  {0x1100, 2},
                                           {0x115F, 2}, {0x4DFF, 1}, {0x4E00, 2},  {0xA4C6, 2},  {0xA4D0, 1},  {0xABFF, 1},
                                           {0xAC00, 2}, {0xD7A3, 2}, {0xFE00, 0},  {0xFE0F, 0},  {0xFF00, 1},  {0xFF01, 2},
                                           {0xFF60, 2}, {0xFF61, 1}, {0x1FFFF, 1}, {0x20000, 2}, {0x3FFFD, 2}, {0x3FFFE, 1}}) {
        CAPTURE(row.code);
        CHECK(display_width(encoded(row.code, shortest(row.code))) == row.columns);
    }
}

}  // namespace

}  // namespace unicode_test
