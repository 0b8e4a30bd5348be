// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <set>

#include "model/scheme/derivation_grid.hpp"
#include "oracle/random_scheme.hpp"
#include "oracle/slow_rules.hpp"
#include "scoring/derived.hpp"
#include "support/draft.hpp"

namespace je::slow::derivations_oracle_test {

namespace {

constexpr std::int64_t last = 4;  // values are whole numbers from 0 to this one

base::WideDecimal whole(std::int64_t n) { return base::Decimal::from_whole(n); }

model::FactDefinition number_fact(const std::string& id, bool has_end) {
    model::FactDefinition fact{.id = model::FactId{id}, .name = id, .choices = {}};
    fact.whole = true;
    if (has_end) fact.max = whole(last);
    return fact;
}

/// Both bounds from none to beyond the last value; -1 is none.
model::FactTest test_of(std::int64_t from, std::int64_t below) {
    model::FactTest test;
    if (from >= 0) test.from = whole(from);
    if (below >= 0) test.below = whole(below);
    return test;
}

/// The values from 0 to the last; where the fact has no end, the last stands for all beyond it.
std::vector<std::int64_t> values() { return {0, 1, 2, 3, 4}; }

bool holds(const std::optional<model::FactTest>& test, std::int64_t value) {
    return !test || is_in_row(*test, model::FactValue{whole(value)});
}

/// Rows by each value of the first fact and each of the second.
using Owners = std::map<std::pair<std::int64_t, std::int64_t>, std::set<std::size_t>>;

Owners owners_of(const std::vector<model::DerivedRow>& rows, bool two) {
    Owners owners;
    for (const auto a : values()) {
        for (const auto b : two ? values() : std::vector<std::int64_t>{0}) {
            auto& of = owners[{a, b}];
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (holds(rows[row].tests.at(0), a) && (!two || holds(rows[row].tests.at(1), b))) of.insert(row);
            }
        }
    }
    return owners;
}

std::string range(const std::string& id, std::int64_t from, std::int64_t to) {
    return fmt::format("{} from {}{}", id, from, to == last ? "" : fmt::format(" below {}", to + 1));
}

/// Missing values joined along the second fact, equal runs then along the first.
std::multiset<std::string> slow_gaps(const Owners& owners, bool two) {
    struct Piece {
        std::int64_t a0, a1, b0, b1;
    };
    std::vector<Piece> pieces;
    for (const auto a : values()) {
        const std::int64_t end = two ? last : 0;
        for (std::int64_t b = 0; b <= end; ++b) {
            if (!owners.at({a, b}).empty()) continue;
            const std::int64_t from = b;
            while (b < end && owners.at({a, b + 1}).empty()) ++b;
            bool joined = false;
            for (Piece& piece : pieces) {
                if (piece.a1 + 1 != a || piece.b0 != from || piece.b1 != b) continue;
                piece.a1 = a;
                joined = true;
            }
            if (!joined) pieces.push_back({a, a, from, b});
        }
    }
    std::multiset<std::string> words;
    for (const Piece& piece : pieces)
        words.insert(range("n", piece.a0, piece.a1) + (two ? "; " + range("m", piece.b0, piece.b1) : ""));
    return words;
}

struct Met {
    std::size_t gaps = 0, overlaps = 0, empty = 0, sound = 0, several_left = 0, falling = 0;
};

/// Where rows are sound: pairs of rows of neighbouring values.
std::set<std::pair<std::size_t, std::size_t>> slow_neighbours(const Owners& owners, bool two) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    const auto add = [&](std::size_t a, std::size_t b) {
        if (a != b) pairs.emplace(a, b);
    };
    for (const auto& [at, of] : owners) {
        const auto [a, b] = at;
        if (a < last) add(*of.begin(), *owners.at({a + 1, b}).begin());
        if (two && b < last) add(*of.begin(), *owners.at({a, b + 1}).begin());
    }
    return pairs;
}

void compare(const std::vector<model::DerivedRow>& rows, bool two, bool has_end, Met& met) {
    const auto n = number_fact("n", has_end), m = number_fact("m", has_end);
    std::vector<const model::FactDefinition*> facts{&n};
    if (two) facts.push_back(&m);
    const model::DerivationGrid grid{facts, rows};
    const Owners owners = owners_of(rows, two);
    bool sound = true;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        bool any = false;
        for (const auto& [at, of] : owners) any = any || of.contains(row);
        REQUIRE(grid.is_empty(row) == !any);
        met.empty += any ? 0 : 1;
        for (std::size_t before = 0; before < row; ++before) {
            bool shared = false;
            for (const auto& [at, of] : owners) shared = shared || (of.contains(before) && of.contains(row));
            REQUIRE(grid.overlap(before, row) == shared);
            REQUIRE(grid.overlap(row, before) == shared);
            met.overlaps += shared ? 1 : 0;
            sound = sound && !shared;
        }
    }
    const auto [found, count] = grid.gaps(1000);
    REQUIRE(count == found.size());
    REQUIRE(std::multiset<std::string>(found.begin(), found.end()) == slow_gaps(owners, two));
    const auto [first, of_all] = grid.gaps(2);
    REQUIRE(of_all == count);
    REQUIRE(first == std::vector<std::string>(found.begin(), found.begin() + std::min<std::ptrdiff_t>(2, std::ssize(found))));
    met.gaps += found.size();
    if (!sound || !found.empty()) return;
    ++met.sound;
    std::set<std::pair<std::size_t, std::size_t>> neighbours;
    grid.visit_neighbours([&](std::size_t row, std::size_t next) {
        if (row != next) neighbours.emplace(row, next);
    });
    REQUIRE(neighbours == slow_neighbours(owners, two));
    met.falling += neighbours.size();
}

