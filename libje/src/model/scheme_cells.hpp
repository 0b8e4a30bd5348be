// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "je/model/scheme.hpp"

namespace je::model {

/// The cells of a matrix over the levels of two factors, row by row. Says which levels are unknown, repeated or left out, and
/// where points do not rise along a row or a column; pairs that are not allowed are passed over.
[[nodiscard]] std::vector<MatrixCell> make_cells(const SchemeDraft::Matrix& draft, const Factor& rows, const Factor& columns,
                                                 base::Diagnostics& diagnostics);

}  // namespace je::model
