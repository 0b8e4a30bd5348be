// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "je/sensitivity/derived_floors.hpp"

namespace je::sensitivity {

/// The i-th of n floors that part the totals a < b: a + (b - a) i / (n + 1), rounded up to a whole unit. `b - a` is a whole
/// number of units, at least n of them, so that the floors rise, the first is above a and the last not above b.
[[nodiscard]] Points parting(Points a, Points b, std::size_t i, std::size_t n, Points unit);

/// Fills in the bands of the jobs and the moves, from the floors.
void place_jobs(const DeriveInput& input, DerivedFloors& derived);

}  // namespace je::sensitivity
