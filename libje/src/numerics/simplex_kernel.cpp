// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/simplex_kernel.hpp"

#include <algorithm>

namespace je::numerics {

namespace {

/// One weighted mean. Tiny chances become 0 before they are so small that processors slow down.
inline double mean(double x, double same_x, double y, double same_y) {
    const double chance = (x * same_x + y * same_y) / (x + y);
    return chance < 1e-200 ? 0 : chance;
}

}  // namespace

void sort_lanes(double* knots, std::size_t count) {
    constexpr std::size_t lanes = simplex_lanes;
    for (std::size_t round = 0; round < count; ++round) {  // as many rounds of neighbours as there are knots sort any order
        for (std::size_t i = round % 2; i + 1 < count; i += 2) {
            double* low = knots + i * lanes;
            double* high = low + lanes;
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const double a = low[lane];
                const double b = high[lane];
                low[lane] = b < a ? b : a;
                high[lane] = b < a ? a : b;
            }
        }
    }
}

void race_lanes(const double* x, std::size_t above, const double* y, std::size_t below, double* chances) {
    constexpr std::size_t lanes = simplex_lanes;
    std::fill_n(chances, above * lanes, 0.0);
    for (std::size_t j = 0; j < below; ++j) {
        double before[lanes];
        std::fill_n(before, lanes, 1.0);
        for (std::size_t k = 0; k < above; ++k) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                const std::size_t at = k * lanes + lane;
                before[lane] = mean(x[at], chances[at], y[j * lanes + lane], before[lane]);
            }
            std::copy_n(before, lanes, chances + k * lanes);
        }
    }
}

// Along diagonals k + j = d, where no element needs another of the same diagonal. Element k is kept at chances[above - k].
double race(const double* x_from_last, std::size_t above, const double* y, std::size_t below, double* chances) {
    std::fill_n(chances, above, 0.0);
    chances[above] = 1;
    for (std::size_t diagonal = 2; diagonal <= above + below; ++diagonal) {
        const std::size_t most = std::min(above, diagonal - 1);                // k from here
        const std::size_t least = diagonal > below ? diagonal - below : 1;     // down to here
        const std::size_t begin = above - most;
        const std::size_t count = most - std::max<std::size_t>(least, 1) + 1;
        const double* x_part = x_from_last + begin;
        const double* y_part = y + (diagonal - most - 1);
        double* part = chances + begin;
        for (std::size_t i = 0; i < count; ++i) part[i] = mean(x_part[i], part[i], y_part[i], part[i + 1]);
    }
    return chances[0];
}

}  // namespace je::numerics
