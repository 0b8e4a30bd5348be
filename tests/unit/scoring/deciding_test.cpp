// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/deciding.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <string>

#include "je/scoring/level_changes.hpp"
#include "je/scoring/score.hpp"
#include "support/draft.hpp"

namespace je::test::scoring_deciding_test {

namespace {

using model::BandIndex;
using model::LevelIndex;

Draft::Factor without_points(const std::string& id, const Strings& levels) {
    auto made = table_factor(id, levels);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        made.levels[i].id = text(levels[i]);
        made.levels[i].points.reset();
    }
    return made;
}

model::DecidingRuleDraft rule_when(const std::string& id, std::vector<Draft::Condition> when, const std::string& band) {
    model::DecidingRuleDraft made{.id = text(id), .at = at_line(1)};
    made.when = std::move(when);
    made.band = text(band);
    return made;
}

model::DecidingRuleDraft rule_by_level(const std::string& factor, const Pairs& bands) {
    model::DecidingRuleDraft made{.id = text("by-level"), .at = at_line(1)};
    made.level_of = text(factor);
    made.bands = table_of(bands);
    return made;
}

/// Bands a, b, c by rules of which the first that holds decides.
Draft by_rules(std::vector<Draft::Factor> factors, std::vector<model::DecidingRuleDraft> rules) {
    Draft draft = simple_scheme(std::move(factors));
    draft.method = text("classification");
    auto table = bands({{"a", "0"}, {"b", "1"}, {"c", "2"}});
    for (auto& one : table.bands) one.floor.reset();
    table.first_match = base::Located<bool>{true, at_line(1)};
    table.decide = std::move(rules);
    draft.bands = {table};
    return draft;
}

const model::BandTable& table_in(const model::Scheme& scheme) { return scheme.band_tables().front(); }

std::string between(const model::Scheme& scheme, const model::Answers& low, const model::Answers& high) {
    std::string ids;
    for (const BandIndex band : scoring::possible_bands_between(scheme, table_in(scheme), low, high))
        ids += table_in(scheme)[band].id.text();
    return ids;
}

}  // namespace

TEST_CASE("levels that facts leave open stay those that facts can give, between two sets of levels too") {
    auto draft = by_rules({without_points("x", {"1", "2", "3"}), without_points("y", {"1", "2"})},
                          {rule_by_level("x", {{"1", "a"}, {"2", "b"}, {"3", "c"}})});
    draft.facts = {number_fact("people")};
    auto derived = range_derivation("size", "x", {"people"});
    derived.ranges.push_back({{range_of("people", "", "5")}, text("1"), at_line(1)});
    derived.ranges.push_back({{range_of("people", "5", "")}, text("3"), at_line(1)});
    draft.derived = {derived};
    const model::Scheme scheme = made(draft);
    CHECK(between(scheme, answers_of(scheme, {{"y", "1"}}), answers_of(scheme, {{"y", "2"}})) == "ac");
}

TEST_CASE("a fact that rules read and that raises a level leaves the higher of two levels tried") {
    auto draft = by_rules({without_points("x", {"1", "2", "3"}), without_points("y", {"1", "2"})},
                          {rule_when("few", {on_fact("people", "at_most", {"1"}), on_factor("x", "is", {"1"})}, "a"),
                           rule_by_level("x", {{"1", "b"}, {"2", "b"}, {"3", "c"}})});
    draft.facts = {number_fact("people")};
    draft.modifiers = {modifier("crowd", "y", "people", "9", {"1"}, "2")};
    const model::Scheme scheme = made(draft);
    const auto low = answers_of(scheme, {{"x", "2"}, {"y", "1"}});
    const auto high = answers_of(scheme, {{"x", "3"}, {"y", "1"}});
    CHECK(between(scheme, low, high) == "bc");
}

TEST_CASE("chances are exactly 1 where one band alone can come up") {
    std::vector<Draft::Factor> factors;
    std::vector<Draft::Condition> any;
    for (int i = 0; i < 5; ++i) {
        factors.push_back(without_points(fmt::format("f{}", i), {"1", "2", "3"}));
        any.push_back(on_factor(fmt::format("f{}", i), "at_least", {"2"}));
    }
    std::vector<model::DecidingRuleDraft> rules;
    for (int i = 0; i < 5; ++i) rules.push_back(rule_when(fmt::format("r{}", i), {any[static_cast<std::size_t>(i)]}, "b"));
    rules.push_back(rule_when("rest", {}, "b"));
    const model::Scheme scheme = made(by_rules(std::move(factors), std::move(rules)));
    const std::vector<scoring::LevelChance> each{{LevelIndex{0}, 0.1}, {LevelIndex{1}, 0.2}, {LevelIndex{2}, 0.7}};
    const auto levels_of = [&](model::FactorIndex) { return std::span<const scoring::LevelChance>{each}; };
    const auto found = scoring::decided_chances(scheme, *table_in(scheme).deciding(), levels_of, {});
    REQUIRE(found.bands.size() == 1);
    CHECK(found.bands.front().second == 1);
}

