// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "je/scoring/score.hpp"
#include "oracle/random_scheme.hpp"
#include "oracle/slow_score.hpp"
#include "support/bands.hpp"

namespace je::slow::score_oracle_test {

namespace {

using model::Points;

/// What all completions of a job have in common.
struct Seen {
    std::size_t count = 0;
    bool any_cell_not_allowed = false;
    std::vector<std::optional<Points>> unit_lowest;
    std::vector<std::optional<Points>> unit_highest;
    std::vector<Points> totals;
    bool any_band_below = false;
    bool any_band_above = false;
    std::vector<bool> broken_in_all;
};

/// Where a band, or no band at a total, stands among the bands: the first total it holds.
Points place_of(const model::BandTable& table, const std::optional<model::BandIndex>& band, Points total) {
    return band ? std::max(table[*band].floor, std::min(total, table[*band].floor)) : total;
}

bool is_below(const model::BandTable& table, const std::optional<model::BandIndex>& band, Points total,
              const std::optional<model::BandIndex>& end, Points end_total) {
    return band != end && place_of(table, band, total) < place_of(table, end, end_total);
}

Seen look_at_completions(const model::Scheme& scheme, const model::Answers& answers, const scoring::Score& score) {
    const model::BandTable& table = scheme.band_tables()[0];
    Seen seen;
    seen.unit_lowest.resize(scheme.units().size());
    seen.unit_highest.resize(scheme.units().size());
    seen.broken_in_all.assign(scheme.constraints().size(), true);
    slow::every_completion(scheme, answers, [&](const model::Answers& full, const slow::Levels& levels) {
        ++seen.count;
        const auto points = slow::unit_points(scheme, levels);
        for (std::size_t u = 0; u < points.size(); ++u) {
            if (!points[u]) continue;
            seen.unit_lowest[u] = std::min(seen.unit_lowest[u].value_or(*points[u]), *points[u]);
            seen.unit_highest[u] = std::max(seen.unit_highest[u].value_or(*points[u]), *points[u]);
        }
        for (std::size_t c = 0; c < seen.broken_in_all.size(); ++c) {
            seen.broken_in_all[c] = seen.broken_in_all[c] && slow::is_broken(scheme.constraints()[c], levels, full.facts);
        }
        const auto outcome = slow::outcome(scheme, &table, levels, full.facts);
        seen.any_cell_not_allowed = seen.any_cell_not_allowed || !outcome.allowed;
        if (!outcome.allowed) return;
        seen.totals.push_back(outcome.total);
        seen.any_band_below =
            seen.any_band_below || is_below(table, outcome.band, outcome.total, test::plain(score.band_min), score.total_min);
        seen.any_band_above =
            seen.any_band_above || is_below(table, test::plain(score.band_max), score.total_max, outcome.band, outcome.total);
    });
    return seen;
}

bool has(const scoring::Score& score, scoring::ProblemKind kind, std::size_t rule) {
    return std::any_of(score.problems.begin(), score.problems.end(),
                       [&](const auto& problem) { return problem.kind == kind && problem.rule == rule; });
}

bool is_odd_with_derivation(const scoring::Score& score) {
    return std::any_of(score.problems.begin(), score.problems.end(), [](const auto& problem) {
        return problem.kind == scoring::ProblemKind::derived_differs || problem.kind == scoring::ProblemKind::derived_no_entry;
    });
}

void compare(const model::Scheme& scheme, const model::Answers& answers) {
    const auto score = scoring::score(scheme, &scheme.band_tables()[0], answers);
    const Seen seen = look_at_completions(scheme, answers, score);
    if (is_odd_with_derivation(score)) {
        CHECK(seen.count == 0);
        CHECK(score.has_errors());
        return;
    }
    REQUIRE(seen.count > 0);
    for (std::size_t u = 0; u < score.units.size(); ++u) {
        if (!seen.unit_lowest[u]) continue;  // the matrix allows none of the pairs
        CHECK(score.units[u].lowest.to_string() == seen.unit_lowest[u]->to_string());
        CHECK(score.units[u].highest.to_string() == seen.unit_highest[u]->to_string());
    }
    CHECK_FALSE(seen.any_band_below);
    CHECK_FALSE(seen.any_band_above);
    for (const Points total : seen.totals) {
        CHECK(score.total_min <= total);
        CHECK(total <= score.total_max);
    }
    for (std::size_t c = 0; c < seen.broken_in_all.size(); ++c) {
        const auto kind = scheme.constraints()[c].is_error ? scoring::ProblemKind::constraint_error
                                                           : scoring::ProblemKind::constraint_warning;
        // Said to be broken: it is, however the job is completed. (The reverse needs all levels and facts to be given.)
        if (has(score, kind, c)) CHECK(seen.broken_in_all[c]);
        if (score.complete && seen.count == 1) CHECK(has(score, kind, c) == seen.broken_in_all[c]);
    }
}

void compare_complete(const model::Scheme& scheme, const model::Answers& answers) {
    const auto levels = slow::levels_after_rules(scheme, answers);
    if (!levels) return;
    const auto& table = scheme.band_tables()[0];
    const auto expected = slow::outcome(scheme, &table, *levels, answers.facts);
    const auto score = scoring::score(scheme, &table, answers);
    CHECK(score.complete == expected.allowed);
    if (!expected.allowed) {
        CHECK(score.has_errors());
        return;
    }
    CHECK(score.total_min == expected.total);
    CHECK(score.total_max == expected.total);
    CHECK(test::plain(score.points_band_min) == expected.points_band);
    CHECK(test::plain(score.points_band_max) == expected.points_band);
    CHECK(test::plain(score.band_min) == expected.band);
    CHECK(test::plain(score.band_max) == expected.band);
    CHECK(score.has_errors() == expected.broken);
    for (std::size_t f = 0; f < levels->size(); ++f) CHECK(score.factors[f].level == (*levels)[f]);
}

}  // namespace

TEST_CASE("every complete job of small made-up schemes scores as the plain scorer says") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, {.most_factors = 4, .most_levels = 4});
        slow::Random random{seed};
        slow::every_levels(scheme, [&](const slow::Levels& levels) {
            auto answers = slow::random_answers(scheme, random, 0);
            for (std::size_t f = 0; f < levels.size(); ++f) answers.levels[f] = levels[f];
            compare_complete(scheme, answers);
        });
    }
}

