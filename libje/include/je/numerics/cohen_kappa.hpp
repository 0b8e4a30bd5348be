// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "je/numerics/ratings.hpp"
#include "je/numerics/result.hpp"
#include "je/numerics/scale.hpp"

namespace je::numerics {

/// How often rater A gave level i (row) where rater B gave level j (column).
///
///     const CrossTable table{{{21, 4}, {5, 17}}};
class CrossTable {
public:
    /// Throws std::invalid_argument unless the table is square, with at least one level.
    explicit CrossTable(const std::vector<std::vector<std::uint32_t>>& counts);

    [[nodiscard]] std::size_t levels() const { return levels_; }
    [[nodiscard]] double count(std::size_t row, std::size_t column) const { return counts_[row * levels_ + column]; }
    [[nodiscard]] double total() const;
    [[nodiscard]] std::vector<double> row_totals() const;
    [[nodiscard]] std::vector<double> column_totals() const;

private:
    std::size_t levels_;
    std::vector<double> counts_;
};

/// Cohen's kappa of two raters: 1 for perfect agreement, 0 for what chance would give with each rater's own use of the levels.
struct CohenKappa {
    Statistic kappa;
    std::optional<double> observed;  // agreement seen, weighted, 0 to 1
    std::optional<double> expected;  // agreement by chance, weighted, 0 to 1
    /// Large-sample standard error of the estimate, for a confidence interval.
    std::optional<double> standard_error;
    /// Large-sample standard error if there were no agreement beyond chance, for a test of kappa = 0.
    std::optional<double> standard_error_no_agreement;
    std::size_t left_out = 0;  // units that one or both did not rate
};

/// Kappa of a table of counts. Nothing when the table is empty, and when both raters gave one and the same level to all units:
/// then chance alone would make them agree.
///
/// Formulas: Cohen (1968), Weighted kappa; standard errors: Fleiss, Cohen and Everitt (1969), Large sample standard errors of
/// kappa and weighted kappa, equations 8 and 9 for weighted, 13 and 14 for unweighted kappa (their special case).
[[nodiscard]] CohenKappa cohen_kappa(const CrossTable& table, Weighting weighting);

/// Kappa of two raters of a table, over the units that both rated. `scale` has all levels there are, used or not. Nothing also
/// when one of their ratings is not on the scale. Throws std::out_of_range for a rater that is not in the table.
///
///     cohen_kappa(table, 0, 3, Scale::whole(1, 6), Weighting::quadratic).kappa.value
[[nodiscard]] CohenKappa cohen_kappa(const RatingTable& table, std::size_t rater_a, std::size_t rater_b, const Scale& scale,
                                     Weighting weighting);

}  // namespace je::numerics
