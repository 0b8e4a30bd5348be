// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/exact/linear_programme.hpp"

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "numerics/exact/wide.hpp"

namespace je::numerics {

/// A whole number whose arithmetic throws std::overflow_error rather than leave 128 bits.
using Checked = boost::multiprecision::checked_int128_t;

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

namespace {

/// Fractions over their least common denominator.
template <class Whole>
struct Scaled {
    std::vector<Whole> numerators;
    Whole denominator{1};
};
template <class Whole>
Scaled<Whole> scaled(std::span<const Fraction> fractions) {
    Scaled<Whole> made;
    for (const Fraction& fraction : fractions) {
        const Whole below = Whole(fraction.reduced().denominator());
        made.denominator = made.denominator / gcd(made.denominator, below) * below;
    }
    for (const Fraction& fraction : fractions) {
        const Fraction lowest = fraction.reduced();
        made.numerators.push_back(Whole(lowest.numerator()) * (made.denominator / Whole(lowest.denominator())));
    }
    return made;
}

/// One row: coefficients, then the bound, of "at most".
std::vector<Fraction> row_of(const LinearConstraint& constraint, bool turned) {
    std::vector<Fraction> row = constraint.coefficients;
    row.push_back(constraint.bound);
    if (turned) {
        for (Fraction& value : row) value = -value;
    }
    return row;
}

/// Every constraint as one or two of "at most".
std::vector<std::vector<Fraction>> rows_of(std::span<const LinearConstraint> constraints) {
    std::vector<std::vector<Fraction>> rows;
    for (const LinearConstraint& constraint : constraints) {
        if (constraint.relation != Relation::at_least) rows.push_back(row_of(constraint, false));
        if (constraint.relation != Relation::at_most) rows.push_back(row_of(constraint, true));
    }
    return rows;
}

/// The rows, with one more variable, last of the columns, that widens all of them alike: every right side can be met with
/// enough of it.
template <class Whole>
Tableau<Whole> widened(const std::vector<std::vector<Fraction>>& rows, std::size_t variables) {
    Tableau<Whole> tableau{rows.size(), variables + 1};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Scaled<Whole> row = scaled<Whole>(rows[i]);
        for (std::size_t j = 0; j < variables; ++j) tableau.cell(i, j) = row.numerators[j];
        tableau.cell(i, variables) = Whole{-1};
        tableau.right(i) = row.numerators.back();
    }
    tableau.cell(tableau.objective(), variables) = Whole{1};  // the largest of minus it
    return tableau;
}

template <class Whole>
std::size_t most_negative_row(const Tableau<Whole>& tableau) {
    std::size_t worst = 0;
    for (std::size_t i = 1; i < tableau.rows(); ++i) {
        if (tableau.right(i) < tableau.right(worst)) worst = i;
    }
    return worst;
}

template <class Whole>
std::optional<std::size_t> column_of(const Tableau<Whole>& tableau, std::size_t variable) {
    for (std::size_t j = 0; j < tableau.columns(); ++j) {
        if (tableau.variable_of_column(j) == variable) return j;
    }
    return std::nullopt;
}

/// A variable that is 0 but basic goes into the columns, in exchange for any that can take its row; where none can the row says
/// 0 = 0.
template <class Whole>
std::optional<std::size_t> to_columns(Tableau<Whole>& tableau, std::size_t variable) {
    if (const auto column = column_of(tableau, variable)) return column;
    for (std::size_t i = 0; i < tableau.rows(); ++i) {
        if (tableau.variable_of_row(i) != variable) continue;
        for (std::size_t j = 0; j < tableau.columns(); ++j) {
            if (tableau.cell(i, j) == Whole{0}) continue;
            tableau.pivot(i, j);
            return j;
        }
    }
    throw std::logic_error("a row of a linear programme without a cell");  // its own slack is always in it
}

/// A tableau at a corner of the region, or nothing when the region is empty. Variables from `variables` + 1 on are slacks.
template <class Whole>
std::optional<Tableau<Whole>> first_corner(const std::vector<std::vector<Fraction>>& rows, std::size_t variables) {
    Tableau<Whole> tableau = widened<Whole>(rows, variables);
    if (!rows.empty()) {
        const std::size_t worst = most_negative_row(tableau);
        if (tableau.right(worst) < Whole{0}) tableau.pivot(worst, variables);
    }
    tableau.maximise();  // minus what is 0 or more: it has a largest
    if (tableau.right(tableau.objective()) < Whole{0}) return std::nullopt;
    tableau.drop_column(*to_columns(tableau, variables));
    return tableau;
}

/// Writes an objective into the last row, in terms of the variables of the columns.
template <class Whole>
void set_objective(Tableau<Whole>& tableau, std::span<const Whole> coefficients) {
    const std::size_t last = tableau.objective();
    for (std::size_t j = 0; j <= tableau.columns(); ++j) {
        const bool own = j < tableau.columns() && tableau.variable_of_column(j) < coefficients.size();
        Whole value = own ? -(coefficients[tableau.variable_of_column(j)] * tableau.denominator()) : Whole{0};
        for (std::size_t i = 0; i < tableau.rows(); ++i) {
            const std::size_t variable = tableau.variable_of_row(i);
            if (variable < coefficients.size()) value = value + coefficients[variable] * tableau.cell(i, j);
        }
        tableau.cell(last, j) = value;
    }
}

template <class Whole>
LinearOptimum maximise_from(Tableau<Whole> tableau, std::span<const Fraction> objective) {
    const Scaled<Whole> coefficients = scaled<Whole>(objective);
    set_objective<Whole>(tableau, coefficients.numerators);
    if (!tableau.maximise()) return {LinearOutcome::unbounded, 0, {}};
    const Wide below = Wide(tableau.denominator());
    LinearOptimum optimum{LinearOutcome::optimal, 0, std::vector<Fraction>(objective.size())};
    optimum.value = fraction_of(Wide(tableau.right(tableau.objective())), below * Wide(coefficients.denominator));
    for (std::size_t i = 0; i < tableau.rows(); ++i) {
        const std::size_t variable = tableau.variable_of_row(i);
        if (variable < objective.size()) optimum.at[variable] = fraction_of(Wide(tableau.right(i)), below);
    }
    return optimum;
}

/// What `work` gives, or nothing when numbers of 128 bits are not enough for it.
template <class Work>
auto if_it_fits(Work&& work) -> std::optional<decltype(work())> {
    try {
        return work();
    } catch (const std::overflow_error&) {
        return std::nullopt;
    }
}

}  // namespace

