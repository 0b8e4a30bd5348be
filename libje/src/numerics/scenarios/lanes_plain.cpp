// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/lanes.hpp"

#ifdef __SSE2__
#include <emmintrin.h>

#include "numerics/scenarios/lanes_body.hpp"
#endif

namespace je::numerics {

#ifdef __SSE2__
namespace {

// Four at a time: every x86-64 processor has these.
struct Lanes {
    using Vector = __m128i;
    static constexpr std::size_t width = 4;
    static Vector load(const std::int32_t* from) { return _mm_load_si128(reinterpret_cast<const __m128i*>(from)); }
    static void store(std::int32_t* to, Vector v) { _mm_store_si128(reinterpret_cast<__m128i*>(to), v); }
    static Vector repeat(std::int32_t number) { return _mm_set1_epi32(number); }
    static Vector zero() { return _mm_setzero_si128(); }
    static Vector add(Vector a, Vector b) { return _mm_add_epi32(a, b); }
    static Vector dot(Vector sum, Vector a, Vector b) { return _mm_add_epi32(sum, _mm_madd_epi16(a, b)); }
    static Vector chosen(Vector mask, Vector a, Vector b) {
        return _mm_or_si128(_mm_and_si128(mask, a), _mm_andnot_si128(mask, b));
    }
    static Vector lesser(Vector a, Vector b) { return chosen(_mm_cmpgt_epi32(a, b), b, a); }
    static Vector greater(Vector a, Vector b) { return chosen(_mm_cmpgt_epi32(a, b), a, b); }
    static Vector count_above(Vector counts, Vector total, Vector bound) {
        return _mm_sub_epi32(counts, _mm_cmpgt_epi32(total, bound));
    }
};

}  // namespace

LaneFunction plain_lanes() { return count_block<Lanes>; }
#else
LaneFunction plain_lanes() { return nullptr; }
#endif

}  // namespace je::numerics
