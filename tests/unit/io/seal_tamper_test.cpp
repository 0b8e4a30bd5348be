// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "io/seal/chain.hpp"
#include "unit/io/seal_lines.hpp"

namespace seal_tamper_test {

using namespace je::io;
using namespace je::test::seal;
using je::base::Diagnostics;

namespace {

/// Whether what was said of the log names an entry, and no other outside the brackets that tell where it stands.
bool names(const std::string& message, std::size_t entry) {
    const std::string word = "entry " + std::to_string(entry);
    const auto at = message.find(word);
    return at != std::string::npos &&
           (at + word.size() == message.size() || std::string{" :"}.find(message[at + word.size()]) != std::string::npos);
}

std::size_t line_with(const Lines& lines, std::size_t at) {
    std::size_t line = 0;
    while (at >= lines[line].size()) at -= lines[line++].size();
    return line + 1;
}

}  // namespace

TEST_CASE("changing, taking out or doubling any one byte is found, and the entry is named") {
    const auto lines = lines_of_log(3);
    const std::string text = joined(lines);
    REQUIRE(said_of(text).empty());
    const auto expect_found = [&](const std::string& tampered, std::size_t at, const char* how) {
        const std::size_t entry = line_with(lines, at);
        const auto said = said_of(tampered);
        CAPTURE(how);
        CAPTURE(at);
        CAPTURE(tampered.substr(at > 20 ? at - 20 : 0, 40));
        CAPTURE(all_of(said));
        // One change, one message, and one more where it makes an empty line.
        const auto empty = static_cast<std::size_t>(std::count_if(
            said.begin(), said.end(), [](const auto& s) { return s.find("an empty line") != std::string::npos; }));
        const bool all_named = std::all_of(said.begin(), said.end(), [&](const auto& s) {
            return names(s, entry) || s.find("an empty line") != std::string::npos;
        });
        REQUIRE(!said.empty());
        REQUIRE(said.size() <= 1 + empty);
        REQUIRE(all_named);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char value : {'\0', '\n', '\r', ' ', '"', '\\', '0', '1', 'a', '}', ',', '\x7f', '\x80', '\xff',
                                 static_cast<char>(text[at] ^ 1), static_cast<char>(text[at] ^ 0x20)}) {
            if (value == text[at]) continue;
            std::string tampered = text;
            tampered[at] = value;
            expect_found(tampered, at, "replaced");
        }
        expect_found(text.substr(0, at) + text.substr(at + 1), at, "taken out");
        expect_found(text.substr(0, at + 1) + text.substr(at), at, "doubled");
    }
}

TEST_CASE("taking out any lines but the last ones is found, and each is named") {
    const auto lines = lines_of_log(5);
    for (unsigned kept = 0; kept < 32; ++kept) {
        Lines rest;
        std::size_t last = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            if ((kept >> i & 1U) == 0) continue;
            rest.push_back(lines[i]);
            last = i + 1;
        }
        const auto said = said_of(joined(rest));
        CAPTURE(kept);
        CAPTURE(all_of(said));
        CHECK(said.empty() == (rest.size() == last));  // what was cut off at the end cannot be seen
        for (std::size_t i = 1; i <= last; ++i) {
            const bool missing = (kept >> (i - 1) & 1U) == 0;
            bool told = false;
            for (const auto& message : said) {
                std::size_t from = 0;
                std::size_t to = 0;
                if (std::sscanf(message.c_str(), "JE-L07 log:%*u: entries %zu to %zu are", &from, &to) == 2) {
                    told = told || (from <= i && i <= to);
                } else if (std::sscanf(message.c_str(), "JE-L07 log:%*u: entry %zu is", &from) == 1) {
                    told = told || from == i;
                }
            }
            CHECK(told == missing);
        }
    }
}

TEST_CASE("every order of the lines but the right one is found, and only lines out of place are named") {
    const auto lines = lines_of_log(5);
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    while (std::next_permutation(order.begin(), order.end())) {
        Lines moved;
        for (const std::size_t i : order) moved.push_back(lines[i]);
        const auto said = said_of(joined(moved));
        CAPTURE(all_of(said));
        CHECK_FALSE(said.empty());
        for (const auto& message : said) CHECK(message.substr(0, 6) == "JE-L08");
    }
}

