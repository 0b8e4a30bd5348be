// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/panel/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/wording.hpp"
#include "base/words.hpp"
#include "numerics/shares/convolution.hpp"
#include "scoring/deciding.hpp"
#include "scoring/level_chances.hpp"

namespace je::panel {

namespace {

using model::LevelIndex;
using model::PanellistIndex;
using model::Points;

LevelRange median_of(const std::vector<LevelIndex>& sorted) {
    return {sorted[(sorted.size() - 1) / 2], sorted[sorted.size() / 2]};
}

LevelRange majority_of(const std::vector<LevelIndex>& sorted) {
    const LevelIndex middle = sorted[sorted.size() / 2];  // a level with more than half is always in the middle
    const auto count = std::count(sorted.begin(), sorted.end(), middle);
    if (static_cast<std::size_t>(count) * 2 > sorted.size()) return {middle, middle};
    return {sorted.front(), sorted.back()};
}

LevelRange nearest_mean_of(const std::vector<LevelIndex>& sorted) {
    std::size_t sum = 0;
    for (const LevelIndex level : sorted) sum += level.value();
    const std::size_t below = sum / sorted.size();
    const std::size_t twice_rest = 2 * (sum % sorted.size());
    if (twice_rest == sorted.size()) return {LevelIndex{below}, LevelIndex{below + 1}};
    const LevelIndex nearest{twice_rest < sorted.size() ? below : below + 1};
    return {nearest, nearest};
}

Points distance(Points a, Points b) { return a < b ? b - a : a - b; }

}  // namespace

std::vector<LevelIndex> levels_given(const model::PanelFactor& factor, std::span<const PanellistIndex> voters) {
    std::vector<LevelIndex> levels;
    for (const PanellistIndex voter : voters) {
        if (const auto& level = factor.individual[voter.value()]) levels.push_back(*level);
    }
    return levels;
}

scoring::Score outcome(const PanelCase& panel_case) {
    return scoring::score(*panel_case.scheme, panel_case.bands, panel_case.panel->answers(*panel_case.scheme, panel_case.job));
}

std::string_view to_text(LevelRule rule) {
    constexpr base::Words<LevelRule, 5> words{{{"median", LevelRule::median},
                                               {"majority", LevelRule::majority},
                                               {"mean-nearest", LevelRule::mean_nearest},
                                               {"lowest", LevelRule::lowest},
                                               {"highest", LevelRule::highest}}};
    return base::word_for(words, rule);
}

std::optional<LevelRange> level_by(LevelRule rule, std::vector<LevelIndex> levels) {
    if (levels.empty()) return std::nullopt;
    std::sort(levels.begin(), levels.end());
    switch (rule) {
        case LevelRule::median:
            return median_of(levels);
        case LevelRule::majority:
            return majority_of(levels);
        case LevelRule::mean_nearest:
            return nearest_mean_of(levels);
        case LevelRule::lowest:
            return LevelRange{levels.front(), levels.front()};
        case LevelRule::highest:
            return LevelRange{levels.back(), levels.back()};
    }
    return std::nullopt;
}

RangeOutcome outcome_by(const PanelCase& panel_case, LevelRule rule, std::span<const PanellistIndex> voters) {
    model::Answers low = panel_case.panel->answers(*panel_case.scheme, panel_case.job);
    low.choice.reset();  // it was made for the levels agreed
    low.levels_stand = true;
    model::Answers high = low;
    for (std::size_t i = 0; i < low.levels.size(); ++i) {
        const auto range = level_by(rule, levels_given(panel_case.panel->factors()[i], voters));
        if (!range) continue;
        low.levels[i] = range->lowest;
        high.levels[i] = range->highest;
    }
    if (panel_case.bands != nullptr && panel_case.bands->deciding() != nullptr) {
        const auto bands = scoring::possible_bands_between(*panel_case.scheme, *panel_case.bands, low, high);
        return bands.empty() ? RangeOutcome{} : RangeOutcome{{}, {}, bands.front(), bands.back()};
    }
    const scoring::Score lowest = scoring::score(*panel_case.scheme, panel_case.bands, low);
    const scoring::Score highest = scoring::score(*panel_case.scheme, panel_case.bands, high);
    return {lowest.total_min, highest.total_max, lowest.band_min, highest.band_max};
}

std::vector<LeftOut> leave_one_out(const PanelCase& panel_case) {
    const auto all = deciders(*panel_case.panel);
    std::vector<LeftOut> result;
    if (all.size() < 2) return result;
    const RangeOutcome whole = outcome_by(panel_case, LevelRule::median, all);
    for (const PanellistIndex out : all) {
        std::vector<PanellistIndex> others;
        std::copy_if(all.begin(), all.end(), std::back_inserter(others), [&](PanellistIndex i) { return i != out; });
        const RangeOutcome without = outcome_by(panel_case, LevelRule::median, others);
        const Points moves =
            std::max(distance(without.total_min, whole.total_min), distance(without.total_max, whole.total_max));
        result.push_back({out, without, moves});
    }
    return result;
}

std::vector<PanellistIndex> most_influential(std::span<const LeftOut> left_out) {
    Points most{};
    for (const LeftOut& one : left_out) most = std::max(most, one.moves_total);
    std::vector<PanellistIndex> people;
    for (const LeftOut& one : left_out) {
        if (most > Points{} && one.moves_total == most) people.push_back(one.panellist);
    }
    return people;
}

std::vector<SideMean> side_means(const PanelCase& panel_case) {
    const auto voters = deciders(*panel_case.panel);
    std::map<model::Side, std::pair<std::size_t, SideMean>> sides;  // sum of places, and the rest
    for (const PanellistIndex voter : voters) {
        const model::Side side = (*panel_case.panel)[voter].side;
        sides[side].second.side = side;
        ++sides[side].second.panellists;
    }
    for (const model::PanelFactor& factor : panel_case.panel->factors()) {
        if (levels_given(factor, voters).size() != voters.size()) continue;
        for (const PanellistIndex voter : voters) {
            auto& [sum, mean] = sides[(*panel_case.panel)[voter].side];
            sum += factor.individual[voter.value()]->value() + 1;
            ++mean.levels;
        }
    }
    std::vector<SideMean> result;
    for (auto& [side, entry] : sides) {
        if (entry.second.levels == 0) continue;
        entry.second.mean = static_cast<double>(entry.first) / static_cast<double>(entry.second.levels);
        result.push_back(entry.second);
    }
    return result;
}

namespace {

using model::FactorIndex;
using numerics::DiscreteDistribution;
using Chances = numerics::Result<std::vector<BandChance>>;

/// Levels of one factor, after rules, with how often each was drawn.
using Drawn = std::map<LevelIndex, std::size_t>;
using MaybeDrawn = numerics::Result<Drawn>;

class BandChances {
public:
    explicit BandChances(const PanelCase& panel_case) : case_{panel_case}, voters_{deciders(*panel_case.panel)} {}

