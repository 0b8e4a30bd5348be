// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"
#include "je/scoring/trees.hpp"

namespace je::scoring {

/// A question of a factor.
struct FactorQuestion {
    model::FactorIndex factor{};
    model::QuestionIndex question{};
};

/// One distinct way in which values of a fact fall into options of the questions that ask it.
struct FactOutcome {
    std::vector<std::size_t> options;      // of each question
    std::vector<model::FactValue> values;  // such values: one of each part that other rules of the scheme tell apart
};

/// The outcomes of a fact that is not known, by the numbers of their options, the first question's first.
[[nodiscard]] std::vector<FactOutcome> outcomes_of(const model::Scheme& scheme, model::FactIndex fact,
                                                   std::span<const FactorQuestion> asked);

/// A fact not known, and the questions about it that can come up in factors whose level is open, in the scheme's order.
struct AskedFact {
    model::FactIndex fact{};
    std::vector<FactorQuestion> asked;
};
/// All of them, in the scheme's order. `factors` are those of the job's score.
[[nodiscard]] std::vector<AskedFact> asked_facts(const model::Scheme& scheme, const model::Answers& answers,
                                                 const std::vector<FactorScore>& factors);

struct SharedFact {
    model::FactIndex fact{};
    std::vector<FactOutcome> outcomes;
};
/// Factors whose open questions ask the same facts, directly or through others.
struct TiedFactors {
    std::vector<model::FactorIndex> factors;
    std::vector<SharedFact> facts;  // asked by several of them
};
[[nodiscard]] std::vector<TiedFactors> tied_factors(const model::Scheme& scheme, const model::Answers& answers,
                                                    const std::vector<FactorScore>& factors);

/// Combinations of outcomes that are gone through, of one group of tied factors.
inline constexpr std::size_t most_outcome_combinations = 10'000;

}  // namespace je::scoring
