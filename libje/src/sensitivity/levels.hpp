// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"
#include "je/numerics/result.hpp"
#include "je/scoring/level_changes.hpp"
#include "je/scoring/score.hpp"
#include "je/sensitivity/options.hpp"
#include "model/job/level_uncertainty.hpp"

namespace je::sensitivity {

/// A factor's level as it would be stated, before the scheme's modifiers, moved to a neighbour.
struct LevelMove {
    model::FactorIndex factor;
    model::LevelIndex from;
    model::LevelIndex to;
    /// What modifiers make of `to`; equal to it where they do nothing, and for a level that a fact leaves open.
    model::LevelIndex counts_as;
};

/// What a job comes to once levels are moved, after all rules of the scheme.
struct Moved {
    bool allowed = true;                     // no rule of severity error is broken
    std::optional<scoring::Problem> hurdle;  // the first rule that forbids it
    // Nothing where there is none: a cell that is not allowed, a level fixed by a fact, a rule that needs a fact not given.
    std::optional<model::Points> total;
    model::BandOrNone band;     // none also without a total; where several hold the total, the nearest
    bool changes_band = false;  // it is allowed, has a total, and the band is another (or none) than now
};

struct OneStep {
    LevelMove move;
    Moved result;
};

struct PairStep {
    std::array<LevelMove, 2> moves;  // in the scheme's order
    Moved result;
};

/// Two factors moved one level each.
struct PairSteps {
    std::size_t looked_at = 0;
    std::size_t found = 0;           // how many of these change the band
    std::vector<PairStep> changing;  // the first of them
};

/// How uncertain stated levels are, each factor by itself.
using Uncertainty = std::variant<AdjacentLevels, model::LevelUncertainty>;

struct BandChance {
    model::BandOrNone band;
    double chance = 0;
};

/// What uncertain levels make of a job's total and band.
struct LevelChances {
    std::vector<BandChance> bands;  // in the table's order, "in no band" first, those of chance 0 left out
    double mean = 0;                // of the total, in points
    double standard_deviation = 0;  // of the total, in points
    model::Points lowest{};         // totals that can come up
    model::Points highest{};
};

/// Everything about the levels of one job. A job that is not complete, or whose score has errors, has no steps and no changes,
/// and its chances say why.
struct JobLevels {
    std::vector<OneStep> one_step;  // factors in the scheme's order, up before down; ends of the scale have one
    PairSteps pairs;
    std::optional<numerics::Result<LevelChances>> chances;  // nothing: not asked for
    scoring::FoundChanges raise;                            // the smallest changes
    scoring::FoundChanges lower;
    scoring::FoundChanges raise_and_lose;  // upwards, yet out of the present band
};

struct LevelsJob {
    std::string_view id;
    const model::Answers* answers = nullptr;
};

struct LevelsOptions {
    bool pairs = true;
    std::size_t keep_pairs = 20;  // listed; 0: all
    std::optional<Uncertainty> uncertainty{};
    /// Of the smallest changes; max_factors 0: do not look for them.
    scoring::ChangeOptions changes{.max_factors = 3, .keep = 3, .work = 2'000'000};
    std::size_t threads = 0;  // 0: as many as the machine has
};

/// What other levels would do to each job: one factor a level up or down, two at once, uncertain levels, and the smallest
/// changes that move the band.
///
///     const auto levels = look_at_levels(scheme, table, jobs, {.uncertainty = AdjacentLevels{*chance}});
///     levels[0].one_step[3].result.band
///
/// Steps are scored as `scoring::score` does, by exact arithmetic. What moves is the level as stated, or as a fact gives it;
/// modifiers then apply to it. A level that follows from a fact cannot be moved: the step is there, not allowed. A band rule
/// that facts not given leave undecided is taken not to apply. Pairs that change the band are listed by fewest points moved,
/// then in the scheme's order of the first and the second factor, up before down.
///
/// Where bands overlap, the band changes when the new total is not in the band chosen; where none is chosen, when it is above
/// all that hold the total, or below all. Chances are then those that a band holds the total, and may sum to more than 1.
///
/// Chances are exact: the distribution of the total is computed by convolution over exact points, nothing is sampled, and they
/// sum to 1 within 1e-12. Factors that a constraint of severity error or a band rule looks at are taken together, every
/// combination of their levels. None, with the reason, for levels whose points a fact not given decides, when levels that could
/// come up together are not allowed (no matrix cell, a constraint broken: such levels cannot be independent), or when there are
/// too many combinations or totals.
///
/// P(T = t) = sum over p of P(T' = t - p) P(points = p), unit by unit; the mean and the variance of a sum of independent parts
/// are the sums of theirs. Source: the definition of a sum of independent variables.
///
/// The same whatever the threads.
[[nodiscard]] std::vector<JobLevels> look_at_levels(const model::Scheme& scheme, const model::BandTable& table,
                                                    std::span<const LevelsJob> jobs, const LevelsOptions& options = {});

}  // namespace je::sensitivity
