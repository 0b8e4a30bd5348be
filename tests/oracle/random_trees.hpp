// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small question trees over facts, with shared parts, and answers to some of their questions.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/fact.hpp"
#include "je/model/tree.hpp"
#include "support/trees.hpp"

namespace je::test::trees_oracle {

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

inline constexpr std::size_t levels = 5;  // the highest is given by no option

inline base::WideDecimal halves(std::int64_t count) { return base::Decimal::from_units(count * 5000); }

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

/// What trees to make.
struct KindOfTree {
    std::size_t questions = 7;  // at most
    std::size_t facts = 2;      // at most
    std::size_t levels_given = levels - 1;
    std::size_t several_percent = 25;  // of facts
    std::size_t fact_percent = 70;     // of questions
    std::size_t onward_percent = 70;   // of options
    std::size_t reach = 3;             // how far down options lead
};

/// Makes trees of questions that ask facts as far as no chain asks the same thing twice.
class RandomTrees {
public:
    explicit RandomTrees(unsigned seed, KindOfTree kind = {}) : kind_{kind}, random_{seed} {}

    std::size_t up_to(std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(random_); }
    bool chance(std::size_t percent) { return up_to(99) < percent; }

    TreeWithFacts make() {
        TreeWithFacts made;
        for (std::size_t i = up_to(kind_.facts); i > 0; --i) made.facts.push_back(fact());
        place_.resize(1 + up_to(kind_.questions - 1));
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
        made.definition.kind = chance(kind_.several_percent) ? FactKindOf::several : static_cast<FactKindOf>(up_to(2));
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
        if (later > 0 && chance(kind_.onward_percent))
            option.leads_to = QuestionIndex{place_[rank + 1 + up_to(std::min<std::size_t>(later, kind_.reach) - 1)]};
        else
            option.leads_to = LevelIndex{up_to(kind_.levels_given - 1)};
        question.options.push_back(std::move(option));
    }

    /// Makes a question ask a fact, where that leaves no chain that asks the same thing twice.
    void ask_fact(TreeWithFacts& made, QuestionIndex question) {
        if (made.facts.empty() || !chance(kind_.fact_percent)) return;
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

    KindOfTree kind_;
    std::mt19937 random_;
    std::vector<std::size_t> place_;
};

}  // namespace je::test::trees_oracle
