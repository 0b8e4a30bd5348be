// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "je/numerics/scenarios.hpp"

namespace je::numerics {

/// Throws std::invalid_argument unless there are factors, each m_f is above 0 and they are together below 2^50. Gives their
/// sum.
std::int64_t checked_sum(std::span<const std::int64_t> largest);

/// The form of scenarios that are drawn as weights: gains that bring every g_f m_f above half the largest m_f, so that the
/// multipliers are about as large as the weights, and a reach that lets 32 bits do where points allow it.
ScenarioForm weight_form(std::vector<std::int64_t> largest);

/// From weights in whole 2^-32 to multipliers: k_f proportional to w_f / (g_f m_f), the largest of them `reach`, rounded half
/// up.
class MultiplierMaker {
public:
    explicit MultiplierMaker(const ScenarioForm& form);
    /// `weights` are below 2^33, at least one of them above 0; they are overwritten.
    void make(std::span<std::uint64_t> weights, std::span<std::int64_t> multipliers) const;
    /// The same from weights in any unit, 0 or more and not all 0.
    void make(std::span<double> weights, std::span<std::int64_t> multipliers) const;

private:
    std::vector<std::uint64_t> inverse_;  // of g_f m_f, in 2^-30 of the largest such
    std::vector<double> sizes_;           // g_f m_f
    std::uint64_t reach_;
};

}  // namespace je::numerics
