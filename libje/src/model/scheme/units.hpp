// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/factors.hpp"

namespace je::model {

/// One unit per draft of a matrix, in order, over factors that have no points of their own.
[[nodiscard]] std::vector<ScoredUnit> make_matrices(const SchemeDraft& draft, const SchemeNames& names,
                                                    std::span<const Factor> factors, base::Diagnostics& diagnostics);

/// What gets points, in the order of the factors: each factor that is in no other unit, and each of `combined` once. Tells each
/// factor which is its unit.
[[nodiscard]] std::vector<ScoredUnit> units_of(std::vector<Factor>& factors, const std::vector<ScoredUnit>& combined);

/// Reports a stated `max_total` that is not the sum of the largest points. With weighted factors it is what the points are
/// made from, and whether the weights add up is another question (scoring/proof.hpp).
void check_max_total(const SchemeDraft& draft, Points largest, base::Diagnostics& diagnostics);

}  // namespace je::model
