// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "sensitivity/total_chances.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <variant>

#include "base/wording.hpp"
#include "scoring/deciding.hpp"
#include "scoring/rules.hpp"

namespace je::sensitivity {

namespace {

using model::FactorIndex;
using model::LevelIndex;
using Outcomes = numerics::Result<std::vector<TiedOutcome>>;

constexpr std::size_t most_combinations = std::size_t{1} << 18;
constexpr auto too_many_tied = "the scheme's rules tie together more combinations of levels than can be gone through";

}  // namespace

/// All combinations of the tied factors' levels, one after another.
class TiedLevels::EveryCombination {
public:
    EveryCombination(const TiedLevels& tied, std::span<const LevelsDrawn> drawn, const model::Answers& answers)
        : tied_{tied}, drawn_{drawn}, answers_{answers}, levels_(tied.scheme_.factors().size()) {}

    [[nodiscard]] Outcomes run() {
        draw(0, 1);
        if (!refusal_.empty()) return Outcomes::none(refusal_);
        std::vector<TiedOutcome> outcomes;
        for (const auto& [what, chance] : sums_) outcomes.push_back({what.first, what.second, chance});
        return outcomes;
    }

private:
    void draw(std::size_t number, double chance) {
        if (number == tied_.factors_.size()) return add(chance);
        const std::size_t factor = tied_.factors_[number];
        for (const scoring::LevelChance& one : drawn_[factor]) {
            levels_[factor] = one.level;
            draw(number + 1, chance * one.chance);
            if (!refusal_.empty()) return;
        }
    }

    void add(double chance) {
        const auto level_of = [this](FactorIndex factor) { return levels_[factor.value()]; };
        for (const model::Constraint& constraint : tied_.scheme_.constraints()) {
            if (!constraint.is_error || !scoring::is_broken(constraint, level_of, answers_.facts)) continue;
            refusal_ = base::worded("levels that could come up together break the rule '{}', so they are not independent",
                                    constraint.id.text());
            return;
        }
        std::int64_t units = 0;
        for (const model::UnitIndex unit : tied_.units_) units += units_of(unit);
        if (!refusal_.empty()) return;
        sums_[{scoring::ask_band_rules(tied_.scheme_, tied_.table_, level_of, answers_.facts).certain.band, units}] += chance;
    }

    [[nodiscard]] std::int64_t units_of(model::UnitIndex index) {
        const model::ScoredUnit& unit = tied_.scheme_[index];
        const auto level_of = [this](FactorIndex f) { return *levels_[f.value()]; };
        if (!unit[unit.option_of(level_of)].allowed)
            refusal_ = base::worded("some levels that could come up do not go together in {}", unit.name());
        return tied_.scheme_.points_of(index, level_of).value_or(model::Points{}).value().units();
    }

