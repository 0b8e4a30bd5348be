// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/factors.hpp"

namespace je::model {

/// One matrix per draft, in order; its two factors are marked as its sides.
[[nodiscard]] std::vector<Matrix> make_matrices(const SchemeDraft& draft, const SchemeNames& names,
                                                std::vector<Factor>& factors, base::Diagnostics& diagnostics);

/// What gets points, in the order of the factors: each factor that is in no matrix, and each matrix once.
[[nodiscard]] std::vector<ScoredUnit> units_of(std::span<const Factor> factors);

struct TotalRange {
    Points smallest{};
    Points largest{};
};

/// Sums of the smallest and of the largest points of the units. Every unit has a level or an allowed cell.
[[nodiscard]] TotalRange total_range(std::span<const ScoredUnit> units, std::span<const Factor> factors,
                                     std::span<const Matrix> matrices);

/// Reports a stated `max_total` that is not the sum of the largest points. With weighted factors it is what the points are
/// made from, and whether the weights add up is another question (scoring/proof.hpp).
void check_max_total(const SchemeDraft& draft, Points largest, base::Diagnostics& diagnostics);

}  // namespace je::model
