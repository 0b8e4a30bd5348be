// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace je::numerics {

// Sines of many multiples of an angle, made by rotation with + - * / alone, so that every machine finds the same last bit.

/// Terms worked on side by side; series have a multiple of it.
inline constexpr std::size_t sine_lanes = 8;

struct SineCosine {
    double sine = 0;
    double cosine = 1;
};

/// products[n - 1] is multiplied by sin(n pi turn) / (n pi turn), 0 < turn <= 1, for n = 1, 2, ...; inverses[n - 1] is 1 / n.
/// The number of products is a multiple of sine_lanes. Error below (4 n + 4) 2^-53.
void multiply_by_sinc(double turn, std::span<const double> inverses, std::span<double> products);

/// sum c_n sin(n pi turn) and sum c_n cos(n pi turn), 0 <= turn <= 1, c_n = coefficients[n - 1].
[[nodiscard]] SineCosine sum_series(double turn, std::span<const double> coefficients);

}  // namespace je::numerics
