// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/shares/dense_sums.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>

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

namespace {

constexpr std::uint64_t most_cells = std::uint64_t{1} << 16;
constexpr std::uint64_t cells_per_sum = 32;  // a sum in a list costs about as much as so many cells

std::uint64_t distance(std::int64_t from, std::int64_t to) {
    return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
}

/// The largest number that divides all distances between values of one part; 0 when there are none.
std::uint64_t common_step(std::span<const DiscreteDistribution* const> parts) {
    std::uint64_t step = 0;
    for (const DiscreteDistribution* part : parts) {
        for (const Mass& mass : part->masses()) {
            const std::uint64_t away = distance(part->smallest(), mass.value);
            if (step == 0 || away % step != 0) step = std::gcd(step, away);
        }
    }
    return step;
}

/// Cells of the grid from the smallest sum to the largest; nothing when adding shifted arrays does not pay.
std::optional<std::size_t> cells_of(std::span<const DiscreteDistribution* const> parts, std::uint64_t step,
                                    const ConvolveOptions& options) {
    const std::uint64_t limit = std::min<std::uint64_t>(most_cells, options.max_sums);
    std::uint64_t cells = 1;
    std::uint64_t sums = 1;  // at most so many, as far as that matters
    std::uint64_t steps = 0;
    for (const DiscreteDistribution* part : parts) {
        steps += cells * part->masses().size();
        sums = std::min(most_cells, sums * part->masses().size());
        const std::uint64_t span = distance(part->smallest(), part->largest());
        if (span == 0) continue;
        if (span / step >= limit) return std::nullopt;
        cells += span / step;
        if (cells > limit) return std::nullopt;
    }
    if (steps > options.max_steps || cells > cells_per_sum * sums || limit == 0) return std::nullopt;
    return static_cast<std::size_t>(cells);
}

struct Spanning {
    std::uint64_t span = 0;  // from the smallest value to the largest
    const DiscreteDistribution* part = nullptr;
};

/// The narrowest first, of equal ones in the order given: arrays stay short for as long as can be.
std::vector<Spanning> by_span(std::span<const DiscreteDistribution* const> parts) {
    std::vector<Spanning> result;
    result.reserve(parts.size());
    for (const DiscreteDistribution* part : parts) {
        const Spanning one{distance(part->smallest(), part->largest()), part};
        result.insert(std::upper_bound(result.begin(), result.end(), one,
                                       [](const Spanning& a, const Spanning& b) { return a.span < b.span; }),
                      one);
    }
    return result;
}

/// Masses on the grid from the smallest sum so far, with zeros on both sides, and room for the next.
class Cells {
public:
    /// `cells`: of all sums; `widest`: cells from the smallest to the largest value of one part, at most.
    Cells(std::size_t cells, std::size_t widest) : margin_{widest}, now_(cells + 2 * widest), next_(cells + 2 * widest) {
        now_[margin_] = 1;
    }

    void add(const DiscreteDistribution& part, std::uint64_t step) {
        terms_.clear();
        for (const Mass& mass : part.masses())
            terms_.push_back({static_cast<std::size_t>(distance(part.smallest(), mass.value) / step), mass.mass});
        if (terms_.size() == 1) return;  // a certain value
        n_ += terms_.back().cells;
        mix_shifted(now_.data() + margin_, n_, terms_, next_.data() + margin_);
        std::swap(now_, next_);
    }

    /// Cells that can come up, as values. A mass too small for a double is none.
    [[nodiscard]] std::vector<Mass> masses(std::int64_t smallest, std::uint64_t step) const {
        std::vector<Mass> result(n_);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < n_; ++i) {
            const double mass = now_[margin_ + i];
            result[kept] = {static_cast<std::int64_t>(static_cast<std::uint64_t>(smallest) + i * step), mass};
            kept += mass != 0 ? 1 : 0;
        }
        result.resize(kept);
        if (kept < n_ / 2) result.shrink_to_fit();
        return result;
    }

private:
    std::size_t margin_;
    std::size_t n_ = 1;
    std::vector<double> now_;
    std::vector<double> next_;
    std::vector<Shifted> terms_;
};

}  // namespace

std::optional<std::vector<Mass>> dense_sums(std::span<const DiscreteDistribution* const> parts,
                                            const ConvolveOptions& options) {
    const std::uint64_t step = std::max<std::uint64_t>(1, common_step(parts));
    const auto cells = cells_of(parts, step, options);
    if (!cells) return std::nullopt;
    const auto narrowest_first = by_span(parts);
    const std::size_t widest = narrowest_first.empty() ? 0 : static_cast<std::size_t>(narrowest_first.back().span / step);
    Cells sums{*cells, widest};
    std::int64_t smallest = 0;
    for (const Spanning& one : narrowest_first) {
        smallest += one.part->smallest();
        sums.add(*one.part, step);
    }
    return sums.masses(smallest, step);
}

}  // namespace je::numerics
