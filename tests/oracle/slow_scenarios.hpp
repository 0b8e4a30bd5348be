// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "numerics/scenarios/scenarios.hpp"

namespace je::test {

__extension__ using Wide = __int128;

/// SLOW AND PLAIN, for tests only: one scenario, job and floor at a time, by the definition: T >= floor, multiplied out.
inline bool at_or_above(const numerics::ScenarioForm& form, const std::int64_t* e, const std::int64_t* points,
                        std::int64_t floor) {
    Wide total = 0;
    Wide size = 0;
    Wide largest = 0;
    for (std::size_t f = 0; f < form.largest.size(); ++f) {
        const Wide k = Wide{form.gains[f]} * (form.offset + e[f]);
        total += k * points[f];
        size += k * form.largest[f];
        largest += form.largest[f];
    }
    if (form.unit) return total >= Wide{floor} * *form.unit;
    return largest * total >= Wide{floor} * size;
}

inline std::vector<std::uint64_t> slow_counts(const numerics::ScenarioSource& source, const numerics::ScenarioJobs& jobs,
                                              numerics::ScenarioRange range) {
    const std::size_t factors = source.factors();
    const std::size_t rows = jobs.points.size() / factors;
    std::vector<std::uint64_t> counts(rows * jobs.floors.size());
    std::vector<std::int64_t> e(factors);
    for (std::uint64_t scenario = range.first; scenario < range.last; ++scenario) {
        source.fill(scenario, e);
        for (std::size_t j = 0; j < rows; ++j)
            for (std::size_t i = 0; i < jobs.floors.size(); ++i)
                if (at_or_above(source.form(), e.data(), jobs.points.data() + j * factors, jobs.floors[i]))
                    ++counts[j * jobs.floors.size() + i];
    }
    return counts;
}

}  // namespace je::test
