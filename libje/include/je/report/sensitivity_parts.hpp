// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/band_table.hpp"
#include "je/report/explain_result.hpp"
#include "je/sensitivity/options.hpp"

namespace je::report {

// The parts of a sensitivity result about pairs of jobs, joint scenarios, factors, levels and floors.

/// The parts of a region in which one job outscores another. Without a standard error they are exact.
struct PairView {
    std::string a;  // ids
    std::string b;
    double a_above = 0;
    double b_above = 0;
    bool equal_everywhere = false;
    double difference_min = 0;  // points of A less points of B over the region, exact
    double difference_max = 0;
    std::optional<double> standard_error;
};
/// A constraint that cuts the region, and whether the scheme's own weights meet it.
struct RequirementView {
    std::string text;
    bool met_now = true;
};
/// How scenarios are walked to.
struct WalkView {
    std::size_t burn_in = 0;
    std::size_t thinning = 0;
    std::uint64_t effective_size = 0;  // independent scenarios that tell as much, rounded down
};

/// What uncertain weights, levels and floors together do to one job. Ranks count from the highest total; jobs with equal totals
/// share the better rank.
struct JointView {
    std::vector<BandShare> bands;
    std::vector<NumberShare> ranks;  // of the first ten
    double expected_rank = 0;
    double expected_rank_error = 0;
};

/// What they do to all jobs.
struct JointHeadView {
    std::optional<std::string> level_uncertainty;  // "adjacent:0.1"; nothing: levels stay
    base::Decimal floor_shift{};                   // points, up and down; 0: floors stay
    std::vector<NumberShare> jobs_changing;
    double mean_jobs_changing = 0;
    double mean_jobs_changing_error = 0;
};

using MovesView = model::BandMoves;

/// A job whose band changes. Nothing: in no band.
struct MovedJobView {
    std::string job;
    std::optional<std::string> from;
    std::optional<std::string> to;
};

struct FloorShiftView {
    std::optional<std::string> floor;  // the band that begins there; nothing: all floors together
    base::Decimal by{};
    MovesView moves;
};

struct GapView {
    base::Decimal below{};  // a job's total, and the next one
    base::Decimal above{};
    base::Decimal width{};
    std::vector<std::string> floors;  // that lie between: above the one, at most the other
};

struct SlackView {
    std::string floor;  // the band that begins there
    base::Decimal at{};
    std::optional<base::Decimal> can_fall;  // nothing: no job below
    std::optional<base::Decimal> can_rise;  // nothing: no job above
};

struct JobFloorsView {
    std::string job;
    base::Decimal total{};
    std::optional<std::string> band;
    std::optional<base::Decimal> own_floor_up;  // smallest rise of its own floor that moves it down
    std::optional<std::string> next;
    std::optional<base::Decimal> next_floor_down;
};

/// Each job's band under two tables.
struct SideBySideView {
    std::string a;  // what the tables are called
    std::string b;
    std::size_t bands_a = 0;
    std::size_t bands_b = 0;
    bool same_ids = true;
    MovesView moves;
    struct Job {
        std::string job;
        base::Decimal total{};
        std::optional<std::string> a;  // nothing: in none
        std::optional<std::string> b;
        model::BandMove move = model::BandMove::same;
    };
    std::vector<Job> jobs;
};

struct DerivedFloorView {
    std::string band;
    base::Decimal present{};
    std::optional<base::Decimal> floor;
    std::optional<base::Decimal> above;  // for anchors: any floor above this ...
    std::optional<base::Decimal> up_to;  // ... and up to this keeps them in their bands
    std::string above_job;               // the anchors that say so
    std::string up_to_job;
    std::string note;
    std::size_t jobs = 0;
};
struct DerivedView {
    sensitivity::FloorRule rule = sensitivity::FloorRule::anchors;
    std::optional<std::string> reason;  // why there are no such floors
    std::vector<DerivedFloorView> floors;
    std::vector<MovedJobView> moved;
    MovesView moves;
};

/// Everything about floors and the jobs of a report.
struct FloorsView {
    std::size_t jobs_count = 0;
    base::Decimal unit{};  // in which floors move
    base::Decimal step{};  // of the shifts tried
    base::Decimal most{};  // the largest of them
    std::vector<FloorShiftView> shifts;
    std::vector<GapView> gaps;
    std::vector<SlackView> slack;
    std::vector<JobFloorsView> jobs;  // nearest to a floor first
    std::optional<SideBySideView> side_by_side;
    std::vector<DerivedView> derived;
};

/// What one factor does among the jobs of a report.
struct FactorEffectView {
    std::string id;
    std::string name;
    std::string short_name{};                // empty: the scheme states none
    double weight = 0;                       // nominal
    std::optional<double> effective_weight;  // nothing: FactorsView::no_effective_weight says why
    std::size_t jobs_flipped = 0;
    /// Without the factor; nothing for an only factor.
    struct LeftOutView {
        MovesView moves;
        std::vector<MovedJobView> moved;  // jobs that change band, in the order given
    };
    std::optional<LeftOutView> left_out;
};

struct FactorsView {
    base::Decimal spread{};  // by which single weights were moved, relative
    std::size_t jobs = 0;
    std::vector<FactorEffectView> factors;           // in the scheme's order
    std::optional<std::string> no_effective_weight;  // why there is none
    bool first = false;                              // what people asked for comes before the jobs
};

/// A factor at another level.
struct StepMoveView {
    std::string factor;
    std::string name;
    std::string from;
    std::string to;
    std::optional<std::string> counts_as;  // what the scheme's modifiers make of `to`, where that is another level
    std::string short_name{};              // empty: the scheme states none
};

/// A factor whose level is the lowest or the highest of its scale.
struct EndOfScale {
    std::string factor;
    std::string name;
    std::string level;
};

/// What a job comes to with one or two levels moved.
struct LevelStepView {
    std::vector<StepMoveView> changes;
    std::optional<base::Decimal> total;
    std::optional<std::string> band;  // nothing: in none, or there is no total
    bool changes_band = false;
    bool allowed = true;
    bool up = false;                     // of a single step: to a higher level
    std::optional<std::string> why_not;  // the rule that forbids it, in words
};

/// What other levels would do to one job.
struct LevelsView {
    std::string job;
    bool has_points = true;           // else points and totals are 0 and mean nothing
    base::Decimal total{};            // now
    std::optional<std::string> band;  // now; nothing: in none, or in several
    std::vector<std::string> open{};  // those several, where no choice of one is recorded
    bool overlaps = false;            // bands do: chances are those of holding the total
    std::vector<LevelStepView> one_step;
    std::size_t one_step_found = 0;     // how many there are, also where they are not kept
    std::size_t one_step_changing = 0;  // how many of them change the band
    std::size_t pairs_looked_at = 0;
    std::size_t pairs_found = 0;
    std::vector<LevelStepView> pairs;            // those that change the band, the first of `pairs_found`
    std::optional<std::string> uncertainty;      // how levels are uncertain, in words; nothing: not asked for
    std::vector<EndOfScale> at_ends;             // where levels one off cannot go either way
    bool ends_stay = false;                      // there the outward half stays, else all goes inward
    std::vector<BandShare> band_chances;         // exact
    std::optional<std::string> no_band_chances;  // why there are none
    double mean = 0;                             // of the total; with chances only
    double standard_deviation = 0;
    base::Decimal lowest{};  // totals that can come up; with chances only
    base::Decimal highest{};
    ChangeSetsView raise;
    ChangeSetsView lower;
    ChangeSetsView raise_and_lose;  // upwards, yet out of the present band
    std::size_t max_factors = 0;    // that one set of `raise` or `lower` may change; 0: not looked for

    [[nodiscard]] bool in_a_band() const { return band || !open.empty(); }
    [[nodiscard]] std::size_t pairs_not_listed() const { return pairs_found - pairs.size(); }
    [[nodiscard]] bool has_chances() const { return uncertainty && !no_band_chances; }
};

}  // namespace je::report
