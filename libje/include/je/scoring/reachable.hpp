// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "je/model/scheme.hpp"

namespace je::scoring {

/// The exact set of totals that a scheme's factors can add up to. Scored units tied together by constraints of severity
/// error are taken together, so that a combination the scheme forbids is not counted.
///
/// Method: subset-sum over the units on the common divisor of all points differences, as a bit set.
class ReachableTotals {
public:
    /// Nothing when the span of totals over their common divisor exceeds `max_cells` (then the proof cannot be made here).
    [[nodiscard]] static std::optional<ReachableTotals> of(const model::Scheme& scheme, std::uint64_t max_cells = std::uint64_t{1} << 31);

    ReachableTotals(ReachableTotals&&) noexcept;
    ReachableTotals& operator=(ReachableTotals&&) noexcept;
    ~ReachableTotals();

    [[nodiscard]] model::Points smallest() const;
    [[nodiscard]] model::Points largest() const;
    [[nodiscard]] std::uint64_t count() const;
    [[nodiscard]] bool contains(model::Points total) const;
    /// The smallest reachable total that is at least `from`.
    [[nodiscard]] std::optional<model::Points> first_at_or_above(model::Points from) const;
    /// The largest reachable total that is below `limit`.
    [[nodiscard]] std::optional<model::Points> last_below(model::Points limit) const;

private:
    struct State;
    explicit ReachableTotals(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace je::scoring
