// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "je/scoring/level_changes.hpp"
#include "unit/scoring/print_strings.hpp"
#include "unit/scoring/real_schemes.hpp"

namespace je::test::level_changes_test {

namespace {

using scoring::ChangeOptions;
using scoring::Direction;

Strings changes(const model::Scheme& scheme, const model::Answers& answers, Direction direction,
                const ChangeOptions& options = {}) {
    const auto& table = scheme.band_tables()[0];
    const auto score = scoring::score(scheme, &table, answers);
    Strings result;
    for (const auto& set : scoring::smallest_changes(scheme, table, answers, score, direction, options).sets) {
        std::string text;
        for (const auto& c : set.changes) {
            text += scheme[c.factor].id.text() + " " + scheme[c.factor][c.from].id.text() + ">" +
                    scheme[c.factor][c.to].id.text() + " (" + c.points.to_string() + "), ";
        }
        text += set.points.to_string() + " in " + std::to_string(set.steps) + ": ";
        result.push_back(text + table.id_of(set.to_band).value_or("none"));
    }
    return result;
}

Strings changes(const model::Scheme& scheme, const Pairs& levels, Direction direction, const ChangeOptions& options = {}) {
    return changes(scheme, answers_of(scheme, levels), direction, options);
}

}  // namespace

TEST_CASE("every minimal set is found, fewest steps first") {
    // 30 now, band B from 50: knowledge +20 alone, +40 alone is not minimal; effort +20 alone.
    const auto scheme = made(small_scheme());
    CHECK(changes(scheme, Pairs{{"knowledge", "1"}, {"effort", "1"}}, Direction::raise) ==
          Strings{"effort 1>2 (20), 20 in 1: B", "knowledge 1>2 (20), 20 in 1: B"});
    CHECK(changes(scheme, Pairs{{"knowledge", "2"}, {"effort", "1"}}, Direction::raise) ==
          Strings{"knowledge 2>3 (20), effort 1>2 (20), 40 in 2: C"});
    CHECK(changes(scheme, Pairs{{"knowledge", "2"}, {"effort", "1"}}, Direction::lower) ==
          Strings{"knowledge 2>1 (-20), -20 in 1: A"});
}

TEST_CASE("there are none beyond the highest band and below the lowest") {
    const auto scheme = made(small_scheme());
    CHECK(changes(scheme, Pairs{{"knowledge", "3"}, {"effort", "2"}}, Direction::raise).empty());
    CHECK(changes(scheme, Pairs{{"knowledge", "1"}, {"effort", "1"}}, Direction::lower).empty());
}

TEST_CASE("an incomplete job has none") {
    const auto scheme = made(small_scheme());
    CHECK(changes(scheme, Pairs{{"knowledge", "1"}}, Direction::raise).empty());
}

TEST_CASE("options limit the number of factors and of sets") {
    const auto scheme = made(small_scheme());
    const Pairs job{{"knowledge", "2"}, {"effort", "1"}};
    CHECK(changes(scheme, job, Direction::raise, {.max_factors = 1, .keep = 20}).empty());
    CHECK(changes(scheme, job, Direction::raise, {.max_factors = 0, .keep = 20}).empty());
    const Pairs low{{"knowledge", "1"}, {"effort", "1"}};
    CHECK(changes(scheme, low, Direction::raise, {.max_factors = 3, .keep = 1}) == Strings{"effort 1>2 (20), 20 in 1: B"});
    CHECK(changes(scheme, low, Direction::raise, {.max_factors = 3, .keep = 0}).size() == 2);
}

TEST_CASE("sets of equal steps and factors come by points moved, then by factor ids, then by levels") {
    Draft draft =
        simple_scheme({table_factor("c", {"0", "12"}), table_factor("b", {"0", "11"}), table_factor("a", {"0", "12"})});
    draft.bands = {open_bands({{"A", "0"}, {"B", "10"}})};
    const auto scheme = made(draft);
    CHECK(changes(scheme, all_at(scheme, 1), Direction::raise) ==
          Strings{"b 1>2 (11), 11 in 1: B", "a 1>2 (12), 12 in 1: B", "c 1>2 (12), 12 in 1: B"});
}

TEST_CASE("a hole is not a higher band, and losing the band for a hole counts as losing it") {
    Draft draft = simple_scheme({table_factor("f", {"5", "10", "15", "20"})});
    draft.bands = {open_bands({{"A", "0"}, {"B", "20"}})};
    set_max(draft.bands[0], "A", "10");
    const auto scheme = made(draft);
    CHECK(changes(scheme, Pairs{{"f", "2"}}, Direction::raise) == Strings{"f 2>4 (10), 10 in 2: B"});
    CHECK(changes(scheme, Pairs{{"f", "4"}}, Direction::lower) == Strings{"f 4>3 (-5), -5 in 1: none"});
    CHECK(changes(scheme, Pairs{{"f", "3"}}, Direction::raise) == Strings{"f 3>4 (5), 5 in 1: B"});
    CHECK(changes(scheme, Pairs{{"f", "3"}}, Direction::lower) == Strings{"f 3>2 (-5), -5 in 1: A"});
}

TEST_CASE("a total above the last band's max counts neither as a higher band nor as reaching one") {
    const auto scheme = made(nhs());
    auto highest = all_at(scheme, 1);
    for (std::size_t f = 0; f < highest.levels.size(); ++f)
        highest.levels[f] = model::LevelIndex{scheme.factors()[f].levels.size() - 1};
    CHECK(changes(scheme, highest, Direction::raise).empty());
    // 1000 is 235 above band 9: one, two or three factors can give that up.
    const auto lower = changes(scheme, highest, Direction::lower, {.max_factors = 3, .keep = 1});
    REQUIRE(lower.size() == 1);
    CHECK(lower[0].substr(lower[0].size() - 3) == ": 9");
}

TEST_CASE("cells that are not allowed are neither used nor needed on the way") {
    Draft draft = simple_scheme({side_factor("rows", {"1", "2"}), side_factor("columns", {"A", "B"})});
    draft.matrices = {matrix("m", draft.factors[0], draft.factors[1], {"10 -", "- 40"})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "30"}})};
    const auto scheme = made(draft);
    CHECK(changes(scheme, Pairs{{"rows", "1"}, {"columns", "A"}}, Direction::raise) ==
          Strings{"rows 1>2 (0), columns A>B (30), 30 in 2: B"});
    CHECK(changes(scheme, Pairs{{"rows", "2"}, {"columns", "B"}}, Direction::lower) ==
          Strings{"rows 2>1 (0), columns B>A (-30), -30 in 2: A"});
}

