// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "je/scoring/trees.hpp"
#include "scoring/tree_core.hpp"
#include "support/draft.hpp"
#include "support/trees.hpp"

namespace je::test::trees_oracle {

namespace {

using model::ChoiceSet;
using model::FactDefinition;
using model::FactIndex;
using model::FactKindOf;
using model::FactTest;
using model::FactValue;
using model::LevelIndex;
using model::QuestionIndex;
using model::Tree;
using model::TreeStep;
using Options = std::vector<std::size_t>;  // one a question
using Known = std::vector<std::optional<FactValue>>;

constexpr std::size_t levels = 5;

base::WideDecimal halves(std::int64_t count) { return base::Decimal::from_units(count * 5000); }

/// A fact, and values of it among which is one of every kind that tests on halves tell apart.
struct FactOfTree {
    FactDefinition definition;
    std::vector<FactValue> values;
};

/// A tree, the facts it asks, and every completion of it when nothing is given.
struct TreeWithFacts {
    Tree tree;
    std::vector<FactOfTree> facts;
};

/// Makes trees of questions that ask facts as far as no chain asks the same thing twice.
class RandomTrees {
public:
    explicit RandomTrees(unsigned seed) : random_{seed} {}

    std::size_t up_to(std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(random_); }
    bool chance(std::size_t percent) { return up_to(99) < percent; }

    TreeWithFacts make(std::size_t questions, std::size_t facts) {
        TreeWithFacts made;
        for (std::size_t i = up_to(facts); i > 0; --i) made.facts.push_back(fact());
        place_.resize(1 + up_to(questions - 1));
        for (std::size_t i = 0; i < place_.size(); ++i) place_[i] = i;
        std::shuffle(place_.begin(), place_.end(), random_);  // the order of asking is not that of the file
        made.tree.questions.resize(place_.size());
        made.tree.start = QuestionIndex{place_.front()};
        for (std::size_t rank = place_.size(); rank-- > 0;) ask(made, rank);
        for (std::size_t rank = place_.size(); rank-- > 0;) ask_fact(made, QuestionIndex{place_[rank]});
        keep_reachable(made.tree);
        return made;
    }

    /// Of each question that asks no fact, and each fact, perhaps an answer.
    void answer(const TreeWithFacts& of, std::size_t percent, Known& facts, std::vector<std::optional<std::size_t>>& options) {
        facts.assign(of.facts.size(), std::nullopt);
        options.assign(of.tree.questions.size(), std::nullopt);
        for (std::size_t i = 0; i < facts.size(); ++i)
            if (chance(percent)) facts[i] = of.facts[i].values[up_to(of.facts[i].values.size() - 1)];
        for (std::size_t i = 0; i < options.size(); ++i)
            if (!of.tree.questions[i].fact && chance(percent)) options[i] = up_to(of.tree.questions[i].options.size() - 1);
    }

private:
    FactOfTree fact() {
        FactOfTree made;
        made.definition.kind = static_cast<FactKindOf>(up_to(3));
        switch (made.definition.kind) {
            case FactKindOf::number: {
                made.definition.whole = chance(50);
                made.definition.max = halves(6);
                for (std::int64_t i = 0; i <= 6; i += made.definition.whole ? 2 : 1) made.values.emplace_back(halves(i));
                break;
            }
            case FactKindOf::choice:
                made.definition.choices.resize(2 + up_to(2));
                for (std::size_t i = 0; i < made.definition.choices.size(); ++i) made.values.emplace_back(i);
                break;
            case FactKindOf::yes_no:
                made.values = {FactValue{false}, FactValue{true}};
                break;
            case FactKindOf::several:
                made.definition.choices.resize(2 + up_to(2));
                for (std::uint32_t i = 0; i < 1U << made.definition.choices.size(); ++i) made.values.emplace_back(ChoiceSet{i});
        }
        return made;
    }

    /// A question of its own, whose options lead to later ones or to levels.
    void ask(TreeWithFacts& made, std::size_t rank) {
        model::Question& question = made.tree.questions[place_[rank]];
        question.id = model::QuestionId{"q" + std::to_string(place_[rank])};
        for (std::size_t i = 0; i <= up_to(3) || i < 1; ++i) add_option(question, rank);
    }
    void add_option(model::Question& question, std::size_t rank) {
        model::TreeOption option{.id = std::string{static_cast<char>('a' + static_cast<char>(question.options.size()))}};
        const std::size_t later = place_.size() - 1 - rank;
        if (later > 0 && chance(70))
            option.leads_to = QuestionIndex{place_[rank + 1 + up_to(std::min<std::size_t>(later - 1, 2))]};
        else
            option.leads_to = LevelIndex{up_to(levels - 2)};  // the highest is given by none
        question.options.push_back(std::move(option));
    }

