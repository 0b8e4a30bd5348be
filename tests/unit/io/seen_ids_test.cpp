// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/seen_ids.hpp"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "je/base/text.hpp"

namespace seen_ids_test {

namespace {

je::base::SourceTextPtr source(const std::string& name) {
    return std::make_shared<const je::base::SourceText>(je::base::SourceText{name, ""});
}

}  // namespace

TEST_CASE("an id is new once and then known by its first place") {
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    const auto b = source("b.csv");
    CHECK_FALSE(seen.add("vlo", a, 2));
    CHECK_FALSE(seen.add("pso", b, 2));
    const auto first = seen.add("vlo", b, 7);
    REQUIRE(first);
    CHECK(first->to_string() == "a.csv:2:1");
    const auto again = seen.add("vlo", b, 9);
    REQUIRE(again);
    CHECK(again->to_string() == "a.csv:2:1");
}

TEST_CASE("ids are the same only when all their bytes are") {
    using namespace std::string_literals;
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    for (const auto& id : {"a"s, "A"s, "a "s, "a\0"s, "a\0\0"s, "aa"s, "12345678"s, "123456789"s, "12345678\0"s, ""s}) {
        CAPTURE(id);
        CHECK_FALSE(seen.add(id, a, 1));
    }
}

TEST_CASE("the bytes of an id are copied") {
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    std::string id = "first";
    CHECK_FALSE(seen.add(id, a, 1));
    id = "other";
    CHECK_FALSE(seen.add(id, a, 2));
    CHECK(seen.add("first", a, 3));
}

TEST_CASE("ids of every length are told apart, also longer than a block of memory") {
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    const std::size_t lengths[] = {1, 7, 8, 9, 253, 254, 255, 256, 1000, (1U << 20U) - 10, 1U << 20U, 3U << 20U};
    std::uint32_t line = 0;
    for (const std::size_t length : lengths) CHECK_FALSE(seen.add(std::string(length, 'x'), a, ++line));
    line = 0;
    for (const std::size_t length : lengths) {
        const auto first = seen.add(std::string(length, 'x'), a, 99);
        REQUIRE(first);
        CHECK(first->line == ++line);
        CHECK_FALSE(seen.add(std::string(length, 'x') + "y", a, 100));
    }
}

TEST_CASE("many ids keep their lines as the table grows") {
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    constexpr std::uint32_t count = 200'000;
    for (std::uint32_t i = 1; i <= count; ++i) REQUIRE_FALSE(seen.add("job-" + std::to_string(i), a, i));
    for (std::uint32_t i = 1; i <= count; ++i) {
        const auto first = seen.add("job-" + std::to_string(i), a, 0);
        REQUIRE(first);
        REQUIRE(first->line == i);
    }
}

TEST_CASE("it agrees with a map, whatever the order of new and repeated ids") {
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    std::map<std::string, std::uint32_t> plain;
    std::mt19937 engine{7};
    for (std::uint32_t line = 1; line <= 100'000; ++line) {
        const std::string id = std::to_string(engine() % 30'000);
        const auto [known, is_new] = plain.emplace(id, line);
        const auto first = seen.add(id, a, line);
        REQUIRE(first.has_value() != is_new);
        if (first) REQUIRE(first->line == known->second);
    }
}

TEST_CASE("a moved table goes on") {
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    CHECK_FALSE(seen.add("x", a, 1));
    je::io::SeenIds moved = std::move(seen);
    CHECK(moved.add("x", a, 2));
}

TEST_CASE(
    "ids that look alike are found as by comparing each with all before it, from whichever id on that takes a closer look") {
    const std::vector<std::string> plain{"a", "b", "1", "-", "aa"};
    const std::vector<std::string> cased{"a", "A", "b", "B", "1"};
    const std::vector<std::string> any{"a", "A", "e", "\u0435", "\u00E9", "e\u0301", "\u200B", " ", "1", "\uFF11"};
    std::mt19937 engine{11};
    for (int round = 0; round < 60; ++round) {
        je::io::SeenIds seen;
        je::base::LookAlikes naive;
        const auto a = source("a.csv");
        const std::size_t cased_from = engine() % 300;
        const std::size_t any_from = engine() % 600;
        for (std::uint32_t line = 1; line <= 500; ++line) {
            const auto& letters = line > any_from ? any : line > cased_from ? cased : plain;
            std::string id;
            for (std::size_t n = 1 + engine() % 5; n > 0; --n) id += letters[engine() % letters.size()];
            if (id.front() == ' ' || id.back() == ' ' || seen.add(id, a, line)) continue;
            const auto* const expected = naive.add(id, {a, line, 1, 1});
            const auto found = seen.look_alike(id);
            CAPTURE(id);
            REQUIRE(found.has_value() == (expected != nullptr));
            if (!found) continue;
            CHECK(found->id == expected->text);
            CHECK(found->at.line == expected->at.line);
        }
    }
}

TEST_CASE("what stands after a tab is not looked at") {
    je::io::SeenIds seen;
    const auto a = source("a.csv");
    for (const auto& [id, alike] :
         std::vector<std::pair<std::string, bool>>{{"a\t1", false}, {"a\tB", false}, {"a\tb", false}, {"A\t1", true}}) {
        CHECK_FALSE(seen.add(id, a, 1));
        const auto found = seen.look_alike(id);
        CHECK(found.has_value() == alike);
        if (found) CHECK(found->id == "a");
    }
}

}  // namespace seen_ids_test
