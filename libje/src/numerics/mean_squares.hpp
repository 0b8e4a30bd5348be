// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/numerics/intraclass.hpp"
#include "je/numerics/ratings.hpp"

namespace je::numerics {

/// The two-way analysis of variance without replication. There must be two units and two raters at least.
[[nodiscard]] MeanSquares mean_squares(const CompleteRows& ratings);

}  // namespace je::numerics
