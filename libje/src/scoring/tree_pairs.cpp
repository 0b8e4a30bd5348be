// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "je/scoring/trees.hpp"
#include "scoring/pairs_of_tree.hpp"
#include "scoring/tree_facts.hpp"

namespace je::scoring {

using model::FactTest;
using model::LevelIndex;
using model::QuestionIndex;
using model::Tree;
using model::TreeOption;
using model::TreeStep;

// Two paths of a pair take the same option at every question both ask, but for one. So they are the same up to that question,
// and have no question in common behind it: from such a one on they would be the same again, and give one level. What is looked
// for are two chains of options from one question on that have no other question in common, give different levels, and whose
// questions about the same fact can be answered by one value. The path that leads to the question has no part in it: no path
// asks the same thing twice. The first of all paths to it will do.

namespace {

enum class Search { found, none, gave_up };

/// The later of the two chains: from an option of the question after the first chain's, clear of the questions of that chain,
/// and of one mind with it about facts.
class SecondChain {
public:
    SecondChain(const PairsOfTree& parts, const std::vector<bool>& on_first, const TestsOfChain& first, std::uint64_t& work)
        : parts_{parts},
          on_first_{on_first},
          first_{first},
          work_{work},
          on_it_(on_first.size(), false),
          dead_(on_first.size(), 0),
          tests_{parts} {}

    [[nodiscard]] const std::vector<TreeStep>& steps() const { return steps_; }

    void forget() {
        if (there_) tests_.remove_all(steps_);
        if (there_)
            for (const TreeStep& step : steps_) on_it_[step.question.value()] = false;
        there_ = false;
        ++round_;
    }

    /// Finds the first chain in path order from `from` on, or a later option of that question, to another level than `not_to`.
    Search find(const TreeStep& from, std::optional<LevelIndex> not_to) {
        forget();
        not_to_ = not_to;
        root_ = from.question;
        if (from.option == parts_.tree[root_].options.size()) return Search::none;
        steps_ = {from};
        by_history_ = {false};
        for (;;) {
            if (work_ == 0) return give_up();
            --work_;
            const bool taken = take_last();
            if (taken && parts_.option(steps_.back()).level() != nullptr) return keep();
            if (taken) {
                steps_.push_back({*parts_.option(steps_.back()).next(), 0});
                by_history_.push_back(false);
            } else if (!go_on()) {
                return Search::none;
            }
        }
    }

    /// Whether the chain found last still stands after the first chain's step, with which it goes on to a question.
    [[nodiscard]] bool stands(const TreeStep& step, QuestionIndex next, bool of_root) const {
        if (!there_ || on_it_[next.value()] || parts_.only_level[next.value()] == level_) return false;
        if (of_root || !parts_.tied[step.question.value()] || tests_.about(step.question).empty()) return true;
        return agree_about(step.question);
    }

private:
    /// Takes the last step; false when it leads nowhere.
    bool take_last() {
        const TreeStep& step = steps_.back();
        if (step.question != root_) {
            tests_.add(step);
            if (parts_.tied[step.question.value()] && !agrees(step)) return false;
        }
        const TreeOption& option = parts_.option(step);
        if (const auto* level = option.level()) return *level != not_to_;
        const std::size_t next = option.next()->value();
        return !on_first_[next] && dead_[next] != round_;
    }

    bool agrees(const TreeStep& step) {
        if (agree_about(step.question)) return true;
        if (tests_.about(step.question).size() > 1) by_history_.back() = true;
        return false;
    }

    [[nodiscard]] bool agree_about(QuestionIndex question) const {
        std::vector<const FactTest*> all = first_.about(question);
        all.insert(all.end(), tests_.about(question).begin(), tests_.about(question).end());
        return share_a_value(parts_.facts[parts_.tree[question].fact->value()], all);
    }

    /// Goes to the next option that is left, after the last step led nowhere. A question of which none is left is dead, unless
    /// one of its options was closed by what this chain had said of a fact before: then it may serve another way.
    bool go_on() {
        for (;;) {
            TreeStep& step = steps_.back();
            if (step.question != root_) tests_.remove(step);
            if (++step.option < parts_.tree[step.question].options.size()) return true;
            if (steps_.size() == 1) return false;
            const bool by_history = by_history_.back();
            if (!by_history) dead_[step.question.value()] = round_;
            steps_.pop_back();
            by_history_.pop_back();
            if (by_history) by_history_.back() = true;
        }
    }

