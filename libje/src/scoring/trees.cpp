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

std::vector<model::FactIndex> unused_facts(const model::Scheme& scheme, const model::Answers& answers) {
    std::vector<bool> used(scheme.facts().size(), false);
    for (const model::RuleReach& rule : scheme.rules())
        for (const model::FactIndex fact : rule.facts) used[fact.value()] = true;
    for (const model::FactorIndex factor : scheme.factors_with_trees())
        for (const QuestionIndex question : questions_that_come_up(scheme, answers, factor))
            if (const auto& fact = (*scheme[factor].tree)[question].fact) used[fact->value()] = true;
    std::vector<model::FactIndex> unused;
    for (std::size_t i = 0; i < used.size(); ++i)
        if (answers.facts[i] && !used[i]) unused.emplace_back(i);
    return unused;
}

Walk walk(const model::Scheme& scheme, const model::Answers& answers, model::FactorIndex factor) {
    return walk_given({scheme, answers, factor});
}

}  // namespace je::scoring
