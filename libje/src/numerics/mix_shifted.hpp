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

/// out[i] = the sum of factor * in[i - cells] over `terms`, in their order, for i from 0 to n - 1. Memory from in[-L] to in[n -
/// 1] is read, L being the largest shift, and holds zeros where there is nothing. At least one term; the arrays do not overlap.
/// AVX2 is used where the processor has it; the result does not depend on that.
void mix_shifted(const double* in, std::size_t n, std::span<const Shifted> terms, double* out);

}  // namespace je::numerics
