// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/job/given_to_tree.hpp"

#include <algorithm>

namespace je::model {

std::optional<std::size_t> GivenToTree::answer(QuestionIndex question) const {
    return (*tree_)[question].fact ? std::nullopt : answers_->of(factor_, question);
}

std::optional<std::size_t> GivenToTree::option(QuestionIndex question) const {
    const Question& asked = (*tree_)[question];
    if (!asked.fact) return answers_->of(factor_, question);
    const std::size_t fact = asked.fact->value();
    if (fact >= facts_.size() || !facts_[fact]) return std::nullopt;
    return asked.option_of(*facts_[fact]);
}

bool GivenToTree::anything() const {
    if (answers_->any_of(factor_)) return true;
    return std::any_of(tree_->questions.begin(), tree_->questions.end(), [&](const Question& one) {
        return one.fact && one.fact->value() < facts_.size() && facts_[one.fact->value()];
    });
}

ComesUp::ComesUp(const GivenToTree& given, QuestionIndex from) : given_{given}, asked_(given.tree().questions.size(), false) {
    meet(from);
    while (!waiting_.empty()) {
        const QuestionIndex question = waiting_.back();
        waiting_.pop_back();
        leave(question);
    }
}

std::vector<LevelIndex> ComesUp::levels() const {
    std::vector<LevelIndex> found;
    for (std::size_t level = 0; level < levels_.size(); ++level)
        if (levels_[level]) found.emplace_back(level);
    return found;
}

void ComesUp::leave(QuestionIndex question) {
    const auto& options = given_.tree()[question].options;
    if (const auto option = given_.option(question)) return take(options[*option]);
    for (const TreeOption& option : options) take(option);
}

void ComesUp::take(const TreeOption& option) {
    if (const auto* next = option.next()) return meet(*next);
    const std::size_t level = option.level()->value();
    if (levels_.size() <= level) levels_.resize(level + 1, false);
    levels_[level] = true;
}

void ComesUp::meet(QuestionIndex question) {
    if (asked_[question.value()]) return;
    asked_[question.value()] = true;
    waiting_.push_back(question);
}

std::vector<LevelIndex> levels_given(const GivenToTree& given) {
    const EndOfTrace end = follow_given(given, [](const TreeStep&) {});
    if (const auto* level = std::get_if<LevelIndex>(&end)) return {*level};
    return ComesUp{given, std::get<QuestionIndex>(end)}.levels();
}

}  // namespace je::model
