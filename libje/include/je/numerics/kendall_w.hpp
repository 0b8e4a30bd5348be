// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "je/numerics/ratings.hpp"
#include "je/numerics/result.hpp"

namespace je::numerics {

/// Kendall's coefficient of concordance: how alike raters rank the units. 1 when all rank them the same way, 0 when the
/// rankings cancel out.
struct KendallW {
    Statistic corrected;    // allows for ties; what to report when ratings repeat
    Statistic uncorrected;  // lower than 1 even for raters who agree in everything, when there are ties
    /// Friedman's test of the corrected W: chi-square = m (n - 1) W with n - 1 degrees of freedom.
    Result<ChiSquareTest> chi_square;
    /// F = (m - 1) W / (1 - W), with n - 1 - 2 / m and (m - 1) times as many degrees of freedom.
    Result<FTest> f;
    std::size_t left_out = 0;  // units without a rating by every rater
};

/// W of the units that every rater rated. Each rater's ratings are turned into ranks 1..n, ties sharing the mean of their
/// ranks.
///
///     kendall_w(table).corrected.value
///
/// `corrected` is nothing when fewer than two units are complete, there are fewer than two raters, or every rater gave all
/// units the same rating; the tests are nothing with it, and F also at W = 1.
///
/// Formula: 12 S / (m^2 (n^3 - n) - m T), S the squared deviations of the rank sums, T the sum of t^3 - t over all groups of t
/// tied ratings. Source: Kendall and Gibbons (1990), Rank correlation methods, chapter 6; F: Legendre (2005), Species
/// associations.
[[nodiscard]] KendallW kendall_w(const RatingTable& table);

}  // namespace je::numerics
