// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "je/model/job.hpp"
#include "je/model/scheme.hpp"

namespace je::scoring {

/// Where a factor's level comes from. `matrix` is for reports on a matrix as a whole: each of its sides has one of the others.
enum class LevelSource { stated, answers, derived, matrix };
/// "stated", "answers", "derived", "matrix".
[[nodiscard]] std::string_view to_text(LevelSource source);

/// One factor of a scored job.
struct FactorScore {
    std::optional<model::LevelIndex> stated;  // as the questionnaire has it
    std::optional<model::LevelIndex> level;   // after derived and modifiers; nothing when not known
    model::LevelIndex lowest;                 // what it may be when not known; both equal `level` when known
    model::LevelIndex highest;
    // When it is not known and rules or answers leave other levels than all from lowest to highest: these, lowest first.
    std::vector<model::LevelIndex> possible{};
    LevelSource source = LevelSource::stated;
    std::optional<std::size_t> derivation;  // the scheme's derivation that gave the level
    std::optional<std::size_t> modifier;    // the scheme's modifier that raised it; the last, of several

    /// Makes it one that is not known, and may be one of these, lowest first.
    void leave(std::vector<model::LevelIndex> levels) {
        level.reset();
        lowest = levels.front();
        highest = levels.back();
        possible = std::move(levels);
    }
    /// Calls `visit` with each level that it may be, lowest first.
    template <class Visit>
    void visit_possible(const Visit& visit) const {
        for (const model::LevelIndex one : possible) visit(one);
        if (!possible.empty()) return;
        for (std::size_t i = lowest.value(); i <= highest.value(); ++i) visit(model::LevelIndex{i});
    }
};

/// The points of one scored unit.
struct UnitScore {
    std::optional<model::Points> points;  // nothing when not known
    model::Points lowest{};
    model::Points highest{};
    bool unlikely = false;  // an option the scheme marks so
};

/// What is wrong or odd about the levels of a job, beside its form.
enum class ProblemKind {
    derived_differs,   // error: stated level is not the one the fact gives
    answers_differ,    // error: stated level is none of those that answers leave
    derived_no_entry,  // error: the derivation's table has no level for the fact's value
    cell_not_allowed,  // error: a matrix pair the scheme does not allow
    constraint_error,
    constraint_warning,
    cell_unlikely,    // warning
    choice_not_held,  // error: the total is not in the band chosen
    choice_idle,      // warning: a band is chosen where no other could be
};
[[nodiscard]] bool is_error(ProblemKind kind);
struct Problem {
    ProblemKind kind;
    std::size_t rule = 0;  // index of the derivation, factor (of answers_differ), scored unit or constraint
};

/// Points, band and how they came about. docs/design.md, "Arithmetic".
struct Score {
    std::vector<FactorScore> factors;  // one per factor of the scheme
    std::vector<UnitScore> units;      // one per scored unit of the scheme
    // Every factor has a level, every unit its points, and no band rule that cannot be decided could move the band. Where rules
    // give bands, every fact that they read is given too.
    bool complete = true;
    model::Points total_min{};  // both are the total when complete
    model::Points total_max{};
    // Bands, for the lowest and the highest total; equal when complete, unless the table overlaps. Where rules give bands, the
    // lowest and the highest that it may be in.
    model::BandOrNone points_band_min;  // by points alone
    model::BandOrNone points_band_max;
    model::BandOrNone band_min;  // after band rules
    model::BandOrNone band_max;
    // The bands that the job may be in, lowest first, where more than the two ends say: of a table that overlaps, and where
    // rules give bands (two that hold and differ leave it in none). Else empty: those from band_min to band_max. A recorded
    // choice leaves them, and makes both ends the band chosen.
    std::vector<model::BandIndex> bands;
    bool may_be_in_none = false;  // beside those of `bands`, where answers leave several totals
    // Of a job that is not complete, under a scheme with questions. False where facts not known tie so many answers together
    // that their factors were taken one by one: the range of totals, and `bands`, may then be too wide. More answers never make
    // it so.
    std::optional<bool> exact{};
    std::optional<std::size_t> band_rule;      // the rule that raised band_max, if one did
    std::optional<std::size_t> deciding_rule;  // that gave a complete job its band
    std::vector<Problem> problems;

