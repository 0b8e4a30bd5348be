// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/mix_shifted.hpp"

#include <algorithm>
#include <array>

// One loop, compiled for several instruction sets; the compiler makes vector instructions of it. None may fuse a product and a
// sum into one rounding (-ffp-contract=off), so that all give the same.

namespace je::numerics {

namespace {

constexpr std::size_t together = 4;  // terms in one pass over the cells

/// `count` terms at once; `more`: on top of what is in `out`.
template <std::size_t count, bool more>
[[gnu::always_inline]] inline void pass(const double* in, std::size_t n, const Shifted* terms, double* __restrict out) {
    std::array<const double* __restrict, count> from{};
    std::array<double, count> factor{};
    for (std::size_t t = 0; t < count; ++t) {
        from[t] = in - terms[t].cells;
        factor[t] = terms[t].factor;
    }
    for (std::size_t i = 0; i < n; ++i) {
        double sum = more ? out[i] + factor[0] * from[0][i] : factor[0] * from[0][i];
        for (std::size_t t = 1; t < count; ++t) sum += factor[t] * from[t][i];
        out[i] = sum;
    }
}

template <bool more>
[[gnu::always_inline]] inline void up_to_four(const double* in, std::size_t n, const Shifted* terms, std::size_t count,
                                              double* out) {
    switch (count) {
        case 1:
            return pass<1, more>(in, n, terms, out);
        case 2:
            return pass<2, more>(in, n, terms, out);
        case 3:
            return pass<3, more>(in, n, terms, out);
        default:
            return pass<together, more>(in, n, terms, out);
    }
}

[[gnu::always_inline]] inline void mix(const double* in, std::size_t n, std::span<const Shifted> terms, double* out) {
    up_to_four<false>(in, n, terms.data(), std::min(together, terms.size()), out);
    for (std::size_t t = together; t < terms.size(); t += together)
        up_to_four<true>(in, n, terms.data() + t, std::min(together, terms.size() - t), out);
}

void mix_plain(const double* in, std::size_t n, std::span<const Shifted> terms, double* out) { mix(in, n, terms, out); }

#if defined(__x86_64__)
[[gnu::target("avx2")]] void mix_avx2(const double* in, std::size_t n, std::span<const Shifted> terms, double* out) {
    mix(in, n, terms, out);
}

using Mix = void (*)(const double*, std::size_t, std::span<const Shifted>, double*);

Mix best_mix() { return __builtin_cpu_supports("avx2") ? mix_avx2 : mix_plain; }
#endif

}  // namespace

void mix_shifted(const double* in, std::size_t n, std::span<const Shifted> terms, double* out) {
#if defined(__x86_64__)
    static const Mix chosen = best_mix();
    chosen(in, n, terms, out);
#else
    mix_plain(in, n, terms, out);
#endif
}

}  // namespace je::numerics
