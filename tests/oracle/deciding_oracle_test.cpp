// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "je/scoring/level_changes.hpp"
#include "je/scoring/score.hpp"
#include "scoring/deciding.hpp"
#include "scoring/proof_deciding.hpp"
#include "support/draft.hpp"

namespace je {
namespace {

using model::BandIndex;
using model::FactValue;
using model::LevelIndex;
using Levels = std::vector<std::size_t>;
using Facts = std::vector<FactValue>;
using test::Draft;

// Rules that give bands, held against plain ones that know all levels and facts and try everything.

bool holds(const model::Condition& condition, const Levels& levels, const Facts& facts) {
    if (const auto* count = std::get_if<model::CountCondition>(&condition.what)) {
        std::size_t true_ones = 0;
        for (const auto& one : count->of) true_ones += holds(one, levels, facts) ? 1U : 0U;
        return count->test == model::Test::at_least ? true_ones >= count->count : true_ones <= count->count;
    }
    if (const auto* on = std::get_if<model::FactorCondition>(&condition.what)) {
        const std::size_t level = levels[on->factor.value()];
        const bool listed =
            std::any_of(on->levels.begin(), on->levels.end(), [&](LevelIndex one) { return one.value() == level; });
        if (on->test == model::Test::at_least) return level >= on->levels.front().value();
        if (on->test == model::Test::at_most) return level <= on->levels.front().value();
        return on->test == model::Test::is_not ? !listed : listed;
    }
    const auto& on = std::get<model::FactCondition>(condition.what);
    const FactValue& value = facts[on.fact.value()];
    const bool listed = std::find(on.values.begin(), on.values.end(), value) != on.values.end();
    if (on.test == model::Test::at_least) return value >= on.values.front();
    if (on.test == model::Test::at_most) return value <= on.values.front();
    return on.test == model::Test::is_not ? !listed : listed;
}

bool all_hold(const std::vector<model::Condition>& conditions, const Levels& levels, const Facts& facts) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const auto& one) { return holds(one, levels, facts); });
}

/// The band of a rule; nothing where it does not hold.
std::optional<BandIndex> band_by(const model::DecidingRule& rule, const Levels& levels, const Facts& facts) {
    if (rule.by == model::DecideBy::when) return all_hold(rule.when, levels, facts) ? rule.band : std::nullopt;
    Levels of;
    for (const auto factor : rule.factors) of.push_back(levels[factor.value()]);
    if (rule.by == model::DecideBy::level_of) return rule.band_of_level[of.front()];
    for (std::size_t level = rule.band_of_level.size(); level-- > 0;) {
        const auto passes = [&](std::size_t one) { return rule.by == model::DecideBy::agree ? one == level : one >= level; };
        if (static_cast<std::size_t>(std::count_if(of.begin(), of.end(), passes)) >= rule.at_least)
            return rule.band_of_level[level];
    }
    return std::nullopt;
}

struct Slow {
    const model::Scheme& scheme;
    const model::BandTable& table = scheme.band_tables().front();

    [[nodiscard]] bool allowed(const Levels& levels, const Facts& facts) const {
        return std::all_of(scheme.constraints().begin(), scheme.constraints().end(), [&](const auto& one) {
            return !one.is_error || !all_hold(one.when, levels, facts) || all_hold(one.require, levels, facts);
        });
    }
    /// Nothing: no rule, or two that differ.
    [[nodiscard]] std::optional<BandIndex> band(const Levels& levels, const Facts& facts) const {
        std::set<BandIndex> bands;
        for (const auto& rule : table.deciding()->rules) {
            const auto band = band_by(rule, levels, facts);
            if (band && table.deciding()->first_match) return band;
            if (band) bands.insert(*band);
        }
        return bands.size() == 1 ? std::optional{*bands.begin()} : std::nullopt;
    }
    void every_levels(const std::function<void(const Levels&)>& visit) const {
        Levels levels(scheme.factors().size(), 0);
        for (;;) {
            visit(levels);
            std::size_t i = levels.size();
            while (i > 0 && levels[i - 1] + 1 == scheme.factors()[i - 1].levels.size()) levels[--i] = 0;
            if (i == 0) return;
            ++levels[i - 1];
        }
    }
};

constexpr int most_people = 4;

/// All values of the two facts: a number of people from 0 to 4, and yes or no.
std::vector<Facts> all_facts() {
    std::vector<Facts> all;
    for (int people = 0; people <= most_people; ++people) {
        for (const bool yes : {false, true}) all.push_back({base::WideDecimal{base::Decimal::from_whole(people)}, yes});
    }
    return all;
}

