// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "numerics/random.hpp"

namespace je::numerics {

// Functions of + - * / and square root alone, which every machine rounds alike, where those of <cmath> differ in the last bit
// between libraries. Accurate to about 1e-15, relative (the logarithm near 1: absolute).

/// The natural logarithm of a normal number above 0.
[[nodiscard]] double same_log(double x);
/// e^x; 0 below -700. `x` is at most 700.
[[nodiscard]] double same_exp(double x);
/// A draw from the standard normal distribution (Marsaglia's polar method).
[[nodiscard]] double normal_draw(RandomStream& random);
/// The logarithm of a draw from the gamma distribution with this shape, above 0 (Marsaglia and Tsang 2000; shapes below 1 by
/// their note).
[[nodiscard]] double log_gamma_draw(RandomStream& random, double shape);

}  // namespace je::numerics
