// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "je/numerics/result.hpp"

namespace je::numerics {

/// What one rater gave one unit; nothing where there is no rating.
using Rating = std::optional<double>;

/// Ratings: a row for each unit (a thing rated, such as a job on one factor), a column for each rater.
///
///     RatingTable table{3};                                       // three raters
///     table.add_unit(std::vector<Rating>{4, 5, std::nullopt});    // the third gave no rating
///     table.rating(0, 1);                                         // 5
///
/// Ratings are finite numbers: the places of levels on their scale, or points.
class RatingTable {
public:
    explicit RatingTable(std::size_t raters) : raters_{raters} {}
    /// A table of all these rows. They must be equally long.
    [[nodiscard]] static RatingTable of_rows(const std::vector<std::vector<Rating>>& rows);
    /// A table with a column of ratings by each rater. The columns must be equally long.
    [[nodiscard]] static RatingTable of_columns(const std::vector<std::vector<Rating>>& columns);

    /// Adds a row. Throws std::invalid_argument when it does not have one entry for each rater, or a rating is NaN or infinite.
    void add_unit(std::span<const Rating> ratings);

    [[nodiscard]] std::size_t units() const { return units_; }
    [[nodiscard]] std::size_t raters() const { return raters_; }
    /// One rating. Throws std::out_of_range beyond the table.
    [[nodiscard]] Rating rating(std::size_t unit, std::size_t rater) const;
    /// One row. Throws std::out_of_range beyond the table.
    [[nodiscard]] std::span<const Rating> unit(std::size_t unit) const;

private:
    std::size_t units_ = 0;
    std::size_t raters_;
    std::vector<Rating> ratings_;
};

/// The ratings that a row holds, in the order of the raters.
[[nodiscard]] std::vector<double> given(std::span<const Rating> row);

/// The rows that every rater rated, without gaps.
struct CompleteRows {
    std::vector<std::vector<double>> rows;
    std::size_t raters = 0;

    [[nodiscard]] Used used() const { return {rows.size(), raters}; }
    /// The ratings by each rater, over the complete rows.
    [[nodiscard]] std::vector<std::vector<double>> columns() const;
};
[[nodiscard]] CompleteRows complete_rows(const RatingTable& table);

/// What two raters gave to the units that both rated.
struct Pairs {
    std::vector<double> a;
    std::vector<double> b;
};
/// Throws std::out_of_range for a rater that is not in the table.
[[nodiscard]] Pairs complete_pairs(const RatingTable& table, std::size_t rater_a, std::size_t rater_b);

/// All the values that a rating may take, lowest first, used or not. Disagreements go by the place on the scale, in equal
/// steps, so a level that nobody used keeps its place.
///
///     const Scale levels = Scale::whole(1, 6);
///     levels.place(3);        // 2, counted from 0
class Scale {
public:
    /// Throws std::invalid_argument unless the values are finite and each is above the one before.
    explicit Scale(std::vector<double> values);
    /// The whole numbers from `lowest` to `highest`.
    [[nodiscard]] static Scale whole(int lowest, int highest);

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    /// Where a value stands, counted from 0; nothing when it is not on the scale.
    [[nodiscard]] std::optional<std::size_t> place(double value) const;

private:
    std::vector<double> values_;
};

}  // namespace je::numerics
