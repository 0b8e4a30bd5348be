// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme_conditions.hpp"

namespace je::model {

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
