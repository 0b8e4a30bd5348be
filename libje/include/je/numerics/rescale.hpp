// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace je::numerics {

/// What multiplying factors by k_f >= 0 does to the total.
enum class Rescale {
    max,   // T = M sum k_f points_f / sum k_f largest_f: the largest total stays M, so only the weights' proportions count
    none,  // T = sum k_f points_f: the largest total moves with the multipliers
};

}  // namespace je::numerics
