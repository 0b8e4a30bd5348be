// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "je/base/text.hpp"

namespace spelling_test {

namespace {

using je::base::edit_distance;
using je::base::nearest;

/// PLAIN AND SLOW, for tests only: distances from `start` to every text of at most `longest` letters, found by making each
/// possible edit, breadth first.
std::map<std::string, std::size_t> distances_by_search(const std::string& start, std::size_t longest,
                                                       const std::string& letters) {
    std::map<std::string, std::size_t> found{{start, 0}};
    std::deque<std::string> waiting{start};
    const auto reach = [&](const std::string& text, std::size_t distance) {
        if (text.size() <= longest && found.try_emplace(text, distance).second) waiting.push_back(text);
    };
    while (!waiting.empty()) {
        const auto text = waiting.front();
        waiting.pop_front();
        const auto next = found[text] + 1;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            for (const char letter : letters) reach(text.substr(0, i) + letter + text.substr(i), next);
            if (i == text.size()) continue;
            reach(text.substr(0, i) + text.substr(i + 1), next);
            for (const char letter : letters) reach(text.substr(0, i) + letter + text.substr(i + 1), next);
            if (i + 1 == text.size()) continue;
            auto swapped = text;
            std::swap(swapped[i], swapped[i + 1]);
            reach(swapped, next);
        }
    }
    return found;
}

TEST_CASE("the distance is the fewest edits, as found by trying them all") {
    const std::string letters = "abc";
    std::vector<std::string> starts{""};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (starts[i].size() == 4) break;
        for (const char letter : letters) starts.push_back(starts[i] + letter);
    }
    REQUIRE(starts.size() == 121);
    std::size_t wrong = 0;
    for (const auto& start : starts) {
        // Six letters of room, so that a way through longer texts is found too.
        for (const auto& [text, distance] : distances_by_search(start, 6, letters)) {
            if (text.size() <= 4 && edit_distance(start, text) != distance) {
                ++wrong;
                FAIL_CHECK(start << " to " << text << ": " << edit_distance(start, text) << ", by search " << distance);
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("well-known distances") {
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("weight", "wieght") == 1);
    CHECK(edit_distance("ca", "abc") == 2);  // a swap, then a letter between the two
    CHECK(edit_distance("caf\xC3\xA9", "cafe") == 1);
    CHECK(edit_distance("\xFF", "\xFE") == 1);
    CHECK(edit_distance("", "") == 0);
}

TEST_CASE("the nearest spelling is offered when it is near enough to be a slip") {
    const std::vector<std::string> keys{"levels", "points", "weight", "summary", "id"};
    CHECK(nearest("level", keys) == "levels");
    CHECK(nearest("ponits", keys) == "points");
    CHECK(nearest("wight", keys) == "weight");
    CHECK(nearest("sumary", keys) == "summary");
    CHECK(nearest("points", keys) == "points");
    CHECK(nearest("di", keys) == "id");
    CHECK(nearest("colour", keys) == std::nullopt);
    CHECK(nearest("weight", std::vector<std::string>{}) == std::nullopt);
}

TEST_CASE("a third of the letters, at least one, may be wrong") {
    const auto near = [](const char* word, const char* candidate) {
        return nearest(word, std::vector<std::string>{candidate}).has_value();
    };
    CHECK(near("abcdef", "abcdxy"));
    CHECK_FALSE(near("abcdef", "abcxyz"));
    CHECK(near("abcde", "abcdx"));
    CHECK_FALSE(near("abcde", "abcxy"));
    CHECK(near("ab", "ax"));
    CHECK_FALSE(near("ab", "xy"));
}

TEST_CASE("a word that shares nothing with the candidate is no slip for it") {
    CHECK(nearest("9", std::vector<std::string>{"1", "2", "3"}) == std::nullopt);
    CHECK(nearest("", std::vector<std::string>{"a"}) == std::nullopt);
    CHECK(nearest("8b", std::vector<std::string>{"8a"}) == "8a");
}

TEST_CASE("of candidates equally near the first is offered") {
    CHECK(nearest("bat", std::vector<std::string>{"cat", "hat"}) == "cat");
    CHECK(nearest("bat", std::vector<std::string>{"hat", "cat"}) == "hat");
    CHECK(nearest("bats", std::vector<std::string>{"cats", "bat", "bats"}) == "bats");
}

TEST_CASE("a word that was left unfinished is completed before another is taken for it") {
    const std::vector<std::string> schemes{"equal-value-demo", "nhs-afc", "njc", "nnc-probation", "opm-fes", "opm-fes-matrix"};
    CHECK(nearest("nnc", schemes) == "nnc-probation");
    CHECK(nearest("nhs", schemes) == "nhs-afc");
    CHECK(nearest("opm-fes-", schemes) == "opm-fes");
    CHECK(nearest("opm", schemes) == "opm-fes");  // the shorter of two
    CHECK(nearest("jnc", schemes) == "njc");
    CHECK(nearest("n", schemes) == std::nullopt);
    CHECK(nearest("equ", schemes) == std::nullopt);  // no whole part of the name
    CHECK(nearest("level", std::vector<std::string>{"level-uncertainty", "levels"}) == "levels");
}

TEST_CASE("of several as near, letters in another order come first, then the same first letter") {
    CHECK(nearest("nhs-acf", std::vector<std::string>{"nhs-abf", "nhs-afc"}) == "nhs-afc");
    CHECK(nearest("bat", std::vector<std::string>{"cat", "bit"}) == "bit");
}

TEST_CASE("names are folded as file systems fold them") {
    using je::base::folded;
    CHECK(folded("Report.HTML") == folded("report.html"));
    CHECK(folded("E\xCC\x81.yaml") == folded("\xC3\xA9.yaml"));
    CHECK(folded("a.yaml") != folded("b.yaml"));
    CHECK(folded("\xFF") == "\xFF");
}

TEST_CASE("very long words are not compared") {
    const std::vector<std::string> same{std::string(1'000'000, 'a')};
    CHECK(nearest(std::string(1'000'000, 'a'), same) == std::nullopt);
    CHECK(nearest("aaaa", same) == std::nullopt);
}

}  // namespace

}  // namespace spelling_test