/// The first corner twice: in numbers of any size, and in quick ones where they suffice.
struct LinearRegion::Tableaus {
    std::optional<Tableau<Wide>> any_size;
    std::optional<Tableau<Checked>> quick;
};

LinearRegion::LinearRegion(std::size_t variables, std::span<const LinearConstraint> constraints) : variables_{variables} {
    if (variables == 0) throw std::invalid_argument("a linear programme without variables");
    for (const LinearConstraint& constraint : constraints) {
        if (constraint.coefficients.size() != variables) throw std::invalid_argument("one coefficient a variable");
    }
    const auto rows = rows_of(constraints);
    auto made = std::make_shared<Tableaus>();
    made->any_size = first_corner<Wide>(rows, variables);
    if (auto quick = if_it_fits([&] { return first_corner<Checked>(rows, variables); })) made->quick = std::move(*quick);
    tableaus_ = std::move(made);
}

bool LinearRegion::empty() const { return !tableaus_->any_size.has_value(); }

LinearOptimum LinearRegion::maximise(std::span<const Fraction> objective) const {
    if (objective.size() != variables_) throw std::invalid_argument("one coefficient a variable");
    if (empty()) return {LinearOutcome::infeasible, 0, {}};
    if (tableaus_->quick) {
        if (const auto optimum = if_it_fits([&] { return maximise_from(*tableaus_->quick, objective); })) return *optimum;
    }
    return maximise_from(*tableaus_->any_size, objective);
}

}  // namespace je::numerics
