// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include "numerics/agreement/agreement.hpp"
#include "numerics/checks.hpp"
#include "numerics/statistics/sums.hpp"

namespace je::numerics {

namespace {

/// Counts with what is derived from them. Disagreements are whole numbers, so kappa is divided only once.
struct Weighed {
    const CrossTable& table;
    Weighting weighting;
    std::vector<double> rows;
    std::vector<double> columns;
    double total;

    [[nodiscard]] double chance(std::size_t i, std::size_t j) const { return rows[i] * columns[j]; }

    /// The sum over all cells of `weight(i, j)` times the disagreement of their levels.
    template <class Weight>
    [[nodiscard]] double disagreements(const Weight& weight) const {
        CompensatedSum result;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = 0; j < columns.size(); ++j) result.add(weight(i, j) * disagreement(weighting, i, j));
        }
        return result.value();
    }
};

/// The mean weight of each level against the levels that the other rater used.
std::vector<double> mean_weights(const Weighed& w, const std::vector<double>& other) {
    const double largest = largest_disagreement(w.weighting, other.size());
    std::vector<double> means;
    for (std::size_t i = 0; i < other.size(); ++i) {
        CompensatedSum away;
        for (std::size_t j = 0; j < other.size(); ++j) away.add(other[j] * disagreement(w.weighting, i, j));
        means.push_back(1 - away.value() / (largest * w.total));
    }
    return means;
}

/// The variance of `value(i, j)` over cells with these shares. Both equations of Fleiss, Cohen and Everitt are such variances,
/// written there as a mean of squares less the square of a mean.
template <class Share, class Value>
double variance_over_cells(std::size_t levels, const Share& share, const Value& value) {
    CompensatedSum mean;
    CompensatedSum squares;
    for (std::size_t i = 0; i < levels; ++i) {
        for (std::size_t j = 0; j < levels; ++j) mean.add(share(i, j) * value(i, j));
    }
    for (std::size_t i = 0; i < levels; ++i) {
        for (std::size_t j = 0; j < levels; ++j) {
            const double away = value(i, j) - mean.value();
            squares.add(share(i, j) * away * away);
        }
    }
    return squares.value();
}

void add_standard_errors(const Weighed& w, CohenKappa& result) {
    const auto by_row = mean_weights(w, w.columns);
    const auto by_column = mean_weights(w, w.rows);
    const double largest = largest_disagreement(w.weighting, w.rows.size());
    const double away_by_chance = 1 - *result.expected;
    const double away = 1 - *result.observed;
    const auto weight = [&](std::size_t i, std::size_t j) { return 1 - disagreement(w.weighting, i, j) / largest; };
    const double estimate = variance_over_cells(
        w.rows.size(), [&](std::size_t i, std::size_t j) { return w.table.count(i, j) / w.total; },
        [&](std::size_t i, std::size_t j) { return weight(i, j) * away_by_chance - (by_row[i] + by_column[j]) * away; });
    const double no_agreement = variance_over_cells(
        w.rows.size(), [&](std::size_t i, std::size_t j) { return w.chance(i, j) / (w.total * w.total); },
        [&](std::size_t i, std::size_t j) { return weight(i, j) - (by_row[i] + by_column[j]); });
    result.standard_error = std::sqrt(estimate / w.total) / (away_by_chance * away_by_chance);
    result.standard_error_no_agreement = std::sqrt(no_agreement / w.total) / away_by_chance;
}

std::vector<std::vector<std::uint32_t>> empty_counts(std::size_t levels) {
    return std::vector(levels, std::vector<std::uint32_t>(levels));
}

CohenKappa none(std::string reason, Used used) { return {Statistic::none(std::move(reason), used), {}, {}, {}, {}, 0}; }

}  // namespace

CrossTable::CrossTable(const std::vector<std::vector<std::uint32_t>>& counts) : levels_{counts.size()} {
    if (counts.empty()) throw std::invalid_argument("a cross table has at least one level");
    for (const auto& row : counts) {
        if (row.size() != levels_) throw std::invalid_argument("a cross table is square");
        counts_.insert(counts_.end(), row.begin(), row.end());
    }
}

double CrossTable::total() const { return sum(counts_); }

std::vector<double> CrossTable::row_totals() const {
    std::vector<double> totals(levels_);
    for (std::size_t cell = 0; cell < counts_.size(); ++cell) totals[cell / levels_] += counts_[cell];
    return totals;
}

std::vector<double> CrossTable::column_totals() const {
    std::vector<double> totals(levels_);
    for (std::size_t cell = 0; cell < counts_.size(); ++cell) totals[cell % levels_] += counts_[cell];
    return totals;
}

CohenKappa cohen_kappa(const CrossTable& table, Weighting weighting) {
    const Weighed w{table, weighting, table.row_totals(), table.column_totals(), table.total()};
    const Used used{static_cast<std::size_t>(w.total), 2};
    if (w.total == 0) return none("the two raters rated nothing in common", used);
    const double seen = w.total * w.disagreements([&](std::size_t i, std::size_t j) { return table.count(i, j); });
    const double by_chance = w.disagreements([&](std::size_t i, std::size_t j) { return w.chance(i, j); });
    if (by_chance == 0) {
        return none("both raters gave everything the same level, so chance alone would make them agree", used);
    }
    const double scale = w.total * w.total * largest_disagreement(weighting, table.levels());
    CohenKappa result{Statistic::of((by_chance - seen) / by_chance, used), 1 - seen / scale, 1 - by_chance / scale, {}, {}, 0};
    add_standard_errors(w, result);
    return result;
}

CohenKappa cohen_kappa(const RatingTable& table, std::size_t rater_a, std::size_t rater_b, const Scale& scale,
                       Weighting weighting) {
    const Pairs pairs = complete_pairs(table, rater_a, rater_b);
    auto counts = empty_counts(scale.size());
    for (std::size_t i = 0; i < pairs.a.size(); ++i) {
        const auto a = scale.place(pairs.a[i]);
        const auto b = scale.place(pairs.b[i]);
        if (!a || !b) return none(not_on_scale(a ? pairs.b[i] : pairs.a[i]), {pairs.a.size(), 2});
        ++counts[*a][*b];
    }
    auto result = counts.empty() ? none("the scale has no levels", {0, 2}) : cohen_kappa(CrossTable{counts}, weighting);
    result.left_out = pairs.left_out;
    return result;
}

}  // namespace je::numerics
