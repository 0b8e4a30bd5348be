// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "numerics/agreement/agreement.hpp"
#include "oracle/every_table.hpp"

// SLOW AND PLAIN versions of agreement among several raters, for tests only: straight from the definitions, pair by pair.

namespace je::slow::numerics_agreement_test {

namespace {

using namespace numerics;

std::vector<double> ratings_of(const std::vector<Rating>& row) { return given(row); }

/// The ratings of units with two or more, unit by unit.
std::vector<std::vector<double>> comparable(const Table& table) {
    std::vector<std::vector<double>> units;
    for (const auto& row : table) {
        if (ratings_of(row).size() >= 2) units.push_back(ratings_of(row));
    }
    return units;
}

std::vector<double> all_of_them(const std::vector<std::vector<double>>& units) {
    std::vector<double> all;
    for (const auto& unit : units) all.insert(all.end(), unit.begin(), unit.end());
    return all;
}

double squared_difference(const std::vector<double>& all, double a, double b) {
    if (a == b) return 0;
    double between = 0;  // counts each rating from the lower to the higher, the two ends half
    for (const double value : all) {
        if (value == a || value == b) between += 0.5;
        if (value > std::min(a, b) && value < std::max(a, b)) between += 1;
    }
    return between * between;
}

std::optional<double> alpha(const Table& table) {
    const auto units = comparable(table);
    const auto all = all_of_them(units);
    double seen = 0;
    for (const auto& unit : units) {
        for (std::size_t i = 0; i < unit.size(); ++i) {
            for (std::size_t j = 0; j < unit.size(); ++j) {
                if (i != j) seen += squared_difference(all, unit[i], unit[j]) / static_cast<double>(unit.size() - 1);
            }
        }
    }
    double by_chance = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (i != j) by_chance += squared_difference(all, all[i], all[j]);
        }
    }
    if (all.empty() || by_chance == 0) return std::nullopt;
    const auto n = static_cast<double>(all.size());
    return 1 - (seen / n) / (by_chance / (n * (n - 1)));
}

void compare_alpha(const Table& table) { CHECK(same(krippendorff_alpha(RatingTable::of_rows(table)).value, alpha(table))); }

void compare_plain(const Table& table) {
    const auto fast = RatingTable::of_rows(table);
    const auto units = comparable(table);
    double exact = 0;
    for (const auto& unit : units) exact += std::set<double>(unit.begin(), unit.end()).size() == 1 ? 1 : 0;
    const auto n = static_cast<double>(units.size());
    CHECK(same(exact_agreement(fast).value, quotient(exact, n)));
    CHECK(exact_agreement(fast).used.units == units.size());
}

void compare_all(const Table& table) {
    CAPTURE(text_of(table));
    compare_alpha(table);
    compare_plain(table);
}

}  // namespace

TEST_CASE("agreement among raters is that of the definitions, over all small tables with gaps") {
    const std::vector<Rating> choices{std::nullopt, 1, 2, 4};
    CHECK(every_table(3, 2, choices, compare_all) == 4096);
    CHECK(every_table(2, 3, choices, compare_all) == 4096);
    CHECK(every_table(4, 2, {1, 2, 4}, compare_all) == 6561);
}

}  // namespace je::slow::numerics_agreement_test
