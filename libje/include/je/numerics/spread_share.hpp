// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace je::numerics {

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
