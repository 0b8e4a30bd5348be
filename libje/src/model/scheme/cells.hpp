// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "je/model/scheme.hpp"
#include "model/scheme/names.hpp"

namespace je::model {

/// The factors of a matrix, in the order of its dimensions: at least one.
using Dimensions = std::vector<const Factor*>;

inline constexpr std::size_t most_dimensions = 8;
inline constexpr std::size_t most_cells = 100'000;

/// How many cells there are; nothing above `most_cells`.
[[nodiscard]] std::optional<std::size_t> cells_over(const Dimensions& dimensions);

/// The cells of a matrix in the order of options, the last dimension fastest.
struct MadeCells {
    std::vector<UnitOption> options;
    std::vector<base::SourcePosition> places;
};

/// Reads the cells of a draft: each combination of levels once, none left out. Says what is unknown, repeated, missing,
/// negative, or falls along a dimension, and which level has no cell that is allowed.
[[nodiscard]] MadeCells make_cells(const SchemeDraft::Matrix& draft, const Dimensions& dimensions,
                                   base::Diagnostics& diagnostics);

/// Warns of each longest run of neighbouring allowed cells with the same points, along each dimension.
void warn_of_equal_cells(const ScoredUnit& unit, std::span<const Factor> factors, base::Diagnostics& diagnostics);

}  // namespace je::model
