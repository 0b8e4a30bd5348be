// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/wording.hpp"
#include "je/base/text.hpp"
#include "report/explain/explain_parts.hpp"
#include "report/sensitivity/percent.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

using numerics::Fraction;
using sensitivity::Rung;

class WeightsViewer {
public:
    WeightsViewer(const sensitivity::JobWeights& weights, const model::BandTable& table, const sensitivity::Grid& grid,
                  const std::vector<FactorNameView>& factors)
        : weights_{weights}, table_{table}, grid_{grid}, factors_{factors} {}

    [[nodiscard]] WeightsView view() const {
        WeightsView view;
        if (weights_.critical_up) {
            view.critical_up = weights_.critical_up->to_double();
            view.holds_up_percent = percent_down(*weights_.critical_up);
            view.holds_up_is_exact = view.holds_up_percent == percent_up(*weights_.critical_up);
        }
        if (weights_.critical_down) {
            view.critical_down = weights_.critical_down->to_double();
            view.holds_down_percent = percent_down(*weights_.critical_down);
        }
        if (weights_.kept.to < grid_.ladder().starts.size()) view.band_above = band(weights_.kept.to + 1);
        if (weights_.kept.from > 0) view.band_below = band(weights_.kept.from - 1);
        view.total_min = grid_.in_points(weights_.range.lowest);
        view.total_max = grid_.in_points(weights_.range.highest);
        set_shown_range(view);
        if (grid_.ladder().overlaps()) {
            add_reached(view);
            add_held_shares(view);
        } else {
            for (Rung rung = weights_.lowest; rung <= weights_.highest; ++rung) {
                if (view.bands.empty() || view.bands.back() != band(rung)) view.bands.push_back(band(rung));
            }
            for (const auto& one : weights_.shares)
                view.acceptability.push_back({band(one.rung), one.share, one.standard_error, grid_.hole_of(one.rung)});
        }
        for (std::size_t f = 0; f < factors_.size(); ++f) view.one_at_a_time.push_back(one_weight(f));
        if (weights_.up) view.up = change(*weights_.up);
        if (weights_.down) view.down = change(*weights_.down);
        for (const auto& one : weights_.central)
            view.central.push_back({band(one.rung), one.scenarios, one.weights, one.standard_errors});
        return view;
    }

private:
    /// Of several bands of a rung above the present ones the lowest, of one below them the highest: the nearest.
    [[nodiscard]] std::optional<std::string> band(Rung rung) const {
        const auto held = grid_.ladder().bands_of(rung);
        if (held.empty()) return std::nullopt;
        return table_.id_of(rung > weights_.kept.to ? held.lowest() : held.highest());
    }

    /// Each band that holds some total of the region, and none where some total is in none.
    void add_reached(WeightsView& view) const {
        const auto add = [&](const std::optional<std::string>& band) {
            if (std::find(view.bands.begin(), view.bands.end(), band) == view.bands.end()) view.bands.push_back(band);
        };
        for (Rung rung = weights_.lowest; rung <= weights_.highest; ++rung) {
            const auto held = grid_.ladder().bands_of(rung);
            if (held.empty()) add(std::nullopt);
            for (std::size_t i = held.first; i < held.end; ++i) add(table_.bands()[i].id.text());
        }
    }

    /// For each band the share of the region in which it holds the total: all together may be more than the whole.
    void add_held_shares(WeightsView& view) const {
        std::vector<BandShare>& shares = view.acceptability;
        for (const auto& one : weights_.shares) {
            const auto held = grid_.ladder().bands_of(one.rung);
            if (held.empty()) shares.push_back({std::nullopt, one.share, one.standard_error, grid_.hole_of(one.rung)});
            for (std::size_t i = held.first; i < held.end; ++i) {
                const auto id = table_.id_of(model::BandIndex{i});
                const auto known =
                    std::find_if(shares.begin(), shares.end(), [&](const BandShare& share) { return share.band == id; });
                if (known == shares.end())
                    shares.push_back({id, one.share, one.standard_error, {}});
                else
                    known->share += one.share;
            }
        }
        const double worth = effective_size();
        for (BandShare& share : shares) {
            share.share = std::min(share.share, 1.0);
            if (share.standard_error)
                share.standard_error = worth > 0 ? std::sqrt(share.share * (1 - share.share) / worth) : 0.0;
        }
    }

    /// As many independent scenarios as the sampled shares are worth: from the first whose error tells; 0: none does.
    [[nodiscard]] double effective_size() const {
        for (const auto& one : weights_.shares) {
            if (one.standard_error && *one.standard_error > 0)
                return one.share * (1 - one.share) / (*one.standard_error * *one.standard_error);
        }
        return 0;
    }

    /// Both ends rounded outwards, the upper with as many digits as it takes to seem to touch no floor that is not reached.
    void set_shown_range(WeightsView& view) const {
        const Fraction least = grid_.exact_points(weights_.range.lowest);
        const Fraction most = grid_.exact_points(weights_.range.highest);
        const auto& starts = grid_.ladder().starts;
        const bool is_below_floor = least != most && weights_.highest < starts.size();
        view.shown_max = decimal_up(most, is_below_floor ? digits_below(most, starts[weights_.highest]) : 2);
        view.shown_min = least == most ? view.shown_max : decimal_down(least, 2);
    }

