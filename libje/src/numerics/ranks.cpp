// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/ranks.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace je::numerics {

Ranks ranks_of(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    Ranks result;
    result.doubled.resize(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first + 1;
        while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
        for (std::size_t i = first; i < end; ++i) result.doubled[order[i]] = static_cast<double>(first + 1 + end);
        const auto tied = static_cast<double>(end - first);
        result.ties += tied * tied * tied - tied;
        first = end;
    }
    return result;
}

}  // namespace je::numerics
