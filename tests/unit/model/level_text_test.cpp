// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/level_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/job/stated_levels.hpp"

namespace je::test::level_text_test {

using namespace model;

namespace {

Level level(const std::string& id, std::string_view letters, bool one = false) {
    Level made{LevelId{id}, Points{}, "", "", {}};
    for (const char letter : letters) made.options.push_back({letter, "wording", "", {}});
    made.one_option = one;
    return made;
}

/// Levels 1, 2 with a, b and c, 3 with one of a and b, and the half step 3+ with a and b.
Factor factor() {
    Factor made;
    made.id = FactorId{"dealing"};
    made.levels = {level("1", ""), level("2", "abc"), level("3", "ab", true), level("3+", "ab")};
    return made;
}

/// "2bc" for level 2 with options b and c, else what is wrong.
std::string read(const Factor& of, const std::string& text) {
    const auto parsed = parse_level(of, text);
    if (!parsed) return "unknown-level";
    const Level& found = of[parsed->level];
    const auto mistake = option_mistake(found, parsed->letters);
    if (!mistake) return found.id.text() + found.letters(options_of(found, parsed->letters));
    return mistake->fault == OptionFault::unknown ? "unknown-option"
           : mistake->fault == OptionFault::twice ? "option-twice"
                                                  : "one-option-only";
}

/// The ways to write letters behind a code: bc, (bc), (b)(c).
std::vector<std::string> forms(const std::string& letters) {
    std::string parted;
    for (const char letter : letters) parted += std::string{"("} + letter + ")";
    return {letters, "(" + letters + ")", parted};
}

/// The slow way: every way to write every code with every row of up to three letters, held against the text one by one.
std::string read_slowly(const Factor& of, const std::string& text) {
    for (const Level& one : of.levels)
        if (one.id.text() == text) return text;
    std::vector<std::string> rows{""};
    for (std::size_t i = 0; i < rows.size() && rows[i].size() < 3; ++i)
        for (const char letter : std::string{"abcd"}) rows.push_back(rows[i] + letter);
    for (const std::string code : {"3+", "3", "2", "1"}) {
        const Level& found = of[*of.find_level(code)];
        for (const std::string& row : rows) {
            if (row.empty()) continue;
            const auto ways = forms(row);
            if (std::none_of(ways.begin(), ways.end(), [&](const auto& way) { return code + way == text; })) continue;
            std::string kept;
            for (const char letter : row) {
                if (!found.find_option(letter)) return "unknown-option";
                if (kept.find(letter) != std::string::npos) return "option-twice";
                kept += letter;
            }
            if (code == "3" && kept.size() > 1) return "one-option-only";
            std::sort(kept.begin(), kept.end());
            return code + kept;
        }
    }
    return "unknown-level";
}

}  // namespace

TEST_CASE("every text of up to four signs is read as the slow way reads it") {
    const Factor of = factor();
    const std::string signs = "123+abd()";
    std::vector<std::string> texts{""};
    std::size_t told = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string text = texts[i];
        if (!text.empty() && read(of, text) != read_slowly(of, text)) FAIL(text);
        told += read(of, text) != "unknown-level" ? 1 : 0;
        if (text.size() < 4)
            for (const char sign : signs) texts.push_back(text + sign);
    }
    CHECK(texts.size() == 7381);
    CHECK(told > 80);
}

TEST_CASE("longer ways to write options") {
    CHECK(read(factor(), "2(c)(b)") == "2bc");
    CHECK(read(factor(), "2(b)(c)(a)") == "2abc");
    CHECK(read(factor(), "3+(ba)") == "3+ab");
    CHECK(read(factor(), "2(bc)(a)") == "unknown-level");
    CHECK(read(factor(), "2-3ab") == "unknown-level");
    CHECK(read(factor(), "2 a") == "unknown-level");
}

TEST_CASE("letters say nothing where no level of the factor has options") {
    Factor plain;
    plain.levels = {level("low", ""), level("high", "")};
    CHECK(read(plain, "lower") == "unknown-level");
}

TEST_CASE("ranges of levels, as profiles state them") {
    for (const auto* range : {"2-3ab", "3ab-3+", "1 to 3", "2\u20133"}) CHECK(is_range_of_levels(factor(), range));
    for (const auto* none : {"2", "2a", "2-", "-3", "2-9", "a-b"}) CHECK_FALSE(is_range_of_levels(factor(), none));
}

TEST_CASE("options beside a level join those behind it") {
    base::Diagnostics diagnostics;
    const Factor of = factor();
    const auto stated = stated_level(of, {{"2c", {}}, {{"a", {}}}}, "JE-J03", diagnostics);
    REQUIRE(stated);
    CHECK(of[stated->level].letters(stated->options) == "ac");
    CHECK_FALSE(stated_level(of, {{"2c", {}}, {{"c", {}}}}, "JE-J03", diagnostics));
    CHECK_FALSE(stated_level(of, {{"2", {}}, {{"ab", {}}}}, "JE-J03", diagnostics));
    CHECK(diagnostics.errors() == 2);
}

}  // namespace je::test::level_text_test