    const TiedLevels& tied_;
    std::span<const LevelsDrawn> drawn_;
    const model::Answers& answers_;
    std::vector<std::optional<LevelIndex>> levels_;
    std::map<std::pair<std::optional<model::BandIndex>, std::int64_t>, double> sums_;
    std::string refusal_;
};

TiedLevels::TiedLevels(const model::Scheme& scheme, const model::BandTable& table)
    : scheme_{scheme}, table_{table}, is_tied_(scheme.factors().size(), false) {
    for (const model::RuleReach& rule : scheme.rules()) {
        for (const FactorIndex factor : rule.reads) {
            if (rule.binds) is_tied_[factor.value()] = true;
        }
    }
    for (std::size_t i = 0; i < scheme.units().size(); ++i) {
        if (!scheme.units()[i].is_dependent()) tie_group(model::UnitIndex{i});
    }
    for (std::size_t f = 0; f < is_tied_.size(); ++f) {
        if (is_tied_[f]) factors_.push_back(f);
    }
}

void TiedLevels::tie_group(model::UnitIndex root) {
    bool any = false;
    scheme_.visit_group(root, [&](model::UnitIndex unit) {
        for (const auto& side : scheme_[unit].sides()) any = any || is_tied_[side.factor.value()];
    });
    if (!any) return;
    scheme_.visit_group(root, [&](model::UnitIndex unit) {
        for (const auto& side : scheme_[unit].sides()) is_tied_[side.factor.value()] = true;
        units_.push_back(unit);
    });
}

bool TiedLevels::is_tied(const model::ScoredUnit& unit) const { return is_tied_[unit.sides().front().factor.value()]; }

Outcomes TiedLevels::outcomes(std::span<const LevelsDrawn> levels, const model::Answers& answers) const {
    std::size_t combinations = 1;
    for (const std::size_t factor : factors_) {
        combinations *= levels[factor].size();
        if (combinations > most_combinations) return Outcomes::none(too_many_tied);
    }
    return EveryCombination{*this, levels, answers}.run();
}

namespace {

using model::BandIndex;
using model::Points;
using numerics::DiscreteDistribution;
using Chances = numerics::Result<LevelChances>;

/// Of all jobs of a run, where sums do not lie on a grid of few cells: some seconds.
constexpr std::uint64_t most_convolution_steps = std::uint64_t{1} << 25;

constexpr double units_per_point = base::Decimal::units_per_one;

double chance_of(base::Decimal decimal) { return static_cast<double>(decimal.units()) / units_per_point; }

/// The level as stated off by one either way.
LevelsDrawn adjacent_to(const model::Factor& factor, LevelIndex level, const AdjacentLevels& adjacent) {
    const std::size_t last = factor.levels.size() - 1;
    const std::int64_t moves = adjacent.chance.units();
    if (last == 0 || moves == 0) return {{level, 1.0}};
    constexpr std::int64_t halves = 2 * base::Decimal::units_per_one;
    const auto share = [](std::int64_t of_halves) { return static_cast<double>(of_halves) / static_cast<double>(halves); };
    const bool end = level.value() == 0 || level.value() == last;
    const std::int64_t each = end && !adjacent.ends_stay ? 2 * moves : moves;
    const std::int64_t kept = halves - (end ? each : 2 * each);
    LevelsDrawn drawn;
    if (level.value() > 0) drawn.push_back({LevelIndex{level.value() - 1}, share(each)});
    if (kept > 0) drawn.push_back({level, share(kept)});
    if (level.value() < last) drawn.push_back({LevelIndex{level.value() + 1}, share(each)});
    return drawn;
}

LevelsDrawn by_table(const model::LevelUncertainty::Chances& chances) {
    LevelsDrawn drawn;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        if (chances[i].units() > 0) drawn.push_back({LevelIndex{i}, chance_of(chances[i])});
    }
    return drawn;
}

void add_level(LevelsDrawn& levels, LevelIndex level, double chance) {
    for (scoring::LevelChance& one : levels) {
        if (one.level != level) continue;
        one.chance += chance;
        return;
    }
    levels.push_back({level, chance});
}

/// The band of one total after another, rising, where no rule asks for a band.
class BandWalk {
public:
    explicit BandWalk(const model::BandTable& table) : table_{table} {}

    [[nodiscard]] model::BandOrNone band_of(std::int64_t units) {
        if (units > last_) look_up(units);
        return band_;
    }

private:
    void look_up(std::int64_t units) {
        const Points total{base::Decimal::from_units(units)};
        band_ = table_.band_of(total);
        last_ = table_.next_above(total).visit([&](BandIndex next) { return table_[next].floor.value().units() - 1; },
                                               [] { return std::numeric_limits<std::int64_t>::max(); });
        band_.visit([&](BandIndex band) {
            if (table_[band].max) last_ = std::min(last_, table_[band].max->value().units());
        });
    }

    const model::BandTable& table_;
    model::BandOrNone band_;
    std::int64_t last_ = std::numeric_limits<std::int64_t>::min();  // the largest total that is still in `band_`
};

/// The chances of bands, and how many of the totals that may come up each holds.
struct BandSum {
    double chance = 0;
    std::size_t totals = 0;

