// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/lanes.hpp"

namespace je::numerics {

namespace {

#ifdef __x86_64__
bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }
bool has_avx512() { return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0; }
bool has_vnni() { return has_avx512() && __builtin_cpu_supports("avx512vnni") != 0; }
#else
bool has_avx2() { return false; }
bool has_avx512() { return false; }
bool has_vnni() { return false; }
#endif

LaneFunction widest_avx512() {
    if (has_vnni() && avx512_vnni_lanes() != nullptr) return avx512_vnni_lanes();
    return has_avx512() ? avx512_lanes() : nullptr;
}

}  // namespace

ChosenLanes choose_lanes(Instructions asked) {
    if (asked == Instructions::wide) return {};
    if (asked == Instructions::automatic || asked == Instructions::avx512)
        if (const LaneFunction function = widest_avx512()) return {function, Instructions::avx512};
    if (asked != Instructions::plain && has_avx2())
        if (const LaneFunction function = avx2_lanes()) return {function, Instructions::avx2};
    if (const LaneFunction function = plain_lanes()) return {function, Instructions::plain};
    return {};
}

}  // namespace je::numerics
