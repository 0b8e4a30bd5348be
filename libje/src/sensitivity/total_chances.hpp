// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/numerics/result.hpp"
#include "numerics/shares/convolution.hpp"
#include "scoring/level_chances.hpp"
#include "sensitivity/levels.hpp"

namespace je::sensitivity {

using LevelsDrawn = std::vector<scoring::LevelChance>;

/// What the factors that rules look at may come to together.
struct TiedOutcome {
    std::optional<model::BandIndex> asked;  // the lowest band that band rules certainly ask for
    std::int64_t units = 0;                 // points of the tied units, in ten-thousandths
    double chance = 0;
};

/// The factors of a scheme that constraints of severity error and band rules look at, with those that give points together with
/// them, or points that depend on theirs: these cannot be taken one by one.
class TiedLevels {
public:
    TiedLevels(const model::Scheme& scheme, const model::BandTable& table);

    [[nodiscard]] bool is_tied(const model::ScoredUnit& unit) const;
    /// Every outcome once, in the order of bands and points; chances sum to 1. `levels` are those of each factor of the scheme.
    /// Nothing when a combination that could come up is not allowed, or there are too many.
    [[nodiscard]] numerics::Result<std::vector<TiedOutcome>> outcomes(std::span<const LevelsDrawn> levels,
                                                                      const model::Answers& answers) const;

private:
    class EveryCombination;
    /// Where one factor of a unit, or of what depends on it, is tied, all are.
    void tie_group(model::UnitIndex root);

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    std::vector<bool> is_tied_;         // by factor
    std::vector<std::size_t> factors_;  // the tied ones
    std::vector<model::UnitIndex> units_;
};

/// The chances of totals and bands of one job after another, under one scheme, table and uncertainty of levels.
class TotalChances {
public:
    TotalChances(const model::Scheme& scheme, const model::BandTable& table, const Uncertainty& uncertainty);

    /// Of a job that is complete and without errors.
    [[nodiscard]] numerics::Result<LevelChances> of(std::string_view job, const model::Answers& answers,
                                                    const scoring::Score& score);

private:
    /// The points of a scored unit that no rule ties to others.
    struct Part {
        numerics::DiscreteDistribution points;
        double mean = 0;
        double variance = 0;
    };
    using MaybePart = numerics::Result<Part>;

    /// In a scheme without points; the levels are set.
    [[nodiscard]] numerics::Result<LevelChances> by_rules(const model::Answers& answers) const;
    /// Sets the levels of each factor; false, and why in `reason_`, when one is not known.
    [[nodiscard]] bool find_levels(const model::Answers& answers, const scoring::Score& score);
    [[nodiscard]] bool add_stated(model::FactorIndex factor, model::LevelIndex stated, const model::Answers& answers);
    /// Sets the parts; false, and why in `reason_`, when one cannot be made.
    [[nodiscard]] bool find_parts(const scoring::Score& score);
    [[nodiscard]] const MaybePart& part_of(std::size_t unit, const scoring::Score& score);
    [[nodiscard]] MaybePart make_part(const model::ScoredUnit& unit) const;
    /// Where a unit's part is kept for all jobs with the same stated levels; nothing when it is this job's alone.
    [[nodiscard]] std::optional<std::size_t> place_of(const model::ScoredUnit& unit, const scoring::Score& score) const;
    [[nodiscard]] bool is_for_all(model::FactorIndex factor) const;
    [[nodiscard]] LevelChances sum_up(const numerics::DiscreteDistribution& free, const std::vector<TiedOutcome>& tied) const;

    const model::Scheme& scheme_;
    const model::BandTable& table_;
    const Uncertainty& uncertainty_;
    TiedLevels tied_;
    std::vector<bool> has_rules_;                                 // by factor: derivations or modifiers bear on its level
    std::vector<std::vector<std::optional<MaybePart>>> for_all_;  // by unit and stated levels

    // Of the job at hand.
    std::string_view job_;
    std::vector<LevelsDrawn> levels_;  // after rules, by factor
    std::vector<MaybePart> own_;
    std::vector<const numerics::DiscreteDistribution*> points_;
    std::uint64_t steps_taken_ = 0;  // of all jobs so far
    double mean_ = 0;
    double variance_ = 0;
    std::string reason_;
};

}  // namespace je::sensitivity
