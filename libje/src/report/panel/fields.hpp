// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/report/appeal_result.hpp"
#include "je/report/description.hpp"
#include "je/report/panel_result.hpp"
#include "report/describing.hpp"

namespace je::report {

// What results on appeals show of panels; and what an appeal is to the public.

Description describe(Of<DissentView>);
Description describe(Of<panel::Finding>);
Description describe(Of<PaperDifference>);
Description describe(Of<OutcomeView>);
Description describe(Of<panel::Agreement>);

template <>
inline constexpr auto last_of<panel::Verdict> = panel::Verdict::fail;
template <>
inline constexpr auto last_of<PaperDifference::Kind> = PaperDifference::Kind::other_levels;
template <>
inline constexpr auto last_of<model::ProcessCheck> = model::ProcessCheck::stages;
template <>
inline constexpr auto last_of<panel::LevelRule> = panel::LevelRule::highest;
template <>
inline constexpr auto last_of<model::Side> = model::Side::independent;
template <>
inline constexpr auto last_of<model::Role> = model::Role::adviser;
template <>
inline constexpr auto last_of<model::Stage> = model::Stage::moderation;
template <>
inline constexpr auto last_of<model::Decision> = model::Decision::median;
template <>
inline constexpr auto last_of<model::GroundKind> = model::GroundKind::job_description;

/// `differences` and `not_set` of a result on a panel or an appeal, in sentences and as data.
template <class T>
Description paper_fields() {
    return {"papers",
            {values<[](const T& one) {
                 std::vector<std::string> texts;
                 for (const PaperDifference& difference : one.differences) texts.push_back(difference.text);
                 return texts;
             }>("differences", "Differences", Role::text, "between the record and what is at hand")
                 .shown_to_public(),
             list<&T::differences>("paper_differences", "Differences", "the same as data")}};
}
template <class T>
Description not_set_fields() {
    return {"not set",
            {values<[](const T& one) { return model::settled_by(one.not_set); }>(
                 "not_set", "Not set", Role::text, "what a scheme of this kind may state and this one does not")
                 .shown_to_public(),
             values<&T::not_set>("not_set_checks", "Not set", Role::text, "the same, as the kinds of rules")}};
}

/// Of EvidenceView: what a panel or an appeal cites.
[[nodiscard]] Description cited_fields();
/// Of PanelResult: everything but `format`.
[[nodiscard]] Description panel_fields();
/// Of AppealResult: everything but `format`.
[[nodiscard]] Description appeal_fields();
/// Of PanelFactorView: a factor on which levels differed.
[[nodiscard]] Description split_fields();
/// Of ScoredJob: the total, band and margins of an outcome, or the range of one that is not complete.
[[nodiscard]] Description outcome_fields();

}  // namespace je::report
