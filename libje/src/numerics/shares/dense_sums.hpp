// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "numerics/shares/convolution.hpp"

namespace je::numerics {

/// The masses of all sums of the parts, by adding shifted arrays over the parts' common grid. Nothing where a list of the
/// different sums does better: a grid too fine for the number of sums, or more cells or steps than `options` allow. No sum may
/// overflow. Parts are added the narrowest first, to each sum contributions in the order of the part's values.
[[nodiscard]] std::optional<std::vector<Mass>> dense_sums(std::span<const DiscreteDistribution* const> parts,
                                                          const ConvolveOptions& options);

}  // namespace je::numerics
