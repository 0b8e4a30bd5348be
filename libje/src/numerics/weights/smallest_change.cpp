// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "numerics/exact/fraction.hpp"
#include "numerics/exact/wide.hpp"
#include "numerics/weights/weights.hpp"

namespace je::numerics {

void TransportDistance::prepare(const Weighing& weighing) {
    const BaseTotal base = base_total(weighing);
    all_ = base.largest;
    total_ = base.points;
    largest_.assign(weighing.largest.begin(), weighing.largest.end());
    base_.resize(largest_.size());
    for (std::size_t f = 0; f < base_.size(); ++f) base_[f] = static_cast<double>(largest_[f]) / static_cast<double>(all_);
    order_.resize(largest_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
        const Int128 difference = share_difference(weighing, a, b);
        return difference != 0 ? difference < 0 : a < b;
    });
    arrange(weighing, Crossing::reach);
    arrange(weighing, Crossing::lose);
}

/// Lists the donors of one plan in order, with running sums. Factors as good as the recipient do not give.
void TransportDistance::arrange(const Weighing& weighing, Crossing crossing) {
    const bool up = crossing == Crossing::reach;
    Plan& plan = up ? up_ : down_;
    plan.donors.clear();
    plan.recipient = up ? order_.back() : order_.front();
    plan.gain = 0;
    std::int64_t given = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const std::size_t f = order_[up ? i : order_.size() - 1 - i];
        const Int128 difference = share_difference(weighing, plan.recipient, f);
        if (difference == 0) break;
        const Int128 gain = up ? difference : -difference;
        plan.donors.push_back({f, weighing.largest[f], given, gain, plan.gain});
        given += weighing.largest[f];
        plan.gain += gain;
    }
}

std::optional<TransportDistance::Found> TransportDistance::find(std::int64_t threshold, Crossing crossing) const {
    if (largest_.empty()) throw std::logic_error("no job has been prepared");
    require_threshold(threshold);
    const bool up = crossing == Crossing::reach;
    const Int128 missing = up ? threshold - total_ : total_ - threshold;
    if (missing < 0 || (up && missing == 0)) return Found{0, nullptr, 0, 0};
    const Plan& along = plan(crossing);
    const Int128 needed = missing * largest_[along.recipient];
    if (up ? needed > along.gain : needed >= along.gain) return std::nullopt;
    const Donor* last = along.donors.data();
    while (last->gained_before + last->gain < needed) ++last;
    const Int128 from_last = needed - last->gained_before;
    const bool quick = bits_of(all_) + bits_of(last->gain) <= 125;
    return quick ? found<Int128>(*last, along.recipient, from_last) : found<Wide>(*last, along.recipient, from_last);
}

/// What comes of it when all before the last give what they have, and the last so much that `from_last` is gained. All over M
/// times its gain.
template <class Whole>
TransportDistance::Found TransportDistance::found(const Donor& last, std::size_t recipient, Int128 from_last) const {
    const Whole gain = Whole(last.gain);
    const Whole below = gain * Whole(all_);
    const Whole part = Whole(from_last) * Whole(last.largest);
    const Whole all_moved = gain * Whole(last.given_before) + part;
    return {fraction_of(all_moved, below), &last, fraction_of(Whole{gain * Whole(last.largest) - part}, below),
            fraction_of(Whole{gain * Whole(largest_[recipient]) + all_moved}, below)};
}

std::optional<Fraction> TransportDistance::moved(std::int64_t threshold, Crossing crossing) const {
    const auto found = find(threshold, crossing);
    return found ? std::optional{found->moved} : std::nullopt;
}

std::optional<Fraction> TransportDistance::moved(std::int64_t threshold, Crossing crossing, std::span<double> weights) const {
    if (weights.size() != largest_.size()) throw std::invalid_argument("one weight a factor");
    const auto found = find(threshold, crossing);
    if (!found) return std::nullopt;
    std::copy(base_.begin(), base_.end(), weights.begin());
    if (found->last == nullptr) return found->moved;
    const Plan& along = plan(crossing);
    for (const Donor* donor = along.donors.data(); donor != found->last; ++donor) weights[donor->factor] = 0;
    weights[found->last->factor] = found->last_keeps.to_double();
    weights[along.recipient] = found->recipient_has.to_double();
    return found->moved;
}

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
struct Exhausted {
    double after = std::numeric_limits<double>::infinity();
    std::size_t factor = 0;
};
Exhausted first_exhausted(const Weighing& weighing, std::span<const double> weights, double mean, double sign) {
    Exhausted first;
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
        const Exhausted first = first_exhausted(weighing, weights, left.mean, sign);
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

std::optional<double> euclidean_projection(const Weighing& weighing, std::int64_t threshold, Crossing crossing,
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
