// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/numerics/critical_spread.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include "numerics/base_total.hpp"
#include "numerics/int128.hpp"

namespace je::numerics {
namespace {

/// What each factor adds to being at the threshold or above it, for each unit of its multiplier.
class Pulls {
public:
    Pulls(const Weighing& weighing, std::int64_t threshold, Rescale rescale)
        : weighing_{weighing}, threshold_{threshold}, base_{base_total(weighing)}, rescale_{rescale} {
        require_threshold(threshold);
        for (std::size_t f = 0; f < weighing.points.size(); ++f) add(of(f));
        if (rescale == Rescale::none) all_ = base_.points - threshold;
    }

    /// The pull of factor f: above 0 when raising it helps to reach.
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

std::optional<Fraction> spread_of(const Pulls& pulls, Crossing crossing) {
    if (pulls.there(crossing)) return Fraction{0};
    if (!pulls.possible(crossing)) return std::nullopt;
    return pulls.spread();
}

}  // namespace

std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing, Rescale rescale) {
    return spread_of(Pulls{weighing, threshold, rescale}, crossing);
}

std::optional<Fraction> critical_spread(const Weighing& weighing, std::int64_t threshold, Crossing crossing, Rescale rescale,
                                        std::span<double> multipliers) {
    if (multipliers.size() != weighing.points.size()) throw std::invalid_argument("one multiplier a factor");
    const Pulls pulls{weighing, threshold, rescale};
    const auto spread = spread_of(pulls, crossing);
    if (!spread) return std::nullopt;
    const double raised = (1 + *spread).to_double();
    const double lowered = (1 - *spread).to_double();
    for (std::size_t f = 0; f < multipliers.size(); ++f) {
        const Int128 pull = crossing == Crossing::reach ? pulls.of(f) : -pulls.of(f);
        multipliers[f] = pull > 0 ? raised : pull < 0 ? lowered : 1;
    }
    return spread;
}

void weights_of_multipliers(const Weighing& weighing, std::span<double> multipliers) {
    require_weighing(weighing);
    if (multipliers.size() != weighing.points.size()) throw std::invalid_argument("one multiplier a factor");
    double all = 0;
    for (std::size_t f = 0; f < multipliers.size(); ++f) all += multipliers[f] *= static_cast<double>(weighing.largest[f]);
    if (!(all > 0)) throw std::invalid_argument("multipliers are 0 or more, and some above 0");
    for (double& weight : multipliers) weight /= all;
}

}  // namespace je::numerics
