// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstring>

namespace je::numerics {

/// Two numbers worked on at once, as every x86-64 processor can; g++ and clang++ both know this way to say so. Each half is
/// rounded as it would be alone.
using NumberPair = double __attribute__((vector_size(2 * sizeof(double))));

inline NumberPair load_pair(const double* from) {
    NumberPair pair;
    std::memcpy(&pair, from, sizeof pair);
    return pair;
}

inline void store_pair(double* to, NumberPair pair) { std::memcpy(to, &pair, sizeof pair); }

}  // namespace je::numerics
