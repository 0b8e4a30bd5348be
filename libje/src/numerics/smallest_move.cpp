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
    if (missing < 0 || (up && missing == 0)) return Found{0, nullptr, 0};
    const Way& along = way(crossing);
    const Int128 needed = missing * largest_[along.getter];
    if (up ? needed > along.gain : needed >= along.gain) return std::nullopt;
    const Giver* last = along.givers.data();
    while (last->gained_before + last->gain < needed) ++last;
    const Int128 from_last = needed - last->gained_before;
    if (bits_of(all_) + bits_of(last->gain) <= 125) {
        const Int128 below = all_ * last->gain;
        const Int128 part = from_last * last->largest;
        return Found{{last->given_before * last->gain + part, below}, last, {part, below}};
    }
    const Wide below = wide(all_) * wide(last->gain);
    const Wide part = wide(from_last) * last->largest;
    return Found{fraction_of(wide(last->gain) * last->given_before + part, below), last, fraction_of(part, below)};
}

std::optional<Fraction> SmallestMove::moved(std::int64_t threshold, Crossing crossing) const {
    const auto found = find(threshold, crossing);
    return found ? std::optional{found->moved} : std::nullopt;
}

std::optional<Fraction> SmallestMove::moved(std::int64_t threshold, Crossing crossing, std::span<double> weights) const {
    if (weights.size() != largest_.size()) throw std::invalid_argument("one weight a factor");
    const auto found = find(threshold, crossing);
    if (!found) return std::nullopt;
    const auto base = [&](std::size_t f) { return Fraction{largest_[f], all_}; };
    for (std::size_t f = 0; f < weights.size(); ++f) weights[f] = base(f).to_double();
    if (found->last == nullptr) return found->moved;
    const Way& along = way(crossing);
    for (const Giver* giver = along.givers.data(); giver != found->last; ++giver) weights[giver->factor] = 0;
    weights[found->last->factor] = (base(found->last->factor) - found->of_last).to_double();
    weights[along.getter] = (base(along.getter) + found->moved).to_double();
    return found->moved;
}

}  // namespace je::numerics
