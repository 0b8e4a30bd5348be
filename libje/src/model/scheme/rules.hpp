// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/factors.hpp"
#include "model/scheme/facts.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// What rules may speak of. All of it outlives the making of the rules.
struct RuleSubjects {
    const Names& factor_names;
    std::span<const Factor> factors;
    const Facts& facts;
    const Names& sources;
    const Names& bands;   // of all the scheme's tables; empty when it has none
    bool flawed = false;  // the draft has mistakes of form: of a key that is not there it has been told already
};

/// The conditions of `user` ("constraint 'c1'"); those with mistakes are reported and left out.
[[nodiscard]] std::vector<Condition> make_conditions(const std::vector<SchemeDraft::Condition>& drafts, const std::string& user,
                                                     const RuleSubjects& subjects, base::Diagnostics& diagnostics);
/// The same for rules that give bands, which may count how many of several conditions hold.
[[nodiscard]] std::vector<Condition> make_deciding_conditions(const std::vector<ConditionDraft>& drafts,
                                                              const std::string& user, const RuleSubjects& subjects,
                                                              base::Diagnostics& diagnostics);

struct SchemeRules {
    std::vector<Derivation> derivations;
    std::vector<Modifier> modifiers;
    std::vector<Constraint> constraints;
    std::vector<BandRule> band_rules;
    std::vector<Convention> conventions;
    std::vector<RuleReach> reaches;  // of the first four, in this order
    std::vector<FactDefinition> facts;
    std::vector<std::optional<Deciding>> deciding;  // of each band table
};
[[nodiscard]] SchemeRules make_rules(const SchemeDraft& draft, const SchemeNames& names, std::span<const Factor> factors,
                                     base::Diagnostics& diagnostics);

/// Reports lists of rules, and of conditions in them, that are longer than any plan needs.
void check_rule_sizes(const SchemeDraft& draft, base::Diagnostics& diagnostics);

/// The rules of a scheme's `panel` or `appeal` list, checked; those with mistakes are reported.
[[nodiscard]] std::vector<ProcessRule> make_process_rules(const std::vector<ProcessRuleDraft>& drafts, bool of_panel,
                                                          const Names& sources, base::Diagnostics& diagnostics);

inline constexpr std::size_t most_rules = 1000;       // of each kind, and facts
inline constexpr std::size_t most_conditions = 2000;  // of all rules of a kind

/// Says that a scheme has more of `what` than it may.
void too_many(std::size_t count, std::size_t most, std::string_view what, const base::SourcePosition& at,
              base::Diagnostics& diagnostics);

template <class Item>
void check_list(const std::vector<Item>& list, std::size_t most, std::string_view what, base::Diagnostics& diagnostics) {
    if (list.size() > most) too_many(list.size(), most, what, list[most].id.at, diagnostics);
}

}  // namespace je::model
