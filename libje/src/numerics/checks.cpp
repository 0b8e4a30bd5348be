// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/checks.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace je::numerics {

void require_level(double level) {
    if (!(level > 0 && level < 1)) throw std::invalid_argument("a confidence level lies between 0 and 1");
}

void require_matching(std::span<const double> a, std::span<const double> b) {
    const auto finite = [](double value) { return std::isfinite(value); };
    if (a.size() != b.size()) throw std::invalid_argument("numbers to be paired are not equally many");
    if (!std::all_of(a.begin(), a.end(), finite) || !std::all_of(b.begin(), b.end(), finite)) {
        throw std::invalid_argument("a number is not finite");
    }
}

}  // namespace je::numerics
