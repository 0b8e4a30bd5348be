// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// SLOW, for comparison only: totals, corners and regions of weights straight from their definitions.

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "numerics/exact/linear_programme.hpp"
#include "numerics/weights/weights.hpp"

namespace je::oracle {

using numerics::Crossing;
using numerics::Fraction;
using numerics::LinearConstraint;
using numerics::Relation;
using numerics::Rescale;
using Whole = std::vector<std::int64_t>;
using Fractions = std::vector<Fraction>;

/// A job that owns its points.
struct Job {
    Whole points, largest;
    [[nodiscard]] numerics::Weighing weighing() const { return {points, largest}; }
    [[nodiscard]] std::size_t size() const { return points.size(); }
    [[nodiscard]] std::int64_t all() const {
        std::int64_t sum = 0;
        for (const std::int64_t value : largest) sum += value;
        return sum;
    }
    [[nodiscard]] std::int64_t total() const {
        std::int64_t sum = 0;
        for (const std::int64_t value : points) sum += value;
        return sum;
    }
    /// S_f.
    [[nodiscard]] Fraction alone(std::size_t f) const { return Fraction{all() * points[f], largest[f]}; }
};

/// The total under multipliers, which are not all 0 under Rescale::max.
inline Fraction total_with(const Job& job, const Fractions& multipliers, Rescale rescale) {
    Fraction points;
    Fraction largest;
    for (std::size_t f = 0; f < job.size(); ++f) {
        points = points + multipliers[f] * job.points[f];
        largest = largest + multipliers[f] * job.largest[f];
    }
    return rescale == Rescale::none ? points : points / largest * job.all();
}

inline bool has_crossed(const Fraction& total, std::int64_t threshold, Crossing crossing) {
    return crossing == Crossing::reach ? total >= threshold : total < threshold;
}

/// The totals at all corners of the box of multipliers within 1-spread and 1+spread.
inline Fractions corner_totals(const Job& job, const Fraction& spread, Rescale rescale) {
    Fractions totals;
    for (std::size_t corner = 0; corner < (std::size_t{1} << job.size()); ++corner) {
        Fractions multipliers;
        bool any = false;
        for (std::size_t f = 0; f < job.size(); ++f) {
            multipliers.push_back(((corner >> f) & 1) != 0 ? 1 + spread : 1 - spread);
            any = any || multipliers.back() > 0;
        }
        if (any || rescale == Rescale::none) totals.push_back(total_with(job, multipliers, rescale));
    }
    return totals;
}

inline bool some_corner_crosses(const Job& job, const Fraction& spread, std::int64_t threshold, Crossing crossing,
                                Rescale rescale) {
    for (const Fraction& total : corner_totals(job, spread, rescale)) {
        if (has_crossed(total, threshold, crossing)) return true;
    }
    return false;
}

/// Weights of 0 or more with sum 1, as variables.
inline std::vector<LinearConstraint> all_weights(std::size_t factors) { return {{Fractions(factors, 1), Relation::equal, 1}}; }

/// A job of `factors` factors with points from `lowest` to the largest; numbers from the engine itself, alike everywhere.
inline Job random_job(std::mt19937_64& random, std::size_t factors, std::int64_t largest, std::int64_t lowest = 0) {
    Job job;
    for (std::size_t f = 0; f < factors; ++f) {
        job.largest.push_back(1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(largest)));
        const std::int64_t range = job.largest.back() - lowest + 1;
        job.points.push_back(lowest + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(range)));
    }
    return job;
}

/// Every job of one to three factors with points from -1, their largest points up to 3 for the first and up to 2 for the others
/// (the last not before the second in the order of this list), and every floor from below all totals to above them: `check(job,
/// threshold)`.
template <class Check>
void for_each_small_job(Check check) {
    std::vector<std::pair<std::int64_t, std::int64_t>> factors;  // points, largest
    for (std::int64_t largest = 1; largest <= 3; ++largest) {
        for (std::int64_t points = -1; points <= largest; ++points) factors.emplace_back(points, largest);
    }
    constexpr std::size_t up_to_2 = 7;
    const auto check_all_floors = [&](const Job& job) {
        for (std::int64_t threshold = -job.all() - 1; threshold <= job.all() + 1; ++threshold) check(job, threshold);
    };
    for (const auto& [points, largest] : factors) {
        check_all_floors({{points}, {largest}});
        for (std::size_t i = 0; i < up_to_2; ++i) {
            check_all_floors({{points, factors[i].first}, {largest, factors[i].second}});
            for (std::size_t k = i; k < up_to_2; ++k) {
                check_all_floors(
                    {{points, factors[i].first, factors[k].first}, {largest, factors[i].second, factors[k].second}});
            }
        }
    }
}

}  // namespace je::oracle
