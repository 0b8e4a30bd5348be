// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/columns.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/draft.hpp"

namespace csv_levels_test {

namespace {

je::model::Factor factor_with(const je::test::Strings& codes) {
    je::model::Factor factor;
    factor.id = je::model::FactorId{"f"};
    for (const auto& code : codes) {
        je::model::Level level;
        level.id = je::model::LevelId{code};
        factor.levels.push_back(level);
    }
    return factor;
}

}  // namespace

TEST_CASE("codes of every length are found, and nothing else is") {
    const je::test::Strings codes = {"1",         "2",
                                     "1-7",       "1-8",
                                     "10",        "01",
                                     "A",         "B+",
                                     "four",      "fourfour",
                                     "abcdefg",   "abcdefgh",
                                     "abcdefghi", "a longer code",
                                     "\xC3\xA9",  "\xC3\xA9\xC3\xA9",
                                     "7-1",       "77",
                                     "777",       "7777",
                                     "77777",     "777777"};
    const auto factor = factor_with(codes);
    const je::io::CsvLevels levels{factor};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        CAPTURE(codes[i]);
        CHECK(levels.find(codes[i]) == i + 1);
    }
    for (const std::string code : {"", "3", "1-9", "1-", "-7", "fou", "fourf", "fourfou", "abcdefghij", "abcdefgi",
                                   "a longer codf", "\xC3", "7777777", "77777777", "777777777", "a", "10 "}) {
        CAPTURE(code);
        CHECK(levels.find(code) == 0);
    }
}

TEST_CASE("each code of up to eight bytes of a small alphabet is told apart from each other") {
    // All 510 words of one to eight letters a and b; every second one is a level.
    je::test::Strings words;
    for (std::size_t length = 1; length <= 8; ++length) {
        for (std::size_t bits = 0; bits < (std::size_t{1} << length); ++bits) {
            std::string word;
            for (std::size_t i = 0; i < length; ++i) word += (bits >> i) % 2 == 0 ? 'a' : 'b';
            words.push_back(word);
        }
    }
    je::test::Strings codes;
    for (std::size_t i = 0; i < words.size(); i += 2) codes.push_back(words[i]);
    const auto factor = factor_with(codes);
    const je::io::CsvLevels levels{factor};
    for (std::size_t i = 0; i < words.size(); ++i) {
        CAPTURE(words[i]);
        CHECK(levels.find(words[i]) == (i % 2 == 0 ? i / 2 + 1 : 0));
    }
}

}  // namespace csv_levels_test
