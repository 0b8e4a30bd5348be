// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include "je/numerics/polytope_walk.hpp"

namespace je::numerics {

namespace {

// The sum over all pairs of values `distance` apart in one chain, divided by the number of values.
double autocovariance(std::span<const double> moved, std::size_t chain_length, std::size_t distance) {
    double sum = 0;
    for (std::size_t begin = 0; begin < moved.size(); begin += chain_length) {
        const std::size_t end = std::min(moved.size(), begin + chain_length);
        for (std::size_t i = begin; i + distance < end; ++i) sum += moved[i] * moved[i + distance];
    }
    return sum / static_cast<double>(moved.size());
}

}  // namespace

double effective_sample_size(std::span<const double> values, std::size_t chain_length) {
    const auto count = static_cast<double>(values.size());
    double mean = 0;
    for (const double value : values) mean += value;
    mean /= count;
    std::vector<double> moved;
    for (const double value : values) moved.push_back(value - mean);
    const double variance = autocovariance(moved, chain_length, 0);
    if (!(variance > 0)) return count;
    double sum = -variance;  // distance 0 is in the first pair, and counts once
    for (std::size_t distance = 0; distance < chain_length; distance += 2) {
        const double pair = autocovariance(moved, chain_length, distance) + autocovariance(moved, chain_length, distance + 1);
        if (!(pair > 0)) break;
        sum += 2 * pair;
    }
    return std::min(count, count * variance / std::max(sum, variance / count));
}

double least_effective_size(const ScenarioSource& source, std::uint64_t count, std::size_t chain_length) {
    constexpr std::uint64_t chains = 16;
    const auto looked_at = static_cast<std::size_t>(std::min<std::uint64_t>(count, chains * chain_length));
    if (looked_at == 0) return 0;
    const auto weights = scenario_weights(source, 0, looked_at);
    double least = static_cast<double>(looked_at);
    std::vector<double> values(looked_at);
    for (std::size_t f = 0; f < source.factors(); ++f) {
        for (std::size_t s = 0; s < looked_at; ++s) values[s] = static_cast<double>(weights[s * source.factors() + f]);
        least = std::min(least, effective_sample_size(values, chain_length));
    }
    return least / static_cast<double>(looked_at) * static_cast<double>(count);
}

}  // namespace je::numerics
