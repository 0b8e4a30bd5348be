// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenario_forms.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <utility>

#include "numerics/whole128.hpp"

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
    std::int64_t sum = 0;
    for (const std::int64_t points : largest) {
        form.gains.push_back(most / points);
        sum += form.gains.back() * points;
    }
    form.largest = std::move(largest);
    form.reach = std::clamp<std::int64_t>(((std::int64_t{1} << 31) - 1) / sum, 4095, 32767);
    return form;
}

MultiplierMaker::MultiplierMaker(const ScenarioForm& form) : reach_{static_cast<std::uint64_t>(form.reach)} {
    std::vector<std::int64_t> sizes;
    for (std::size_t f = 0; f < form.largest.size(); ++f) sizes.push_back(form.gains[f] * form.largest[f]);
    const std::int64_t least = *std::min_element(sizes.begin(), sizes.end());
    for (const std::int64_t size : sizes) {
        const Whole128 inverse = ((Whole128{least} << 31) / size + 1) / 2;
        inverse_.push_back(static_cast<std::uint64_t>(inverse));
        sizes_.push_back(static_cast<double>(size));
    }
}

void MultiplierMaker::make(std::span<std::uint64_t> weights, std::span<std::int64_t> multipliers) const {
    std::uint64_t most = 0;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        weights[f] = (weights[f] * inverse_[f]) >> 16;  // below 2^47, so that 2 reach times it fits
        most = std::max(most, weights[f]);
    }
    for (std::size_t f = 0; f < weights.size(); ++f)
        multipliers[f] = static_cast<std::int64_t>((2 * weights[f] * reach_ + most) / (2 * most));
}

void MultiplierMaker::make(std::span<double> weights, std::span<std::int64_t> multipliers) const {
    double most = 0;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        weights[f] /= sizes_[f];
        most = std::max(most, weights[f]);
    }
    const auto reach = static_cast<double>(reach_);
    for (std::size_t f = 0; f < weights.size(); ++f)
        multipliers[f] = static_cast<std::int64_t>(weights[f] / most * reach + 0.5);
}

}  // namespace je::numerics
