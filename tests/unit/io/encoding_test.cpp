// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/file.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "je/base/text.hpp"

namespace encoding_test {

namespace {

using je::io::Encoding;
using std::string_literals::operator""s;

struct Read {
    std::optional<je::io::TextFile> file{};
    je::base::Diagnostics said{};
};

Read read(std::string bytes, Encoding encoding = Encoding::by_its_bytes) {
    Read read;
    const auto source = std::make_shared<const je::base::SourceText>(je::base::SourceText{"f", std::move(bytes)});
    read.file = je::io::in_utf8(source, encoding, read.said);
    return read;
}

std::string text_of(const Read& read) { return read.file ? read.file->text->text : "nothing"; }

/// UTF-16 as its definition has it.
std::string in_utf16(std::u32string_view text, bool big) {
    std::string bytes;
    const auto put = [&](std::uint32_t unit) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += big ? std::string{high, low} : std::string{low, high};
    };
    for (const char32_t c : text) {
        if (c < 0x10000) {
            put(c);
        } else {
            put(0xD800 + ((c - 0x10000) >> 10U));
            put(0xDC00 + ((c - 0x10000) & 0x3FFU));
        }
    }
    return bytes;
}

TEST_CASE("UTF-8 is left as it is, mark and all, and nothing is said") {
    for (const std::string& text : {"plain"s, "caf\u00E9"s, "\uFEFFid\n"s, ""s}) {
        const auto got = read(text);
        CHECK(text_of(got) == text);
        CHECK(got.file->read_as.empty());
        CHECK_FALSE(je::io::note_of_encoding(*got.file));
        CHECK(je::io::sha256_of(*got.file) == je::io::sha256_hex(text));
    }
}

TEST_CASE("every character of Unicode comes through UTF-16, in either order of bytes") {
    std::u32string all;
    std::string expected;
    for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x300 ? 1 : 61) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        all += c;
        je::base::append_utf8(expected, c);
    }
    CHECK_FALSE(je::base::first_invalid_utf8(expected));
    for (const bool big : {false, true}) {
        const std::string bytes = (big ? "\xFE\xFF"s : "\xFF\xFE"s) + in_utf16(all, big);
        const auto got = read(bytes);
        CHECK((text_of(got) == expected));
        CHECK(got.file->read_as == (big ? "UTF-16 (big-endian)" : "UTF-16 (little-endian)"));
        CHECK(je::io::sha256_of(*got.file) == je::io::sha256_hex(bytes));
    }
}

TEST_CASE("the order of bytes of UTF-16 without a mark is that of its zeros") {
    for (const bool big : {false, true}) {
        CHECK(text_of(read(in_utf16(U"id\n\u6F22", big), Encoding::utf_16)) == "id\n\u6F22");
    }
    CHECK(text_of(read(in_utf16(U"id\n", false))) == in_utf16(U"id\n", false));  // not found by itself: the reader says so
}

TEST_CASE("Windows-1252 is read as Microsoft's table has it") {
    CHECK(text_of(read("\x80 \x85 \x91\x92\x93\x94 \x99 \xE9\xFF")) ==
          "\u20AC \u2026 \u2018\u2019\u201C\u201D \u2122 \u00E9\u00FF");
    for (unsigned byte = 1; byte < 0x100; ++byte) {
        const bool nothing = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        CAPTURE(byte);
        const auto got = read(std::string(1, static_cast<char>(byte)), Encoding::windows_1252);
        CHECK(got.file.has_value() != nothing);
        CHECK(got.said.errors() == (nothing ? 1 : 0));
    }
}

TEST_CASE("what is not certain to be Windows-1252 is left to the reader") {
    for (const std::string& bytes : {"caf\xE9 caf\xC3\xA9"s, "caf\xE9 \x81"s, "PK\x03\xE9"s, "\xE9\0"s, "\xFF\xFE\0\0\xE9"s}) {
        const auto got = read(bytes);
        CHECK(text_of(got) == bytes);
        CHECK(got.said.all().empty());
    }
}

TEST_CASE("places are those of the text, and the note stands at the first character that is not ASCII") {
    const auto got = read(
        "id,title\r\na,R\xE9"
        "cords\r\n");
    REQUIRE(got.file);
    const auto note = je::io::note_of_encoding(*got.file);
    REQUIRE(note);
    CHECK(note->at.to_string() == "f:2:4");
    CHECK(note->at.length == 2);
    const auto bad = read("ab\n\x93\x81\n", Encoding::windows_1252);
    REQUIRE(bad.said.errors() == 1);
    CHECK(bad.said.all().front().at.to_string() == "f:2:4");
}

TEST_CASE("halves of characters are told, and at most twenty") {
    const auto lone = read("\xFF\xFE" + in_utf16(U"a\n", false) + "\x00\xD8"s + in_utf16(U"b", false) + "\x00\xDC"s);
    CHECK_FALSE(lone.file);
    REQUIRE(lone.said.errors() == 2);
    CHECK(lone.said.all()[0].at.to_string() == "f:2:1");
    CHECK(lone.said.all()[0].message == "half a character (0xD800) stands here alone");
    CHECK(read("\xFF\xFEx"s).said.errors() == 1);
    CHECK(read(std::string(100, '\x81'), Encoding::windows_1252).said.errors() == 20);
    CHECK(read("no zero", Encoding::utf_16).said.errors() == 1);
}

}  // namespace

}  // namespace encoding_test
