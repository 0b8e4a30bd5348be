// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/probability.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <variant>

#include "je/numerics/convolution.hpp"
#include "panel/individual.hpp"
#include "scoring/level_chances.hpp"

namespace je::panel {

namespace {

using model::FactorIndex;
using model::LevelIndex;
using numerics::DiscreteDistribution;
using Chances = numerics::Result<std::vector<BandChance>>;

/// Levels of one factor, after rules, with how often each was drawn.
using Drawn = std::map<LevelIndex, std::size_t>;
using MaybeDrawn = numerics::Result<Drawn>;

class BandChances {
public:
    explicit BandChances(const PanelCase& panel_case) : case_{panel_case}, voters_{deciders(panel_case.panel)} {}

    [[nodiscard]] Chances run() {
        if (case_.bands == nullptr) return Chances::none("there are no bands");
        if (!case_.scheme.band_rules().empty()) {
            return Chances::none("the scheme has rules that set the band by facts and not by points alone");
        }
        std::vector<DiscreteDistribution> parts;
        for (const model::ScoredUnit& unit : case_.scheme.units()) {
            auto part = distribution_of(unit);
            if (!part) return Chances::none(part.reason());
            parts.push_back(*part);
        }
        const auto total = numerics::convolve(parts);
        if (!total) return Chances::none(total.reason());
        return chances_of(*total);
    }

private:
    using Part = numerics::Result<DiscreteDistribution>;

    [[nodiscard]] Part distribution_of(const model::ScoredUnit& unit) const {
        if (const auto* factor = std::get_if<FactorIndex>(&unit)) return factor_distribution(*factor);
        return matrix_distribution(case_.scheme[std::get<model::MatrixIndex>(unit)]);
    }

    [[nodiscard]] Part factor_distribution(FactorIndex factor) const {
        const MaybeDrawn drawn = drawn_levels(factor);
        if (!drawn) return Part::none(drawn.reason());
        return distribution_of(scoring::points_chances(case_.scheme[factor], chances_of(*drawn)));
    }

    [[nodiscard]] Part matrix_distribution(const model::Matrix& matrix) const {
        const MaybeDrawn rows = drawn_levels(matrix.rows);
        const MaybeDrawn columns = drawn_levels(matrix.columns);
        if (!rows) return Part::none(rows.reason());
        if (!columns) return Part::none(columns.reason());
        const auto cells = scoring::points_chances(matrix, chances_of(*rows), chances_of(*columns));
        if (!cells) return Part::none(fmt::format("some levels given do not go together in {}", matrix.name));
        return distribution_of(*cells);
    }

    [[nodiscard]] static Part distribution_of(const std::vector<scoring::PointsChance>& chances) {
        std::vector<numerics::Mass> masses;
        for (const auto& one : chances) masses.push_back({one.points.value().units(), one.chance});
        return DiscreteDistribution::of(std::move(masses));
    }

    [[nodiscard]] static std::vector<scoring::LevelChance> chances_of(const Drawn& drawn) {
        std::size_t all = 0;
        for (const auto& [level, times] : drawn) all += times;
        std::vector<scoring::LevelChance> chances;
        for (const auto& [level, times] : drawn)
            chances.push_back({level, static_cast<double>(times) / static_cast<double>(all)});
        return chances;
    }

    /// What the individual levels of a factor become under the scheme's rules. None may be left out: the rest would be too
    /// likely.
    [[nodiscard]] MaybeDrawn drawn_levels(FactorIndex factor) const {
        const model::PanelFactor& recorded = case_.panel[factor];
        const std::string& name = case_.scheme[factor].name;
        auto levels = levels_given(recorded, voters_);
        if (levels.empty() && recorded.agreed) levels.push_back(*recorded.agreed);
        if (levels.empty()) return MaybeDrawn::none(fmt::format("no level is recorded for {}", name));
        Drawn drawn;
        model::Answers answers{case_.scheme};
        if (case_.job != nullptr) answers.facts = case_.job->answers().facts;
        for (const LevelIndex level : levels) {
            const auto after = scoring::level_after_rules(case_.scheme, answers, factor, level);
            if (!after)
                return MaybeDrawn::none(
                    fmt::format("a rule of the scheme decides the level of {} by a fact that is not known", name));
            ++drawn[*after];
        }
        return drawn;
    }

    [[nodiscard]] std::vector<BandChance> chances_of(const DiscreteDistribution& total) const {
        std::map<model::BandOrNone, double, model::NoneFirst> by_band;
        for (const numerics::Mass& mass : total.masses()) {
            by_band[case_.bands->band_of(model::Points{base::Decimal::from_units(mass.value)})] += mass.mass;
        }
        std::vector<BandChance> chances;
        for (const auto& [band, chance] : by_band) chances.push_back({band, chance});
        return chances;
    }

    const PanelCase& case_;
    std::vector<model::PanellistIndex> voters_;
};

}  // namespace

Chances band_chances(const PanelCase& panel_case) { return BandChances{panel_case}.run(); }

}  // namespace je::panel