    [[nodiscard]] Chances run() {
        if (case_.bands == nullptr) return Chances::none(base::worded("there are no bands"));
        if (!case_.scheme->band_rules().empty()) {
            return Chances::none(base::worded("the scheme has rules that set the band by facts and not by points alone"));
        }
        if (case_.bands->deciding() != nullptr) return run_rules();
        std::vector<DiscreteDistribution> parts;
        for (std::size_t i = 0; i < case_.scheme->units().size(); ++i) {
            if (case_.scheme->units()[i].is_dependent()) continue;
            auto part = distribution_of(model::UnitIndex{i});
            if (!part) return Chances::none(part.reason());
            parts.push_back(*part);
        }
        const auto total = numerics::convolve(parts);
        if (!total) return Chances::none(total.reason());
        return chances_of(*total);
    }

private:
    /// Where rules give bands: levels are drawn factor by factor, as long as the rules leave the band open.
    [[nodiscard]] Chances run_rules() {
        for (const model::FactIndex fact : case_.bands->deciding()->facts) {
            if (case_.job == nullptr || !case_.job->answers().facts[fact.value()])
                return Chances::none(base::worded("a rule needs a fact that is not known: {}", (*case_.scheme)[fact].name));
        }
        for (FactorIndex factor{0}; factor.value() < case_.scheme->factors().size(); ++factor) {
            const MaybeDrawn drawn = drawn_levels(factor);
            if (!drawn) return Chances::none(drawn.reason());
            drawn_[factor] = chances_of(*drawn);
        }
        const auto levels_of = [this](FactorIndex factor) { return std::span<const scoring::LevelChance>{drawn_[factor]}; };
        const auto found = scoring::decided_chances(*case_.scheme, *case_.bands->deciding(), levels_of, facts());
        if (found.is == scoring::DecidedChances::Is::broken)
            return Chances::none(base::worded("some levels given do not go together by the rules of the scheme"));
        if (found.is == scoring::DecidedChances::Is::too_many)
            return Chances::none(
                base::worded("the scheme's rules tie together more combinations of levels than can be gone through"));
        std::vector<BandChance> chances;
        for (const auto& [band, chance] : found.bands) chances.push_back({band, chance});
        return chances;
    }
    [[nodiscard]] scoring::KnownFacts facts() const {
        return case_.job != nullptr ? scoring::KnownFacts{case_.job->answers().facts} : scoring::KnownFacts{};
    }

