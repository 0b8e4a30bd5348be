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

/// A share that was not sampled, with a bound on its error: the true share is within `error` of `value`.
struct BoundedShare {
    double value = 0;
    double error = 0;
};

/// The chance that sum a_f u_f <= limit, for independent u_f, each uniform from -1 to 1.
///
/// This is what a region in which every factor's multiplier lies within +-s asks for: with k_f = 1 + s u_f, the condition
/// sum d_f k_f < 0 is sum (s d_f) u_f < -sum d_f.
///
///     spread_share(std::array{30., 10.}, -20).value            // 1/6
///     spread_shares(terms, limits)                             // one set of terms, several limits
///
/// Terms may have any sign and any magnitudes (one may be a million times the others); terms of 0 are dropped. Whether the
/// limit is met "below" or "at" has no influence on the chance, unless no term is left: then the sum is 0 for certain, which
/// is for the caller to compare exactly; here the value is 1 when 0 <= limit, else 0, and the error 0. With A = sum |a_f|, in
/// doubles, the value is exactly 0 when limit <= -A, and exactly 1 when limit >= A. Decide "certain" and "impossible" from
/// exact whole numbers, comparing with A, never from a value of 0 or 1.
///
/// **Method.** The largest terms, as many as needed and often none, are taken out exactly, by differences of integrals of the
/// distribution of the rest (the closed polynomial form, ordered so that little cancels). The rest has a bounded support, so
/// its distribution is a Fourier series, with the terms prod sinc(n pi a_f / A) sin(n pi x / A) / (n pi). How many terms are
/// taken out and how far the series runs is chosen by cost among those whose error is proven small:
///
/// - the series after N terms: with |sinc(x)| <= 1/x, at most (1/(m pi)) prod over the m largest of A / (N pi a_f), for any m;
/// - rounding: each sine is a product of rotations, with an error of at most 4 n 2^-53; sines of the angles come from a Taylor
///   polynomial on [0, pi/4] (error below 2^-52), not from the system's library, which differs between machines;
/// - the terms taken out: each step divides the error by a_f, and the largest go first.
///
/// `error` is the sum of these: below 1e-11 for up to 40 terms of whatever sizes, and as a rule 1e-12. Rounding in the terms
/// terms given is not part of it.
///
/// **Same everywhere.** Fixed order, only + - * /: the same last bit on any machine, and whatever the order and signs of terms.
///
/// Throws std::invalid_argument when a term or limit is not a number or exceeds 1e150 in size.
///
/// Source of the closed form: Feller (1971), An Introduction to Probability Theory and Its Applications II, section I.9.
[[nodiscard]] BoundedShare spread_share(std::span<const double> terms, double limit);

/// The same terms with several limits, in any order: the work on the terms is done once.
[[nodiscard]] std::vector<BoundedShare> spread_shares(std::span<const double> terms, std::span<const double> limits);

}  // namespace je::numerics
