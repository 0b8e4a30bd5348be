// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/report/sensitivity_result.hpp"
#include "je/report/weighting_result.hpp"
#include "je/scoring/score.hpp"
#include "sensitivity/floors.hpp"
#include "sensitivity/grid.hpp"
#include "sensitivity/levels.hpp"
#include "sensitivity/region.hpp"
#include "sensitivity/tally.hpp"
#include "sensitivity/weighed_jobs.hpp"
#include "sensitivity/weights.hpp"

namespace je::report {

// How each part of a sensitivity result is made, and what it adds to the document.

[[nodiscard]] PairView pair_view(std::string a, std::string b, const sensitivity::PairShare& share,
                                 const sensitivity::Grid& grid);

[[nodiscard]] std::vector<RequirementView> requirements_view(const sensitivity::Region& region, const sensitivity::Grid& grid);

[[nodiscard]] WalkView walk_view(const sensitivity::WalkMade& walk);

[[nodiscard]] JointView joint_view(const sensitivity::JointJob& job, const model::BandTable& table,
                                   const sensitivity::Grid& grid);
[[nodiscard]] JointHeadView joint_head(const sensitivity::JointSummary& summary, std::optional<std::string> level_uncertainty,
                                       base::Decimal floor_shift);

/// What stands before the jobs, with one line a job where they are many; and about one job.
void add_joint_blocks(Document& document, const SensitivityResult& result);
void add_joint_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head);
/// The central weights of one job.
void add_central_blocks(Document& document, const SensitivityJob& job, const SensitivityHead& head);

/// `jobs` are ids, in the order of the effects' rows: those the reader may see, since each id may be printed.
[[nodiscard]] FactorsView factors_view(const model::Scheme& scheme, const model::BandTable& table,
                                       const sensitivity::Grid& grid, std::span<const std::string> jobs,
                                       std::span<const std::int64_t> points, base::Decimal spread, std::size_t threads = 0);

/// What an effective weight below 0 means, in words; empty for any other.
[[nodiscard]] std::string_view effective_weight_note(const FactorEffectView& factor);

/// A heading, what it says in a few sentences, and the tables.
void add_factor_blocks(Document& document, const FactorsView& view);

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

struct FloorJob {
    std::string id;
    model::Points total{};
};

/// What is asked about floors, beside the table and the jobs.
struct FloorsInput {
    const model::BandTable& table;
    std::span<const FloorJob> jobs;                // complete ones that the reader may see, since each id may be printed
    model::Points most = model::Points::whole(5);  // shifts up to this, either way
    model::Points largest_total{};                 // that the scheme can give
    std::optional<model::Points> unit{};           // in which floors move; nothing: unit_of_floors of table and jobs
    bool derive = true;                            // by equal width, equal count and largest gaps
    std::span<const sensitivity::Anchor> anchors{};
    const model::BandTable* other = nullptr;  // to put beside `table`
    std::string table_name{};                 // what to call the two then
    std::string other_name{};
};
[[nodiscard]] FloorsView floors_view(const FloorsInput& input);

/// A heading, what it says in a few sentences, and the tables. Long tables of jobs stop after `longest` rows and say so.
void add_floor_blocks(Document& document, const FloorsView& view, std::size_t longest = 20);

/// The exact total of a job, in points; nothing where four digits after the point are exact.
[[nodiscard]] std::optional<std::string> exact_total(const numerics::Fraction& total);
[[nodiscard]] WeightingHead weighting_head(const model::Scheme& scheme, const sensitivity::Weighting& weighting,
                                           const sensitivity::WeightDistance& distance,
                                           const numerics::Fraction& largest_total);
/// `weighed`: what weigh_jobs gives for `input` and `weightings`, of jobs that the reader may see. The scheme's own comes
/// first; one that could not be weighed is left out.
[[nodiscard]] std::vector<WeightingView> weightings_view(const sensitivity::WeighedInput& input,
                                                         std::span<const sensitivity::Weighting> weightings,
                                                         std::span<const std::optional<sensitivity::WeighedJobs>> weighed);
/// A heading, and the weightings side by side. Long tables of jobs stop after `longest` rows and say so.
void add_weighting_blocks(Document& document, std::span<const WeightingView> views, std::size_t longest = 20);

[[nodiscard]] RegionView region_view(const sensitivity::Region& region);

/// What a weight does to points that are a percentage of others', in a sentence; empty where there are none.
[[nodiscard]] std::string dependent_points_text(const model::Scheme& scheme);
[[nodiscard]] std::vector<FactorNameView> factor_names(const model::Scheme& scheme, const sensitivity::Grid& grid);
[[nodiscard]] WeightsView weights_view(const sensitivity::JobWeights& weights, const model::BandTable& table,
                                       const sensitivity::Grid& grid, const std::vector<FactorNameView>& factors);

// Descriptions of the parts.

Description describe(Of<LevelsView>);
Description describe(Of<FloorsView>);
/// Of FactorsView: `factors`.
[[nodiscard]] Description factor_effect_fields();

}  // namespace je::report
