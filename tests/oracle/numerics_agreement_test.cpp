// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "je/numerics/agreement.hpp"
#include "je/numerics/chance_corrected.hpp"
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

double squared_difference(const std::vector<double>& all, Metric metric, double a, double b) {
    if (a == b) return 0;
    if (metric == Metric::nominal) return 1;
    if (metric == Metric::interval) return (a - b) * (a - b);
    if (metric == Metric::ratio) return std::pow((a - b) / (a + b), 2);
    double between = 0;  // counts each rating from the lower to the higher, the two ends half
    for (const double value : all) {
        if (value == a || value == b) between += 0.5;
        if (value > std::min(a, b) && value < std::max(a, b)) between += 1;
    }
    return between * between;
}

std::optional<double> alpha(const Table& table, Metric metric) {
    const auto units = comparable(table);
    const auto all = all_of_them(units);
    double seen = 0;
    for (const auto& unit : units) {
        for (std::size_t i = 0; i < unit.size(); ++i) {
            for (std::size_t j = 0; j < unit.size(); ++j) {
                if (i != j) seen += squared_difference(all, metric, unit[i], unit[j]) / static_cast<double>(unit.size() - 1);
            }
        }
    }
    double by_chance = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < all.size(); ++j) {
            if (i != j) by_chance += squared_difference(all, metric, all[i], all[j]);
        }
    }
    if (all.empty() || by_chance == 0) return std::nullopt;
    const auto n = static_cast<double>(all.size());
    return 1 - (seen / n) / (by_chance / (n * (n - 1)));
}

double weight(Weighting weighting, double a, double b, double levels) {
    if (weighting == Weighting::unweighted) return a == b ? 1 : 0;
    const double away = std::abs(a - b) / (levels - 1);
    return 1 - (weighting == Weighting::linear ? away : away * away);
}

/// The mean over units of the mean weight of two different raters' ratings.
double observed(const std::vector<std::vector<double>>& units, Weighting weighting, double levels) {
    double total = 0;
    for (const auto& unit : units) {
        double of_unit = 0;
        for (std::size_t i = 0; i < unit.size(); ++i) {
            for (std::size_t j = 0; j < unit.size(); ++j) {
                if (i != j) of_unit += weight(weighting, unit[i], unit[j], levels);
            }
        }
        total += of_unit / static_cast<double>(unit.size() * (unit.size() - 1));
    }
    return total / static_cast<double>(units.size());
}

/// The share of a level: the mean over rated units of the share of the unit's ratings.
double share(const Table& table, double level) {
    double total = 0;
    double rated = 0;
    for (const auto& row : table) {
        const auto ratings = ratings_of(row);
        if (ratings.empty()) continue;
        rated += 1;
        total += static_cast<double>(std::count(ratings.begin(), ratings.end(), level)) / static_cast<double>(ratings.size());
    }
    return total / rated;
}

double all_weights(Weighting weighting, int levels) {
    double total = 0;
    for (int a = 1; a <= levels; ++a) {
        for (int b = 1; b <= levels; ++b) total += weight(weighting, a, b, levels);
    }
    return total;
}

double gwet_chance(const Table& table, Weighting weighting, int levels) {
    double uncertain = 0;
    for (int level = 1; level <= levels; ++level) uncertain += share(table, level) * (1 - share(table, level));
    return all_weights(weighting, levels) / (levels * (levels - 1.0)) * uncertain;
}

void compare_alpha(const Table& table) {
    const auto fast = RatingTable::of_rows(table);
    for (const auto metric : {Metric::nominal, Metric::ordinal, Metric::interval, Metric::ratio}) {
        CAPTURE(static_cast<int>(metric));
        CHECK(same(krippendorff_alpha(fast, metric).value, alpha(table, metric)));
    }
}

void compare_weighted(const Table& table, int levels) {
    const auto fast = RatingTable::of_rows(table);
    const auto units = comparable(table);
    for (const auto weighting : {Weighting::unweighted, Weighting::linear, Weighting::quadratic}) {
        CAPTURE(static_cast<int>(weighting));
        const auto gwet = gwet_ac(fast, Scale::whole(1, levels), weighting);
        const auto uniform = brennan_prediger(fast, Scale::whole(1, levels), weighting);
        if (units.empty()) {
            CHECK_FALSE(gwet.value.value.has_value());
            continue;
        }
        const double seen = observed(units, weighting, levels);
        const double chance = gwet_chance(table, weighting, levels);
        const double even_chance = all_weights(weighting, levels) / (levels * levels);
        CHECK(same(gwet.observed, seen));
        CHECK(same(gwet.expected, chance));
        CHECK(same(gwet.value.value, (seen - chance) / (1 - chance)));
        CHECK(same(uniform.value.value, (seen - even_chance) / (1 - even_chance)));
    }
}

void compare_plain(const Table& table) {
    const auto fast = RatingTable::of_rows(table);
    const auto units = comparable(table);
    double exact = 0;
    for (const auto& unit : units) exact += std::set<double>(unit.begin(), unit.end()).size() == 1 ? 1 : 0;
    const auto n = static_cast<double>(units.size());
    CHECK(same(exact_agreement(fast).value, quotient(exact, n)));
    CHECK(exact_agreement(fast).used.units == units.size());
    const auto pairwise = pairwise_agreement(fast).value;
    REQUIRE(pairwise.has_value() == !units.empty());
    if (pairwise) CHECK(test::close(*pairwise, observed(units, Weighting::unweighted, 2), 1e-12, 1e-13));
}

/// Fleiss' kappa of units that all have a rating by everyone.
std::optional<double> fleiss(const std::vector<std::vector<double>>& units) {
    const auto all = all_of_them(units);
    std::map<double, double> counts;
    for (const double rating : all) counts[rating] += 1;
    double by_chance = 0;
    for (const auto& [rating, count] : counts) by_chance += std::pow(count / static_cast<double>(all.size()), 2);
    if (units.empty()) return std::nullopt;
    return quotient(observed(units, Weighting::unweighted, 2) - by_chance, 1 - by_chance);
}

void compare_fleiss(const Table& table) {
    std::vector<std::vector<double>> complete;
    for (const auto& row : table) {
        if (ratings_of(row).size() == row.size()) complete.push_back(ratings_of(row));
    }
    CHECK(same(fleiss_kappa(RatingTable::of_rows(table)).value.value, fleiss(complete)));
}

void compare_all(const Table& table) {
    CAPTURE(text_of(table));
    compare_alpha(table);
    compare_weighted(table, 4);
    compare_plain(table);
    compare_fleiss(table);
}

}  // namespace

TEST_CASE("agreement among raters is that of the definitions, over all small tables with gaps") {
    const std::vector<Rating> choices{std::nullopt, 1, 2, 4};
    CHECK(every_table(3, 2, choices, compare_all) == 4096);
    CHECK(every_table(2, 3, choices, compare_all) == 4096);
    CHECK(every_table(4, 2, {1, 2, 4}, compare_all) == 6561);
}

}  // namespace je::slow::numerics_agreement_test