    Search keep() {
        there_ = true;
        level_ = *parts_.option(steps_.back()).level();
        for (const TreeStep& step : steps_) on_it_[step.question.value()] = true;
        return Search::found;
    }

    Search give_up() {
        tests_.remove_all(steps_);
        return Search::gave_up;
    }

    const PairsOfTree& parts_;
    const std::vector<bool>& on_first_;
    const TestsOfChain& first_;
    std::uint64_t& work_;
    QuestionIndex root_{};
    std::optional<LevelIndex> not_to_{};
    bool there_ = false;  // whether `steps_` is a chain that was found
    LevelIndex level_{};
    std::vector<TreeStep> steps_;
    std::vector<bool> by_history_;  // by step: whether an option tried there was closed by a step of this chain
    std::vector<bool> on_it_;
    std::vector<std::uint64_t> dead_;  // by question: the last round in which it led nowhere
    std::uint64_t round_ = 0;
    TestsOfChain tests_;
};

/// The first of the two chains, and so the pair: tries chains in path order, and goes no further along one than there is a
/// second chain for it.
class FirstChain {
public:
    FirstChain(const PairsOfTree& parts, std::uint64_t& work)
        : parts_{parts},
          work_{work},
          on_it_(parts.tree.questions.size(), false),
          tests_{parts},
          second_{parts, on_it_, tests_, work} {}

    Search find(QuestionIndex root) {
        const std::size_t options = parts_.tree[root].options.size();
        for (std::size_t option = 0; option + 1 < options; ++option) {
            const Search result = find_from({root, option});
            if (result != Search::none) return result;
        }
        return Search::none;
    }

    [[nodiscard]] const std::vector<TreeStep>& steps() const { return steps_; }
    [[nodiscard]] const std::vector<TreeStep>& second_steps() const { return second_.steps(); }

private:
    enum class Step { on, pair, nowhere, gave_up };

    /// The first chain of all will mostly do. Where it does not, what is in the second chain's way is found out, so that no
    /// question is left twice with the same in its way.
    Search find_from(const TreeStep& step) {
        remembers_ = false;
        if (const auto result = find_chain(step)) return *result;
        find_what_matters(step);
        remembers_ = true;
        failed_.clear();
        ways_.clear();
        const auto result = find_chain(step);
        return result.value_or(Search::none);
    }

    /// Nothing where a chain failed and nothing is remembered.
    std::optional<Search> find_chain(const TreeStep& from) {
        leave_all();
        second_.forget();
        steps_ = {from};
        way_ = {0};
        for (;;) {
            switch (take_last()) {
                case Step::pair:
                    return Search::found;
                case Step::gave_up:
                    return Search::gave_up;
                case Step::on:
                    break;
                case Step::nowhere:
                    if (!remembers_) return std::nullopt;
                    if (!go_on()) return Search::none;
            }
        }
    }

    Step take_last() {
        if (work_ == 0) return Step::gave_up;
        --work_;
        const TreeStep step = steps_.back();
        if (!is_root(step)) tests_.add(step);
        const TreeOption& option = parts_.option(step);
        if (const auto* level = option.level()) return with_second(*level, Step::pair);
        const QuestionIndex next = *option.next();
        const std::size_t way = way_after(step);
        if (remembers_ && failed_.contains({next, way})) return Step::nowhere;
        on_it_[next.value()] = true;
        if (!second_.stands(step, next, is_root(step))) {
            const Step result = with_second(parts_.only_level[next.value()], Step::on);
            if (result != Step::on) on_it_[next.value()] = false;
            if (result != Step::on) return result;
        }
        steps_.push_back({next, 0});
        way_.push_back(way);
        return Step::on;
    }

    Step with_second(std::optional<LevelIndex> not_to, Step if_found) {
        const Search result = second_.find({steps_.front().question, steps_.front().option + 1}, not_to);
        if (result == Search::gave_up) return Step::gave_up;
        return result == Search::found ? if_found : Step::nowhere;
    }

