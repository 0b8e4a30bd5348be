// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "je/numerics/result.hpp"
#include "numerics/agreement/ratings.hpp"

namespace je::numerics {

/// The share of units, among those with two or more ratings, on which all ratings are equal. From 0 to 1; `used.units` is how
/// many units had two or more ratings. Ratings are equal when they are the same number.
///
///     exact_agreement(table).value        // 0.25: on a quarter of the units everyone gave the same rating
///
/// Nothing when no unit has two ratings. It does not allow for agreement by chance, and falls as raters are added.
[[nodiscard]] Statistic exact_agreement(const RatingTable& table);

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

/// How far apart two ratings are.
enum class Metric {
    nominal,   // the same or not
    ordinal,   // by how many ratings lie between them, those equal to either counted half
    interval,  // by the square of their difference
    ratio,     // by the square of their difference over their sum; for ratings of at least 0
};

/// Krippendorff's alpha: 1 for perfect agreement, 0 for what chance would give, below 0 for less than that.
///
///     krippendorff_alpha(table, Metric::ordinal).value
///
/// Gaps are allowed: a unit with fewer than two ratings drops out first, and all counts are of what is left (`used`: the units
/// left, and the raters who rated any of them). Nothing when no unit has two ratings; when all ratings left are the same; and
/// for `ratio` with a rating below 0. Cost: the square of the number of different ratings.
///
/// Formula: 1 - Do / De; Do averages the metric over the pairs within units, a unit with m ratings weighted by 1 / (m - 1); De
/// averages it over all pairs of ratings. Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability.
[[nodiscard]] Statistic krippendorff_alpha(const RatingTable& table, Metric metric);

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