    using Part = numerics::Result<DiscreteDistribution>;

    /// Of a unit that depends on none, with all that depend on it.
    [[nodiscard]] Part distribution_of(model::UnitIndex root) const {
        const model::ScoredUnit& unit = (*case_.scheme)[root];
        std::map<FactorIndex, std::vector<scoring::LevelChance>> levels;
        std::string reason;
        case_.scheme->visit_group(root, [&](model::UnitIndex one) {
            for (const auto& side : (*case_.scheme)[one].sides()) {
                const MaybeDrawn drawn = drawn_levels(side.factor);
                if (drawn) {
                    levels[side.factor] = chances_of(*drawn);
                } else if (reason.empty()) {
                    reason = drawn.reason();
                }
            }
        });
        if (!reason.empty()) return Part::none(reason);
        const auto levels_of = [&](FactorIndex factor) { return std::span<const scoring::LevelChance>{levels[factor]}; };
        const auto chances = scoring::points_chances(*case_.scheme, unit, levels_of);
        if (!chances) return Part::none(base::worded("some levels given do not go together in {}", unit.name()));
        std::vector<numerics::Mass> masses;
        for (const auto& one : *chances) masses.push_back({one.points.value().units(), one.chance});
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
        const model::PanelFactor& recorded = (*case_.panel)[factor];
        const std::string& name = (*case_.scheme)[factor].name;
        auto levels = levels_given(recorded, voters_);
        if (levels.empty() && recorded.agreed) levels.push_back(*recorded.agreed);
        if (levels.empty()) return MaybeDrawn::none(base::worded("no level is recorded for {}", name));
        Drawn drawn;
        model::Answers answers{*case_.scheme};
        if (case_.job != nullptr) answers.facts = case_.job->answers().facts;
        for (const LevelIndex level : levels) {
            const auto after = scoring::level_after_rules(*case_.scheme, answers, factor, level);
            if (!after)
                return MaybeDrawn::none(
                    fmt::format("a rule of the scheme decides the level of {} by a fact that is not known", name));
            ++drawn[*after];
        }
        return drawn;
    }

    [[nodiscard]] std::vector<BandChance> chances_of(const DiscreteDistribution& total) const {
        struct Sum {
            double chance = 0;
            std::size_t totals = 0;
        };
        std::map<model::BandOrNone, Sum, model::NoneFirst> by_band;
        const auto add = [&](const model::BandOrNone& band, double chance) {
            by_band[band].chance += chance;
            ++by_band[band].totals;
        };
        for (const numerics::Mass& mass : total.masses()) {
            const auto held = case_.bands->bands_of(model::Points{base::Decimal::from_units(mass.value)});
            if (held.empty()) add(std::nullopt, mass.mass);
            for (std::size_t i = held.first; i < held.end; ++i) add(model::BandIndex{i}, mass.mass);
        }
        std::vector<BandChance> chances;
        for (const auto& [band, sum] : by_band)
            chances.push_back({band, sum.totals == total.masses().size() ? 1.0 : sum.chance});
        return chances;
    }

    const PanelCase& case_;
    std::vector<model::PanellistIndex> voters_;
    // Where rules give bands:
    std::map<FactorIndex, std::vector<scoring::LevelChance>> drawn_;
};

}  // namespace

Chances band_chances(const PanelCase& panel_case) { return BandChances{panel_case}.run(); }

}  // namespace je::panel
