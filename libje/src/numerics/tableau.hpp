// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace je::numerics {

/// A linear programme in dictionary form, as a tableau of whole numbers over one common denominator above 0:
///
///     basic variable of row i = (right(i) - sum over columns j of cell(i, j) * variable of column j) / denominator
///
/// and the last row the same for the objective. Variables are numbered from 0 and all are 0 or more; those of the columns are
/// 0. `Whole` has the arithmetic of whole numbers; each division made here leaves no rest.
///
/// Sources: Edmonds (1967), Systems of distinct representatives and linear algebra, and Bareiss (1968), Sylvester's identity
/// and multistep integer-preserving Gaussian elimination, for the common denominator; Bland (1977), New finite pivoting rules
/// for the simplex method, for the choice of pivots.
template <class Whole>
class Tableau {
public:
    /// All cells 0, the denominator 1; column j is variable j and row i variable columns + i.
    Tableau(std::size_t rows, std::size_t columns) : columns_{columns}, cells_((rows + 1) * (columns + 1), Whole{0}) {
        for (std::size_t j = 0; j < columns; ++j) nonbasic_.push_back(j);
        for (std::size_t i = 0; i < rows; ++i) basic_.push_back(columns + i);
    }

    [[nodiscard]] std::size_t rows() const { return basic_.size(); }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t variable_of_row(std::size_t i) const { return basic_[i]; }
    [[nodiscard]] std::size_t variable_of_column(std::size_t j) const { return nonbasic_[j]; }
    [[nodiscard]] Whole& cell(std::size_t i, std::size_t j) { return cells_[i * (columns_ + 1) + j]; }
    [[nodiscard]] const Whole& cell(std::size_t i, std::size_t j) const { return cells_[i * (columns_ + 1) + j]; }
    [[nodiscard]] Whole& right(std::size_t i) { return cell(i, columns_); }
    [[nodiscard]] const Whole& right(std::size_t i) const { return cell(i, columns_); }
    /// The row of the objective: its right side is its value, times the denominator.
    [[nodiscard]] std::size_t objective() const { return rows(); }
    [[nodiscard]] const Whole& denominator() const { return denominator_; }

    /// Exchanges the variables of a row and a column whose cell is not 0.
    void pivot(std::size_t row, std::size_t column) {
        const Whole by = cell(row, column);
        for (std::size_t i = 0; i <= rows(); ++i) {
            if (i != row) reduce_row(i, row, column, by);
        }
        cell(row, column) = denominator_;
        denominator_ = by;
        std::swap(basic_[row], nonbasic_[column]);
        if (denominator_ < Whole{0}) turn_signs();
    }

    /// Raises the objective to its largest by pivots that keep all right sides at 0 or above. False when it has none.
    bool maximise() {
        for (auto column = entering(); column; column = entering()) {
            const auto row = leaving(*column);
            if (!row) return false;
            pivot(*row, *column);
        }
        return true;
    }

    /// Takes out a column, whose variable stays at 0.
    void drop_column(std::size_t column) {
        Tableau kept{rows(), columns_ - 1};
        for (std::size_t i = 0; i <= rows(); ++i) {
            for (std::size_t j = 0; j < columns_; ++j) kept.cell(i, j) = std::move(cell(i, j < column ? j : j + 1));
        }
        nonbasic_.erase(nonbasic_.begin() + static_cast<std::ptrdiff_t>(column));
        cells_ = std::move(kept.cells_);
        --columns_;
    }

private:
    void reduce_row(std::size_t i, std::size_t row, std::size_t column, const Whole& by) {
        const Whole factor = cell(i, column);
        for (std::size_t j = 0; j <= columns_; ++j) {
            if (j != column) cell(i, j) = (cell(i, j) * by - factor * cell(row, j)) / denominator_;
        }
        cell(i, column) = -factor;
    }
    void turn_signs() {
        denominator_ = -denominator_;
        for (Whole& value : cells_) value = -value;
    }

    /// Bland's rule: of all that help, the variable with the lowest number.
    [[nodiscard]] std::optional<std::size_t> entering() const {
        std::optional<std::size_t> best;
        for (std::size_t j = 0; j < columns_; ++j) {
            if (cell(objective(), j) < Whole{0} && (!best || nonbasic_[j] < nonbasic_[*best])) best = j;
        }
        return best;
    }
    /// The row that is the first to reach 0; of equal ones the variable with the lowest number.
    [[nodiscard]] std::optional<std::size_t> leaving(std::size_t column) const {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < rows(); ++i) {
            if (cell(i, column) > Whole{0} && (!best || before(i, *best, column))) best = i;
        }
        return best;
    }
    [[nodiscard]] bool before(std::size_t a, std::size_t b, std::size_t column) const {
        const Whole left = right(a) * cell(b, column);
        const Whole other = right(b) * cell(a, column);
        return left == other ? basic_[a] < basic_[b] : left < other;
    }

    std::size_t columns_;
    std::vector<Whole> cells_;
    std::vector<std::size_t> basic_, nonbasic_;
    Whole denominator_{1};
};

}  // namespace je::numerics
