// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/shares/convolution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <queue>
#include <string>
#include <utility>

#include "numerics/shares/dense_sums.hpp"
#include "numerics/statistics/sums.hpp"

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

namespace {

/// The sums of a first list and one value of a second, in rising order: how far it has been used up.
struct Cursor {
    std::int64_t sum = 0;
    std::size_t shift = 0;  // which value of the second list
    std::size_t next = 0;   // which entry of the first list

    /// For a queue that gives the smallest sum first, and of equal sums that of the smallest value.
    friend bool operator<(const Cursor& a, const Cursor& b) { return std::pair{b.sum, b.shift} < std::pair{a.sum, a.shift}; }
};

bool sum_fits(std::int64_t a, std::int64_t b) {
    using Limits = std::numeric_limits<std::int64_t>;
    return b >= 0 ? a <= Limits::max() - b : a >= Limits::min() - b;
}

/// Merges the first list shifted by each value of the second, adding masses of equal sums; nothing past `max_sums`.
std::optional<std::vector<Mass>> shifted_and_merged(const std::vector<Mass>& first, const std::vector<Mass>& second,
                                                    std::size_t max_sums) {
    std::priority_queue<Cursor> cursors;
    for (std::size_t shift = 0; shift < second.size(); ++shift) {
        cursors.push({first.front().value + second[shift].value, shift, 0});
    }
    std::vector<Mass> result;
    while (!cursors.empty()) {
        const std::int64_t sum = cursors.top().sum;
        CompensatedSum mass;
        while (!cursors.empty() && cursors.top().sum == sum) {
            Cursor cursor = cursors.top();
            cursors.pop();
            mass.add(first[cursor.next].mass * second[cursor.shift].mass);
            if (++cursor.next == first.size()) continue;
            cursor.sum = first[cursor.next].value + second[cursor.shift].value;
            cursors.push(cursor);
        }
        if (mass.value() == 0) continue;  // too small for a double
        if (result.size() == max_sums) return std::nullopt;
        result.push_back({sum, mass.value()});
    }
    return result;
}

Result<DiscreteDistribution> refused(std::string reason) { return Result<DiscreteDistribution>::none(std::move(reason)); }

/// Whether every sum of some of the parts, the first ones, fits.
bool all_sums_fit(std::span<const DiscreteDistribution* const> parts) {
    std::int64_t smallest = 0;
    std::int64_t largest = 0;
    for (const DiscreteDistribution* part : parts) {
        if (!sum_fits(smallest, part->smallest()) || !sum_fits(largest, part->largest())) return false;
        smallest += part->smallest();
        largest += part->largest();
    }
    return true;
}

}  // namespace

Result<DiscreteDistribution> convolve_scattered(std::span<const DiscreteDistribution* const> parts,
                                                const ConvolveOptions& options) {
    if (all_sums_fit(parts)) {
        if (auto sums = dense_sums(parts, options)) return DiscreteDistribution{*std::move(sums)};
    }
    std::vector<Mass> sums{{0, 1}};
    std::uint64_t steps_left = options.max_steps;
    for (const DiscreteDistribution* part : parts) {
        if (!sum_fits(sums.front().value, part->smallest()) || !sum_fits(sums.back().value, part->largest())) {
            return refused("a sum is too large to be held exactly");
        }
        if (sums.size() > steps_left / part->masses().size()) return refused("working out all sums would take too many steps");
        steps_left -= sums.size() * part->masses().size();
        if (options.steps_taken != nullptr) *options.steps_taken += sums.size() * part->masses().size();
        auto next = shifted_and_merged(sums, part->masses(), options.max_sums);
        if (!next) return refused("there are more than " + std::to_string(options.max_sums) + " different sums");
        sums = *std::move(next);
    }
    return DiscreteDistribution{std::move(sums)};
}

Result<DiscreteDistribution> convolve(std::span<const DiscreteDistribution> parts, const ConvolveOptions& options) {
    std::vector<const DiscreteDistribution*> pointers;
    pointers.reserve(parts.size());
    for (const DiscreteDistribution& part : parts) pointers.push_back(&part);
    return convolve_scattered(pointers, options);
}

}  // namespace je::numerics
