// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "je/model/scheme.hpp"
#include "scoring/sum_bits.hpp"
#include "scoring/tied_units.hpp"

namespace je::scoring {

/// A total is base + cell x step.
struct TotalsGrid {
    std::int64_t base = 0;
    std::int64_t step = 1;

    [[nodiscard]] model::Points total_of(std::uint64_t cell) const {
        return model::Points{je::base::Decimal::from_units(base + static_cast<std::int64_t>(cell) * step)};
    }
};

/// The sums of a unit that depends on none, together with all that depend on it.
struct RootSums {
    std::size_t place = 0;  // of the unit in its tie
    std::int64_t smallest = 0;
    std::int64_t largest = 0;
    std::int64_t step = 0;      // divides all differences
    std::uint64_t choices = 0;  // of options, at most
};

/// The exact set of totals that a scheme's factors can add up to. Scored units tied together by constraints of severity
/// error are taken together, so that a combination the scheme forbids is not counted; nor is a matrix cell that is not allowed.
/// Facts in constraints are free, and need not be given: a combination of levels counts when a job with these levels that
/// states no fact breaks no rule. Derived levels and modifiers take nothing away, since a level may be stated as well.
///
///     const auto totals = ReachableTotals::of(scheme);
///     totals->contains(Points::whole(766));
///     totals->combination(scheme, Points::whole(766));        // levels that add up to 766
///
/// Points that depend on others' are taken together with them.
///
/// Method: subset-sum over the units on the common divisor of all points differences, as a bit set.
class ReachableTotals {
public:
    /// Nothing when the span of totals over their common divisor exceeds `max_cells`, or that times the number of levels and
    /// cells exceeds 2^33, or constraints tie together more than about a million combinations of levels that they treat alike,
    /// fewer where each has many sums (then the proof cannot be made here).
    [[nodiscard]] static std::optional<ReachableTotals> of(const model::Scheme& scheme,
                                                           std::uint64_t max_cells = std::uint64_t{1} << 31);

    /// How many different totals; none when the scheme's rules forbid every combination.
    [[nodiscard]] std::uint64_t count() const;
    /// The ends of the set. It must not be empty.
    [[nodiscard]] model::Points smallest() const;
    [[nodiscard]] model::Points largest() const;
    [[nodiscard]] bool contains(model::Points total) const;
    /// The smallest reachable total that is at least `from`.
    [[nodiscard]] std::optional<model::Points> first_at_or_above(model::Points from) const;
    /// The largest reachable total that is below `limit`.
    [[nodiscard]] std::optional<model::Points> last_below(model::Points limit) const;
    /// One combination of allowed levels (of all factors, in the scheme's order) with this total; nothing when it cannot be
    /// reached. `scheme` is the one that the set was made of.
    [[nodiscard]] std::optional<std::vector<model::LevelIndex>> combination(const model::Scheme& scheme,
                                                                            model::Points total) const;

private:
    ReachableTotals() = default;
    /// The cell of a total; nothing for one before the first cell or between two.
    [[nodiscard]] std::optional<std::uint64_t> cell_of(model::Points total) const;

    TotalsGrid grid_;
    std::vector<TiedUnits> ties_;
    std::vector<std::vector<RootSums>> roots_;  // of each tie
    std::vector<Terms> sums_;                   // of each tie
    SumBits cells_{0};
};

/// What `je check` proves of a valid scheme, beyond what made it valid; everything found is reported.
///
/// Errors: weights that do not add up (their sum may differ from the total by at most half of `rounded_to` a weight,
/// exactly), that are no multiples of `rounded_to`, or that give another largest total than `max_total`; rules that no
/// combination of levels keeps. Warnings: neighbouring levels or cells with the same points; printed weights that are not what
/// the points weigh; facts that give a lower level for more, or never give one; a level that rules or matrix cells make
/// unusable; a modifier that raises a level past the one above it, so that raising a level may lower a total; illustrative or
/// unverified status; figures with no source (not of illustrative schemes, which say so already).
/// And all that `check_bands` and `check_pay` prove, for the scheme's own tables.
void check_scheme(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// The proofs about bands, also for tables used in place of the scheme's own.
///
/// Errors: a reachable total in no band, unless the table declares the hole (each names an example and levels that add up to
/// it); a band rule that asks for a band which the table does not have. Warnings: a band that no total can reach; a declared
/// hole that no total reaches; a single level step as wide as a band or wider, so that any job of that band leaves it by this
/// step alone (a band is as wide as from its floor to the next, or of
/// a table that overlaps to its end; the last has no width); totals too many to prove anything
/// about.
void check_bands(const model::Scheme& scheme, std::span<const model::BandTable> tables, base::Diagnostics& diagnostics);

/// What pay tables say beside the band tables that are in force on one of their days. Warnings: a band without a range beside
/// bands with one; a range that begins or ends lower than that of the band below.
void check_pay(std::span<const model::BandTable> tables, std::span<const model::PayTable> pay, base::Diagnostics& diagnostics);

// The parts of these proofs.

/// Calls `visit` with the scored units as proofs speak of them: first the factors of their own, then what combines several.
template <class Visit>
void visit_units(const model::Scheme& scheme, const Visit& visit) {
    for (const bool combined : {false, true}) {
        for (const model::ScoredUnit& unit : scheme.units()) {
            if (unit.is_combined() == combined) visit(unit);
        }
    }
}

/// Weights that give points: that they add up, each a multiple of what it is rounded to, and give the largest total that the
/// scheme states. Weights printed beside points: that they are what the points weigh.
void check_weights(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// Warns of derivations by rows that give a lower level for more, or never give one of the levels.
void check_derivations(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// Warns of neighbouring levels and matrix cells with the same points.
void check_ties(const model::Scheme& scheme, base::Diagnostics& diagnostics);

/// Warns of the largest single level step when it is as wide as a band, or wider.
void check_steps(const model::Scheme& scheme, const model::BandTable& table, base::Diagnostics& diagnostics);

}  // namespace je::scoring
