// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include <utility>

#include "report/explain/explain_parts.hpp"

namespace je::report {

namespace {

NumberShare share_view(const sensitivity::SampledShare& share) { return {share.of, share.share, share.standard_error}; }

std::optional<std::string> band_name(const model::BandTable& table, const sensitivity::Ladder& ladder, sensitivity::Rung rung) {
    return table.id_of(ladder.band_of(rung));
}

}  // namespace

PairView pair_view(std::string a, std::string b, const sensitivity::PairShare& share, const sensitivity::Grid& grid) {
    return {.a = std::move(a),
            .b = std::move(b),
            .a_above = share.a_above,
            .b_above = share.b_above,
            .equal_everywhere = share.equal_everywhere,
            .difference_min = grid.in_points(share.difference.lowest),
            .difference_max = grid.in_points(share.difference.highest),
            .standard_error = share.standard_error};
}

std::vector<RequirementView> requirements_view(const sensitivity::Region& region, const sensitivity::Grid& grid) {
    std::vector<numerics::Fraction> weights;
    for (std::size_t f = 0; f < grid.factors(); ++f) weights.push_back(grid.weight(f).reduced());
    std::vector<RequirementView> views;
    for (const auto& requirement : sensitivity::required_of(region))
        views.push_back({requirement.text, requirement.met_by(weights)});
    return views;
}

WalkView walk_view(const sensitivity::WalkMade& walk) {
    return {walk.burn_in, walk.thinning, static_cast<std::uint64_t>(walk.effective_size)};
}

JointView joint_view(const sensitivity::JointJob& job, const model::BandTable& table, const sensitivity::Grid& grid) {
    JointView view;
    for (const auto& one : job.shares) {
        view.bands.push_back({.band = table.id_of(grid.ladder().band_of(one.rung)),
                              .share = one.share,
                              .standard_error = one.standard_error.value_or(0),
                              .from = grid.hole_of(one.rung)});
    }
    for (const auto& one : job.ranks) view.ranks.push_back(share_view(one));
    view.expected_rank = job.expected_rank;
    view.expected_rank_error = job.expected_rank_error;
    return view;
}

JointHeadView joint_head(const sensitivity::JointSummary& summary, std::optional<std::string> level_uncertainty,
                         base::Decimal floor_shift) {
    JointHeadView view;
    view.level_uncertainty = std::move(level_uncertainty);
    view.floor_shift = floor_shift;
    for (const auto& one : summary.changing) view.jobs_changing.push_back(share_view(one));
    view.mean_jobs_changing = summary.mean;
    view.mean_jobs_changing_error = summary.mean_error;
    return view;
}

FactorsView factors_view(const model::Scheme& scheme, const model::BandTable& table, const sensitivity::Grid& grid,
                         std::span<const std::string> jobs, std::span<const std::int64_t> points, base::Decimal spread,
                         std::size_t threads) {
    const sensitivity::Factors effects = sensitivity::factor_effects(grid, points, spread, threads);
    FactorsView view{.spread = spread, .jobs = jobs.size(), .factors = {}, .no_effective_weight = {}};
    if (!effects.no_effective_weight.empty()) view.no_effective_weight = effects.no_effective_weight;
    const auto rung_now = [&](std::size_t job) {
        std::int64_t total = 0;
        for (const std::int64_t one : points.subspan(job * grid.factors(), grid.factors())) total += one;
        return grid.ladder().rung_of(total);
    };
    for (std::size_t f = 0; f < grid.factors(); ++f) {
        const sensitivity::FactorEffect& effect = effects.factors[f];
        const model::ScoredUnit& unit = scheme.units()[grid.units()[f]];
        FactorEffectView one{.id = unit.id(),
                             .name = unit.name(),
                             .short_name = short_name_of(scheme, unit),
                             .weight = effect.weight.to_double(),
                             .effective_weight = effect.effective_weight,
                             .jobs_flipped = effect.jobs_flipped,
                             .left_out = {}};
        if (effect.left_out) {
            one.left_out.emplace();
            one.left_out->moves = effect.left_out->moves;
            for (const auto& moved : effect.left_out->moved)
                one.left_out->moved.push_back({jobs[moved.job], band_name(table, grid.ladder(), rung_now(moved.job)),
                                               band_name(table, grid.ladder(), moved.rung)});
        }
        view.factors.push_back(std::move(one));
    }
    return view;
}

}  // namespace je::report
