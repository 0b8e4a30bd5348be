// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace je::numerics {

__extension__ using Whole128 = __int128;

/// The smallest whole number not below above / below; `below` is above 0.
[[nodiscard]] constexpr Whole128 divided_up(Whole128 above, Whole128 below) {
    const Whole128 quotient = above / below;
    return quotient + (above % below > 0 ? 1 : 0);
}

/// The largest whole number not above it.
[[nodiscard]] constexpr Whole128 divided_down(Whole128 above, Whole128 below) { return -divided_up(-above, below); }

}  // namespace je::numerics
