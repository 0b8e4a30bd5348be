// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/lanes.hpp"

#ifdef __AVX512BW__
#include "numerics/scenarios/lanes_avx512.hpp"
#endif

namespace je::numerics {

#ifdef __AVX512BW__
LaneFunction avx512_lanes() { return count_block<Lanes>; }
#else
LaneFunction avx512_lanes() { return nullptr; }
#endif

}  // namespace je::numerics