    void add(double one) {
        chance += one;
        ++totals;
    }
};
using ChanceByBand = std::map<model::BandOrNone, BandSum, model::NoneFirst>;

/// The chance counts for each band that holds the total.
void add_held(ChanceByBand& by_band, const model::BandRange& bands, double chance) {
    if (bands.empty()) by_band[std::nullopt].add(chance);
    for (std::size_t i = bands.first; i < bands.end; ++i) by_band[BandIndex{i}].add(chance);
}

}  // namespace

TotalChances::TotalChances(const model::Scheme& scheme, const model::BandTable& table, const Uncertainty& uncertainty)
    : scheme_{scheme},
      table_{table},
      uncertainty_{uncertainty},
      tied_{scheme, table},
      has_rules_(scheme.factors().size(), false),
      levels_(scheme.factors().size()) {
    for (const model::RuleReach& rule : scheme.rules()) {
        if (rule.sets_level_of) has_rules_[rule.sets_level_of->value()] = true;
    }
    for (const model::ScoredUnit& unit : scheme.units()) for_all_.emplace_back(unit.options().size());
    own_.reserve(scheme.units().size());
}

Chances TotalChances::of(std::string_view job, const model::Answers& answers, const scoring::Score& score) {
    job_ = job;
    if (!find_levels(answers, score)) return Chances::none(reason_);
    if (table_.deciding() != nullptr) return by_rules(answers);
    if (!find_parts(score)) return Chances::none(reason_);
    const auto tied = tied_.outcomes(levels_, answers);
    if (!tied) return Chances::none(tied.reason());
    if (steps_taken_ >= most_convolution_steps)
        return Chances::none(
            "the jobs before it took all the work that a run may do for chances; look at fewer jobs, with --job");
    const auto free = numerics::convolve_scattered(points_, {.steps_taken = &steps_taken_});
    if (!free) return Chances::none(free.reason());
    return sum_up(*free, *tied);
}

Chances TotalChances::by_rules(const model::Answers& answers) const {
    const auto levels_of = [this](FactorIndex factor) {
        return std::span<const scoring::LevelChance>{levels_[factor.value()]};
    };
    const auto found = scoring::decided_chances(scheme_, *table_.deciding(), levels_of, answers.facts);
    if (found.is == scoring::DecidedChances::Is::broken)
        return Chances::none(base::worded("some levels that could come up break a rule of the scheme"));
    if (found.is == scoring::DecidedChances::Is::too_many) return Chances::none(base::worded(too_many_tied));
    LevelChances result;
    for (const auto& [band, chance] : found.bands) result.bands.push_back({band, chance});
    return result;
}

bool TotalChances::find_levels(const model::Answers& answers, const scoring::Score& score) {
    for (std::size_t f = 0; f < levels_.size(); ++f) {
        const scoring::FactorScore& now = score.factors[f];
        if (now.derivation) {
            levels_[f].assign(1, {now.level.value(), 1.0});  // a fact decides the level, whatever is stated
        } else if (!add_stated(FactorIndex{f}, now.stated.value(), answers)) {
            reason_ = base::worded("a rule of the scheme decides the level of {} by a fact that is not known",
                                   scheme_[FactorIndex{f}].name);
            return false;
        }
    }
    return true;
}

bool TotalChances::add_stated(FactorIndex factor, LevelIndex stated, const model::Answers& answers) {
    LevelsDrawn& levels = levels_[factor.value()];
    if (const auto* adjacent = std::get_if<AdjacentLevels>(&uncertainty_)) {
        levels = adjacent_to(scheme_[factor], stated, *adjacent);
    } else {
        const auto* chances = std::get<model::LevelUncertainty>(uncertainty_).chances_of(job_, factor);
        levels = chances ? by_table(*chances) : LevelsDrawn{{stated, 1.0}};
    }
    if (!has_rules_[factor.value()]) return true;
    for (const scoring::LevelChance& one : std::exchange(levels, {})) {
        const auto after = scoring::level_after_rules(scheme_, answers, factor, one.level);
        if (!after) return false;
        add_level(levels, *after, one.chance);
    }
    return true;
}