class RandomScheme {
public:
    explicit RandomScheme(std::uint32_t seed) : random_{seed} {}

    [[nodiscard]] Draft make() {
        std::vector<Draft::Factor> factors;
        count_ = 2 + below(3);
        for (std::size_t i = 0; i < count_; ++i) factors.push_back(factor(i));
        Draft draft = test::simple_scheme(std::move(factors));
        draft.method = test::text("classification");
        draft.facts = {test::number_fact("people"), test::yes_no_fact("leads")};
        draft.facts.front().whole = base::Located<bool>{true, test::at_line(1)};
        draft.facts.front().max = {base::WideDecimal{base::Decimal::from_whole(most_people)}, test::at_line(1)};
        if (below(2) == 0) draft.derived = {derivation()};
        if (below(2) == 0) draft.constraints = {test::constraint("c", "error", {condition(0)}, {condition(0)})};
        draft.bands = {bands()};
        return draft;
    }

private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random_); }
    static std::string name(std::size_t i) { return fmt::format("f{}", i); }
    std::string level() { return std::to_string(1 + below(3)); }

    static Draft::Factor factor(std::size_t i) {
        auto made = test::table_factor(name(i), {"1", "2", "3"});
        for (std::size_t l = 0; l < made.levels.size(); ++l) {
            made.levels[l].id = test::text(std::to_string(l + 1));
            made.levels[l].points.reset();
        }
        return made;
    }
    Draft::Rule derivation() {
        auto rule = test::range_derivation("d", name(below(count_)), {"people"});
        const auto add = [&](std::string_view from, std::string_view until) {
            rule.ranges.push_back({{test::range_of("people", from, until)}, test::text(level()), test::at_line(1)});
        };
        add("", "2");
        add("2", "3");
        add("3", "");
        return rule;
    }
    Draft::Condition condition(std::size_t depth) {
        static const std::vector<std::string> tests{"is", "is_not", "at_least", "at_most", "one_of"};
        switch (below(depth > 0 ? 4 : 3)) {
            case 0:
                return test::on_fact("leads", "is", {below(2) == 0 ? "yes" : "no"});
            case 1:
                return test::on_fact("people", tests[below(tests.size())], {std::to_string(below(most_people + 1))});
            case 3: {
                Draft::Condition count;
                count.at = test::at_line(1);
                count.of.emplace();
                for (std::size_t i = 0; i < 3; ++i) count.of->push_back(condition(depth - 1));
                count.test = test::text(below(2) == 0 ? "at_least" : "at_most");
                count.count = test::number(std::to_string(1 + below(2)));
                return count;
            }
            default:
                return test::on_factor(name(below(count_)), tests[below(tests.size())], {level()});
        }
    }
    model::DecidingRuleDraft rule(std::size_t number) {
        model::DecidingRuleDraft made{.id = test::text(fmt::format("r{}", number)), .at = test::at_line(1)};
        const std::size_t form = below(4);
        if (form == 0) {
            made.when.emplace();
            for (std::size_t i = 0; i <= below(2); ++i) made.when->push_back(condition(2));
            made.band = test::text(band());
            return made;
        }
        if (form == 1) {
            made.level_of = test::text(name(below(count_)));
        } else {
            auto& names = form == 2 ? made.agree : made.reach;
            for (std::size_t i = 0; i < count_; ++i) names.push_back(test::text(name(i)));
            made.at_least = test::number(std::to_string(form == 2 ? count_ / 2 + 1 : 1 + below(count_)));
        }
        made.bands.emplace();
        for (const char* const one : {"1", "2", "3"}) {
            if (below(4) > 0 || made.bands->empty()) made.bands->emplace_back(test::text(one), test::text(band()));
        }
        return made;
    }
    std::string band() { return std::string(1, static_cast<char>('a' + below(3))); }
    model::BandTableDraft bands() {
        auto table = test::bands({{"a", "0"}, {"b", "1"}, {"c", "2"}});
        for (auto& one : table.bands) one.floor.reset();
        table.first_match = base::Located<bool>{below(4) > 0, test::at_line(1)};
        table.decide.emplace();
        for (std::size_t i = 0; i <= below(4); ++i) table.decide->push_back(rule(i));
        return table;
    }

    std::mt19937 random_;
    std::size_t count_ = 0;
};

/// What the questionnaire states: some levels, and facts or none.
model::Answers answers_of(const model::Scheme& scheme, const std::vector<std::optional<std::size_t>>& levels,
                          const std::vector<std::optional<FactValue>>& facts) {
    model::Answers answers{scheme};
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (levels[i]) answers.levels[i] = LevelIndex{*levels[i]};
    for (std::size_t i = 0; i < facts.size(); ++i) answers.facts[i] = facts[i];
    return answers;
}

