// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "je/numerics/ratings.hpp"

namespace je::numerics {

/// The ratings that can be compared with another of the same unit.
struct Pairable {
    std::vector<std::vector<double>> units;  // two or more ratings each
    std::size_t raters = 0;                  // those who gave any of them
    std::size_t left_out = 0;                // units with fewer than two ratings

    [[nodiscard]] Used used() const { return {units.size(), raters}; }
};
[[nodiscard]] Pairable pairable_units(const RatingTable& table);

}  // namespace je::numerics
