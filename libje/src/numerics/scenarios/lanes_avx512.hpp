// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <immintrin.h>

#include "numerics/scenarios/lanes_body.hpp"

// For processors with AVX-512, with the instructions for neural networks or without: by what the including file is compiled
// for.

namespace je::numerics {

namespace {

struct Lanes {
    using Vector = __m512i;
    static constexpr std::size_t width = 16;
    static constexpr __mmask16 all = 0xFFFF;  // without a mask g++ 12 warns of a value never set in its own header
    static Vector load(const std::int32_t* from) { return _mm512_load_si512(from); }
    static void store(std::int32_t* to, Vector v) { _mm512_store_si512(to, v); }
    static Vector repeat(std::int32_t number) { return _mm512_set1_epi32(number); }
    static Vector zero() { return _mm512_setzero_si512(); }
    static Vector add(Vector a, Vector b) { return _mm512_add_epi32(a, b); }
#ifdef __AVX512VNNI__
    static Vector dot(Vector sum, Vector a, Vector b) { return _mm512_dpwssd_epi32(sum, a, b); }
#else
    static Vector dot(Vector sum, Vector a, Vector b) { return _mm512_add_epi32(sum, _mm512_madd_epi16(a, b)); }
#endif
    static Vector lesser(Vector a, Vector b) { return _mm512_maskz_min_epi32(all, a, b); }
    static Vector greater(Vector a, Vector b) { return _mm512_maskz_max_epi32(all, a, b); }
    static Vector count_above(Vector counts, Vector total, Vector bound) {
        return _mm512_mask_sub_epi32(counts, _mm512_cmpgt_epi32_mask(total, bound), counts, _mm512_set1_epi32(-1));
    }
};

}  // namespace

}  // namespace je::numerics
