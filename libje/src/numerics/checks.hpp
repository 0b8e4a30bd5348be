// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace je::numerics {

/// Throws std::invalid_argument unless 0 < level < 1.
void require_level(double level);
/// Throws std::invalid_argument unless both are equally long and all numbers are finite.
void require_matching(std::span<const double> a, std::span<const double> b);

}  // namespace je::numerics