    /// Makes a question ask a fact, where that leaves no chain that asks the same thing twice.
    void ask_fact(TreeWithFacts& made, QuestionIndex question) {
        if (made.facts.empty() || !chance(70)) return;
        const std::size_t fact = up_to(made.facts.size() - 1);
        ChoiceSet of{};
        if (made.facts[fact].definition.kind == FactKindOf::several)
            of.bits = static_cast<std::uint32_t>(1 + up_to((std::size_t{1} << made.facts[fact].definition.choices.size()) - 2));
        for (std::size_t other = 0; other < made.tree.questions.size(); ++other) {
            const auto& asked = made.tree.questions[other];
            const bool apart = asked.fact != FactIndex{fact} || (of.bits != 0 && (asked.of.bits & of.bits) == 0);
            if (!apart &&
                (leads(made.tree, question, QuestionIndex{other}) || leads(made.tree, QuestionIndex{other}, question)))
                return;
        }
        model::Question& asking = made.tree.questions[question.value()];
        asking.fact = FactIndex{fact};
        asking.of = of;
        split(made.facts[fact], of, asking);
    }

    static bool leads(const Tree& tree, QuestionIndex from, QuestionIndex to) {
        const auto& options = tree[from].options;
        return std::any_of(options.begin(), options.end(), [&](const model::TreeOption& one) {
            return one.next() != nullptr && (*one.next() == to || leads(tree, *one.next(), to));
        });
    }

    /// Gives each option some of the values of the fact; takes options away where there are too many.
    void split(const FactOfTree& fact, ChoiceSet of, model::Question& question) {
        std::vector<std::size_t> values;  // numbers in halves, counts, or places of choices
        for (std::size_t i = 0; i < fact.values.size(); ++i) values.push_back(i);
        if (fact.definition.kind == FactKindOf::several) {
            values.clear();
            for (std::size_t i = 0; i <= static_cast<std::size_t>(std::popcount(of.bits)); ++i) values.push_back(i);
        }
        if (question.options.size() > values.size()) question.options.resize(values.size());
        const bool ranges = fact.definition.kind == FactKindOf::number || fact.definition.kind == FactKindOf::several;
        if (!ranges) std::shuffle(values.begin(), values.end(), random_);
        std::set<std::size_t> begins{0};
        while (begins.size() < question.options.size()) begins.insert(up_to(values.size() - 1));
        for (std::size_t option = 0; option < question.options.size(); ++option) {
            const std::size_t begin = *std::next(begins.begin(), static_cast<std::ptrdiff_t>(option));
            const bool last = option + 1 == question.options.size();
            const std::size_t end = last ? values.size() : *std::next(begins.begin(), static_cast<std::ptrdiff_t>(option + 1));
            FactTest test;
            test.of = of;
            if (!ranges)
                test.is.assign(values.begin() + static_cast<std::ptrdiff_t>(begin),
                               values.begin() + static_cast<std::ptrdiff_t>(end));
            if (ranges && begin > 0) test.from = bound(fact, begin);
            if (ranges && !last) test.below = bound(fact, end);
            question.options[option].test = test;
        }
        if (chance(50)) std::shuffle(question.options.begin(), question.options.end(), random_);
    }
    static base::WideDecimal bound(const FactOfTree& fact, std::size_t place) {
        if (fact.definition.kind == FactKindOf::several) return halves(static_cast<std::int64_t>(2 * place));
        const auto value = static_cast<std::int64_t>(place);
        return fact.definition.whole ? halves(2 * value - value % 2) : halves(value);  // some between whole numbers
    }

