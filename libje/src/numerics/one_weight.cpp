// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/one_weight.hpp"

#include <algorithm>
#include <stdexcept>

#include "numerics/base_total.hpp"
#include "numerics/int128.hpp"
#include "numerics/wide.hpp"

namespace je::numerics {
namespace {

/// The total as the weight x of one factor goes from 0 to 1: R at 0, P at the base weight, S at 1.
class WeightLine {
public:
    WeightLine(const Weighing& weighing, const BaseTotal& base, std::size_t factor)
        : all_{base.largest},
          own_{weighing.largest[factor]},
          others_{all_ - own_},
          points_{weighing.points[factor]},
          rest_{base.points - points_},
          slope_{points_ * others_ - rest_ * own_} {}

    [[nodiscard]] bool only_factor() const { return others_ == 0; }
    /// Above 0 when the total rises with the weight; 0 when it stays.
    [[nodiscard]] Int128 slope() const { return slope_; }
    [[nodiscard]] bool at_0_reaches(std::int64_t floor) const { return all_ * rest_ >= floor * others_; }
    [[nodiscard]] bool at_1_reaches(std::int64_t floor) const { return all_ * points_ >= floor * own_; }

    /// The weight at which the total is `floor`: (floor - R) / (S - R).
    [[nodiscard]] Fraction crossing(std::int64_t floor) const {
        const Int128 above = floor * others_ - all_ * rest_;
        if (bits_of(above) + bits_of(own_) <= 126 && bits_of(all_) + bits_of(slope_) <= 126) {
            return Fraction{own_ * above, all_ * slope_};
        }
        return fraction_of(wide(own_) * wide(above), wide(all_) * wide(slope_));
    }

private:
    Int128 all_, own_, others_;
    Int128 points_, rest_;  // of this factor; of the others
    Int128 slope_;          // S - R, times own and others, over all
};

/// The floors next to a total: `held` of them are at or below it.
class Floors {
public:
    Floors(std::span<const std::int64_t> floors, Int128 total) : floors_{floors} {
        const auto above = std::find_if(floors.begin(), floors.end(), [=](std::int64_t floor) { return floor > total; });
        held_ = static_cast<std::size_t>(above - floors.begin());
    }
    [[nodiscard]] bool has_next() const { return held_ < floors_.size(); }
    [[nodiscard]] bool has_present() const { return held_ > 0; }
    [[nodiscard]] std::int64_t next() const { return floors_[held_]; }
    [[nodiscard]] std::int64_t present() const { return floors_[held_ - 1]; }
    /// How many are reached once the next is, and once the present one is lost; of equal floors all at once.
    [[nodiscard]] std::size_t with_next() const { return count_up_to(next()); }
    [[nodiscard]] std::size_t without_present() const {
        return static_cast<std::size_t>(std::lower_bound(floors_.begin(), floors_.end(), present()) - floors_.begin());
    }

private:
    [[nodiscard]] std::size_t count_up_to(std::int64_t floor) const {
        return static_cast<std::size_t>(std::upper_bound(floors_.begin(), floors_.end(), floor) - floors_.begin());
    }
    std::span<const std::int64_t> floors_;
    std::size_t held_ = 0;
};

struct End {
    Fraction at;
    bool included = true;
    std::optional<BesideWeight> beside;
};

/// The end of the interval towards a weight of 0 or 1, the total rising or falling on the way there.
End end_towards(const WeightLine& line, const Floors& floors, bool to_1) {
    const auto reaches = [&](std::int64_t floor) { return to_1 ? line.at_1_reaches(floor) : line.at_0_reaches(floor); };
    const bool rises = (line.slope() > 0) == to_1;
    if (rises && floors.has_next() && reaches(floors.next())) {
        const Fraction at = line.crossing(floors.next());
        return {at, false, BesideWeight{at, floors.with_next()}};
    }
    if (!rises && floors.has_present() && !reaches(floors.present())) {
        const Fraction at = line.crossing(floors.present());
        return {at, true, BesideWeight{at, floors.without_present()}};
    }
    return {to_1 ? 1 : 0, true, std::nullopt};
}

void require_floors(std::span<const std::int64_t> floors) {
    if (!std::is_sorted(floors.begin(), floors.end())) throw std::invalid_argument("floors rise");
    if (floors.empty()) return;
    require_threshold(floors.front());
    require_threshold(floors.back());
}

}  // namespace

WeightInterval one_weight(const Weighing& weighing, std::span<const std::int64_t> floors, std::size_t factor) {
    const BaseTotal base = base_total(weighing);
    require_floors(floors);
    if (factor >= weighing.points.size()) throw std::out_of_range("there is no such factor");
    const WeightLine line{weighing, base, factor};
    if (line.only_factor()) return {1, 1, true, true, std::nullopt, std::nullopt};
    if (line.slope() == 0) return {};
    const Floors near{floors, base.points};
    const End low = end_towards(line, near, false);
    const End high = end_towards(line, near, true);
    return {low.at, high.at, low.included, high.included, low.beside, high.beside};
}

}  // namespace je::numerics
