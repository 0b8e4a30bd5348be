// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/levels.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/close.hpp"
#include "support/draft.hpp"

namespace levels_test {

namespace {

using namespace je;
using namespace je::test;
using sensitivity::AdjacentLevels;
using sensitivity::JobLevels;
using sensitivity::LevelsOptions;

JobLevels look(const model::Scheme& scheme, const model::Answers& answers, const LevelsOptions& options = {}) {
    const std::vector<sensitivity::LevelsJob> jobs{{"job", &answers}};
    return sensitivity::look_at_levels(scheme, scheme.band_tables()[0], jobs, options).front();
}

/// Chances as "factor: level chance, level chance".
model::LevelUncertainty table_of_chances(const model::Scheme& scheme,
                                         const std::vector<std::pair<std::string, Pairs>>& factors) {
    model::LevelUncertaintyDraft draft;
    draft.id = text("table");
    for (const auto& [factor, chances] : factors) {
        draft.factors.push_back({text(factor), {}});
        for (const auto& [level, chance] : chances) draft.factors.back().chances.emplace_back(text(level), number(chance));
    }
    base::Diagnostics diagnostics;
    auto made = model::LevelUncertainty::make(draft, scheme, diagnostics);
    REQUIRE_MESSAGE(made.has_value(), messages(diagnostics));
    return *std::move(made);
}

std::string text_of(const model::Scheme& scheme, const JobLevels& levels) {
    std::string result;
    for (const auto& step : levels.one_step) {
        const auto& factor = scheme[step.move.factor];
        const auto& table = scheme.band_tables()[0];
        result += factor.id.text() + " " + factor[step.move.from].id.text() + ">" + factor[step.move.to].id.text() + "=" +
                  (step.result.total ? step.result.total->to_string() : std::string{"?"}) +
                  table.id_of(step.result.band).value_or("-") + (step.result.changes_band ? "!" : "") +
                  (step.result.allowed ? "" : "x") + " ";
    }
    return result;
}

double chance_of(const model::Scheme& scheme, const sensitivity::LevelChances& chances, const std::string& band) {
    for (const auto& one : chances.bands) {
        if (one.band && scheme.band_tables()[0].id_of(one.band) == band) return one.chance;
    }
    return 0;
}

/// Four factors whose levels have the chances of a worked example: mean 171, variance 1889/2.
model::Scheme four_factors() {
    auto draft = simple_scheme({table_factor("a", {"40", "70", "100"}), table_factor("b", {"25", "50", "75"}),
                                table_factor("c", {"10", "30", "60"}), table_factor("d", {"0", "35"})});
    draft.bands = {open_bands({{"A", "0"}, {"B", "150"}, {"C", "185"}, {"D", "200"}, {"E", "221"}})};
    return made(draft);
}

}  // namespace

TEST_CASE("one level up and down: totals, bands and whether these change, by hand") {
    const auto scheme = made(small_scheme());  // 20/40/60 and 10/30; A from 0, B from 50, C from 80
    const auto levels = look(scheme, answers_of(scheme, {{"knowledge", "2"}, {"effort", "1"}}));
    CHECK(text_of(scheme, levels) == "knowledge 2>3=70B knowledge 2>1=30A! effort 1>2=70B ");
    // 1 and up: 60 + 30 = 90; 2 and up: 20 + 30 = 50, band B as now.
    CHECK(levels.pairs.looked_at == 2);
    CHECK(levels.pairs.found == 1);
    REQUIRE(levels.pairs.changing.size() == 1);
    CHECK((levels.pairs.changing[0].result.total == points("90")));
    CHECK(!levels.chances);
    REQUIRE(levels.raise.sets.size() == 1);
    CHECK(levels.raise.sets[0].steps == 2);
    REQUIRE(levels.lower.sets.size() == 1);
    CHECK(levels.lower.sets[0].steps == 1);
}

TEST_CASE("pairs are listed by fewest points moved, then in the scheme's order, and those beyond the cap are counted") {
    auto draft =
        simple_scheme({table_factor("a", {"10", "20"}), table_factor("b", {"10", "20"}), table_factor("c", {"0", "30"})});
    draft.bands = {open_bands({{"1", "0"}, {"2", "40"}})};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"a", "1"}, {"b", "1"}, {"c", "1"}});  // 20; pairs: 40, 60, 60
    const auto all = look(scheme, answers);
    REQUIRE(all.pairs.changing.size() == 3);
    CHECK((all.pairs.changing[0].result.total == points("40")));
    CHECK(all.pairs.changing[1].moves[0].factor.value() == 0);
    CHECK(all.pairs.changing[2].moves[0].factor.value() == 1);
    const auto capped = look(scheme, answers, {.keep_pairs = 1});
    CHECK(capped.pairs.changing.size() == 1);
    CHECK(capped.pairs.found == 3);
    CHECK(look(scheme, answers, {.pairs = false}).pairs.looked_at == 0);
}