    static void keep_reachable(Tree& tree) {
        tree.in_order = in_order(tree);
        std::vector<std::optional<std::size_t>> now(tree.questions.size());
        std::vector<QuestionIndex> kept = tree.in_order;
        std::sort(kept.begin(), kept.end());
        std::vector<model::Question> questions;
        for (const QuestionIndex one : kept) {
            now[one.value()] = questions.size();
            questions.push_back(tree[one]);
        }
        for (auto& question : questions)
            for (auto& option : question.options)
                if (const auto* next = option.next()) option.leads_to = QuestionIndex{*now[next->value()]};
        tree.start = QuestionIndex{*now[tree.start.value()]};
        tree.questions = std::move(questions);
        tree.in_order = in_order(tree);
    }

    std::mt19937 random_;
    std::vector<std::size_t> place_;
};

/// A value of every fact and an option of every question, and the path they take.
struct Completion {
    std::vector<FactValue> facts;
    Options options;
};

std::size_t option_by(const Tree& tree, QuestionIndex question, const Completion& completion) {
    const auto& asked = tree[question];
    if (!asked.fact) return completion.options[question.value()];
    std::size_t found = asked.options.size();
    for (std::size_t option = 0; option < asked.options.size(); ++option) {
        if (!asked.options[option].test->holds(completion.facts[asked.fact->value()])) continue;
        REQUIRE(found == asked.options.size());
        found = option;
    }
    REQUIRE(found < asked.options.size());
    return found;
}

scoring::TreePath path_of(const Tree& tree, const Completion& completion) {
    scoring::TreePath path;
    for (const QuestionIndex* next = &tree.start; next != nullptr;) {
        const TreeStep step{*next, option_by(tree, *next, completion)};
        path.steps.push_back(step);
        const auto& option = tree[step.question].options[step.option];
        next = option.next();
        if (next == nullptr) path.level = *option.level();
    }
    return path;
}

/// What a job says, and the same as an object under test.
struct Said {
    Known facts;
    std::vector<std::optional<std::size_t>> options;

