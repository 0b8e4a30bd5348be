// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/tree_levels.hpp"

#include <algorithm>

namespace je::model {

namespace {

/// The questions that chains of options lead to, and the levels at their ends.
class LevelsLeft {
public:
    LevelsLeft(const Tree& tree, const Answers& answers, FactorIndex factor)
        : tree_{tree}, answers_{answers}, factor_{factor}, met_(tree.questions.size(), false) {}

    [[nodiscard]] std::vector<LevelIndex> find() {
        meet(tree_.start);
        while (!open_.empty()) {
            const QuestionIndex question = open_.back();
            open_.pop_back();
            const auto& options = tree_[question].options;
            if (const auto given = option_given(tree_, answers_, factor_, question)) {
                follow(options[*given]);
            } else {
                for (const TreeOption& option : options) follow(option);
            }
        }
        std::sort(levels_.begin(), levels_.end());
        levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
        return std::move(levels_);
    }

private:
    void follow(const TreeOption& option) {
        if (const auto* level = option.level()) levels_.push_back(*level);
        if (const auto* next = option.next()) meet(*next);
    }
    void meet(QuestionIndex question) {
        if (met_[question.value()]) return;
        met_[question.value()] = true;
        open_.push_back(question);
    }

    const Tree& tree_;
    const Answers& answers_;
    FactorIndex factor_;
    std::vector<bool> met_;
    std::vector<QuestionIndex> open_;
    std::vector<LevelIndex> levels_;
};

}  // namespace

std::optional<std::size_t> option_given(const Tree& tree, const Answers& answers, FactorIndex factor, QuestionIndex question) {
    const Question& asked = tree[question];
    if (!asked.fact) return answers.questions.of(factor, question);
    const std::size_t fact = asked.fact->value();
    if (fact >= answers.facts.size() || !answers.facts[fact]) return std::nullopt;
    return asked.option_of(*answers.facts[fact]);
}

std::vector<LevelIndex> levels_left(const Tree& tree, const Answers& answers, FactorIndex factor) {
    return LevelsLeft{tree, answers, factor}.find();
}

}  // namespace je::model