/// Levels as the derivation makes them of stated ones, where all facts are known.
Levels after_derivation(const model::Scheme& scheme, Levels levels, const Facts& facts) {
    for (const auto& derivation : scheme.derivations()) {
        for (const auto& row : derivation.rows)
            if (row.tests.front()->holds(facts[0])) levels[derivation.factor.value()] = row.level.value();
    }
    return levels;
}

const model::DecidingRule* rule_of(const model::Scheme& scheme, std::size_t number) {
    return &scheme.band_tables().front().deciding()->rules[number];
}

std::vector<std::optional<FactValue>> known(const Facts& facts) { return {facts.begin(), facts.end()}; }

constexpr std::uint32_t schemes = 400;

TEST_CASE("rules that give bands agree with plain ones over all levels and facts") {
    for (std::uint32_t seed = 0; seed < schemes; ++seed) {
        CAPTURE(seed);
        const model::Scheme scheme = test::made(RandomScheme{seed}.make());
        const Slow slow{scheme};
        slow.every_levels([&](const Levels& stated) {
            for (const Facts& facts : all_facts()) {
                if (after_derivation(scheme, stated, facts) != stated) continue;
                const auto score =
                    scoring::score(scheme, &slow.table, answers_of(scheme, {stated.begin(), stated.end()}, known(facts)));
                const auto band = slow.band(stated, facts);
                REQUIRE(score.complete);
                REQUIRE(score.band_min == (band ? model::BandOrNone{*band} : model::BandOrNone{}));
                if (!score.deciding_rule) continue;
                CHECK(band_by(*rule_of(scheme, *score.deciding_rule), stated, facts) == band);
            }
        });
    }
}

TEST_CASE("the bands of an incomplete job are those of all its completions") {
    std::mt19937 random{7};
    const auto coin = [&] { return std::uniform_int_distribution<int>{0, 1}(random) == 1; };
    for (std::uint32_t seed = 0; seed < schemes; ++seed) {
        CAPTURE(seed);
        const model::Scheme scheme = test::made(RandomScheme{seed}.make());
        const Slow slow{scheme};
        const std::size_t count = scheme.factors().size();
        for (int tries = 0; tries < 6; ++tries) {
            std::vector<std::optional<std::size_t>> levels(count);
            for (auto& level : levels)
                if (coin()) level = std::uniform_int_distribution<std::size_t>{0, 2}(random);
            std::vector<std::optional<FactValue>> facts(2);
            const auto some = all_facts()[std::uniform_int_distribution<std::size_t>{0, all_facts().size() - 1}(random)];
            for (std::size_t i = 0; i < 2; ++i)
                if (coin()) facts[i] = some[i];
            for (const auto& derivation : scheme.derivations()) levels[derivation.factor.value()].reset();  // facts give it
            const auto score = scoring::score(scheme, &slow.table, answers_of(scheme, levels, facts));
            if (score.complete) continue;
            std::set<BandIndex> expected;
            for (const Facts& all : all_facts()) {
                bool fits = true;
                for (std::size_t i = 0; i < 2; ++i) fits = fits && (!facts[i] || *facts[i] == all[i]);
                if (!fits) continue;
                slow.every_levels([&](const Levels& full) {
                    for (std::size_t i = 0; i < count; ++i)
                        if (levels[i] && *levels[i] != full[i]) return;
                    if (after_derivation(scheme, full, all) != full || !slow.allowed(full, all)) return;
                    if (const auto band = slow.band(full, all)) expected.insert(*band);
                });
            }
            // Where rules contradict each other, one that holds is taken for the band.
            if (!slow.table.deciding()->first_match) continue;
            CHECK(std::vector<BandIndex>(expected.begin(), expected.end()) == score.bands);
        }
    }
}

