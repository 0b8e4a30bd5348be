// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/facts.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// What rules may speak of. All of it outlives the making of the rules.
struct RuleSubjects {
    const Names& factor_names;
    std::span<const Factor> factors;
    const Facts& facts;
    const Names& sources;
    const Names& bands;  // of all the scheme's tables; empty when it has none
};

/// The conditions of `user` ("constraint 'c1'"); those with mistakes are reported and left out.
[[nodiscard]] std::vector<Condition> make_conditions(const std::vector<SchemeDraft::Condition>& drafts, const std::string& user,
                                                     const RuleSubjects& subjects, base::Diagnostics& diagnostics);

// What the scheme's rules say, with every reference resolved. Rules with mistakes are reported.

[[nodiscard]] std::vector<Derivation> make_derivations(const SchemeDraft& draft, const RuleSubjects& subjects,
                                                       base::Diagnostics& diagnostics);
[[nodiscard]] std::vector<Modifier> make_modifiers(const SchemeDraft& draft, const RuleSubjects& subjects,
                                                   base::Diagnostics& diagnostics);
[[nodiscard]] std::vector<Constraint> make_constraints(const SchemeDraft& draft, const RuleSubjects& subjects,
                                                       base::Diagnostics& diagnostics);
[[nodiscard]] std::vector<BandRule> make_band_rules(const SchemeDraft& draft, const RuleSubjects& subjects,
                                                    base::Diagnostics& diagnostics);
[[nodiscard]] std::vector<Convention> make_conventions(const SchemeDraft& draft, const RuleSubjects& subjects,
                                                       base::Diagnostics& diagnostics);

}  // namespace je::model
