// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/rules.hpp"

namespace je::model {

/// The rules by which each band table gives bands, one per table; nothing for a table with floors, or with mistakes, which are
/// reported. `scheme` has its other rules; values of facts are cut where they and these rules cut them.
[[nodiscard]] std::vector<std::optional<Deciding>> make_deciding(const SchemeDraft& draft, const RuleSubjects& subjects,
                                                                 std::span<const Constraint> constraints,
                                                                 base::Diagnostics& diagnostics);

/// Reports what has points, weights or floors in a scheme that is said to have none, and tables without rules there; and rules
/// that give bands in a scheme with points.
void check_method(const SchemeDraft& draft, Method method, base::Diagnostics& diagnostics);

}  // namespace je::model