TEST_CASE("factors that constraints alone tie together are drawn up to a limit") {
    const auto drawn = [](std::size_t factors) {
        std::vector<Draft::Factor> all;
        std::vector<Draft::Condition> when;
        for (std::size_t i = 0; i < factors; ++i) {
            all.push_back(without_points(fmt::format("f{}", i), {"1", "2", "3"}));
            when.push_back(on_factor(fmt::format("f{}", i), "at_most", {"2"}));
        }
        auto draft = by_rules(std::move(all), {rule_by_level("f0", {{"1", "a"}, {"2", "b"}, {"3", "c"}})});
        draft.constraints = {constraint("tied", "error", when, {on_factor(fmt::format("f{}", factors - 1), "at_most", {"3"})})};
        const model::Scheme scheme = made(draft);
        const std::vector<scoring::LevelChance> each{{LevelIndex{0}, 0.5}, {LevelIndex{1}, 0.25}, {LevelIndex{2}, 0.25}};
        const std::vector<scoring::LevelChance> first{{LevelIndex{0}, 1}};
        const auto levels_of = [&](model::FactorIndex factor) {
            return std::span<const scoring::LevelChance>{factor.value() == 0 ? first : each};
        };
        return scoring::decided_chances(scheme, *table_in(scheme).deciding(), levels_of, {}).is;
    };
    CHECK(drawn(3) == scoring::DecidedChances::Is::chances);
    CHECK(drawn(20) == scoring::DecidedChances::Is::too_many);
}

TEST_CASE("a band chosen where rules give it changes nothing, and one that they do not give is refused") {
    const model::Scheme scheme =
        made(by_rules({without_points("x", {"1", "2", "3"})}, {rule_by_level("x", {{"1", "a"}, {"2", "b"}, {"3", "c"}})}));
    const auto said = [&](const Pairs& levels, const std::string& band) {
        auto answers = answers_of(scheme, levels);
        answers.choice =
            std::make_shared<const model::BandChoice>(model::BandChoice{.band = text(band), .reason = "As the others."});
        const auto score = scoring::score(scheme, &table_in(scheme), answers);
        if (score.problems.size() != 1) return std::to_string(score.problems.size()) + " problems";
        const auto told = scoring::explain_choice(score.problems.front().kind, *answers.choice, table_in(scheme), score);
        return told.id + ": " + told.message;
    };
    CHECK(said({{"x", "2"}}, "b") == "JE-J62: band 'b' is chosen, but the rules of the scheme give the band");
    CHECK(said({{"x", "2"}}, "c") == "JE-J61: band 'c' is chosen, but the rules of the scheme give band 'b'");
    CHECK(said({}, "c") == "JE-J62: band 'c' is chosen, but the rules of the scheme give the band");
}

TEST_CASE("smallest changes look both ways in step when there is too little work for all") {
    std::vector<Draft::Factor> factors;
    for (int i = 0; i < 10; ++i) factors.push_back(without_points(fmt::format("f{}", i), {"1", "2", "3", "4"}));
    auto reach = model::DecidingRuleDraft{.id = text("reach"), .at = at_line(1)};
    for (int i = 0; i < 10; ++i) reach.reach.push_back(text(fmt::format("f{}", i)));
    reach.at_least = number("5");
    reach.bands = table_of({{"1", "a"}, {"2", "b"}, {"3", "b"}, {"4", "c"}});
    const model::Scheme scheme = made(by_rules(std::move(factors), {reach}));
    model::Answers answers{scheme};
    for (auto& level : answers.levels) level = LevelIndex{1};
    const auto score = scoring::score(scheme, &table_in(scheme), answers);
    const auto found =
        scoring::smallest_changes(scheme, table_in(scheme), answers, score, scoring::Direction::raise, {.work = 8'000});
    REQUIRE(found.complete_to_steps);
    CHECK(*found.complete_to_steps >= 1);
}

TEST_CASE("a count that says no number is told, and not looked into") {
    Draft::Condition count{.test = text("at_most"), .at = at_line(3)};
    count.of = std::vector<Draft::Condition>{on_factor("x", "is", {"1"}), on_factor("x", "is", {"2"})};
    const auto draft = by_rules({without_points("x", {"1", "2"})}, {rule_when("r", {count}, "a")});
    CHECK(mistakes(draft).starts_with("JE-B81"));
}

TEST_CASE("no total is in a band that rules give") {
    const model::Scheme scheme =
        made(by_rules({without_points("x", {"1", "2"})}, {rule_by_level("x", {{"1", "a"}, {"2", "b"}})}));
    CHECK(table_in(scheme).bands_of(points("0")).empty());
    CHECK(table_in(scheme).bands_of(points("0"), points("9")).empty());
}

}  // namespace je::test::scoring_deciding_test
