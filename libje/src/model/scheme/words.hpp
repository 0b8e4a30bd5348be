// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/process_rules.hpp"
#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

template <class E, std::size_t n>
using Words = base::Words<E, n>;

/// The words of the files.
namespace words {

inline constexpr Words<Status, 4> statuses{{{"published", Status::published},
                                            {"local", Status::local},
                                            {"unverified", Status::unverified},
                                            {"illustrative", Status::illustrative}}};
inline constexpr Words<EuCriterion, 4> eu_criteria{{{"skills", EuCriterion::skills},
                                                    {"effort", EuCriterion::effort},
                                                    {"responsibility", EuCriterion::responsibility},
                                                    {"working-conditions", EuCriterion::working_conditions}}};
inline constexpr Words<RoundingMode, 5> rounding_modes{{{"half-up", RoundingMode::half_up},
                                                        {"half-even", RoundingMode::half_even},
                                                        {"half-down", RoundingMode::half_down},
                                                        {"down", RoundingMode::down},
                                                        {"up", RoundingMode::up}}};
/// Of the rules that give points from a weight.
inline constexpr Words<PointsRuleKind, 3> points_rule_kinds{
    {{"arithmetic", PointsRuleKind::arithmetic}, {"geometric", PointsRuleKind::geometric}, {"scores", PointsRuleKind::scores}}};
inline constexpr Words<FactKindOf, 4> fact_kinds{{{"number", FactKindOf::number},
                                                  {"choice", FactKindOf::choice},
                                                  {"yes-no", FactKindOf::yes_no},
                                                  {"several", FactKindOf::several}}};
inline constexpr Words<DerivationOrder, 3> derivation_orders{
    {{"up", DerivationOrder::up}, {"down", DerivationOrder::down}, {"none", DerivationOrder::none}}};
inline constexpr Words<Test, 5> tests{{{"is", Test::is},
                                       {"is_not", Test::is_not},
                                       {"at_least", Test::at_least},
                                       {"at_most", Test::at_most},
                                       {"one_of", Test::one_of}}};
inline constexpr Words<Method, 2> methods{{{"points", Method::points}, {"classification", Method::classification}}};
inline constexpr Words<DecideBy, 4> deciding{
    {{"when", DecideBy::when}, {"agree", DecideBy::agree}, {"reach", DecideBy::reach}, {"level_of", DecideBy::level_of}}};
/// Of a constraint: whether it is an error.
inline constexpr Words<bool, 2> severities{{{"error", true}, {"warning", false}}};
/// Of the options of a level: whether one at most may be stated.
inline constexpr Words<bool, 2> option_choices{{{"any", false}, {"one", true}}};

inline constexpr Words<Side, 3> sides{
    {{"management", Side::management}, {"union", Side::union_side}, {"independent", Side::independent}}};
inline constexpr Words<Role, 4> roles{
    {{"chair", Role::chair}, {"member", Role::member}, {"observer", Role::observer}, {"adviser", Role::adviser}}};
inline constexpr Words<Stage, 4> stages{{{"evaluation", Stage::evaluation},
                                         {"review", Stage::review},
                                         {"appeal", Stage::appeal},
                                         {"moderation", Stage::moderation}}};
inline constexpr Words<Decision, 4> decisions{{{"consensus", Decision::consensus},
                                               {"majority", Decision::majority},
                                               {"chair", Decision::chair},
                                               {"median", Decision::median}}};
inline constexpr Words<AppealKind, 2> appeal_kinds{
    {{"individual", AppealKind::individual}, {"collective", AppealKind::collective}}};
inline constexpr Words<Party, 3> parties{
    {{"jobholders", Party::jobholders}, {"union", Party::union_side}, {"employer", Party::employer}}};
inline constexpr Words<GroundKind, 6> ground_kinds{{{"level", GroundKind::level},
                                                    {"process", GroundKind::process},
                                                    {"facts", GroundKind::facts},
                                                    {"scheme-applied", GroundKind::scheme_applied},
                                                    {"comparator", GroundKind::comparator},
                                                    {"job-description", GroundKind::job_description}}};
inline constexpr Words<Differ, 2> differs{{{"all", Differ::all}, {"majority", Differ::majority}}};

}  // namespace words

/// What `unknown.word` stands for; otherwise reports it as `unknown` says.
template <class E, std::size_t n>
[[nodiscard]] std::optional<E> resolve_word(const Words<E, n>& words, UnknownWord unknown, base::Diagnostics& diagnostics) {
    std::vector<std::string> allowed;
    for (const auto& word : words) {
        if (word.text == unknown.word.value) return word.value;
        allowed.emplace_back(word.text);
    }
    unknown.allowed = allowed;
    report(unknown, diagnostics);
    return std::nullopt;
}

/// The same; another word is reported as error `id`: `user` names none of `what` ("the sides of a panel").
template <class E, std::size_t n>
[[nodiscard]] std::optional<E> resolve_word(const Words<E, n>& words, const Text& text, std::string_view id,
                                            std::string_view user, std::string_view what, base::Diagnostics& diagnostics) {
    return resolve_word(words,
                        {.id = id,
                         .word = text,
                         .message = fmt::format("{} says '{}', which is none of {}", user, text.value, what),
                         .what = std::string{what}},
                        diagnostics);
}

}  // namespace je::model
