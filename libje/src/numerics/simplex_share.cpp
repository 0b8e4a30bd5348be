// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/simplex_share.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "numerics/simplex_checks.hpp"
#include "numerics/simplex_kernel.hpp"

namespace je::numerics {

namespace {

/// The knots as often as they count, in ascending order.
std::vector<double> expanded(std::span<const double> knots, std::span<const std::size_t> counts) {
    require_moderate(knots, "knots");
    if (!counts.empty() && counts.size() != knots.size()) throw std::invalid_argument("there must be one count for each knot");
    std::vector<double> all;
    for (std::size_t i = 0; i < knots.size(); ++i) all.insert(all.end(), counts.empty() ? 1 : counts[i], knots[i]);
    if (all.empty()) throw std::invalid_argument("there must be at least one knot");
    std::sort(all.begin(), all.end());
    return all;
}

/// The share below one threshold, of knots in ascending order. `room` is for as many numbers as there are knots, and one more,
/// twice.
double share_below(std::span<const double> sorted, double threshold, std::span<double> room) {
    const auto first_above = std::lower_bound(sorted.begin(), sorted.end(), threshold);
    const auto below = static_cast<std::size_t>(first_above - sorted.begin());
    const std::size_t above = sorted.size() - below;
    if (below == 0) return 0;
    if (above == 0) return 1;
    double* x = room.data();
    double* y = x + above;
    for (std::size_t k = 0; k < above; ++k) x[k] = sorted[sorted.size() - 1 - k] - threshold;
    for (std::size_t j = 0; j < below; ++j) y[j] = threshold - sorted[j];
    return race(x, above, y, below, y + below);
}

}  // namespace

std::vector<double> simplex_shares_below(std::span<const double> knots, std::span<const double> thresholds,
                                         std::span<const std::size_t> counts) {
    require_ascending(thresholds, "thresholds");
    const std::vector<double> sorted = expanded(knots, counts);
    std::vector<double> room(2 * sorted.size() + 1);
    std::vector<double> shares;
    shares.reserve(thresholds.size());
    for (const double threshold : thresholds) shares.push_back(share_below(sorted, threshold, room));
    return shares;
}

double simplex_share_below(std::span<const double> knots, double threshold) {
    return simplex_shares_below(knots, {&threshold, 1}).front();
}

std::vector<double> lower_bounded_knots(std::span<const double> knots, std::span<const double> least) {
    require_moderate(knots, "knots");
    if (least.size() != knots.size()) throw std::invalid_argument("there must be one lower bound for each knot");
    if (!std::all_of(least.begin(), least.end(), [](double bound) { return bound >= 0 && bound <= 1; })) {
        throw std::invalid_argument("lower bounds of weights must be from 0 to 1");
    }
    const double taken = std::accumulate(least.begin(), least.end(), 0.0);
    if (taken > 1 + 1e-12) throw std::invalid_argument("lower bounds of weights must not sum to more than 1");
    const double left = std::max(0.0, 1 - taken);
    const double base = std::inner_product(least.begin(), least.end(), knots.begin(), 0.0);
    std::vector<double> result(knots.begin(), knots.end());
    for (double& knot : result) knot = base + left * knot;
    return result;
}

std::vector<double> ranked_knots(std::span<const double> knots) {
    require_moderate(knots, "knots");
    std::vector<double> result;
    result.reserve(knots.size());
    double sum = 0;
    for (const double knot : knots) {
        sum += knot;
        result.push_back(sum / static_cast<double>(result.size() + 1));
    }
    return result;
}

}  // namespace je::numerics
