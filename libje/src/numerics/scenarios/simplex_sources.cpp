// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <utility>

#include "numerics/exact/fraction.hpp"
#include "numerics/random.hpp"
#include "numerics/scenarios/elementary.hpp"
#include "numerics/scenarios/scenarios.hpp"
#include "numerics/scenarios/sources.hpp"

namespace je::numerics {

namespace {

constexpr std::uint64_t one_in_32_bits = std::uint64_t{1} << 32;

void insertion_sort(std::span<std::uint32_t> numbers) {
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const std::uint32_t number = numbers[i];
        std::size_t at = i;
        for (; at > 0 && numbers[at - 1] > number; --at) numbers[at] = numbers[at - 1];
        numbers[at] = number;
    }
}

/// Gaps between sorted random numbers, parts[f] of them taken together: Dirichlet with these parameters.
class SpacingSource final : public ScenarioSource {
public:
    SpacingSource(ScenarioForm form, std::vector<std::size_t> parts, Ratio least, std::uint64_t seed)
        : ScenarioSource{std::move(form)}, maker_{this->form()}, parts_{std::move(parts)}, least_{least}, seed_{seed} {
        for (const std::size_t count : parts_) gaps_ += count;
    }

    void fill(std::uint64_t first, std::span<std::int64_t> out) const override {
        std::vector<std::uint32_t> cuts(gaps_ - 1);
        std::vector<std::uint64_t> weights(factors());
        for (std::size_t at = 0; at < out.size(); at += factors()) {
            draw_cuts(first++, cuts);
            take_gaps(cuts, weights);
            if (least_.above > 0) lift(weights);
            maker_.make(weights, out.subspan(at, factors()));
        }
    }

private:
    void draw_cuts(std::uint64_t scenario, std::span<std::uint32_t> cuts) const {
        RandomStream random{seed_, scenario, 0};
        for (std::uint32_t& cut : cuts) cut = random.next();
        if (cuts.size() < 32) {
            insertion_sort(cuts);
        } else {
            std::sort(cuts.begin(), cuts.end());
        }
    }

    void take_gaps(std::span<const std::uint32_t> cuts, std::span<std::uint64_t> weights) const {
        std::uint64_t from = 0;
        std::size_t taken = 0;
        for (std::size_t f = 0; f < weights.size(); ++f) {
            taken += parts_[f];
            const std::uint64_t to = taken == gaps_ ? one_in_32_bits : cuts[taken - 1];
            weights[f] = to - from;
            from = to;
        }
    }

    // least + (1 - sum of the leasts) * weight, rounded half up.
    void lift(std::span<std::uint64_t> weights) const {
        const auto above = static_cast<std::uint64_t>(least_.above);
        const auto below = static_cast<std::uint64_t>(least_.below);
        const std::uint64_t rest = below - above * weights.size();
        for (std::uint64_t& weight : weights) weight = (above * one_in_32_bits + rest * weight + below / 2) / below;
    }

    MultiplierMaker maker_;
    std::vector<std::size_t> parts_;
    Ratio least_;
    std::uint64_t seed_;
    std::size_t gaps_ = 0;
};

/// Dirichlet with any parameters, by gamma variates.
class GammaSource final : public ScenarioSource {
public:
    GammaSource(ScenarioForm form, std::vector<double> shapes, std::uint64_t seed)
        : ScenarioSource{std::move(form)}, maker_{this->form()}, shapes_{std::move(shapes)}, seed_{seed} {}

    void fill(std::uint64_t first, std::span<std::int64_t> out) const override {
        std::vector<double> weights(factors());
        for (std::size_t at = 0; at < out.size(); at += factors()) {
            RandomStream random{seed_, first++, 0};
            for (std::size_t f = 0; f < weights.size(); ++f) weights[f] = log_gamma_draw(random, shapes_[f]);
            // Only proportions matter; relative to the largest, none is too large for a double, and what is too small is 0.
            const double most = *std::max_element(weights.begin(), weights.end());
            for (double& weight : weights) weight = same_exp(weight - most);
            maker_.make(weights, out.subspan(at, factors()));
        }
    }

private:
    MultiplierMaker maker_;
    std::vector<double> shapes_;
    std::uint64_t seed_;
};

// The parameters when all are whole and few.
std::vector<std::size_t> whole_parts(std::span<const std::int64_t> largest, Ratio concentration, std::int64_t sum) {
    constexpr Int128 most = 512;
    const Int128 below = Int128{concentration.below} * sum;
    std::vector<std::size_t> parts;
    if (Int128{concentration.above} > most * concentration.below) return parts;
    for (const std::int64_t points : largest) {
        const Int128 above = Int128{concentration.above} * points;
        if (above % below != 0) return {};
        parts.push_back(static_cast<std::size_t>(above / below));
    }
    return parts;
}

}  // namespace

Scenarios simplex_scenarios(std::vector<std::int64_t> largest, Ratio least, std::uint64_t seed) {
    const auto factors = static_cast<std::int64_t>(largest.size());
    constexpr std::int64_t limit = std::int64_t{1} << 30;
    if (least.above < 0 || least.below <= 0 || least.below > limit || least.above >= limit / (factors + 1) ||
        least.above * factors >= least.below)
        throw std::invalid_argument{"the least weight must be 0 or more, and below 1 when added up over all factors"};
    std::vector<std::size_t> parts(largest.size(), 1);
    return std::make_shared<SpacingSource>(weight_form(std::move(largest)), std::move(parts), least, seed);
}

Scenarios dirichlet_scenarios(std::vector<std::int64_t> largest, Ratio concentration, std::uint64_t seed) {
    if (concentration.above <= 0 || concentration.below <= 0 || concentration.above / concentration.below > 1'000'000)
        throw std::invalid_argument{"a concentration must be above 0 and at most 10^6"};
    const std::int64_t sum = checked_sum(largest);
    std::vector<std::size_t> parts = whole_parts(largest, concentration, sum);
    if (!parts.empty())
        return std::make_shared<SpacingSource>(weight_form(std::move(largest)), std::move(parts), Ratio{0, 1}, seed);
    std::vector<double> shapes;
    for (const std::int64_t points : largest) {
        const double share = static_cast<double>(points) / static_cast<double>(sum);
        shapes.push_back(static_cast<double>(concentration.above) / static_cast<double>(concentration.below) * share);
    }
    return std::make_shared<GammaSource>(weight_form(std::move(largest)), std::move(shapes), seed);
}

}  // namespace je::numerics
