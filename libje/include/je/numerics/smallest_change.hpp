// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "je/numerics/weighing.hpp"

namespace je::numerics {

/// The least share of all weight that must move from some factors to others for a total to reach or lose a floor: half the sum
/// of |w_f - w0_f|, over weights of 0 or more that sum to 1.
///
///     SmallestMove move;
///     for (const Weighing& job : jobs) {
///         move.prepare(job);
///         for (const std::int64_t floor : floors) move.moved(floor, Crossing::reach);
///     }
///
/// The smallest way is to take from the factor with the smallest S_f, all it has before the next is touched, and to give to
/// that with the largest (to lose: the other way round). Of equal ones the order of the factors decides, so the share does not
/// depend on it but the weights may.
///
/// To prepare a job takes a sort of its factors; a floor then takes one pass over sums made beforehand. Memory is kept from job
/// to job.
class SmallestMove {
public:
    /// Copies what it needs of the job.
    void prepare(const Weighing& weighing);

    /// The share moved, from 0 to 1. 0 when the total is there already; nothing when no weights do it. To lose, it is a limit
    /// from below: moving it puts the total on the floor, where it still holds, and any more loses it. Before `prepare`:
    /// std::logic_error.
    [[nodiscard]] std::optional<Fraction> moved(std::int64_t threshold, Crossing crossing) const;
    /// The same, and the weights after it, as doubles each within a rounding or two of the exact ones. Nothing is written when
    /// there are none. `weights` is as long as the factors (std::invalid_argument).
    [[nodiscard]] std::optional<Fraction> moved(std::int64_t threshold, Crossing crossing, std::span<double> weights) const;

private:
    /// A factor that gives: gains are in points times the largest points of the factor that gets.
    struct Giver {
        std::size_t factor = 0;
        std::int64_t largest = 0;
        std::int64_t given_before = 0;  // by those before it: the sum of their largest points
        Int128 gain = 0;                // when it gives all it has
        Int128 gained_before = 0;
    };
    struct Way {
        std::vector<Giver> givers;
        std::size_t getter = 0;
        Int128 gain = 0;  // when all give all
    };
    struct Found {
        Fraction moved;
        const Giver* last = nullptr;  // who gives a part, or all; nobody when nothing moves
        Fraction last_keeps;          // weights after it
        Fraction getter_has;
    };

    void arrange(const Weighing& weighing, Crossing crossing);
    [[nodiscard]] std::optional<Found> find(std::int64_t threshold, Crossing crossing) const;
    template <class Whole>
    [[nodiscard]] Found found(const Giver& last, std::size_t getter, Int128 from_last) const;
    [[nodiscard]] const Way& way(Crossing crossing) const { return crossing == Crossing::reach ? up_ : down_; }

    std::vector<std::int64_t> largest_;
    std::vector<double> base_;        // w0
    std::vector<std::size_t> order_;  // factors with the smallest S_f first
    std::int64_t all_ = 0;            // M
    Int128 total_ = 0;                // P
    Way up_, down_;
};

/// The smallest change of the weights in least squares: the distance, the root of the sum of (w_f - w0_f)^2, to the nearest
/// weights, 0 or more with sum 1, at which the total reaches `threshold` (to lose: to the nearest at which it is on it; any
/// further loses it). Those weights are written to `weights`, which is as long as the factors (std::invalid_argument). 0, and
/// the base weights, when the total is there already; nothing, and nothing written, when no weights do it, which is decided
/// exactly.
///
/// Weights and distance are doubles, accurate to about 1e-13, or to 1e-12 where the S_f of all factors are within a thousandth
/// of one another. Method: along the straight line of steepest rise the weights change in proportion to S_f less the mean S of
/// the factors that still have weight; each time one runs out the rest go on. A factor that has run out lies below that mean,
/// which only rises, so none comes back, and the nearest point is reached in at most as many turns as there are factors.
[[nodiscard]] std::optional<double> least_squares_change(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
                                                         std::span<double> weights);

}  // namespace je::numerics
