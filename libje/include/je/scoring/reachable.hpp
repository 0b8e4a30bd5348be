// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// The exact set of totals that a scheme's factors can add up to. Scored units tied together by constraints of severity
/// error are taken together, so that a combination the scheme forbids is not counted; nor is a matrix cell that is not allowed.
/// Facts in constraints are free, and need not be given: a combination of levels counts when a job with these levels that
/// states no fact breaks no rule. Derived levels and modifiers take nothing away, since a level may be stated as well.
///
///     const auto totals = ReachableTotals::of(scheme);
///     totals->contains(Points::whole(766));
///     totals->combination(scheme, Points::whole(766));        // levels that add up to 766
///
/// Method: subset-sum over the units on the common divisor of all points differences, as a bit set.
class ReachableTotals {
public:
    /// Nothing when the span of totals over their common divisor exceeds `max_cells`, or that times the number of levels and
    /// cells exceeds 2^33, or constraints tie together more than about a million combinations of levels that they treat alike,
    /// fewer where each has many sums (then the proof cannot be made here).
    [[nodiscard]] static std::optional<ReachableTotals> of(const model::Scheme& scheme,
                                                           std::uint64_t max_cells = std::uint64_t{1} << 31);

    ReachableTotals(ReachableTotals&&) noexcept;
    ReachableTotals& operator=(ReachableTotals&&) noexcept;
    ~ReachableTotals();

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
    struct State;
    explicit ReachableTotals(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace je::scoring
