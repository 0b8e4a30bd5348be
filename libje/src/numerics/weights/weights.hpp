// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "je/numerics/rescale.hpp"
#include "numerics/exact/fraction.hpp"

namespace je::numerics {

/// One job as its weights see it. Factor f has `points[f]`, usually between 0 and `largest[f]`, its largest points, which are
/// above 0. All are whole numbers of one unit; spans are not owned.
///
/// With M the sum of `largest`, the base weight of f is w0_f = largest[f] / M, its full-weight total S_f = M points[f] /
/// largest[f], and weights w that sum to 1 give the total T = sum w_f S_f. The base weights give P, the sum of `points`.
struct Weighing {
    std::span<const std::int64_t> points;
    std::span<const std::int64_t> largest;
};

/// The largest size of points, of a floor, and of the sum of a job's largest points: within it no product below overflows.
constexpr std::int64_t largest_size_of_points = 1'000'000'000'000'000;

/// Which way a total is to cross a floor. A total equal to a floor has reached it.
enum class Crossing {
    reach,  // be at the floor or above it
    lose,   // be below it
};

/// The lowest and the highest total over a region of weights. Some weights of the region attain each.
struct TotalRange {
    Fraction lowest;
    Fraction highest;
};

/// What a checked job comes to with its base weights.
struct BaseTotal {
    std::int64_t largest = 0;  // M
    Int128 points = 0;         // P
};
/// Throws std::invalid_argument unless there is a factor, both spans are equally long and all `largest` are above 0;
/// std::overflow_error when points, or the sum of `largest`, exceed `largest_size_of_points`. All functions over a Weighing do.
[[nodiscard]] BaseTotal base_total(const Weighing& weighing);

/// Throws std::overflow_error when a floor is larger than the largest size of points.
void require_threshold(std::int64_t threshold);

/// S_a less S_b, up to a positive factor.
[[nodiscard]] inline Int128 share_difference(const Weighing& weighing, std::size_t a, std::size_t b) {
    return static_cast<Int128>(weighing.points[a]) * weighing.largest[b] -
           static_cast<Int128>(weighing.points[b]) * weighing.largest[a];
}

// Where the exact value of a result does not fit a Fraction (points of nine digits and more without a common divisor), the
// result is the middle of the cell of width 10^-18 that the exact value lies in, so that it compares with every whole number,
// and rounds to any whole number of 10^-1 .. 10^-18, up or down, just as the exact value does.

/// The critical spread: the smallest s from 0 to 1 such that some multipliers, each within 1-s and 1+s, make the total reach or
/// lose `threshold`. 0 when it is so already; nothing when no multipliers up to s = 1 do it.
///
///     const std::vector<std::int64_t> points{30, 70}, largest{50, 100};
///     critical_spread({points, largest}, 101, Crossing::reach);     // 3/19: 15.8 % and no less
///
/// To reach, s is attained: multipliers at exactly s put the total on the threshold. To lose, s is a limit from below: the
/// total is on the threshold at s, where it still holds, and below it at any larger spread. So "holds while no weight moves by
/// more than s" is right for losing, and "by less than s" for reaching.
///
/// With d_f = M points_f - threshold largest_f (Rescale::max), or d_f = points_f and D = P - threshold (Rescale::none), the
/// total has reached the threshold exactly when the sum of k_f d_f is 0 or more, and s = |D| / sum |d_f|: at the corner where
/// every k_f is 1+s or 1-s as suits the crossing. All multipliers 0 have no total, and do not count, under Rescale::max.
///
/// Cost: one pass over the factors.
[[nodiscard]] std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
                                                      Rescale rescale = Rescale::max);

/// The same, and the multipliers at that corner, one for each factor: 1+s, 1-s, or 1 for a factor that makes no difference.
/// They are doubles, each within a rounding of its exact value, so the total that they give may miss the threshold by its last
/// digits. Nothing is written when there is no such spread. `multipliers` is as long as the factors (std::invalid_argument).
[[nodiscard]] std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
                                                      Rescale rescale, std::span<double> multipliers);

/// The weights, with sum 1, that multipliers give: k_f largest_f over their sum. Written over the multipliers.
void weights_of_multipliers(const Weighing& weighing, std::span<double> multipliers);

/// What lies beyond one end of a weight's interval.
struct BesideWeight {
    Fraction at;                     // where it begins
    std::size_t floors_reached = 0;  // how many floors the total has reached there: 0 is below the first
};

/// The weights of one factor for which a total has reached the same floors as it has at the base weight.
struct WeightInterval {
    Fraction from = 0;
    Fraction to = 1;
    /// Whether the ends belong to it. One that does not is where a floor is just reached, so it belongs to the neighbour; an
    /// end that does, with a neighbour, is where a floor is just held.
    bool from_included = true;
    bool to_included = true;
    std::optional<BesideWeight> below;  // at lower weights; nothing when the interval goes down to 0
    std::optional<BesideWeight> above;  // at higher weights; nothing when it goes up to 1
};

