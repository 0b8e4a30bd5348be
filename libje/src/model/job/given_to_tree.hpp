// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::model {

/// One tree, and what a job says of its questions. Looks at what it was made of, which must outlive it.
class GivenToTree {
public:
    GivenToTree(const Tree& tree, std::span<const std::optional<FactValue>> facts, const QuestionAnswers& answers,
                FactorIndex factor)
        : tree_{&tree}, facts_{facts}, answers_{&answers}, factor_{factor} {}
    GivenToTree(const Scheme& scheme, const Answers& answers, FactorIndex factor)
        : GivenToTree{*scheme[factor].tree, answers.facts, answers.questions, factor} {}

    [[nodiscard]] const Tree& tree() const { return *tree_; }
    /// The option given of a question; nothing while it is open.
    [[nodiscard]] std::optional<std::size_t> option(QuestionIndex question) const;
    /// The option answered under the factor itself: never of a question that asks a fact.
    [[nodiscard]] std::optional<std::size_t> answer(QuestionIndex question) const;
    [[nodiscard]] bool anything() const;

private:
    const Tree* tree_;
    std::span<const std::optional<FactValue>> facts_;
    const QuestionAnswers* answers_;
    FactorIndex factor_;
};

/// What can still come up from one question on: since no chain asks the same thing twice, each chain of options that agrees
/// with what is given is the path of a completion.
class ComesUp {
public:
    ComesUp(const GivenToTree& given, QuestionIndex from);

    [[nodiscard]] bool asks(QuestionIndex question) const { return asked_[question.value()]; }
    /// At the ends of these chains, lowest first.
    [[nodiscard]] std::vector<LevelIndex> levels() const;

private:
    void leave(QuestionIndex question);
    void take(const TreeOption& option);
    void meet(QuestionIndex question);

    const GivenToTree& given_;
    std::vector<bool> asked_;
    std::vector<bool> levels_;
    std::vector<QuestionIndex> waiting_;
};

/// Where the walk along what is given ends: at a level, or at the first open question.
using EndOfTrace = std::variant<QuestionIndex, LevelIndex>;

/// Calls `step(TreeStep)` for each step on the way.
template <class Step>
EndOfTrace follow_given(const GivenToTree& given, Step&& step) {
    QuestionIndex question = given.tree().start;
    while (const auto option = given.option(question)) {
        step(TreeStep{question, *option});
        const TreeOption& taken = given.tree()[question].options[*option];
        if (const auto* level = taken.level()) return *level;
        question = *taken.next();
    }
    return question;
}

/// The levels that completions of what is given lead to, lowest first.
[[nodiscard]] std::vector<LevelIndex> levels_given(const GivenToTree& given);

}  // namespace je::model