    [[nodiscard]] int digits_below(const Fraction& total, std::int64_t start) const {
        constexpr int most_digits = 6;
        const Fraction next = grid_.exact_points(Fraction{start});
        std::int64_t scale = 100;
        for (int digits = 2; digits < most_digits; ++digits, scale *= 10) {
            if (Fraction{total.ceil_units(scale), scale} < next) return digits;
        }
        return most_digits;
    }

    [[nodiscard]] WeightEdgeView edge(const numerics::BesideWeight& one, bool holds_there) const {
        return {band(one.floors_reached), one.at.to_double(), holds_there};
    }

    [[nodiscard]] OneWeightView one_weight(std::size_t f) const {
        const numerics::WeightInterval& interval = weights_.one_at_a_time[f];
        OneWeightView view{.factor = factors_[f].id,
                           .name = factors_[f].name,
                           .short_name = factors_[f].short_name,
                           .weight = factors_[f].weight,
                           .holds_from = interval.from.to_double(),
                           .holds_to = interval.to.to_double(),
                           .holds_from_percent = percent_up(interval.from, 2),
                           .holds_to_percent = percent_down(interval.to, 2),
                           .below = {},
                           .above = {}};
        if (interval.below) view.below = edge(*interval.below, interval.from_included);
        if (interval.above) view.above = edge(*interval.above, interval.to_included);
        return view;
    }

    [[nodiscard]] WeightChangeView change(const sensitivity::EdgeChange& edge) const {
        return {.band = band(edge.to),
                .moved = edge.moved.to_double(),
                .moved_percent = percent_down(edge.moved, 2),
                .weights = edge.weights,
                .by_spread = edge.by_spread,
                .distance = edge.distance,
                .nearest = edge.nearest};
    }

    const sensitivity::JobWeights& weights_;
    const model::BandTable& table_;
    const sensitivity::Grid& grid_;
    const std::vector<FactorNameView>& factors_;
};

/// The region that requirements cut: a spread of single weights, or the simplex.
std::string cut_region_text(const sensitivity::Region& region, const RegionView& view) {
    std::string text =
        region.kind == sensitivity::RegionKind::spread
            ? base::worded(
                  "all weights that sum to 1, each at most {} below or above the scheme's (as they stand: nothing is "
                  "rescaled)",
                  percent_text(percent_down(sensitivity::fraction_of(region.spread), 2)))
            : base::worded("all weights that sum to 1{}",
                           view.least_weight > base::Decimal{}
                               ? base::worded(", each at least {}",
                                              percent_text(percent_down(sensitivity::fraction_of(region.least_weight), 2)))
                               : std::string{});
    std::vector<std::string> required;
    for (const auto& one : sensitivity::required_of(region)) required.push_back(one.text);
    return text.append(base::worded(", with {}; all equally likely", base::quoted_list(required)));
}

}  // namespace

RegionView region_view(const sensitivity::Region& region) {
    using Kind = sensitivity::RegionKind;
    RegionView view;
    view.kind = region.kind;
    view.rescale = region.rescale;
    view.least_weight = region.least_weight;
    if (region.kind == Kind::spread) view.spread = region.spread;
    if (region.kind == Kind::dirichlet) view.concentration = region.concentration;
    const std::string spread = percent_text(percent_down(sensitivity::fraction_of(region.spread), 2));
    if (region.kind == Kind::spread && region.rescale == numerics::Rescale::max)
        view.text = base::worded(
            "every weight anywhere from {0} less to {0} more than the scheme's, each on its own and all equally likely, then "
            "rescaled so that they sum to 1",
            spread);
    else if (region.kind == Kind::spread)
        view.text = base::worded(
            "every factor's points multiplied by anything from {0} less to {0} more, each on its own and all equally likely; "
            "nothing is rescaled, so the largest total moves too",
            spread);
    else if (region.kind == Kind::dirichlet)
        view.text = base::worded("weights about the scheme's own, drawn from a Dirichlet distribution with concentration {}",
                                 region.concentration.to_string());
    else if (region.least_weight > base::Decimal{})
        view.text = base::worded("all weights of at least {} that sum to 1, all equally likely",
                                 percent_text(percent_down(sensitivity::fraction_of(region.least_weight), 2)));
    else
        view.text =
            base::worded("all weights that sum to 1, all equally likely: nothing is assumed of the scheme's own weights");
    if (region.required) view.text = cut_region_text(region, view);
    return view;
}

std::string dependent_points_text(const model::Scheme& scheme) {
    if (scheme.dependent_units().empty()) return {};
    std::vector<std::string> names;
    for (const model::ScoredUnit& unit : scheme.units()) {
        if (unit.is_dependent()) names.push_back(unit.name());
    }
    return base::worded(
        "A weight multiplies points as they are scored: those of {} are a percentage of another unit's, and what is given to "
        "that one does not pass through it.",
        fmt::format("{}", fmt::join(names, ", ")));
}

std::vector<FactorNameView> factor_names(const model::Scheme& scheme, const sensitivity::Grid& grid) {
    std::vector<FactorNameView> names;
    for (std::size_t f = 0; f < grid.factors(); ++f) {
        const model::ScoredUnit& unit = scheme.units()[grid.units()[f]];
        names.push_back({unit.id(), unit.name(), short_name_of(scheme, unit), grid.weight(f).to_double()});
    }
    return names;
}

WeightsView weights_view(const sensitivity::JobWeights& weights, const model::BandTable& table, const sensitivity::Grid& grid,
                         const std::vector<FactorNameView>& factors) {
    return WeightsViewer{weights, table, grid, factors}.view();
}

}  // namespace je::report
