// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "je/scoring/trees.hpp"
#include "oracle/random_trees.hpp"
#include "oracle/slow_trees.hpp"
#include "scoring/tree_core.hpp"

namespace je::test::trees_oracle {

namespace {

/// Sets the changed and further answers and nothing else, facts to each value there is for it: the level is given.
void check_setting_gives_the_level(const TreeWithFacts& of, Said said, const scoring::RuledOut& out) {
    std::vector<TreeStep> set = out.further;
    for (const auto& change : out.changed) set.push_back({change.question, change.to});
    std::set<FactIndex> facts;
    for (const auto& step : set) {
        if (const auto& fact = of.tree[step.question].fact)
            facts.insert(*fact);
        else
            said.options[step.question.value()] = step.option;
    }
    // All values of a fact that suit the steps of the path: those set, and those of other questions, which keep theirs.
    const std::function<std::size_t(std::set<FactIndex>::const_iterator)> try_all = [&](auto fact) -> std::size_t {
        if (fact == facts.end()) {
            CHECK(scoring::levels_given(said.job(of.tree).given()) == std::vector{out.level});
            return 1;
        }
        std::size_t tried = 0;
        for (const auto& value : of.facts[fact->value()].values) {
            const bool suits = std::all_of(out.path.begin(), out.path.end(), [&](const TreeStep& step) {
                const auto& asked = of.tree[step.question];
                return asked.fact != *fact || asked.options[step.option].test->holds(value);
            });
            if (!suits) continue;
            said.facts[fact->value()] = value;
            tried += try_all(std::next(fact));
        }
        return tried;
    };
    CHECK(try_all(facts.begin()) > 0);
}

/// No job at all with the level is nearer, whatever its facts and answers.
void check_none_is_nearer(const TreeWithFacts& of, const std::vector<std::optional<std::size_t>>& counts,
                          const std::vector<scoring::RuledOut>& all) {
    const Said nothing{Known(of.facts.size()), std::vector<std::optional<std::size_t>>(of.tree.questions.size())};
    std::vector<std::optional<Distance>> least(levels);
    for_each_completion(of, nothing, [&](const Completion& one) {
        const auto path = path_of(of.tree, one);
        const Distance distance = distance_of(path.steps, counts);
        auto& so_far = least[path.level.value()];
        if (!so_far || distance < *so_far) so_far = distance;
    });
    for (const auto& out : all) {
        REQUIRE(least[out.level.value()].has_value() == out.has_path);
        if (out.has_path) CHECK(*least[out.level.value()] == Distance{out.changed.size(), out.further.size()});
    }
}

void check_ruled_out(const TreeWithFacts& of, const Said& said, const SlowWalk& slow, const scoring::Walk& walk) {
    const auto job = said.job(of.tree);
    const auto all = scoring::ruled_out_given(job.given(), levels, walk);
    CHECK(all.size() + walk.possible.size() == levels);
    const auto paths = all_paths(of.tree);
    const auto counts = counting(of, said, slow);
    for (const auto& out : all) {
        CHECK_FALSE(slow.possible.contains(out.level));
        CHECK(out.path == nearest_path(paths, out.level, counts));
        CHECK(out.has_path == !out.path.empty());
        CHECK(out.closed_by == closing_step(paths, slow, out.level));
        CHECK(Distance{out.changed.size(), out.further.size()} == distance_of(out.path, counts));
        for (const auto& change : out.changed) CHECK(counts[change.question.value()] == change.from);
        if (out.has_path) check_setting_gives_the_level(of, said, out);
    }
    check_none_is_nearer(of, counts, all);
}

/// Without the answers off the path all is the same; with any other one taken away no level is lost.
void check_answers_taken_away(const TreeWithFacts& of, const Said& said, const scoring::Walk& walk) {
    Said less = said;
    for (const auto& step : walk.off_path) less.options[step.question.value()].reset();
    const auto without = scoring::walk_given(less.job(of.tree).given());
    CHECK(without.trace == walk.trace);
    CHECK(without.possible == walk.possible);
    CHECK(without.ahead == walk.ahead);
    const auto widens = [&](const Said& one) {
        const auto wider = scoring::levels_given(one.job(of.tree).given());
        CHECK(std::includes(wider.begin(), wider.end(), walk.possible.begin(), walk.possible.end()));
    };
    for (std::size_t i = 0; i < said.facts.size(); ++i) {
        less = said;
        less.facts[i].reset();
        widens(less);
    }
    for (std::size_t i = 0; i < said.options.size(); ++i) {
        less = said;
        less.options[i].reset();
        widens(less);
    }
}

void check_job(const TreeWithFacts& of, const Said& said) {
    const auto slow = slow_walk(of, said);
    const auto job = said.job(of.tree);
    const auto walk = scoring::walk_given(job.given());
    CHECK(walk.trace == slow.trace);
    CHECK(walk.stops_at == slow.stops_at);
    CHECK(walk.possible == std::vector<LevelIndex>{slow.possible.begin(), slow.possible.end()});
    CHECK(scoring::levels_given(job.given()) == walk.possible);
    CHECK(walk.ahead == slow.ahead);
    CHECK(walk.off_path == slow.off_path);
    check_answers_taken_away(of, said, walk);
    check_ruled_out(of, said, slow, walk);
}

/// The question for which two paths are a pair: the one where they differ, if they may stand beside the same answers to all
/// else.
std::optional<QuestionIndex> differ_in(const TreeWithFacts& of, const scoring::TreePath& one, const scoring::TreePath& other) {
    if (one.level == other.level) return std::nullopt;
    std::optional<QuestionIndex> different;
    for (const auto& step : one.steps) {
        for (const auto& there : other.steps) {
            if (there.question != step.question || there.option == step.option) continue;
            if (different) return std::nullopt;
            different = step.question;
        }
    }
    for (std::size_t fact = 0; fact < of.facts.size(); ++fact) {
        const auto suits = [&](const scoring::TreePath& path, const FactValue& value) {
            return std::all_of(path.steps.begin(), path.steps.end(), [&](const TreeStep& step) {
                const auto& asked = of.tree[step.question];
                return step.question == different || asked.fact != FactIndex{fact} ||
                       asked.options[step.option].test->holds(value);
            });
        };
        const auto& values = of.facts[fact].values;
        const auto both = [&](const FactValue& value) { return suits(one, value) && suits(other, value); };
        if (std::none_of(values.begin(), values.end(), both)) return std::nullopt;
    }
    return different;
}

bool same(const scoring::TreePath& one, const scoring::TreePath& other) {
    return one.steps == other.steps && one.level == other.level;
}

using Pair = std::pair<const scoring::TreePath*, const scoring::TreePath*>;

/// The first pair in path order of each question that has one, by trying all.
std::map<QuestionIndex, Pair> first_pairs(const TreeWithFacts& of, const std::vector<scoring::TreePath>& paths) {
    std::map<QuestionIndex, Pair> first;
    for (std::size_t i = 0; i < paths.size(); ++i)
        for (std::size_t j = i + 1; j < paths.size(); ++j)
            if (const auto question = differ_in(of, paths[i], paths[j])) first.try_emplace(*question, &paths[i], &paths[j]);
    return first;
}

/// How many questions had a pair, and how many none.
struct Tally {
    std::size_t found = 0;
    std::size_t none = 0;
};

void check_pairs(const TreeWithFacts& of, const std::vector<scoring::TreePath>& paths, Tally& tally) {
    std::vector<FactDefinition> facts;
    for (const auto& fact : of.facts) facts.push_back(fact.definition);
    const auto result = scoring::path_pairs(of.tree, facts);
    const auto slow = first_pairs(of, paths);
    CHECK(result.not_searched.empty());
    CHECK(result.pairs.size() + result.without.size() == of.tree.questions.size());
    REQUIRE(result.pairs.size() == slow.size());
    auto next = slow.begin();
    for (const auto& pair : result.pairs) {
        CHECK(pair.question == next->first);
        CHECK(same(pair.first, *next->second.first));
        CHECK(same(pair.second, *next->second.second));
        ++next;
    }
    for (const QuestionIndex question : result.without) CHECK_FALSE(slow.contains(question));
    tally.found += result.pairs.size();
    tally.none += result.without.size();
}

}  // namespace

TEST_CASE("answers to questions mean what all completions say") {
    RandomTrees random{20261};
    std::size_t jobs = 0;
    for (int tree = 0; tree < 3'000; ++tree) {
        CAPTURE(tree);
        const TreeWithFacts of = random.make();
        const Said nothing{Known(of.facts.size()), std::vector<std::optional<std::size_t>>(of.tree.questions.size())};
        if (completions_of(of, nothing) > 2'000) continue;
        for (const std::size_t percent : {0U, 30U, 60U, 100U}) {
            Said said;
            random.answer(of, percent, said.facts, said.options);
            check_job(of, said);
            ++jobs;
        }
    }
    CHECK(jobs > 8'000);
}

TEST_CASE("paths are those that recursion finds, in its order") {
    RandomTrees random{20262, {.questions = 9, .facts = 3}};
    for (int tree = 0; tree < 2'000; ++tree) {
        CAPTURE(tree);
        const TreeWithFacts of = random.make();
        const auto paths = all_paths(of.tree);
        CHECK(scoring::count_paths(of.tree) == paths.size());
        std::size_t visited = 0;
        scoring::visit_paths(of.tree, [&](const scoring::TreePath& path) {
            if (visited < paths.size()) CHECK(same(path, paths[visited]));
            return ++visited > 0;
        });
        CHECK(visited == paths.size());
        std::size_t until_stopped = 0;
        scoring::visit_paths(of.tree, [&](const scoring::TreePath&) { return ++until_stopped < 2; });
        CHECK(until_stopped == std::min<std::size_t>(2, paths.size()));
    }
}

TEST_CASE("pairs of paths are those that trying all pairs finds") {
    const KindOfTree kinds[]{
        {.questions = 10, .facts = 3},
        // Where paths often meet again, or ask the same fact from other sides, so that chains which begin well must be left.
        {.questions = 12,
         .facts = 2,
         .levels_given = 2,
         .several_percent = 80,
         .fact_percent = 90,
         .onward_percent = 80,
         .reach = 4},
        {.questions = 14,
         .facts = 1,
         .levels_given = 2,
         .several_percent = 100,
         .fact_percent = 60,
         .onward_percent = 85,
         .reach = 5}};
    unsigned seed = 20263;
    for (const auto& kind : kinds) {
        RandomTrees random{seed++, kind};
        Tally tally;
        for (int tree = 0; tree < 4'000; ++tree) {
            CAPTURE(tree);
            const TreeWithFacts of = random.make();
            const auto number = scoring::count_paths(of.tree);
            REQUIRE(number.has_value());
            if (*number <= 120) check_pairs(of, all_paths(of.tree), tally);
        }
        CHECK(tally.found > 2'000);
        CHECK(tally.none > 500);
    }
}

}  // namespace je::test::trees_oracle
