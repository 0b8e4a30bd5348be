// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "scoring/shared_facts.hpp"

#include <algorithm>
#include <map>

#include "model/scheme/fact_cells.hpp"
#include "scoring/rule_cells.hpp"

namespace je::scoring {

using model::FactIndex;
using model::FactorIndex;
using model::FactValue;

std::vector<FactOutcome> outcomes_of(const model::Scheme& scheme, FactIndex fact, std::span<const FactorQuestion> asked) {
    std::map<std::vector<std::size_t>, std::vector<FactValue>> outcomes;
    model::FactCells cells{scheme[fact]};
    cut_by_rules(cells, scheme, fact);
    for (FactValue& value : cells.values()) {
        std::vector<std::size_t> options;
        for (const FactorQuestion& one : asked) options.push_back((*scheme[one.factor].tree)[one.question].option_of(value));
        outcomes[std::move(options)].push_back(std::move(value));
    }
    std::vector<FactOutcome> all;
    for (auto& [options, values] : outcomes) all.push_back({options, std::move(values)});
    return all;
}

std::vector<AskedFact> asked_facts(const model::Scheme& scheme, const model::Answers& answers,
                                   const std::vector<FactorScore>& factors) {
    std::map<FactIndex, std::vector<FactorQuestion>> asked;
    for (const FactorIndex factor : scheme.factors_with_trees()) {
        const FactorScore& score = factors[factor.value()];
        if (score.stated || score.source == LevelSource::answers) continue;
        for (const model::QuestionIndex question : open_questions(scheme, answers, factor)) {
            if (const auto fact = (*scheme[factor].tree)[question].fact) asked[*fact].push_back({factor, question});
        }
    }
    std::vector<AskedFact> all;
    for (auto& [fact, questions] : asked) all.push_back({fact, std::move(questions)});
    return all;
}

std::vector<TiedFactors> tied_factors(const model::Scheme& scheme, const model::Answers& answers,
                                      const std::vector<FactorScore>& factors) {
    std::vector<AskedFact> shared = asked_facts(scheme, answers, factors);
    std::erase_if(shared, [](const AskedFact& one) { return one.asked.front().factor == one.asked.back().factor; });
    // Each factor's group by the first factor in it; groups that a fact joins become one.
    std::map<FactorIndex, FactorIndex> first_of;
    const auto group_of = [&](FactorIndex factor) {
        while (first_of.contains(factor) && first_of.at(factor) != factor) factor = first_of.at(factor);
        return factor;
    };
    for (const AskedFact& fact : shared) {
        for (const FactorQuestion& one : fact.asked) {
            first_of.try_emplace(one.factor, one.factor);
            const FactorIndex a = group_of(fact.asked.front().factor), b = group_of(one.factor);
            first_of[std::max(a, b)] = std::min(a, b);
        }
    }
    std::map<FactorIndex, TiedFactors> ties;
    for (const auto& [factor, first] : first_of) ties[group_of(factor)].factors.push_back(factor);
    for (const AskedFact& fact : shared)
        ties[group_of(fact.asked.front().factor)].facts.push_back({fact.fact, outcomes_of(scheme, fact.fact, fact.asked)});
    std::vector<TiedFactors> all;
    for (auto& [first, tie] : ties) all.push_back(std::move(tie));
    return all;
}

}  // namespace je::scoring
