// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "numerics/scenarios/scenarios.hpp"

namespace je::numerics {

/// Throws std::invalid_argument unless there are factors, each m_f is above 0 and they are together below 2^50. Gives their
/// sum.
std::int64_t checked_sum(std::span<const std::int64_t> largest);

/// The form of scenarios that are drawn as weights: gains that bring every g_f m_f above half the largest m_f, so that the
/// multipliers are about as large as the weights.
ScenarioForm weight_form(std::vector<std::int64_t> largest);

/// The weights, in whole 2^-32, of scenarios that a source has drawn.
std::vector<std::uint64_t> weights_of(const ScenarioForm& form, std::span<const std::int64_t> drawn);

/// From weights to multipliers: k_f = reach * w_f * n_least / n_f, rounded half up, where n_f = g_f m_f. So sum k_f n_f is much
/// the same in all scenarios, and with it the bounds, which lets the kernel leave out floors that no scenario of a block
/// reaches, or all do.
class MultiplierMaker {
public:
    explicit MultiplierMaker(const ScenarioForm& form);
    /// Weights in whole 2^-32, sum about 1.
    void make(std::span<const std::uint64_t> weights, std::span<std::int64_t> multipliers) const;
    /// Weights in any unit, 0 or more and not all 0.
    void make(std::span<const double> weights, std::span<std::int64_t> multipliers) const;

private:
    [[nodiscard]] std::int64_t multiplier(std::size_t factor, std::uint64_t weight) const {
        const std::uint64_t part = (weight * inverse_[factor]) >> 16;  // in 2^-46
        return static_cast<std::int64_t>((part * reach_ + half_) >> 46);
    }

    static constexpr std::uint64_t half_ = std::uint64_t{1} << 45;
    std::vector<std::uint64_t> inverse_;  // n_least / n_f in 2^-30
    std::uint64_t reach_;
};

}  // namespace je::numerics
