// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "je/report/explain_result.hpp"
#include "je/scoring/level_changes.hpp"

namespace je::report {

// The parts of an explanation, some of which other results have too.

/// The trace of every factor, in the scheme's order.
[[nodiscard]] std::vector<FactorTrace> trace_factors(const ExplainInput& input, const scoring::Score& score);

/// What adds up to the total, in the scheme's order of scored units.
[[nodiscard]] std::vector<UnitTrace> trace_units(const ExplainInput& input, const scoring::Score& score,
                                                 const std::vector<FactorTrace>& factors);

/// The conventions about `factor` (nothing: about no single factor) that are in force on `input.as_of`. Without a date all
/// are given: only the reader knows which day matters.
[[nodiscard]] std::vector<ConventionView> conventions_of(const ExplainInput& input, std::optional<model::FactorIndex> factor);

/// Empty where the scheme states none, and for a matrix.
[[nodiscard]] std::string short_name_of(const model::Scheme& scheme, const model::ScoredUnit& unit);

[[nodiscard]] BandTrace view_band(const model::Band& band);
/// Sets of level changes in ids and names. `total` is the job's now, where it is known.
[[nodiscard]] ChangeSetsView view_sets(const model::Scheme& scheme, const model::BandTable& table,
                                       const scoring::FoundChanges& found, const std::optional<model::Points>& total);
/// What the scheme's rules say of appeals that lower the result; nothing when they do not say.
[[nodiscard]] std::optional<LoweringView> lowering_of(const model::Scheme& scheme);

/// Fills in the bands of `result`: by points and after band rules, margins, pay range, or why there is no band.
void add_bands(ExplainResult& result, const ExplainInput& input, const scoring::Score& score);

/// The scheme's tables, and what the job states.
[[nodiscard]] WhatIf what_if_of(const ExplainInput& input);

/// The constraints of the scheme and whether the job breaks them.
[[nodiscard]] std::vector<ConstraintView> view_constraints(const ExplainInput& input, const scoring::Score& score);

/// Fills in what moves the band of a complete job that has a band table.
void add_changes(ExplainResult& result, const ExplainInput& input, const scoring::Score& score, const ExplainOptions& options);

// Rules and facts.

/// How points are rounded: "half up".
[[nodiscard]] std::string_view mode_text(model::RoundingMode mode);

/// A fact as the job states it.
[[nodiscard]] FactView view_fact(const ExplainInput& input, model::FactIndex fact);

/// How a level of a factor that is not a side of a matrix gets its points.
[[nodiscard]] std::string points_rule_text(const model::Scheme& scheme, const model::Factor& factor, model::LevelIndex level);

/// How a combination of levels gets its points in a job.
[[nodiscard]] std::string option_rule_text(const model::Scheme& scheme, const model::ScoredUnit& unit, std::size_t option,
                                           const scoring::Score& score);

/// "25 % of know-how 88 = 22, half way between 20 and 24 of steps; half-up: 24 points".
[[nodiscard]] std::string dependence_text(const model::Scheme& scheme, const model::ScoredUnit& unit, std::size_t option,
                                          const std::optional<model::Points>& of_base);
/// How points are rounded: ", rounded half up to a step of steps"; empty where they are not.
[[nodiscard]] std::string dependent_rounding_text(const model::Dependence& on);

[[nodiscard]] RuleView view_derivation(const ExplainInput& input, const model::Derivation& rule, model::LevelIndex level);
/// The rows of a derivation that give a factor the level it changes to.
[[nodiscard]] std::vector<DerivedRowView> view_rows(const model::Scheme& scheme, const scoring::LevelChange& change);
/// The derivation by rows of a factor whose stated level counts since it is one of those that facts not stated leave.
[[nodiscard]] std::vector<RuleView> open_derivation(const ExplainInput& input, model::FactorIndex factor);
/// How a derivation by rows gave a level: the values of its facts, and the row that they are in.
void add_ranges(RuleView& view, const ExplainInput& input, const model::Derivation& rule, model::LevelIndex level);
/// The modifiers that raise `level` of `factor`, each seeing the level that the one before left.
[[nodiscard]] std::vector<RuleView> applied_modifiers(const ExplainInput& input, model::FactorIndex factor,
                                                      model::LevelIndex level);
/// `certain`: the rule has raised the band; else it may, once everything is known.
[[nodiscard]] RuleView view_band_rule(const ExplainInput& input, const model::BandRule& rule, const model::Band& to,
                                      bool certain);

/// The rules about `factor` whose fact the questionnaire does not state.
[[nodiscard]] std::vector<RuleView> undecided_rules(const ExplainInput& input, model::FactorIndex factor);

/// "fewer than 1", "50 or more and less than 75 percent", "one of a, b": what a test asks of a fact.
[[nodiscard]] std::string range_words(const model::FactDefinition& fact, const model::FactTest& test);
/// An answer in words: its own, else those of the values that it stands for.
[[nodiscard]] std::string option_words(const model::Scheme& scheme, const model::Question& question, std::size_t option);

/// How answers give the level of a factor that has questions.
[[nodiscard]] TreeTrace trace_tree(const ExplainInput& input, model::FactorIndex factor);
/// The ways of two records through the questions of a factor that has some; no rows where neither answers any.
[[nodiscard]] TwoPaths two_paths(const model::Scheme& scheme, model::FactorIndex factor, const model::Answers& before,
                                 const model::Answers& after);
/// A question of a factor with the answer given, and what the questionnaire says of it.
[[nodiscard]] StepView view_answer_to(const ExplainInput& input, model::FactorIndex factor, const model::TreeStep& step);
/// What to ask next.
[[nodiscard]] AskNextView view_ask_next(const ExplainInput& input, const scoring::Score& score);

/// The facts that any rule of the scheme uses, in the scheme's order.
[[nodiscard]] std::vector<model::FactIndex> facts_in_use(const model::Scheme& scheme);
/// These, and what is stated of the facts that questions ask.
[[nodiscard]] std::vector<model::FactIndex> facts_to_show(const ExplainInput& input);

}  // namespace je::report
