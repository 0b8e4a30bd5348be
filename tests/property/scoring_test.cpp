// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "je/scoring/level_changes.hpp"
#include "je/scoring/score.hpp"
#include "oracle/random_scheme.hpp"
#include "oracle/slow_score.hpp"
#include "scoring/proof.hpp"

namespace je::slow::scoring_test {

namespace {

using scoring::Score;

constexpr slow::Parts small{.most_factors = 4, .most_levels = 4};

const model::BandTable& table_of(const model::Scheme& scheme) { return scheme.band_tables()[0]; }

Score scored(const model::Scheme& scheme, const model::Answers& answers) {
    return scoring::score(scheme, &table_of(scheme), answers);
}

/// The draft with its factors the other way round; matrices keep their sides by id.
test::Draft reversed(test::Draft draft) {
    std::reverse(draft.factors.begin(), draft.factors.end());
    return draft;
}

/// The same answers for the scheme of the reversed draft.
model::Answers reversed(model::Answers answers) {
    std::reverse(answers.levels.begin(), answers.levels.end());
    return answers;
}

/// Whether the proof warns that a modifier raises a level of this factor past the one above.
bool may_overtake(const model::Scheme& scheme, std::size_t factor) {
    base::Diagnostics diagnostics;
    scoring::check_scheme(scheme, diagnostics);
    const auto& all = diagnostics.all();
    return std::any_of(all.begin(), all.end(), [&](const auto& d) {
        return d.id == "JE-S78" && d.message.find("factor '" + scheme.factors()[factor].id.text() + "'") != std::string::npos;
    });
}

bool ends_are_attained(const model::Scheme& scheme, const model::Answers& answers, const Score& score) {
    bool lowest = false;
    bool highest = false;
    slow::every_completion(scheme, answers, [&](const model::Answers& full, const slow::Levels&) {
        const Score complete = scored(scheme, full);
        if (complete.has_errors()) return;
        lowest = lowest || complete.total_min == score.total_min;
        highest = highest || complete.total_max == score.total_max;
    });
    return lowest && highest;
}

/// Whether facts leave the factor some of its levels only: to state another is a mistake.
bool has_rows(const model::Scheme& scheme, std::size_t factor) {
    const auto rules = scheme.derivations();
    return std::any_of(rules.begin(), rules.end(),
                       [&](const auto& rule) { return rule.factor.value() == factor && !rule.is_table(); });
}

}  // namespace

TEST_CASE("raising a level never lowers a total") {
    std::size_t compared = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        // Cells that are not allowed have no points to compare with; a derived level is not free to be raised.
        const auto scheme = slow::random_scheme(seed, {.null_cells = false, .most_factors = 4, .most_levels = 4});
        slow::Random random{seed};
        auto answers = slow::random_answers(scheme, random, 20);
        for (const auto& d : scheme.derivations()) {
            for (const auto fact : d.facts) answers.facts[fact.value()].reset();
        }
        const Score before = scored(scheme, answers);
        for (std::size_t f = 0; f < answers.levels.size(); ++f) {
            auto higher = answers;
            auto& level = higher.levels[f];
            if (!level || level->value() + 1 == scheme.factors()[f].levels.size()) continue;
            ++*level;
            // A modifier may be written so that it raises the level below past this one. The proof warns of it.
            const Score after = scored(scheme, higher);
            if (may_overtake(scheme, f) || has_rows(scheme, f)) continue;
            CHECK(after.total_min >= before.total_min);
            CHECK(after.total_max >= before.total_max);
            ++compared;
        }
    }
    CHECK(compared > 300);
}

TEST_CASE("the order of a scheme's factors changes no total, no band and no set of smallest changes") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        const auto draft = slow::SchemeMaker{seed, small}.make();
        const auto scheme = test::made(draft);
        const auto turned = test::made(reversed(draft));
        slow::Random random{seed};
        for (const std::size_t missing : {0U, 0U, 25U}) {
            const auto answers = slow::random_answers(scheme, random, missing);
            const Score here = scored(scheme, answers);
            const Score there = scored(turned, reversed(answers));
            CHECK(here.complete == there.complete);
            CHECK(here.total_min == there.total_min);
            CHECK(here.total_max == there.total_max);
            CHECK(here.points_band_min == there.points_band_min);
            CHECK(here.band_min == there.band_min);
            CHECK(here.band_max == there.band_max);
            CHECK(here.has_errors() == there.has_errors());
            const auto count = [&](const model::Scheme& s, const model::Answers& a, const Score& score) {
                return scoring::smallest_changes(s, table_of(s), a, score, scoring::Direction::raise,
                                                 {.max_factors = 3, .keep = 0})
                    .found;
            };
            CHECK(count(scheme, answers, here) == count(turned, reversed(answers), there));
        }
    }
}

TEST_CASE("an incomplete job's range holds the total of each completion, and both ends are totals of one") {
    std::size_t ranges = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, {.constraints = false, .most_factors = 4, .most_levels = 4});
        slow::Random random{seed};
        const auto answers = slow::random_answers(scheme, random, 40);
        const Score score = scored(scheme, answers);
        if (score.has_errors()) continue;
        slow::every_completion(scheme, answers, [&](const model::Answers& full, const slow::Levels&) {
            const Score complete = scored(scheme, full);
            if (complete.has_errors()) return;
            CHECK(score.total_min <= complete.total_min);
            CHECK(complete.total_max <= score.total_max);
        });
        CHECK(ends_are_attained(scheme, answers, score));
        ranges += score.total_min < score.total_max ? 1 : 0;
    }
    CHECK(ranges > 100);
}

TEST_CASE("a complete job without errors has a reachable total") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, small);
        const auto totals = scoring::ReachableTotals::of(scheme);
        REQUIRE(totals.has_value());
        slow::Random random{seed};
        for (std::size_t i = 0; i < 20; ++i) {
            const Score score = scored(scheme, slow::random_answers(scheme, random, 0));
            if (!score.has_errors()) CHECK(totals->contains(score.total_min));
        }
    }
}

TEST_CASE("a set of smallest changes, applied, gives the total and band it says") {
    std::size_t applied = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        const auto scheme = slow::random_scheme(seed, {.facts = false, .most_factors = 5, .most_levels = 5});
        slow::Random random{seed};
        const auto answers = slow::random_answers(scheme, random, 0);
        const Score before = scored(scheme, answers);
        for (const auto direction :
             {scoring::Direction::raise, scoring::Direction::lower, scoring::Direction::raise_and_lose}) {
            for (const auto& set : scoring::smallest_changes(scheme, table_of(scheme), answers, before, direction).sets) {
                auto changed = answers;
                for (const auto& c : set.changes) changed.levels[c.factor.value()] = c.to;
                const Score after = scored(scheme, changed);
                CHECK_FALSE(after.has_errors());
                CHECK(after.total_min == before.total_min + set.points);
                CHECK(after.band_min == set.to_band);
                CHECK(after.band_min != before.band_min);
                ++applied;
            }
        }
    }
    CHECK(applied > 300);
}

}  // namespace je::slow::scoring_test
