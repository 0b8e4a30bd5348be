// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/words.hpp"
#include "model/scheme/words.hpp"
#include "report/explain/explain_parts.hpp"
#include "report/sensitivity/views.hpp"

namespace je::report {

namespace {

using numerics::Fraction;

/// "3/8", "2".
std::string exact_text(const Fraction& fraction) {
    const Fraction lowest = fraction.reduced();
    if (lowest.denominator() == 1) return fmt::format("{}", lowest.numerator());
    return fmt::format("{}/{}", lowest.numerator(), lowest.denominator());
}

/// Places of the jobs, highest total first; of equal ones by id.
std::vector<std::size_t> by_total(const sensitivity::WeighedJobs& jobs, std::span<const std::string> ids) {
    std::vector<std::size_t> order(jobs.jobs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return jobs.jobs[a].rank != jobs.jobs[b].rank ? jobs.jobs[a].rank < jobs.jobs[b].rank : ids[a] < ids[b];
    });
    return order;
}

WeightingView weighting_view(const sensitivity::WeighedInput& input, const sensitivity::Weighting& weighting,
                             const sensitivity::WeighedJobs& jobs, std::span<const std::size_t> order) {
    WeightingView view{.head = weighting_head(input.scheme, weighting, jobs.distance, jobs.largest_total), .moves = jobs.moves};
    for (std::size_t i = 0; i < jobs.floors.size(); ++i)
        view.new_floors.push_back({input.table.bands()[i].id.text(), jobs.floors[i].value()});
    for (const std::size_t j : order) {
        const sensitivity::WeighedJob& job = jobs.jobs[j];
        view.jobs.push_back({.id = input.jobs[j],
                             .total = sensitivity::shown_total(job.total),
                             .total_exact = exact_total(job.total),
                             .band = input.table.id_of(job.band),
                             .direction = job.direction,
                             .rank = job.rank,
                             .rank_change = job.rank_change});
    }
    return view;
}

}  // namespace

std::optional<std::string> exact_total(const Fraction& total) {
    if (total.reduced().denominator() == 1) return std::nullopt;
    return exact_text(total * Fraction{1, base::Decimal::units_per_one});
}

WeightingHead weighting_head(const model::Scheme& scheme, const sensitivity::Weighting& weighting,
                             const sensitivity::WeightDistance& distance, const Fraction& largest_total) {
    WeightingHead head{.id = weighting.id,
                       .reason = weighting.reason,
                       .moved = exact_text(distance.moved),
                       .largest_relative = exact_text(distance.largest_relative),
                       .moved_share = distance.moved.to_double(),
                       .largest_relative_share = distance.largest_relative.to_double(),
                       .floors = std::string{sensitivity::floors_word(weighting.floors)},
                       .largest_total = sensitivity::shown_total(largest_total)};
    for (std::size_t u = 0; u < scheme.units().size(); ++u) {
        const model::ScoredUnit& unit = scheme.units()[u];
        if (unit.largest() == model::Points{}) continue;

        head.weights.push_back({.id = unit.id(),
                                .name = unit.name(),
                                .short_name = short_name_of(scheme, unit),
                                .weight = exact_text(weighting.weights[u]),
                                .share = weighting.weights[u].to_double()});
    }
    if (weighting.rounding) {
        head.rounded_to = weighting.rounding->to;
        head.rounding_mode = base::word_for(model::words::rounding_modes, weighting.rounding->mode);
    }
    return head;
}

std::vector<WeightingView> weightings_view(const sensitivity::WeighedInput& input,
                                           std::span<const sensitivity::Weighting> weightings,
                                           std::span<const std::optional<sensitivity::WeighedJobs>> weighed) {
    const auto order = by_total(*weighed.front(), input.jobs);
    std::vector<WeightingView> views{weighting_view(input, sensitivity::own_weighting(input.scheme), *weighed.front(), order)};
    for (std::size_t i = 0; i < weightings.size(); ++i) {
        if (weighed[i + 1]) views.push_back(weighting_view(input, weightings[i], *weighed[i + 1], order));
    }
    return views;
}

}  // namespace je::report
