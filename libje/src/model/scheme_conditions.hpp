// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme_facts.hpp"
#include "model/scheme_names.hpp"

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

}  // namespace je::model
