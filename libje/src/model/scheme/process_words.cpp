// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "model/scheme/process_words.hpp"

#include <array>

namespace je::model {

namespace {

constexpr std::array<Word<Side>, 3> side_words{
    {{"management", Side::management}, {"union", Side::union_side}, {"independent", Side::independent}}};
constexpr std::array<Word<Role>, 4> roles{
    {{"chair", Role::chair}, {"member", Role::member}, {"observer", Role::observer}, {"adviser", Role::adviser}}};
constexpr std::array<Word<Stage>, 4> stages{{{"evaluation", Stage::evaluation},
                                             {"review", Stage::review},
                                             {"appeal", Stage::appeal},
                                             {"moderation", Stage::moderation}}};
constexpr std::array<Word<Decision>, 4> decisions{{{"consensus", Decision::consensus},
                                                   {"majority", Decision::majority},
                                                   {"chair", Decision::chair},
                                                   {"median", Decision::median}}};
constexpr std::array<Word<AppealKind>, 2> appeal_kinds{
    {{"individual", AppealKind::individual}, {"collective", AppealKind::collective}}};
constexpr std::array<Word<Party>, 3> parties{
    {{"jobholders", Party::jobholders}, {"union", Party::union_side}, {"employer", Party::employer}}};
constexpr std::array<Word<GroundKind>, 6> ground_kinds{{{"level", GroundKind::level},
                                                        {"process", GroundKind::process},
                                                        {"facts", GroundKind::facts},
                                                        {"scheme-applied", GroundKind::scheme_applied},
                                                        {"comparator", GroundKind::comparator},
                                                        {"job-description", GroundKind::job_description}}};
constexpr std::array<Word<Differ>, 2> differs{{{"all", Differ::all}, {"majority", Differ::majority}}};
constexpr std::array<Word<ProcessCheck>, 20> checks{{{"size", ProcessCheck::size},
                                                     {"sides", ProcessCheck::sides},
                                                     {"equal-sides", ProcessCheck::equal_sides},
                                                     {"chair", ProcessCheck::chair},
                                                     {"trained", ProcessCheck::trained},
                                                     {"unconnected", ProcessCheck::unconnected},
                                                     {"scored-by-all", ProcessCheck::scored_by_all},
                                                     {"agreed-was-given", ProcessCheck::agreed_was_given},
                                                     {"rationale", ProcessCheck::rationale},
                                                     {"evidence", ProcessCheck::evidence},
                                                     {"decision", ProcessCheck::decision},
                                                     {"members-differ", ProcessCheck::members_differ},
                                                     {"change-cites", ProcessCheck::change_cites},
                                                     {"unappealed-change-reasoned", ProcessCheck::unappealed_change_reasoned},
                                                     {"may-lower", ProcessCheck::may_lower},
                                                     {"time-limit", ProcessCheck::time_limit},
                                                     {"may-appeal", ProcessCheck::may_appeal},
                                                     {"grounds", ProcessCheck::grounds},
                                                     {"grounds-supported", ProcessCheck::grounds_supported},
                                                     {"stages", ProcessCheck::stages}}};
constexpr auto all_checks = [] {
    std::array<ProcessCheck, checks.size()> all{};
    for (std::size_t i = 0; i < checks.size(); ++i) all[i] = checks[i].value;
    return all;
}();

}  // namespace

template <>
std::span<const Word<Side>> words_of() {
    return side_words;
}
template <>
std::span<const Word<Role>> words_of() {
    return roles;
}
template <>
std::span<const Word<Stage>> words_of() {
    return stages;
}
template <>
std::span<const Word<Decision>> words_of() {
    return decisions;
}
template <>
std::span<const Word<AppealKind>> words_of() {
    return appeal_kinds;
}
template <>
std::span<const Word<Party>> words_of() {
    return parties;
}
template <>
std::span<const Word<GroundKind>> words_of() {
    return ground_kinds;
}
template <>
std::span<const Word<Differ>> words_of() {
    return differs;
}
template <>
std::span<const Word<ProcessCheck>> words_of() {
    return checks;
}

std::string_view to_text(Side side) { return word_for(side); }
std::string_view to_text(Role role) { return word_for(role); }
std::string_view to_text(Stage stage) { return word_for(stage); }
std::string_view to_text(Decision decision) { return word_for(decision); }
std::string_view to_text(AppealKind kind) { return word_for(kind); }
std::string_view to_text(Party party) { return word_for(party); }
std::string_view to_text(GroundKind kind) { return word_for(kind); }
std::string_view to_text(ProcessCheck check) { return word_for(check); }

bool is_of_panel(ProcessCheck check) { return check <= ProcessCheck::decision; }

std::span<const ProcessCheck> process_checks() { return all_checks; }

}  // namespace je::model
