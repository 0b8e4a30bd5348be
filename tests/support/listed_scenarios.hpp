// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Scenarios that are given one by one, for the kernel's tests and benchmark: no command takes such lists.

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "numerics/exact/fraction.hpp"
#include "numerics/scenarios/scenarios.hpp"
#include "numerics/scenarios/sources.hpp"

namespace je::numerics {

class ListSource final : public ScenarioSource {
public:
    ListSource(ScenarioForm form, std::vector<std::int32_t> multipliers)
        : ScenarioSource{std::move(form)}, multipliers_{std::move(multipliers)} {}

    [[nodiscard]] std::uint64_t size() const override { return multipliers_.size() / factors(); }

    void fill(std::uint64_t first, std::span<std::int64_t> out) const override {
        const auto from = multipliers_.begin() + static_cast<std::ptrdiff_t>(first * factors());
        std::copy(from, from + static_cast<std::ptrdiff_t>(out.size()), out.begin());
    }

private:
    std::vector<std::int32_t> multipliers_;
};

/// Of sum k n over the list; nothing where it is too large to be of use.
inline std::optional<std::int64_t> most_size(const ScenarioForm& form, std::span<const std::int32_t> multipliers) {
    Int128 most = 0;
    for (std::size_t at = 0; at < multipliers.size(); at += form.largest.size()) {
        Int128 size = 0;
        for (std::size_t f = 0; f < form.largest.size(); ++f)
            size += Int128{multipliers[at + f]} * form.gains[f] * form.largest[f];
        most = std::max(most, size);
    }
    if (most > std::numeric_limits<std::int64_t>::max()) return {};
    return static_cast<std::int64_t>(most);
}

inline std::int64_t checked_reach(std::span<const std::int32_t> multipliers, std::size_t factors) {
    if (multipliers.size() % factors != 0) throw std::invalid_argument{"a scenario must have a number for every factor"};
    std::int64_t reach = 1;
    for (std::size_t at = 0; at < multipliers.size(); at += factors) {
        std::int64_t most = 0;
        for (std::size_t f = 0; f < factors; ++f) {
            if (multipliers[at + f] < 0) throw std::invalid_argument{"a scenario must not have a number below 0"};
            most = std::max<std::int64_t>(most, multipliers[at + f]);
        }
        if (most == 0) throw std::invalid_argument{"a scenario must have a number above 0"};
        reach = std::max(reach, most);
    }
    return reach;
}

/// Scenarios as given: the multipliers k_f, 0 or more and at most 2^31, of one scenario after the other, at least one above 0
/// in each. Without a unit totals are rescaled; with one, T = sum k_f p_f / unit.
inline Scenarios listed_scenarios(std::vector<std::int64_t> largest, std::vector<std::int32_t> multipliers,
                                  std::optional<std::int64_t> unit = {}) {
    checked_sum(largest);
    if (unit && *unit <= 0) throw std::invalid_argument{"the unit of multipliers must be above 0"};
    ScenarioForm form;
    form.reach = checked_reach(multipliers, largest.size());
    form.gains.assign(largest.size(), 1);
    form.largest = std::move(largest);
    form.unit = unit;
    form.most_size = most_size(form, multipliers);
    return std::make_shared<ListSource>(std::move(form), std::move(multipliers));
}

/// Scenarios given by weights in any whole unit, such as 10^-4, one scenario after the other, at least one above 0 in each;
/// they are divided by their sum. Exact: nothing is rounded. The least common multiple of the largest points must be below
/// 2^40.
inline Scenarios listed_weights(std::vector<std::int64_t> largest, std::vector<std::int32_t> weights) {
    checked_sum(largest);
    constexpr std::int64_t limit = std::int64_t{1} << 40;
    std::int64_t multiple = 1;  // every factor's weight per multiplier becomes this
    for (const std::int64_t points : largest) {
        const Int128 next = Int128{multiple / std::gcd(multiple, points)} * points;
        if (next >= limit) throw std::invalid_argument{"the least common multiple of the largest points must be below 2^40"};
        multiple = static_cast<std::int64_t>(next);
    }
    ScenarioForm form;
    form.reach = checked_reach(weights, largest.size());
    for (const std::int64_t points : largest) form.gains.push_back(multiple / points);
    form.largest = std::move(largest);
    form.most_size = most_size(form, weights);
    return std::make_shared<ListSource>(std::move(form), std::move(weights));
}

}  // namespace je::numerics
