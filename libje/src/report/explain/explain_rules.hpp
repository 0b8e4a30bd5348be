// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "je/report/explain_result.hpp"

namespace je::report {

/// How points are rounded: "half up".
[[nodiscard]] std::string_view mode_text(model::RoundingMode mode);

/// A fact as the job states it.
[[nodiscard]] FactView view_fact(const ExplainInput& input, model::FactIndex fact);

/// How a level of a factor that is not a side of a matrix gets its points.
[[nodiscard]] std::string points_rule_text(const model::Scheme& scheme, const model::Factor& factor, model::LevelIndex level);

/// How a pair of levels gets its points.
[[nodiscard]] std::string option_rule_text(const model::Scheme& scheme, const model::ScoredUnit& unit, std::size_t option);

[[nodiscard]] RuleView view_derivation(const ExplainInput& input, const model::Derivation& rule, model::LevelIndex level);
/// The modifiers that raise `level` of `factor`, each seeing the level that the one before left.
[[nodiscard]] std::vector<RuleView> applied_modifiers(const ExplainInput& input, model::FactorIndex factor,
                                                      model::LevelIndex level);
/// `certain`: the rule has raised the band; else it may, once everything is known.
[[nodiscard]] RuleView view_band_rule(const ExplainInput& input, const model::BandRule& rule, const model::Band& to,
                                      bool certain);

/// The rules about `factor` whose fact the questionnaire does not state.
[[nodiscard]] std::vector<RuleView> undecided_rules(const ExplainInput& input, model::FactorIndex factor);

/// The facts that any rule of the scheme uses, in the scheme's order.
[[nodiscard]] std::vector<model::FactIndex> facts_in_use(const model::Scheme& scheme);

}  // namespace je::report