    /// Goes to the next option that is left, after the last step led nowhere.
    bool go_on() {
        for (;;) {
            if (steps_.size() == 1) return false;
            TreeStep& step = steps_.back();
            tests_.remove(step);
            if (++step.option < parts_.tree[step.question].options.size()) return true;
            failed_.insert({step.question, way_.back()});
            on_it_[step.question.value()] = false;
            steps_.pop_back();
            way_.pop_back();
        }
    }

    void leave_all() {
        tests_.remove_all(steps_);
        for (const TreeStep& step : steps_) on_it_[step.question.value()] = false;
    }

    /// Marks the questions that a second chain could ask.
    void find_what_matters(const TreeStep& from) {
        matters_.assign(on_it_.size(), false);
        std::vector<QuestionIndex> waiting;
        const auto meet = [&](const TreeOption& option) {
            if (option.next() == nullptr || matters_[option.next()->value()]) return;
            matters_[option.next()->value()] = true;
            waiting.push_back(*option.next());
        };
        const auto& options = parts_.tree[from.question].options;
        for (std::size_t later = from.option + 1; later < options.size(); ++later) meet(options[later]);
        while (!waiting.empty()) {
            const QuestionIndex question = waiting.back();
            waiting.pop_back();
            for (const TreeOption& option : parts_.tree[question].options) meet(option);
            work_ -= std::min<std::uint64_t>(work_, parts_.tree[question].options.size());
        }
    }

    /// A number for what the chain has put in the second one's way, after a step more.
    std::size_t way_after(const TreeStep& step) {
        if (!remembers_ || is_root(step)) return 0;
        const bool tied = parts_.tied[step.question.value()];
        if (!tied && !matters_[step.question.value()]) return way_.back();
        const std::tuple key{way_.back(), step.question, tied ? step.option : 0};
        return ways_.try_emplace(key, ways_.size() + 1).first->second;
    }

    [[nodiscard]] bool is_root(const TreeStep& step) const { return step.question == steps_.front().question; }

    const PairsOfTree& parts_;
    std::uint64_t& work_;
    std::vector<TreeStep> steps_;
    std::vector<bool> on_it_;
    TestsOfChain tests_;
    SecondChain second_;
    bool remembers_ = false;
    std::vector<bool> matters_;
    std::vector<std::size_t> way_;  // by step: what was in the way before it
    std::map<std::tuple<std::size_t, QuestionIndex, std::size_t>, std::size_t> ways_;
    std::set<std::pair<QuestionIndex, std::size_t>> failed_;  // questions that led nowhere, by what was in the way before them
};

/// A whole path, of the way to the question and a chain from there.
TreePath whole_path(const PairsOfTree& parts, std::vector<TreeStep> way, const std::vector<TreeStep>& chain) {
    way.insert(way.end(), chain.begin(), chain.end());
    const LevelIndex level = *parts.option(way.back()).level();
    return {std::move(way), level};
}

constexpr std::uint64_t work_per_step_kept = 16;
constexpr std::uint64_t shares_of_work = 16;  // one question takes one at most

}  // namespace

PathPairs path_pairs(const Tree& tree, std::span<const model::FactDefinition> facts, std::uint64_t work) {
    const PairsOfTree parts{tree, facts};
    std::uint64_t left = work;
    std::uint64_t of_question = 0;  // what is left of the share of one question
    FirstChain chains{parts, of_question};
    const auto search = [&](QuestionIndex question) {
        if (parts.only_level[question.value()]) return Search::none;
        const std::uint64_t share = of_question = std::min(left, work / shares_of_work);
        const Search result = chains.find(question);
        left -= share - of_question;
        return result;
    };
    PathPairs out;
    for (QuestionIndex question{0}; question.value() < tree.questions.size(); ++question) {
        const Search result = search(question);
        if (result == Search::none) out.without.push_back(question);
        if (result == Search::gave_up) out.not_searched.push_back(question);
        if (result != Search::found) continue;
        const auto way = parts.way_to(question);
        out.pairs.push_back({question, whole_path(parts, way, chains.steps()), whole_path(parts, way, chains.second_steps())});
        const auto& [of, first, second] = out.pairs.back();
        left -= std::min(left, work_per_step_kept * (first.steps.size() + second.steps.size()));
    }
    return out;
}

}  // namespace je::scoring
