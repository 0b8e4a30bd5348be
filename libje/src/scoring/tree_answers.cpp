// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include "je/scoring/trees.hpp"
#include "scoring/tree_facts.hpp"

namespace je::scoring {

using model::ChoiceSet;
using model::FactTest;
using model::FactValue;

namespace {

using TestsOfFact = std::vector<const FactTest*>;

bool hold_all(const TestsOfFact& tests, const FactValue& value) {
    return std::all_of(tests.begin(), tests.end(), [&](const FactTest* test) { return test->holds(value); });
}

/// Of several choices the set with the fewest choices that passes all tests, among those that may be taken.
FactValue fewest_choices(const TestsOfFact& tests, std::uint32_t may_be_taken) {
    std::optional<ChoiceSet> best;
    for (std::uint32_t bits = 0; bits < (std::uint32_t{1} << model::most_of_several); ++bits) {
        if ((bits & ~may_be_taken) != 0 || (best && std::popcount(bits) >= std::popcount(best->bits))) continue;
        if (hold_all(tests, ChoiceSet{bits})) best = ChoiceSet{bits};
    }
    if (!best) throw std::logic_error{"paths of a pair that no choices suit"};
    return *best;
}

std::uint32_t all_choices_of(const model::FactDefinition& fact) {
    return static_cast<std::uint32_t>((std::uint64_t{1} << fact.choices.size()) - 1);
}

FactValue value_that_passes(const model::FactDefinition& fact, const TestsOfFact& tests) {
    switch (fact.kind) {
        case model::FactKindOf::number:
            return lowest_number(fact, tests);
        case model::FactKindOf::yes_no:
            return hold_all(tests, FactValue{false}) ? FactValue{false} : FactValue{true};
        case model::FactKindOf::several:
            return fewest_choices(tests, all_choices_of(fact));
        case model::FactKindOf::choice:
            for (std::size_t choice = 0; choice < fact.choices.size(); ++choice)
                if (hold_all(tests, FactValue{choice})) return choice;
    }
    throw std::logic_error{"paths of a pair that no value suits"};
}

/// Makes the answers of both paths.
class AnswersOfPair {
public:
    AnswersOfPair(const model::Scheme& scheme, model::FactorIndex factor, const PathPair& pair)
        : scheme_{scheme}, factor_{factor}, tree_{*scheme[factor].tree}, pair_{pair} {}

    [[nodiscard]] PairOfAnswers make() const { return {of(pair_.first), of(pair_.second)}; }

private:
    [[nodiscard]] model::Answers of(const TreePath& path) const {
        model::Answers answers{scheme_};
        for (const model::TreeStep& step : path.steps) {
            const model::Question& question = tree_[step.question];
            if (!question.fact) {
                answers.questions.set(factor_, step);
            } else if (auto& value = answers.facts[question.fact->value()]; !value) {
                value = value_on(path, *question.fact);
            }
        }
        return answers;
    }

    /// What the options taken on both paths ask of a fact, but for those of the pair's question.
    [[nodiscard]] TestsOfFact tests_of_both(model::FactIndex fact) const {
        TestsOfFact tests;
        for (const TreePath* path : {&pair_.first, &pair_.second}) {
            for (const model::TreeStep& step : path->steps)
                if (tree_[step.question].fact == fact && step.question != pair_.question) tests.push_back(&test_of(step));
        }
        return tests;
    }
    [[nodiscard]] const FactTest& test_of(const model::TreeStep& step) const {
        return *tree_[step.question].options[step.option].test;
    }

    [[nodiscard]] FactValue value_on(const TreePath& path, model::FactIndex index) const {
        const model::FactDefinition& fact = scheme_[index];
        auto tests = tests_of_both(index);
        if (tree_[pair_.question].fact != index) return value_that_passes(fact, tests);
        const auto step = std::find_if(path.steps.begin(), path.steps.end(),
                                       [&](const model::TreeStep& one) { return one.question == pair_.question; });
        if (fact.kind != model::FactKindOf::several) return value_that_passes(fact, {&test_of(*step)});
        // No other question of these paths counts the choices that this one does.
        const std::uint32_t counted = tree_[pair_.question].of.bits;
        const auto others = std::get<ChoiceSet>(fewest_choices(tests, all_choices_of(fact) & ~counted));
        const auto own = std::get<ChoiceSet>(fewest_choices({&test_of(*step)}, counted));
        return ChoiceSet{others.bits | own.bits};
    }

    const model::Scheme& scheme_;
    model::FactorIndex factor_;
    const model::Tree& tree_;
    const PathPair& pair_;
};

}  // namespace

PairOfAnswers answers_of_pair(const model::Scheme& scheme, model::FactorIndex factor, const PathPair& pair) {
    return AnswersOfPair{scheme, factor, pair}.make();
}

}  // namespace je::scoring
