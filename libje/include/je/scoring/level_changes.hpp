// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "je/model/scheme.hpp"
#include "je/scoring/score.hpp"

namespace je::scoring {

/// One factor moved from one level to another.
struct LevelChange {
    model::FactorIndex factor;
    model::LevelIndex from;
    model::LevelIndex to;
    // How much the total moves, with what depends on the factor; of several dimensions of one matrix, applied in the scheme's
    // order. Where that passes through a cell which is not allowed, the first has none and the last all.
    model::Points points{};
    std::vector<std::size_t> rows{};  // of the derivation of the factor's level: those that give it the level `to`
    /// The part of `points` that units which depend on the factor's have in it, each that moves.
    struct Via {
        model::UnitIndex unit;
        model::Points points{};
    };
    std::vector<Via> via{};
};

/// Level changes that together move the band.
struct ChangeSet {
    std::vector<LevelChange> changes;          // in the scheme's order of factors
    std::size_t steps = 0;                     // levels moved, over all changes
    model::Points points{};                    // the total moves by this much (negative when lowering)
    model::BandOrNone to_band;                 // the nearest, of several that hold the total then
    std::vector<model::BandIndex> to_bands{};  // of a table that overlaps: all that hold it, lowest first

    /// Whether each factor moves by a single level.
    [[nodiscard]] bool one_step_each() const { return steps == changes.size(); }
};

/// Which way levels move, and what for: up to a higher band; down, out of the present band; up, yet out of the present band -
/// into a hole of the table, or a lower band that a rule no longer raises.
enum class Direction { raise, lower, raise_and_lose };

/// The best sets, and how many there are in all.
struct FoundChanges {
    std::vector<ChangeSet> sets;    // best first
    std::size_t found = 0;          // those not kept too
    std::size_t one_step_each = 0;  // of those found
    /// Set when the search stopped at its limit of work: every set of at most so many level steps was found, and none of more
    /// was looked for.
    std::optional<std::size_t> complete_to_steps;
};

struct ChangeOptions {
    std::size_t max_factors = 3;
    std::size_t keep = 20;                   // 0: all
    std::vector<model::FactorIndex> only{};  // factors that may move; empty: all
    std::optional<model::BandIndex>
        to_band{};  // raise: reach at least this band; nothing, or a band not above the present: any higher one
    /// Moves tried before the search stops, weighed by how long each takes; some seconds at most.
    std::size_t work = 20'000'000;
};

/// The smallest level changes that put a complete job into a higher band than now (raise), or into a lower one or none (lower,
/// and raise_and_lose).
///
/// A set counts when all its changes go one way, it moves the band, no rule of severity error is broken and no matrix cell
/// used that is not allowed once it is applied, and it is *minimal*: taking any one change back by one level no longer
/// counts. Levels are those after derived and modifiers; facts stay as they are. Every minimal set of at most `max_factors`
/// factors is found, exactly, unless that takes more than `work`: then those of the fewest steps, all of them up to the number
/// of steps that the result states. The best `keep` are returned, by fewest steps, then fewest factors, then least points
/// moved, then factor ids (in the scheme's order of the changes, byte by byte), then levels moved to (lowest first). Empty when
/// there is none (the highest or lowest band, or out of reach), and for a job that is not complete.
///
/// Bands are those after band rules; a rule that facts not given leave undecided is taken not to apply. A total in no band - in
/// a hole, below the first floor, or above the last band's max - is never a higher band. A job in no band is raised by
/// reaching a band that begins above its total, and lowered by reaching one that begins at or below it; it has none to lose.
///
/// Of a table that overlaps a job is raised from the band chosen, else from the highest that holds its total, and lowered from
/// the one chosen, else the lowest: to totals that this band does not hold and a higher, or a lower one or none, does.
///
/// Where rules give bands, a set goes all up or all down all the same; one that goes up may stand among those of `lower`, where
/// rules fall as levels rise. Points are zero then.
///
/// `score` is that of `answers` under `scheme` and `table`.
[[nodiscard]] FoundChanges smallest_changes(const model::Scheme& scheme, const model::BandTable& table,
                                            const model::Answers& answers, const Score& score, Direction direction,
                                            const ChangeOptions& options = {});

}  // namespace je::scoring
