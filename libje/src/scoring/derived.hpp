// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "model/job/derived_levels.hpp"

namespace je::scoring {

using model::derivation_of;
using model::Derived;
using model::derived;
using model::derived_levels;
using model::KnownFacts;
using model::visit_open_rows;

/// The rows of the derivation of a factor that give it a level, which modifiers then may raise to `level`; none without rows.
[[nodiscard]] std::vector<std::size_t> rows_giving(const model::Scheme& scheme, const model::Answers& answers,
                                                   model::FactorIndex factor, model::LevelIndex level);

/// The level that a factor has before modifiers where the questionnaire states `stated`: the one that facts give, else what is
/// stated, else the one that answers to questions leave. Nothing where none is stated and facts leave several, and where facts
/// leave several and what is stated is not one.
[[nodiscard]] std::optional<model::LevelIndex> level_before_modifiers(const model::Scheme& scheme,
                                                                      const model::Answers& answers, model::FactorIndex factor,
                                                                      const std::optional<model::LevelIndex>& stated);

/// The level that options stated of a factor are of: the one stated, else the one that facts or answers give; nothing where
/// there is none.
[[nodiscard]] std::optional<model::LevelIndex> level_of_options(const model::Scheme& scheme, const model::Answers& answers,
                                                                model::FactorIndex factor);

}  // namespace je::scoring