    [[nodiscard]] TreeJob job(const Tree& tree) const {
        TreeJob made{tree, {}, facts};
        for (std::size_t i = 0; i < options.size(); ++i)
            if (options[i]) made.answers.set(model::FactorIndex{0}, {QuestionIndex{i}, *options[i]});
        return made;
    }
};

std::size_t completions_of(const TreeWithFacts& of, const Said& said) {
    std::size_t number = 1;
    for (std::size_t i = 0; i < of.facts.size(); ++i) number *= said.facts[i] ? 1 : of.facts[i].values.size();
    for (std::size_t i = 0; i < said.options.size(); ++i)
        number *= said.options[i] || of.tree.questions[i].fact ? 1 : of.tree.questions[i].options.size();
    return number;
}

/// Calls `visit` with every completion that agrees with what is said.
void for_each_completion(const TreeWithFacts& of, const Said& said, const std::function<void(const Completion&)>& visit) {
    const std::size_t all = completions_of(of, said);
    for (std::size_t number = 0; number < all; ++number) {
        std::size_t rest = number;
        const auto digit = [&](std::size_t base) {
            const std::size_t value = rest % base;
            rest /= base;
            return value;
        };
        Completion completion;
        for (std::size_t i = 0; i < of.facts.size(); ++i)
            completion.facts.push_back(said.facts[i] ? *said.facts[i] : of.facts[i].values[digit(of.facts[i].values.size())]);
        for (std::size_t i = 0; i < said.options.size(); ++i) {
            const bool open = !said.options[i] && !of.tree.questions[i].fact;
            completion.options.push_back(open ? digit(of.tree.questions[i].options.size()) : said.options[i].value_or(0));
        }
        visit(completion);
    }
}

std::vector<scoring::TreePath> all_paths(const Tree& tree) {
    std::vector<scoring::TreePath> paths;
    scoring::TreePath path;
    const std::function<void(QuestionIndex)> go = [&](QuestionIndex question) {
        for (std::size_t i = 0; i < tree[question].options.size(); ++i) {
            const auto& option = tree[question].options[i];
            path.steps.push_back({question, i});
            if (option.next() != nullptr) go(*option.next());
            if (option.next() == nullptr) paths.push_back({path.steps, *option.level()});
            path.steps.pop_back();
        }
    };
    go(tree.start);
    return paths;
}

/// The option said of a question, by its own answer or its fact.
std::optional<std::size_t> said_of(const Tree& tree, const Said& said, QuestionIndex question) {
    const auto& fact = tree[question].fact;
    if (!fact) return said.options[question.value()];
    if (!said.facts[fact->value()]) return std::nullopt;
    Completion completion;
    for (const auto& known : said.facts) completion.facts.push_back(known.value_or(FactValue{false}));
    return option_by(tree, question, completion);
}

/// What answers mean, by going through all completions.
struct SlowWalk {
    std::vector<TreeStep> trace;
    std::optional<QuestionIndex> stops_at;
    std::set<LevelIndex> possible;
    std::vector<TreeStep> ahead;
    std::vector<TreeStep> off_path;
};

SlowWalk slow_walk(const TreeWithFacts& of, const Said& said) {
    SlowWalk walk;
    std::set<QuestionIndex> asked;
    for_each_completion(of, said, [&](const Completion& one) {
        const auto path = path_of(of.tree, one);
        walk.possible.insert(path.level);
        for (const auto& step : path.steps) asked.insert(step.question);
    });
    const QuestionIndex* next = &of.tree.start;
    while (next != nullptr) {
        const auto option = said_of(of.tree, said, *next);
        if (!option) break;
        walk.trace.push_back({*next, *option});
        next = of.tree[*next].options[*option].next();
    }
    if (next != nullptr) walk.stops_at = *next;
    for (std::size_t i = 0; i < said.options.size(); ++i) {
        const TreeStep answer{QuestionIndex{i}, said.options[i].value_or(0)};
        const bool on_path = std::find(walk.trace.begin(), walk.trace.end(), answer) != walk.trace.end();
        if (!said.options[i] || on_path) continue;
        (asked.contains(answer.question) ? walk.ahead : walk.off_path).push_back(answer);
    }
    return walk;
}

struct Distance {
    std::size_t changed = 0;
    std::size_t further = 0;
    friend auto operator<=>(const Distance&, const Distance&) = default;
};

/// The answers that count, by question.
std::vector<std::optional<std::size_t>> counting(const TreeWithFacts& of, const Said& said, const SlowWalk& walk) {
    std::vector<std::optional<std::size_t>> counts;
    for (std::size_t i = 0; i < of.tree.questions.size(); ++i) {
        const auto is_this = [&](const TreeStep& step) { return step.question.value() == i; };
        const bool off = std::any_of(walk.off_path.begin(), walk.off_path.end(), is_this);
        counts.push_back(off ? std::nullopt : said_of(of.tree, said, QuestionIndex{i}));
    }
    return counts;
}

Distance distance_of(const std::vector<TreeStep>& path, const std::vector<std::optional<std::size_t>>& counts) {
    Distance distance;
    for (const auto& [question, option] : path) {
        const auto& kept = counts[question.value()];
        distance.changed += kept && *kept != option ? 1U : 0U;
        distance.further += kept ? 0U : 1U;
    }
    return distance;
}

/// Of the best paths, what the rule about ties leaves: question by question from the start.
std::vector<TreeStep> first_of_best(std::vector<std::vector<TreeStep>> best,
                                    const std::vector<std::optional<std::size_t>>& counts) {
    for (std::size_t place = 0; best.size() > 1; ++place) {
        const auto kept = counts[best.front()[place].question.value()];
        std::size_t option = best.front()[place].option;
        for (const auto& path : best) option = std::min(option, path[place].option);
        for (const auto& path : best)
            if (kept && path[place].option == *kept) option = *kept;
        std::erase_if(best, [&](const std::vector<TreeStep>& path) { return path[place].option != option; });
    }
    return best.front();
}

std::vector<TreeStep> nearest_path(const std::vector<scoring::TreePath>& paths, LevelIndex level,
                                   const std::vector<std::optional<std::size_t>>& counts) {
    std::vector<std::vector<TreeStep>> to_level;
    for (const auto& path : paths)
        if (path.level == level) to_level.push_back(path.steps);
    if (to_level.empty()) return {};
    Distance least = distance_of(to_level.front(), counts);
    for (const auto& path : to_level) least = std::min(least, distance_of(path, counts));
    std::erase_if(to_level, [&](const auto& path) { return distance_of(path, counts) != least; });
    return first_of_best(std::move(to_level), counts);
}

/// The first step of the trace such that no path begins like the trace up to it and leads to the level.
std::optional<TreeStep> closing_step(const std::vector<scoring::TreePath>& paths, const SlowWalk& walk, LevelIndex level) {
    const auto to_level = [&](const scoring::TreePath& path) { return path.level == level; };
    if (std::none_of(paths.begin(), paths.end(), to_level)) return std::nullopt;
    for (std::size_t length = 1; length <= walk.trace.size(); ++length) {
        const auto goes_on = [&](const scoring::TreePath& path) {
            return path.level == level && path.steps.size() >= length &&
                   std::equal(path.steps.begin(), path.steps.begin() + static_cast<std::ptrdiff_t>(length), walk.trace.begin());
        };
        if (std::none_of(paths.begin(), paths.end(), goes_on)) return walk.trace[length - 1];
    }
    return std::nullopt;
}

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

/// Whether the two paths are a pair for a question: they may stand beside the same answers to all else.
bool is_pair(const TreeWithFacts& of, QuestionIndex question, const scoring::TreePath& one, const scoring::TreePath& other) {
    if (one.level == other.level) return false;
    std::size_t different = 0;
    for (const auto& step : one.steps) {
        for (const auto& there : other.steps) {
            if (there.question != step.question || there.option == step.option) continue;
            if (step.question != question) return false;
            ++different;
        }
    }
    if (different != 1) return false;
    for (std::size_t fact = 0; fact < of.facts.size(); ++fact) {
        const auto suits = [&](const scoring::TreePath& path, const FactValue& value) {
            return std::all_of(path.steps.begin(), path.steps.end(), [&](const TreeStep& step) {
                const auto& asked = of.tree[step.question];
                return step.question == question || asked.fact != FactIndex{fact} ||
                       asked.options[step.option].test->holds(value);
            });
        };
        const auto& values = of.facts[fact].values;
        const auto both = [&](const FactValue& value) { return suits(one, value) && suits(other, value); };
        if (std::none_of(values.begin(), values.end(), both)) return false;
    }
    return true;
}

bool same(const scoring::TreePath& one, const scoring::TreePath& other) {
    return one.steps == other.steps && one.level == other.level;
}

/// The first pair in path order of each question, by trying all.
void check_pairs(const TreeWithFacts& of, const std::vector<scoring::TreePath>& paths, std::size_t& found, std::size_t& none) {
    std::vector<FactDefinition> facts;
    for (const auto& fact : of.facts) facts.push_back(fact.definition);
    const auto result = scoring::path_pairs(of.tree, facts);
    CHECK(result.not_searched.empty());
    CHECK(result.pairs.size() + result.without.size() == of.tree.questions.size());
    auto next = result.pairs.begin();
    for (QuestionIndex question{0}; question.value() < of.tree.questions.size(); ++question) {
        const scoring::TreePath* first = nullptr;
        const scoring::TreePath* second = nullptr;
        for (std::size_t i = 0; i < paths.size() && first == nullptr; ++i) {
            for (std::size_t j = 0; j < paths.size() && first == nullptr; ++j) {
                if (!is_pair(of, question, paths[i], paths[j])) continue;
                first = &paths[i];
                second = &paths[j];
            }
        }
        const bool without = std::find(result.without.begin(), result.without.end(), question) != result.without.end();
        REQUIRE(without == (first == nullptr));
        ++(without ? none : found);
        if (without) continue;
        REQUIRE(next != result.pairs.end());
        CHECK(next->question == question);
        CHECK(same(next->first, *first));
        CHECK(same(next->second, *second));
        ++next;
    }
    CHECK(next == result.pairs.end());
}

}  // namespace

TEST_CASE("answers to questions mean what all completions say") {
    RandomTrees random{20261};
    std::size_t jobs = 0;
    for (int tree = 0; tree < 3'000; ++tree) {
        CAPTURE(tree);
        const TreeWithFacts of = random.make(7, 2);
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
    RandomTrees random{20262};
    for (int tree = 0; tree < 2'000; ++tree) {
        CAPTURE(tree);
        const TreeWithFacts of = random.make(9, 3);
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
    RandomTrees random{20263};
    std::size_t found = 0;
    std::size_t none = 0;
    for (int tree = 0; tree < 4'000; ++tree) {
        CAPTURE(tree);
        const TreeWithFacts of = random.make(10, 3);
        const auto paths = all_paths(of.tree);
        if (paths.size() <= 60) check_pairs(of, paths, found, none);
    }
    CHECK(found > 2'000);
    CHECK(none > 500);
}

}  // namespace je::test::trees_oracle