TEST_CASE("both sides of a matrix may move, and their points are told apart in the scheme's order") {
    Draft draft = simple_scheme({side_factor("rows", {"1", "2"}), side_factor("columns", {"A", "B"})});
    draft.matrices = {matrix("m", draft.factors[0], draft.factors[1], {"10 15", "18 40"})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "30"}})};
    const auto scheme = made(draft);
    CHECK(changes(scheme, Pairs{{"rows", "1"}, {"columns", "A"}}, Direction::raise) ==
          Strings{"rows 1>2 (8), columns A>B (22), 30 in 2: B"});
}

TEST_CASE("a change that breaks a rule does not count, and one that keeps it by another change does") {
    Draft draft = simple_scheme({table_factor("knowledge", {"10", "11"}), table_factor("effort", {"10", "30"})});
    draft.constraints = {
        constraint("gate", "error", {on_factor("effort", "is", {"2"})}, {on_factor("knowledge", "is", {"2"})})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "30"}})};
    CHECK(changes(made(draft), Pairs{{"knowledge", "1"}, {"effort", "1"}}, Direction::raise) ==
          Strings{"knowledge 1>2 (1), effort 1>2 (20), 21 in 2: B"});
    draft.constraints[0].severity = text("warning");
    CHECK(changes(made(draft), Pairs{{"knowledge", "1"}, {"effort", "1"}}, Direction::raise) ==
          Strings{"effort 1>2 (20), 20 in 1: B"});
}

TEST_CASE("a band rule holds the band up, and a condition of it that gives way lets it fall") {
    Draft draft = simple_scheme({table_factor("lead", {"1", "2"}), table_factor("effort", {"10", "20"})});
    draft.facts = {choice_fact("base", {"x"})};
    draft.bands = {open_bands({{"A", "0"}, {"B", "20"}, {"C", "100"}})};
    draft.band_rules = {band_rule("r", "base", {{"x", "C"}}, {on_factor("lead", "is", {"2"})})};
    const auto scheme = made(draft);
    const auto held = answers_of(scheme, {{"lead", "2"}, {"effort", "2"}}, {{"base", "x"}});
    CHECK(changes(scheme, held, Direction::lower) == Strings{"lead 2>1 (-1), -1 in 1: B"});
    const auto below = answers_of(scheme, {{"lead", "1"}, {"effort", "1"}}, {{"base", "x"}});
    CHECK(changes(scheme, below, Direction::raise) == Strings{"lead 1>2 (1), 1 in 1: C", "effort 1>2 (10), 10 in 1: B"});
}

TEST_CASE("levels are those after modifiers") {
    Draft draft = small_scheme();
    draft.facts = {number_fact("count")};
    draft.modifiers = {modifier("m", "knowledge", "count", "1", {"1"}, "2")};
    const auto scheme = made(draft);
    const auto answers = answers_of(scheme, {{"knowledge", "1"}, {"effort", "1"}}, {{"count", "1"}});
    CHECK(changes(scheme, answers, Direction::lower).empty());  // stated 1 counts as 2, so no stated level gives 1
    const auto without = answers_of(scheme, {{"knowledge", "2"}, {"effort", "1"}}, {{"count", "0"}});
    CHECK(changes(scheme, without, Direction::lower) == Strings{"knowledge 2>1 (-20), -20 in 1: A"});
}

}  // namespace je::test::level_changes_test
