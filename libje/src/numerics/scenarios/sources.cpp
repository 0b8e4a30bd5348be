// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/scenarios/sources.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <utility>

#include "numerics/exact/fraction.hpp"
#include "numerics/random.hpp"
#include "numerics/scenarios/scenarios.hpp"

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

std::vector<std::uint64_t> weights_of(const ScenarioForm& form, std::span<const std::int64_t> drawn) {
    const std::size_t factors = form.largest.size();
    std::vector<std::uint64_t> weights(drawn.size());
    std::vector<Int128> parts(factors);
    for (std::size_t at = 0; at < drawn.size(); at += factors) {
        Int128 sum = 0;
        for (std::size_t f = 0; f < factors; ++f) {
            parts[f] = Int128{drawn[at + f] + form.offset} * form.gains[f] * form.largest[f];
            sum += parts[f];
        }
        for (std::size_t f = 0; f < factors; ++f)
            weights[at + f] = static_cast<std::uint64_t>(((parts[f] << 33) + sum) / (2 * sum));
    }
    return weights;
}

std::vector<std::uint64_t> scenario_weights(const ScenarioSource& source, std::uint64_t first, std::size_t count) {
    std::vector<std::int64_t> drawn(count * source.factors());
    source.fill(first, drawn);
    return weights_of(source.form(), drawn);
}

namespace {

// The whole number that stands for a multiplier of 1: the 2 reach + 1 numbers about it are cells that together make up the
// spread, rounded outwards, so that all of them lie within it.
std::int64_t offset_for(std::int64_t reach, Ratio spread) {
    return static_cast<std::int64_t>(ceil_quotient(Int128{2 * reach + 1} * spread.below, Int128{2} * spread.above));
}

ScenarioForm spread_form(std::vector<std::int64_t> largest, Ratio spread, bool rescale) {
    if (spread.below <= 0 || spread.above <= 0 || spread.above > spread.below || spread.below > (std::int64_t{1} << 30))
        throw std::invalid_argument{"a spread must be above 0 and at most 1"};
    const std::int64_t sum = checked_sum(largest);
    // In 32 bits where the points allow it; and in any case 2 offset sum < 2^62.
    const std::int64_t reach_in_32_bits = std::clamp<std::int64_t>((std::int64_t{1} << 31) / (4 * sum) - 1, 4095, 32767);
    const std::int64_t most_offset = (std::int64_t{1} << 61) / sum;
    const auto reach_in_64_bits = static_cast<std::int64_t>((Int128{2} * most_offset * spread.above / spread.below - 3) / 2);
    ScenarioForm form;
    form.reach = std::min(reach_in_32_bits, reach_in_64_bits);
    if (form.reach < 1) throw std::invalid_argument{"the spread is too small for points this large"};
    form.offset = offset_for(form.reach, spread);
    form.gains.assign(largest.size(), 1);
    form.largest = std::move(largest);
    if (!rescale) form.unit = form.offset;
    return form;
}

class SpreadSource final : public ScenarioSource {
public:
    SpreadSource(ScenarioForm form, std::uint64_t seed) : ScenarioSource{std::move(form)}, seed_{seed} {}

    void fill(std::uint64_t first, std::span<std::int64_t> out) const override {
        const std::int64_t reach = form().reach;
        const auto values = static_cast<std::uint32_t>(2 * reach + 1);
        for (std::size_t at = 0; at < out.size(); ++first) {
            RandomStream random{seed_, first, 0};
            for (std::size_t f = 0; f < factors(); ++f) out[at++] = std::int64_t{random.below(values)} - reach;
        }
    }

private:
    std::uint64_t seed_;
};

}  // namespace

Scenarios spread_scenarios(std::vector<std::int64_t> largest, Ratio spread, bool rescale, std::uint64_t seed) {
    return std::make_shared<SpreadSource>(spread_form(std::move(largest), spread, rescale), seed);
}

}  // namespace je::numerics