TEST_CASE("a step that a constraint forbids says so, and still tells its total") {
    auto draft = small_scheme();
    draft.constraints = {
        constraint("gate", "error", {on_factor("knowledge", "at_least", {"3"})}, {on_factor("effort", "at_least", {"2"})})};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"knowledge", "2"}, {"effort", "1"}});
    const auto levels = look(scheme, answers, {.uncertainty = AdjacentLevels{decimal("0.2")}});
    CHECK(text_of(scheme, levels) == "knowledge 2>3=70Bx knowledge 2>1=30A! effort 1>2=70B ");
    REQUIRE(levels.one_step[0].result.hurdle);
    CHECK(levels.one_step[0].result.hurdle->kind == scoring::ProblemKind::constraint_error);
    CHECK(levels.pairs.found == 1);  // both up is allowed
    CHECK(levels.chances->reason() == "levels that could come up together break the rule 'gate', so they are not independent");
}

TEST_CASE("a level that a fact decides cannot be moved, and is certain") {
    auto draft = small_scheme();
    draft.facts = {choice_fact("grade", {"low", "high"})};
    draft.derived = {derivation("from-grade", "effort", "grade", {{"low", "1"}, {"high", "2"}})};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"knowledge", "2"}}, {{"grade", "high"}});
    const auto levels = look(scheme, answers, {.uncertainty = AdjacentLevels{decimal("1")}});
    CHECK(text_of(scheme, levels) == "knowledge 2>3=90C! knowledge 2>1=50B effort 2>1=?-x ");
    CHECK(levels.one_step[2].result.hurdle->kind == scoring::ProblemKind::derived_differs);
    REQUIRE(*levels.chances);
    CHECK((**levels.chances).mean == 70);  // 50 or 90
    CHECK((**levels.chances).standard_deviation == 20);
}

TEST_CASE("modifiers apply to the level moved to") {
    auto draft = small_scheme();
    draft.facts = {number_fact("count")};
    draft.modifiers = {modifier("conditions", "knowledge", "count", "3", {"1", "2"}, "3")};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"knowledge", "2"}, {"effort", "1"}}, {{"count", "4"}});  // counts as 3: 70
    const auto levels = look(scheme, answers);
    CHECK(text_of(scheme, levels) == "knowledge 2>3=70B knowledge 2>1=50B effort 1>2=90C! ");
    CHECK(levels.one_step[0].move.counts_as.value() == 2);
    CHECK(levels.one_step[1].move.counts_as.value() == 1);
    const auto open =
        answers_of(scheme, {{"knowledge", "3"}, {"effort", "1"}});  // whether level 2 would be raised is not known
    const auto unknown = look(scheme, open, {.uncertainty = AdjacentLevels{decimal("0.1")}});
    CHECK(text_of(scheme, unknown) == "knowledge 3>2=?- effort 1>2=90C! ");
    CHECK(unknown.one_step[0].result.allowed);
    CHECK(unknown.chances->reason() == "a rule of the scheme decides the level of knowledge by a fact that is not known");
}

