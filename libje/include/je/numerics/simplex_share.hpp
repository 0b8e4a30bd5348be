// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace je::numerics {

/// Which share of all weights gives a total below a threshold: exact, without sampling.
///
/// Weights w_1..w_F are uniform on the simplex (each at least 0, together 1) and the total is sum w_f x_f. The numbers x_f are
/// the *knots*: the totals at the corners, where one weight is 1. They need not be sorted; knots may be equal to one another or
/// to the threshold.
///
///     simplex_share_below(std::array{10., 40., 40., 100.}, 60)                  // 65/81
///     simplex_shares_below(knots, std::array{300., 450.})                       // two thresholds, {0.0104..., 0.3439...}
///     simplex_share_below(a_minus_b, 0)                                         // the share in which B outscores A
///     simplex_share_below(ranked_knots(p), 350)                                 // where w_1 >= w_2 >= ...
///     simplex_shares_below(std::array{0., 1.}, std::array{.75}, std::array<std::size_t, 2>{3, 7})     // Dirichlet(3, 7)
///
/// **Below, and at or above.** A share of "total < t" leaves a total equal to t to the band above. As single totals have no
/// share this matters only where all knots are equal to t: then the share below is 0. The answer is exactly 0 when no knot is
/// below t, and exactly 1 when all are; but a share may also round to 0 or 1 where the region does reach both sides. So decide
/// from exact whole numbers, not from a share, what is certain: over the simplex every total is at or above t exactly when
/// the smallest knot is, and below t exactly when the largest is. When only the largest knots equal t, "at or above" is
/// possible, with a share of 0.
///
/// **Accuracy.** What is computed is a chain of weighted means, so nothing cancels: the error is at most 4 F
/// roundings (F 2^-51) of the share below, hence below 1e-13 for any F up to 200, however close together the knots are,
/// provided that the differences of knots and thresholds are exact (those of whole numbers up to 2^52 are). Knots that were
/// rounded before move the share by at most F 2^-53 (largest knot) / (largest - smallest knot). Where that matters, give the
/// differences knot - t, each rounded once from exact numbers, as knots, and 0 as threshold. Shares under 1e-200 come out as 0.
///
/// **Same everywhere.** Sorted knots, sums in a fixed order, only + - * /: the same last bit on any machine, for a single share
/// and in `simplex_shares`, and the same whatever the order of the knots.
///
/// All functions throw std::invalid_argument when there are no knots, a knot or threshold is not a number or exceeds 1e150 in
/// size, thresholds do not ascend (equal ones may follow each other), or sizes do not fit together.
///
/// Dirichlet weights with parameters that are not whole numbers have no such form: sample them.
///
/// Sources: Varsi (1973), The multidimensional content of the frustum of the simplex, Pacific Journal of Mathematics 46; Ali
/// (1973), Content of the frustum of a simplex, ibid. 48; the density is a B-spline: Curry and Schoenberg (1966), On Polya
/// frequency functions IV, Journal d'Analyse Mathematique 17.
[[nodiscard]] double simplex_share_below(std::span<const double> knots, double threshold);

/// The same for several thresholds, in ascending order. With `counts`, one per knot, the weights are Dirichlet with these whole
/// parameters: a knot counts as so many, and one with count 0 as none (at least one count must be above 0). Time grows as the
/// square of the sum of counts: about 2 microseconds a threshold at 100, and 0.2 milliseconds at 1,000.
[[nodiscard]] std::vector<double> simplex_shares_below(std::span<const double> knots, std::span<const double> thresholds,
                                                       std::span<const std::size_t> counts = {});

/// Shares of all bands for many jobs, on the calling thread: fastest by far for more than a few.
///
/// `points` holds a row of `factors` knots per job, one after the other; `floors` ascend. `bands` takes a row of
/// floors.size() + 1 shares per job: below the first floor, from each floor up to the next, from the last floor on. Each
/// row sums to 1 up to rounding, none is below 0, and bands that no weights reach have exactly 0.
///
///     std::vector<double> bands(jobs * (floors.size() + 1));
///     simplex_shares(points, 13, floors, bands);
///
/// Jobs with the same knots, in any order, within a block of about a thousand are worked out once. Needs about 1 MB beside its
/// arguments, whatever the number of jobs. Parts of a list of jobs may be given to different threads: results are the same.
void simplex_shares(std::span<const double> points, std::size_t factors, std::span<const double> floors,
                    std::span<double> bands);

/// The knots when every weight is at least its own lower bound: w_f >= least_f, where the bounds, each at least 0, sum to at
/// most 1. Knot f is the total where f has all that the bounds leave: sum least_i x_i + (1 - sum least_i) x_f.
/// std::invalid_argument when a bound is below 0, or their sum above 1 by more than rounding.
[[nodiscard]] std::vector<double> lower_bounded_knots(std::span<const double> knots, std::span<const double> least);

/// The knots when weights are ranked, w_1 >= w_2 >= ... : the means of the first 1, 2, ..., F knots.
[[nodiscard]] std::vector<double> ranked_knots(std::span<const double> knots);

}  // namespace je::numerics
