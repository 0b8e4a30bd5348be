// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

#include "je/numerics/smallest_change.hpp"
#include "numerics/base_total.hpp"
#include "numerics/int128.hpp"

namespace je::numerics {
namespace {

/// Whether some weights reach or lose the threshold: decided exactly.
bool within_reach(const Weighing& weighing, const BaseTotal& base, std::int64_t threshold, Crossing crossing) {
    for (std::size_t f = 0; f < weighing.points.size(); ++f) {
        const Int128 above =
            static_cast<Int128>(base.largest) * weighing.points[f] - static_cast<Int128>(threshold) * weighing.largest[f];
        if (crossing == Crossing::reach ? above >= 0 : above < 0) return true;
    }
    return false;
}

double share(const Weighing& weighing, std::size_t f) {
    return static_cast<double>(weighing.points[f]) / static_cast<double>(weighing.largest[f]);
}

/// The factors that still have weight: how many, the mean of their shares of points, the sum of squares about it.
struct Remaining {
    double mean = 0;
    double squares = 0;
    bool all_equal = true;
};
Remaining remaining(const Weighing& weighing, std::span<const double> weights) {
    double count = 0;
    double sum = 0;
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        if (weights[f] > 0) {
            count += 1;
            sum += share(weighing, f);
            lowest = std::min(lowest, share(weighing, f));
            highest = std::max(highest, share(weighing, f));
        }
    }
    Remaining found{sum / count, 0, lowest == highest};
    for (std::size_t f = 0; f < weights.size(); ++f) {
        if (weights[f] > 0) found.squares += (share(weighing, f) - found.mean) * (share(weighing, f) - found.mean);
    }
    return found;
}

/// How far the line can be followed before a weight runs out, and whose it is.
struct RunsOut {
    double after = std::numeric_limits<double>::infinity();
    std::size_t factor = 0;
};
RunsOut first_to_run_out(const Weighing& weighing, std::span<const double> weights, double mean, double sign) {
    RunsOut first;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        const double falls = sign * (mean - share(weighing, f));
        if (weights[f] > 0 && falls > 0 && weights[f] / falls < first.after) first = {weights[f] / falls, f};
    }
    return first;
}

void follow(const Weighing& weighing, std::span<double> weights, double mean, double step) {
    for (std::size_t f = 0; f < weights.size(); ++f) {
        if (weights[f] > 0) weights[f] = std::max(0.0, weights[f] + step * (share(weighing, f) - mean));
    }
}

/// Changes the weights until the share of all points has risen by `missing` (fallen, where sign is -1).
void approach(const Weighing& weighing, std::span<double> weights, double missing, double sign) {
    for (std::size_t turn = 0; turn < weights.size(); ++turn) {
        const Remaining left = remaining(weighing, weights);
        if (left.all_equal) return;  // what is still missing is rounding
        const RunsOut first = first_to_run_out(weighing, weights, left.mean, sign);
        const double step = std::min(missing / left.squares, first.after);
        follow(weighing, weights, left.mean, sign * step);
        if (step < first.after) return;
        weights[first.factor] = 0;
        missing = std::max(0.0, missing - step * left.squares);
    }
}

double distance_from_base(const Weighing& weighing, const BaseTotal& base, std::span<const double> weights) {
    double squares = 0;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        const double change = weights[f] - static_cast<double>(weighing.largest[f]) / static_cast<double>(base.largest);
        squares += change * change;
    }
    return std::sqrt(squares);
}

}  // namespace

std::optional<double> least_squares_change(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
                                           std::span<double> weights) {
    const BaseTotal base = base_total(weighing);
    require_threshold(threshold);
    if (weights.size() != weighing.points.size()) throw std::invalid_argument("one weight a factor");
    const bool up = crossing == Crossing::reach;
    const Int128 missing = up ? threshold - base.points : base.points - threshold;
    const bool there = up ? missing <= 0 : missing < 0;
    if (!there && !within_reach(weighing, base, threshold, crossing)) return std::nullopt;
    for (std::size_t f = 0; f < weights.size(); ++f) {
        weights[f] = static_cast<double>(weighing.largest[f]) / static_cast<double>(base.largest);
    }
    if (there || missing == 0) return 0.0;
    approach(weighing, weights, Fraction{missing, base.largest}.to_double(), up ? 1 : -1);
    return distance_from_base(weighing, base, weights);
}

}  // namespace je::numerics