TEST_CASE("the bands between two sets of levels are those of all levels between, whatever the facts not known are") {
    std::mt19937 random{11};
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(random); };
    for (std::uint32_t seed = 0; seed < schemes; ++seed) {
        CAPTURE(seed);
        const model::Scheme scheme = test::made(RandomScheme{seed}.make());
        const Slow slow{scheme};
        if (!slow.table.deciding()->first_match) continue;
        const std::size_t count = scheme.factors().size();
        for (int tries = 0; tries < 4; ++tries) {
            std::vector<std::optional<std::size_t>> low(count), high(count);
            for (std::size_t i = 0; i < count; ++i) {
                low[i] = below(3);
                high[i] = *low[i] + below(3 - *low[i]);
            }
            for (const auto& derivation : scheme.derivations()) {
                low[derivation.factor.value()].reset();  // facts give it
                high[derivation.factor.value()].reset();
            }
            std::vector<std::optional<FactValue>> facts(2);
            const auto some = all_facts()[below(all_facts().size())];
            for (std::size_t i = 0; i < 2; ++i)
                if (below(2) == 0) facts[i] = some[i];
            std::set<BandIndex> expected;
            for (const Facts& all : all_facts()) {
                bool fits = true;
                for (std::size_t i = 0; i < 2; ++i) fits = fits && (!facts[i] || *facts[i] == all[i]);
                if (!fits) continue;
                slow.every_levels([&](const Levels& full) {
                    for (std::size_t i = 0; i < count; ++i)
                        if (low[i] && (full[i] < *low[i] || full[i] > *high[i])) return;
                    if (after_derivation(scheme, full, all) != full || !slow.allowed(full, all)) return;
                    if (const auto band = slow.band(full, all)) expected.insert(*band);
                });
            }
            const auto found = scoring::possible_bands_between(scheme, slow.table, answers_of(scheme, low, facts),
                                                               answers_of(scheme, high, facts));
            CHECK(std::vector<BandIndex>(expected.begin(), expected.end()) == found);
        }
    }
}

/// All minimal sets of at most three factors one way, as factor and level pairs.
std::set<std::vector<std::pair<std::size_t, std::size_t>>> slow_sets(const Slow& slow, const Levels& now, const Facts& facts,
                                                                     bool higher) {
    const auto start = *slow.band(now, facts);
    const auto counts = [&](const Levels& levels) {
        const auto band = slow.band(levels, facts);
        return levels != now && slow.allowed(levels, facts) && (higher ? band && *band > start : !band || *band < start);
    };
    std::set<std::vector<std::pair<std::size_t, std::size_t>>> found;
    slow.every_levels([&](const Levels& levels) {
        std::vector<std::pair<std::size_t, std::size_t>> moved;
        bool up = true, down = true;
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (levels[i] != now[i]) moved.emplace_back(i, levels[i]);
            up = up && levels[i] >= now[i];
            down = down && levels[i] <= now[i];
        }
        if (moved.size() > 3 || (!up && !down) || !counts(levels)) return;
        for (const auto& [factor, level] : moved) {
            Levels back = levels;
            back[factor] = level > now[factor] ? level - 1 : level + 1;
            if (counts(back)) return;
        }
        found.insert(moved);
    });
    return found;
}

TEST_CASE("smallest changes where rules give bands agree with trying all levels") {
    for (std::uint32_t seed = 0; seed < schemes / 4; ++seed) {
        CAPTURE(seed);
        const model::Scheme scheme = test::made(RandomScheme{seed}.make());
        const Slow slow{scheme};
        const Facts facts = all_facts()[seed % all_facts().size()];
        slow.every_levels([&](const Levels& now) {
            if (after_derivation(scheme, now, facts) != now || !slow.allowed(now, facts) || !slow.band(now, facts)) return;
            const auto answers = answers_of(scheme, {now.begin(), now.end()}, known(facts));
            const auto score = scoring::score(scheme, &slow.table, answers);
            for (const bool higher : {true, false}) {
                const auto direction = higher ? scoring::Direction::raise : scoring::Direction::lower;
                const auto found = scoring::smallest_changes(scheme, slow.table, answers, score, direction, {.keep = 0});
                std::set<std::vector<std::pair<std::size_t, std::size_t>>> sets;
                std::size_t steps = 0;
                for (const auto& set : found.sets) {
                    CHECK(set.steps >= steps);
                    steps = set.steps;
                    std::vector<std::pair<std::size_t, std::size_t>> moved;
                    for (const auto& change : set.changes) moved.emplace_back(change.factor.value(), change.to.value());
                    sets.insert(moved);
                }
                REQUIRE(sets == slow_sets(slow, now, facts, higher));
                CHECK(found.found == sets.size());
            }
        });
    }
}