TEST_CASE("a matrix: cells that are not allowed, and pairs of its two sides") {
    const auto rows = side_factor("rows", {"1", "2"});
    const auto columns = side_factor("columns", {"1", "2"});
    auto draft = simple_scheme({rows, columns, table_factor("other", {"0", "5"})});
    draft.matrices = {matrix("grid", rows, columns, {"10 20", "- 50"})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "50"}})};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"rows", "1"}, {"columns", "1"}, {"other", "1"}});
    const auto levels = look(scheme, answers, {.uncertainty = AdjacentLevels{decimal("0.5")}});
    CHECK(text_of(scheme, levels) == "rows 1>2=?-x columns 1>2=20A other 1>2=15A ");
    REQUIRE(levels.pairs.changing.size() == 1);
    CHECK((levels.pairs.changing[0].result.total == points("50")));
    CHECK(levels.chances->reason() == "some levels that could come up do not go together in grid");
    const auto table = table_of_chances(scheme, {{"columns", {{"1", "0.25"}, {"2", "0.75"}}}});
    const auto chances = *look(scheme, answers, {.uncertainty = table}).chances;
    REQUIRE(chances);
    CHECK(chances->mean == 17.5);
}

// Worked out in exact fractions: mean 171, variance 1889/2, P(T >= 150) 673/800, >= 185 627/1600, >= 200 63/320, >= 221
// 51/1600.
TEST_CASE("chances of bands by a table, against exact fractions") {
    const auto scheme = four_factors();
    const auto table = table_of_chances(scheme, {{"a", {{"1", "0.1"}, {"2", "0.7"}, {"3", "0.2"}}},
                                                 {"b", {{"1", "0.25"}, {"2", "0.5"}, {"3", "0.25"}}},
                                                 {"c", {{"1", "0.05"}, {"2", "0.9"}, {"3", "0.05"}}},
                                                 {"d", {{"1", "0.5"}, {"2", "0.5"}}}});
    const auto answers = answers_of(scheme, {{"a", "2"}, {"b", "2"}, {"c", "2"}, {"d", "1"}});
    const auto chances = *look(scheme, answers, {.uncertainty = table}).chances;
    REQUIRE(chances);
    CHECK(close(chances->mean, 171, 1e-15));
    CHECK(close(chances->standard_deviation, std::sqrt(1889. / 2), 1e-15));
    CHECK(close(chance_of(scheme, *chances, "A"), 1 - 673. / 800, 0, 1e-15));
    CHECK(close(chance_of(scheme, *chances, "B"), 673. / 800 - 627. / 1600, 0, 1e-15));
    CHECK(close(chance_of(scheme, *chances, "C"), 627. / 1600 - 63. / 320, 0, 1e-15));
    CHECK(close(chance_of(scheme, *chances, "D"), 63. / 320 - 51. / 1600, 0, 1e-15));
    CHECK(close(chance_of(scheme, *chances, "E"), 51. / 1600, 0, 1e-15));
    CHECK((chances->lowest == points("75")));
    CHECK((chances->highest == points("270")));
}

// knowledge 2 of 3 levels: 20 or 60 with 0.1 each; effort 1 of 2: 30 with 0.2. In A only 20 + 10 = 30, in C only 60 + 30 = 90.
TEST_CASE("levels off by one, by hand: half each way inside, all to the one neighbour at an end") {
    const auto scheme = made(small_scheme());
    const auto answers = answers_of(scheme, {{"knowledge", "2"}, {"effort", "1"}});
    const auto chances = *look(scheme, answers, {.uncertainty = AdjacentLevels{decimal("0.2")}}).chances;
    REQUIRE(chances);
    CHECK(close(chance_of(scheme, *chances, "A"), 0.1 * 0.8, 1e-15));
    CHECK(close(chance_of(scheme, *chances, "B"), 0.8 + 0.1 * 0.2 + 0.1 * 0.8, 1e-15));
    CHECK(close(chance_of(scheme, *chances, "C"), 0.1 * 0.2, 1e-15));
    CHECK(close(chances->mean, 54, 1e-15));                                  // 40 + 10 + 20 * 0.2
    CHECK(close(chances->standard_deviation, std::sqrt(80. + 64.), 1e-15));  // 400 * 0.2, 400 * 0.2 * 0.8
    const auto certain = *look(scheme, answers, {.uncertainty = AdjacentLevels{}}).chances;
    REQUIRE(certain->bands.size() == 1);
    CHECK(certain->bands[0].chance == 1);
    CHECK(certain->standard_deviation == 0);
}

