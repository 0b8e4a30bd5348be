// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "je/report/common.hpp"
#include "je/report/description.hpp"
#include "je/report/several_bands.hpp"
#include "je/report/weighting_result.hpp"
#include "je/scoring/score.hpp"

namespace je::report {

/// One factor or matrix of a scored job. The points of all of them add up to the total.
struct ScoredFactor {
    std::string id;
    std::optional<std::string> level;              // after rules; "2 x B" for a matrix; nothing when not known
    std::optional<std::string> stated;             // as the questionnaire has it
    std::optional<std::string> modifier;           // id of the rule that raised the level, if one did
    std::optional<scoring::LevelSource> source{};  // nothing when the level is not known
    std::optional<base::Decimal> points;           // nothing for a side of a matrix, and when not known
    std::optional<base::Decimal> points_min;       // only when points are not known
    std::optional<base::Decimal> points_max;
};

struct PayBounds {
    base::Decimal min{};
    base::Decimal max{};
};

/// Points and band of one job.
struct ScoredJob {
    std::string id;
    std::string title;
    std::optional<std::string> family{};  // nothing: none is stated
    std::string note;                     // of the questionnaire
    bool complete = true;
    bool has_points = true;     // of its scheme; else points and totals are 0 and mean nothing
    base::Decimal total_min{};  // both are the total when complete
    base::Decimal total_max{};
    std::optional<std::string> total_exact{};  // under other weights, where four digits after the point are not exact
    std::optional<std::string> band_min;       // nothing: in no band, for the reason in no_band
    std::optional<std::string> band_max;
    std::optional<std::string> no_band;
    std::optional<std::string> no_band_between;  // of a range with a hole between its ends
    std::optional<base::Decimal> above_floor;    // margins of a complete job, by points
    std::optional<base::Decimal> to_next;
    std::optional<std::string> next_band;
    std::optional<std::string> band_by_points;  // only when a band rule moved the band of a complete job
    std::optional<std::string> band_rule;       // id
    SeveralBands several{};                     // of a table that overlaps
    std::optional<PayBounds> pay;
    std::vector<ScoredFactor> factors;
    std::vector<std::string> unknown;        // names of factors without a level
    std::vector<std::string> unknown_facts;  // names of facts that the scheme's rules would need
    std::vector<std::string> kept;           // cells carried through into CSV

    /// Whether there is one band, or none, and not several.
    [[nodiscard]] bool band_is_settled() const { return complete && !several.open; }
};

/// Jobs of one family by their bands.
struct FamilyBands {
    std::map<std::string, std::size_t> in_band{};
    std::size_t in_none = 0;
    std::size_t open = 0;  // levels or facts that are not known leave more than one band possible

    [[nodiscard]] std::size_t jobs() const;
};
/// How many jobs of each family are in which band, after rules about bands. A family is what a job states, never guessed.
struct BandsByFamily {
    std::map<std::string, FamilyBands> families{};
    FamilyBands not_stated{};

    void add(const ScoredJob& job);
};

/// What jobs are scored under. Everything pointed to outlives its use.
struct ScoringBasis {
    const model::Scheme* scheme = nullptr;
    const model::BandTable* bands = nullptr;
    const model::PayTable* pay = nullptr;
};

/// Puts a score into `out`, which may have been used before: then little or nothing is allocated. Factors are left out unless
/// asked for.
void fill_scored_job(ScoredJob& out, const ScoringBasis& basis, std::string_view id, std::string_view title,
                     const model::Answers& answers, const scoring::Score& score, bool with_factors);

/// What stands before the jobs of a result.
struct ScoreHead {
    std::optional<SchemeInfo> scheme;  // nothing when no scheme could be used
    BandsInfo bands;
    std::optional<base::Date> as_of;
    std::string currency;  // of the pay table; empty when there is none
    std::string period;
    std::optional<base::Date> pay_from;
    std::string pay_note;
    std::optional<WeightingHead> weighting{};  // in place of the scheme's own weights: a what-if
};
[[nodiscard]] ScoreHead score_head(SchemeInfo scheme, BandsInfo bands, const std::optional<base::Date>& as_of,
                                   const model::PayTable* pay);

/// What stands after them.
struct ScoreTail {
    std::vector<ErrorEntry> errors;
    std::size_t errors_not_listed = 0;
    LeftOutRecords left_out;  // of the public view
    std::vector<InputFile> inputs;
    ToolInfo tool;
};

/// The result of `je score`: `je-score/1`.
struct ScoreResult {
    ScoreHead head;
    Table bands;                         // for people; empty when there are none
    std::vector<std::string> read_from;  // where the jobs come from, in words
    std::vector<ScoredJob> jobs;
    BandsByFamily by_family;           // of all jobs, those that are not shown too
    std::uint64_t jobs_not_shown = 0;  // scored too, beyond what a page has room for
    ScoreTail tail;
};

/// What the columns of the result as CSV depend on, beside what every job has.
struct ScoreShape {
    bool families = false;            // some job states one: then they have a column, the last
    std::vector<std::string> kept{};  // names of columns that are carried through
};
/// The columns, in their stable order, those that are carried through behind the others: one whose name is taken has a number
/// behind it, "band (2)".
[[nodiscard]] std::vector<Column> score_columns(const ScoreShape& shape = {});
/// The cells of one job under all columns but those carried through, good for as long as the job is. The last is the family.
using ScoreRow = std::array<CellView, 15>;
[[nodiscard]] ScoreRow score_row(const ScoredJob& job);

/// The result for people: what it rests on, the bands, one line a job, then what needs a word more.
[[nodiscard]] Document score_document(const ScoreResult& result);

/// The same of jobs that are too many to hold: their table has a last column with what needs a word more.
///
///     ScoreRows rows{beginning};   // a result with its first jobs, which decide the columns
///     rows.document();             // what they rest on, and behind it the table with those jobs
///     rows.row(job);               // of each that comes after them
///     rows.closing(count, tail);   // how many there were
class ScoreRows {
public:
    explicit ScoreRows(const ScoreResult& beginning) : beginning_{&beginning} {}

    [[nodiscard]] Document document() const;
    [[nodiscard]] std::vector<Cell> row(const ScoredJob& job) const;
    [[nodiscard]] Document closing(std::size_t jobs, const ScoreTail& tail) const;

private:
    const ScoreResult* beginning_;  // outlives this
};

Description describe(Of<ScoreHead>);
Description describe(Of<ScoredJob>);
Description describe(Of<ScoreTail>);
Description describe(Of<ScoreResult>);

}  // namespace je::report
