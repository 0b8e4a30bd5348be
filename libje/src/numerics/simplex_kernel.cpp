// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/simplex_kernel.hpp"

#include <algorithm>

#include "numerics/number_pair.hpp"

namespace je::numerics {

namespace {

/// One weighted mean, of numbers or of pairs. Tiny chances become 0 before they are so small that processors slow down.
template <class Number>
Number mean(Number x, Number same_x, Number y, Number same_y) {
    const Number chance = (x * same_x + y * same_y) / (x + y);
    return chance < 1e-200 ? Number{} : chance;
}

/// Puts the smaller number of each pair first.
void order(double* low, double* high) {
    const NumberPair a = load_pair(low);
    const NumberPair b = load_pair(high);
    const NumberPair least = b < a ? b : a;
    const NumberPair most = b < a ? a : b;
    store_pair(low, least);
    store_pair(high, most);
}

}  // namespace

void sort_lanes(double* knots, std::size_t count) {
    for (std::size_t round = 0; round < count; ++round) {  // as many rounds of neighbours as there are knots sort any order
        for (std::size_t i = round % 2; i + 1 < count; i += 2) {
            for (std::size_t lane = 0; lane < simplex_lanes; lane += 2) {
                order(knots + i * simplex_lanes + lane, knots + (i + 1) * simplex_lanes + lane);
            }
        }
    }
}

void race_lanes(const double* x, std::size_t above, const double* y, std::size_t below, double* chances) {
    constexpr std::size_t pairs = simplex_lanes / 2;
    std::fill_n(chances, above * simplex_lanes, 0.0);
    for (std::size_t j = 0; j < below; ++j) {
        NumberPair before[pairs];
        NumberPair left[pairs];
        for (std::size_t pair = 0; pair < pairs; ++pair) {
            before[pair] = NumberPair{1, 1};
            left[pair] = load_pair(y + j * simplex_lanes + 2 * pair);
        }
        for (std::size_t k = 0; k < above; ++k) {
            for (std::size_t pair = 0; pair < pairs; ++pair) {
                const std::size_t at = k * simplex_lanes + 2 * pair;
                before[pair] = mean(load_pair(x + at), load_pair(chances + at), left[pair], before[pair]);
                store_pair(chances + at, before[pair]);
            }
        }
    }
}

// Along diagonals k + j = d, where no element needs another of the same diagonal. Element k is kept at chances[above - k].
double race(const double* x_from_last, std::size_t above, const double* y, std::size_t below, double* chances) {
    std::fill_n(chances, above, 0.0);
    chances[above] = 1;
    for (std::size_t diagonal = 2; diagonal <= above + below; ++diagonal) {
        const std::size_t most = std::min(above, diagonal - 1);             // k from here
        const std::size_t least = diagonal > below ? diagonal - below : 1;  // down to here
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
