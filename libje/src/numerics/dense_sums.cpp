// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/dense_sums.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace je::numerics {

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

/// out = in * factor, as far as `in` goes.
void scale(const double* __restrict in, std::size_t n, double factor, double* __restrict out) {
    for (std::size_t i = 0; i < n; ++i) out[i] = in[i] * factor;
}

/// out += in * factor.
void add_scaled(const double* __restrict in, std::size_t n, double factor, double* __restrict out) {
    for (std::size_t i = 0; i < n; ++i) out[i] += in[i] * factor;
}

/// Convolves the first `n` cells of `in` with a part, into `out`; gives how many cells that are.
std::size_t add_part(const std::vector<double>& in, std::size_t n, const DiscreteDistribution& part, std::uint64_t step,
                     std::vector<double>& out) {
    const auto& masses = part.masses();
    const auto shift_of = [&](const Mass& mass) {
        return static_cast<std::size_t>(distance(part.smallest(), mass.value) / step);
    };
    const std::size_t cells = n + shift_of(masses.back());
    scale(in.data(), n, masses.front().mass, out.data());
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(n), out.begin() + static_cast<std::ptrdiff_t>(cells), 0.0);
    for (std::size_t i = 1; i < masses.size(); ++i) add_scaled(in.data(), n, masses[i].mass, out.data() + shift_of(masses[i]));
    return cells;
}

/// Cells that can come up, as values. A mass too small for a double is none.
std::vector<Mass> masses_of(const std::vector<double>& cells, std::int64_t smallest, std::uint64_t step) {
    const auto zeros = static_cast<std::size_t>(std::count(cells.begin(), cells.end(), 0.0));
    std::vector<Mass> masses;
    masses.reserve(cells.size() - zeros);
    std::int64_t value = smallest;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] != 0) masses.push_back({value, cells[i]});
        if (i + 1 < cells.size()) value += static_cast<std::int64_t>(step);
    }
    return masses;
}

}  // namespace

std::optional<std::vector<Mass>> dense_sums(std::span<const DiscreteDistribution* const> parts,
                                            const ConvolveOptions& options) {
    const std::uint64_t step = std::max<std::uint64_t>(1, common_step(parts));
    const auto cells = cells_of(parts, step, options);
    if (!cells) return std::nullopt;
    std::vector<double> sums(*cells);
    std::vector<double> next(*cells);
    sums[0] = 1;
    std::size_t n = 1;
    std::int64_t smallest = 0;
    for (const DiscreteDistribution* part : parts) {
        smallest += part->smallest();
        n = add_part(sums, n, *part, step, next);
        std::swap(sums, next);
    }
    return masses_of(sums, smallest, step);
}

}  // namespace je::numerics
