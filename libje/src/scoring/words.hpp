// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"

namespace je::scoring {

/// "'a', 'b' and 'c'", or after eight words "'a', ... and 5 more".
[[nodiscard]] std::string listed(std::span<const std::string> words);

/// "knowledge 3, effort 1": every factor with its level.
[[nodiscard]] std::string combination_text(const model::Scheme& scheme, std::span<const model::LevelIndex> levels);

/// What a condition asks for: "level '3' or above of factor 'knowledge'", "fact 'staff' at 5 or more".
[[nodiscard]] std::string asked_for(const model::Scheme& scheme, const model::Condition& condition);

/// What was found where it looks: "factor 'knowledge' at level '2'", "fact 'staff' at 3", "fact 'staff' not given".
[[nodiscard]] std::string found_at(const model::Scheme& scheme, const model::Condition& condition,
                                   const model::Answers& answers, const Score& score);

/// "fact 'staff' at '3'", "fact 'staff' not given".
[[nodiscard]] std::string found_fact(const model::Scheme& scheme, model::FactIndex fact, const model::Answers& answers);

/// "factor 'knowledge' at level '2'", with "(stated as '1')" when a rule changed it.
[[nodiscard]] std::string found_level(const model::Scheme& scheme, model::FactorIndex factor, const Score& score);

/// A fact's value as a questionnaire states it; of several choices as CSV does, "a;b" or "-".
[[nodiscard]] std::string value_text(const model::FactDefinition& fact, const model::FactValue& value);

}  // namespace je::scoring
