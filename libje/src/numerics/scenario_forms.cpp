// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenario_forms.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <utility>

#include "numerics/int128.hpp"

namespace je::numerics {

std::int64_t checked_sum(std::span<const std::int64_t> largest) {
    if (largest.empty()) throw std::invalid_argument{"scenarios need at least one factor"};
    constexpr std::int64_t limit = std::int64_t{1} << 50;
    std::int64_t sum = 0;
    for (const std::int64_t points : largest) {
        if (points <= 0 || points >= limit)
            throw std::invalid_argument{"the largest points of a factor must be above 0 and below 2^50"};
        sum += points;
        if (sum >= limit) throw std::invalid_argument{"the largest points of all factors must be together below 2^50"};
    }
    return sum;
}

ScenarioForm weight_form(std::vector<std::int64_t> largest) {
    checked_sum(largest);
    const std::int64_t most = *std::max_element(largest.begin(), largest.end());
    ScenarioForm form;
    std::int64_t least_size = most;
    std::int64_t size_sum = 0;
    for (const std::int64_t points : largest) {
        form.gains.push_back(most / points);
        least_size = std::min(least_size, form.gains.back() * points);
        size_sum += form.gains.back() * points;
    }
    form.largest = std::move(largest);
    form.reach = 32767;
    form.most_size = form.reach * least_size + size_sum;  // each multiplier is rounded, and the weights' sum nearly 1
    return form;
}

MultiplierMaker::MultiplierMaker(const ScenarioForm& form) : reach_{static_cast<std::uint64_t>(form.reach)} {
    std::vector<std::int64_t> sizes;
    for (std::size_t f = 0; f < form.largest.size(); ++f) sizes.push_back(form.gains[f] * form.largest[f]);
    const std::int64_t least = *std::min_element(sizes.begin(), sizes.end());
    for (const std::int64_t size : sizes)
        inverse_.push_back(static_cast<std::uint64_t>(((Int128{least} << 31) / size + 1) / 2));
}

void MultiplierMaker::make(std::span<const std::uint64_t> weights, std::span<std::int64_t> multipliers) const {
    for (std::size_t f = 0; f < weights.size(); ++f) multipliers[f] = multiplier(f, weights[f]);
}

void MultiplierMaker::make(std::span<const double> weights, std::span<std::int64_t> multipliers) const {
    double sum = 0;
    for (const double weight : weights) sum += weight;
    for (std::size_t f = 0; f < weights.size(); ++f)
        multipliers[f] = multiplier(f, static_cast<std::uint64_t>(weights[f] / sum * 0x1p32 + 0.5));
}

}  // namespace je::numerics
