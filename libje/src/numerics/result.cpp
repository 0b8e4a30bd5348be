// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/result.hpp"

#include <cmath>

#include "numerics/checks.hpp"

namespace je::numerics {

Statistic Statistic::of(double value, Used used) {
    if (!std::isfinite(value)) return none(reasons::too_large, used);
    return {value, {}, value, used};
}

Statistic Statistic::none(std::string reason, Used used) { return {std::nullopt, std::move(reason), std::nullopt, used}; }

Statistic Statistic::meaningless(double formula, std::string reason, Used used) {
    if (!std::isfinite(formula)) return none(std::move(reason), used);
    return {std::nullopt, std::move(reason), formula, used};
}

}  // namespace je::numerics