TEST_CASE("an incomplete job's points, total and band range over all its completions, and no further") {
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, {.most_factors = 4, .most_levels = 4});
        slow::Random random{seed + 1'000'000};
        for (std::size_t i = 0; i < 12; ++i) {
            CAPTURE(i);
            compare(scheme, slow::random_answers(scheme, random, 30));
        }
    }
}

namespace {

/// Matrices over up to four factors, and percentages of them, of factors and of one another.
const slow::Parts with_dependents{
    .facts = false, .dependents = true, .most_dimensions = 4, .most_factors = 5, .most_levels = 3};

}  // namespace

TEST_CASE(
    "every complete job under matrices of several dimensions and points that depend on others scores as the plain scorer "
    "says") {
    std::size_t dependents = 0;
    for (std::uint64_t seed = 1; seed <= 250; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, with_dependents);
        dependents += scheme.dependent_units().size();
        slow::every_levels(scheme, [&](const slow::Levels& levels) {
            model::Answers answers{scheme};
            for (std::size_t f = 0; f < levels.size(); ++f) answers.levels[f] = levels[f];
            compare_complete(scheme, answers);
        });
    }
    CHECK(dependents > 250);
}

TEST_CASE("an incomplete job's points that depend on others range over all its completions, and no further") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, with_dependents);
        slow::Random random{seed + 1'000'000};
        for (std::size_t i = 0; i < 8; ++i) {
            CAPTURE(i);
            compare(scheme, slow::random_answers(scheme, random, 40));
        }
    }
}

}  // namespace je::slow::score_oracle_test
