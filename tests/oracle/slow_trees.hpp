// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// What answers to questions mean, by going through all completions and all paths.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "je/scoring/trees.hpp"
#include "oracle/random_trees.hpp"

namespace je::test::trees_oracle {

/// A value of every fact and an option of every question, and the path they take.
struct Completion {
    std::vector<FactValue> facts;
    Options options;
};

inline std::size_t option_by(const Tree& tree, QuestionIndex question, const Completion& completion) {
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

inline scoring::TreePath path_of(const Tree& tree, const Completion& completion) {
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

inline std::size_t completions_of(const TreeWithFacts& of, const Said& said) {
    std::size_t number = 1;
    for (std::size_t i = 0; i < of.facts.size(); ++i) number *= said.facts[i] ? 1 : of.facts[i].values.size();
    for (std::size_t i = 0; i < said.options.size(); ++i)
        number *= said.options[i] || of.tree.questions[i].fact ? 1 : of.tree.questions[i].options.size();
    return number;
}

/// Calls `visit` with every completion that agrees with what is said.
inline void for_each_completion(const TreeWithFacts& of, const Said& said,
                                const std::function<void(const Completion&)>& visit) {
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

inline std::vector<scoring::TreePath> all_paths(const Tree& tree) {
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
inline std::optional<std::size_t> said_of(const Tree& tree, const Said& said, QuestionIndex question) {
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

inline SlowWalk slow_walk(const TreeWithFacts& of, const Said& said) {
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
inline std::vector<std::optional<std::size_t>> counting(const TreeWithFacts& of, const Said& said, const SlowWalk& walk) {
    std::vector<std::optional<std::size_t>> counts;
    for (std::size_t i = 0; i < of.tree.questions.size(); ++i) {
        const auto is_this = [&](const TreeStep& step) { return step.question.value() == i; };
        const bool off = std::any_of(walk.off_path.begin(), walk.off_path.end(), is_this);
        counts.push_back(off ? std::nullopt : said_of(of.tree, said, QuestionIndex{i}));
    }
    return counts;
}

inline Distance distance_of(const std::vector<TreeStep>& path, const std::vector<std::optional<std::size_t>>& counts) {
    Distance distance;
    for (const auto& [question, option] : path) {
        const auto& kept = counts[question.value()];
        distance.changed += kept && *kept != option ? 1U : 0U;
        distance.further += kept ? 0U : 1U;
    }
    return distance;
}

/// Of the best paths, what the rule about ties leaves: question by question from the start.
inline std::vector<TreeStep> first_of_best(std::vector<std::vector<TreeStep>> best,
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

inline std::vector<TreeStep> nearest_path(const std::vector<scoring::TreePath>& paths, LevelIndex level,
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
inline std::optional<TreeStep> closing_step(const std::vector<scoring::TreePath>& paths, const SlowWalk& walk,
                                            LevelIndex level) {
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

}  // namespace je::test::trees_oracle
