// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "je/base/decimal.hpp"
#include "je/report/common.hpp"
#include "je/report/description.hpp"
#include "je/report/document.hpp"
#include "je/report/sensitivity_parts.hpp"
#include "je/report/weighting_result.hpp"
#include "je/sensitivity/tally.hpp"

namespace je::report {

struct WeightEdgeView {
    std::optional<std::string> band;
    double at = 0;             // weight at which that band begins
    bool holds_there = false;  // at that very weight the present band still holds
};

/// How far one weight can go while the others keep their proportions and the band holds.
struct OneWeightView {
    std::string factor;
    std::string name;
    std::string short_name{};  // empty: the scheme states none
    double weight = 0;
    double holds_from = 0;
    double holds_to = 1;
    base::Decimal holds_from_percent{};  // both rounded inward
    base::Decimal holds_to_percent{};
    std::optional<WeightEdgeView> below;
    std::optional<WeightEdgeView> above;
};

/// The least change of weights that reaches the next band, or loses this one. Weights are in the order of the head's factors.
struct WeightChangeView {
    std::optional<std::string> band;  // that it leads to; nothing: none
    double moved = 0;                 // share of all weight
    base::Decimal moved_percent{};    // rounded down
    std::vector<double> weights;
    std::vector<double> by_spread;  // weights at the critical spread; empty when no spread does it
    double distance = 0;            // in least squares
    std::vector<double> nearest;
};

struct CentralWeightsView {
    std::optional<std::string> band;
    std::uint64_t scenarios = 0;  // in that band
    std::vector<double> weights;
    std::vector<double> standard_errors;
};

struct WeightsView {
    std::optional<double> critical_up;
    std::optional<double> critical_down;
    std::optional<base::Decimal> holds_up_percent;  // rounded down; nothing when nothing reaches the next band
    std::optional<base::Decimal> holds_down_percent;
    bool holds_up_is_exact = false;         // not rounded
    std::optional<std::string> band_above;  // what begins at the next edge up, and what lies below this band
    std::optional<std::string> band_below;
    double total_min = 0;
    double total_max = 0;
    Estimate shown_min{0.0};  // both rounded outward, to as many digits as it takes to touch no floor that is not reached
    Estimate shown_max{0.0};
    std::vector<std::optional<std::string>> bands;  // that the region reaches; nothing: in none
    std::vector<BandShare> acceptability;
    std::vector<OneWeightView> one_at_a_time;
    std::optional<WeightChangeView> up;
    std::optional<WeightChangeView> down;
    std::vector<CentralWeightsView> central;  // only when asked for
};

/// One job of a sensitivity result.
struct SensitivityJob {
    std::string id{};
    std::string title{};
    base::Decimal total{};
    std::optional<std::string> band{};              // by points, and by choice where bands overlap
    std::vector<std::string> bands{};               // where bands overlap: all that hold the total, lowest first
    std::optional<std::string> band_after_rules{};  // only where a rule of the scheme moved it
    std::optional<base::Decimal> above_floor{};
    std::optional<base::Decimal> to_next{};
    std::optional<std::string> next_band{};
    std::optional<WeightsView> weights{};
    std::optional<LevelsView> levels{};
    std::optional<JointView> joint{};

