// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>

#include "je/numerics/ratings.hpp"
#include "je/numerics/result.hpp"

namespace je::numerics {

/// The six intraclass correlations of Shrout and Fleiss (1979).
enum class IccForm {
    one_way_single,          // ICC(1,1): each unit rated by other raters
    two_way_random,          // ICC(2,1): the same raters, drawn from many; a strict rater lowers it (absolute agreement)
    two_way_fixed,           // ICC(3,1): the same raters, and no others matter; a strict rater does not lower it (consistency)
    one_way_average,         // ICC(1,k): the same for the average of the k raters
    two_way_random_average,  // ICC(2,k)
    two_way_fixed_average,   // ICC(3,k), which is Cronbach's alpha
};

/// Mean squares of the two-way table of units by raters, in squared units of the ratings.
struct MeanSquares {
    double units = 0;   // between units (rows), n - 1 degrees of freedom
    double raters = 0;  // between raters (columns), k - 1
    double error = 0;   // what units and raters do not explain, (n - 1)(k - 1)
    double within = 0;  // within units, n (k - 1)
};

/// One of the six, with its test and interval.
struct Intraclass {
    /// Nothing for an average form when the single form is below 0: the average of raters who contradict each other has no
    /// reliability. `value.formula` has what the formula gives, which may be far outside -1 to 1.
    Statistic value;
    /// Test of ICC = 0. The average form has that of the single form.
    Result<FTest> test;
    /// Confidence interval at the level asked for. Its lower end may be below 0.
    Result<Interval> interval;
};

/// The analysis of variance of ratings, and what follows from it.
struct IntraclassResult {
    Used used;
    std::size_t left_out = 0;  // units without a rating by every rater
    MeanSquares mean_squares;
    std::array<Intraclass, 6> forms;

    [[nodiscard]] const Intraclass& operator[](IccForm form) const { return forms[static_cast<std::size_t>(form)]; }
};

/// Intraclass correlations of the units that every rater rated; the others are left out and counted.
///
///     const auto icc = intraclass(table);
///     if (icc) (*icc)[IccForm::two_way_random].value.value       // 0.289763779527559
///
/// Nothing at all when fewer than two units are complete, there are fewer than two raters, or all ratings are the same; `level`
/// must lie between 0 and 1 (std::invalid_argument). A form that is 0/0 is nothing with its own reason. Nothing is clamped. A
/// deviation within the rounding of the sums counts as 0.
///
/// Formulas: Shrout and Fleiss (1979), Intraclass correlations; McGraw and Wong (1996), Forming inferences about some
/// intraclass correlation coefficients, for the intervals (that of ICC(2,.) is Satterthwaite's approximation).
[[nodiscard]] Result<IntraclassResult> intraclass(const RatingTable& table, double level = 0.95);

}  // namespace je::numerics
