// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/simplex_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace je::numerics {

void require_moderate(std::span<const double> values, const char* what) {
    std::size_t wrong = 0;  // counted without leaving the loop: that is quicker for the long lists it is for
    for (const double value : values) wrong += std::abs(value) <= 1e150 ? 0U : 1U;
    if (wrong > 0) throw std::invalid_argument(fmt::format("{} must be numbers of at most 1e150 in size", what));
}

void require_ascending(std::span<const double> values, const char* what) {
    require_moderate(values, what);
    if (!std::is_sorted(values.begin(), values.end())) throw std::invalid_argument(fmt::format("{} must ascend", what));
}

}  // namespace je::numerics
