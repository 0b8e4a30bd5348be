// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "je/numerics/smallest_change.hpp"
#include "numerics/base_total.hpp"
#include "numerics/int128.hpp"
#include "numerics/wide.hpp"

namespace je::numerics {

void SmallestMove::prepare(const Weighing& weighing) {
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

/// Lists the givers of one way in order, with running sums. Factors as good as the getter do not give.
void SmallestMove::arrange(const Weighing& weighing, Crossing crossing) {
    const bool up = crossing == Crossing::reach;
    Way& way = up ? up_ : down_;
    way.givers.clear();
    way.getter = up ? order_.back() : order_.front();
    way.gain = 0;
    std::int64_t given = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const std::size_t f = order_[up ? i : order_.size() - 1 - i];
        const Int128 difference = share_difference(weighing, way.getter, f);
        if (difference == 0) break;
        const Int128 gain = up ? difference : -difference;
        way.givers.push_back({f, weighing.largest[f], given, gain, way.gain});
        given += weighing.largest[f];
        way.gain += gain;
    }
}

std::optional<SmallestMove::Found> SmallestMove::find(std::int64_t threshold, Crossing crossing) const {
    if (largest_.empty()) throw std::logic_error("no job has been prepared");
    require_threshold(threshold);
    const bool up = crossing == Crossing::reach;
    const Int128 missing = up ? threshold - total_ : total_ - threshold;
    if (missing < 0 || (up && missing == 0)) return Found{0, nullptr, 0, 0};
    const Way& along = way(crossing);
    const Int128 needed = missing * largest_[along.getter];
    if (up ? needed > along.gain : needed >= along.gain) return std::nullopt;
    const Giver* last = along.givers.data();
    while (last->gained_before + last->gain < needed) ++last;
    const Int128 from_last = needed - last->gained_before;
    const bool quick = bits_of(all_) + bits_of(last->gain) <= 125;
    return quick ? found<Int128>(*last, along.getter, from_last) : found<Wide>(*last, along.getter, from_last);
}

/// What comes of it when all before the last give what they have, and the last so much that `from_last` is gained. All over M
/// times its gain.
template <class Whole>
SmallestMove::Found SmallestMove::found(const Giver& last, std::size_t getter, Int128 from_last) const {
    const Whole gain = as<Whole>(last.gain);
    const Whole below = gain * as<Whole>(all_);
    const Whole part = as<Whole>(from_last) * as<Whole>(last.largest);
    const Whole all_moved = gain * as<Whole>(last.given_before) + part;
    return {fraction_of(all_moved, below), &last, fraction_of(Whole{gain * as<Whole>(last.largest) - part}, below),
            fraction_of(Whole{gain * as<Whole>(largest_[getter]) + all_moved}, below)};
}

std::optional<Fraction> SmallestMove::moved(std::int64_t threshold, Crossing crossing) const {
    const auto found = find(threshold, crossing);
    return found ? std::optional{found->moved} : std::nullopt;
}

std::optional<Fraction> SmallestMove::moved(std::int64_t threshold, Crossing crossing, std::span<double> weights) const {
    if (weights.size() != largest_.size()) throw std::invalid_argument("one weight a factor");
    const auto found = find(threshold, crossing);
    if (!found) return std::nullopt;
    std::copy(base_.begin(), base_.end(), weights.begin());
    if (found->last == nullptr) return found->moved;
    const Way& along = way(crossing);
    for (const Giver* giver = along.givers.data(); giver != found->last; ++giver) weights[giver->factor] = 0;
    weights[found->last->factor] = found->last_keeps.to_double();
    weights[along.getter] = found->getter_has.to_double();
    return found->moved;
}

}  // namespace je::numerics
