// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <utility>

#include "je/numerics/random.hpp"
#include "je/numerics/scenarios.hpp"
#include "numerics/int128.hpp"
#include "numerics/scenario_forms.hpp"

namespace je::numerics {

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