TEST_CASE("with less work the sets of as many steps as are said are all there, both ways") {
    for (std::uint32_t seed = 0; seed < schemes / 4; ++seed) {
        CAPTURE(seed);
        const model::Scheme scheme = test::made(RandomScheme{seed}.make());
        const Slow slow{scheme};
        const Facts facts = all_facts()[seed % all_facts().size()];
        const Levels now(scheme.factors().size(), 1);
        if (after_derivation(scheme, now, facts) != now || !slow.allowed(now, facts) || !slow.band(now, facts)) continue;
        const auto answers = answers_of(scheme, {now.begin(), now.end()}, known(facts));
        const auto score = scoring::score(scheme, &slow.table, answers);
        const auto all = scoring::smallest_changes(scheme, slow.table, answers, score, scoring::Direction::raise, {.keep = 0});
        for (const std::size_t work : {20U, 60U, 200U, 600U}) {
            const auto some = scoring::smallest_changes(scheme, slow.table, answers, score, scoring::Direction::raise,
                                                        {.keep = 0, .work = work});
            const std::size_t steps = some.complete_to_steps.value_or(99);
            const auto expected =
                std::count_if(all.sets.begin(), all.sets.end(), [&](const auto& set) { return set.steps <= steps; });
            CHECK(some.sets.size() == static_cast<std::size_t>(expected));
        }
    }
}

TEST_CASE("chances of bands by rules add up what each combination of levels has") {
    const std::vector<double> chances{0.2, 0.3, 0.5};
    for (std::uint32_t seed = 0; seed < schemes; ++seed) {
        CAPTURE(seed);
        const model::Scheme scheme = test::made(RandomScheme{seed}.make());
        const Slow slow{scheme};
        if (!slow.table.deciding()->first_match) continue;
        std::vector<scoring::LevelChance> each;
        for (std::size_t i = 0; i < 3; ++i) each.push_back({LevelIndex{i}, chances[i]});
        const auto levels_of = [&](model::FactorIndex) { return std::span<const scoring::LevelChance>{each}; };
        const Facts facts = all_facts()[seed % all_facts().size()];
        const auto given = known(facts);
        const auto found = scoring::decided_chances(scheme, *slow.table.deciding(), levels_of, given);
        std::map<std::size_t, double> expected;  // by band, 0 for none
        bool all_allowed = true;
        slow.every_levels([&](const Levels& levels) {
            double chance = 1;
            for (const std::size_t level : levels) chance *= chances[level];
            const auto band = slow.band(levels, facts);
            expected[band ? band->value() + 1 : 0] += chance;
            all_allowed = all_allowed && slow.allowed(levels, facts);
        });
        REQUIRE((found.is == scoring::DecidedChances::Is::chances) == all_allowed);
        if (!all_allowed) continue;
        REQUIRE(found.bands.size() == expected.size());
        if (expected.size() == 1) CHECK(found.bands.front().second == 1);
        for (const auto& [band, chance] : found.bands) {
            const auto key = band.visit([](BandIndex one) { return one.value() + 1; }, [] { return std::size_t{0}; });
            CHECK(std::abs(chance - expected[key]) < 1e-12);
        }
    }
}

TEST_CASE("the proof counts each combination of levels and facts once") {
    for (std::uint32_t seed = 0; seed < schemes; ++seed) {
        CAPTURE(seed);
        const model::Scheme scheme = test::made(RandomScheme{seed}.make());
        const Slow slow{scheme};
        const auto& deciding = *slow.table.deciding();
        if (!scheme.constraints().empty()) continue;
        // Of a number, one value of each part; parts are as many as places where a rule changes its answer.
        std::vector<Facts> facts;
        for (const Facts& one : all_facts()) {
            bool is_listed = true;
            for (std::size_t i = 0; i < 2; ++i) {
                const auto place = std::find(deciding.facts.begin(), deciding.facts.end(), model::FactIndex{i});
                const auto& values = place == deciding.facts.end()
                                         ? std::vector<FactValue>{all_facts().front()[i]}
                                         : deciding.values[static_cast<std::size_t>(place - deciding.facts.begin())];
                is_listed = is_listed && std::find(values.begin(), values.end(), one[i]) != values.end();
            }
            if (is_listed) facts.push_back(one);
        }
        std::size_t others = 1;  // combinations of levels that no rule reads
        for (model::FactorIndex factor{0}; factor.value() < scheme.factors().size(); ++factor)
            if (std::find(deciding.factors.begin(), deciding.factors.end(), factor) == deciding.factors.end()) others *= 3;
        std::size_t all = 0, with_band = 0;
        slow.every_levels([&](const Levels& levels) {
            for (const Facts& one : facts) {
                ++all;
                bool any = false;
                for (const auto& rule : deciding.rules) any = any || band_by(rule, levels, one);
                with_band += any ? 1U : 0U;
            }
        });
        const auto counted = scoring::decided_combinations(scheme, slow.table);
        CHECK(counted.combinations * others == all);
        std::size_t decided = 0;
        for (const auto& one : counted.by) decided += one.combinations;
        CHECK(decided * others == with_band);
    }
}

}  // namespace
}  // namespace je