TEST_CASE("a factor of one level keeps it, and a band rule raises the band of low totals") {
    auto draft = simple_scheme({table_factor("only", {"15"}), table_factor("rank", {"0", "10", "20"})});
    draft.bands = {open_bands({{"A", "0"}, {"B", "25"}, {"C", "60"}})};
    draft.facts = {choice_fact("base", {"x"})};
    draft.band_rules = {band_rule("floor", "base", {{"x", "C"}}, {on_factor("rank", "at_least", {"3"})}, {})};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"only", "1"}, {"rank", "2"}}, {{"base", "x"}});
    const auto levels = look(scheme, answers, {.uncertainty = AdjacentLevels{decimal("0.5")}});
    CHECK(text_of(scheme, levels) == "rank 2>3=35C! rank 2>1=15A! ");
    REQUIRE(*levels.chances);
    CHECK((**levels.chances).bands.size() == 3);
    CHECK(chance_of(scheme, **levels.chances, "C") == 0.25);
    CHECK(chance_of(scheme, **levels.chances, "B") == 0.5);
}

TEST_CASE("a job that is not complete or breaks a rule has no steps, and its chances say why") {
    auto draft = small_scheme();
    draft.constraints = {constraint("never", "error", {}, {on_factor("effort", "is", {"2"})})};
    const auto scheme = made(draft);
    const LevelsOptions options{.uncertainty = AdjacentLevels{decimal("0.1")}};
    const auto broken = look(scheme, answers_of(scheme, {{"knowledge", "2"}, {"effort", "1"}}), options);
    CHECK(broken.one_step.empty());
    CHECK(broken.chances->reason() == "the job's levels break a rule of the scheme");
    const auto open = look(scheme, answers_of(scheme, {{"effort", "2"}}), options);
    CHECK(open.one_step.empty());
    CHECK(open.chances->reason() == "the job is not complete");
}

TEST_CASE("many jobs come out the same on any number of threads") {
    const auto scheme = four_factors();
    std::vector<model::Answers> answers;
    for (std::size_t i = 0; i < 54; ++i) {
        model::Answers one{scheme};
        one.levels = {model::LevelIndex{i % 3}, model::LevelIndex{i / 3 % 3}, model::LevelIndex{i / 9 % 3},
                      model::LevelIndex{i / 27}};
        answers.push_back(one);
    }
    std::vector<sensitivity::LevelsJob> jobs;
    for (const auto& one : answers) jobs.push_back({"job", &one});
    const auto& table = scheme.band_tables()[0];
    LevelsOptions options{.uncertainty = AdjacentLevels{decimal("0.3")}, .threads = 1};
    const auto alone = sensitivity::look_at_levels(scheme, table, jobs, options);
    options.threads = 7;
    const auto together = sensitivity::look_at_levels(scheme, table, jobs, options);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        CHECK(text_of(scheme, alone[i]) == text_of(scheme, together[i]));
        REQUIRE((**alone[i].chances).bands.size() == (**together[i].chances).bands.size());
        for (std::size_t b = 0; b < (**alone[i].chances).bands.size(); ++b)
            CHECK((**alone[i].chances).bands[b].chance == (**together[i].chances).bands[b].chance);
        CHECK(alone[i].raise.sets.size() == together[i].raise.sets.size());
    }
}

TEST_CASE("adjacent:p is read with a chance from 0 to 1") {
    CHECK(sensitivity::parse_adjacent("adjacent:0.2")->chance == decimal("0.2"));
    CHECK(sensitivity::parse_adjacent("adjacent:1")->chance == decimal("1"));
    for (const auto* wrong :
         {"adjacent", "adjacent:", "adjacent:1.01", "adjacent:-0.1", "adjacent: 0.2", "near:0.2", "0.2", ""})
        CHECK_FALSE(sensitivity::parse_adjacent(wrong));
}

}  // namespace levels_test