bool TotalChances::find_parts(const scoring::Score& score) {
    own_.clear();
    points_.clear();
    mean_ = variance_ = 0;
    for (std::size_t i = 0; i < scheme_.units().size(); ++i) {
        if (tied_.is_tied(scheme_.units()[i]) || scheme_.units()[i].is_dependent()) continue;
        const MaybePart& part = part_of(i, score);
        if (!part) {
            reason_ = part.reason();
            return false;
        }
        points_.push_back(&part->points);
        mean_ += part->mean;
        variance_ += part->variance;
    }
    return true;
}

bool TotalChances::is_for_all(FactorIndex factor) const {
    const auto* table = std::get_if<model::LevelUncertainty>(&uncertainty_);
    return !has_rules_[factor.value()] && (table == nullptr || !table->is_own(job_, factor));
}

std::optional<std::size_t> TotalChances::place_of(const model::ScoredUnit& unit, const scoring::Score& score) const {
    const auto sides = unit.sides();
    if (unit.is_grouped()) return std::nullopt;
    if (!std::all_of(sides.begin(), sides.end(), [this](const auto& side) { return is_for_all(side.factor); }))
        return std::nullopt;
    return unit.option_of([&](FactorIndex factor) { return score.factors[factor.value()].stated.value(); });
}

const TotalChances::MaybePart& TotalChances::part_of(std::size_t unit, const scoring::Score& score) {
    const model::ScoredUnit& what = scheme_.units()[unit];
    const auto place = place_of(what, score);
    if (!place) return own_.emplace_back(make_part(what));
    auto& kept = for_all_[unit][*place];
    if (!kept) kept.emplace(make_part(what));
    return *kept;
}

TotalChances::MaybePart TotalChances::make_part(const model::ScoredUnit& unit) const {
    const auto levels_of = [this](FactorIndex factor) {
        return std::span<const scoring::LevelChance>{levels_[factor.value()]};
    };
    const auto chances = scoring::points_chances(scheme_, unit, levels_of);
    if (!chances) return MaybePart::none(base::worded("some levels that could come up do not go together in {}", unit.name()));
    std::vector<numerics::Mass> masses;
    for (const auto& one : *chances) masses.push_back({one.points.value().units(), one.chance});
    const auto points = DiscreteDistribution::of(std::move(masses));
    if (!points) return MaybePart::none(points.reason());
    return Part{*points, points->mean(), points->variance()};
}

LevelChances TotalChances::sum_up(const DiscreteDistribution& free, const std::vector<TiedOutcome>& tied) const {
    ChanceByBand by_band;
    LevelChances result;
    double mean = 0;
    std::int64_t lowest = std::numeric_limits<std::int64_t>::max();
    std::int64_t highest = std::numeric_limits<std::int64_t>::min();
    for (const TiedOutcome& one : tied) {
        mean += one.chance * static_cast<double>(one.units);
        lowest = std::min(lowest, one.units);
        highest = std::max(highest, one.units);
        BandWalk walk{table_};
        const scoring::LowestBand asked{one.asked, 0};
        for (const numerics::Mass& mass : free.masses()) {
            const std::int64_t units = mass.value + one.units;
            const Points total{base::Decimal::from_units(units)};
            if (table_.overlaps()) {
                add_held(by_band, scoring::bands_after(asked, table_, total), one.chance * mass.mass);
                continue;
            }
            const auto band = one.asked ? scoring::band_after(asked, table_, total) : walk.band_of(units);
            by_band[band].add(one.chance * mass.mass);
        }
    }
    double variance = variance_;
    for (const TiedOutcome& one : tied) variance += one.chance * std::pow(static_cast<double>(one.units) - mean, 2);
    const std::size_t totals = tied.size() * free.masses().size();
    for (const auto& [band, sum] : by_band) result.bands.push_back({band, sum.totals == totals ? 1.0 : sum.chance});
    result.mean = (mean_ + mean) / units_per_point;
    result.standard_deviation = std::sqrt(variance) / units_per_point;
    result.lowest = Points{base::Decimal::from_units(free.smallest() + lowest)};
    result.highest = Points{base::Decimal::from_units(free.largest() + highest)};
    return result;
}

}  // namespace je::sensitivity