TEST_CASE("of two lines exchanged, both are named") {
    const auto lines = lines_of_log(5);
    for (std::size_t a = 0; a < 5; ++a) {
        for (std::size_t b = a + 1; b < 5; ++b) {
            Lines swapped = lines;
            std::swap(swapped[a], swapped[b]);
            const auto said = said_of(joined(swapped));
            CAPTURE(all_of(said));
            REQUIRE(said.size() == 2);
            CHECK(names(said[0].substr(0, said[0].find(" is not")), b + 1));
            CHECK(said[0].find("entry " + std::to_string(b + 1) + " (") != std::string::npos);
            CHECK(said[1].find("entry " + std::to_string(a + 1) + " (") != std::string::npos);
        }
    }
}

TEST_CASE("a line moved far is named alone") {
    auto lines = lines_of_log(6);
    std::rotate(lines.begin(), lines.begin() + 1, lines.end());  // 2 3 4 5 6 1
    const auto said = said_of(joined(lines));
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("JE-L08 log:6: entry 1 (") == 0);
}

TEST_CASE("a line doubled anywhere is found, and named") {
    const auto lines = lines_of_log(4);
    for (std::size_t which = 0; which < 4; ++which) {
        for (std::size_t where = 0; where <= 4; ++where) {
            Lines doubled = lines;
            doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(where), lines[which]);
            const auto said = said_of(joined(doubled));
            CAPTURE(which);
            CAPTURE(where);
            CAPTURE(all_of(said));
            REQUIRE(said.size() == 1);
            CHECK(said[0].find("JE-L09") == 0);
            CHECK(names(said[0], which + 1));
        }
    }
}

TEST_CASE("an entry of another log put in between is found, whatever its number") {
    const auto lines = lines_of_log(4);
    const auto others = lines_of_log(9, "x");
    for (const auto& other : others) {
        for (std::size_t where = 0; where < 4; ++where) {
            Lines mixed = lines;
            mixed.insert(mixed.begin() + static_cast<std::ptrdiff_t>(where), other);
            const auto said = said_of(joined(mixed));
            CAPTURE(where);
            CAPTURE(other);
            CAPTURE(all_of(said));
            REQUIRE_FALSE(said.empty());
            const bool inserted = std::any_of(said.begin(), said.end(), [](const auto& s) { return s.find("JE-L10") == 0; });
            const bool later = other.find("\"entry\":1,") == std::string::npos && where == 0;  // nothing stands before it
            const bool told = inserted || later;
            CHECK(told);
        }
    }
}

TEST_CASE("an entry made anew, hash and all, is found by those around it") {
    const auto lines = lines_of_log(5);
    Diagnostics diagnostics;
    const auto entries = read_log(source(joined(lines)), {}, diagnostics);
    for (std::size_t i = 0; i + 1 < 5; ++i) {
        auto record = entries[i].record;
        record.text += "and more\n";
        Lines forged = lines;
        forged[i] = line_of(make_entry(i == 0 ? nullptr : &entries[i - 1], record));
        const auto said = said_of(joined(forged));
        CAPTURE(all_of(said));
        REQUIRE(said.size() == 1);
        CHECK(said[0].find("JE-L11") == 0);
        CHECK(names(said[0], i + 1));
        forged[i] = line_of([&] {
            auto entry = entries[i];
            entry.previous = std::string(64, 'a');
            return entry;
        }());
        CHECK_FALSE(said_of(joined(forged)).empty());
    }
}

TEST_CASE("a log with Windows line ends says so at each line") {
    std::string text = joined(lines_of_log(2));
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, 1, '\r');
    const auto said = said_of(text);
    REQUIRE(said.size() == 2);
    CHECK(said[0].find("JE-L02 log:1: a carriage return follows entry 1 (") == 0);
}

TEST_CASE("what stands out of order is told in the fewest words") {
    const auto found = [](std::vector<std::uint64_t> numbers) { return out_of_place(numbers); };
    using Places = std::vector<std::size_t>;
    CHECK(found({}) == Places{});
    CHECK(found({7}) == Places{});
    CHECK(found({1, 2, 3}) == Places{});
    CHECK(found({1, 3, 2, 4}) == Places{1, 2});
    CHECK(found({2, 3, 4, 5, 1}) == Places{4});
    CHECK(found({5, 1, 2, 3, 4}) == Places{0});
    CHECK(found({3, 2, 1}) == Places{0, 2});
}

}  // namespace seal_tamper_test
