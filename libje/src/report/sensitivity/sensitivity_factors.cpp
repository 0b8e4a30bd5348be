// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "report/sensitivity/views.hpp"

#include "report/explain/explain_factors.hpp"

namespace je::report {

namespace {

std::string band_name(const model::BandTable& table, const sensitivity::Ladder& ladder, sensitivity::Rung rung) {
    return std::string{table.id_of(ladder.band_of(rung))};
}

}  // namespace

FactorsView factors_view(const model::Scheme& scheme, const model::BandTable& table, const sensitivity::Grid& grid,
                         std::span<const std::string> jobs, std::span<const std::int64_t> points, base::Decimal spread,
                         std::size_t threads) {
    const sensitivity::Factors effects = sensitivity::factor_effects(grid, points, spread, threads);
    FactorsView view{.spread = spread, .jobs = jobs.size(), .factors = {}, .no_effective_weight = effects.no_effective_weight};
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
