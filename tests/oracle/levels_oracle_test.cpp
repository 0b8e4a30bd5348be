// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <tuple>

#include "oracle/random_scheme.hpp"
#include "oracle/slow_levels.hpp"
#include "sensitivity/levels.hpp"
#include "support/bands.hpp"
#include "support/close.hpp"

namespace je::slow::levels_oracle_test {

namespace {

using sensitivity::AdjacentLevels;
using sensitivity::JobLevels;
using sensitivity::LevelMove;
using sensitivity::LevelsOptions;
using sensitivity::Moved;

struct Met {
    std::size_t jobs = 0;
    std::size_t changing = 0;
    std::size_t forbidden = 0;
    std::size_t no_total = 0;
    std::size_t chances = 0;
    std::size_t several_bands = 0;
    std::size_t refused = 0;
    std::size_t with_band_rules = 0;
    std::size_t with_matrix = 0;
    std::size_t with_modifiers = 0;
};

Levels stated_levels(const model::Answers& answers) {
    Levels levels;
    for (const auto& level : answers.levels) levels.push_back(*level);
    return levels;
}

/// One random job under one random scheme.
struct Case {
    model::Scheme scheme;
    model::Answers answers;
    scoring::Score score;

    [[nodiscard]] const model::BandTable& table() const { return scheme.band_tables()[0]; }
    [[nodiscard]] bool usable() const { return score.complete && !score.has_errors(); }
    [[nodiscard]] JobLevels look(const LevelsOptions& options) const {
        const std::vector<sensitivity::LevelsJob> jobs{{"job", &answers}};
        return sensitivity::look_at_levels(scheme, table(), jobs, options).front();
    }
};

Case random_case(std::uint64_t seed, const Parts& parts) {
    auto scheme = random_scheme(seed, parts);
    Random random{seed * 7 + 1};
    auto answers = random_answers(scheme, random, 0);
    for (auto& fact : answers.facts) {
        if (random.one_in(8)) fact.reset();
    }
    for (std::size_t i = 0; i < scheme.derivations().size(); ++i) {  // what is stated is what the fact gives
        const auto& derivation = scheme.derivations()[i];
        const auto left = levels_left(scheme, derivation, answers.facts);
        if (!left.empty()) answers.levels[derivation.factor.value()] = left[random.from(0, left.size() - 1)];
    }
    const auto score = scoring::score(scheme, &scheme.band_tables()[0], answers);
    return {std::move(scheme), std::move(answers), score};
}

void compare_moved(const Case& one, const std::vector<LevelMove>& moves, const Moved& found, Met& met) {
    Levels stated = stated_levels(one.answers);
    bool fixed = false;
    for (const LevelMove& move : moves) {
        stated[move.factor.value()] = move.to;
        fixed = fixed || is_derived(one.scheme, one.answers.facts, move.factor.value());
    }
    CHECK(found.allowed == !found.hurdle.has_value());
    const auto levels = fixed ? std::nullopt : all_after_rules(one.scheme, stated, one.answers.facts);
    const auto expected = levels ? outcome(one.scheme, &one.table(), *levels, one.answers.facts) : Outcome{};
    if (!levels || !expected.allowed) {
        if (levels || fixed) CHECK(!found.allowed);
        CHECK(!found.total);
        CHECK(!found.band);
        CHECK(!found.changes_band);
        ++met.no_total;
        return;
    }
    CHECK(found.allowed == !expected.broken);
    CHECK((found.total == expected.total));
    CHECK((test::plain(found.band) == expected.band));
    CHECK(found.changes_band == (!expected.broken && expected.band != test::plain(one.score.band_min)));
    met.forbidden += expected.broken ? 1 : 0;
    met.changing += found.changes_band ? 1 : 0;
}

/// Every step that a scale has room for, in the order promised.
void compare_steps(const Case& one, const JobLevels& found, Met& met) {
    std::size_t next = 0;
    for (std::size_t f = 0; f < one.answers.levels.size(); ++f) {
        for (const bool up : {true, false}) {
            const std::size_t from = one.answers.levels[f]->value();
            if (up ? from + 1 == one.scheme.factors()[f].levels.size() : from == 0) continue;
            REQUIRE(next < found.one_step.size());
            const auto& step = found.one_step[next++];
            CHECK(step.move.factor.value() == f);
            CHECK(step.move.from.value() == from);
            CHECK(step.move.to.value() == (up ? from + 1 : from - 1));
            compare_moved(one, {step.move}, step.result, met);
        }
    }
    CHECK(next == found.one_step.size());
}

/// Pairs that the plain way finds to change the band, in the order promised.
void compare_pairs(const Case& one, const JobLevels& found, Met& met) {
    std::vector<std::tuple<std::int64_t, std::size_t, std::size_t>> expected;
    std::size_t looked_at = 0;
    const auto& steps = found.one_step;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        for (std::size_t j = i + 1; j < steps.size(); ++j) {
            if (steps[i].move.factor == steps[j].move.factor) continue;
            ++looked_at;
            Levels stated = stated_levels(one.answers);
            stated[steps[i].move.factor.value()] = steps[i].move.to;
            stated[steps[j].move.factor.value()] = steps[j].move.to;
            const auto fixed = [&](const auto& step) {
                return is_derived(one.scheme, one.answers.facts, step.move.factor.value());
            };
            const auto levels = all_after_rules(one.scheme, stated, one.answers.facts);
            if (!levels || fixed(steps[i]) || fixed(steps[j])) continue;
            const auto out = outcome(one.scheme, &one.table(), *levels, one.answers.facts);
            if (!out.allowed || out.broken || out.band == test::plain(one.score.band_min)) continue;
            expected.emplace_back(std::abs((out.total - one.score.total_min).value().units()), i, j);
        }
    }
    std::sort(expected.begin(), expected.end());
    CHECK(found.pairs.looked_at == looked_at);
    CHECK(found.pairs.found == expected.size());
    REQUIRE(found.pairs.changing.size() == expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) {
        const auto& pair = found.pairs.changing[k];
        const auto& [moved, i, j] = expected[k];
        CHECK((pair.moves[0].factor == steps[i].move.factor && pair.moves[0].to == steps[i].move.to));
        CHECK((pair.moves[1].factor == steps[j].move.factor && pair.moves[1].to == steps[j].move.to));
        compare_moved(one, {pair.moves[0], pair.moves[1]}, pair.result, met);
    }
}

void compare_chances(const Case& one, const numerics::Result<sensitivity::LevelChances>& found, LevelTable table, Met& met) {
    for (std::size_t f = 0; f < table.size(); ++f) {
        if (is_derived(one.scheme, one.answers.facts, f))
            table[f] = off_by_one(table[f].size(), one.answers.levels[f]->value(), 0);  // certain
    }
    const auto expected = every_draw(one.scheme, one.table(), table, one.answers.facts);
    CAPTURE(found.reason());
    REQUIRE(found.has_value() == expected.has_value());
    if (!expected) {
        ++met.refused;
        CHECK(!found.reason().empty());
        return;
    }
    ++met.chances;
    double sum = 0;
    REQUIRE(found->bands.size() == expected->bands.size());
    auto next = expected->bands.begin();
    for (const auto& band : found->bands) {
        CHECK(band.band.visit([](model::BandIndex i) { return static_cast<int>(i.value()); }, [] { return -1; }) ==
              next->first);
        CHECK(test::close(band.chance, next->second, 0, 1e-13));
        sum += band.chance;
        ++next;
    }
    CHECK(test::close(sum, 1, 0, 1e-12));
    CHECK(test::close(found->mean, expected->mean, 1e-12, 1e-12));
    CHECK(test::close(found->standard_deviation, expected->standard_deviation, 1e-9, 1e-9));
    CHECK((found->lowest == expected->lowest));
    CHECK((found->highest == expected->highest));
    met.several_bands += found->bands.size() > 1 ? 1 : 0;
    met.with_band_rules += one.scheme.band_rules().empty() ? 0 : 1;
    met.with_matrix += one.scheme.units().size() == one.scheme.factors().size() ? 0 : 1;
    met.with_modifiers += one.scheme.modifiers().empty() ? 0 : 1;
}

LevelTable adjacent_table(const Case& one, double p) {
    LevelTable table;
    for (std::size_t f = 0; f < one.answers.levels.size(); ++f)
        table.push_back(off_by_one(one.scheme.factors()[f].levels.size(), one.answers.levels[f]->value(), p));
    return table;
}

/// Random chances in tenths for some factors: for all jobs, or for this one alone.
std::pair<model::LevelUncertainty, LevelTable> random_table(const Case& one, std::uint64_t seed) {
    Random random{seed};
    model::LevelUncertaintyDraft draft;
    draft.id = test::text("random");
    draft.jobs.push_back({test::text("job"), {}});
    draft.jobs.push_back({test::text("another"), {}});
    LevelTable table = adjacent_table(one, 0);
    for (std::size_t f = 0; f < table.size(); ++f) {
        const auto& factor = one.scheme.factors()[f];
        const auto fill = [&](model::LevelUncertaintyDraft::Factor& entry, std::vector<double>* chances) {
            entry.id = test::text(factor.id.text());
            std::vector<std::int64_t> tenths(factor.levels.size(), 0);
            for (int i = 0; i < 10; ++i) ++tenths[random.from(0, std::min<std::size_t>(2, factor.levels.size() - 1))];
            for (std::size_t l = 0; l < tenths.size(); ++l) {
                const auto chance = base::Decimal::from_units(tenths[l] * 1000);
                entry.chances.emplace_back(test::text(factor.levels[l].id.text()), base::Located<base::Decimal>{chance, {}});
                if (chances != nullptr) (*chances)[l] = static_cast<double>(tenths[l]) / 10;
            }
        };
        const bool own = random.one_in(3);
        if (!random.one_in(4)) {
            draft.factors.emplace_back();
            fill(draft.factors.back(), &table[f]);
        }
        if (own) {
            draft.jobs[0].factors.emplace_back();
            fill(draft.jobs[0].factors.back(), &table[f]);
        }
        draft.jobs[1].factors.emplace_back();
        fill(draft.jobs[1].factors.back(), nullptr);
    }
    if (draft.jobs[0].factors.empty()) draft.jobs.erase(draft.jobs.begin());
    base::Diagnostics diagnostics;
    auto made = model::LevelUncertainty::make(draft, one.scheme, diagnostics);
    CAPTURE(test::messages(diagnostics));
    REQUIRE(made);
    return {*std::move(made), table};
}

Met compare_all(std::uint64_t seeds, const Parts& parts) {
    Met met;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        const Case one = random_case(seed, parts);
        if (!one.usable()) continue;
        ++met.jobs;
        const std::int64_t p = static_cast<std::int64_t>(seed % 11) * 1000;
        LevelsOptions options{.keep_pairs = 0, .uncertainty = AdjacentLevels{base::Decimal::from_units(p)}, .threads = 1};
        options.changes.max_factors = 0;
        const JobLevels found = one.look(options);
        compare_steps(one, found, met);
        compare_pairs(one, found, met);
        compare_chances(one, *found.chances, adjacent_table(one, static_cast<double>(p) / 10'000), met);
        const auto [uncertainty, table] = random_table(one, seed);
        compare_chances(one, *one.look({.pairs = false, .uncertainty = uncertainty, .changes = {.max_factors = 0}}).chances,
                        table, met);
    }
    return met;
}

}  // namespace

TEST_CASE("steps, pairs and chances under random schemes with every kind of rule are those of trying every combination") {
    const Met met = compare_all(1200, {.most_factors = 4, .most_levels = 4});
    CHECK(met.jobs > 400);
    CHECK(met.changing > 1000);
    CHECK(met.forbidden > 100);
    CHECK(met.no_total > 100);
    CHECK(met.chances > 400);
    CHECK(met.refused > 100);
    CHECK(met.several_bands > 200);
    CHECK(met.with_band_rules > 50);
    CHECK(met.with_matrix > 50);
    CHECK(met.with_modifiers > 100);
}

TEST_CASE("steps, pairs and chances where points alone decide are those of trying every combination") {
    const Met met =
        compare_all(300, {.matrix = false, .constraints = false, .facts = false, .most_factors = 5, .most_levels = 4});
    CHECK(met.jobs == 300);
    CHECK(met.chances == 600);
    CHECK(met.changing > 1000);
    CHECK(met.several_bands > 300);
}

TEST_CASE("matrices alone: a pair of its two sides is scored as a pair") {
    const Met met =
        compare_all(300, {.null_cells = false, .constraints = false, .facts = false, .most_factors = 4, .most_levels = 4});
    CHECK(met.with_matrix > 200);
    CHECK(met.refused == 0);
}

constexpr Parts dependent_points{.facts = false, .dependents = true, .most_dimensions = 3, .most_factors = 5, .most_levels = 3};

TEST_CASE("steps, pairs and chances under points that depend on others are those of trying every combination") {
    const Met met = compare_all(300, dependent_points);
    CHECK(met.jobs > 100);
    CHECK(met.chances > 100);
    CHECK(met.several_bands > 50);
}

TEST_CASE("points that depend on others, in a few schemes: steps, pairs and chances") {  // the only ones under sanitizers
    const Met met = compare_all(40, dependent_points);
    CHECK(met.jobs > 10);
    CHECK(met.chances > 10);
    CHECK(met.several_bands > 5);
}

}  // namespace je::slow::levels_oracle_test
