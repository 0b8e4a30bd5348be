// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include "je/numerics/convolution.hpp"
#include "numerics/sums.hpp"

namespace je::numerics {

namespace {

constexpr double total_tolerance = 1e-9;  // more than the digits of chances written with ten decimals can add up to

/// One entry for each value; masses of equal values are added in the order given.
std::vector<Mass> merged(std::vector<Mass> masses) {
    std::stable_sort(masses.begin(), masses.end(), [](const Mass& a, const Mass& b) { return a.value < b.value; });
    std::vector<Mass> result;
    for (auto first = masses.begin(); first != masses.end();) {
        CompensatedSum total;
        const std::int64_t value = first->value;
        for (; first != masses.end() && first->value == value; ++first) total.add(first->mass);
        if (total.value() > 0) result.push_back({value, total.value()});
    }
    return result;
}

double total_of(std::span<const Mass> masses) {
    CompensatedSum total;
    for (const Mass& mass : masses) total.add(mass.mass);
    return total.value();
}

}  // namespace

Result<DiscreteDistribution> DiscreteDistribution::of(std::vector<Mass> masses) {
    for (const Mass& mass : masses) {
        if (!(mass.mass >= 0) || !std::isfinite(mass.mass))
            return Result<DiscreteDistribution>::none("a chance is below zero or not a number");
    }
    auto sorted = merged(std::move(masses));
    const double total = total_of(sorted);
    if (!(std::abs(total - 1) <= total_tolerance)) return Result<DiscreteDistribution>::none("the chances do not add up to 1");
    for (Mass& mass : sorted) mass.mass /= total;
    return DiscreteDistribution{std::move(sorted)};
}

DiscreteDistribution DiscreteDistribution::certain(std::int64_t value) { return DiscreteDistribution{{{value, 1}}}; }

double DiscreteDistribution::at(std::int64_t value) const { return between(value, value); }

double DiscreteDistribution::between(std::int64_t lowest, std::int64_t highest) const {
    if (highest < lowest) return 0;
    const auto first = std::lower_bound(masses_.begin(), masses_.end(), lowest,
                                        [](const Mass& mass, std::int64_t value) { return mass.value < value; });
    const auto last = std::upper_bound(first, masses_.end(), highest,
                                       [](std::int64_t value, const Mass& mass) { return value < mass.value; });
    return std::min(1.0, total_of(std::span{first, last}));
}

double DiscreteDistribution::at_least(std::int64_t lowest) const { return between(lowest, std::max(lowest, largest())); }

double DiscreteDistribution::mean() const {
    CompensatedSum above;  // from the smallest value, so that large values close together keep their digits
    const auto from = static_cast<double>(smallest());
    for (const Mass& mass : masses_) above.add(mass.mass * (static_cast<double>(mass.value) - from));
    return from + above.value();
}

double DiscreteDistribution::variance() const {
    const double middle = mean();
    CompensatedSum squares;
    for (const Mass& mass : masses_) {
        const double away = static_cast<double>(mass.value) - middle;
        squares.add(mass.mass * away * away);
    }
    return squares.value();
}

}  // namespace je::numerics
