// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace je::numerics {

/// An array moved by a number of cells, and what it is multiplied by.
struct Shifted {
    std::size_t cells = 0;
    double factor = 0;
};

/// out[i] = the sum of factor * in[i - cells] over `terms`, in their order, for i from 0 to n - 1. Both ends of `in` must be
/// followed by as many zeros as the largest shift: in[-largest] to in[n - 1] are read. At least one term; the arrays do not
/// overlap. The processor's widest instructions are used, and the result does not depend on which.
void mix_shifted(const double* in, std::size_t n, std::span<const Shifted> terms, double* out);

}  // namespace je::numerics
