// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/statistics/sums.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace je::numerics {

void CompensatedSum::add(double term) {
    const double next = sum_ + term;
    lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - next) + term : (term - next) + sum_;
    sum_ = next;
}

double sum(std::span<const double> values) {
    CompensatedSum total;
    for (const double value : values) total.add(value);
    return total.value();
}

double sum_of_squares(std::span<const double> values) { return sum_of_products(values, values); }

double sum_of_products(std::span<const double> a, std::span<const double> b) {
    CompensatedSum total;
    for (std::size_t i = 0; i < a.size(); ++i) total.add(a[i] * b[i]);
    return total.value();
}

double rounding_of(double terms, double largest) { return 8 * std::numeric_limits<double>::epsilon() * terms * largest; }

double largest_size(std::span<const double> values) {
    double largest = 0;
    for (const double value : values) largest = std::max(largest, std::abs(value));
    return largest;
}

double excess(double a, double b) {
    const double rounding = 32 * std::numeric_limits<double>::epsilon() * std::max(std::abs(a), std::abs(b));
    return std::abs(a - b) <= rounding ? 0 : a - b;
}

Centred centred(std::span<const double> values) {
    const auto n = static_cast<double>(values.size());
    const double first = values.front();
    Centred result{n, 0, {}};
    for (const double value : values) result.scaled.push_back(value - first);
    const double total = sum(result.scaled);
    const double rounding = rounding_of(n, largest_size(values));
    for (double& deviation : result.scaled) {
        deviation = n * deviation - total;
        if (std::abs(deviation) <= rounding) deviation = 0;
    }
    result.mean = first + total / n;
    return result;
}

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