    [[nodiscard]] bool has_errors() const;
    /// Whether several bands hold the total of a complete job, and no choice of one is recorded.
    [[nodiscard]] bool band_is_open() const { return complete && band_min != band_max; }
};

/// Scores `answers` under `scheme` and `table` (null: no bands, as for a scheme used with --bands but given none).
/// Steps, in order: derived levels; modifiers; points of factors and matrix cells; total; band by points; band rules;
/// constraints. A factor without a level, and a rule whose fact is not given, make the total a range; nothing counts as zero.
///
/// - A table whose fact is not given leaves the stated level as it is. Rows leave those levels that facts not given may lead
///   to: one is the level; of several a stated one counts, and without one the range goes over them. A derivation that gives
///   no level, or not the stated one, is a problem; in the second case what is derived is used.
/// - Modifiers apply in the scheme's order, each to the level that the one before left. None lowers a level.
/// - The range takes each scored unit at its lowest and highest, over those options that are allowed; constraints between
///   factors do not narrow it. A unit of which no option is allowed for the levels given is a problem, and counts as not
///   known.
/// - A band rule raises the band to one that begins above the total, and does nothing else: it never lowers a band, and a band
///   that `table` does not have is passed over. Of several rules the highest band counts. Where levels or facts leave a
///   rule undecided, it counts for `band_max` alone.
/// - Of a table that overlaps, `bands` are those that hold some total of the range, less those below a band that a rule
///   certainly asks for. The choice recorded in the answers takes one of several that hold the total of a complete job. A
///   choice of a band that is not among them is a problem, and is passed over; so is one where there is nothing to choose,
///   as always where rules give the bands.
/// - Answers to a factor's questions leave the levels that some completion of them gives (trees.hpp). A level stated that is
///   none of these is a problem. Of a job that is not complete, under a scheme with questions, the range and `bands` are those
///   of all completions: two factors that ask one fact not known cannot take its values apart.
/// - A constraint is a problem when it is broken whatever turns out of the levels and facts that are not known.
[[nodiscard]] Score score(const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers);
/// The same into an existing value, without allocating when it has been used before.
void score_into(Score& out, const model::Scheme& scheme, const model::BandTable* table, const model::Answers& answers);

/// A total within the range of a job that is not complete which is in no band, although both ends of the range are in one.
struct NoBandBetween {
    model::Points total{};  // the lowest of them that the unknown levels add up to, or one of the hole when `reached` is false
    bool reached = true;    // whether levels add up to it; false when there were too many sums to look
    bool proven = true;     // whether no rule between factors could forbid those levels
};
/// Nothing when there is none, for a job that is complete, and for one that is in no band at an end of its range.
[[nodiscard]] std::optional<NoBandBetween> no_band_between(const model::Scheme& scheme, const model::BandTable& table,
                                                           const model::Answers& answers, const Score& score);

/// The band by points of a complete job: of several that hold its total the one chosen, else none. A rule may raise the job to
/// another.
[[nodiscard]] model::BandOrNone band_by_points(const model::BandTable& table, const Score& score);

/// Points above the floor of the band that holds `total` by points, and points missing to the next floor. A total in no
/// band has no first margin; it has the second as long as a band begins above it.
struct Margins {
    std::optional<model::Points> above_floor;
    std::optional<model::Points> to_next;
    model::BandOrNone next_band;
};
[[nodiscard]] Margins margins(const model::BandTable& table, model::Points total);
/// The same of a complete job: of a table that overlaps from the floor of its band by points, where it has one.
[[nodiscard]] Margins margins(const model::BandTable& table, const Score& score);

/// How far a total is from the two ends of a band that holds it.
struct Held {
    model::BandIndex band;
    model::Points above_floor{};
    std::optional<model::Points> below_top{};  // nothing: the band has no top
};
/// Each band of a table that overlaps which holds `total`, lowest first; empty for other tables.
[[nodiscard]] std::vector<Held> holding_bands(const model::BandTable& table, model::Points total);

/// A choice of band that is not held, or idle, as a message where it is recorded (JE-J61, JE-J62).
[[nodiscard]] base::Diagnostic explain_choice(ProblemKind kind, const model::BandChoice& choice, const model::BandTable& table,
                                              const Score& score);

/// The problem as a message at the job's own place (JE-J50 to JE-J55, JE-J61, JE-J62); `table` is that of the score. Constraint
/// messages name the levels found and the levels required.
[[nodiscard]] base::Diagnostic explain_problem(const Problem& problem, const model::Scheme& scheme, const model::Job& job,
                                               const Score& score, const model::BandTable* table);

}  // namespace je::scoring
