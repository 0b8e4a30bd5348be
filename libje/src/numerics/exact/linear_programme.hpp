// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "numerics/exact/fraction.hpp"

namespace je::numerics {

/// How a sum of coefficients times variables stands to a bound.
enum class Relation { at_most, equal, at_least };

/// Such as 3 x + 2 y <= 1. One coefficient for each variable, 0 included.
struct LinearConstraint {
    std::vector<Fraction> coefficients;
    Relation relation = Relation::at_most;
    Fraction bound;
};

enum class LinearOutcome {
    optimal,
    infeasible,  // no variables meet all constraints
    unbounded,   // variables that do can make the objective as large as one likes
};

/// `value` and the variables `at` which it is attained are there when the outcome is optimal.
struct LinearOptimum {
    LinearOutcome outcome = LinearOutcome::infeasible;
    Fraction value;
    std::vector<Fraction> at;
};

/// All variables of 0 or more that meet a list of linear constraints; for the largest value of many objectives over one region.
///
///     // Two weights that sum to 1, the first at least 0.4.
///     const LinearRegion region{2, std::vector<LinearConstraint>{{{1, 1}, Relation::equal, 1},
///                                                                {{1, 0}, Relation::at_least, Fraction{2, 5}}}};
///     region.maximise(std::vector<Fraction>{100, 250}).value;     // 190; for the smallest, negate the objective
///
/// The simplex method in exact whole numbers (each tableau over one common denominator: Edmonds 1967, Bareiss 1968), so that
/// there is no tolerance: infeasible, unbounded and optimal are what they are. By Bland's rule (1977) it never cycles. Made for
/// small programmes: some 20 variables and 60 constraints. Numbers grow as they must; only where 128 bits do not hold a result
/// is it replaced by the middle of its cell of width 10^-18, as weighing.hpp says. Objects are immutable and may be shared by
/// threads.
class LinearRegion {
public:
    /// Finds a first corner. Throws std::invalid_argument unless there is a variable and every constraint has a coefficient for
    /// each.
    LinearRegion(std::size_t variables, std::span<const LinearConstraint> constraints);

    [[nodiscard]] bool empty() const;
    /// The largest value of the sum of objective times variables; one coefficient for each variable (std::invalid_argument).
    [[nodiscard]] LinearOptimum maximise(std::span<const Fraction> objective) const;

private:
    struct Tableaus;
    std::size_t variables_ = 0;
    std::shared_ptr<const Tableaus> tableaus_;
};

}  // namespace je::numerics
