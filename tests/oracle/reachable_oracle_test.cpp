// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>

#include "oracle/random_scheme.hpp"
#include "oracle/slow_rules.hpp"
#include "scoring/proof.hpp"

namespace je::slow::reachable_oracle_test {

namespace {

using model::Points;

/// SLOW AND PLAIN: the total of every combination that the scheme allows when no fact is given.
std::map<Points, slow::Levels> every_total(const model::Scheme& scheme) {
    std::map<Points, slow::Levels> totals;
    const slow::Facts facts(scheme.facts().size());
    slow::every_levels(scheme, [&](const slow::Levels& levels) {
        const auto outcome = slow::outcome(scheme, nullptr, levels, facts);
        if (outcome.allowed && !outcome.broken) totals.emplace(outcome.total, levels);
    });
    return totals;
}

Points unit() { return Points{base::Decimal::from_units(1)}; }

void compare_at(const scoring::ReachableTotals& reached, const std::map<Points, slow::Levels>& totals, Points at) {
    CHECK(reached.contains(at) == (totals.count(at) == 1));
    const auto above = totals.lower_bound(at);
    CHECK(reached.first_at_or_above(at) == (above == totals.end() ? std::nullopt : std::optional{above->first}));
    CHECK(reached.last_below(at) == (above == totals.begin() ? std::nullopt : std::optional{std::prev(above)->first}));
}

void compare(const model::Scheme& scheme) {
    const auto totals = every_total(scheme);
    const auto reached = scoring::ReachableTotals::of(scheme);
    REQUIRE(reached.has_value());
    REQUIRE(reached->count() == totals.size());
    if (totals.empty()) return;
    CHECK(reached->smallest() == totals.begin()->first);
    CHECK(reached->largest() == totals.rbegin()->first);
    const slow::Facts facts(scheme.facts().size());
    for (const auto& [total, levels] : totals) {
        for (const Points at : {total, total - unit(), total + unit()}) compare_at(*reached, totals, at);
        const auto example = reached->combination(scheme, total);
        REQUIRE(example.has_value());
        const auto outcome = slow::outcome(scheme, nullptr, *example, facts);
        CHECK(outcome.total == total);
        CHECK(outcome.allowed);
        CHECK_FALSE(outcome.broken);
    }
    CHECK_FALSE(reached->combination(scheme, totals.rbegin()->first + unit()).has_value());
}

/// SLOW AND PLAIN: "factor level" of each level that no allowed combination has.
std::vector<std::string> unusable_levels(const model::Scheme& scheme) {
    std::vector<std::vector<bool>> used;
    for (const auto& factor : scheme.factors()) used.emplace_back(factor.levels.size(), false);
    const slow::Facts facts(scheme.facts().size());
    slow::every_levels(scheme, [&](const slow::Levels& levels) {
        const auto outcome = slow::outcome(scheme, nullptr, levels, facts);
        for (std::size_t f = 0; f < levels.size() && outcome.allowed && !outcome.broken; ++f) used[f][levels[f].value()] = true;
    });
    std::vector<std::string> result;
    for (std::size_t f = 0; f < used.size(); ++f) {
        for (std::size_t l = 0; l < used[f].size(); ++l) {
            const auto& factor = scheme.factors()[f];
            if (!used[f][l])
                result.push_back("level '" + factor.levels[l].id.text() + "' of factor '" + factor.id.text() + "'");
        }
    }
    return result;
}

void compare_proof(const model::Scheme& scheme) {
    base::Diagnostics diagnostics;
    scoring::check_scheme(scheme, diagnostics);
    const auto totals = every_total(scheme);
    std::size_t in_no_band = 0;
    for (const auto& [total, levels] : totals) in_no_band += slow::band_of(scheme.band_tables()[0], total) ? 0 : 1;
    std::vector<std::string> reported;
    bool hole = false;
    bool impossible = false;
    for (const auto& d : diagnostics.all()) {
        hole = hole || d.id == "JE-B50";
        impossible = impossible || d.id == "JE-S76";
        if (d.id == "JE-S75") reported.push_back(d.message.substr(0, d.message.find(" can never")));
    }
    CHECK(impossible == totals.empty());
    CHECK(hole == (in_no_band > 0));
    if (!totals.empty()) CHECK(reported == unusable_levels(scheme));
}

}  // namespace

TEST_CASE("reachable totals are those of every allowed combination, each with an example") {
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        CAPTURE(seed);
        compare(slow::random_scheme(seed, {.most_factors = 4, .most_levels = 4}));
    }
}

TEST_CASE("reachable totals of larger made-up schemes are those of every allowed combination") {
    for (std::uint64_t seed = 5001; seed <= 5020; ++seed) {
        CAPTURE(seed);
        compare(slow::random_scheme(seed, {.most_factors = 6, .most_levels = 5}));
    }
}

TEST_CASE("holes and unusable levels are reported exactly where enumeration finds them") {
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        CAPTURE(seed);
        compare_proof(slow::random_scheme(seed, {.most_factors = 4, .most_levels = 4}));
    }
}

TEST_CASE(
    "reachable totals under matrices of several dimensions and points that depend on others are those of every combination") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(
            seed, {.facts = false, .dependents = true, .most_dimensions = 4, .most_factors = 5, .most_levels = 3});
        compare(scheme);
        compare_proof(scheme);
    }
}

}  // namespace je::slow::reachable_oracle_test
