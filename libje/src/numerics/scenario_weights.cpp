// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>

#include "je/numerics/scenarios.hpp"
#include "numerics/int128.hpp"
#include "numerics/scenario_forms.hpp"

namespace je::numerics {

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

}  // namespace je::numerics
