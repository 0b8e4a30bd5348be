// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"
#include "je/model/ids.hpp"

namespace je::model {

enum class Side { management, union_side, independent };
enum class Role { chair, member, observer, adviser };
enum class Stage { evaluation, review, appeal, moderation };
enum class Decision { consensus, majority, chair, median };
enum class AppealKind { individual, collective };
enum class Party { jobholders, union_side, employer };
enum class GroundKind { level, process, facts, scheme_applied, comparator, job_description };

// The words of the files: "management", "union", "independent"; "scheme-applied"; and so on.
[[nodiscard]] std::string_view to_text(Side side);
[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] std::string_view to_text(Stage stage);
[[nodiscard]] std::string_view to_text(Decision decision);
[[nodiscard]] std::string_view to_text(AppealKind kind);
[[nodiscard]] std::string_view to_text(Party party);
[[nodiscard]] std::string_view to_text(GroundKind kind);

/// What a rule about panels or appeals asks. docs/files.md has the meaning of each and the keys it takes.
enum class ProcessCheck : std::size_t {
    // of a panel
    size,
    sides,
    equal_sides,
    chair,
    trained,
    unconnected,
    scored_by_all,
    agreed_was_given,
    rationale,
    evidence,
    decision,
    // of an appeal
    members_differ,
    change_cites,
    unappealed_change_reasoned,
    may_lower,
    time_limit,
    may_appeal,
    grounds,
    grounds_supported,
    stages,
};
[[nodiscard]] std::string_view to_text(ProcessCheck check);
/// Whether the rule stands in a scheme's `panel` list; else in its `appeal` list.
[[nodiscard]] bool is_of_panel(ProcessCheck check);

/// Whether all, or more than half, of an appeal panel did not sit on the panel before.
enum class Differ { all, majority };

/// One rule as the scheme states it. Only the fields of its check are set.
struct ProcessRule {
    RuleId id;
    ProcessCheck check = ProcessCheck::size;
    bool is_error = true;  // a breach is a fail, else a warn
    std::string summary;
    std::string source;
    std::optional<std::size_t> smallest;                 // size, stages
    std::optional<std::size_t> largest;                  // size, stages
    std::vector<std::pair<Side, std::size_t>> at_least;  // sides: how many panellists of each
    std::vector<Side> of_sides;                          // equal_sides
    std::optional<Side> chair_side;                      // chair
    std::string chair_post;                              // chair: the post that the chair holds; empty: any
    std::optional<Decision> decision;                    // decision
    Differ differ = Differ::all;                         // members_differ
    bool allowed = true;                                 // may_lower
    std::string from;                                    // time_limit: kind of the event that it runs from ...
    std::string until;                                   // ... and of that which must come in time
    std::optional<base::Period> within;                  // time_limit; nothing: the scheme sets none, or ...
    bool any_time = false;                               // ... says that there is no limit
    std::vector<Party> parties;                          // may_appeal
    std::vector<GroundKind> accepted;                    // grounds: these alone; empty: all but ...
    std::vector<GroundKind> not_accepted;                // ... these
    base::SourcePosition at;
};

/// What a scheme settles by rules of these kinds: "how many sit on a panel".
[[nodiscard]] std::vector<std::string> settled_by(std::span<const ProcessCheck> checks);
/// What a scheme's list of rules may check and does not. `of_panel`: else the list is about appeals.
[[nodiscard]] std::vector<ProcessCheck> not_settled(std::span<const ProcessRule> rules, bool of_panel);

/// What a scheme file says of one rule, before it is checked.
struct ProcessRuleDraft {
    using Text = base::Located<std::string>;
    Text id;
    Text check;
    std::optional<Text> breach;  // fail | warn
    std::string summary;
    std::optional<Text> source;
    std::vector<Text> keys;  // those given beside id, check, breach, summary and source
    std::optional<base::Located<base::Decimal>> smallest, largest;
    std::vector<std::pair<Text, base::Located<base::Decimal>>> at_least;
    std::vector<Text> of_sides;
    std::optional<Text> chair_side;
    std::string chair_post;
    std::optional<Text> decision;
    std::optional<Text> differ;
    std::optional<bool> allowed;
    std::optional<Text> from, until, within;
    std::vector<Text> parties;
    std::vector<Text> accepted;
    std::vector<Text> not_accepted;
    base::SourcePosition at;
};

}  // namespace je::model
