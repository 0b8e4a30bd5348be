// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/weights/weights.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include "numerics/exact/fraction.hpp"
#include "numerics/exact/wide.hpp"

namespace je::numerics {
namespace {

[[noreturn]] void too_large() { throw std::overflow_error("points or floors exceed 10^15 units"); }

bool within(std::int64_t value) { return value >= -largest_size_of_points && value <= largest_size_of_points; }

}  // namespace

BaseTotal base_total(const Weighing& weighing) {
    if (weighing.points.empty()) throw std::invalid_argument("a job without factors has no weights");
    if (weighing.points.size() != weighing.largest.size()) throw std::invalid_argument("one largest number of points a factor");
    BaseTotal total;
    for (std::size_t f = 0; f < weighing.points.size(); ++f) {
        if (weighing.largest[f] < 1) throw std::invalid_argument("a factor's largest points are above 0");
        if (!within(weighing.points[f]) || !within(weighing.largest[f])) too_large();
        total.largest += weighing.largest[f];
        if (total.largest > largest_size_of_points) too_large();
        total.points += weighing.points[f];
    }
    return total;
}

void require_threshold(std::int64_t threshold) {
    if (!within(threshold)) too_large();
}

namespace {

/// What each factor adds to being at the threshold or above it, for each unit of its multiplier.
class Gradient {
public:
    Gradient(const Weighing& weighing, std::int64_t threshold, Rescale rescale)
        : weighing_{weighing}, threshold_{threshold}, base_{base_total(weighing)}, rescale_{rescale} {
        require_threshold(threshold);
        for (std::size_t f = 0; f < weighing.points.size(); ++f) add(of(f));
        if (rescale == Rescale::none) all_ = base_.points - threshold;
    }

    /// The part of factor f: above 0 when raising it helps to reach.
    [[nodiscard]] Int128 of(std::size_t f) const {
        const Int128 points = weighing_.points[f];
        if (rescale_ == Rescale::none) return points;
        return base_.largest * points - static_cast<Int128>(threshold_) * weighing_.largest[f];
    }

    [[nodiscard]] bool there(Crossing crossing) const { return (all_ >= 0) == (crossing == Crossing::reach); }
    [[nodiscard]] bool possible(Crossing crossing) const {
        if (crossing == Crossing::lose) return all_ < sizes_;
        // Where every pull is below 0, only multipliers that are all 0 would do, and with them there is no total.
        return -all_ <= sizes_ && (rescale_ == Rescale::none || some_not_below_);
    }
    [[nodiscard]] Fraction spread() const { return {all_ < 0 ? -all_ : all_, sizes_}; }

private:
    void add(Int128 pull) {
        all_ += pull;
        sizes_ += pull < 0 ? -pull : pull;
        some_not_below_ = some_not_below_ || pull >= 0;
    }

    Weighing weighing_;
    Int128 threshold_;
    BaseTotal base_;
    Rescale rescale_;
    Int128 all_ = 0;
    Int128 sizes_ = 0;
    bool some_not_below_ = false;
};

std::optional<Fraction> spread_of(const Gradient& gradient, Crossing crossing) {
    if (gradient.there(crossing)) return Fraction{0};
    if (!gradient.possible(crossing)) return std::nullopt;
    return gradient.spread();
}

}  // namespace

std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing, Rescale rescale) {
    return spread_of(Gradient{weighing, threshold, rescale}, crossing);
}

std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing, Rescale rescale,
                                        std::span<double> multipliers) {
    if (multipliers.size() != weighing.points.size()) throw std::invalid_argument("one multiplier a factor");
    const Gradient gradient{weighing, threshold, rescale};
    const auto spread = spread_of(gradient, crossing);
    if (!spread) return std::nullopt;
    const double raised = (1 + *spread).to_double();
    const double lowered = (1 - *spread).to_double();
    for (std::size_t f = 0; f < multipliers.size(); ++f) {
        const Int128 pull = crossing == Crossing::reach ? gradient.of(f) : -gradient.of(f);
        multipliers[f] = pull > 0 ? raised : pull < 0 ? lowered : 1;
    }
    return spread;
}

void weights_of_multipliers(const Weighing& weighing, std::span<double> multipliers) {
    static_cast<void>(base_total(weighing));
    if (multipliers.size() != weighing.points.size()) throw std::invalid_argument("one multiplier a factor");
    double all = 0;
    for (std::size_t f = 0; f < multipliers.size(); ++f) all += multipliers[f] *= static_cast<double>(weighing.largest[f]);
    if (!(all > 0)) throw std::invalid_argument("multipliers are 0 or more, and some above 0");
    for (double& weight : multipliers) weight /= all;
}

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
        return fraction_of(Wide(own_) * Wide(above), Wide(all_) * Wide(slope_));
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
