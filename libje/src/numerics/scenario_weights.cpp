// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "je/numerics/scenarios.hpp"
#include "numerics/whole128.hpp"

namespace je::numerics {

std::vector<std::uint64_t> scenario_weights(const ScenarioSource& source, std::uint64_t first, std::size_t count) {
    const ScenarioForm& form = source.form();
    const std::size_t factors = source.factors();
    std::vector<std::int64_t> multipliers(count * factors);
    source.fill(first, multipliers);
    std::vector<std::uint64_t> weights(multipliers.size());
    for (std::size_t at = 0; at < multipliers.size(); at += factors) {
        Whole128 sum = 0;
        for (std::size_t f = 0; f < factors; ++f)
            sum += Whole128{multipliers[at + f] + form.offset} * form.gains[f] * form.largest[f];
        for (std::size_t f = 0; f < factors; ++f) {
            const Whole128 part = Whole128{multipliers[at + f] + form.offset} * form.gains[f] * form.largest[f];
            weights[at + f] = static_cast<std::uint64_t>(((part << 33) + sum) / (2 * sum));
        }
    }
    return weights;
}

}  // namespace je::numerics