/// How far the weight of one factor can go from its base weight, the other weights keeping their proportions, before the total
/// reaches or loses one of `floors`, which rise.
///
///     const std::vector<std::int64_t> points{30, 70}, largest{50, 100}, floors{80, 102};
///     one_weight({points, largest}, floors, 0);     // from above 1/5 to 1, now 1/3; below: 2 floors
///
/// At weight x the total is x S_f + (1-x) R, with R = M (P - points_f) / (M - largest_f) that of the others alone: a straight
/// line through P at the base weight, so that each end has a closed form. A factor for which S_f = R changes nothing at any
/// weight. The weight of an only factor is 1 and cannot move.
///
/// `factor` counts from 0 (std::out_of_range). Throws std::invalid_argument when `floors` fall, std::overflow_error when one is
/// larger than `largest_size_of_points`.
[[nodiscard]] WeightInterval one_weight(const Weighing& weighing, std::span<const std::int64_t> floors, std::size_t factor);

/// The range of the total while each factor's multiplier is anywhere from 1-spread to 1+spread, independently.
///
///     const std::vector<std::int64_t> points{30, 70}, largest{50, 100};
///     spread_range({points, largest}, Fraction{1, 5}, Rescale::max).highest;     // 405/4
///
/// Under Rescale::max the total is a ratio of two sums, largest where factors above some share of points over largest points
/// are raised and the others lowered; that share is the ratio itself, found in exact fractions (Dinkelbach 1967, On nonlinear
/// fractional programming), in two or three passes as a rule. At a spread of 1 this is the range of the simplex. `spread` is
/// from 0 to 1 (std::invalid_argument).
[[nodiscard]] TotalRange spread_range(const Weighing& weighing, const Fraction& spread, Rescale rescale);

/// The range of the total over all weights that sum to 1, none below `least_weight`: the least weight for all, and what is left
/// over to the factor with the smallest or largest share of its points. `least_weight` is from 0 (all weights) to 1 / factors
/// (std::invalid_argument).
[[nodiscard]] TotalRange simplex_range(const Weighing& weighing, const Fraction& least_weight = 0);

/// The transport distance from the base weights to the nearest weights at which a total reaches or loses a floor: the least
/// share of all weight that must move from some factors to others. It is half the L1 distance, half the sum of |w_f - w0_f|,
/// over weights of 0 or more that sum to 1.
///
///     TransportDistance distance;
///     for (const Weighing& job : jobs) {
///         distance.prepare(job);
///         for (const std::int64_t floor : floors) distance.moved(floor, Crossing::reach);
///     }
///
/// The cheapest plan is to take from the factor with the smallest S_f, all it has before the next is touched, and to give to
/// that with the largest (to lose: the other way round). Of equal ones the order of the factors decides, so the share does not
/// depend on it but the weights may.
///
/// To prepare a job takes a sort of its factors; a floor then takes one pass over sums made beforehand. Memory is kept from job
/// to job.
class TransportDistance {
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
    struct Donor {
        std::size_t factor = 0;
        std::int64_t largest = 0;
        std::int64_t given_before = 0;  // by those before it: the sum of their largest points
        Int128 gain = 0;                // when it gives all it has
        Int128 gained_before = 0;
    };
    struct Plan {
        std::vector<Donor> donors;
        std::size_t recipient = 0;
        Int128 gain = 0;  // when all give all
    };
    struct Found {
        Fraction moved;
        const Donor* last = nullptr;  // who gives a part, or all; nobody when nothing moves
        Fraction last_keeps;          // weights after it
        Fraction recipient_has;
    };

    void arrange(const Weighing& weighing, Crossing crossing);
    [[nodiscard]] std::optional<Found> find(std::int64_t threshold, Crossing crossing) const;
    template <class Whole>
    [[nodiscard]] Found found(const Donor& last, std::size_t recipient, Int128 from_last) const;
    [[nodiscard]] const Plan& plan(Crossing crossing) const { return crossing == Crossing::reach ? up_ : down_; }

    std::vector<std::int64_t> largest_;
    std::vector<double> base_;        // w0
    std::vector<std::size_t> order_;  // factors with the smallest S_f first
    std::int64_t all_ = 0;            // M
    Int128 total_ = 0;                // P
    Plan up_, down_;
};

/// The Euclidean projection of the base weights onto the weights, 0 or more with sum 1, at which the total reaches `threshold`
/// (to lose: at which it is on it; any further loses it). Gives the distance, the root of the sum of (w_f - w0_f)^2. The
/// weights are written to `weights`, which is as long as the factors (std::invalid_argument). 0, and
/// the base weights, when the total is there already; nothing, and nothing written, when no weights do it, which is decided
/// exactly.
///
/// Weights and distance are doubles, accurate to about 1e-13, or to 1e-12 where the S_f of all factors are within a thousandth
/// of one another. Method: along the straight line of steepest rise the weights change in proportion to S_f less the mean S of
/// the factors that still have weight; each time one runs out the rest go on. A factor that has run out lies below that mean,
/// which only rises, so none comes back, and the nearest point is reached in at most as many turns as there are factors.
[[nodiscard]] std::optional<double> euclidean_projection(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
                                                         std::span<double> weights);

}  // namespace je::numerics
