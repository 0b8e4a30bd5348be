// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/lanes.hpp"

#ifdef __AVX2__
#include <immintrin.h>

#include "numerics/scenarios/lanes_body.hpp"
#endif

namespace je::numerics {

#ifdef __AVX2__
namespace {

struct Lanes {
    using Vector = __m256i;
    static constexpr std::size_t width = 8;
    static Vector load(const std::int32_t* from) { return _mm256_load_si256(reinterpret_cast<const __m256i*>(from)); }
    static void store(std::int32_t* to, Vector v) { _mm256_store_si256(reinterpret_cast<__m256i*>(to), v); }
    static Vector repeat(std::int32_t number) { return _mm256_set1_epi32(number); }
    static Vector zero() { return _mm256_setzero_si256(); }
    static Vector add(Vector a, Vector b) { return _mm256_add_epi32(a, b); }
    static Vector dot(Vector sum, Vector a, Vector b) { return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b)); }
    static Vector lesser(Vector a, Vector b) { return _mm256_min_epi32(a, b); }
    static Vector greater(Vector a, Vector b) { return _mm256_max_epi32(a, b); }
    static Vector count_above(Vector counts, Vector total, Vector bound) {
        return _mm256_sub_epi32(counts, _mm256_cmpgt_epi32(total, bound));
    }
};

}  // namespace

LaneFunction avx2_lanes() { return count_block<Lanes>; }
#else
LaneFunction avx2_lanes() { return nullptr; }
#endif

}  // namespace je::numerics
