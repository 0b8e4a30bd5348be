// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/model/scheme.hpp"
#include "je/report/document.hpp"
#include "je/report/explain_result.hpp"
#include "je/report/sensitivity_rows.hpp"
#include "je/sensitivity/levels.hpp"

namespace je::report {

/// A factor at another level.
struct StepMoveView {
    std::string factor;
    std::string name;
    std::string from;
    std::string to;
    std::string counts_as;     // what the scheme's modifiers make of `to`; empty where that is the same
    std::string short_name{};  // empty: the scheme states none
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
    std::string band;  // empty: in none, or there is no total
    bool changes_band = false;
    bool allowed = true;
    bool up = false;      // of a single step: to a higher level
    std::string why_not;  // the rule that forbids it, in words; empty when allowed
};

/// What other levels would do to one job.
struct LevelsView {
    std::string job;
    base::Decimal total{};  // now
    std::string band;       // now; empty: in none
    std::vector<LevelStepView> one_step;
    std::size_t one_step_found = 0;     // how many there are, also where they are not kept
    std::size_t one_step_changing = 0;  // how many of them change the band
    std::size_t pairs_looked_at = 0;
    std::size_t pairs_found = 0;
    std::vector<LevelStepView> pairs;                          // those that change the band, the first of `pairs_found`
    std::string uncertainty;                                   // how levels are uncertain, in words; empty: not asked for
    std::vector<EndOfScale> at_ends;                           // where levels one off cannot go either way
    bool ends_stay = false;                                    // there the outward half stays, else all goes inward
    std::vector<std::pair<std::string, double>> band_chances;  // band (empty: in none), exact chance
    std::string no_band_chances;                               // why there are none; empty when there are
    double mean = 0;                                           // of the total; with chances only
    double standard_deviation = 0;
    base::Decimal lowest{};  // totals that can come up; with chances only
    base::Decimal highest{};
    ChangeSetsView raise;
    ChangeSetsView lower;
    ChangeSetsView raise_and_lose;  // upwards, yet out of the present band
    std::size_t max_factors = 0;    // that one set of `raise` or `lower` may change; 0: not looked for

    [[nodiscard]] std::size_t pairs_not_listed() const { return pairs_found - pairs.size(); }
    [[nodiscard]] bool has_chances() const { return !uncertainty.empty() && no_band_chances.empty(); }
};

/// What a view is made from. `score` is the job's, complete and without errors, under `scheme` and `table`.
struct LevelsInput {
    const model::Scheme& scheme;
    const model::BandTable& table;
    std::string job;
    const scoring::Score& score;
    const sensitivity::LevelsOptions& options;
};
[[nodiscard]] LevelsView levels_view(const LevelsInput& input, const sensitivity::JobLevels& levels);

/// How levels are uncertain, in words: "each level is off by one with chance 0.2".
[[nodiscard]] std::string in_words(const sensitivity::Uncertainty& uncertainty);

/// What a rep reads about one job: a sentence, then one level up and down, pairs, chances, and the smallest changes. Headings
/// are of level 3; the job's own heading is the caller's.
void add_level_blocks(Document& document, const LevelsView& view);

/// One value a row, part "levels". Quantities: `one_step_total`, `one_step_allowed`, `one_step_changes_band` (factor, level
/// moved to in `other`, band), `pairs_looked_at`, `pairs_changing_band`, `band_chance` (band), `mean_total`, `sd_total`,
/// `raise_steps`, `lower_steps` and `raise_and_lose_steps` (band led to, the changes in `other`).
void add_level_rows(std::vector<LongRow>& rows, const LevelsView& view);

}  // namespace je::report