    /// Whether several bands hold the total, and no choice of one is recorded.
    [[nodiscard]] bool is_open() const { return !band && bands.size() > 1; }
};

/// The region of weights, in words and numbers.
struct RegionView {
    sensitivity::RegionKind kind = sensitivity::RegionKind::spread;
    std::optional<base::Decimal> spread;
    base::Decimal least_weight{};
    std::optional<base::Decimal> concentration;
    numerics::Rescale rescale = numerics::Rescale::max;
    std::string text;  // "every weight anywhere within 20 % of its own, in any combination, rescaled to sum 1"
    std::vector<RequirementView> required;
};
struct SamplingView {
    std::uint64_t scenarios = 0;
    std::uint64_t seed = 0;
    std::optional<WalkView> walk{};  // only where requirements cut the region
};

struct FactorNameView {
    std::string id;
    std::string name;
    std::string short_name{};  // empty: the scheme states none
    double weight = 0;
};

/// What stands before the jobs.
struct SensitivityHead {
    std::optional<SchemeInfo> scheme;
    BandsInfo bands;
    std::optional<base::Date> as_of;
    std::optional<RegionView> region;
    std::optional<SamplingView> sampling;  // nothing: all is exact
    std::optional<double> share_error;     // bound on the error of the shares called exact; nothing: none is
    std::optional<JointHeadView> joint;    // only when asked for
    std::vector<FactorNameView> factors;
    std::string dependent_points{};  // what a weight does to points that depend on others'; empty: none do
    std::size_t jobs = 0;
    std::vector<PairView> pairs;
};

/// What stands after them: what is about all jobs together, then what every result ends with.
struct SensitivityTail {
    std::optional<FactorsView> factors{};
    std::optional<FloorsView> floors{};
    std::vector<WeightingView> weightings{};  // the scheme's own first; empty: none were asked for
    std::vector<ErrorEntry> errors{};
    std::size_t errors_not_listed = 0;
    LeftOutRecords left_out{};  // of the public view
    std::vector<InputFile> inputs{};
    ToolInfo tool{};
};

/// The result of `je sensitivity`: `je-sensitivity/1`. Jobs nearest to an edge of their band come first.
struct SensitivityResult {
    SensitivityHead head;
    std::vector<SensitivityJob> jobs;
    std::uint64_t jobs_not_shown = 0;  // looked at too, beyond what a page has room for
    SensitivityTail tail;
};

/// What one shard of a sampled run counted, and all that tells whether another shard is of the same run:
/// `je-sensitivity-shard/1`.
struct SensitivityShard {
    std::uint64_t shard = 1;  // from 1
    std::uint64_t of = 1;
    std::uint64_t first = 0;  // its scenarios: first to last - 1
    std::uint64_t last = 0;
    std::size_t jobs = 0;
    sensitivity::Tally tally;
    std::vector<InputFile> inputs;
    ToolInfo tool;  // arguments without those that say which shard
};

/// One value of a sensitivity result, as CSV has them: a value a row, whatever it is about, so that pandas and R can group and
/// pivot. What does not apply is empty.
struct LongRow {
    std::string part{};                 // weights, levels, floors, factors, pairs, joint, weightings
    std::string job{};                  // id
    std::string quantity{};             // what the value is: "critical_spread_up", "share", "holds_from", ...
    std::string factor{};               // id
    std::optional<std::string> band{};  // id
    Cell other{};                       // the other job, the level moved to, the shift of a floor, ...
    Cell value{};                       // a number, or nothing
    Cell standard_error{};              // of a sampled value; nothing: exact
    std::string text{};                 // what is no number: a band, a reason
};

/// Columns of the long form, in their stable order, and a row under them.
[[nodiscard]] const std::vector<Column>& long_columns();
[[nodiscard]] std::vector<Cell> long_cells(LongRow row);

/// For people. With more than `sensitivity_in_full` jobs, one line a job; else each in full.
inline constexpr std::size_t sensitivity_in_full = 5;
[[nodiscard]] Document sensitivity_document(const SensitivityResult& result);
/// Rows of the long form about one job, and those that stand before all jobs.
void add_rows(std::vector<LongRow>& rows, const SensitivityJob& job, const SensitivityHead& head);
void add_rows(std::vector<LongRow>& rows, const SensitivityHead& head);
/// Rows about all jobs together.
void add_rows(std::vector<LongRow>& rows, const SensitivityTail& tail);

Description describe(Of<SensitivityHead>);
Description describe(Of<SensitivityJob>);
Description describe(Of<SensitivityTail>);
Description describe(Of<SensitivityResult>);
Description describe(Of<SensitivityShard>);

}  // namespace je::report