model::DerivedRow row_of(std::vector<std::optional<model::FactTest>> tests, std::size_t level) {
    return {.tests = std::move(tests), .level = model::LevelIndex{level}, .at = {}};
}

}  // namespace

TEST_CASE("gaps, overlaps, empty rows and neighbours of up to three rows over one fact are those of trying every value") {
    std::vector<model::FactTest> all;
    for (std::int64_t from = -1; from <= last; ++from) {
        for (std::int64_t below = -1; below <= last; ++below) all.push_back(test_of(from, below));
    }
    Met met;
    for (const auto& a : all) {
        compare({row_of({a}, 0)}, false, true, met);
        for (const auto& b : all) {
            compare({row_of({a}, 0), row_of({b}, 1)}, false, false, met);
            if (a.from && a.below && *a.below <= *a.from) continue;  // an empty row changes nothing for the others
            for (std::size_t i = 0; i < all.size(); i += 2)
                compare({row_of({a}, 0), row_of({b}, 1), row_of({all[i]}, 2)}, false, true, met);
        }
    }
    CHECK(met.gaps > 1000);
    CHECK(met.overlaps > 1000);
    CHECK(met.empty > 1000);
    CHECK(met.sound > 20);
    CHECK(met.falling > 20);
}

TEST_CASE("and over two facts, of rows that leave a fact out too") {
    Random random{7};
    Met met;
    for (std::size_t trial = 0; trial < 6000; ++trial) {
        std::vector<model::DerivedRow> rows;
        if (trial % 2 == 0) {  // cut both facts, so that most are sound
            const auto cut = static_cast<std::int64_t>(random.from(1, 4)), other = static_cast<std::int64_t>(random.from(1, 4));
            rows.push_back(row_of({test_of(-1, cut), test_of(-1, other)}, random.from(0, 2)));
            rows.push_back(row_of({test_of(-1, cut), test_of(other, -1)}, random.from(0, 2)));
            rows.push_back(random.one_in(2) ? row_of({test_of(cut, -1), std::nullopt}, random.from(0, 2))
                                            : row_of({test_of(cut, -1), test_of(-1, last)}, random.from(0, 2)));
        }
        while (trial % 2 == 1 && rows.size() < 3 + trial % 3) {
            const auto bound = [&] { return static_cast<std::int64_t>(random.from(0, 5)) - 1; };
            const auto test = [&] { return random.one_in(4) ? std::nullopt : std::optional{test_of(bound(), bound())}; };
            auto first = test();
            rows.push_back(row_of({first, test()}, random.from(0, 2)));
        }
        compare(rows, true, trial % 3 == 0, met);
    }
    CHECK(met.gaps > 1000);
    CHECK(met.overlaps > 1000);
    CHECK(met.empty > 100);
    CHECK(met.sound > 100);
}

TEST_CASE("the levels that facts leave are those of every completion") {
    std::size_t several = 0, settled_by_one_of_two = 0;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        CAPTURE(seed);
        const auto scheme = random_scheme(seed);
        Random random{seed};
        for (const auto& rule : scheme.derivations()) {
            for (std::size_t i = 0; i < 8; ++i) {
                const auto answers = random_answers(scheme, random, 50);
                const auto left = levels_left(scheme, rule, answers.facts);
                REQUIRE(scoring::derived_levels(rule, answers.facts) == left);
                const auto found = scoring::derived(rule, answers.facts);
                if (!rule.is_table()) REQUIRE((found.is == scoring::Derived::Is::several) == (left.size() > 1));
                REQUIRE((found.is == scoring::Derived::Is::level) == (left.size() == 1));
                if (left.size() == 1) REQUIRE(found.level == left.front());
                several += left.size() > 1 ? 1 : 0;
                bool one_is_open = false;
                for (const auto fact : rule.facts) one_is_open = one_is_open || !answers.facts[fact.value()];
                settled_by_one_of_two += rule.facts.size() == 2 && one_is_open && left.size() == 1 ? 1 : 0;
            }
        }
    }
    CHECK(several > 500);
    CHECK(settled_by_one_of_two > 100);
}

}  // namespace je::slow::derivations_oracle_test
