// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/scoring/trees.hpp"

#include <algorithm>

#include "scoring/tree_core.hpp"

namespace je::scoring {

using model::LevelIndex;
using model::QuestionIndex;
using model::Tree;
using model::TreeOption;
using model::TreeStep;

namespace {

/// What can still come up from one question on: since no chain asks the same thing twice, each chain of options that agrees
/// with what is given is the path of a completion.
class ComesUp {
public:
    ComesUp(const GivenToTree& given, QuestionIndex from) : given_{given}, asked_(given.tree().questions.size(), false) {
        meet(from);
        while (!waiting_.empty()) {
            const QuestionIndex question = waiting_.back();
            waiting_.pop_back();
            leave(question);
        }
    }

    [[nodiscard]] bool asks(QuestionIndex question) const { return asked_[question.value()]; }
    [[nodiscard]] std::vector<LevelIndex> levels() const {
        std::vector<LevelIndex> found;
        for (std::size_t level = 0; level < levels_.size(); ++level)
            if (levels_[level]) found.emplace_back(level);
        return found;
    }

private:
    void leave(QuestionIndex question) {
        const auto& options = given_.tree()[question].options;
        if (const auto option = given_.option(question)) return take(options[*option]);
        for (const TreeOption& option : options) take(option);
    }

    void take(const TreeOption& option) {
        if (const auto* next = option.next()) return meet(*next);
        const std::size_t level = option.level()->value();
        if (levels_.size() <= level) levels_.resize(level + 1, false);
        levels_[level] = true;
    }

    void meet(QuestionIndex question) {
        if (asked_[question.value()]) return;
        asked_[question.value()] = true;
        waiting_.push_back(question);
    }

    const GivenToTree& given_;
    std::vector<bool> asked_;
    std::vector<bool> levels_;
    std::vector<QuestionIndex> waiting_;
};

/// Where the walk along what is given ends: at a level, or at the first open question.
using EndOfTrace = std::variant<QuestionIndex, LevelIndex>;

/// Calls `step(question, option)` for each step on the way.
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

/// Parts the answers that are not on the path.
void part_answers(const GivenToTree& given, const std::vector<bool>& may_be_asked, Walk& walk) {
    std::vector<bool> on_path(given.tree().questions.size(), false);
    for (const TreeStep& step : walk.trace) on_path[step.question.value()] = true;
    for (std::size_t place = 0; place < on_path.size(); ++place) {
        if (on_path[place]) continue;
        const QuestionIndex question{place};
        if (const auto option = given.answer(question))
            (may_be_asked[place] ? walk.ahead : walk.off_path).push_back({question, *option});
    }
}

}  // namespace

GivenToTree::GivenToTree(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor)
    : GivenToTree{*scheme[factor].tree, answers.facts, answers.questions, factor} {}

std::optional<std::size_t> GivenToTree::answer(QuestionIndex question) const {
    return (*tree_)[question].fact ? std::nullopt : answers_->of(factor_, question);
}

std::optional<std::size_t> GivenToTree::option(QuestionIndex question) const {
    const model::Question& asked = (*tree_)[question];
    if (!asked.fact) return answers_->of(factor_, question);
    const std::size_t fact = asked.fact->value();
    if (fact >= facts_.size() || !facts_[fact]) return std::nullopt;
    return asked.option_of(*facts_[fact]);
}

bool GivenToTree::anything() const {
    if (answers_->any_of(factor_)) return true;
    return std::any_of(tree_->questions.begin(), tree_->questions.end(), [&](const model::Question& one) {
        return one.fact && one.fact->value() < facts_.size() && facts_[one.fact->value()];
    });
}

std::vector<LevelIndex> levels_given(const GivenToTree& given) {
    const EndOfTrace end = follow_given(given, [](const TreeStep&) {});
    if (const auto* level = std::get_if<LevelIndex>(&end)) return {*level};
    return ComesUp{given, std::get<QuestionIndex>(end)}.levels();
}

Walk walk_given(const GivenToTree& given) {
    Walk walk;
    const EndOfTrace end = follow_given(given, [&](const TreeStep& step) { walk.trace.push_back(step); });
    std::vector<bool> may_be_asked(given.tree().questions.size(), false);
    if (const auto* level = std::get_if<LevelIndex>(&end)) {
        walk.possible = {*level};
    } else {
        walk.stops_at = std::get<QuestionIndex>(end);
        const ComesUp ahead{given, *walk.stops_at};
        walk.possible = ahead.levels();
        for (std::size_t place = 0; place < may_be_asked.size(); ++place)
            may_be_asked[place] = ahead.asks(QuestionIndex{place});
    }
    part_answers(given, may_be_asked, walk);
    return walk;
}

std::optional<std::size_t> given_option(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor,
                                        QuestionIndex question) {
    return GivenToTree{scheme, answers, factor}.option(question);
}

bool anything_given(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor) {
    return GivenToTree{scheme, answers, factor}.anything();
}

std::vector<LevelIndex> levels_by_answers(const model::Scheme& scheme, const model::Answers& answers,
                                          model::FactorIndex factor) {
    return levels_given({scheme, answers, factor});
}

std::vector<QuestionIndex> questions_that_come_up(const model::Scheme& scheme, const model::Answers& answers,
                                                  model::FactorIndex factor) {
    const GivenToTree given{scheme, answers, factor};
    const ComesUp all{given, given.tree().start};
    std::vector<QuestionIndex> found;
    for (std::size_t place = 0; place < given.tree().questions.size(); ++place)
        if (all.asks(QuestionIndex{place})) found.emplace_back(place);
    return found;
}

std::vector<QuestionIndex> open_questions(const model::Scheme& scheme, const model::Answers& answers,
                                          model::FactorIndex factor) {
    auto found = questions_that_come_up(scheme, answers, factor);
    std::erase_if(found, [&](QuestionIndex one) { return given_option(scheme, answers, factor, one).has_value(); });
    return found;
}

Walk walk(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor) {
    return walk_given({scheme, answers, factor});
}

}  // namespace je::scoring
