// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/agreement/ratings.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <utility>

#include "numerics/checks.hpp"

namespace je::numerics {

RatingTable RatingTable::of_rows(const std::vector<std::vector<Rating>>& rows) {
    RatingTable table{rows.empty() ? 0 : rows.front().size()};
    for (const auto& row : rows) table.add_unit(row);
    return table;
}

RatingTable RatingTable::of_columns(const std::vector<std::vector<Rating>>& columns) {
    RatingTable table{columns.size()};
    const std::size_t units = columns.empty() ? 0 : columns.front().size();
    const bool even = std::all_of(columns.begin(), columns.end(), [&](const auto& column) { return column.size() == units; });
    if (!even) throw std::invalid_argument("columns of ratings are not equally long");
    for (std::size_t unit = 0; unit < units; ++unit) {
        std::vector<Rating> row;
        for (const auto& column : columns) row.push_back(column[unit]);
        table.add_unit(row);
    }
    return table;
}

void RatingTable::add_unit(std::span<const Rating> ratings) {
    if (ratings.size() != raters_) throw std::invalid_argument("a row of ratings does not have one entry for each rater");
    const bool finite = std::all_of(ratings.begin(), ratings.end(), [](Rating r) { return !r || std::isfinite(*r); });
    if (!finite) throw std::invalid_argument("a rating is not a finite number");
    ratings_.insert(ratings_.end(), ratings.begin(), ratings.end());
    ++units_;
}

Rating RatingTable::rating(std::size_t unit_index, std::size_t rater) const {
    if (rater >= raters_) throw std::out_of_range("no such rater");
    return unit(unit_index)[rater];
}

std::span<const Rating> RatingTable::unit(std::size_t unit) const {
    if (unit >= units_) throw std::out_of_range("no such unit");
    return std::span{ratings_}.subspan(unit * raters_, raters_);
}

std::vector<double> given(std::span<const Rating> row) {
    std::vector<double> values;
    for (const Rating& rating : row) {
        if (rating) values.push_back(*rating);
    }
    return values;
}

std::vector<std::vector<double>> CompleteRows::columns() const {
    std::vector<std::vector<double>> result(raters);
    for (const auto& row : rows) {
        for (std::size_t rater = 0; rater < raters; ++rater) result[rater].push_back(row[rater]);
    }
    return result;
}

CompleteRows complete_rows(const RatingTable& table) {
    CompleteRows result;
    result.raters = table.raters();
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        auto row = given(table.unit(unit));
        if (row.size() == table.raters()) result.rows.push_back(std::move(row));
    }
    return result;
}

Pairs complete_pairs(const RatingTable& table, std::size_t rater_a, std::size_t rater_b) {
    if (rater_a >= table.raters() || rater_b >= table.raters()) throw std::out_of_range("no such rater");
    Pairs pairs;
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        const auto row = table.unit(unit);
        if (row[rater_a] && row[rater_b]) {
            pairs.a.push_back(*row[rater_a]);
            pairs.b.push_back(*row[rater_b]);
        }
    }
    return pairs;
}

Scale::Scale(std::vector<double> values) : values_{std::move(values)} {
    const bool finite = std::all_of(values_.begin(), values_.end(), [](double value) { return std::isfinite(value); });
    const bool rising = std::adjacent_find(values_.begin(), values_.end(), std::greater_equal<>{}) == values_.end();
    if (!finite || !rising) throw std::invalid_argument("the values of a scale are finite and rise");
}

Scale Scale::whole(int lowest, int highest) {
    std::vector<double> values;
    for (int value = lowest; value <= highest; ++value) values.push_back(value);
    return Scale{std::move(values)};
}

std::optional<std::size_t> Scale::place(double value) const {
    const auto found = std::lower_bound(values_.begin(), values_.end(), value);
    if (found == values_.end() || *found != value) return std::nullopt;
    return static_cast<std::size_t>(found - values_.begin());
}

}  // namespace je::numerics
