// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/numerics/fraction.hpp"
#include "je/numerics/weights.hpp"
#include "je/sensitivity/requirement.hpp"

namespace je::sensitivity {

/// Which alternative weights are looked at.
enum class RegionKind {
    spread,     // every weight multiplied by a number of its own from 1-s to 1+s, all equally likely, then rescaled
    simplex,    // all weights that sum to 1, none below a least one, all equally likely
    dirichlet,  // weights about the scheme's own, closer to them the larger the concentration
};
[[nodiscard]] std::string_view to_text(RegionKind kind);

struct Region {
    RegionKind kind = RegionKind::spread;
    base::Decimal spread = base::Decimal::from_units(2'000);  // 0.2
    base::Decimal least_weight{};                             // simplex
    base::Decimal concentration = base::Decimal::from_whole(100);
    numerics::Rescale rescale = numerics::Rescale::max;  // none: for spread alone
    /// What weights must meet besides; for a simplex, or a spread with Rescale::max: see CutRegion.
    std::vector<Requirement> required{};
};

/// A decimal as a fraction, exactly.
[[nodiscard]] inline numerics::Fraction fraction_of(base::Decimal value) {
    return {value.units(), base::Decimal::units_per_one};
}

}  // namespace je::sensitivity
