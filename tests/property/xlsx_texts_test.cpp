// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// Any text at all in a cell, and in the name of a sheet, of a workbook.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/text.hpp"
#include "render/clean.hpp"
#include "render/xlsx/texts.hpp"

namespace xlsx_texts_test {
namespace {

using namespace je;

const std::vector<std::string> pieces{"=cmd|' /C calc'!A0",
                                      "+1",
                                      "-1",
                                      "@SUM(A1)",
                                      "_x0041_",
                                      "_x005F_",
                                      "_x00",
                                      "_",
                                      "x0041_",
                                      std::string(1, '\0'),
                                      "\x01",
                                      "\x1F",
                                      "\x7F",
                                      "\t",
                                      "\r\n",
                                      "\xC2\x85",
                                      "\xEF\xBF\xBE",
                                      "\xEF\xBF\xBF",
                                      "\xF0\x9F\x91\xA9",
                                      "\xE2\x80\x8B",
                                      "\xE2\x80\xAE",
                                      "<U+200B>",
                                      "<b>&amp;]]>",
                                      "\"'`",
                                      "[a]:*?/\\",
                                      "history",
                                      "'",
                                      " ",
                                      "\xC3",
                                      "\xED\xA0\x80",
                                      "\xD7\x90\xD7\x91",
                                      "A",
                                      "a",
                                      "e\xCC\x81",
                                      "\xC3\xA9",
                                      "007",
                                      "1-7",
                                      "73928e03"};

rc::Gen<std::string> any_text() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)), [](const auto& parts) {
        std::string all;
        for (const std::string& part : parts) all += part;
        return all;
    });
}

/// What a workbook shows: each "_x0041_" is the character of this number. One that a text may have itself comes in as
/// "_x005F_" with the rest behind it, so that nothing else is undone here.
std::string undone(std::string_view cell) {
    std::string text;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool is_escape = cell.substr(i).starts_with("_x005F_");
        text.push_back(cell[i]);
        if (is_escape) i += 6;
    }
    return text;
}

/// Without what XML cannot hold.
std::string possible(std::string text) {
    for (const auto& [bytes, code] : {std::pair{"\xEF\xBF\xBE", "<U+FFFE>"}, std::pair{"\xEF\xBF\xBF", "<U+FFFF>"}}) {
        for (auto at = text.find(bytes); at != std::string::npos; at = text.find(bytes)) text.replace(at, 3, code);
    }
    return text;
}

TEST_CASE("a cell gives back its text, and nothing in it is an escape or no XML") {
    CHECK(rc::check([] {
        const std::string text = *any_text();
        const std::string cell = render::xlsx::cell_text(text);
        RC_ASSERT_FALSE(base::first_invalid_utf8(cell));
        RC_ASSERT(
            std::none_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }));
        RC_ASSERT(undone(cell) == possible(render::clean(text)));
    }));
}

TEST_CASE("a text that is longer than a cell holds says so, and is no longer") {
    for (const char* piece : {"y", "\xF0\x9F\x91\xA9", "_x0041_", "\xE2\x80\x8B", "\xEF\xBF\xBE"}) {
        std::string text;
        while (text.size() < 80'000) text += piece;
        const std::string cell = render::xlsx::cell_text(text);
        CAPTURE(piece);
        CHECK(render::xlsx::utf16_units(cell) <= render::xlsx::longest_text);
        CHECK(cell.ends_with("the JSON result has all of it]"));
        CHECK_FALSE(base::first_invalid_utf8(cell));
    }
}

TEST_CASE("names of sheets are ones that Excel takes, and differ by more than capitals") {
    CHECK(rc::check([] {
        render::xlsx::SheetNames names;
        std::set<std::string> seen;
        for (const std::string& wished : *rc::gen::resize(20, rc::gen::container<std::vector<std::string>>(any_text()))) {
            const std::string name = names.name_for(wished);
            RC_ASSERT_FALSE(name.empty());
            RC_ASSERT(render::xlsx::utf16_units(name) <= render::xlsx::longest_name);
            RC_ASSERT(name.find_first_of("[]:*?/\\'") == std::string::npos);
            RC_ASSERT(name.front() != ' ' && name.back() != ' ');
            RC_ASSERT(base::in_small_letters(name) != "history");
            RC_ASSERT(seen.insert(base::in_small_letters(name)).second);
        }
    }));
}

}  // namespace
}  // namespace xlsx_texts_test
